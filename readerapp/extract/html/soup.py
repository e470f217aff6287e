"""Hands BeautifulSoup the chosen stretches of a page, without a text to be parsed between."""

from collections.abc import Iterator
from typing import Any, Final

from bs4 import BeautifulSoup
from bs4.builder import TreeBuilder

from .markup import Markup
from .outline import Chunk, Outline

_NOTHING: Final = "<"
"""Taken for a text by BeautifulSoup, which warns of what looks like a name of a file."""


def soup(out: Outline, chunks: list[Chunk]) -> BeautifulSoup:
    """The chunks in order, inside their containers, with their inline elements."""
    return BeautifulSoup(_NOTHING, builder=_Builder(out, chunks))


class _Builder(TreeBuilder):
    """Builds the tree from the outline; a parser would be told the same by a text."""

    soup: BeautifulSoup

    def __init__(self, out: Outline, chunks: list[Chunk]) -> None:
        """Of these chunks."""
        super().__init__(multi_valued_attributes=None, preserve_whitespace_tags={"pre"})  # type: ignore[arg-type]
        self._out = out
        self._chunks = chunks

    def prepare_markup(self, markup: Any, *_: Any, **_options: Any) -> Iterator[Any]:  # noqa: ANN401 - as it is called
        """There is no text, and so no encoding of it."""
        yield markup, None, None, False

    def feed(self, markup: Any) -> None:  # noqa: ANN401, ARG002 - as it is called
        """Build all."""
        Markup(self._out, self.soup, self).write(self._chunks)
