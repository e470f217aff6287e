"""Reads formulas and powers: "H två O", "a i kvadrat", "tio upphöjt till sex"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import CAPITALS, rule
from ..shapes import substitution
from ..tokens import Wording, card, linked

_ELEMENT: Final = (
    "(?:Al|Ag|Au|Ba|Be|Br|Ca|Cd|Cl|Co|Cr|Cs|Cu|Fe|He|Hg|Kr|Li|Mg|Mn|Mo|Na|Ne|Ni|Pb|Pt|Ra|Rn|Se|Si|Sn|Sr|Ti|Zn|"
    "B|C|F|H|I|K|N|O|P|S|U)"
)
_LOW: Final = "₀₁₂₃₄₅₆₇₈₉"
_FORMULA: Final = re.compile(
    rf"(?<![\w-])(?=[A-Za-z()]{{1,8}}+[1-9{_LOW}])(?:{_ELEMENT}(?:[{_LOW}]{{1,2}}|\d{{1,2}})?|"
    rf"\((?=[A-Z])|\)(?:[{_LOW}]|\d)?){{1,8}}(?![\w({_LOW}])"
)
_ATOM: Final = re.compile(rf"([A-Z][a-z]?)([{_LOW}]{{1,2}}|\d{{1,2}})?|\)([{_LOW}]|\d)?")
_DIGITS: Final = str.maketrans(_LOW, "0123456789")
_RAISED: Final = re.compile(
    r"(?:(?<=(?<![\d\ue001])[\d\ue001])|(?<=(?<![\d\ue001])[\d\ue001]{2})|(?<=\))|(?<=(?<!\w)[a-zA-Z]))[²³](?!\w)"
)
_CARET: Final = re.compile(r"(?:(?<=[\d\ue000\ue001)])|(?<=(?<!\w)[a-zA-Z]))\^(?P<sign>[-−]?)(?P<power>\d{1,3})(?!\w)")
_HIGH: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_THE: Final = re.compile(rf"(?<=(?<!\d)10)(?P<sign>[⁻]?)(?P<power>[{_HIGH}]{{1,3}})(?![\w{_HIGH}])")
_HIGH_DIGITS: Final = str.maketrans(_HIGH, "0123456789")
_NAMES: Final = {"²": "i kvadrat", "³": "upphöjt till tre"}
_ROOT: Final = re.compile(r"√ ?(?=[\w(\ue000\ue001])")
_TWO: Final = 2


@rule(cue=CAPITALS, digits=False)
def formulas(text: str) -> Iterable[Substitution]:
    """H2O, N₂O, Ca(OH)2; a single element only with a low number, since B12 and K2 name other things."""
    for match in _FORMULA.finditer(text):
        atoms = [atom for atom in _ATOM.finditer(match[0]) if atom[1] or atom[3]]
        low = not set(_LOW).isdisjoint(match[0])
        if low or sum(bool(atom[1]) for atom in atoms) >= _TWO:
            yield substitution(*match.span(), linked(" ", map(_atom, atoms)), "formula")


@rule(cue="⁻¹²³⁴⁵⁶⁷⁸⁹")
def powers_of_ten(text: str) -> Iterable[Substitution]:
    """1,67 × 10⁻²⁷."""
    for match in _TO_THE.finditer(text):
        sign = "minus " if match["sign"] else ""
        power = card(match["power"].translate(_HIGH_DIGITS))
        yield substitution(*match.span(), (" upphöjt till " + sign, power), "sign")


@rule(cue="^")
def carets(text: str) -> Iterable[Substitution]:
    """10^6."""
    for match in _CARET.finditer(text):
        wording = (" upphöjt till " + ("minus " if match["sign"] else ""), card(match["power"]))
        yield substitution(*match.span(), wording, "sign")


@rule(cue="²³", digits=False)
def powers(text: str) -> Iterable[Substitution]:
    """3² and a³, of what is no unit."""
    for match in _RAISED.finditer(text):
        yield substitution(*match.span(), f" {_NAMES[match[0]]}", "sign")


@rule(cue="√", digits=False)
def roots(text: str) -> Iterable[Substitution]:
    """√16."""
    for match in _ROOT.finditer(text):
        yield substitution(*match.span(), "roten ur ", "sign")


def _atom(atom: re.Match[str]) -> Wording:
    number = (atom[2] or atom[3] or "").translate(_DIGITS)
    letters = " ".join((atom[1] or "").upper())
    return linked(" ", [*([letters] if letters else []), *([card(int(number))] if number else [])])
