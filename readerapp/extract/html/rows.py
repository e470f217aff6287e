"""Reads rows evenly: what is read of most of some parts of one make is read of all of them, and what heads them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from ..dates import written
from .outline import Chunk, Outline
from .vocabulary import HEADINGS
from .worth import LISTED

_FEWEST: Final = 3
"""Parts that make a row."""
_HEIGHT: Final = 4
"""How many elements up from its text a part of a row may be."""
_HALF: Final = 0.5
_NEVER: Final = frozenset(("p", "tr", "td", "th", "a", "span", "h1", "h2", "h3", "h4", "h5", "h6", "body"))
_ENTRIES: Final = frozenset(("article", "li", "section", "div"))
"""What entries of a list of pages are, whatever they are called."""
_Row = tuple[int, str, str]
"""A parent, and the tag and class that the parts of the row have in common."""
_Path = tuple[tuple[str, str | None], ...]


def left_of_rows(out: Outline, chunks: list[Chunk], rest: set[Chunk]) -> set[Chunk]:
    """Of what was left out that which stands in a part of a row as what is read of the others does."""
    uneven = _read_in_parts(out, chunks, {row for c in rest for row, _, _ in _stands(out, c)}) if rest else set[_Row]()
    if not uneven:
        return set()
    rows: dict[_Row, dict[int, list[tuple[_Path, Chunk]]]] = {}
    members = rest.union(chunks)
    for c in out.chunks:
        if c in members and not c.image:
            for row, n, height in _stands(out, c):
                if row in uneven:
                    path = tuple((out.tags[m], out.classes[m]) for m in out.ancestors(c.node)[:height])
                    rows.setdefault(row, {}).setdefault(n, []).append((path, c))
    return {
        c
        for row, parts in rows.items()
        if len(parts) >= _FEWEST and (row[2] or _lead_on(parts.values()))
        for c in _uneven(list(parts.values()), rest)
    }


def _lead_on(parts: Iterable[list[tuple[_Path, Chunk]]]) -> bool:
    """Whether each part of a row has a link: where no name tells what the parts are, they are entries of a list."""
    return all(any(c.linked for _, c in part) for part in parts)


def left_of_days(out: Outline, chunks: list[Chunk], rest: set[Chunk]) -> set[Chunk]:
    """Of what was left out the paragraphs of a row in which each tells its day and leads on, of which some are read."""
    rows: dict[_Row, list[Chunk]] = {}
    members = rest.union(chunks)
    for c in out.chunks:
        if c in members and c.linked and out.classes[c.node]:
            rows.setdefault((out.parents[c.node], out.tags[c.node], out.classes[c.node] or ""), []).append(c)
    days = [row for row in rows.values() if len(row) >= _FEWEST and not rest.issuperset(row)]
    return {c for row in days if all(written(c.text) for c in row) for c in row if c in rest}


def heads_of_lists(out: Outline, chunks: list[Chunk], rest: set[Chunk], titles: frozenset[str]) -> set[Chunk]:
    """Of what was left out the headings right over a list or a table that is read, which tell what is in it."""
    members = set(chunks)
    return {
        c
        for c, after in pairwise(out.chunks)
        if c in rest
        and c not in members
        and out.tags[c.node] in HEADINGS
        and not (c.linked or c.text.casefold() in titles)
        and after in members
        and out.tags[after.node] in LISTED
        and out.holds(out.parents[c.node], after.node)
    }


def terms(out: Outline, chunks: list[Chunk], rest: set[Chunk]) -> set[Chunk]:
    """Of what was left out the terms of a list right before what is said of them, where that is read."""
    members = set(chunks)
    return {
        c
        for c, after in pairwise(out.chunks)
        if c in rest and after in members and out.tags[c.node] == "dt" and out.tags[after.node] == "dd"
    }


def _read_in_parts(out: Outline, chunks: list[Chunk], rows: set[_Row]) -> set[_Row]:
    """Of these rows those of which more than one part is read."""
    parts: dict[_Row, int] = {}
    several: set[_Row] = set()
    before: Chunk | None = None
    for c in chunks:
        if before is None or out.parents[before.node] != out.parents[c.node] or out.tags[c.node] not in _NEVER:
            for row, n, _ in _stands(out, c):
                if row in rows and parts.setdefault(row, n) != n:
                    several.add(row)
        before = c
    return several


def _stands(out: Outline, c: Chunk) -> Iterator[tuple[_Row, int, int]]:
    """The rows that a chunk stands in, with the part of each and how far up that is."""
    for height, n in enumerate(out.ancestors(c.node)[:_HEIGHT]):
        if n >= 0 and (out.classes[n] or out.tags[n] in _ENTRIES) and out.tags[n] not in _NEVER:
            yield (out.parents[n], out.tags[n], out.classes[n] or ""), n, height


def _uneven(parts: list[list[tuple[_Path, Chunk]]], rest: set[Chunk]) -> set[Chunk]:
    """The chunks of a row that were left out, of places at which those of most parts are read."""
    if sum(any(c not in rest for _, c in part) for part in parts) <= _HALF * len(parts):
        return set()
    read: dict[_Path, int] = {}
    for part in parts:
        for path, c in part:
            read[path] = read.get(path, 0) + (-1 if c in rest else 1)
    return {c for part in parts for path, c in part if c in rest and read[path] >= 0}
