"""Cuts a parsed page into stretches of text, each with where it stands and what speaks against it.

The tree is read, never changed: what is chosen can always be found again in the page.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from .hiding import Hiding, only_for_readers
from .vocabulary import (
    ASIDE, BLOCK, CAPTION, CONTROL, FORM, FRAME, HEADINGS, HIDDEN, MENU, NEVER, NOTE, PUBLISHER, Hint, hint, in_line
)

Piece = tuple[str, tuple[int, ...]]
"""Text and the inline elements around it, from the outside in, as node numbers."""

DEEPEST: Final = 80
"""Elements nested deeper than this count as their ancestor at that depth."""
MOST: Final = 50_000
"""Elements, and stretches of text between them, after which the walk ends."""
_ROLES: Final = {
    "navigation": Hint(3, MENU),
    "menu": Hint(3, MENU),
    "menubar": Hint(3, MENU),
    "contentinfo": Hint(3, FRAME),
    "banner": Hint(2, FRAME),
    "search": Hint(3, FORM),
    "complementary": Hint(2, ASIDE),
    "dialog": Hint(3, CONTROL),
    "alertdialog": Hint(3, CONTROL),
    "toolbar": Hint(3, CONTROL),
    "doc-endnotes": Hint(1, NOTE),
    "doc-bibliography": Hint(1, NOTE),
}
_TAGS: Final = {
    "nav": Hint(3, MENU),
    "menu": Hint(3, MENU),
    "footer": Hint(3, FRAME),
    "aside": Hint(2, ASIDE),
    "form": Hint(1, FORM),
    "header": Hint(1, FRAME),
    "figcaption": Hint(1, CAPTION),
    "caption": Hint(1, CAPTION),
}
_CONTROLS: Final = frozenset(("a", "button"))
_CLOSED: Final = frozenset(("nav", "footer", "menu", "ul", "ol"))
_SURE: Final = 3
_NAMED: Final = BLOCK | {"span"} - {"body", "html"}
"""Elements whose names are looked at for what they hold."""
_WIDE: Final = 12
"""Characters a word, past which a script is looked at that does not part its words."""
_IN_HEADING: Final = frozenset(("button", "span", "div", "label", "a", "p"))


@dataclass(slots=True, eq=False)
class Chunk:
    """A stretch of text that nothing breaks."""

    node: int
    pieces: list[Piece]
    text: str
    words: int
    linked: int
    """How many of the words are links."""
    link: int = -1
    """Its first link."""
    value: float = 0.0
    caption: bool = False
    image: bool = False
    forced: bool = False
    """Whether the publisher asked for it to be read."""


@dataclass(slots=True)
class Outline:
    """A page's elements in document order, by number, and the chunks of text in them."""

    host: str = ""
    elements: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    hints: dict[int, Hint] = field(default_factory=dict)
    forced: set[int] = field(default_factory=set)
    chunks: list[Chunk] = field(default_factory=list)
    unread: list[tuple[etree._Element, str]] = field(default_factory=list)
    """What the walk did not enter, and why, where a visitor may care."""

    def ancestors(self, node: int) -> list[int]:
        """The node itself and everything around it, from the inside out."""
        found = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found

    def add_chunk(self, block: int, pieces: list[Piece]) -> None:
        """Keep the pieces as one chunk, unless they are only white space."""
        parts = "".join([part for part, _ in pieces]).split()
        if not parts:
            return
        text = " ".join(parts)
        words = len(parts)
        if len(text) > words * _WIDE and not text.isascii():
            words = count_words(text)
        linked, link = 0, -1
        tags = self.tags
        for part, around in pieces:
            for n in around:
                if tags[n] == "a":
                    linked += count_words(part)
                    link = n if link < 0 else link
                    break
        self.chunks.append(Chunk(self._home(block, pieces), pieces, text, words, linked, link))

    def add_image(self, node: int) -> None:
        """Keep what an image says in its stead."""
        text = " ".join((self.elements[node].get("alt") or "").split())
        if text:
            self.chunks.append(Chunk(node, [(text, ())], text, 0, 0, image=True))

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
        if not first or first[0] not in self.hints:
            return block
        n = first[0]
        return n if all(around[:1] == (n,) or part.isspace() for part, around in pieces) else block

    def outward(self, chunk: Chunk) -> bool:
        """Whether a chunk's first link leads off the site."""
        href = self.elements[chunk.link].get("href") or "" if chunk.link >= 0 else ""
        if href.startswith(("mailto:", "tel:")):
            return True
        if "//" not in href[:10]:
            return False
        try:
            host = urlsplit(href).hostname or ""
        except ValueError:
            return False
        return host.split(".")[-2:] != self.host.split(".")[-2:]


