"""Writes the way back from a stretch of text to its element in the live page."""

from collections import Counter
from typing import Final

from lxml import etree

from ...model import Locator
from .outline import Chunk, Outline
from .selectors import escaped

_IDS: Final = etree.XPath("//@id", smart_strings=False)
AROUND: Final = 32
"""Characters of the page's text kept on each side of a block."""
_LONGEST_ID: Final = 80


class Paths:
    """CSS selectors of one page's elements, counted once per parent."""

    def __init__(self, root: etree._Element) -> None:
        self._ids = Counter(_IDS(root))
        self._places: dict[etree._Element, _Places] = {}

    def path(self, el: etree._Element) -> str:
        """Child steps from the nearest element whose id nothing else on the page has."""
        steps: list[str] = []
        node: etree._Element | None = el
        while node is not None:
            name = node.get("id")
            if name and len(name) <= _LONGEST_ID and self._ids[name] == 1 and name.isprintable() and " " not in name:
                steps.append(f"#{escaped(name)}")
                break
            parent = node.getparent()
            steps.append(self._step(node, parent))
            if node.tag == "tr" and parent is not None and parent.tag == "table":
                steps.append("tbody:nth-of-type(1)")
            node = parent
        return " > ".join(reversed(steps))

    def _step(self, node: etree._Element, parent: etree._Element | None) -> str:
        if node.tag in ("html", "body") or parent is None:
            return str(node.tag)
        return f"{escaped(str(node.tag))}:nth-of-type({self._place(node, parent)})"

    def _place(self, node: etree._Element, parent: etree._Element) -> int:
        places = self._places.get(parent)
        if places is None:
            places = self._places[parent] = _Places(parent)
        return places.of(node)


class _Places:
    """The places of one parent's children among those with the same tag, counted as far as asked for."""

    def __init__(self, parent: etree._Element) -> None:
        self._rest = iter(parent)
        self._counts: Counter[object] = Counter()
        self._known: dict[etree._Element, int] = {}

    def of(self, node: etree._Element) -> int:
        while node not in self._known:
            child = next(self._rest)
            self._counts[child.tag] += 1
            self._known[child] = self._counts[child.tag]
        return self._known[node]


def locators(out: Outline, chunks: list[Chunk], paths: Paths) -> list[Locator]:
    """A locator for each of the chunks, with the page's text on both sides of it, that of empty ones aside."""
    place = {chunk: i for i, chunk in enumerate(out.chunks)}
    found = []
    last = -1
    for chunk in chunks:
        i = place.get(chunk, last)
        last = i
        before = _gathered(out.chunks, range(i - 1 if chunk.text else i, -1, -1), backwards=True)
        after = _gathered(out.chunks, range(i + 1, len(out.chunks)), backwards=False)
        found.append(Locator(paths.path(out.elements[chunk.node]), before, after))
    return found


def _gathered(chunks: list[Chunk], places: range, *, backwards: bool) -> str:
    text = ""
    for i in places:
        if len(text) >= AROUND:
            break
        if not chunks[i].image:
            text = f"{chunks[i].text} {text}" if backwards else f"{text} {chunks[i].text}"
    text = " ".join(text.split())
    return text[-AROUND:] if backwards else text[:AROUND]
