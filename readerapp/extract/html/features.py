"""Describes each stretch of a page's text by what can be counted: its shape, its place, its links, what stands around.

The same description is learnt from (`benchmarks/extraction_weights.py`) and judged by (`judge.py`): there each part of
it is weighed at once, and what many stretches share is weighed for all of them together.
"""

from bisect import bisect_right
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Final, Generic, Protocol, Self, TypeVar

from .names import shorthand
from .outline import Chunk, Outline
from .phrases import is_dateline
from .shape import SHARES, WORDS, beside, own
from .vocabulary import HEADINGS
from .worth import best

Value = str | int
"""Which of its values, or which stretch of them, a feature has."""
Feature = tuple[str, Value]


class Sum(Protocol):
    """What is made of features: parts of a description can be added up, and so can their weights."""

    def __add__(self, other: Self, /) -> Self:
        """Both."""


Part = TypeVar("Part", bound=Sum)
_Surrounding = tuple[int, frozenset[str], Part, int]
"""A level; telling tags; what is made of names; whether there is a row."""

_AROUND: Final = frozenset(
    "nav aside footer header form article main figure table ul ol details address blockquote dl section".split()
)
_MANY_WORDS: Final = (10, 25, 60, 150, 400, 1000)
_OF_PAGE: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
_DISTANCES: Final = (1, 2, 3, 5, 8, 15, 40)
_INNER: Final = (1, 2, 3, 5, 9)
_PARTS: Final = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
_COVERED: Final = (0.2, 0.4, 0.6, 0.8, 0.92)
_DEEPEST: Final = 5
_CHUNK: Final = (
    "words", "linked", "look", "ends", "worth", "look, worth", "words, ends", "picture", "rights", "signs",
    "two before", "before", "after", "two after",
    "level, side", "far", "from the first", "from the last", "part of page", "title",
    "wording", "date", "under", "verdict", "verdict, covered", "verdict, worth", "verdict, level",
)  # fmt: skip
_ALIKE: Final = ("alike: share of page", "alike: how many", "alike: linked", "alike: mean words")
_UP: Final = tuple(
    tuple(f"{up} up: {name}" for name in ("linked", "words", "share of page", "mean words")) for up in range(1, 5)
)
_FEWEST: Final = 3


def features(out: Outline, verdicts: Mapping[Chunk, str]) -> list[list[Feature]]:
    """The description of each chunk, with what the rules said of it ("keep…", or "x" and the rule)."""
    return parts(out, verdicts, lambda names, values: list(zip(names, values, strict=True)))


def parts(
    out: Outline,
    verdicts: Mapping[Chunk, str],
    make: Callable[[tuple[str, ...], Sequence[Value]], Part],
    subset: Container[Chunk] | None = None,
) -> list[Part]:
    """What is made of the names and the values of each chunk's features, or of those in a subset."""
    page = _Page(out, verdicts, make)
    return [page.description(i, c) for i, c in enumerate(out.chunks) if page.turns_to(c, subset)]


