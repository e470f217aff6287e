"""Finds, in one pass over a page's tree, the elements by which the page is judged before it is walked over."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from lxml import etree


class Heads:
    """A page's elements of the kinds that its head is made of, and its paragraphs, in the page's order."""

    __slots__ = ("_found", "root")

    def __init__(self, root: etree._Element) -> None:
        """Look at the whole tree once."""
        self.root = root
        self._found: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for el in root.iter("meta", "link", "script", "title", "h1", "a", "style", "p", "noscript"):
            self._found[el.tag].append(el)

    def all(self, tag: str) -> list[etree._Element]:
        """Those of one kind."""
        return self._found[tag]

    def marks(self, most: int) -> Iterator[etree._Element]:
        """The page's first links and pictures, where its site's name and sign stand."""
        return islice(self.root.iter("a", "img"), most)

    def data(self) -> list[etree._Element]:
        """The scripts that hold linked data."""
        return [el for el in self._found["script"] if "ld+json" in el.get("type", "")]
