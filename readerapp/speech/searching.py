"""Finding which utterances say a word, in the forms in which a lexicon would know it."""

from collections.abc import Sequence

from ..model import Utterance
from ..text.cleaning import cleaning
from ..text.rewriting import Rewriting
from .lexicon import Entry, Lexicon


def mentions(utterances: Sequence[Utterance], word: str) -> tuple[int, ...]:
    """The numbers of the utterances that contain a word or phrase: those that a changed entry for it re-makes."""
    lexicons = {tag: Lexicon(tag, [Entry(word, alias=word)]) for tag in {sentence.language for sentence in utterances}}
    return tuple(
        number
        for number, sentence in enumerate(utterances)
        if any(lexicons[sentence.language].matches(Rewriting(sentence.text, tuple(cleaning(sentence.text))).text))
    )
