"""Reads what is cut short in names of places: "Norra Långgatan", "Sankt Olofs kyrka", "Vimmerby kommun"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, substitution

_COMPASS: Final = re.compile(
    r"(?<![\w.])([NSVÖ]|St|L|G|Gla)\. ?(?=[A-ZÅÄÖ][a-zåäöé]{1,20}(?:gatan?|vägen?|torg(?:et)?|gränd(?:en)?|"
    r"kyrkan?|bron?|kajen|hamnen?|stranden?|allén?|parken?|leden|stigen?|backen?|skolan?|station(?:en)?|bergen?|berget|sjön|viken|"
    r"tull(?:en)?|promenaden|esplanaden|skeppsbron|torpet|ringvägen|plan|kvarteret|stan|byn?)(?!\w)|"
    r"(?:Torget|Kyrkan|Bron|Hamnen|Esplanaden|Ringen)(?!\w))"
)
_WIND: Final = re.compile(
    r"(?<![\w.-])(?P<side>[NSVÖOW]{1,3})(?:[-–](?P<to>[NSVÖOW]{1,3}))?(?=(?: ca|"
    r" omkring)? \d{1,2}(?: ?[-–] ?\d{1,2})? ?m/s)"
)
_CORNERS: Final = ("NV", "NÖ", "NO", "SV", "SÖ", "SO")
_EASTERN: Final = {"V": "västra", "Ö": "östra", "O": "östra"}
_WINDS: Final = {"N": "nord", "S": "syd", "V": "väst", "W": "väst", "Ö": "ost", "O": "ost"}
_REGION: Final = re.compile(
    r"(?<![\w.-])(?P<side>[NS][VÖO])\.? (?=[A-ZÅÄÖ][a-zåäö]{1,12}(?:land|bygden|botten|kusten|slätten|fjällen|"
    r"skogen|havet|sjön)(?:et|s)?(?!\w)|"
    r"(?:Skåne|Blekinge|Dalarna|Sverige|Europa|Finland|Gästrikland|Bohuslän)(?!\w))"
)
_SIDE_OF: Final = re.compile(r"(?<![\w.])([nsvö])\. ?(?=om [A-ZÅÄÖa-zåäö]{3})")
_SIDES_OF: Final = {"n": "norr ", "s": "söder ", "v": "väster ", "ö": "öster "}
_SIDES: Final = {
    "N": "Norra", "S": "Södra", "V": "Västra", "Ö": "Östra", "St": "Stora", "L": "Lilla", "G": "Gamla", "Gla": "Gamla",
}  # fmt: skip
_SAINT: Final = re.compile(
    r"(?<![\w.])(S:t|St)\.? (?=(?:Ansgar|Bernhard|Birgitta|Botvid|Clemens|David|Drotten|Erik|Eskil|Gertrud|Göran|"
    r"Hans|Henrik|"
    r"Ilian|Jakob|Jacob|Johannes|Jörgen|Karin|Katarina|Klara|Knut|Lars|Laurenti|Lucia|Lukas|Markus|Mark|Maria|Mikael|Michel|"
    r"Mikae|Nicola[ius]|Nikola[ius]|Olai|Olof|Olov|Olav|Paul|Per|Peder|Petri|Peter|Persgatan|Ragnhild|Sigfrid|Staffan|Stefan|Tomas|"
    r"Thomas|Torfinn|Ursula)[a-zåäö]{0,12}(?!\w)|"
    r"[A-ZÅÄÖ][a-zåäö]{2,16} (?:kyrka|församling|socken|kapell|kloster|gille|sjukhus))"
)
_DISTRICT: Final = re.compile(r"(?<=[a-zåäö] )(?<!\.)(kn|sn|hd)(?![\w-]|:\w)")
_DISTRICTS: Final = {"kn": "kommun", "sn": "socken", "hd": "härad"}


@rule(cue=".", digits=False)
def points_of_the_compass(text: str) -> Iterable[Substitution]:
    """N. Långgatan, St. Torget: before what is a street or a place by its last part; "v. om kyrkan"."""
    for match in _COMPASS.finditer(text):
        yield substitution(match.start(), match.end(1) + 1, _SIDES[match[1]], "abbreviation")
    for match in _SIDE_OF.finditer(text):
        yield substitution(*match.span(), _SIDES_OF[match[1]], "abbreviation")


@rule(cue="VÖO", digits=False)
def regions(text: str) -> Iterable[Substitution]:
    """Where in a country: NO Götaland, SV Skåne."""
    for match in _REGION.finditer(text) if any(side in text for side in _CORNERS) else ():
        side = match["side"]
        yield substitution(match.start(), match.end() - 1, _WINDS[side[0]] + _EASTERN[side[1]], "abbreviation")


@rule(cue="/")
def winds(text: str) -> Iterable[Substitution]:
    """Where the wind comes from, before its speed: SV 5–10 m/s, S-SV 4 m/s."""
    for match in _WIND.finditer(text):
        sides = ["".join(_WINDS[letter] for letter in side) for side in match.group("side", "to") if side]
        yield substitution(*match.span(), " till ".join(sides), "abbreviation")


@rule(cue="S", digits=False)
def saints(text: str) -> Iterable[Substitution]:
    """St before a saint, or before what a church or a parish is called by."""
    for match in _SAINT.finditer(text):
        yield substitution(match.start(), match.end() - 1, "Sankt", "abbreviation")


@rule(cue="ks", digits=False)
def districts(text: str) -> Iterable[Substitution]:
    """kn and sn behind the name of a municipality or a parish."""
    for match in _DISTRICT.finditer(text):
        yield substitution(match.start(1), halting(text, match.end()), _DISTRICTS[match[1]], "abbreviation")
