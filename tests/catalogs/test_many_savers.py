"""Many who save at once lose nothing, and a process that is killed leaves all valid."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from readerapp.accounts import Stretch
from readerapp.accounts.room import Room
from readerapp.catalogs import Texts, path, read
from readerapp.workbench.texts import SharedTexts
from tests.few_texts import few_texts
from tests.postgresql import PostgreSQL

ROOT = Path(__file__).parents[2]
PROCESSES, SAVES = 4, 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped catalogues with few of their texts, to be written in."""
    return few_texts(tmp_path / "translations", 150)


class Saver:
    """What starts processes that save, one after the other."""

    def __init__(self, folder: Path, database: str) -> None:
        command = [sys.executable, "-m", "tests.catalogs.saving", str(folder), database]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.told() == "ready"

    def told(self) -> str:
        """The next line."""
        line: str = self.process.stdout.readline()
        assert line.endswith("\n"), line
        return line.strip()

    def begin(self, author: str, first: int, count: int) -> int:
        """Have somebody save some; the number of the process."""
        self.process.stdin.write(f"{author} {first} {count}\n")
        self.process.stdin.flush()
        return int(self.told())

    def rest(self) -> list[int]:
        """The texts that are saved from now on, when the process is no more."""
        lines = list(iter(self.told, "over"))
        return [int(line) for line in lines]


@contextmanager
def savers(folder: Path, database: str, count: int) -> Iterator[list[Saver]]:
    """So many of them."""
    started = [Saver(folder, database) for _ in range(count)]
    yield started
    for each in started:
        each.process.communicate()
        assert each.process.returncode == 0


def all_kept(folder: Path, database: str) -> None:
    """Twenty saves of four processes at once are in the file and in the database, those of other texts too."""
    with savers(folder, database, PROCESSES) as started:
        for n, each in enumerate(started):
            each.begin(f"A{n}", n * SAVES, SAVES)
        assert [len(each.rest()) for each in started] == [SAVES] * PROCESSES
    now = Texts(folder).of("sv")
    wanted = [f"A{n // SAVES} {n}" for n in range(PROCESSES * SAVES)]
    assert [entry.forms[0] for entry in now[: len(wanted)]] == wanted
    room = Room(database)
    edits = room.edits.latest("sv", 100)
    assert sorted(edit.change.after[0] for edit in edits) == sorted(wanted)
    assert {edit.kind for edit in edits} == {"saved"}
    room.database.close()


def test_twenty_saves_from_four_processes(folder: Path, tmp_path: Path) -> None:
    """Nothing is lost, on SQLite."""
    all_kept(folder, str(tmp_path / "readerapp.db"))


def test_twenty_saves_on_postgresql(folder: Path, postgresql: PostgreSQL) -> None:
    """Nor on PostgreSQL."""
    all_kept(folder, postgresql.empty())


def test_four_who_save_the_same_texts(folder: Path, tmp_path: Path) -> None:
    """Each text has what its last author wrote, and the list of its edits has all four, each upon the one before."""
    database = str(tmp_path / "readerapp.db")
    with savers(folder, database, PROCESSES) as started:
        for n, each in enumerate(started):
            each.begin(f"A{n}", 0, SAVES)
        for each in started:
            each.rest()
    room = Room(database)
    for entry in Texts(folder).of("sv")[:SAVES]:
        edits = room.edits.of("sv", entry.key)
        assert len(edits) == PROCESSES
        assert edits[0].change.after == entry.forms
        for later, earlier in pairwise(edits):
            assert later.change.before == earlier.change.after
    room.database.close()


def kills(folder: Path, database: str, times: int) -> None:
    """Kill a saver so many times; after each all is valid, and no save that was told is lost."""
    chance = random.Random(14)
    count = len(Texts(folder).of("sv"))
    room = Room(database)
    with savers(folder, database, 1) as [saver]:
        for turn in range(times):
            author = f"K{turn}"
            child = saver.begin(author, turn * 7 % (count - 60), 50)
            numbers = [int(saver.told()) for _ in range(chance.randrange(0, 4))]
            time.sleep(chance.uniform(0, 0.12))
            with suppress(ProcessLookupError):  # it had saved them all
                os.kill(child, signal.SIGKILL)
            numbers += saver.rest()
            forgotten(room)
            left_valid(folder, room, author, numbers)
        assert read(path(folder, "sv"), "sv")
        saver.begin("K", 0, 1)
        assert saver.rest() == [0]
    room.database.close()
    assert [file.name for file in path(folder, "sv").parent.iterdir() if file.suffix != ".mo"] == ["messages.po"]
    if not database.startswith("postgresql"):
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def forgotten(room: Room) -> None:
    """Wait until a server has noticed that nobody is there any more; a file needs not."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    while room.database.kind == "postgresql":
        with room.database.reading() as connection:
            if not connection.execute(text(others)).scalar():
                return


def left_valid(folder: Path, room: Room, author: str, numbers: list[int]) -> None:
    """What was told is in the file; what is in the file is in the database, which has one more at most."""
    now = Texts(folder).of("sv")
    assert [now[n].forms[0] for n in numbers] == [f"{author} {n}" for n in numbers]
    kept = {edit.change.text for edit in room.edits.made(1000, Stretch(author))}
    written = {entry.key for entry in now if entry.forms[0].startswith(f"{author} ")}
    assert written <= kept
    assert len(kept - written) <= 1  # the one that was being saved: in the database, not yet in the file
    SharedTexts(folder, room.edits).agree("sv")
    assert kept == {entry.key for entry in Texts(folder).of("sv") if entry.forms[0].startswith(f"{author} ")}


def test_killed_in_saves(folder: Path, tmp_path: Path) -> None:
    """A small form of the long one."""
    kills(folder, str(tmp_path / "readerapp.db"), 4)


@pytest.mark.proof
def test_killed_in_saves_two_hundred_times(folder: Path, tmp_path: Path) -> None:
    """kill -9 two hundred times: every save that was told is in the file, and what is kept is valid."""
    kills(folder, str(tmp_path / "readerapp.db"), 200)


@pytest.mark.proof
def test_killed_two_hundred_times_on_postgresql(folder: Path, postgresql: PostgreSQL) -> None:
    """The same on a server, which finds out by itself that nobody is there any more."""
    kills(folder, postgresql.empty(), 200)
