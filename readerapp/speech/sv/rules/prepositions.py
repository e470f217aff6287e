"""Reads prepositions of one letter: "föredrag med kaffe", "barn under sex år"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution

_WITH: Final = re.compile(r"(?<=[a-zåäö\d),\ue000\ue001] )m\.(?= (?!o |a |fl|m\b|h |v\.)[a-zåäö\d]{2})")
_TO: Final = re.compile(r"(?<=[a-zåäö] )t\.(?= (?:[a-zåäö]{3}|[\ue000\ue001]))")
_AFTER: Final = re.compile(r"(?<!\w)e\.(?= (?i:trettond|påsk|tref|pingst|jul|nyår))")
_UNDER: Final = re.compile(r"([uUöÖ])(?<=[a-zåäö] .)\.(?= ?[\d\ue001])")


@rule(cue=".", digits=False)
def prepositions(text: str) -> Iterable[Substitution]:
    """m. and u. between words: "föredrag m. kaffe", "bidrag t. föreningar", "barn u. 6 år"."""
    for match in _WITH.finditer(text) if " m. " in text else ():
        yield substitution(*match.span(), "med", "abbreviation")
    for match in _TO.finditer(text) if " t. " in text else ():
        yield substitution(*match.span(), "till", "abbreviation")
    for match in _AFTER.finditer(text) if " e. " in text else ():
        yield substitution(*match.span(), "efter", "abbreviation")
    for match in _UNDER.finditer(text):
        wording = {"u": "under", "ö": "över", "t": "till"}[match[1].lower()]
        yield substitution(*match.span(), wording, "abbreviation")
