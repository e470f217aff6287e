"""The traces that a page's stretches of text leave: numbers that stand for a text at a place.

They are made to be compared with those of the same site's other pages, and tell nothing of the text.
"""

from hashlib import blake2b
from typing import Final

from .outline import Chunk, Outline

_VERSION: Final = b"1"
"""Of how traces are made: those of another version resemble none."""
_BYTES: Final = 7
_MOST: Final = 2000


def traces(out: Outline) -> dict[Chunk, int]:
    """The trace of each chunk: its text, and the kinds of the elements around it, whatever they are called.

    Names are no part of a place: sites call an item of a menu otherwise on the page that it leads to.
    """
    places: dict[int, bytes] = {-1: _VERSION}
    hashes: dict[Chunk, int] = {}
    for c in out.chunks[:_MOST]:
        if not c.image:
            place = _place(out, c.node, places)
            digest = blake2b(c.text.encode("utf-8", "replace"), key=place[:64], digest_size=_BYTES)
            hashes[c] = int.from_bytes(digest.digest(), "big")
    return hashes


def _place(out: Outline, node: int, places: dict[int, bytes]) -> bytes:
    place = places.get(node)
    if place is None:
        around = _place(out, out.parents[node], places)
        tag = "p" if out.tags[node] == "span" else out.tags[node]
        place = places[node] = blake2b(tag.encode() + b">" + around, digest_size=16).digest()
    return place


def recognise(out: Outline, site: frozenset[int] | None) -> tuple[int, ...]:
    """Mark the chunks that stand on other pages of the site as well; the traces of all, in order."""
    if site is None:
        return ()
    page_traces = traces(out)
    if "site" not in out.off:
        out.shared = frozenset(c for c, trace in page_traces.items() if trace in site)
    return tuple(page_traces.values())
