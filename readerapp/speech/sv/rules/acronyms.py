"""Reads acronyms letter by letter where a voice would take them for words: "E U", "L V U", "E us kommission"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.acronyms import CODAS, LETTER_NAMES, ONSETS, SAID, SPELLED, SPELLED_IN_SMALL_LETTERS

_ACRONYM: Final = re.compile(
    rf"(?<![\w.])(?:[A-ZÅÄÖ]{{2,5}}|{'|'.join(sorted(SPELLED_IN_SMALL_LETTERS))})(?![\w:]|-[A-ZÅÄÖ]{{2}})"
)
_GENITIVE: Final = re.compile(r"(?<![\w.-])([A-ZÅÄÖ]{2,6})(?::s|(?<=[A-ZÅÄÖ]{2})s)(?!\w)")
_VOWELS: Final = frozenset("AEIOUYÅÄÖ")
_IN_CAPITALS: Final = re.compile(r"(?<![A-ZÅÄÖ])[A-ZÅÄÖ]{4,}+[ ,.:–-]++$|^[ ,.:–-]++[A-ZÅÄÖ]{4}")
_SYLLABLES: Final = re.compile(r"([^AEIOUYÅÄÖ]*)(.*?)([^AEIOUYÅÄÖ]*)")
_STRANGE: Final = re.compile(r"OU|UI|IU|UU|AO|UO|[^AEIOUYÅÄÖ]{4}|[QXWZ](?!$)")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_DATED: Final = re.compile(" \ue001{4}(?!\ue001)")
_SHORTEST: Final = 3
_CLUB: Final = re.compile(r"[A-ZÅÄÖ]{1,2}IF|[A-ZÅÄÖ]IK")
"""Names of sports clubs: HIF, KAIF, TIK."""


@rule(digits=False)
def spelled(text: str) -> Iterable[Substitution]:
    """EU, LVU, IT-stöd, sfi; not where the words around are in capitals too."""
    for match in _ACRONYM.finditer(text):
        if not is_spelled(match[0]) and not _is_label(text, match):
            continue
        around = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        if not any(_IN_CAPITALS.search(side) for side in around):
            yield substitution(*match.span(), " ".join(match[0]), "acronym")


@rule(cue="s", digits=False)
def genitives(text: str) -> Iterable[Substitution]:
    """EU:s, FN:s; the last letter's name takes the ending, or the word (Natos)."""
    for match in _GENITIVE.finditer(text):
        letters = match[1]
        if letters == "USA" or is_spelled(letters) or not _VOWELS.intersection(letters):
            wording = " ".join(letters[:-1]) + f" {LETTER_NAMES[letters[-1]]}s"
        else:
            wording = letters.capitalize() + "s"
        yield substitution(*match.span(), wording, "acronym")


def is_spelled(letters: str) -> bool:
    """Whether letters must be said one by one: known to be, or with a beginning or an end that no Swedish word has.

    Those without any vowel are spelled by every voice as they stand.
    """
    if letters in SPELLED or letters in SPELLED_IN_SMALL_LETTERS:
        return True
    if _CLUB.fullmatch(letters):
        return letters not in SAID
    if len(letters) < _SHORTEST:
        return letters not in SAID and not _VOWELS.isdisjoint(letters) and _ROMAN.fullmatch(letters) is None
    if letters in SAID or not _VOWELS.intersection(letters) or _ROMAN.fullmatch(letters):
        return False
    parts = _SYLLABLES.fullmatch(letters)
    return parts is not None and (parts[1] not in ONSETS or parts[3] not in CODAS or bool(_STRANGE.search(letters)))


def letters(code: str) -> str:
    """Up to three letters of a code, one by one where a voice would take them for a word: "K U nitton"."""
    short = 1 < len(code) <= _SHORTEST and code.isupper() and not _VOWELS.isdisjoint(code)
    return " ".join(code) if short else code


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Two letters before a hyphen and a word, or before a number: AT-läkare, EN 301 549."""
    if match[0] == "RÅ" and _DATED.match(text, match.end()):
        return True
    if len(match[0]) != len("AT") or match[0] in SAID or not _VOWELS.intersection(match[0]):
        return False
    hyphen = text[match.end() : match.end() + 1] == "-" and text[match.end() + 1 : match.end() + 2].islower()
    dated = _DATED.match(text, match.end()) is not None
    return hyphen or dated or (match[0] == "EN" and text[match.end() + 1 : match.end() + 2] in {"\ue000", "\ue001"})
