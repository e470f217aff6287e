"""Reads numbers joined to a word by a hyphen as compounds: "sextiofemåringar", "A fyra-papper"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import ascending, number, plain, substitution
from ..tokens import Wording, anno, card

_COMPOUND: Final = re.compile(
    r"(?<![\w,.:/])(?<![^\W\d][-–])(?<!\d )(?P<a>\d{1,3}(?: \d{3}){1,2}|\d{1,7}(?:,\d{1,2})?)"
    r"(?:-?(?P<joint> ?[-–] ?|-? och |-? eller |-? till )(?P<b>\d{1,7}(?:,\d{1,2})?))?"
    r"-(?P<word>[a-zåäöé]{2,40})(?!\w)"
)
_NAMED: Final = re.compile(r"(?:\b(?i:typ|klass|nivå|grad|hepatit|steg|fas) |\b[A-ZÅÄÖ]{2,6} )$")
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_OF_YEARS: Final = re.compile(
    r"års(?!jubil|dag)|åren|val(?!len)|program|säsong|modell|generation|kull|revision|uppror|revolution|kris|lag(?!et)|reform|konvention|"
    r"utgåv|upplag|version|budget|tabell|pris|nivå"
)
_CUT_SHORT: Final = re.compile(r"(?<![\w,.:/-])(?P<no>\d{1,4})[- ]?-(?P<unit>min|tim|mån|pers)\.(?=[a-zåäö]{3})")
_UNITS: Final = {"min": "minuters", "tim": "timmars", "mån": "månaders", "pers": "personers"}
_HALF: Final = re.compile(r"(?<![\w,.:/])(\d{1,7})-(?=(?:,| och| eller| till| respektive) )")


@rule(cue="-")
def compounds(text: str) -> Iterable[Substitution]:
    """65-åringar, 20-årsjubileum, 3–5-åringar, 3-rummare, 18-snåret."""
    for match in _COMPOUND.finditer(text):
        wording: Wording = _first(match["a"], match["word"])
        if match["b"]:
            till = "till" if ascending(match["a"], match["b"]) else ""
            wording = (wording, " ", match["joint"].strip("- –") or till, " ", _first(match["b"]))
        apart = "-" if _NAMED.search(text, max(0, match.start() - 12), match.start()) else ""
        yield substitution(*match.span(), (wording, apart, match["word"]), "compound")


@rule(cue="-")
def cut_short(text: str) -> Iterable[Substitution]:
    """The same with the word behind the number cut short in its middle: 75-min.biljett."""
    for match in _CUT_SHORT.finditer(text):
        wording = (card(match["no"]), _UNITS[match["unit"]])
        yield substitution(*match.span(), wording, "compound")


@rule(cue="-")
def halves(text: str) -> Iterable[Substitution]:
    """The first of two compounds: "3- och 4-åringar"."""
    for match in _HALF.finditer(text):
        yield substitution(*match.span(), (card(int(match[1])), "-"), "compound")


def _first(figures: str, word: str = "") -> Wording:
    if _YEAR.fullmatch(figures) and _OF_YEARS.match(word):
        return anno(figures)
    if "," in figures:
        return number(figures)
    digits = plain(figures)
    if len(digits) == len("1177") and digits == "1177":
        return (card(11), " ", card(77), " ")
    return "ett ett två " if digits == "112" else card(int(digits))
