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
            if (name := node.get("id")) and self._alone(name):
                paths[node] = f"#{escaped(name)}"
                steps.pop()
                break
            node = node.getparent()
        path = paths[node] if node is not None else ""
        for one in steps[::-1]:
            path = paths[one] = self._below(path, node, one)
            node = one
        return path

    def _alone(self, name: str) -> bool:
        """Whether nothing else on the page has an id, which is fit to be asked for."""
        return len(name) <= _LONGEST_ID and self._ids[name] == 1 and name.isprintable() and " " not in name

    def _below(self, path: str, parent: etree._Element | None, node: etree._Element) -> str:
        """The path of an element right in one that has the path."""
        tag = str(node.tag)
        if parent is None:
            return tag
        if tag == "tr" and parent.tag == "table":
            path += " > tbody:nth-of-type(1)"
        if tag in ("html", "body"):
            return f"{path} > {tag}"
        places = self._places.get(parent)
        if places is None:
            places = self._places[parent] = _Places(parent)
        return f"{path} > {escaped(tag)}:nth-of-type({places.of(node)})"


class _Places:
    """The places of one parent's children among those with the same tag, counted as far as asked for."""

    def __init__(self, parent: etree._Element) -> None:
        self._rest = iter(parent)
        self._counts: dict[object, int] = {}
        self._known: dict[etree._Element, int] = {}

    def of(self, node: etree._Element) -> int:
        places, counts = self._known, self._counts
        while node not in places:
            child = next(self._rest)
            tag = child.tag
            places[child] = counts[tag] = counts.get(tag, 0) + 1
        return places[node]


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
