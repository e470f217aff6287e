"""Cuts a parsed page into stretches of text, each with where it stands and what speaks against it.

The tree is read, never changed: what is chosen can always be found again in the page.
"""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from .hiding import Hiding
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
    outward: bool = False
    """Whether its first link leads off the site."""
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
        text = " ".join("".join([p for p, _ in pieces]).split())
        if not text:
            return
        linked, link = 0, -1
        for part, around in pieces:
            for n in around:
                if self.tags[n] == "a":
                    linked += count_words(part)
                    link = n if link < 0 else link
                    break
        chunk = Chunk(self._home(block, pieces), pieces, text, count_words(text), linked)
        chunk.outward = link >= 0 and self._outward(link)
        self.chunks.append(chunk)

    def add_image(self, node: int) -> None:
        """Keep what an image says in its stead."""
        text = " ".join((self.elements[node].get("alt") or "").split())
        if text:
            self.chunks.append(Chunk(node, [(text, ())], text, 0, 0, image=True))

    def _home(self, block: int, pieces: list[Piece]) -> int:
        """The block, the heading around it, or the marked inline element that holds all of the text."""
        node = block
        for _ in range(3):
            if node < 0 or self.tags[node] in HEADINGS or self.tags[node] not in _IN_HEADING:
                break
            node = self.parents[node]
        if node >= 0 and self.tags[node] in HEADINGS:
            return node
        first = next(around for part, around in pieces if not part.isspace())
        if not first or first[0] not in self.hints:
            return block
        n = first[0]
        return n if all(around[:1] == (n,) or part.isspace() for part, around in pieces) else block

    def _outward(self, link: int) -> bool:
        href = self.elements[link].get("href") or ""
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
    if len(text) > words * 12 and not text.isascii():
        words = max(words, sum(c >= "\u2e80" for c in text) // 2)
    return words


def outline(root: etree._Element, host: str = "", *, wanted: frozenset[etree._Element] = frozenset(),
            unwanted: frozenset[etree._Element] = frozenset()) -> Outline:
    """Walk the page once. What is `wanted` is read even if hidden; what is `unwanted` is not entered."""
    out = Outline(host)
    elements, tags, parents, hints = out.elements, out.tags, out.parents, out.hints
    hiding = Hiding(root)
    stack: list[int] = []
    inline: tuple[int, ...] = ()
    pieces: list[Piece] = []
    block = -1
    outer: list[tuple[int, tuple[int, ...]]] = []
    breaks = 0
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
            known = None
            if el.attrib and tag != "body":
                rule = None if wanted and el in wanted else _refusal(el, hiding, unwanted)
                if rule:
                    out.unread.append((el, rule))
                    walker.skip_subtree()
                    stack.append(-1)
                    continue
                known = _known(el, tag)
            elif tag in _TAGS:
                known = _TAGS[tag]
            if len(stack) > DEEPEST:
                number = stack[-1]
            else:
                number = len(elements)
                elements.append(el)
                tags.append(tag)
                parents.append(stack[-1] if stack else -1)
                if known:
                    hints[number] = known
                if el in wanted or el.get("data-lyssna") == "read":
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
        if text:
            pieces.append((text, inline))
            if breaks and not text.isspace():
                breaks = 0
    if pieces:
        out.add_chunk(block, pieces)
    return out


def _refusal(el: etree._Element, hiding: Hiding, unwanted: frozenset[etree._Element]) -> str | None:
    """Why the walk does not enter an element."""
    held = el.attrib
    names = held.get("class")
    if el in unwanted or held.get("data-lyssna") == "skip":
        return PUBLISHER
    if names and "rs_skip" in names and not {"rs_skip", "rs_skip_always"}.isdisjoint(names.split()):
        return PUBLISHER
    if hiding.hides(el):
        return HIDDEN
    if names and el.tag not in BLOCK and in_line(names):
        return CONTROL
    return None


def _known(el: etree._Element, tag: str) -> Hint | None:
    """What an element's tag, role, class and id say of it."""
    known = _TAGS.get(tag)
    held = el.attrib
    names = f"{held.get('class', '')} {held.get('id', '')}"
    for other in (hint(names) if len(names) > 1 else None, _ROLES.get(held.get("role", ""))):
        if other and (known is None or other.level > known.level):
            known = other
    return known
