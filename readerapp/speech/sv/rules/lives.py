"""Reads what books of families write of lives: "gift 1746 med", "född den tredje april 1812", "torpare under Hult"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_something
from ..shapes import held, substitution
from ..tokens import Wording, anno, nth
from .abbreviations import BIRTH, cased, tells_death
from .dates import month_name

_YEAR: Final = r"(?:1[5-9]\d\d|20[0-4]\d)"
_DAY: Final = rf"(?:(?:den )?(?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>1[0-2]|0?[1-9]) )?(?P<year>{_YEAR})"
_WITH: Final = r"(?P<with> m(?:\.|ed)?)(?= (?:[A-ZÅÄÖ]|[a-zåäö]{4}))"
_MARRIED: Final = re.compile(rf"(?<![\w.])(?P<word>[Gg](?::m|ift)?)\.? {_DAY}{_WITH}")
_COUNTED: Final = re.compile(rf"(?<![\w,.:/-])(?P<count>[1-4]):o\)? {_DAY}{_WITH}")
_SINCE: Final = re.compile(rf"(?<![\w,.:/-]){_DAY} m\.(?= [A-ZÅÄÖ][a-zåäö])")
_BORN: Final = re.compile(
    r"(?<![\w.])(?P<word>[fdFD])\.? (?:den )?(?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>1[0-2]|0?[1-9]) "
    rf"(?P<year>{_YEAR})(?![\w/]|[.,:-]\d)"
)
_BIRTH: Final = re.compile(r"(?<![\w.])(?:[fF]\.? (?:den )?\d|[Ff]ödd(?!\w))")
"""As BIRTH, where dates are still in digits."""
_LETTER: Final = re.compile(r"(?<![\w.])(?P<f>f)(?= \ue001)|(?<![\w.])(?P<d>d) (?=\ue001)")
_SEVERAL: Final = re.compile(
    r"(?:^|[^\w-])(?P<who>(?!(?i:syster|broder|moder|fader|dotter|doktor|pastor|kantor|"
    r"major|rektor|lektor|minister|officer|mäster))"
    r"[A-ZÅÄÖa-zåäö][a-zåäö]{2,30}(?:(?<=arn)|(?<=[aeo]r)|(?<=[aeo]rna))) "
    r"(?P<f>[fF])(?:\.(?= ?\d| ?\ue001)|(?= (?:1[5-9]|20)\d\d(?!\d)))"
)
"""Behind those that are several: "barn f. 2019", but "syster f. 1950"; with a capital it may be Peter."""
_YEAR_WITH: Final = re.compile(r"\d\d m[. e]")
_TENANT: Final = re.compile(
    r"(?i:(?<!\w)(?:torpare|torp|soldat|backstugusittare|backstuga|husman|inhyses|statare|rättare|hemman|stuga) )"
    r"(?P<under>u\.)(?= [A-ZÅÄÖ][a-zåäö])"
)
_COUNTS: Final = ("", "primo", "secundo", "tertio", "quarto")


@rule(cue="fd", digits=False)
def letters(text: str) -> Iterable[Substitution]:
    """f and d before a date: born, and died where a birth is told; else d is the article ("dom d 28 juni")."""
    if " \ue001" not in text:
        return
    birth = held(BIRTH, text)
    for match in _LETTER.finditer(text):
        if match["f"]:
            yield substitution(*match.span(), "född", "abbreviation")
        elif tells_death(text, match.start(), birth):
            yield substitution(*match.span(), "död ", "abbreviation")
        else:
            yield substitution(*match.span(), "", "abbreviation")


@rule(cue="f", digits=False)
def several(text: str) -> Iterable[Substitution]:
    """barn f. 2019, personer f. 1950."""
    for match in _SEVERAL.finditer(text):
        if match["who"][0].isupper() and match["who"] != "Barn" and not counts_something(match["who"].lower(), 0):
            continue
        gap = "" if text.startswith(" ", match.end()) else " "
        yield substitution(match.start("f"), match.end(), f"födda{gap}", "abbreviation")


@rule(cue="m", amount=True)
def married(text: str) -> Iterable[Substitution]:
    """G 1746 m kaptenen, "gift 1:o 1788 m. Brita, 2:o 1801 m. Karin"."""
    if not _YEAR_WITH.search(text):
        return
    for match in _MARRIED.finditer(text):
        yield substitution(*match.span(), (cased("gift", match["word"], text), " ", _date(match), " med"), "life")
    for match in _COUNTED.finditer(text):
        yield substitution(*match.span(), (_COUNTS[int(match["count"])], " ", _date(match), " med"), "life")
    for match in _SINCE.finditer(text):
        yield substitution(*match.span(), (_date(match), " med"), "life")


@rule(cue="/", amount=True)
def born(text: str) -> Iterable[Substitution]:
    """f. 3/4 1812, d. 7/9 1880; as in `letters` a d may be the article ("mötet hålls d. 5/3 2024")."""
    birth = held(_BIRTH, text)
    for match in _BORN.finditer(text):
        life = match["word"] in "fF" or match.start() == 0 or tells_death(text, match.start(), birth)
        word = ("född" if match["word"] in "fF" else "död") if life else ""
        wording = (cased(word, match["word"], text), " ", _date(match)) if word else _date(match)
        yield substitution(*match.span(), wording, "life")


@rule(cue="u", digits=False)
def tenants(text: str) -> Iterable[Substitution]:
    """torpare u. Hult."""
    for match in _TENANT.finditer(text) if " u. " in text else ():
        yield substitution(*match.span("under"), "under", "abbreviation")


def _date(match: re.Match[str]) -> Wording:
    day = ("den ", nth(match["day"]), " ", month_name(match["month"]), " ") if match["day"] else ""
    return (day, anno(match["year"]))
