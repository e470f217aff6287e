"""A page's outline: its elements by number, and the stretches of text in them."""

import re
from dataclasses import dataclass, field
from typing import Final
from unicodedata import combining, normalize
from urllib.parse import urlsplit

from lxml import etree

from ...text.cleaning import squeeze
from .counts import Counts
from .phrases import phrase
from .vocabulary import HEADINGS, Hint, hint

Piece = tuple[str, tuple[int, ...]]
"""Text and the inline elements around it, from the outside in, as node numbers."""

LINE: Final = "\u2028"
"""What stands for a line break that the page asks for, among white space that means nothing."""
_IN_HEADING: Final = frozenset(("button", "span", "div", "label", "a", "p"))
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|csv|ics)(?:$|[?#])", re.IGNORECASE)
_REACHES: Final = ("mailto:", "tel:")
_LONG_HEADING: Final = 40
_HEADING_PARTS: Final = 3
"""Stretches of text that a heading may have: a number, a name, a line under it."""
_NEAR: Final = 5
_OVER: Final = 3
"""How far up from a heading is what may be called after it."""
_PHRASE: Final = 3
"""Words of an id that is made of a heading; "related-articles" says what a part is, whatever its heading repeats."""
_PLAIN: Final = ("div", "section", "li")
_LONGEST_NAME: Final = 200
_WORDS: Final = re.compile(r"[^\W_]+")
_PARTS: Final = ("main", "article", "section")
_WIDE: Final = 12
"""Characters a word, past which a script is looked at that does not part its words."""


class Chunk:
    """A stretch of text that nothing breaks; written out, which is quicker to make than a dataclass is."""

    __slots__ = ("caption", "forced", "image", "link", "linked", "node", "pieces", "text", "value", "words")

    def __init__(  # noqa: PLR0913, PLR0917 - its facts
        self, node: int, pieces: list[Piece], text: str, words: int = 0, link_words: int = 0, link: int = -1
    ) -> None:
        self.node = node
        self.pieces = pieces
        self.text = text
        self.words = words
        self.linked = link_words
        """How many of the words are links."""
        self.link = link
        """Its first link."""
        self.value = 0.0
        self.caption = self.image = False
        self.forced = False
        """Whether the publisher asked for it to be read."""


@dataclass(slots=True)
class Outline:
    """A page's elements in document order, by number, and the chunks of text in them."""

    host: str = ""
    off: frozenset[str] = frozenset()
    """The rules that are switched off, by name."""
    elements: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    classes: list[str | None] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    """Of those elements that have one, as in `languages`."""
    languages: dict[int, str] = field(default_factory=dict)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """The last element inside of each, or itself: what lies between is all inside."""
    hints: dict[int, Hint] = field(default_factory=dict)
    forced: set[int] = field(default_factory=set)
    chunks: list[Chunk] = field(default_factory=list)
    unread: list[tuple[etree._Element, str]] = field(default_factory=list)
    """What the walk did not enter, and why, where a visitor may care."""
    apart: dict[etree._Element, list[str]] = field(default_factory=dict)
    """What stands beside the article and is not entered, with what it says."""
    shared: frozenset[Chunk] = frozenset()
    """Chunks that stand on other pages of the site as well, at the same place."""
    cut: etree._Element | None = None
    """Where the walk ended, if it was before the page's end."""
    published: bool = False
    """Whether the page says of itself that it is an article, or when it was published."""
    home: int | None = None
    """The element whose text is worth most, once it was asked for."""
    counted: Counts | None = None
    """What the elements hold, once it was asked for."""
    _title: int | None = None
    _holders: list[int] | None = None
    _around: dict[int, tuple[int, ...]] = field(default_factory=lambda: {-1: ()})

    def holds(self, node: int, other: int) -> bool:
        """Whether an element is another one or around it."""
        return 0 <= node <= other <= self.ends[node]

    def holders(self) -> list[int]:
        """The elements that hold text, those inside before those around them; found once, when the walk is over."""
        if self._holders is None:
            holders: set[int] = set()
            for c in self.chunks:
                n = c.node
                while n >= 0 and n not in holders:
                    holders.add(n)
                    n = self.parents[n]
            self._holders = sorted(holders, reverse=True)
        return self._holders

    def counts(self) -> Counts:
        """What the elements hold; kept until the text is valued anew."""
        if self.counted is None:
            self.counted = Counts(self.ends, self.chunks)
        return self.counted

    def value_anew(self) -> None:
        """Forget what was told by the values of chunks."""
        self.home = self.counted = None

    def ancestors(self, node: int) -> tuple[int, ...]:
        """The node itself and everything around it, from the inside out; asked for often, so kept."""
        chain = self._around.get(node)
        if chain is None:
            chain = self._around[node] = (node, *self.ancestors(self.parents[node]))
        return chain

    def add_element(
        self, el: etree._Element, tag: str, names: str | None, parent: int, verdict: Hint | None = None
    ) -> int:
        """Give an element the next number; of some, what tag and class say is kept with it."""
        number = len(self.elements)
        self.elements.append(el)
        self.tags.append(tag)
        self.classes.append(names)
        self.parents.append(parent)
        self.ends.append(number)
        if verdict:
            self.hints[number] = verdict
        return number

    def note(self, number: int, el: etree._Element) -> None:
        """Keep an element's role and language."""
        for values, name in ((self.roles, "role"), (self.languages, "lang")):
            value = el.get(name)
            if value is not None:
                values[number] = value

    def add_chunk(self, block: int, pieces: list[Piece]) -> None:
        """Keep the pieces as one chunk, unless they are only white space."""
        alone = len(pieces) == 1
        parts = (pieces[0][0] if alone else "".join([part for part, _ in pieces])).split()
        if not parts:
            return
        text = " ".join(parts)
        words = len(parts)
        if len(text) > words * _WIDE and not text.isascii():
            words = count_words(text)
        link_words, link = 0, -1
        tags = self.tags
        for part, around in pieces:
            for n in around:
                if tags[n] == "a":
                    link_words += words if alone else count_words(part)
                    link = n if link < 0 else link
                    break
        node = block if tags[block] not in _IN_HEADING and not pieces[0][1] else self._home(block, pieces)
        self.chunks.append(Chunk(node, pieces, text, words, link_words, link))

    def settle(self) -> None:
        """Take headings that hold paragraphs for what they are."""
        counts: dict[int, int] = {}
        long = set()
        last = -1
        for c in self.chunks:
            before, last = last, c.node
            if self.tags[c.node] in HEADINGS and not c.image:
                self._called_after(c, before)
                counts[c.node] = counts.get(c.node, 0) + 1
                if c.words > _LONG_HEADING:
                    long.add(c.node)
        for node, count in counts.items():
            if node in long or count > _HEADING_PARTS:
                self.tags[node] = "p"
            elif any(self.tags[n] == "header" for n in self.ancestors(node)[1:_NEAR]):
                self._introduces(node)

    def _called_after(self, heading: Chunk, before: int) -> None:
        """Forget what an id says that only repeats the heading which the part begins with, as "sharing-with-others"."""
        for n in self.ancestors(heading.node)[1:_OVER]:
            plain = self.tags[n] in _PLAIN and hint(self.classes[n] or "") is None
            name = self.elements[n].get("id") if n in self.hints and before < n and plain else None
            words = _WORDS.findall(_plain(name[:_LONGEST_NAME])) if name else ()
            mine = len(words) >= _PHRASE and set(words) <= set(_WORDS.findall(_plain(heading.text)))
            if mine and self.hints[n] == hint(name or "") and self.wording(heading) is None:
                del self.hints[n]

    def _introduces(self, heading: int) -> None:
        """Forget what is said of the header of a part of the page, with the part's heading: it is no masthead."""
        around = self.ancestors(heading)
        inside = any(self.tags[n] in _PARTS or (n >= 0 and self.roles.get(n) == "main") for n in around)
        for n in around:
            if n in self.hints and self.tags[n] == "header":
                bare = self.tags[heading] != "h1" and next(self.elements[n].iter("a", "form", "nav"), None) is None
                if inside or bare:
                    del self.hints[n]

    def add_image(self, node: int, name: str) -> None:
        """Keep what an image says in its stead."""
        text = squeeze(name)
        if text:
            chunk = Chunk(node, [(text, ())], text)
            chunk.image = True
            self.chunks.append(chunk)

    def _home(self, block: int, pieces: list[Piece]) -> int:
        """The block, the heading around it, or the marked inline element that holds all of the text."""
        node = block
        for _ in range(3):
            if node < 0 or self.tags[node] not in _IN_HEADING:
                break
            node = self.parents[node]
        if node >= 0 and self.tags[node] in HEADINGS:
            return node
        first = pieces[0][1]
        if self.hints.keys().isdisjoint(first):
            return block
        for depth, n in enumerate(first):
            if not all(around[depth : depth + 1] == (n,) or part.isspace() for part, around in pieces):
                break
            if n in self.hints:
                return n
        return block

    def title_part(self) -> int:
        """The part of the page right around its only h1, or -2 where that is the whole page; found once."""
        if self._title is None:
            self._title = self._around_title()
        return self._title

    def _around_title(self) -> int:
        titles = [c.node for c in self.chunks if self.tags[c.node] == "h1"]
        part = self.parents[titles[0]] if len(titles) == 1 else -1
        return -2 if part < 0 or self.tags[part] in ("body", "html") else part

    def wording(self, chunk: Chunk) -> str | None:
        """The rule by which what a short line says speaks against it, if any does."""
        return None if "wording" in self.off else phrase(chunk.text, chunk.words)

    def document(self, chunk: Chunk) -> bool:
        """Whether a chunk's first link leads to a file to read or to fill in, which is no page of the site."""
        return chunk.link >= 0 and _DOCUMENT.search(self.elements[chunk.link].get("href") or "") is not None

    def reaches(self, chunk: Chunk) -> bool:
        """Whether a chunk's first link is somebody's number or address."""
        href = self.elements[chunk.link].get("href") or "" if chunk.link >= 0 else ""
        return href.startswith(_REACHES)

    def to_page(self, chunk: Chunk) -> bool:
        """Whether a chunk's first link leads to a page or to whomever one likes: to no file, number or address."""
        href = self.elements[chunk.link].get("href") or "" if chunk.link >= 0 else ""
        return (not href.startswith(_REACHES) or href.startswith("mailto:?")) and _DOCUMENT.search(href) is None

    def outward(self, chunk: Chunk) -> bool:
        """Whether a chunk's first link leads off the site."""
        href = self.elements[chunk.link].get("href") or "" if chunk.link >= 0 else ""
        if self.reaches(chunk):
            return True
        if "//" not in href[:10]:
            return False
        try:
            host = urlsplit(href).hostname or ""
        except ValueError:
            return False
        return host.split(".")[-2:] != self.host.split(".")[-2:]


def _plain(text: str) -> str:
    """Small letters without the signs over them, as addresses and ids are made of headings."""
    return "".join(sign for sign in normalize("NFKD", text.lower()) if not combining(sign))


def count_words(text: str) -> int:
    """Words, or what comes near it in scripts that do not part them."""
    words = len(text.split())
    if len(text) > words * _WIDE and not text.isascii():
        words = max(words, sum(c >= "\u2e80" for c in text) // 2)
    return words
