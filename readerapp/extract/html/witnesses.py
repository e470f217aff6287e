"""Calls a second witness before a part inside the article is left out: no verdict hangs on one word.

A name, a wording, a place, links, a shape that repeats, a tag or a role: each alone is wrong too often. What a name or
an opening says counts where something of another kind says the same.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from .outline import Chunk, Outline

LINKED: Final = 0.33
"""The share of words in links from which a part is taken to lead elsewhere."""
ALL: Final = 0.8
"""The share of a part's words that is as good as all of them."""
FEWEST: Final = 3
"""How many alike make a row."""
_FRAMES: Final = frozenset(("nav", "aside", "footer", "form", "menu", "header", "button", "search", "address"))
_ROLES: Final = re.compile(r"navigation|menu|contentinfo|banner|search|complementary|dialog|alert|toolbar|feed|form")
_NUMBER: Final = re.compile(r"[-_]\d++(?!\S)")
_SCRAP: Final = 2
"""Words of a part that says nothing by itself."""
_ENDS: Final = '.!?…:;。！？”"»)'
_INSIDE: Final = 4
"""How deep in a part its rows are looked for."""


class Witnesses:
    """What one page's elements tell."""

    def __init__(self, out: Outline) -> None:
        """Take what is counted of them; the rest is counted when it is asked for."""
        self._out = out
        self._counts = out.counts()
        self.worth = sum(c.value for c in out.chunks if c.value > 0) or 1.0
        """Of all the page's text together."""
        self._to_pages: list[int] | None = None
        self._rows: Counter[tuple[int, str, str | None]] | None = None

    def words(self, n: int) -> int:
        """The words of a part."""
        return self._counts.within(self._counts.words, n)

    def linked(self, n: int) -> int:
        """Its words in links that lead to pages."""
        if self._to_pages is None:
            to_pages = [0] * len(self._out.elements)
            for c in self._out.chunks:
                if c.linked and self._out.to_page(c):
                    to_pages[c.node] += c.linked
            self._to_pages = list(accumulate(to_pages, initial=0))
        return self._counts.within(self._to_pages, n)

    def leads_away(self, n: int) -> bool:
        """Whether much of a part's text is in links."""
        least = LINKED * self.words(n)
        return self._counts.within(self._counts.linked, n) > least and self.linked(n) > least

    def landmark(self, n: int) -> bool:
        """Whether a part's own tag or role says that it stands outside of the text."""
        role = self._out.roles.get(n)
        return self._out.tags[n] in _FRAMES or (role is not None and _ROLES.search(role) is not None)

    def framed(self, n: int) -> bool:
        """Whether a part is a landmark or has something to fill in or to press."""
        el = self._out.elements[n]
        if next(el.iter("input", "button", "form", "select", "textarea"), None) is not None:
            return True
        return self.landmark(n)

    def signed(self, n: int) -> bool:
        """Whether a part holds a link to the author's page, by the link's own word for it."""
        return any("author" in (el.get("rel") or "").lower().split() for el in self._out.elements[n].iter("a"))

    def scrap(self, n: int, chunks: list[Chunk]) -> bool:
        """Whether a part is no more than a word or two, and no sentence."""
        return self.words(n) <= _SCRAP and not any(c.value > 0 for c in chunks)

    def pictured(self, n: int) -> bool:
        """Whether a part stands in a figure."""
        return any(self._out.tags[m] == "figure" for m in self._out.ancestors(n)[1:_INSIDE])

    def repeats(self, n: int) -> bool:
        """Whether a part is one of several with the same look, each with a link, or holds a row of such."""
        return self.linked(n) > 0 and self._in_row(n)

    def holds_row(self, n: int, chunks: Iterable[Chunk]) -> bool:
        """Whether members of one row, as comments and teasers are, stand right inside the part."""
        inner: set[int] = set()
        for c in chunks:
            above = self._out.ancestors(c.node)
            at = above.index(n) if n in above else 0
            inner.update(above[max(0, at - _INSIDE) : at])
        return any(self._in_row(m) and self._out.classes[m] for m in inner)

    def on_site(self, chunks: list[Chunk]) -> bool:
        """Whether nearly all that a part says stands on other pages of the site as well."""
        echoes = self._out.shared
        return bool(echoes) and sum(c.words for c in chunks if c in echoes) >= ALL * sum(c.words for c in chunks) > 0

    def _in_row(self, n: int) -> bool:
        out = self._out
        if self._rows is None:
            members = (m for m in out.holders() if self.words(m))
            self._rows = Counter(self._look(m) for m in members)
        return self._rows[self._look(n)] >= FEWEST

    def _look(self, n: int) -> tuple[int, str, str | None]:
        """Where a part stands and what it is called, whatever number of its own ends its names (`comment-4711`)."""
        out = self._out
        name = out.classes[n]
        return out.parents[n], out.tags[n], _NUMBER.sub("", name) if name and ("-" in name or "_" in name) else name


def speaks(c: Chunk) -> bool:
    """Whether a chunk is a sentence, by its sign at the end, and no line of links."""
    return c.linked <= LINKED * c.words and c.text[-1] in _ENDS
