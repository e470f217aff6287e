"""Sums what a page's elements hold, and finds the one whose text is worth most."""

from dataclasses import dataclass
from typing import Final

from .outline import Chunk, Outline
from .vocabulary import HEADINGS

DOMINANT: Final = 0.8
"""The share of its parent's worth at which a child is the better region."""
BESIDE: Final = 0.5
"""How many words of lists and tables without links may stand beside such a child, for each of its good words."""
PURE: Final = 10
"""How many good words a neighbour of the region needs for each other word, to be part of the article."""
LISTED: Final = frozenset(("li", "td", "th", "dt", "dd"))
_LINES: Final = frozenset("p li dd dt blockquote pre h1 h2 h3 h4 h5 h6 a b i em strong font span".split())
_CLIMB: Final = 3
"""How many elements up from the region neighbours are looked for."""


def best(out: Outline) -> int:
    """The element whose text alone is worth most, or -1; kept until the text is valued anew."""
    if out.home is None:
        sums = _sums(out, out.chunks)
        out.home = _best(out, sums, _worthy(out, sums)) if max(sums.worth, default=0.0) > 0 else -1
    return out.home


def _worthy(out: Outline, sums: "_Sums") -> dict[int, list[int]]:
    """The children of each element that are worth anything."""
    children: dict[int, list[int]] = {}
    for n in reversed(out.holders()):
        if sums.worth[n] > 0:
            children.setdefault(out.parents[n], []).append(n)
    return children


@dataclass(slots=True)
class _Sums:
    """What each element holds in all: value, words of good text, of lists and tables without links, and other words."""

    worth: list[float]
    good: list[int]
    listed: list[int]
    other: list[int]


def _sums(out: Outline, chunks: list[Chunk]) -> _Sums:
    size = len(out.elements)
    sums = _Sums([0.0] * size, [0] * size, [0] * size, [0] * size)
    worth, good, lists, other, parents = sums.worth, sums.good, sums.listed, sums.other, out.parents
    for c in chunks:
        n = c.node
        worth[n] += c.value
        if c.value > 0:
            good[n] += c.words
        elif c.value == 0 and out.tags[n] in LISTED:
            lists[n] += c.words
        elif out.tags[n] not in HEADINGS:
            other[n] += c.words
    for n in out.holders():
        parent = parents[n]
        if parent >= 0:
            worth[parent] += worth[n]
            good[parent] += good[n]
            lists[parent] += lists[n]
            other[parent] += other[n]
    return sums


def inside(out: Outline, chunks: list[Chunk]) -> set[Chunk]:
    """The chunks of the best element, and of its neighbours that are nearly all good text."""
    sums = _sums(out, chunks)
    if max(sums.worth, default=0.0) <= 0:
        return set()
    children = _worthy(out, sums)
    node = _best(out, sums, children)
    roots = {node}
    for _ in range(_CLIMB):
        parent = out.parents[node]
        if parent < 0:
            break
        roots.update(n for n in children.get(parent, ()) if n != node and sums.good[n] > PURE * sums.other[n])
        node = parent
    return {c for c in chunks if not roots.isdisjoint(out.ancestors(c.node))}


def _best(out: Outline, sums: _Sums, children: dict[int, list[int]]) -> int:
    """The element worth most; or the child worth nearly as much, unless long lists stand beside it."""
    worth = sums.worth
    best = max(out.holders(), key=worth.__getitem__)  # of those alike the innermost, which comes first
    while out.tags[best] in _LINES and out.parents[best] >= 0:
        best = out.parents[best]
    while True:
        inner = [n for n in children.get(best, ()) if worth[n] >= DOMINANT * worth[best] and out.tags[n] not in _LINES]
        if not inner or sums.listed[best] - sums.listed[inner[0]] > sums.good[inner[0]] * BESIDE:
            return best
        best = inner[0]
