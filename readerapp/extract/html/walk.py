"""Walks over a parsed page once and cuts it into stretches of text.

The tree is read, never changed: what is chosen can always be found again in the page.
"""

import re
from typing import Final

from lxml import etree

from .gate import Gate
from .heads import Heads
from .hiding import Hiding, unfolds
from .looks import BLOCKS, BREAKS, LINES, Look, key, looks
from .names import plainly_frame, surest
from .outline import LINE, Outline, Piece
from .seams import BESIDE, parted
from .signs import formula, picture, pronunciation
from .styles import Styles, styles
from .unfolding import fold
from .vocabulary import NEVER, OUTSIDE, SURE

DEEPEST: Final = 80
"""Elements nested deeper than this count as their ancestor at that depth."""
MOST: Final = 50_000
"""Elements after which the walk ends; for stretches of text it is a third."""
_BLANK_LINES: Final = re.compile(r"(?<=\S)[ \t\r]*\n[ \t\r]*\n\s*(?=[^\W_a-zåäöа-яё]|[-–—•*§\"”»«])")
"""What parts paragraphs where no element does: the next line begins as a paragraph."""
_VERBATIM: Final = frozenset(("pre", "code", "kbd", "samp", "tt"))
_LONGEST_PATH: Final = 400
_NONE: Final[frozenset[etree._Element]] = frozenset()


def outline(  # noqa: PLR0913 - each says what is looked at
    heads: Heads,
    host: str = "",
    *,
    inclusions: frozenset[etree._Element] = _NONE,
    exclusions: frozenset[etree._Element] = _NONE,
    everything: bool = True,
    hidden: bool = False,
    off: frozenset[str] = frozenset(),
    apart: dict[etree._Element, list[str]] | None = None,
) -> Outline:
    """The page's outline. The `inclusions` are read even if hidden; `exclusions` and what is `apart` are not entered.

    Unless `everything` is to be looked at, plain menus and footers are not entered either: they are half of
    many pages. With `hidden`, what only names and style sheets hide is read: a script may show it.
    """
    walk = _begin(heads, host, inclusions, exclusions, everything=everything, hidden=hidden, off=off)
    walk.out.apart = apart or {}
    walk.over(heads.root)
    walk.out.settle()
    fold(walk.out)
    return walk.out


def _begin(  # noqa: PLR0913 - as outline
    heads: Heads,
    host: str,
    inclusions: frozenset[etree._Element],
    exclusions: frozenset[etree._Element],
    *,
    everything: bool = True,
    hidden: bool = False,
    off: frozenset[str] = frozenset(),
) -> "_Walk":
    own = styles(heads.all("style"))
    gate = Gate(inclusions, exclusions, Hiding(own, by_name=not (hidden or "hiding" in off)))
    return _Walk(Outline(host, off), gate, own, everything=everything or "menus" in off)


def parts(
    heads: Heads,
    host: str,
    inclusions: frozenset[etree._Element],
    exclusions: frozenset[etree._Element],
    off: frozenset[str] = frozenset(),
) -> Outline:
    """The outline of what is wanted alone: it may stand behind the end of what is walked over of a long page."""
    walk = _begin(heads, host, inclusions, exclusions, off=off)
    outer = {el for el in inclusions if not any(above in inclusions for above in el.iterancestors())}
    for start in [el for el in heads.root.iter() if el in outer]:
        walk.over(start)
    return walk.out


