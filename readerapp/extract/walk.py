"""Cuts a parsed page into stretches of text, each with where it stands and what speaks against it.

The tree is read, never changed: what is chosen later can always be found again in the page.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from .vocabulary import ASIDE, BLOCK, CAPTION, CONTROL, FORM, FRAME, MENU, NEVER, Hint, hint

Piece = tuple[str, tuple[int, ...]]
"""Text and the inline elements around it, from the outside in, as node numbers."""

_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ONLY_FOR_READERS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|element-invisible|a11y-hidden|off-?screen)(?:\s|$)",
    re.IGNORECASE,
)
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


@dataclass(slots=True)
class Chunk:
    """A stretch of text that nothing breaks."""

    node: int
    pieces: list[Piece]
    text: str
    words: int
    linked: int
    """How many of the words are links."""
    outward: bool
    """Whether its first link leads off the site."""
    value: float = 0.0
    caption: bool = False


@dataclass(slots=True)
class Outline:
    """A page's elements in document order, by number, and the chunks of text in them."""

    host: str
    elements: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    hints: dict[int, Hint] = field(default_factory=dict)
    chunks: list[Chunk] = field(default_factory=list)

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
        self.chunks.append(
            Chunk(self._home(block, pieces), pieces, text, count_words(text), linked, link >= 0 and self._outward(link))
        )

    def _home(self, block: int, pieces: list[Piece]) -> int:
        """The block, or the marked inline element that holds all of the text."""
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


def outline(root: etree._Element, host: str = "") -> Outline:
    """Walk the page once."""
    out = Outline(host)
    elements, tags, parents, hints = out.elements, out.tags, out.parents, out.hints
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
            if tag in NEVER or not isinstance(tag, str) or is_hidden(el):
                walker.skip_subtree()
                stack.append(-1)
                continue
            number = len(elements)
            elements.append(el)
            tags.append(tag)
            parents.append(stack[-1] if stack else -1)
            stack.append(number)
            known = _known(el, tag)
            if known:
                hints[number] = known
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
                elif tag != "br":
                    inline = inline[:-1]
            text = el.tail
        if text:
            pieces.append((text, inline))
            if breaks and not text.isspace():
                breaks = 0
    if pieces:
        out.add_chunk(block, pieces)
    return out


def _known(el: etree._Element, tag: str) -> Hint | None:
    if tag in ("html", "body"):
        return None
    held = el.attrib
    known = _TAGS.get(tag)
    if held:
        names = f"{held.get('class', '')} {held.get('id', '')}"
        named = hint(names) if len(names) > 1 else None
        if named and (known is None or named.level > known.level):
            known = named
        role = _ROLES.get(held.get("role", ""))
        if role and (known is None or role.level > known.level):
            known = role
    return known


def is_hidden(el: etree._Element) -> bool:
    """Whether the page hides the element itself."""
    held = el.attrib
    if not held:
        return False
    if "hidden" in held or held.get("aria-hidden") == "true":
        return True
    style = held.get("style")
    if style and _HIDING.search(style):
        return True
    names = held.get("class")
    return bool(names and _ONLY_FOR_READERS.search(names))
