"""Which column header each table cell is said with.

A block knows its cell, not its column. So columns are counted row by row, spans and empty cells included, and a row
whose cells do not fill the table's width is said without headers rather than with wrong ones. The first cell of a row
tells what the row is about and needs none, and in a table of two plain columns neither does the second.
"""

from collections.abc import Collection, Sequence
from typing import Final, Literal, NamedTuple

from ..model import Article, Block, Container

_PAIR: Final = 2
"""Columns of a table that is said as it stands, where no cell is marked as its row's name: "Måndag: 10–18"."""
_CELLS: Final[tuple[Literal["cell", "header"], ...]] = ("cell", "header")


class _Cell(NamedTuple):
    """A cell with the blocks that stand in it and in no table within."""

    container: Container
    blocks: list[int]


def headers(article: Article, order: Collection[int]) -> dict[int, str]:
    """For the first block of each data cell that is said, by number, the text of its column's header."""
    names: dict[int, str] = {}
    block_numbers = frozenset(order)
    for table in article.tree.of("table"):
        rows = [[_Cell(cell.container, cell.without("table")) for cell in row.of(*_CELLS)] for row in table.of("row")]
        names |= _headed([row for row in rows if row], article.blocks, block_numbers)
    return names


def _headed(rows: Sequence[Sequence[_Cell]], blocks: Sequence[Block], block_numbers: frozenset[int]) -> dict[int, str]:
    columns = [_columns(row, overlap) for row, overlap in zip(rows, _taken(rows), strict=True)]
    leading = 0
    while leading < len(rows) and all(cell.container.kind == "header" for cell in rows[leading]):
        leading += 1
    if not leading:
        return {}
    names: dict[int, str] = {}
    for cell, first in columns[leading - 1][0]:
        text = " ".join(blocks[number].text.strip() for number in cell.blocks).rstrip(" .:")
        names |= dict.fromkeys(range(first, first + cell.container.columns), text)
    width = columns[leading - 1][1]
    if width == _PAIR and all(cell.container.kind == "cell" for row in rows[leading:] for cell in row):
        return {}
    heads: dict[int, str] = {}
    for cells, row_width in columns[leading:]:
        for cell, first in cells if row_width == width else ():
            begins = next((number for number in cell.blocks if number in block_numbers), None)
            if begins is not None and first and cell.container.kind == "cell" and names.get(first):
                heads[begins] = names[first]
    return heads


def _taken(rows: Sequence[Sequence[_Cell]]) -> list[frozenset[int]]:
    """For each row the columns that cells of earlier rows reach into."""
    overlaps: list[frozenset[int]] = []
    reach: dict[int, int] = {}
    for row in rows:
        overlap = frozenset(column for column, count in reach.items() if count > 0)
        overlaps.append(overlap)
        reach = {column: count - 1 for column, count in reach.items() if count > 1}
        for cell, first in _columns(row, overlap)[0]:
            if cell.container.rows > 1:
                span = range(first, first + cell.container.columns)
                reach |= dict.fromkeys(span, cell.container.rows - 1)
    return overlaps


def _columns(row: Sequence[_Cell], overlap: frozenset[int]) -> tuple[list[tuple[_Cell, int]], int]:
    """Each cell with its first column, and the width of the row."""
    cells: list[tuple[_Cell, int]] = []
    column = 0
    for cell in row:
        while column in overlap:
            column += 1
        cells.append((cell, column))
        column += max(1, cell.container.columns)
    while column in overlap:
        column += 1
    return cells, column
