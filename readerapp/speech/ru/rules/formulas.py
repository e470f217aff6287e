"""Reads formulas of chemistry, and ratios of two numbers: "аш два о", "один к трём"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..numerals import cardinal

_ELEMENTS: Final = {
    "H": "аш", "C": "цэ", "O": "о", "N": "эн", "S": "эс", "P": "пэ", "F": "фтор", "Cl": "хлор", "Na": "натрий",
    "K": "калий", "Ca": "кальций", "Fe": "феррум", "Mg": "магний", "Al": "алюминий", "Br": "бром", "Pb": "свинец",
}  # fmt: skip
_ELEMENT: Final = "|".join(sorted(_ELEMENTS, key=len, reverse=True))
_SMALL: Final = str.maketrans("₂₃₄₅₆₇₈₉", "23456789")
_FORMULA: Final = re.compile(
    rf"(?<![\w-])(?=[A-Za-z]{{0,8}}[2-9₂-₉])(?:(?:{_ELEMENT})[2-9₂-₉]?){{2,5}}(?![\w])|(?<![\w-])O[23₂₃](?!\w)"
)
_RUSSIAN: Final = re.compile(r"(?<![\w-])(?=[СНО]{1,3}[2-4₂-₄])(?:СО|Н|СН|НСО)[2-4₂-₄](?:СО[2-4₂-₄]|О)?(?![\w-])")
"""Formulas typed in Russian letters: "СО2", "Н2О"."""
_LATIN: Final = str.maketrans("СОН", "COH")
_PIECE: Final = re.compile(rf"({_ELEMENT})([2-9]?)")
_RATIO: Final = re.compile(
    r"(?<![\d.,:/])(?<!(?<![а-яё])[СсКк] )(?<!(?<![а-яё])[Дд]о )"
    r"(?P<a>\d{1,3}) ?: ?(?P<b>\d{1,4})(?P<more>(?: ?: ?\d{1,3}){0,2})(?![\d:]|[.,]\d| \d{3}(?!\d))"
)
_CUE: Final = re.compile(
    r"(?i:соотношени|пропорци|развед(?!ут|[её]тся)|разв(?:ёд(?!ут)|ест|од)|разбав|сме[шс]|отношени|масштаб|концентраци|раствор)[^.!?]{0,60}$"
)
_REACH: Final = 80
_LARGE: Final = 10


@rule(cue="HCONSPFKABСН", digits=False)
def formulas(text: str) -> Iterator[Substitution]:
    """ "CO2", "H₂O"."""
    text = _RUSSIAN.sub(lambda match: match[0].translate(_LATIN), text)
    for match in _FORMULA.finditer(text):
        pieces = _PIECE.findall(match[0].translate(_SMALL))
        words = " ".join(_ELEMENTS[e] + (f" {cardinal(int(count))}" if count else "") for e, count in pieces)
        yield Substitution(*match.span(), words, "formula")


@rule(cue=":")
def ratios(text: str) -> Iterator[Substitution]:
    """ "в соотношении 1:10", "цемент и песок (1:3)"; a score has no such word, and is no "1:3" in brackets."""
    for match in _RATIO.finditer(text):
        bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        if match["more"] and not _is_cued(text, match.start()):
            continue
        one = (
            "1" in {match["a"], match["b"]}
            and "0" not in {match["a"], match["b"]}
            and int(match["b"]) <= _LARGE * _LARGE
        )
        cue = _is_cued(text, match.start())
        if cue or (bracketed and one and len(match["b"]) == 1):
            parts = [int(number) for number in (match["b"], *match["more"].split(":")) if number.strip()]
            words = " к ".join((cardinal(int(match["a"])), *(cardinal(part, "datv") for part in parts)))
            yield Substitution(*match.span(), words, "ratio")


def _is_cued(text: str, at: int) -> bool:
    return _CUE.search(text, max(0, at - _REACH), at) is not None
