"""From each block's path back to HTML elements that may stand inside one another.

A saved page can hold a list item outside a list or a paragraph straight in a table row; a browser would move
such an element elsewhere. The missing elements between are put in here, so that whatever was read comes out
as valid HTML.
"""

from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from ...model import Article, Block, Container
from ...model.tree import Node, Tree

DEEPEST: Final = 24
"""Containers that are rebuilt around one block; a page nested deeper than that is a trap, not an article."""

_LISTS: Final = ("ul", "ol")
_CELLS: Final = ("cell", "header")
_TERMS: Final = ("term", "definition")


class Frame(NamedTuple):
    """One element around a block. Neighbouring blocks with equal frames stand in the same element."""

    kind: str
    key: Hashable
    container: Container | None = None


def frames(block: Block, *, captioned: bool = False) -> list[Frame]:
    """The elements around a block from the outside in; `captioned` lets it stand straight in its table."""
    around: list[Frame] = []
    for container in block.path[:DEEPEST]:
        around += _between(around[-1].kind if around else "", container.kind)
        around.append(Frame(container.kind, container.key, container))
    inside = around[-1].kind if around else ""
    return around if captioned and inside == "table" else around + _between(inside, block.kind)


def _between(outer: str, inner: str) -> list[Frame]:
    between: list[Frame] = []
    while missing := _missing(between[-1].kind if between else outer, inner):
        between += (Frame(kind, ("added", kind)) for kind in missing)
    return between


def _missing(outer: str, inner: str) -> Sequence[str]:
    if outer in _LISTS:
        return () if inner == "li" else ("li",)
    if outer == "table":
        return () if inner == "row" else ("row",) if inner in _CELLS else ("row", "cell")
    if outer == "row":
        return () if inner in _CELLS else ("cell",)
    if outer == "dl":
        return () if inner in _TERMS else ("definition",)
    return _missing_in_flow(inner)


def _missing_in_flow(inner: str) -> Sequence[str]:
    if inner == "li":
        return ("ul",)
    if inner == "row":
        return ("table",)
    if inner in _CELLS:
        return ("table", "row")
    return ("dl",) if inner in _TERMS else ()


def row_headers(tree: Tree) -> frozenset[int]:
    """Keys of the header cells that head their row; the others, in rows of nothing else, head columns."""
    rows = [node.children for node in tree.nodes.values() if node.container.kind == "row"]
    bodies = [cells for cells in rows if any(cell.container.kind == "cell" for cell in cells)]
    return frozenset(cell.container.key for cells in bodies for cell in cells if cell.container.kind == "header")


def captions(article: Article) -> frozenset[int]:
    """Numbers of the blocks that are the caption of their figure (its last block, or its first) or table."""
    numbers: list[int] = []
    for node in article.tree.nodes.values():
        if node.container.kind in ("figure", "table"):
            first, last = node.blocks[0], node.blocks[-1]
            ends = (first,) if node.container.kind == "table" else (last, first)
            numbers += [number for number in ends if _captions(article.blocks[number], node)][:1]
    return frozenset(numbers)


def _captions(block: Block, node: Node) -> bool:
    return block.kind == "caption" and len(block.path) <= DEEPEST and block.path[-1] == node.container


def heading_levels(blocks: Sequence[Block]) -> dict[int, int]:
    """Each heading's level on our page, by block number: below the title's 1, and no level skipped."""
    levels: dict[int, int] = {}
    open_levels: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        levels[number] = min(len(open_levels) + 1, 6)
    return levels
