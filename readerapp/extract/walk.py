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
_NAMED: Final = BLOCK | {"span"} - {"body", "html"}
"""Elements whose names are looked at for what they hold."""
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
        self.chunks.append(Chunk(self._home(block, pieces), pieces, text, count_words(text), linked, link))

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
    forcing = bool(wanted)
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
            held = el.items()
            known = _TAGS.get(tag)
            forced = False
            if held:
                if forcing:
                    forced = el in wanted
                about = _about(held)
                if about and not forced:
                    rule = _refusal(el, about, hiding, tag in BLOCK)
                    if rule:
                        out.unread.append((el, rule))
                        walker.skip_subtree()
                        stack.append(-1)
                        continue
                    if about.hint and (known is None or about.hint.level > known.level) and tag in _NAMED:
                        known = about.hint
                    forced = about.wanted
                if el in unwanted:
                    out.unread.append((el, PUBLISHER))
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
class About:
    """What an element's attributes say of it, where they say anything."""

    hint: Hint | None = None
    skipped: bool = False
    """The publisher asked for it not to be read."""
    wanted: bool = False
    """The publisher asked for it to be read."""
    inserted: bool = False
    """It stands in lines of text, but is not part of them."""
    shut: bool = False
    """It may be hidden."""


_TELLING: Final = frozenset(("class", "id", "role", "style", "hidden", "aria-hidden", "data-lyssna"))


def _about(held: list[tuple[str, str]]) -> About | None:
    """What the attributes say; the same attributes are looked at once."""
    names = identity = role = lyssna = ""
    shut = False
    for name, value in held:
        if name in _TELLING:
            if name == "class":
                names = value
            elif name == "id":
                identity = value
            elif name == "role":
                role = value
            elif name == "data-lyssna":
                lyssna = value
            elif name == "style":
                shut = shut or "display" in value.lower() or "visibility" in value.lower()
            else:
                shut = shut or name == "hidden" or value == "true"
    if not (names or identity or role or lyssna or shut):
        return None
    known = _said(names)
    best = known.hint
    for other in (hint(identity) if identity else None, _ROLES.get(role) if role else None):
        if other and (best is None or other.level > best.level):
            best = other
    if best is known.hint and not shut and not lyssna:
        return known
    return About(best, known.skipped or lyssna == "skip", lyssna == "read", known.inserted, shut or known.shut)


@lru_cache(maxsize=8192)
def _said(names: str) -> About:
    words = names.split() if "rs_skip" in names else ()
    return About(
        hint(names) if names else None,
        skipped="rs_skip" in words or "rs_skip_always" in words,
        inserted=in_line(names),
        shut=only_for_readers(names),
    )


def _refusal(el: etree._Element, about: About, hiding: Hiding, block: bool) -> str | None:
    """Why the walk does not enter an element."""
    if about.skipped:
        return PUBLISHER
    if about.shut and not about.wanted and hiding.hides(el):
        return HIDDEN
    return CONTROL if about.inserted and not block else None
