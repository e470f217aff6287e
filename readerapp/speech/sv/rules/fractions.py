"""Reads fractions: "en halv liter", "tre fjärdedelar av eleverna", "två och en halv timme"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_common
from ..numbers import ordinal
from ..shapes import EDGE, SIGN, number, substitution
from ..tables.units import UNITS
from ..tokens import Wording, card

SIGNS: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
PARTS: Final = {
    2: "halv", 3: "tredjedel", 4: "fjärdedel", 5: "femtedel", 6: "sjättedel", 7: "sjundedel", 8: "åttondel",
    9: "niondel", 10: "tiondel", 12: "tolftedel", 16: "sextondel", 20: "tjugondel", 100: "hundradel",
}  # fmt: skip
_SHARED: Final = re.compile(
    r"(?i:(?<!\w)(?:beskatta\w{0,2}|kvotera\w{0,2}|tas upp|skattepliktig\w?|avdragsgill\w?|dras? av|avdrag|"
    r"andel\w{0,2}) "
    r"(?:till|med|på|om) )$"
)
"""Before a part of a whole whose name is rare: "kvoteras till 22/30"."""
_OF: Final = re.compile(r" av (?!de )|-del")
_MEASURES: Final = frozenset(
    """
    liter deciliter centiliter milliliter kilo kilogram hekto gram ton meter centimeter kilometer mil timme varv
    sida år dygn vecka månad timmar
    """.split()
)
_SEVEN: Final = 7
_REACH: Final = 32
_INCH: Final = ('"', "”")
_HOURS: Final = re.compile(r"h|tim|timme|timmar")
_SIGN: Final = re.compile(
    rf"(?P<sign>{SIGN})(?:{EDGE}(?P<from>\d{{1,3}}) ?[-–] ?(?=\d|"
    rf"[{''.join(SIGNS)}]))?(?:{EDGE}(?P<whole>\d{{1,6}}) ?)?(?P<part>[{''.join(SIGNS)}])(?P<av>-)?(?: ?"
    rf"(?P<unit>[a-zåäöA-Z²³]{{1,20}})(?!\w))?"
)
_WRITTEN: Final = re.compile(
    r"(?<![\w,.:/-])(?:(?P<whole>\d{1,6}) )?(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\w/,:%-]|\.\d)(?: "
    r"(?P<unit>[a-zåäöA-Z²³]{1,20})(?!\w))?"
)
_OVER: Final = re.compile(r"(?<![\w,.])(?P<whole>(?!))?(?P<a>\d{1,3})⁄(?P<b>\d{1,3})(?![\w]|[.,]\d)(?P<unit>(?!))?")
"""With a stroke that means nothing else."""
_DIVIDED: Final = re.compile(r"(?<=[\w)])⁄(?=[\w(])")


@rule(cue="⁄", digits=False)
def over(text: str) -> Iterable[Substitution]:
    """1⁄2, a⁄2, as formulas are written in one line."""
    for match in _OVER.finditer(text):
        above, below = int(match["a"]), int(match["b"])
        if above > 0 and below > 1:
            halves: Wording = "en halv" if above == 1 else (card(match["a"]), " halva")
            wording = halves if below == 2 else _wording(above, below, common=True, genitive=False)
            yield substitution(*match.span(), wording, "fraction")
    for match in _DIVIDED.finditer(text):
        yield substitution(*match.span(), " delat med ", "sign")


@rule(cue="".join(SIGNS), amount=True)
def signs(text: str) -> Iterable[Substitution]:
    """½ liter, 2 ½ timme, ¾."""
    for match in _SIGN.finditer(text):
        above, below = SIGNS[match["part"]]
        yield _reading(text, match, above, below)


@rule(cue="/", amount=True)
def written(text: str) -> Iterable[Substitution]:
    """3/4 av eleverna, 1/2 dl, 23 4/5."""
    for match in _WRITTEN.finditer(text):
        above, below = int(match["a"]), int(match["b"])
        part = below in PARTS or _OF.match(text, match.end("b"))
        part = part or _SHARED.search(text, max(0, match.start() - _REACH), match.start())
        if part and below > 1 and 0 < above < below and match["a"][0] != "0":
            yield _reading(text, match, above, below)


def _reading(text: str, match: re.Match[str], above: int, below: int) -> Substitution:
    symbol = match["unit"] or ""
    unit = UNITS.get(symbol)
    end = match.end("unit") if unit else match.end("part") if "part" in match.re.groupindex else match.end("b")
    hyphen = text.startswith("-", end) and unit is None
    common = hyphen or (unit.common if unit else counts_common(text, end))
    genitive = below != 2 and (unit is not None or symbol in _MEASURES)
    inches = not symbol and text[end : end + 1] in _INCH and below != 2
    wording = _wording(above, below, common=common or not symbol, genitive=genitive or inches)
    if genitive and below == 4 and _HOURS.fullmatch(symbol):
        wording = (card(above, common=True), " kvarts")
    if match["whole"]:
        wording = (number(match["whole"], common=common), " och ", wording)
    elif "sign" in match.re.groupindex and match["sign"]:
        wording = ("minus ", wording)
    if "from" in match.re.groupindex and match["from"]:
        wording = (card(match["from"], common=common), " till ", wording)
    if inches:
        return substitution(match.start(), end + 1, (wording, " tum"), "fraction")
    if unit:
        wording = (wording, " " + (unit.many if genitive and match["whole"] else unit.one))
    return substitution(match.start(), end + hyphen, wording, "fraction")


def _wording(above: int, below: int, *, common: bool, genitive: bool) -> Wording:
    if below == 2:
        return "en halv" if common else "ett halvt"
    part = PARTS.get(below) or part_of(below)
    return (card(above, common=True), " ", part, "s" if genitive else "ar" if above > 1 else "")


def part_of(below: int) -> str:
    """The name of one of so many equal parts: "trettiondel", "tjugofemtedel"."""
    nth = ordinal(below)
    return nth.removesuffix("de" if nth.endswith("nde") and below % 10 != _SEVEN else "") + "del"
