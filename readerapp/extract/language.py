"""Tells the language of an article and of its blocks, among the languages that the product reads."""

from functools import cache
from typing import Final

import eldc

from ..languages import READ, base

_ENOUGH: Final = 40
"""Letters for a guess about a block that the page says nothing of."""
_PLENTY: Final = 400
"""Letters for a guess that outweighs what the page says."""
_SAMPLE: Final = 3000


@cache
def _ready() -> bool:
    eldc.init()
    eldc.set_languages(list(READ))
    return True


def article_language(declared: str | None, text: str) -> str:
    """The declared language, unless a long text is plainly another; what it looks like where none is declared."""
    named = base(declared)
    letters = sum(c.isalpha() for c in text[:_SAMPLE])
    if named and (named not in READ or (letters < _PLENTY and _same_script(named, text))):
        return named
    guess = guessed(text[:_SAMPLE])
    return guess or named or READ[0]


def block_language(text: str, around: str) -> str:
    """The language of a block that has no `lang` of its own, in an article in the language `around`."""
    short = sum(c.isalpha() for c in text) < _ENOUGH
    if (short or around not in READ) and _same_script(around, text):
        return around
    return guessed(text) or around


def guessed(text: str) -> str | None:
    """The language that a text is written in, or None when that is not sure."""
    _ready()
    found = eldc.detect_details(text[:_SAMPLE])
    return found.language if found.reliable and found.language in READ else None


def _same_script(language: str, text: str) -> bool:
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in letters)
    return not letters or (cyrillic * 2 > len(letters)) == (language == "ru")
