"""Reads years, decades and centuries: "tjugohundrafyra till tjugohundrasex", "artonhundratalet"."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..grammar import counts_something
from ..shapes import between, halting, plain, substitution
from ..tokens import Wording, anno, card, linked, spell

_YEAR: Final = r"(?:1[1-9]|20)\d\d"
_FREE: Final = r"(?<![\w,./:-])(?<!\d )"
_END: Final = r"(?!\w|[,.:]\d|-\d| \d{3}(?!\d))"
_RANGE: Final = re.compile(rf"{_FREE}({_YEAR})( ?[-–] ?|--|/)({_YEAR}|\d\d){_END}(?! ?(?:kr|kg|m|km|st)(?!\w))")
_TURN: Final = re.compile(r"(?i:årsskiftet|vintern|natten|säsongen|sekelskiftet) $")
_SCHOOL_YEARS: Final = re.compile(rf"{_FREE}({_YEAR})/({_YEAR}|\d\d) ?[-–] ?({_YEAR})/({_YEAR}|\d\d){_END}")
_BEFORE_ERA: Final = r"(\d{1,3} \d{3}|\d{1,6})"
_ERA: Final = re.compile(
    rf"(?<![\w,.])(?<!\d ){_BEFORE_ERA}(?:( ?[-–] ?){_BEFORE_ERA})? ?([fe])\.? ?[Kk]r(?:\.|(?!\w))"
)
_CUED: Final = re.compile(r"(?i:\b(?:år|årgång|anno|årtalet|omkring år) )(\d{3,4})(?!\w|[,.:]\d| \d{3}(?!\d))")
_MORE: Final = r"(?:(?:,| och| samt) [-–']\d\d){0,4}"
_SHORT: Final = re.compile(
    r"(?i:\b(?:sommaren|hösten|våren|vintern|julen|januari|februari|mars|april|maj|juni|juli|augusti|september|"
    rf"oktober|november|december|VM|EM|OS|SM|NM|valet|säsongen) )([-–'][0-9]\d{_MORE})(?![\w-])"
)
_SINCE: Final = re.compile(
    r"(?i:\b(?:från|sedan|sen|årgång|årsmodell|modell|grundades|bildades|byggdes|startades?|invigdes|föddes|född|dog|"
    r"började|slutade|kom|utkom|gifte sig|flyttade hit|var|redan|byggd|\w{2,6}byggd|\w{2,6}byggt|renoverad|renoverat|"
    rf"invigd|grundad|antagen) )([-–'][3-9]\d{_MORE})"
    r"(?![\w-]|[.,]\d| ?(?:°|grader|till|%|procent|minus|C\b|–|kr|m\b|cm|mm|st))"
)
_TWO_FIGURES: Final = re.compile(r"[-–'](\d\d)")
_LONE: Final = re.compile(r"(?<![\w,./:#-])(?<!nr )(?<!nummer )((?:1[1-9]|20)\d\d)(?!\w|[,.:/]\d| \d{3}(?!\d))(?!-\d)")
_REACH: Final = 16
_FIRST_PROBABLE: Final = "1500"
_CENTURY: Final = re.compile(
    r"(?<![\w,.])(?<!\d )(\d{2,4}|\d{1,3} \d{3})(?:( ?[-–] ?|- och |-, )(\d{2,4}))?(?:-| )(tal\w{0,20})(?!\w)"
)
_SHORT_CENTURY: Final = re.compile(
    r"(?<![\w,.])(\d{2,4})-t\.?(?:(?P<of>(?= (?:första|andra|senare|sista|början|slut|mitt)(?!\w)))|(?![\w.]))"
)
_ALSO_CENTURY: Final = re.compile(
    r"(?<![\w,.])(\d{2,4})-(?=(?: (?:och|till|eller|samt|respektive)|,) "
    r"(?:början av )?\d{2,4}-(?:tal|, \d|och))"
)


@rule(cue="-–−/", amount=True)
def ranges(text: str) -> Iterable[Substitution]:
    """2004–2006, 2023-24, 2023/2024."""
    for match in _SCHOOL_YEARS.finditer(text):
        ends = [(anno(match[at]), " ", _end(match[at + 1])) for at in (1, 3)]
        yield substitution(*match.span(), linked(between(text, match.start()), ends), "years")
    for match in _RANGE.finditer(text):
        first, joint, second = match.groups()
        whole = int(second) if len(second) == len(first) else int(first[:2] + second)
        if whole <= int(first) or (joint == "/" and whole != int(first) + 1):
            continue
        turn = joint == "/" and _TURN.search(text, max(0, match.start() - _REACH), match.start())
        till = " " if turn else between(text, match.start())
        yield substitution(*match.span(), (anno(first), till, _end(second)), "years")


@rule(cue="Kk", amount=True)
def eras(text: str) -> Iterable[Substitution]:
    """79 e.Kr., 500–300 f.Kr."""
    for match in _ERA.finditer(text):
        era = "före Kristus" if match[4] == "f" else "efter Kristus"
        end = match.end() - 1 if match[0][-1] == "." and at_end(text, match.end()) else match.end()
        till = (" till ", anno(plain(match[3]))) if match[3] else ""
        yield substitution(match.start(), end, (anno(plain(match[1])), till, " ", era), "year")


@rule(cue="åÅ", amount=True)
def cued(text: str) -> Iterable[Substitution]:
    """A year after the word for it: år 1066."""
    for match in _CUED.finditer(text):
        yield substitution(*match.span(1), anno(match[1]), "year")


@rule(cue="-–'", amount=True)
def short(text: str) -> Iterable[Substitution]:
    """Two digits after a word that wants a year: sommaren -23, VM 94."""
    for match in chain(_SHORT.finditer(text), _SINCE.finditer(text)):
        for year in _TWO_FIGURES.finditer(text, *match.span(1)):
            yield substitution(*year.span(), _end(year[1]), "year")


@rule(cue="12", amount=True)
def lone(text: str) -> Iterable[Substitution]:
    """Four digits without a space, 1500 to 2099, unless they count something."""
    for match in _LONE.finditer(text):
        early = match[1] < _FIRST_PROBABLE and (match[0] == text.strip() or counts_something(text, match.end()))
        if not early and not (match[1] >= "2000" and counts_something(text, match.end())):
            yield substitution(*match.span(), anno(match[1]), "year")


@rule(cue="-")
def also_centuries(text: str) -> Iterable[Substitution]:
    """The first of two: 1960- och 70-talen."""
    for match in _ALSO_CENTURY.finditer(text):
        yield substitution(*match.span(), (_century(match[1]), "-"), "century")


@rule(cue="t")
def centuries(text: str) -> Iterable[Substitution]:
    """1900-talet, 80-talister, 1920-talsbyggnader, 100-tals, 1900-t."""
    for match in _SHORT_CENTURY.finditer(text):
        end = halting(text, match.end() - match[0].endswith("."))
        yield substitution(
            match.start(), end, (_century(match[1]), "talets" if match["of"] is not None else "talet"), "century"
        )
    for match in _CENTURY.finditer(text):
        if match[0][match.start(4) - match.start() - 1] == " " and match[4] not in {"talet", "talets"}:
            continue
        wording: Wording = _century(match[1])
        if match[3]:
            wording = (wording, " till ", _century(match[3]))
        yield substitution(*match.span(), (wording, match[4]), "century")


def _end(year: str) -> Wording:
    """The last of two years, which may be cut short: "24", "02"."""
    if len(year) == len("2024"):
        return anno(year)
    return spell(year) if year[0] == "0" else card(int(year))


def _century(digits: str) -> Wording:
    digits = digits.replace(" ", "")
    if digits == "2000":
        return "tjugohundra"
    if digits == "00":
        return "nollnoll"
    return anno(digits) if len(digits) == len("1900") and digits != "1000" else card(int(digits))
