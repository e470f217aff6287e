"""Tells the entries of an index from the headlines of other pages, by their shape and by no word.

What an index lists has short names, or names that begin alike, stands in the order of the alphabet or under its
letters, or is files. News of other pages are lines of several words, each unlike the next, in an order of their own.
"""

from collections import Counter
from itertools import pairwise
from typing import Final

from .outline import Chunk, Outline

SHORT: Final = 3.0
"""Words of an entry on the mean; a headline has more."""
_FEWEST: Final = 5
"""Entries whose order or beginning tells something."""
_HALF: Final = 0.5
_STEM: Final = 4
"""Letters that two forms of one word have in common."""


def are_entries(out: Outline, chunks: list[Chunk], heading: str = "") -> bool:
    """Whether the links among some stretches of text are entries; what begins alike must do so as its heading does."""
    links = [c for c in chunks if c.linked]
    if not links or sum(out.document(c) or out.reaches(c) for c in links) > _HALF * len(links):
        return True
    if sum(c.linked for c in links) <= SHORT * len(links) or _under_letters(chunks, heading):
        return True
    return len(links) >= _FEWEST and (_in_order(links) or _begin_alike(links, heading))


def _under_letters(chunks: list[Chunk], heading: str) -> bool:
    """Whether each link begins with the letter that stands over it, as in an index of all that begins with it."""
    letter = heading.casefold()
    for c in chunks:
        text = c.text.casefold()
        if len(text) == 1:
            letter = text
        elif c.linked and not (len(letter) == 1 and text.startswith(letter)):
            return False
    return True


def _in_order(links: list[Chunk]) -> bool:
    return all(one.text.casefold() <= other.text.casefold() for one, other in pairwise(links))


def _begin_alike(links: list[Chunk], heading: str) -> bool:
    first, count = Counter(c.text.split()[0].casefold() for c in links).most_common(1)[0]
    if count <= _HALF * len(links):
        return False
    return not heading or any(word.startswith(first[:_STEM]) for word in heading.casefold().split())
