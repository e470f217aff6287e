"""Cuts a parsed page into stretches of text, each with where it stands and what speaks against it.

The tree is read, never changed: what is chosen later can always be found again in the page.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from .vocabulary import BLOCK, HEADINGS, HIDDEN, MENU, NEVER, CONTROL, FRAME, ASIDE, FORM, Hint, hint

Piece = tuple[str, tuple[int, ...]]
"""Text and the inline elements around it, from the outside in, as node numbers."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ONLY_FOR_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|element-invisible|a11y-hidden|off-?screen)(?:\s|$)", re.I
)
_ROLES = {
    "navigation": Hint(3, MENU), "menu": Hint(3, MENU), "menubar": Hint(3, MENU), "contentinfo": Hint(3, FRAME),
    "banner": Hint(2, FRAME), "search": Hint(3, FORM), "complementary": Hint(2, ASIDE), "dialog": Hint(3, CONTROL),
    "alertdialog": Hint(3, CONTROL), "toolbar": Hint(3, CONTROL),
}
_TAGS = {"nav": Hint(3, MENU), "footer": Hint(3, FRAME), "aside": Hint(2, ASIDE), "form": Hint(1, FORM), "header": Hint(1, FRAME), "menu": Hint(3, MENU)}


@dataclass(slots=True)
class Chunk:
    """A stretch of text that nothing breaks."""

    node: int
    pieces: list[Piece]
    text: str
    words: int
    linked: int
    """How many of the words are links."""
    value: float = 0.0


@dataclass(slots=True)
class Outline:
    """A page's elements in document order, by number, and the chunks of text in them."""

    elements: list[etree._Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    hints: dict[int, Hint] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    chunks: list[Chunk] = field(default_factory=list)

    def ancestors(self, node: int) -> list[int]:
        """The node itself and everything around it, from the inside out."""
        found = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        return found


def count_words(text: str) -> int:
    words = len(text.split())
    if not text.isascii() and len(text) > words * 12:
        words = max(words, sum(c >= "\u2e80" for c in text) // 2)
    return words


def outline(root: etree._Element) -> Outline:
    """Walk the page once."""
    out = Outline()
    elements, tags, parents = out.elements, out.tags, out.parents
    stack: list[int] = []
    inline: tuple[int, ...] = ()
    pieces: list[Piece] = []
    block = -1
    blocks: list[int] = []
    breaks = 0
    links = 0

    def flush() -> None:
        nonlocal pieces
        if pieces:
            text = " ".join("".join([p for p, _ in pieces]).split())
            if text:
                linked = 0
                if any(i for _, i in pieces):
                    linked = sum(count_words(p) for p, around in pieces if around and any(tags[i] == "a" for i in around))
                out.chunks.append(Chunk(block, pieces, text, count_words(text), linked))
            pieces = []

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
            names = (el.get("class") or "") + " " + (el.get("id") or "")
            known = hint(names) if names != " " else None
            other = _ROLES.get(el.get("role") or "") or _TAGS.get(tag)
            if other and (known is None or other.level > known.level):
                known = other
            if known and tag not in ("html", "body"):
                out.hints[number] = known
            if tag in BLOCK:
                flush()
                blocks.append(block)
                block = number
                blocks.append(inline)
                inline = tuple(i for i in inline if tags[i] == "a")
                breaks = 0
            elif tag == "br":
                breaks += 1
                if breaks >= 2:
                    flush()
                else:
                    pieces.append(("\n", inline))
            else:
                inline = (*inline, number)
            if el.text:
                pieces.append((el.text, inline))
                if breaks and not el.text.isspace():
                    breaks = 0
        else:
            number = stack.pop()
            if number >= 0:
                if tag in BLOCK:
                    flush()
                    inline = blocks.pop()
                    block = blocks.pop()
                    breaks = 0
                elif tag != "br":
                    inline = inline[:-1]
            if el.tail:
                pieces.append((el.tail, inline))
                if breaks and not el.tail.isspace():
                    breaks = 0
    flush()
    return out


def is_hidden(el: etree._Element) -> bool:
    attributes = el.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return True
    names = attributes.get("class")
    return bool(names and _ONLY_FOR_READERS.search(names))
