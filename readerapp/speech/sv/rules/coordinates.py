"""Reads places on the map: "nord sextiotvå grader tjugofyra minuter"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import number, substitution
from ..tokens import Wording, linked

_PART: Final = r"\d{1,2}(?:[.,]\d{1,5})?"
_SIDE: Final = "NSEWÖVO"
_PLACE: Final = re.compile(
    rf"(?:(?<!\w)(?P<front>[{_SIDE}]) ?)?(?<![\w.,])(?P<degrees>\d{{1,3}}(?:[.,]\d{{1,6}})?)°(?: ?(?P<minutes>{_PART})'"
    rf"(?: ?(?P<seconds>{_PART})(?:\"|''|”))?)?(?: ?(?P<back>[{_SIDE}])(?!\w))?"
)
_DECIMAL: Final = re.compile(r"(?<!\w)(?P<side>[NSEWÖVO]) ?(?P<degrees>\d{1,3}[.,]\d{1,7})(?![\w.,]\d|\w)")
_MAPPED: Final = re.compile(r"(?i:koordinat|läge|position|latitud|longitud|\bgps\b|wgs)")
_SIDES: Final = {"N": "nord", "S": "syd", "E": "ost", "Ö": "ost", "O": "ost", "W": "väst", "V": "väst"}


@rule(cue="NSEWÖVO")
def decimals(text: str) -> Iterable[Substitution]:
    """Degrees without their sign, where the text tells of a place on the map: N 63.8, E 20.2."""
    if _MAPPED.search(text):
        for match in _DECIMAL.finditer(text):
            wording = (_SIDES[match["side"]], " ", _number(match["degrees"]))
            yield substitution(*match.span(), wording, "coordinates")


@rule(cue="°")
def places(text: str) -> Iterable[Substitution]:
    """Degrees and minutes: N 62° 24', 64°45′06″N."""
    for match in _PLACE.finditer(text):
        if not (match["minutes"] or match["front"] or match["back"]):
            continue
        wording: list[Wording] = [(_number(match["degrees"]), " grader")]
        if match["minutes"]:
            wording.append((_number(match["minutes"]), " minuter"))
        if match["seconds"]:
            wording.append(("och ", _number(match["seconds"]), " sekunder"))
        front, back = _SIDES.get(match["front"] or ""), _SIDES.get(match["back"] or "")
        yield substitution(*match.span(), linked(" ", filter(None, (front, *wording, back))), "coordinates")


def _number(figures: str) -> Wording:
    whole, point, decimals = figures.replace(".", ",").partition(",")
    return number(str(int(whole)) + point + decimals, common=True)
