"""Leaves out what only the eye follows: numbers of footnotes, and stars."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..shapes import substitution

_NOTE: Final = re.compile(r"(?<=[\w.,;:!?)”\"»\]\ue000\ue001])(?:\[\d{1,3}\]){1,5}")
_STARS: Final = re.compile(r"(?<![\w*)]) ?\*{1,3}(?=[^\W\d_])|(?<=[\w.,:;!?)”»\ue000\ue001])\*{1,3}(?![\w*])")

_LONE: Final = re.compile(r"(?<!\S)\*{1,3}(?!\S)")


@rule(cue="[")
def marks(text: str) -> Iterable[Substitution]:
    """The number of a footnote: "byggdes 1931.[3]"."""
    for match in _NOTE.finditer(text):
        yield substitution(*match.span(), "", "footnote")


@rule(cue="*", digits=False)
def stars(text: str) -> Iterable[Substitution]:
    """A star that points to a note, or makes words bold: "50 kr*", "**Viktigt**"."""
    for match in _STARS.finditer(text):
        yield substitution(*match.span(), " " if match[0][0] == " " else "", "star")
    first = len(text) - len(text.lstrip())
    for match in _LONE.finditer(text):
        inside = match.start() > first and not at_end(text, match.end())
        yield substitution(*match.span(), "stjärna" if inside or text.startswith(" =", match.end()) else "", "star")
