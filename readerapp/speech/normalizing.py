"""One text as ordinary spoken words, and why each of them is said."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ..languages import READ
from ..model import Diction, Utterance
from .lexicon import Lexicon
from .reading import read
from .rendering import ORDINARY, accented, render
from .stress import Accent

_FEW: Final = "21 дом"
"""A number and a word: what needs the tables of any language."""


class Row(NamedTuple):
    """A piece of the displayed text, what is said for it, and the rule's name ("" where it is said as it stands)."""

    displayed: str
    spoken: str
    rule: str
    phonemes: str = ""
    """IPA from a lexicon, said in place of `spoken` by the engines that take it."""


def utterance(text: str, language: str, lexicons: Sequence[Lexicon] = ()) -> Utterance:
    """A text by itself as one utterance, with its readings."""
    readings = read(text, language, lexicons)
    return Utterance(text=text, language=language, block=0, start=0, end=len(text), substitutions=readings)


def normalize(text: str, language: str) -> str:
    """The ordinary words that are said for a text in a language (primary subtag); no lexicon is used."""
    return render(utterance(text, language)).text


def warm() -> None:
    """Read the tables of every language, which takes a while, so that nobody's first page waits for them."""
    for language in READ:
        normalize(_FEW, language)


def explain(
    text: str,
    language: str,
    lexicons: Sequence[Lexicon] = (),
    diction: Diction = ORDINARY,
    accent: Accent | None = None,
) -> list[Row]:
    """How each piece of a text is read, in order; the displayed pieces joined are the text.

    `accent` tells the stress of Russian words too, as an engine of that diction is told it.
    """
    sentence = utterance(text, language, lexicons)
    readings = accented(sentence, diction, accent)
    rows: list[Row] = []
    at = 0
    for reading in readings:
        if at < reading.start:
            rows.append(Row(text[at : reading.start], text[at : reading.start], ""))
        rows.append(Row(text[reading.start : reading.end], reading.spoken, reading.rule, reading.phonemes))
        at = reading.end
    if at < len(text):
        rows.append(Row(text[at:], text[at:], ""))
    return rows
