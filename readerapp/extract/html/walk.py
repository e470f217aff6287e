"""Walks over a parsed page once and cuts it into stretches of text.

The tree is read, never changed: what is chosen can always be found again in the page.
"""

import re
from typing import Final

from lxml import etree

from .gate import Gate
from .hiding import Hiding
from .names import known, plainly_frame
from .outline import LINE, Outline, Piece
from .signs import formula, picture, pronunciation
from .styles import Styles, styles
from .vocabulary import BLOCK, NEVER

DEEPEST: Final = 80
"""Elements nested deeper than this count as their ancestor at that depth."""
MOST: Final = 50_000
"""Elements after which the walk ends; for stretches of text it is a third."""
_BLANK_LINES: Final = re.compile(r"(?<=\S)[ \t\r]*\n[ \t\r]*\n\s*(?=[^\W_a-zåäöа-яё]|[-–—•*§\"”»«])")
"""What parts paragraphs where no element does: the next line begins as a paragraph."""
_BESIDE: Final = frozenset(("a", "span"))
_VERBATIM: Final = frozenset(("pre", "code", "kbd", "samp", "tt"))
_NONE: Final[frozenset[etree._Element]] = frozenset()


def outline(  # noqa: PLR0913 - each says what is looked at
    root: etree._Element,
    host: str = "",
    *,
    inclusions: frozenset[etree._Element] = _NONE,
    exclusions: frozenset[etree._Element] = _NONE,
    everything: bool = True,
    hidden: bool = False,
    off: frozenset[str] = frozenset(),
) -> Outline:
    """The page's outline. The `inclusions` are read even if hidden; the `exclusions` are not entered.

    Unless `everything` is to be looked at, plain menus and footers are not entered either: they are half of
    many pages. With `hidden`, what only names and style sheets hide is read: a script may show it.
    """
    walk = _begin(root, host, inclusions, exclusions, everything=everything, hidden=hidden, off=off)
    _over(root, walk)
    walk.out.settle()
    return walk.out


def _begin(  # noqa: PLR0913 - as outline
    root: etree._Element,
    host: str,
    inclusions: frozenset[etree._Element],
    exclusions: frozenset[etree._Element],
    *,
    everything: bool = True,
    hidden: bool = False,
    off: frozenset[str] = frozenset(),
) -> "_Walk":
    own = styles(root)
    gate = Gate(inclusions, exclusions, Hiding(own, by_name=not (hidden or "hiding" in off)), own.hidden)
    return _Walk(Outline(host, off), gate, own, everything=everything or "menus" in off)


def parts(
    root: etree._Element,
    host: str,
    inclusions: frozenset[etree._Element],
    exclusions: frozenset[etree._Element],
    off: frozenset[str] = frozenset(),
) -> Outline:
    """The outline of what is wanted alone: it may stand behind the end of what is walked over of a long page."""
    walk = _begin(root, host, inclusions, exclusions, off=off)
    for start in _outermost(inclusions, root):
        _over(start, walk)
    return walk.out


def _outermost(inclusions: frozenset[etree._Element], root: etree._Element) -> list[etree._Element]:
    """The elements among these that stand in none of the others, in the page's order."""
    outer = {el for el in inclusions if not any(above in inclusions for above in el.iterancestors())}
    return [el for el in root.iter() if el in outer]


def _over(start: etree._Element, walk: "_Walk") -> None:
    walker = etree.iterwalk(start, events=("start", "end"))
    for event, el in walker:
        if event == "end":
            walk.leave(el)
        elif walk.full:
            walk.out.cut = el
            break
        elif not walk.enter(el):
            walker.skip_subtree()
    walk.flush()