def count_words(text: str) -> int:
    """Words, or what comes near it in scripts that do not part them."""
    words = len(text.split())
    if len(text) > words * _WIDE and not text.isascii():
        words = max(words, sum(c >= "\u2e80" for c in text) // 2)
    return words


def outline(root: etree._Element, host: str = "", *, wanted: frozenset[etree._Element] = frozenset(),
            unwanted: frozenset[etree._Element] = frozenset(), everything: bool = True) -> Outline:
    """Walk the page once. What is `wanted` is read even if hidden; what is `unwanted` is not entered.

    Unless `everything` is to be looked at, plain menus and footers are not entered either: they are half of
    many pages.
    """
    out = Outline(host)
    elements, tags, parents, hints = out.elements, out.tags, out.parents, out.hints
    hiding = Hiding()
    stack: list[int] = []
    inline: tuple[int, ...] = ()
    pieces: list[Piece] = []
    block = -1
    outer: list[tuple[int, tuple[int, ...]]] = []
    breaks = 0
    special = wanted | unwanted
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, el in walker:
        tag = el.tag
        if event == "start":
            if len(elements) > MOST or len(out.chunks) > MOST // 3:
                break
            if tag in NEVER:
                walker.skip_subtree()
                stack.append(-1)
                continue
            known = _TAGS.get(tag)
            names = el.get("class")
            said = _said(names) if names else _NOTHING
            if tag in _NAMED:
                identity, role = el.get("id"), el.get("role")
                if names or identity or role:
                    known = _surer(known, names, identity, role)
            if tag in _CONTROLS:
                hiding.note(el)
            forced = False
            if (
                said.telling or el.get("style") or el.get("aria-hidden") or el.get("hidden") is not None
                or el.get("data-lyssna") or (special and el in special)
            ):
                forced = el in wanted or el.get("data-lyssna") == "read"
                rule = None if forced else _refusal(el, said, hiding, unwanted)
                if rule:
                    out.unread.append((el, rule))
                    walker.skip_subtree()
                    stack.append(-1)
                    continue
            if not everything and known and known.level == _SURE and (tag in _CLOSED or el.get("role") in _ROLES):
                out.unread.append((el, known.rule))
                walker.skip_subtree()
                stack.append(-1)
                continue
            if len(stack) > DEEPEST:
                number = stack[-1]
            else:
                number = len(elements)
                elements.append(el)
                tags.append(tag)
                parents.append(stack[-1] if stack else -1)
                if known:
                    hints[number] = known
                if forced:
                    out.forced.add(number)
            stack.append(number)
            if tag in BLOCK:
                if pieces:
                    out.add_chunk(block, pieces)
                    pieces = []
                outer.append((block, inline))
                block, inline = number, tuple([i for i in inline if tags[i] == "a"])
                breaks = 0
            elif tag == "br":
                breaks += 1
                if breaks == 1:
                    pieces.append(("\n", inline))
                elif pieces:
                    out.add_chunk(block, pieces)
                    pieces = []
            elif tag == "img":
                out.add_image(number)
            else:
                inline = (*inline, number)
            text = el.text
        else:
            if stack.pop() >= 0:
                if tag in BLOCK:
                    if pieces:
                        out.add_chunk(block, pieces)
                        pieces = []
                    block, inline = outer.pop()
                    breaks = 0
                elif tag not in ("br", "img"):
                    inline = inline[:-1]
            text = el.tail
        if text and (pieces or not text.isspace()):
            pieces.append((text, inline))
            if breaks and not text.isspace():
                breaks = 0
    if pieces:
        out.add_chunk(block, pieces)
    return out


@dataclass(frozen=True, slots=True)
class Said:
    """What an element's class says of whether it is read at all."""

    skipped: bool = False
    """The publisher asked for it not to be read."""
    inserted: bool = False
    """It stands in lines of text, but is not part of them."""
    telling: bool = False
    """It may not be read."""


_NOTHING: Final = Said()


@lru_cache(maxsize=4096)
def _said(names: str) -> Said:
    words = names.split() if "rs_skip" in names else ()
    skipped = "rs_skip" in words or "rs_skip_always" in words
    inserted = in_line(names)
    telling = skipped or inserted or only_for_readers(names)
    return Said(skipped, inserted, telling) if telling else _NOTHING


def _surer(known: Hint | None, names: str | None, identity: str | None, role: str | None) -> Hint | None:
    """The surest of what a tag, a class, an id and a role say."""
    for other in (hint(names) if names else None, hint(identity) if identity else None, _ROLES.get(role) if role else None):
        if other and (known is None or other.level > known.level):
            known = other
    return known


def _refusal(el: etree._Element, said: Said, hiding: Hiding, unwanted: frozenset[etree._Element]) -> str | None:
    """Why the walk does not enter an element."""
    if said.skipped or el in unwanted or el.get("data-lyssna") == "skip":
        return PUBLISHER
    if hiding.hides(el):
        return HIDDEN
    return CONTROL if said.inserted and el.tag not in BLOCK else None
