"""Tells by signs of machines what a short line is: the date of publication, an address to go to."""

import re
from typing import Final

from .outline import Chunk, Outline

_DATES: Final = frozenset(("datePublished", "dateModified", "dateCreated", "uploadDate"))
_LONGEST: Final = 12
"""Words of a date, with the time and what it is the date of."""
_ADDRESS: Final = re.compile(r"(?:\bwww\.|://)\S")


def stamps(out: Outline, c: Chunk) -> bool:
    """Whether a short line is marked up as the date of publication, all of it, and tells a number."""
    if c.words > _LONGEST or not any(sign.isdigit() for sign in c.text):
        return False
    return all(
        part.isspace() or any(out.elements[n].get("itemprop") in _DATES for n in (*around, c.node))
        for part, around in c.pieces
    )


def shows_address(c: Chunk) -> bool:
    """Whether a line shows an address of the web, so that it can be gone to by hand."""
    return _ADDRESS.search(c.text) is not None
