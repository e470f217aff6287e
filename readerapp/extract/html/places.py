"""Says where a part stands: in what a page's text tells is its best part, outside of it, or at its edge."""

from itertools import islice
from typing import Final

from .outline import Chunk, Outline
from .vocabulary import CONSENT, CONTROL, HEADINGS, SURE, Hint
from .worth import best

ENOUGH: Final = 50
"""Words of good text that the best part of a page must have, for what is called so around it to be misnamed."""
_OVER_PAGE: Final = frozenset((Hint(SURE, CONSENT), Hint(SURE, CONTROL)))


class Places:
    """Which elements stand outside of the best part of the page, as its text alone tells."""

    def __init__(self, out: Outline, titles: frozenset[str] = frozenset()) -> None:
        """Find the element whose text is worth most."""
        region = max(0, best(out))
        self._home = region
        self._out = out
        self._article = article(out, titles)
        self._title = next((c for c in out.chunks if out.tags[c.node] == "h1"), None)
        self._order = {c: i for i, c in enumerate(out.chunks)}
        end = out.ends[region] if out.ends else -1
        good = [i for i, c in enumerate(out.chunks) if c.value > 0 and region <= c.node <= end]
        self._sure = sum(out.chunks[i].words for i in good) >= ENOUGH
        good = [i for i in good if not self._over_page(out.chunks[i].node)] or good
        self._first, self._last = (good[0], good[-1]) if good else (0, len(out.chunks))

    def _over_page(self, node: int) -> bool:
        """Whether a name is sure of a part that it is shown over the page, at whose end it may stand in the source."""
        hints = self._out.hints
        return any(n in hints and hints[n] in _OVER_PAGE for n in self._out.ancestors(node))

    def around(self, n: int) -> bool:
        """Whether an element holds that part, where it says enough to be known."""
        return self._sure and self._out.holds(n, self._home)

    def outside(self, n: int) -> bool:
        """Whether an element neither holds that part nor stands in it; or the article that the headline stands in."""
        return any(
            part >= 0 and not (self._out.holds(n, part) or self._out.holds(part, n))
            for part in (self._article, self._home)
        )

    def at_edge(self, chunks: list[Chunk], *, bare: bool = False) -> bool:
        """Whether a part stands before the page's first h1, or where the text has not begun or is over.

        There it has links, unless it may be `bare`.
        """
        first, last = self._order[chunks[0]], self._order[chunks[-1]]
        if self._title is not None and last < self._order[self._title]:
            return True
        if first > self._first and last < self._last:
            return False
        return bare or any(c.linked and not self._out.outward(c) for c in chunks)


def main_part(out: Outline) -> int:
    """The only part of the page that its own tag or role calls the main one, or -1."""
    nodes = {n for n, role in out.roles.items() if role == "main"}
    if "main" in out.tags:
        nodes.update(n for n, tag in enumerate(out.tags) if tag == "main")
    mains = sorted(nodes)
    outer = list(islice((n for n in mains if nodes.isdisjoint(out.ancestors(n)[1:])), 2))
    return outer[0] if len(outer) == 1 else -1


def article(out: Outline, titles: frozenset[str], share: float = 0.5) -> int:
    """The article around the page's headline that more than a share of its text stands in, or -1."""
    title = _headline(out, titles)
    part = next((n for n in out.ancestors(title) if n >= 0 and out.tags[n] == "article"), -1)
    if part < 0:
        return -1
    counts = out.counts()
    return part if counts.within(counts.good, part) > share * counts.good[-1] else -1


def _headline(out: Outline, titles: frozenset[str]) -> int:
    """The first heading that says what the page's title does, else the only h1, else -1."""
    heads = [c for c in out.chunks if out.tags[c.node] in HEADINGS]
    first = {c.node for c in heads if out.tags[c.node] == "h1"}
    only = next(iter(first)) if len(first) == 1 else -1
    return next((c.node for c in heads if c.text.casefold() in titles), only)