class _Walk:
    """Where the walk is: the elements around, and the text since the last break."""

    __slots__ = (
        "block", "breaks", "everything", "full", "gate", "inline", "out", "outer", "pieces", "stack", "styles",
    )  # fmt: skip

    def __init__(self, out: Outline, gate: Gate, own: Styles, *, everything: bool) -> None:
        self.out = out
        self.gate = gate
        self.styles = own
        self.everything = everything
        self.stack: list[int] = []
        self.outer: list[tuple[int, tuple[int, ...]]] = []
        self.full = False
        self.block = -1
        self.inline: tuple[int, ...] = ()
        self.pieces: list[Piece] = []
        self.breaks = 0

    def enter(self, el: etree._Element) -> bool:
        """Begin an element; say whether it is looked into."""
        tag = el.tag
        number = -1 if tag in NEVER and not self._shown(el, tag) else self._number(el, tag)
        self.stack.append(number)
        if number < 0:
            return False
        if tag in BLOCK:
            self.flush()
            self.outer.append((self.block, self.inline))
            self.block = number
            if self.inline:
                self.inline = tuple([n for n in self.inline if self.out.tags[n] == "a"])
        elif tag == "br":
            self._break()
        elif tag == "img":
            self.out.add_image(number, el.get("alt") or "")
        elif len(self.stack) <= DEEPEST + 1:  # what is deeper has the number of one that is there already
            if self._on_own_line(el, tag):
                self.flush()
            elif tag in _BESIDE and self.pieces and self._beside(el, tag):
                self.pieces.append((" ", self.inline))
            self.inline = (*self.inline, number)
        if el.text:
            self._add(el.text)
        return True

    def leave(self, el: etree._Element) -> None:
        """End an element, and take the text behind it."""
        if self.stack.pop() >= 0:
            tag = el.tag
            if tag in BLOCK:
                self.flush()
                self.block, self.inline = self.outer.pop()
            elif tag not in ("br", "img") and len(self.stack) <= DEEPEST:
                self.inline = self.inline[:-1]
                if self._on_own_line(el, tag):
                    self.flush()
        if el.tail:
            self._add(el.tail)

    def flush(self) -> None:
        """Make a chunk of the text since the last break."""
        if self.pieces:
            self.out.add_chunk(self.block, self.pieces)
            self.pieces = []
        self.breaks = 0

    def _shown(self, el: etree._Element, tag: str) -> bool:
        """Whether an element that mostly holds no text is looked into; what stands for it is taken down here."""
        if tag == "template":
            return "shadowrootmode" in el.attrib
        if tag == "math" and (alternative := formula(el)):
            self._add(alternative)
        elif tag == "rt" and (reading := pronunciation(el)):
            self._add(f" ({reading})")  # as browsers show it that cannot draw it above
        elif tag == "svg" and not self.inline and not self.pieces and (name := picture(el)):
            number = self._number(el, tag)
            if number >= 0:
                self.out.add_image(number, name)
        return False

    def _on_own_line(self, el: etree._Element, tag: str) -> bool:
        """Whether an element that is no block by its tag stands on lines of its own."""
        if "-" in tag:
            before = el.getprevious()
            around = el.getparent()
            text = before.tail if before is not None else None if around is None else around.text
            return not ((text and not text.isspace()) or (el.tail and not el.tail.isspace()))
        return bool(el.keys()) and self.styles.parts(el)

    def _beside(self, el: etree._Element, tag: str) -> bool:
        """Whether an element follows right on another of its kind, each of whole words: a style sheet parts them."""
        before = el.getprevious()
        if before is None or before.tag != tag or before.tail or not el.text or not self.pieces[-1][1]:
            return False
        if tag == "span" and el.get("class") == before.get("class"):
            return False  # as a word pasted from a text processor is cut
        last = self.pieces[-1][0]
        whole = len(last) > 1 and len(el.text) > 1 and last[-1].isalnum() and el.text[0].isalnum()
        return whole and not any(self.out.tags[n] in _VERBATIM for n in (self.block, *self.inline))

    def _add(self, text: str) -> None:
        if text.isspace():
            if self.pieces:
                self.pieces.append((text, self.inline))
            return
        if "\n" in text and not self.inline and self.out.tags[self.block] != "p":
            *whole, text = _BLANK_LINES.split(text)
            for part in whole:
                self.pieces.append((part, self.inline))
                self.flush()
        self.pieces.append((text, self.inline))
        self.breaks = 0

    def _break(self) -> None:
        """One line break is a line; two part paragraphs."""
        self.breaks += 1
        if self.breaks == 1:
            self.pieces.append((LINE, self.inline))
        elif self.pieces:
            self.out.add_chunk(self.block, self.pieces)
            self.pieces = []

    def _number(self, el: etree._Element, tag: str) -> int:
        """The number of an element that is looked into, else -1."""
        attributes = el.keys()
        names = el.get("class", "") if "class" in attributes else ""
        must, refusal = self.gate.judge(el, tag, attributes, names)
        verdict = known(el, tag, attributes, names, self.out.off)
        out, stack = self.out, self.stack
        if refusal is None and verdict and not (self.everything or must) and plainly_frame(el, tag, verdict):
            refusal = verdict.rule
        if refusal:
            out.unread.append((el, refusal))
            self.full = len(out.unread) > MOST
            return -1
        if len(stack) > DEEPEST:
            return stack[-1]
        number = len(out.elements)
        self.full = number > MOST or len(out.chunks) > MOST // 3
        out.elements.append(el)
        out.tags.append("span" if tag == "a" and "href" not in attributes else tag)
        out.parents.append(stack[-1] if stack else -1)
        if verdict:
            out.hints[number] = verdict
        if must:
            out.forced.add(number)
        return number
