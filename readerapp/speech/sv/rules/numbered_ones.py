"""Reads the one of a row that an abbreviation numbers: "årskurs ett äter", though "en elev äter"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import ascending, between, substitution
from ..tables.abbreviations import BEFORE_NUMBER, PAGES
from ..tokens import card
from .abbreviations import any_of

_COUNTED: Final = frozenset({"minst", "max", "från", "cirka", "klockan", "född", "död"})
"""What is said before amounts: "max en biljett"."""
_LABELS: Final = [short for short, word in BEFORE_NUMBER.items() if word not in _COUNTED and short not in PAGES]
_ONE: Final = re.compile(
    rf"(?<![\w.:])(?i:{any_of(short for short in _LABELS if len(short) > 1)})\.? "
    r"(?P<row>(?P<a>\d{0,2}1)(?:(?P<dash> ?[-–] ?)(?P<b>\d{1,3}))?)(?= [a-zåäö]{3})"
)


@rule(amount=True)
def numbered_ones(text: str) -> Iterable[Substitution]:
    """åk 1–3 äter, nr 1 vinner: the number is a name and has no gender of what follows."""
    for match in _ONE.finditer(text):
        if match["b"] is None:
            yield substitution(*match.span("row"), card(match["a"]), "number")
        elif ascending(match["a"], match["b"]):
            wording = (card(match["a"]), between(text, match.start("row")), card(match["b"]))
            yield substitution(*match.span("row"), wording, "number")