class _Page(Generic[Part]):
    """What is counted once for a page."""

    def __init__(
        self, out: Outline, verdicts: Mapping[Chunk, str], make: Callable[[tuple[str, ...], Sequence[Value]], Part]
    ) -> None:
        self.make = make
        self.out = out
        self.verdicts = verdicts
        self._count()
        region = best(out)
        self.levels: dict[int, int] = {n: level for level, n in enumerate(out.ancestors(region))} if region >= 0 else {}
        chunks, tags = out.chunks, out.tags
        inside = [i for i, c in enumerate(chunks) if c.value > 0 and out.holds(region, c.node)]
        self.first, self.last = (inside[0], inside[-1]) if inside else (0, len(chunks) - 1)
        self.title = next((i for i, c in enumerate(chunks) if tags[c.node] == "h1"), -1)
        self.around_title = frozenset(out.ancestors(chunks[self.title].node)) if self.title >= 0 else frozenset()
        self.all = sum(c.words for c in chunks) or 1
        total = sum(c.words for c in chunks if c.value > 0 and verdicts.get(c, "x").startswith("keep"))
        self.covered = bisect_right(_COVERED, total / self.whole)
        self.before = 0
        self.head: tuple[int, str] | None = None
        self.near: dict[int, Value] = {}
        self.surroundings: dict[int, _Surrounding[Part]] = {}
        self.kinds: dict[tuple[str, str, str | None], Part] = {}
        self.parts: dict[int | frozenset[str], Part] = {}
        self.above: dict[int, Part] = {}
        self.ups: dict[tuple[int, int], Part] = {}
        self.rows: dict[tuple[int, str, str | None], list[int]] | None = None
        self.row: dict[tuple[int, str, str | None], int] = {}

    def _count(self) -> None:
        out = self.out
        self.counts = out.counts()
        self.whole = 1 + self.counts.good[-1]
        self.settings: dict[tuple[str, str, str | None], list[int]] = {}
        for c in out.chunks:
            setting = _setting(out, c)
            alike = self.settings.get(setting) or self.settings.setdefault(setting, [0, 0, 0, 0])
            alike[0] += 1
            alike[1] += c.words
            alike[2] += c.linked
            if c.value > 0:
                alike[3] += c.words

    def description(self, i: int, c: Chunk) -> Part:
        """What is made of one chunk's description."""
        level, place = self._place(c.node)
        values = self._values(i, c, level)
        return self.make(_CHUNK, values) + self._kind(c) + place

    def turns_to(self, c: Chunk, subset: Container[Chunk] | None) -> bool:
        """Whether a chunk's description is asked for; another one is passed over here."""
        if subset is None or c in subset:
            return True
        self.before += c.words
        if self.out.tags[c.node] in HEADINGS:
            self.head = (c.node, shorthand(self.out.wording(c)))
        return False

    def _values(self, i: int, c: Chunk, level: int) -> list[Value]:
        """The values of what a chunk has for itself."""
        side = 1 if i < self.first else 2 if i > self.last else 0
        worth = 2 if c.value > 0 else int(c.value < 0)
        near = [self._beside(n) for n in (i - 2, i - 1, i + 1, i + 2)]
        values = own(self.out.tags[c.node], c, worth) + near + self._where(i, side, level, c)
        return values + self._said(c, worth, min(level, _DEEPEST) * 3 + side)

    def _beside(self, i: int) -> Value:
        """What a chunk tells of those near it."""
        value = self.near.get(i)
        if value is None:
            chunks = self.out.chunks
            value = self.near[i] = beside(chunks[i]) if 0 <= i < len(chunks) else -1
        return value

    def _kind(self, c: Chunk) -> Part:
        """What is told by all the chunks that stand in the same kind of element."""
        setting = _setting(self.out, c)
        if setting not in self.kinds:
            count, words, link_words, good = self.settings[setting]
            values = (
                bisect_right(_OF_PAGE, good / self.whole),
                bisect_right((2, 3, 5, 10, 20), count),
                bisect_right(SHARES, link_words / max(1, words)),
                bisect_right(WORDS, words / count),
            )
            self.kinds[setting] = self.make(_ALIKE, values)
        return self.kinds[setting]

    def _place(self, node: int) -> tuple[int, Part]:
        """How far from the best part of the page an element is, and what is told by the elements around it."""
        level, tags, names, row = self._surrounding(node)
        return level, self._in(tags) + names + self._in_row(row) + self._above(self.out.parents[node])

    def _surrounding(self, node: int) -> "_Surrounding[Part]":
        """What is told by an element and those around it, but for the outermost; found once for each."""
        place = self.surroundings.get(node)
        if place is not None:
            return place
        out = self.out
        parent = out.parents[node]
        if parent < 0:
            place = len(self.levels), frozenset[str](), self.make((), ()), 0
        else:
            level, tags, names, row = self._surrounding(parent)
            if node in self.levels:
                level = self.levels[node]
            else:
                row = max(row, self._row(node))
                hint = out.hints.get(node)
                if hint and node not in self.around_title:
                    names = names + self.make((f"called {shorthand(hint.rule)}",), (hint.level,))
            tag = out.tags[node]
            place = level, tags | {tag} if tag in _AROUND else tags, names, row
        self.surroundings[node] = place
        return place

    def _in(self, tags: frozenset[str]) -> Part:
        """What is told by the kinds of elements around a chunk."""
        part = self.parts.get(tags)
        if part is None:
            part = self.parts[tags] = self.make(tuple(f"in {tag}" for tag in tags), (1,) * len(tags))
        return part

    def _in_row(self, row: int) -> Part:
        part = self.parts.get(row)
        if part is None:
            part = self.parts[row] = self.make(("row",), (row,))
        return part

    def _above(self, parent: int) -> Part:
        """What the elements around a chunk's own hold, but for the outermost; found once for all in one of them."""
        part = self.above.get(parent)
        if part is None:
            part = self.make((), ())
            for up, n in enumerate(self.out.ancestors(parent)[:4]):
                if self.out.parents[n] >= 0:
                    part = part + self._up(up, n)
            self.above[parent] = part
        return part

    def _up(self, up: int, n: int) -> Part:
        """What is told by an element that many steps above another."""
        part = self.ups.get((up, n))
        if part is None:
            counts = self.counts
            words = counts.within(counts.words, n)
            values = (
                bisect_right(SHARES, counts.within(counts.linked, n) / max(1, words)),
                bisect_right(_MANY_WORDS, words),
                bisect_right(_OF_PAGE, counts.within(counts.good, n) / self.whole),
                bisect_right((2, 4, 8, 16, 32), words / max(1, counts.within(counts.chunks, n))),
            )
            part = self.ups[up, n] = self.make(_UP[up], values)
        return part

    def _row(self, n: int) -> int:
        """Whether an element is one of some or many alike, and whether these have links."""
        out, counts = self.out, self.counts
        if self.rows is None:
            self.rows = {}
            for m in out.holders():
                row = out.parents[m], out.tags[m], out.classes[m]
                self.rows.setdefault(row, []).append(counts.within(counts.links, m))
        look = out.parents[n], out.tags[n], out.classes[n]
        if look not in self.row:
            self.row[look] = _alike(self.rows.get(look, []))
        return self.row[look]

    def _where(self, i: int, side: int, level: int, c: Chunk) -> list[Value]:
        far = self.first - i if side == 1 else i - self.last if side else 0
        part = bisect_right(_PARTS, self.before / self.all)
        self.before += c.words
        return [
            min(level, _DEEPEST) * 3 + side,
            side * 8 + bisect_right(_DISTANCES, far),
            -1 if side else bisect_right(_INNER, i - self.first),
            -1 if side else bisect_right(_INNER, self.last - i),
            part,
            self._from_title(i),
        ]

    def _from_title(self, i: int) -> int:
        if self.title < 0:
            return -1
        return 9 if i == self.title else 0 if i < self.title else 1 + bisect_right((2, 4, 8, 20, 60), i - self.title)

    def _said(self, c: Chunk, worth: int, place: int) -> list[Value]:
        """What the wording of the chunk and of the heading over it tells, and what the rules said."""
        out = self.out
        rule = shorthand(out.wording(c))
        if out.tags[c.node] in HEADINGS:
            self.head = (c.node, rule)
        under = ""
        if self.head and self.head[1]:
            under = self.head[1] + ("+" if out.holds(out.parents[self.head[0]], c.node) else "-")
        verdict = self.verdicts.get(c, "x")
        return [
            rule,
            int(is_dateline(c.text, c.words)),
            under,
            verdict,
            f"{verdict[:4]} {self.covered}",
            f"{verdict} {worth}",
            f"{verdict} {place}",
        ]


def _alike(links: list[int]) -> int:
    if len(links) < _FEWEST:
        return 0
    linked = sum(count > 0 for count in links) > 0.8 * len(links)
    return 1 + (len(links) >= 2 * _FEWEST) + 2 * linked


def _setting(out: Outline, c: Chunk) -> tuple[str, str, str | None]:
    parent = out.parents[c.node]
    return (
        out.tags[c.node],
        out.tags[parent] if parent >= 0 else "",
        out.classes[parent] if parent >= 0 else "",
    )
