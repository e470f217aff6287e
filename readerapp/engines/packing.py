"""A text in parts that a service takes at a time, cut where a speaker would draw breath."""

import re
from collections.abc import Iterator
from typing import Final

_BREAKS: Final = (
    re.compile(r"(?<![.!?…])[.!?…]++[\"”»’)]*+(?=\s)"),
    re.compile(r"[;:](?=\s)|(?<=\s)[–—](?=\s)"),
    re.compile(r",(?=\s)"),
    re.compile(r"\S(?=\s)"),
)
"""Where to cut, best first; a part ends with what matches."""

_FULL_ENOUGH: Final = 0.4
"""A good place is not worth a part that is emptier than this."""


def pack(text: str, limit: int) -> Iterator[str]:
    """Parts of at most `limit` characters (code points), in order, without white space around them."""
    rest = text.strip()
    while len(rest) > limit:
        at = _cut(rest, limit)
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _cut(text: str, limit: int) -> int:
    for number, place in enumerate(_BREAKS):
        least = limit * _FULL_ENOUGH if number < len(_BREAKS) - 1 else 0
        ends = [match.end() for match in place.finditer(text, 0, limit + 1) if least <= match.end() <= limit]
        if ends:
            return ends[-1]
    return limit
