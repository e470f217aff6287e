"""Reads telephone numbers digit by digit with a rest between the groups, and short numbers as they are known."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_something
from ..shapes import substitution
from ..tokens import Wording, card, linked, spell

_GAP: Final = r"(?: ?[-–/] ?| )"
_NATIONAL: Final = re.compile(
    rf"(?<![\w.,/+-])(?<!\d )(?:\(0[1-9]\d{{0,2}}\) ?|0[1-9]\d{{0,2}}{_GAP})\d{{2,3}}(?:{_GAP}?\d{{2,4}}){{1,3}}"
    rf"(?![\w%])(?![-/]\d)"
)
_FOREIGN: Final = re.compile(
    rf"(?<![\w+])(?:\(\+\d{{1,3}}\)|(?:\+|00(?=[1-9]))\d{{1,3}})(?:{_GAP}?\(\d{{1,4}}\))?(?:{_GAP}?\d{{1,4}}){{2,6}}(?!\w)"
)
_SOLID: Final = re.compile(r"(?<![\w.,/+-])0\d{7,10}(?![\w,])")
_SHORTEST, _LONGEST = 7, 14
_SHORT: Final = re.compile(
    r"(?<![\w.,/+-])(?:(?P<police>114 ?14(?! [A-ZÅÄÖ]))|(?P<pairs>1177)|(?P<crisis>113 ?13(?! [A-ZÅÄÖ]))|(?P<care>116 "
    r"?(?:111|117|123|000|006))"
    r"|(?P<enquiry>118 ?(?:118|800|100|888)))(?!\d)(?!,\d)(?! \d)(?! kr)"
)
_EMERGENCY: Final = re.compile(
    r"(?i:\b(?:ring\w{0,5}|larm\w{0,6}|nödnumm?e?r?e?t?|numret|nummer|tel|telefon|tfn|på|till|via|sos|samtal|akut|"
    r"sos alarm|(?:ring\w{0,5}|larm\w{0,6}|slå\w?) (?:alltid|genast|direkt|omedelbart|då|bara|först|istället)|"
    r"kontakta|slå|slår)[.:]? )(112)"
    r"(?![\d.,:]\d)(?! \d)(?! ?(?:kr|%))(?!\w)"
)
_IN_NEED: Final = re.compile(
    r"(?i:(?<!\w)(?:ring\w{0,3}|vid (?:[a-zåäö]{2,12} )?(?:brand|olycka|olyckor|nöd|nödläge|nödfall)|"
    r"livsfara|livshotande|fara för|akut|1177|114 14)(?!\w)[^.!?\n]{0,60}?[ (])(112)(?=[.,;)!?](?!\d)|$)"
)
"""What is there to be called, at the end of a clause that tells what for."""
_TELEPHONE: Final = re.compile(
    r"(?i:\b(?:tel|telefon|tfn|mobil|fax|vx|växel|sms|ring|anknytning|ankn)[.:]{0,2} ?(?:nr|nummer)?:? ?)"
    r"(\d{1,4}(?:[ –-]\d{2,4}){1,4}|\d{5,12}|(?<=nkn\. |ankn |ning )\d{4})(?![\w,])"
)
_TEXTED: Final = re.compile(
    r"(?i:\b(?:sms|sms:a|smsa|messa|swish|swisha)\b[^.!?\n]{0,40}? till )(\d{5}|\d{2,3}(?: \d{2,3}){1,3})(?![\w,]|-\d)"
)


@rule(cue="0")
def telephones(text: str) -> Iterable[Substitution]:
    """Swedish numbers with an area code: 08-508 00 000, (08) 123 45 67, 070 - 528 49 58."""
    for match in _NATIONAL.finditer(text):
        if _SHORTEST <= sum(map(str.isdigit, match[0])) <= _LONGEST:
            yield substitution(*match.span(), groups(match[0]), "telephone")


@rule(cue="+0")
def foreign(text: str) -> Iterable[Substitution]:
    """Numbers with a country code: +46 8 123 45 67, +46 (0)70-123 45 67."""
    for match in _FOREIGN.finditer(text):
        if _SHORTEST <= sum(map(str.isdigit, match[0])) <= _LONGEST + 2:
            plus = "plus " if "+" in match[0] else ""
            yield substitution(*match.span(), (plus, groups(match[0])), "telephone with country code")


@rule(cue="0")
def solid(text: str) -> Iterable[Substitution]:
    """0701234567, where it is written together."""
    for match in _SOLID.finditer(text):
        digits = match[0]
        parts = (digits[:3], digits[3:6], digits[6:8], digits[8:])
        yield substitution(*match.span(), linked(", ", (spell(part) for part in parts if part)), "telephone")


@rule()
def labelled(text: str) -> Iterable[Substitution]:
    """What stands after "tel." is a telephone number without any area code."""
    for match in _TELEPHONE.finditer(text):
        yield substitution(*match.span(1), groups(match[1]), "telephone")


@rule()
def texted(text: str) -> Iterable[Substitution]:
    """Where a text message or money is to be sent: smsa PARK till 72120."""
    for match in _TEXTED.finditer(text):
        yield substitution(*match.span(1), groups(match[1]), "telephone")


@rule(cue="1")
def short_numbers(text: str) -> Iterable[Substitution]:
    """112, 114 14, 1177 and their like."""
    for match in _SHORT.finditer(text):
        if not counts_something(text, match.end()):
            yield substitution(*match.span(), _short(match), "short number")


@rule(cue="1")
def emergency(text: str) -> Iterable[Substitution]:
    """112 where somebody is told to call it."""
    for match in chain(_EMERGENCY.finditer(text), _IN_NEED.finditer(text)):
        if not counts_something(text, match.end()):
            yield substitution(*match.span(1), spell("112"), "emergency number")


def _short(match: re.Match[str]) -> Wording:
    digits = match[0].replace(" ", "")
    if match["pairs"]:
        return (card(11), " ", card(77))
    if match["police"] or match["crisis"]:
        return (card(digits[:3]), " ", card(digits[3:]))
    return (card(digits[:3]), " ", spell(digits[3:]) if digits[3] == "0" else card(digits[3:]))


def groups(figures: str) -> Wording:
    """The digits of each group, with a rest between the groups."""
    return linked(", ", (spell(part) for part in re.findall(r"\d+", figures)))
