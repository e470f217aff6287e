"""Compares parts of one make: which lines stand at the same place in each of them, and what these say there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from ...text.cleaning import squeeze
from .outline import LINE, Chunk, Outline, Piece, count_words
from .vocabulary import LONGEST

Step = tuple[str, str]
"""A tag, and the name that most of its kind on the page go by."""
Path = tuple[Step, ...]
Slot = tuple[Path, str]
"""Where a line stands in its part: the elements down to it, and what is called so or so around it in the line."""
_Kind = tuple[Step, int]
_SHORT: Final = 14
"""Words of a line that is looked at by itself."""
_MOST: Final = 8
"""Makes of parts that are compared."""
_MANY: Final = 40
"""Lines of a part that are compared."""
_NEAR: Final = 3
"""Elements around a line that tell its place in a part: what is further out may differ from part to part."""
_PLACES: Final = frozenset("odd even first last alt clearfix js- row col".split())
"""Classes that tell where in a row an element stands, or how it is laid out."""
_ROWS: Final = frozenset("tr div li table dt dd".split())
"""Elements that may be a part of a post beside each other, without one around them."""
_FEWEST: Final = 4
"""Such elements that make two parts."""
_NUMBER: Final = re.compile(r"\d+")


class SlotLine(NamedTuple):
    """A line of a chunk, or what stands in one inline element of it."""

    chunk: Chunk
    text: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Make:
    """Parts of one make: their chunks, and their lines by slot."""

    members: dict[int, list[Chunk]] = field(default_factory=dict)
    slots: dict[Slot, dict[int, SlotLine]] = field(default_factory=dict)
    """The first line of each member at each slot, in the page's order."""
    counts: Counter[Slot] = field(default_factory=Counter)
    """How many lines there are at each slot in all."""
    inner: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The elements around each chunk's own, and itself, out to its part."""
    paths: dict[Chunk, Path] = field(default_factory=dict)
    """The way down to each chunk from its part, once it is asked for."""
    places: dict[Step, set[int]] = field(default_factory=dict)
    """The elements inside of the parts, by step; found with the paths."""

    def trace(self, out: Outline) -> None:
        """Find the paths and the places: few parts come so far that these are asked for."""
        ways = {node: _path(out, inner) for node, inner in self.inner.items()}
        for node, inner in self.inner.items():
            for step, n in zip(ways[node], reversed(inner), strict=True):
                self.places.setdefault(step, set()).add(n)
        self.paths.update((c, ways[c.node]) for chunks in self.members.values() for c in chunks)


def _named(tag: str, names: str | None) -> Step:
    """A tag and the first of its classes that does not tell its place in a row; numbers aside."""
    return _step(tag, names[:LONGEST] if names else None)


@lru_cache(maxsize=4096)
def _step(tag: str, names: str | None) -> Step:
    """It is kept from page to page, so that none can fill the memory with classes."""
    words = _NUMBER.sub("", names or "").split()
    return tag, next((word for word in words if word.lower() not in _PLACES), "")


def makes(out: Outline, share: float, signs: Sequence[int]) -> Iterator[Make]:
    """The parts of one make that hold so much of the page's sentences together, the outermost first.

    At least half of them hold one of the elements that are signs.
    """
    tokens = _tokens(out, signs)
    likely = {kind for kind, nodes in tokens.items() if len(nodes) > 1}
    if not likely:
        return
    counts = out.counts()
    good = counts.good
    least = max(1, share * good[-1])
    tags = {step[0] for step, _ in likely}
    kinds: dict[_Kind, list[int]] = {}
    for n in reversed(out.holders()):
        if out.tags[n] in tags and (kind := _kind(out, n)) in likely:
            kinds.setdefault(kind, []).append(n)
    count = 0
    for kind, nodes in kinds.items():
        if 2 * len(tokens[kind]) >= len(nodes) and sum(counts.within(good, n) for n in nodes) >= least:
            count += 1
            if count > _MOST:
                return
            yield _make(out, {n: n for n in nodes})
    cycles = (
        owners
        for owners in _cycles(out)
        if 2 * len(signs) >= len(set(owners.values())) and sum(counts.within(good, n) for n in owners) >= least
    )
    for owners in islice(cycles, _MOST):  # those that stand in each other may be many
        yield _make(out, owners)


def _tokens(out: Outline, signs: Sequence[int]) -> dict[_Kind, set[int]]:
    """The elements that hold signs, by kind."""
    tokens: dict[_Kind, set[int]] = {}
    places = {-1}
    for sign in signs:
        n = sign
        while n not in places:
            places.add(n)
            tokens.setdefault(_kind(out, n), set()).add(n)
            n = out.parents[n]
    return tokens


