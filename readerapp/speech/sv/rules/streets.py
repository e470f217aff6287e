"""Reads the short forms of street names before a house number: "Storgatan fem"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, substitution
from ..tables.abbreviations import AGREEING, BEFORE_NAME, BEFORE_NUMBER, PLAIN
from ..tables.names import STREETS

_STREET: Final = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][a-zåäöé]{1,20})(?P<short>g|v|pl)\."
    r"(?:(?= ?\d{1,3}(?: ?[A-Z])?(?![\w:]|[.,-]\d| \d{3}(?!\d)| ?(?:kr|kronor)(?!\w)))|"
    r"(?P<alone>(?= (?:och|till|mot|från|i|vid|samt|där|mellan|är|stängs|på|o)(?!\w)|[,/)]|$)))"
)
_SHORTEST: Final = 4
_WORDS: Final = {"g": "gatan", "v": "vägen", "pl": "platsen"}
_BEFORE_NO_ENDING: Final = {"g": "bdfkmpstv", "v": "bdfgkmnpstv", "pl": "s"}
"""Letters after which no ordinary word ends in "g", "v" or "pl"."""
_ABBREVIATIONS: Final = frozenset({*PLAIN, *BEFORE_NUMBER, *BEFORE_NAME, *(key.rstrip(".") for key in AGREEING)})
"""Which begin no street name: "Inv. 4 500"."""
_FEES: Final = ("savg", "gavg", "knavg", "eravg")
"""How fees end: "Elnätsavg. 16 A"."""


@rule(cue=".", digits=False)
def streets(text: str) -> Iterable[Substitution]:
    """Storg. 5, Drottningv. 12 B, Järnvägspl. 1, "mellan Björkg. och Storg."."""
    for match in _STREET.finditer(text):
        alone = match["alone"] is not None
        if is_shortened(match["name"], match["short"]) and not (alone and len(match["name"]) < _SHORTEST):
            end = halting(text, match.end() - 1) if alone else match.end()
            yield substitution(match.start(), end, match["name"] + _WORDS[match["short"]], "street")


def is_shortened(name: str, short: str) -> bool:
    """Whether `name` and `short` ("Stor", "g") can be nothing but the short form of a street name."""
    if (name + short).lower() in _ABBREVIATIONS or (name + short).endswith(_FEES):
        return False
    return name[-1] in _BEFORE_NO_ENDING[short] or name in STREETS or (short == "g" and name.endswith("rg"))
