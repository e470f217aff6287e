"""The log: one form, wherever it comes from and wherever it goes."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from readerapp.cli import logs


class Terminal(io.StringIO):
    """A place where people read."""

    def isatty(self) -> bool:
        return True


class Pieces(io.StringIO):
    """A place that notes what was written at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def write(self, text: str) -> int:
        self.written.append(text)
        return super().write(text)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    logging.basicConfig(handlers=handlers, level=level, force=True)


def told(target: io.StringIO) -> list[str]:
    """What our code, a library and the server tell, with a traceback."""
    logs.configure(target)
    structlog.contextvars.bind_contextvars(request="abc")
    structlog.get_logger().info("request", route="/<locale>/read", word="räksmörgås")
    logging.getLogger("some.library").warning("careful %s", "now")
    logging.getLogger("some.library").info("chatter")
    client = "192.0.2." + str(7)
    try:
        raise ValueError("no" if client else "")  # noqa: TRY301 - a traceback is wanted
    except ValueError:
        structlog.get_logger().exception("failed")
    structlog.contextvars.clear_contextvars()
    return target.getvalue().splitlines()


def test_json_for_what_collects_logs() -> None:
    """A line each, no colour codes, the same names of the same things, a traceback inside its line, no client in it."""
    lines = told(io.StringIO())
    assert "192.0.2.7" not in "".join(lines)
    assert not [line for line in lines if "\x1b" in line]
    ours, library, failure = map(json.loads, lines)
    assert (ours["event"], ours["level"], ours["word"], ours["request"]) == ("request", "info", "räksmörgås", "abc")
    assert (library["event"], library["level"], library["logger"]) == ("careful now", "warning", "some.library")
    assert failure["exception"][0]["exc_type"] == "ValueError"
    assert {"timestamp", "level", "event"} <= ours.keys() & library.keys() & failure.keys()


def test_a_line_is_written_at_once() -> None:
    """With its end, so that the lines of several processes in one file do not run into each other."""
    target = Pieces()
    assert len(told(target)) == len(target.written)
    assert all(piece.endswith("\n") for piece in target.written)


def test_lines_for_people() -> None:
    """On a terminal the same is read without a parser."""
    lines = told(Terminal())
    assert "request" in lines[0]
    assert any("careful now" in line for line in lines)
    assert any("ValueError: no" in line for line in lines)
