"""Which column header each table cell is said with.

A block knows its cell, not its column. So columns are counted row by row, spans and empty cells included, and a row
whose cells do not fill the table's width is said without headers rather than with wrong ones.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ..model import Block, Container


@dataclass
class _Cell:
    container: Container
    blocks: list[int] = field(default_factory=list)


_Rows = dict[int, dict[int, _Cell]]


def headers(blocks: Sequence[Block], said: Collection[int]) -> dict[int, str]:
    """For the first block of each data cell that is said, by number, the text of its column's header."""
    found: dict[int, str] = {}
    heard = frozenset(said)
    for rows in _tables(blocks).values():
        found |= _headed([list(cells.values()) for cells in rows.values()], blocks, heard)
    return found


def _tables(blocks: Sequence[Block]) -> dict[int, _Rows]:
    """Every table's rows and cells, by key; a block counts for the innermost cell that it stands in."""
    tables: dict[int, _Rows] = {}
    for number, block in enumerate(blocks):
        table = row = None
        place: _Cell | None = None
        for held in block.path:
            if held.kind == "table":
                table, row, place = held, None, None
            elif held.kind == "row":
                row = held
            elif held.kind in ("cell", "header") and table and row:
                cells = tables.setdefault(table.key, {}).setdefault(row.key, {})
                place = cells.setdefault(held.key, _Cell(held))
        if place:
            place.blocks.append(number)
    return tables


def _headed(rows: Sequence[Sequence[_Cell]], blocks: Sequence[Block], said: frozenset[int]) -> dict[int, str]:
    columns = [_columns(row, taken) for row, taken in zip(rows, _taken(rows), strict=True)]
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
    found: dict[int, str] = {}
    for placed, filled in columns[leading:]:
        for cell, first in placed if filled == width else ():
            begins = next((number for number in cell.blocks if number in said), None)
            if begins is not None and cell.container.kind == "cell" and names.get(first):
                found[begins] = names[first]
    return found


def _taken(rows: Sequence[Sequence[_Cell]]) -> list[frozenset[int]]:
    """For each row the columns that cells of earlier rows reach into."""
    taken: list[frozenset[int]] = []
    reach: dict[int, int] = {}
    for row in rows:
        held = frozenset(column for column, left in reach.items() if left > 0)
        taken.append(held)
        reach = {column: left - 1 for column, left in reach.items() if left > 1}
        for cell, first in _columns(row, held)[0]:
            if cell.container.rows > 1:
                spanned = range(first, first + cell.container.columns)
                reach |= dict.fromkeys(spanned, cell.container.rows - 1)
    return taken


def _columns(row: Sequence[_Cell], taken: frozenset[int]) -> tuple[list[tuple[_Cell, int]], int]:
    """Each cell with its first column, and the width of the row."""
    placed: list[tuple[_Cell, int]] = []
    column = 0
    for cell in row:
        while column in taken:
            column += 1
        placed.append((cell, column))
        column += max(1, cell.container.columns)
    while column in taken:
        column += 1
    return placed, column
