"""A table on the terminal with every cell whole: what is too long for its column goes on in the next line.

Where it is written into a pipe or a file it is as wide as it is, a row a line, so that it can be searched.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table

_ENDLESS: Final = 100_000
"""Columns that no table of ours fills."""


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table to standard output; the names in its first column stay on one line where there is room."""
    lines = list(rows)
    console = Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else _ENDLESS)
    longest = max((len(row[0]) for row in lines), default=0)
    table = Table()
    for at, header in enumerate(headers):
        table.add_column(header, overflow="fold", no_wrap=at == 0 and longest <= console.width / 2)
    for row in lines:
        table.add_row(*row)
    console.print(table)
