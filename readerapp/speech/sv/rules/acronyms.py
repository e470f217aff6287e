"""Reads acronyms letter by letter where a voice would take them for words: "E U", "E us kommission"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.acronyms import LETTER_NAMES, SPELLED, SPELLED_IN_SMALL_LETTERS

_SPELLED: Final = re.compile(
    rf"(?<![\w.])(?:{'|'.join(sorted(SPELLED | SPELLED_IN_SMALL_LETTERS))})(?![\w:]|-[A-ZÅÄÖ]{{2}})"
)
_GENITIVE: Final = re.compile(r"(?<![\w.-])([A-ZÅÄÖ]{2,6}):s(?!\w)")
_VOWELS: Final = frozenset("AEIOUYÅÄÖ")
_IN_CAPITALS: Final = re.compile(r"[A-ZÅÄÖ]{4,}[ ,.:–-]+$|^[ ,.:–-]+[A-ZÅÄÖ]{4,}")


@rule(digits=False)
def spelled(text: str) -> Iterable[Substitution]:
    """EU, IT-stöd, sfi; not where the words around are in capitals too."""
    for match in _SPELLED.finditer(text):
        around = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        if not any(_IN_CAPITALS.search(side) for side in around):
            yield substitution(*match.span(), " ".join(match[0]), "acronym")


@rule(cue=":", digits=False)
def genitives(text: str) -> Iterable[Substitution]:
    """EU:s, FN:s; the last letter's name takes the ending, or the word (Natos)."""
    for match in _GENITIVE.finditer(text):
        letters = match[1]
        if letters in SPELLED | {"USA"} or not _VOWELS.intersection(letters):
            said = " ".join(letters[:-1]) + f" {LETTER_NAMES[letters[-1]]}s"
        else:
            said = letters.capitalize() + "s"
        yield substitution(*match.span(), said, "acronym")
