"""Sums what a page's elements hold, and finds the one whose text is worth most."""

from bisect import bisect_right
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
        worth = _worth(out, out.chunks)
        out.home = _best(out, out.chunks, worth, _worthy(out, worth)) if max(worth, default=0.0) > 0 else -1
    return out.home


def _worth(out: Outline, chunks: list[Chunk]) -> list[float]:
    """What the text in each element is worth in all."""
    worth, parents = [0.0] * len(out.elements), out.parents
    for c in chunks:
        worth[c.node] += c.value
    for n in out.holders():
        parent = parents[n]
        if parent >= 0:
            worth[parent] += worth[n]
    return worth


def _worthy(out: Outline, worth: list[float]) -> dict[int, list[int]]:
    """The children of each element that are worth anything."""
    children: dict[int, list[int]] = {}
    for n in reversed(out.holders()):
        if worth[n] > 0:
            children.setdefault(out.parents[n], []).append(n)
    return children


def inside(out: Outline, chunks: list[Chunk]) -> set[Chunk]:
    """The chunks of the best element, and of its neighbours that are nearly all good text."""
    worth = _worth(out, chunks)
    if max(worth, default=0.0) <= 0:
        return set()
    children = _worthy(out, worth)
    node = _best(out, chunks, worth, children)
    roots = {node}
    for _ in range(_CLIMB):
        parent = out.parents[node]
        if parent < 0:
            break
        neighbours = [n for n in children.get(parent, ()) if n != node]
        if neighbours:
            roots.update(_pure(out, chunks, neighbours))
        node = parent
    return {c for c in chunks if not roots.isdisjoint(out.ancestors(c.node))}


def _pure(out: Outline, chunks: list[Chunk], nodes: list[int]) -> list[int]:
    """Of some elements beside each other those that are nearly all good text."""
    good, other = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, 0)
    for c in chunks:
        place = bisect_right(nodes, c.node) - 1
        if place < 0 or not out.holds(nodes[place], c.node):
            continue
        if c.value > 0:
            good[nodes[place]] += c.words
        elif not _listed(out, c) and out.tags[c.node] not in HEADINGS:
            other[nodes[place]] += c.words
    return [n for n in nodes if good[n] > PURE * other[n]]


def _listed(out: Outline, c: Chunk) -> bool:
    """Whether a line stands in a list or a table and has no links."""
    return c.value == 0 and out.tags[c.node] in LISTED


def _best(out: Outline, chunks: list[Chunk], worth: list[float], children: dict[int, list[int]]) -> int:
    """The element worth most; or the child worth nearly as much, unless long lists stand beside it."""
    best = max(out.holders(), key=worth.__getitem__)  # of those alike the innermost, which comes first
    while out.tags[best] in _LINES and out.parents[best] >= 0:
        best = out.parents[best]
    lists = [c for c in chunks if _listed(out, c)]
    while True:
        inner = [n for n in children.get(best, ()) if worth[n] >= DOMINANT * worth[best] and out.tags[n] not in _LINES]
        if not inner or (lists and _beside(out, chunks, lists, best, inner[0])):
            return best
        best = inner[0]


def _beside(out: Outline, chunks: list[Chunk], lists: list[Chunk], node: int, inner: int) -> bool:
    """Whether long lists stand in an element beside another one in it."""
    words = sum(c.words for c in lists if out.holds(node, c.node) and not out.holds(inner, c.node))
    return words > 0 and words > BESIDE * sum(c.words for c in chunks if c.value > 0 and out.holds(inner, c.node))
