"""Tables on the terminal: nothing in them is cut, however narrow it is."""

import os
import re
from contextlib import redirect_stdout

import pytest

from readerapp.cli.tables import print_table

HEADERS = ("Voice", "Network", "State")
ROW = ("piper:sv_SE-nst-medium", "sends the text to translate.example.org", "[b]ready[/b]")
BOLD = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines of the table as a terminal of so many columns gets them."""
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    outer, inner = os.openpty()
    with os.fdopen(inner, "w") as terminal, redirect_stdout(terminal):
        print_table(HEADERS, [ROW])
        terminal.flush()
        told = os.read(outer, 100_000).decode()
    os.close(outer)
    return BOLD.sub("", told).splitlines()


@pytest.mark.parametrize("columns", [30, 40, 80])
def test_a_narrow_terminal_folds_what_is_long(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every character of every cell is there, and no line is longer than the terminal's."""
    lines = on_a_terminal(columns, monkeypatch)
    assert max(map(len, lines)) <= columns
    split = [re.split("[│┃]", line)[1:-1] for line in lines if line[0] in "│┃"]
    told = ["".join("".join(column).split()) for column in zip(*split, strict=True)]
    assert told == ["".join((header + cell).split()) for header, cell in zip(HEADERS, ROW, strict=True)]


def test_a_name_stays_whole_where_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a common terminal the first column, which is copied into other commands, is not folded."""
    assert any(ROW[0] in line for line in on_a_terminal(50, monkeypatch))


def test_a_pipe_gets_a_row_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no terminal gets each row on one line, as wide as that may be."""
    print_table(HEADERS, [(ROW[0], ROW[1], ROW[2] * 20)])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if ROW[0] in line]
    assert ROW[2] * 20 in line
