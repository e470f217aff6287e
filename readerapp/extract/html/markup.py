"""Writes the chosen stretches of a page into a small clean tree.

An element costs it dear, so a stretch has one of its own only where there is something to say of it; the others end in
a sign.
"""

from collections import Counter
from itertools import pairwise
from typing import Final

from bs4.element import NavigableString, PageElement, Tag

from .outline import Chunk, Outline
from .vocabulary import HEADINGS

CONTAINERS: Final = (
    frozenset("ul ol li table tr td th blockquote figure dl dt dd details figcaption caption pre summary".split())
    | HEADINGS
)
INLINE: Final = frozenset("a em i strong b code kbd samp tt sup sub cite".split())
"""Inline elements that change what a text is or leads to; the others are written for their language alone."""
_ROOT: Final = "article"
CHUNK: Final = "a chunk"
"""The element around a stretch of text of which there is something to say; no page can have one of that name."""
END: Final = "\u2029"
"""What ends the other stretches; where a page's own text has it, it is white space like any other."""
_ENDED: Final = frozenset(("a", "dd", "dt", "li", "td", "th", "tr"))
"""Elements that end where another of their kind begins, wherever a script put it."""
_PAIR: Final = 2
_PARAGRAPHS: Final = 4
"""Stretches of text that no cell with data has."""
_ATTRIBUTES: Final = frozenset("href lang start type colspan rowspan src value reversed".split())
_NOWHERE: Final = -2
"""No element's parent."""
_WHOLE: Final = frozenset(("html", "body", "main"))
"""Elements whose language is the page's."""


def soup(out: Outline, chunks: list[Chunk]) -> Tag:
    """The chunks in order, inside their containers, with their inline elements, as a tree of BeautifulSoup's."""
    return _Markup(out).written(chunks)


class _Markup:
    """Hangs elements and texts into a tree itself, without a text to be parsed between.

    What BeautifulSoup does for a parser (it counts what is open, closes what was left open, looks for white space)
    costs as much as the elements do, and here all is closed.
    """

    def __init__(self, out: Outline) -> None:
        """Of this outline."""
        self._out = out
        self._texts: list[str] = []
        """What was said since an element began or ended."""
        root = Tag(name=_ROOT)
        self._open: list[Tag] = [root]
        self._last: PageElement = root

    def written(self, chunks: list[Chunk]) -> Tag:
        """The root of the tree, once the chunks are in it."""
        out = self._out
        layout = layout_tables(out, chunks)
        tags, tells = out.tags, any(out.tags[n] not in _WHOLE for n in out.languages)
        stack: list[int] = []
        around, containers = _NOWHERE, stack
        for chunk in chunks:
            if out.parents[chunk.node] != around or tags[chunk.node] in CONTAINERS:
                nodes = reversed(out.ancestors(chunk.node))
                containers = _apart(out, [n for n in nodes if tags[n] in CONTAINERS and n not in layout])
                self._turn(stack, containers, keyed=True)
                stack = containers
                around = _NOWHERE if tags[chunk.node] in CONTAINERS else out.parents[chunk.node]
            about = _language(out, chunk) if tells else {}
            if chunk.caption:
                about["data-caption"] = ""
            if about or chunk.image or (containers and any(tags[n] == "pre" for n in containers)):
                self._begin(CHUNK, about)
                self._inline(chunk)
                self._end()
            else:
                self._inline(chunk, END)
                self._texts.append(END)
        self._turn(stack, [])
        self._say()
        return self._open[0]

    def _inline(self, chunk: Chunk, end: str = "") -> None:
        """Add the texts of a chunk, in the elements around each; none of them says what ends the chunk."""
        tags, languages = self._out.tags, self._out.languages
        if chunk.image:
            self._begin("img", self._attributes(chunk.node) if tags[chunk.node] == "img" else {})
            self._end()
        stack: list[int] = []
        for text, around in chunk.pieces:
            inlines = [n for n in around if tags[n] in INLINE or languages.get(n)] if around else []
            if stack or inlines:
                inlines = _apart(self._out, inlines)
                self._turn(stack, inlines)
                stack = inlines
            self._texts.append(text.replace(end, " ") if end else text)
        self._turn(stack, [])

    def _turn(self, stack: list[int], following: list[int], *, keyed: bool = False) -> None:
        """Close the elements that what follows does not stand in, and open those that it does."""
        if stack == following:
            return
        same = 0
        while same < min(len(stack), len(following)) and stack[same] == following[same]:
            same += 1
        for _ in stack[same:]:
            self._end()
        for n in following[same:]:
            attributes = self._attributes(n)
            if keyed:
                attributes["data-node"] = str(n)
            self._begin(self._out.tags[n], attributes)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._say()
        inner = Tag(name=name, attrs=attributes, parent=self._open[-1], previous=self._last)
        self._open[-1].contents.append(inner)
        self._open.append(inner)
        self._last = inner

    def _end(self) -> None:
        self._say()
        self._open.pop()

    def _say(self) -> None:
        if self._texts:
            text = NavigableString("".join(self._texts))
            text.setup(self._open[-1], self._last)
            self._open[-1].contents.append(text)
            self._last = text
            self._texts = []

    def _attributes(self, node: int) -> dict[str, str]:
        return {name: value for name, value in self._out.elements[node].items() if name in _ATTRIBUTES}


def _apart(out: Outline, nodes: list[int]) -> list[int]:
    """The elements around a text without items right around items, links around links: there the inner one counts."""
    if len(nodes) < _PAIR:
        return nodes
    outer = {n for n, inner in pairwise(nodes) if out.tags[n] == out.tags[inner] and out.tags[n] in _ENDED}
    return [n for n in nodes if n not in outer] if outer else nodes


def _language(out: Outline, chunk: Chunk) -> dict[str, str]:
    """The language that the page gives the chunk within its body, as an attribute."""
    for n in out.ancestors(chunk.node):
        if out.tags[n] in _WHOLE:
            break
        if tag := out.languages.get(n):
            return {"lang": tag}
    return {}


def _is_page(cells: Counter[int], chunks: list[Chunk]) -> bool:
    """Whether one cell of a table has many paragraphs, and most of those that the table has."""
    return max(cells.values(), default=0) >= _PARAGRAPHS and 2 * max(cells.values()) > len(chunks)


def layout_tables(out: Outline, chunks: list[Chunk]) -> set[int]:
    """The tables, rows and cells that arrange the page instead of holding data."""
    if "table" not in out.tags:
        return set()
    parts: dict[int, list[int]] = {}
    texts: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        if not chunk.text:
            continue
        around = out.ancestors(chunk.node)
        own: list[int] = []
        for n in around:
            if out.tags[n] in ("tr", "td", "th"):
                own.append(n)
            elif out.tags[n] == "table":
                parts.setdefault(n, []).extend(own)
                texts.setdefault(n, []).append(chunk)
                own = []
    layout: set[int] = set()
    for table, members in parts.items():
        cells = Counter(m for m in members if out.tags[m] in ("td", "th"))
        rows = {m for m in members if out.tags[m] == "tr"}
        headed = any(out.tags[m] == "th" for m in cells)
        long = any(c.words > 60 for c in texts[table]) or _is_page(cells, texts[table])
        role = out.roles.get(table) in ("presentation", "none")
        nested = any(table in out.ancestors(other)[1:] for other in parts if other != table)
        if role or nested or (not headed and (len(rows) < 2 or len(cells) <= len(rows) or long)):
            layout |= {table, *members}
    return layout
