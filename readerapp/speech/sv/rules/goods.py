"""Reads the dates that goods bear, which begin with their year: "bäst före den trettionde juni"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tokens import anno, card, linked, nth, spell
from .dates import article, month_name

_BEARS: Final = (
    r"(?<!\w)(?i:bäst före(?:[ -]?datum)?|sista (?:förbruknings|användnings|säljnings)dag|förbrukas (?:senast|före)|"
    r"utgångs(?:datum|dag)|utgår|(?:tillverk|förpack|pack|skörd|steriliser|kalibrer|besikt(?:ig)?)(?:ad|at|ade|nings?datum|"
    r"ningsdag|nings?dat\.)|(?:batch|parti|lot)(?:nummer|datum)?|hållbar(?:het)? (?:till|t\.?o\.?m\.?))"
)
_DATED: Final = re.compile(
    _BEARS
    + r":? {0,2}(?P<date>(?P<first>\d\d)(?:(?P<joint>[./-])(?P<month>\d\d)(?P=joint)|(?P<packed>\d\d))(?P<last>\d\d))"
    r"(?![\w/-]|[.,:]\d)"
)
_LAST_DAY: Final = 31
_MONTHS: Final = range(1, 13)
_CENTURY: Final = 2000


@rule(amount=True)
def dates(text: str) -> Iterable[Substitution]:
    """Two figures each: with hyphens or nothing between them the year is first; with stops it may be the day.

    Where it could be both, nobody reads more out of it than the figures: "tjugofyra, noll sex, trettio".
    """
    for match in _DATED.finditer(text):
        first, month, last = (int(match[name] or 0) for name in ("first", "month", "last"))
        month = month or int(match["packed"] or 0)
        if month not in _MONTHS:
            continue
        by_year = match["joint"] in {None, "-"}
        if not by_year and 0 < first <= _LAST_DAY and 0 < last <= _LAST_DAY:
            figures = (match["first"], match["month"], match["last"])
            wording = linked(", ", (spell(part) if part[0] == "0" else card(part) for part in figures))
            yield substitution(*match.span("date"), wording, "date")
            continue
        year, day = (first, last) if by_year or first > _LAST_DAY else (last, first)
        if 0 < day <= _LAST_DAY:
            den = article(text, match.start("date"))
            wording = (den, nth(day), " ", month_name(str(month)), " ", anno(_CENTURY + year))
            yield substitution(*match.span("date"), wording, "date")
