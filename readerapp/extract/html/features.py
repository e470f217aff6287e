"""Describes each stretch of a page's text by what can be counted: its shape, its place, its links, what stands around.

The same description is learnt from (`benchmarks/extraction_weights.py`) and judged by (`judge.py`): there each part of
it is weighed at once, and what many stretches share is weighed for all of them together.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from .names import shorthand
from .outline import Chunk, Outline
from .phrases import is_dateline
from .vocabulary import HEADINGS
from .worth import best

Feature = tuple[str, str | int]
"""A name, and which of its values (or which stretch of them) a chunk has."""
Part = TypeVar("Part", float, list[Feature])
"""What is made of features: parts of a description can be added up, and so can their weights."""

_LOOKS: Final = {
    **dict.fromkeys(("p", "blockquote", "pre"), 1),
    "li": 2,
    **dict.fromkeys(("td", "th", "caption"), 3),
    "h1": 4,
    "h2": 5,
    "h3": 6,
    **dict.fromkeys(("h4", "h5", "h6"), 7),
    **dict.fromkeys(("dt", "dd"), 8),
    "figcaption": 9,
    "img": 10,
    **dict.fromkeys(("div", "section", "article", "main", "body"), 11),
    **dict.fromkeys(("label", "button", "legend", "form"), 12),
    "summary": 13,
}
_AROUND: Final = frozenset(
    "nav aside footer header form article main figure table ul ol details address blockquote dl section".split()
)
_WORDS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40, 80)
_MANY_WORDS: Final = (10, 25, 60, 150, 400, 1000)
_SHARES: Final = (0.001, 0.2, 0.5, 0.9)
_OF_PAGE: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
_DISTANCES: Final = (1, 2, 3, 5, 8, 15, 40)
_INNER: Final = (1, 2, 3, 5, 9)
_PARTS: Final = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
_COVERED: Final = (0.2, 0.4, 0.6, 0.8, 0.92)
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_ENDS: Final = {**dict.fromkeys(".!?…", 0), ":": 1, ",": 2, ";": 2, **dict.fromkeys('”"»)', 3)}
_DEEPEST: Final = 5
_FEWEST: Final = 3


def features(out: Outline, verdicts: Mapping[Chunk, str]) -> list[list[Feature]]:
    """The description of each chunk, with what the rules said of it ("keep…", or "x" and the rule)."""
    return parts(out, verdicts, list)


def parts(out: Outline, verdicts: Mapping[Chunk, str], make: Callable[[list[Feature]], Part]) -> list[Part]:
    """What is made of the description of each chunk."""
    page = _Page(out, verdicts, make)
    return [page.description(i, c) for i, c in enumerate(out.chunks)]


class _Page(Generic[Part]):
    """What is counted once for a page."""

    make: Callable[[list[Feature]], Part]
    out: Outline
    verdicts: Mapping[Chunk, str]
    levels: dict[int, int]
    first: int
    last: int
    title: int
    around_title: frozenset[int]
    all: int

    def __init__(self, out: Outline, verdicts: Mapping[Chunk, str], make: Callable[[list[Feature]], Part]) -> None:
        self.make = make
        self.out = out
        self.verdicts = verdicts
        self._count()
        region = best(out)
        self.levels = {n: level for level, n in enumerate(out.ancestors(region))} if region >= 0 else {}
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
        self.places: dict[int, tuple[int, Part]] = {}
        self.around: dict[tuple[int, int], Part] = {}
        self.alike: dict[tuple[str, str, str | None], Part] = {}
        rows: dict[tuple[int, str, str | None], list[int]] = {}
        for n, count in enumerate(self.chunks):
            if count:
                rows.setdefault((out.parents[n], tags[n], out.classes[n]), []).append(self.links[n])
        self.row = {look: _alike(links) for look, links in rows.items()}

    def _count(self) -> None:
        out = self.out
        size = len(out.elements)
        self.words, self.linked, self.good, self.chunks, self.links = ([0] * size for _ in range(5))
        self.settings: dict[tuple[str, str, str | None], list[int]] = {}
        self.whole = 1
        for c in out.chunks:
            n, good = c.node, c.words if c.value > 0 else 0
            self.words[n] += c.words
            self.linked[n] += c.linked
            self.good[n] += good
            self.chunks[n] += 1
            self.links[n] += c.linked > 0
            self.whole += good
            alike = self.settings.setdefault(_setting(out, c), [0, 0, 0, 0])
            alike[0] += 1
            alike[1] += c.words
            alike[2] += c.linked
            alike[3] += good
        for n in out.holders():
            parent = out.parents[n]
            if parent >= 0:
                for counts in (self.words, self.linked, self.good, self.chunks, self.links):
                    counts[parent] += counts[n]

    def description(self, i: int, c: Chunk) -> Part:
        """What is made of one chunk's description."""
        level: int
        place: Part
        level, place = self._place(c.node)
        own = self.make([*self._own(c), *self._beside(i), *self._where(i, level, c), *self._said(i, c, level)])
        return own + self._kind(c) + place

    def _own(self, c: Chunk) -> list[Feature]:
        look = _LOOKS.get(self.out.tags[c.node], 0)
        ends = _ENDS.get(c.text[-1], 4)
        worth = 2 if c.value > 0 else int(c.value < 0)
        return [
            ("words", bisect_right(_WORDS, c.words)),
            ("linked", bisect_right(_SHARES, c.linked / c.words if c.words else 0)),
            ("look", look),
            ("ends", ends),
            ("worth", worth),
            ("look, worth", look * 3 + worth),
            ("words, ends", bisect_right((3, 6, 12, 24), c.words) * 5 + ends),
            ("picture", int(c.image)),
            ("rights", int(_RIGHTS.search(c.text[:400]) is not None)),
            ("signs", int(c.text.isdigit()) + 2 * int(not any(sign.isalnum() for sign in c.text[:80]))),
        ]

    def _kind(self, c: Chunk) -> Part:
        """What is told by all the chunks that stand in the same kind of element."""
        setting = _setting(self.out, c)
        if setting not in self.alike:
            count, words, link_words, good = self.settings[setting]
            self.alike[setting] = self.make(
                [
                    ("alike: share of page", bisect_right(_OF_PAGE, good / self.whole)),
                    ("alike: how many", bisect_right((2, 3, 5, 10, 20), count)),
                    ("alike: linked", bisect_right(_SHARES, link_words / max(1, words))),
                    ("alike: mean words", bisect_right(_WORDS, words / count)),
                ]
            )
        return self.alike[setting]

    def _beside(self, i: int) -> list[Feature]:
        chunks = self.out.chunks
        neighbours: list[Feature] = []
        for name, j in (("before", i - 1), ("after", i + 1), ("two before", i - 2), ("two after", i + 2)):
            if 0 <= j < len(chunks):
                c = chunks[j]
                neighbours.append((name, bisect_right((2, 4, 8, 16, 40), c.words) * 2 + (c.linked > 0.5 * c.words)))
            else:
                neighbours.append((name, -1))
        return neighbours

    def _place(self, node: int) -> tuple[int, Part]:
        """How far from the best part of the page an element is, and what is told by the elements around it."""
        place = self.places.get(node)
        if place is not None:
            return place
        out = self.out
        above = out.ancestors(node)[:-1]
        level = next((self.levels[n] for n in above if n in self.levels), len(self.levels))
        description: list[Feature] = [(f"in {tag}", 1) for tag in {out.tags[n] for n in above} & _AROUND]
        description.extend(
            (f"called {shorthand(out.hints[n].rule)}", out.hints[n].level)
            for n in above
            if n in out.hints and n not in self.levels and n not in self.around_title
        )
        description.append(("row", max((self._row(n) for n in above if n not in self.levels), default=0)))
        part = self.make(description)
        for up, n in enumerate(above[1:5], 1):
            part = part + self._up(up, n)
        place = self.places[node] = (level, part)
        return place

    def _up(self, up: int, n: int) -> Part:
        """What is told by an element that many steps up."""
        part = self.around.get((up, n))
        if part is None:
            words = self.words[n]
            part = self.around[up, n] = self.make(
                [
                    (f"{up} up: linked", bisect_right(_SHARES, self.linked[n] / max(1, words))),
                    (f"{up} up: words", bisect_right(_MANY_WORDS, words)),
                    (f"{up} up: share of page", bisect_right(_OF_PAGE, self.good[n] / self.whole)),
                    (f"{up} up: mean words", bisect_right((2, 4, 8, 16, 32), words / max(1, self.chunks[n]))),
                ]
            )
        return part

    def _row(self, n: int) -> int:
        """Whether an element is one of some or many alike, and whether these have links."""
        return self.row.get((self.out.parents[n], self.out.tags[n], self.out.classes[n]), 0)

    def _where(self, i: int, level: int, c: Chunk) -> list[Feature]:
        side = 1 if i < self.first else 2 if i > self.last else 0
        far = self.first - i if side == 1 else i - self.last if side else 0
        part = bisect_right(_PARTS, self.before / self.all)
        self.before += c.words
        return [
            ("level, side", min(level, _DEEPEST) * 3 + side),
            ("far", side * 8 + bisect_right(_DISTANCES, far)),
            ("from the first", -1 if side else bisect_right(_INNER, i - self.first)),
            ("from the last", -1 if side else bisect_right(_INNER, self.last - i)),
            ("part of page", part),
            ("title", self._from_title(i)),
        ]

    def _from_title(self, i: int) -> int:
        if self.title < 0:
            return -1
        return 9 if i == self.title else 0 if i < self.title else 1 + bisect_right((2, 4, 8, 20, 60), i - self.title)

    def _said(self, i: int, c: Chunk, level: int) -> list[Feature]:
        """What the wording of the chunk and of the heading over it tells, and what the rules said."""
        out = self.out
        rule = out.wording(c)
        if out.tags[c.node] in HEADINGS:
            self.head = (c.node, shorthand(rule))
        under = ""
        if self.head and self.head[1]:
            under = self.head[1] + ("+" if out.holds(out.parents[self.head[0]], c.node) else "-")
        verdict = self.verdicts.get(c, "x")
        side = 1 if i < self.first else 2 if i > self.last else 0
        worth = 2 if c.value > 0 else int(c.value < 0)
        return [
            ("wording", shorthand(rule)),
            ("date", int(is_dateline(c.text, c.words))),
            ("under", under),
            ("verdict", verdict),
            ("verdict, covered", f"{verdict[:4]} {self.covered}"),
            ("verdict, worth", f"{verdict} {worth}"),
            ("verdict, level", f"{verdict} {min(level, _DEEPEST) * 3 + side}"),
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