def _kind(out: Outline, n: int) -> _Kind:
    """What an element is, and where it stands if it has no name."""
    step = _named(out.tags[n], out.classes[n])
    return step, -1 if step[1] else out.parents[n]


def _cycles(out: Outline) -> Iterator[dict[int, int]]:
    """Parts that have no element around them: rows that come again and again in one order, each with its first."""
    children: dict[int, list[int]] = {}
    for n in reversed(out.holders()):
        children.setdefault(out.parents[n], []).append(n)
    for siblings in children.values():
        rows = [n for n in siblings if out.tags[n] in _ROWS]
        if len(rows) < _FEWEST:
            continue
        kinds = [tuple(_named(out.tags[m], out.classes[m]) for m in (n, *children.get(n, ())[:_NEAR])) for n in rows]
        counts = Counter(kinds)
        first = next((kind for kind in kinds if counts[kind] > 1), None)
        if first is not None and _MANY * counts[first] >= len(rows) >= 2 * counts[first]:
            start, owners = -1, {}
            for n, kind in zip(rows, kinds, strict=True):
                start = n if kind == first else start
                owners[n] = start
            yield {n: owner for n, owner in owners.items() if owner >= 0}


def _make(out: Outline, owners: Mapping[int, int]) -> Make:
    """The parts, each known by its first element, from the elements that belong to each."""
    make = Make()
    shared = any(n != owner for n, owner in owners.items())
    homes: dict[int, int] = {}
    for c in out.chunks:
        if c.node not in homes:
            homes[c.node], make.inner[c.node] = _stand(out, owners, c.node, shared=shared)
        node = homes[c.node]
        if node < 0:
            continue
        chunks = make.members.setdefault(node, [])
        chunks.append(c)
        if len(chunks) <= _MANY and c.words <= _SHORT and c.value <= 0 and not c.image:
            path = _path(out, make.inner[c.node][:_NEAR])
            for line in lines(c):
                slot = path, _inline(out, line)
                make.slots.setdefault(slot, {}).setdefault(node, line)
                make.counts[slot] += 1
    return make


def _stand(out: Outline, owners: Mapping[int, int], node: int, *, shared: bool) -> tuple[int, tuple[int, ...]]:
    """The part that an element stands in, or -1, and the elements from it out to the part."""
    around = out.ancestors(node)
    for depth, n in enumerate(around):
        if n in owners:
            return owners[n], around[: depth + shared]
    return -1, ()


def _path(out: Outline, inner: tuple[int, ...]) -> Path:
    """The steps down through some elements, which are given from the inside out."""
    return tuple([_named(out.tags[n], out.classes[n]) for n in reversed(inner)])


def _inline(out: Outline, line: SlotLine) -> str:
    """What the outermost element around a line is called, be it a link for one writer and plain for another."""
    around = line.pieces[0][1][:1]
    return next((name or tag for tag, name in (_named(out.tags[n], out.classes[n]) for n in around)), "")


def lines(c: Chunk) -> Iterator[SlotLine]:
    """The lines of a chunk, and each stretch in inline elements of its own."""
    if len(c.pieces) == 1:
        yield SlotLine(c, c.text, tuple(c.pieces))
        return
    pieces: list[Piece] = []
    for piece in c.pieces:
        text, around = piece
        if pieces and (text == LINE or (around != pieces[0][1] and not text.isspace())):
            yield _line(c, pieces)
            pieces = []
        if pieces or not text.isspace():
            pieces.append(piece)
    if pieces:
        yield _line(c, pieces)


def _line(c: Chunk, pieces: list[Piece]) -> SlotLine:
    return SlotLine(c, squeeze("".join(text for text, _ in pieces)), tuple(pieces))


def parted(out: Outline, c: Chunk) -> list[tuple[SlotLine, Chunk]]:
    """The lines of a chunk, each as a chunk of its own."""
    return [(line, _cut(out, line)) for line in lines(c)]


def _cut(out: Outline, line: SlotLine) -> Chunk:
    c = line.chunk
    links = [(part, n) for part, around in line.pieces for n in around if out.tags[n] == "a"]
    link_words = sum(count_words(part) for part, _ in links)
    first = links[0][1] if links else -1
    chunk = Chunk(c.node, list(line.pieces), line.text, count_words(line.text), link_words, first)
    chunk.value, chunk.caption = c.value, c.caption
    return chunk
