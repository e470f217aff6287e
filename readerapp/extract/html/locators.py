"""Writes the way back from a stretch of text to its element in the live page."""

from collections import Counter
from typing import Final

from lxml import etree

from ...model import Locator
from .outline import Chunk, Outline
from .selectors import escaped

_IDS: Final = etree.XPath("/descendant::*/@id", smart_strings=False)
AROUND: Final = 32
"""Characters of the page's text kept on each side of a block."""
_LONGEST_ID: Final = 80


class Paths:
    """CSS selectors of one page's elements, counted once per parent."""

    def __init__(self, root: etree._Element) -> None:
        self._ids = Counter(_IDS(root))
        self._places: dict[etree._Element, _Places] = {}
        self._known: dict[etree._Element, str] = {}

    def path(self, el: etree._Element) -> str:
        """Child steps from the nearest element whose id nothing else on the page has."""
        paths = self._known
        steps: list[etree._Element] = []
        node: etree._Element | None = el
        while node is not None and node not in paths:
            steps.append(node)
            node = node.getparent()
        path = paths[node] if node is not None else ""
        for one in reversed(steps):
            path = paths[one] = self._below(path, one)
        return path

    def _below(self, path: str, node: etree._Element) -> str:
        """The path of an element under one that has the path."""
        name = node.get("id")
        if name and len(name) <= _LONGEST_ID and self._ids[name] == 1 and name.isprintable() and " " not in name:
            return f"#{escaped(name)}"
        parent = node.getparent()
        if parent is None:
            return str(node.tag)
        if node.tag == "tr" and parent.tag == "table":
            path += " > tbody:nth-of-type(1)"
        return f"{path} > {self._step(node, parent)}"

    def _step(self, node: etree._Element, parent: etree._Element) -> str:
        if node.tag in ("html", "body"):
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
    texts = ["" if c.image else c.text for c in out.chunks]
    places = []
    last = -1
    for chunk in chunks:
        i = place.get(chunk, last)
        last = i
        before = _before(texts, i if chunk.text else i + 1)
        places.append(Locator(paths.path(out.elements[chunk.node]), before, _after(texts, i + 1)))
    return places


def _before(texts: list[str], end: int) -> str:
    """The last letters of what stands before a place."""
    text = ""
    while end > 0 and len(text) + 1 < AROUND:
        end -= 1
        if texts[end]:
            text = f"{texts[end]} {text}" if text else texts[end]
    return text[-AROUND:]


def _after(texts: list[str], start: int) -> str:
    """The first letters of what stands from a place on."""
    text = ""
    while start < len(texts) and len(text) + 1 < AROUND:
        if texts[start]:
            text = f"{text} {texts[start]}" if text else texts[start]
        start += 1
    return text[:AROUND]