class _Walk:
    """Where the walk is: the elements around, and the text since the last break."""

    __slots__ = (
        "around", "block", "breaks", "everything", "full", "gate", "inline", "looks", "out", "outer", "pieces", "styles"
    )  # fmt: skip

    def __init__(self, out: Outline, gate: Gate, own: Styles, *, everything: bool) -> None:
        self.out = out
        self.gate = gate
        self.styles = own
        self.looks = looks(out.off, own, gate)
        self.everything = everything
        self.around = -1
        """The number of the element that the walk is in."""
        self.outer: list[tuple[etree._Element, int, int, tuple[int, ...], bool]] = []
        """That element and those around it, from the outside in; of each what is taken up again behind it: the element,
        the block and the lines around it; and whether a line ends with it."""
        self.full = False
        self.block = -1
        self.inline: tuple[int, ...] = ()
        self.pieces: list[Piece] = []
        self.breaks = 0

    def over(self, start: etree._Element) -> None:
        """Go through an element and all that it holds, in the page's order."""
        el, elements = start, self.out.elements
        while not self.full and len(elements) <= MOST + 1:
            if self.enter(el):
                el = el[0]
                continue
            following = None
            while self.outer:
                if (tail := el.tail) and (self.pieces or not tail.isspace()):
                    self._add(tail)
                following = el.getnext()
                if following is not None:
                    break
                el = self.leave()
            if following is None:
                self.flush()
                return
            el = following
        self._stop(el)

    def _stop(self, el: etree._Element) -> None:
        """End the walk before the page's end."""
        out = self.out
        out.cut = el
        for number in [*(place[1] for place in self.outer), self.around][1:]:
            out.ends[number] = len(out.elements) - 1
        self.flush()

    def enter(self, el: etree._Element) -> bool:
        """Begin an element, and end it where it holds no others; say whether others in it come next."""
        tag = el.tag
        if tag in NEVER and not self._shown(el, tag):
            return False
        if el in self.out.apart:
            self.out.unread.append((el, OUTSIDE))
            return False
        names = el.get("class")
        look = self.looks[key(el, tag, names)]
        question = not look.plain or (look.leads and "#" in el.get("href", ""))
        if question and not self._admits(el, tag, names or "", look):
            return False
        out, around, block, inline, kind = self.out, self.around, self.block, self.inline, look.kind
        verdict = None if question else look.hint
        own = "span" if look.leads and unfolds(el) else look.tag
        number = out.add_element(el, own, names, around, verdict) if len(self.outer) <= DEEPEST else around
        if kind == BLOCKS:
            if self.pieces or self.breaks:
                self.flush()
            self.block, ends_line = number, True
            self.inline = tuple([n for n in inline if out.tags[n] == "a"]) if inline else inline
        elif kind == LINES:
            ends_line = number != around and self._begin_in_line(el, tag, number, look)
        else:
            self._mark(el, number, kind)
            return False
        if (text := el.text) and (self.pieces or not text.isspace()):
            self._add(text)
        if len(el):
            self.outer.append((el, around, block, inline, ends_line))
            self.around = number
            return True
        if ends_line and (self.pieces or self.breaks):
            self.flush()
        self.block, self.inline = block, inline
        return False

    def _begin_in_line(self, el: etree._Element, tag: str, number: int, look: Look) -> bool:
        """Begin what stands in lines of text, parted from what stands before it; say whether by a line."""
        on_own_line = look.parted and self._on_own_line(el, tag)
        if on_own_line:
            self.flush()
        elif self.pieces and tag in BESIDE and self._beside(el, tag):
            self.pieces.append((" ", self.inline))
        self.inline = (*self.inline, number)
        return on_own_line

    def _mark(self, el: etree._Element, number: int, kind: int) -> None:
        """Take down what stands in the text without holding any: a line break, an image."""
        if kind == BREAKS:
            self._break()
        else:
            self.out.add_image(number, el.get("alt") or "")
        self.full = self.full or len(self.out.chunks) > MOST // 3

    def leave(self) -> etree._Element:
        """End an element that holds others, and take the text behind it."""
        el, around, block, inline, ends_line = self.outer.pop()
        self.out.ends[self.around] = len(self.out.elements) - 1
        if ends_line and (self.pieces or self.breaks):
            self.flush()
        self.around, self.block, self.inline = around, block, inline
        return el

    def flush(self) -> None:
        """Make a chunk of the text since the last break."""
        if self.pieces:
            self.out.add_chunk(self.block, self.pieces)
            self.pieces = []
            self.full = self.full or len(self.out.chunks) > MOST // 3
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
            names = el.get("class")
            look = self.looks[key(el, tag, names)]
            if look.plain or self._admits(el, tag, names or "", look):
                deep = len(self.outer) > DEEPEST
                self.out.add_image(self.around if deep else self.out.add_element(el, tag, names, self.around), name)
        return False

    def _on_own_line(self, el: etree._Element, tag: str) -> bool:
        """Whether an element that is no block by its tag stands on lines of its own."""
        if "-" in tag:
            before = el.getprevious()
            around = el.getparent()
            text = before.tail if before is not None else None if around is None else around.text
            return not ((text and not text.isspace()) or (el.tail and not el.tail.isspace()))
        return self.styles.parts(el)

    def _beside(self, el: etree._Element, tag: str) -> bool:
        """Whether an element follows right on another of its kind, and begins a word."""
        last, around = self.pieces[-1]
        tags = self.out.tags
        if not around or any(tags[n] in _VERBATIM for n in (self.block, *self.inline)):
            return False
        return parted(el, tag, last, after_link=any(tags[n] == "a" for n in around))

    def _add(self, text: str) -> None:
        if text.isspace():
            if self.pieces:
                self.pieces.append((text, self.inline))
            return
        if text.count("\n") > 1 and not self.inline and self.out.tags[self.block] != "p":
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

    def _admits(self, el: etree._Element, tag: str, names: str, look: Look) -> bool:
        """Whether an element of which there is more to say is looked into; if so, that is kept by its number to be."""
        out = self.out
        must, refusal, verdict = False, None, look.hint
        if look.judged or (look.leads and "#" in el.get("href", "")[:_LONGEST_PATH]):
            must, refusal = self.gate.judge(el, tag, names)
        if look.asks:
            verdict = surest(el, tag, verdict, out.off)
        if verdict and verdict.level >= SURE and refusal is None and not (self.everything or must):
            refusal = verdict.rule if plainly_frame(el, tag, verdict) else None
        if refusal:
            out.unread.append((el, refusal))
            self.full = self.full or len(out.unread) > MOST
            return False
        if len(self.outer) <= DEEPEST:
            number = len(out.elements)
            if look.tells:
                out.note(number, el)
            if verdict:
                out.hints[number] = verdict
            if must:
                out.forced.add(number)
        return True
