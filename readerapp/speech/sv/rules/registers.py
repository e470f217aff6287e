"""Reads what registers of land, books and journals write: "Berg s kolon tre", "andra upplagan", an ISSN with its X."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, substitution
from ..tokens import card, nth
from .phones import groups

_SHARED: Final = re.compile(r"(?<![\w.])(?P<kind>[sS]|[gG][aA]|[fF][sS]):(?P<no>\d{1,3})(?![\w:]|[.,]\d)")
_CHECKED: Final = re.compile(
    r"(?P<label>(?<!\w)(?:ISSN|ISBN)(?:-\d\d)?(?:[ -]?L)?(?: \((?:[a-zåäö]{3,12}|online)\))?"
    r"(?:-?nr|-nummer)?[:.]{0,2} ?)"
    r"(?P<no>\d[\d -]{4,16})[ -]?(?P<check>[xX])(?!\w)"
)
_EDITION: Final = re.compile(
    r"(?<![\w.,:/-])(?P<no>\d{1,2})(?::[ea]|\.)? ?(?P<more>(?:[a-zåäö]{3,8}\. ?|rev(?:iderade)? )?)uppl(?:\.|(?!\w))"
)
_REVISED: Final = {"rev": "reviderade", "reviderade": "reviderade", "omarb": "omarbetade", "utök": "utökade"}


@rule(cue=":")
def shared_land(text: str) -> Iterable[Substitution]:
    """What several properties own together: "Berg s:3", ga:12."""
    for match in _SHARED.finditer(text):
        kind = match["kind"] if len(match["kind"]) == 1 else " ".join(match["kind"].upper())
        yield substitution(*match.span(), (kind, " kolon ", card(match["no"])), "property")


@rule(cue="Xx")
def check_letters(text: str) -> Iterable[Substitution]:
    """The number of a journal or a book whose last place is an X: ISSN 1404-123X."""
    for match in _CHECKED.finditer(text):
        yield substitution(match.start("no"), match.end(), (groups(match["no"]), " X"), "account number")


@rule(cue="u")
def editions(text: str) -> Iterable[Substitution]:
    """2 uppl., 10:e uppl., "3 rev. uppl."."""
    for match in _EDITION.finditer(text):
        more = match["more"].strip(" .")
        addition = f" {_REVISED.get(more, more)}" if more else ""
        end = halting(text, match.end() - match[0].endswith("."))
        yield substitution(match.start(), end, (nth(match["no"]), addition, " upplagan"), "ordinal")
