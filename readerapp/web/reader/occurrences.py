"""Which sentences of a page a word that somebody reports can have been heard in."""

from collections.abc import Iterable

from ...text.cleaning import squeeze


def bare(word: str) -> str:
    """The word without what stands around it: quotation marks, a full stop."""
    places = [place for place, character in enumerate(word) if _in_words(character)]
    return word[places[0] : places[-1] + 1] if places else ""


def occurrences(word: str, sentences: Iterable[str]) -> list[int]:
    """The numbers of the sentences that have the word by itself; where none has, of those that have it in another."""
    core = squeeze(bare(word).casefold())
    if not core:
        return []
    texts = [(number, squeeze(text.casefold())) for number, text in enumerate(sentences)]
    inside = [(number, text) for number, text in texts if core in text]
    return [number for number, text in inside if _alone(core, text)] or [number for number, _ in inside]


def _alone(core: str, text: str) -> bool:
    """Whether it stands there between other signs than those of words: a pattern made of it could not be looked at."""
    place = text.find(core)
    while place >= 0:
        if not (_in_words(text[place - 1 : place]) or _in_words(text[place + len(core) : place + len(core) + 1])):
            return True
        place = text.find(core, place + 1)
    return False


def _in_words(character: str) -> bool:
    return character.isalnum() or character == "_"
