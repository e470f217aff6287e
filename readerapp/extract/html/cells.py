"""Puts the empty cells of data tables among what is read, so that columns stay where they are."""

from collections import deque
from itertools import islice
from typing import Final

from .markup import layout_tables
from .outline import Chunk, Outline

_CELLS: Final = ("td", "th")
_LINKS: Final = 3
_TEXT: Final = 15
"""Words outside of links beside them."""


def links_beside_text(out: Outline, node: int) -> bool:
    """Whether an element is a cell of nothing but links, in one row with a text: the table arranges the page."""
    row, counts = out.parents[node], out.counts()
    if (
        "links" in out.off
        or row < 0
        or out.tags[row] != "tr"
        or counts.within(counts.linked, node) < counts.within(counts.words, node)
    ):
        return False
    text = counts.within(counts.words, row) - counts.within(counts.linked, row)
    links = next(islice(out.elements[node].iter("a"), _LINKS - 1, None), None)
    return text >= _TEXT and links is not None


def with_empty_cells(out: Outline, chunks: list[Chunk], most: int) -> list[Chunk]:
    """The chunks, and one without text for each cell that holds none of them in a row that does.

    Where that makes more than `most` chunks, they are given back as they are.
    """
    if "tr" not in out.tags:
        return chunks
    layout = layout_tables(out, chunks)
    cells: dict[int, deque[int]] = {}
    for n, parent in enumerate(out.parents):
        if out.tags[n] in _CELLS and parent >= 0 and out.tags[parent] == "tr":
            cells.setdefault(parent, deque()).append(n)
    places = [_place(out, c, layout) for c in chunks] if cells else []
    full = {cell for _, cell in places}
    grid: list[Chunk] = []
    for i, (c, (row, cell)) in enumerate(zip(chunks, places, strict=False)):
        rest = cells.get(row, deque())
        while rest and rest[0] <= cell:
            n = rest.popleft()
            grid += () if n in full else (_empty(n),)
        grid.append(c)
        if i + 1 == len(places) or places[i + 1][0] != row:
            grid += (_empty(n) for n in rest if n not in full)
            rest.clear()
    return grid if len(chunks) <= len(grid) <= most else chunks


def _place(out: Outline, c: Chunk, layout: set[int]) -> tuple[int, int]:
    """The row and the cell that a chunk stands in, -1 and -1 where it stands in none of a table with data."""
    for n in out.ancestors(c.node):
        if out.tags[n] in _CELLS and n not in layout and out.parents[n] >= 0 and out.tags[out.parents[n]] == "tr":
            return out.parents[n], n
    return -1, -1


def _empty(node: int) -> Chunk:
    return Chunk(node, [], "")
