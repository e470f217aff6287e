"""Reads sums of reports with those of the year before in brackets: "en komma sex, minus en komma fyra, miljarder"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import NUMBER, halting, number, substitution
from ..tables.money import AFTER, CROWNS, SCALES
from ..tokens import Wording

_SIGNED: Final = rf"[-–−+]?{NUMBER}"
_SCALE: Final = "|".join(sorted((*SCALES, *CROWNS), key=len, reverse=True))
_CURRENCY: Final = "SEK|EUR|USD|NOK|DKK|GBP|€|\\$"
_COMPARED: Final = re.compile(
    rf"(?<![\w.,/-])(?:(?P<before>{_CURRENCY}) ?)?(?P<a>{_SIGNED}) \((?P<b>{_SIGNED})\) "
    rf"(?P<scale>(?i:{_SCALE})|kronor|kr|procent|%)(?![\w%])(?: (?P<after>kr|kronor|SEK|euro|EUR|dollar)(?!\w))?"
)
_IN_FRONT: Final = re.compile(
    rf"(?<!\w)(?P<scale>MSEK|TSEK|KSEK|MEUR|TEUR|MUSD|MNOK|MDKK|Mkr|Mdkr|Tkr) ?(?P<a>{_SIGNED})"
    rf"(?:(?= ?\()|(?![\w%]|[.,:/-]\d))"
    rf"(?: \((?P<b>{_SIGNED})\))?"
)
_PAIR: Final = re.compile(
    r"(?<![\w/])(?P<a>EUR|USD|GBP|NOK|DKK|SEK|CHF|JPY)/(?P<b>EUR|USD|GBP|NOK|DKK|SEK|CHF|JPY)(?![\w/])"
)
_THOUSANDS: Final = {
    "ksek": "tusen kronor", "teur": "tusen euro", "mnok": "miljoner norska kronor", "mdkk": "miljoner danska kronor",
}  # fmt: skip
_CURRENCIES: Final = {"SEK": "svenska kronor"}
_PLAIN: Final = {"kr": "kronor", "kronor": "kronor", "%": "procent", "procent": "procent"}


@rule(cue="(", amount=True)
def compared(text: str) -> Iterable[Substitution]:
    """SEK 1,6 (-1,4) miljarder, 345 (412) Mkr."""
    for match in _COMPARED.finditer(text):
        scale = match["scale"].lower()
        unit = _PLAIN.get(scale) or (SCALES.get(scale) or CROWNS[scale])[1]
        currency = match["before"] or match["after"]
        if currency and scale in SCALES and "kronor" not in unit:
            unit += f" {AFTER[currency].many}"
        yield substitution(match.start(), halting(text, match.end()), (_both(match), ", ", unit), "money")


@rule(cue="MTK", amount=True)
def in_front(text: str) -> Iterable[Substitution]:
    """MSEK 214 (187), TSEK 500."""
    for match in _IN_FRONT.finditer(text):
        scale = match["scale"].lower()
        unit = _THOUSANDS.get(scale) or CROWNS[scale][1]
        joint = ", " if match["b"] else " "
        yield substitution(*match.span(), (_both(match), joint, unit), "money")


@rule(cue="/", digits=False)
def pairs(text: str) -> Iterable[Substitution]:
    """What one currency costs in another: EUR/SEK 11,42."""
    for match in _PAIR.finditer(text):
        first, second = (_CURRENCIES.get(match[name]) or AFTER[match[name]].many for name in "ab")
        yield substitution(*match.span(), f"{first} mot {second}", "money")


def _both(match: re.Match[str]) -> Wording:
    first = _signed(match["a"])
    return (first, ", ", _signed(match["b"])) if match["b"] else first


def _signed(figures: str) -> Wording:
    sign = {"+": "plus ", "-": "minus ", "–": "minus ", "−": "minus "}.get(figures[0], "")
    return (sign, number(figures.lstrip("+-–−"), common=True))
