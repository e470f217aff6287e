"""Powers: "10³", "x²", "2^8", "10⁻⁶"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..numerals import ordinal

_HIGH: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTER: Final = r"(?<=(?<!\w)(?<!\d[  ])[A-Za-z])"
"""What stands for a number; behind one it would be a unit."""
_RAISED: Final = re.compile(
    rf"(?:(?<=(?<!\d)10)(?P<minus>⁻?)(?P<power>[{_HIGH}]{{1,2}})"
    rf"|(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)|(?<=\))|{_LETTER})(?P<known>[²³]))(?![\w⁻{_HIGH}])"
)
"""One sign over a longer number is rather that of a note."""
_CARET: Final = re.compile(
    rf"(?:(?<=[\d)])|{_LETTER})\^(?P<minus>[-−]?)(?:(?P<power>\d{{1,2}})|(?P<name>[A-Za-z]))(?!\w)"
)
_DIGITS: Final = str.maketrans(_HIGH, "0123456789")
_KNOWN: Final = {"2": " в квадрате", "3": " в кубе"}


@rule(cue=f"^⁻{_HIGH}", digits=False)
def powers(text: str) -> Iterator[Substitution]:
    """To which power something is raised."""
    for match in _RAISED.finditer(text):
        yield Substitution(*match.span(), _degree(match["known"] or match["power"], match["minus"] or ""), "sign")
    for match in _CARET.finditer(text):
        minus, name = match["minus"], match["name"]
        words = f" в степени {minus and 'минус '}{name}" if name else _degree(match["power"], minus)
        yield Substitution(*match.span(), words, "sign")


def _degree(power: str, minus: str) -> str:
    digits = power.translate(_DIGITS)
    if minus:
        return f" в минус {ordinal(int(digits), 'loct', 'femn')} степени"
    return _KNOWN.get(digits) or f" в {ordinal(int(digits), 'loct', 'femn')} степени"
