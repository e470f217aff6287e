"""Many who save at once lose nothing, and a process that is killed leaves all valid."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

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


def saver(folder: Path, database: str, author: str, first: int, count: int) -> subprocess.Popen[str]:
    """A process that is ready to save, and waits for a line."""
    command = [sys.executable, "-m", "tests.catalogs.saving", str(folder), database, author, str(first), str(count)]
    started = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert started.stdout.readline() == "ready\n"
    return started


def go(process: subprocess.Popen[str]) -> None:
    process.stdin.write("go\n")
    process.stdin.flush()


def all_kept(folder: Path, database: str) -> None:
    """Twenty saves of four processes at once are in the file and in the database, those of other texts too."""
    savers = [saver(folder, database, f"A{n}", n * SAVES, SAVES) for n in range(PROCESSES)]
    for each in savers:
        go(each)
    assert [each.communicate()[0].split() and each.returncode for each in savers] == [0] * PROCESSES
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
    savers = [saver(folder, database, f"A{n}", 0, SAVES) for n in range(PROCESSES)]
    for each in savers:
        go(each)
    for each in savers:
        each.communicate()
    room = Room(database)
    for entry in Texts(folder).of("sv")[:SAVES]:
        edits = room.edits.of("sv", entry.key)
        assert len(edits) == PROCESSES
        assert edits[0].change.after == entry.forms
        for later, earlier in pairwise(edits):
            assert later.change.before == earlier.change.after
    room.database.close()


def kills(folder: Path, database: Path, times: int) -> None:
    """Kill a saver so many times; after each all is valid, and no save that was told is lost."""
    chance = random.Random(14)
    count = len(Texts(folder).of("sv"))
    for turn in range(times):
        first = turn * 7 % (count - 60)
        process = saver(folder, str(database), f"K{turn}", first, 50)
        go(process)
        told = [process.stdout.readline() for _ in range(chance.randrange(0, 4))]
        try:
            process.wait(chance.uniform(0, 0.12))
        except subprocess.TimeoutExpired:
            process.kill()
        told += process.stdout.read().splitlines(keepends=True)
        process.wait()
        process.stdin.close()
        process.stdout.close()
        numbers = [int(line) for line in told if line.endswith("\n") and line.strip()]
        now = Texts(folder).of("sv")
        assert len(now) == count
        assert [now[n].forms[0] for n in numbers] == [f"K{turn} {n}" for n in numbers]
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            kept = {row[0] for row in connection.execute("SELECT text FROM edits WHERE author = ?", (f"K{turn}",))}
        written = {entry.key for entry in now if entry.forms[0].startswith(f"K{turn} ")}
        assert written <= kept
        assert len(kept - written) <= 1  # the one that was being saved: in the database, not yet in the file
        room = Room(str(database))
        SharedTexts(folder, room.edits).agree("sv")
        room.database.close()
        assert kept == {entry.key for entry in Texts(folder).of("sv") if entry.forms[0].startswith(f"K{turn} ")}
    read(path(folder, "sv"), "sv")
    go(last := saver(folder, str(database), "K", 0, 1))
    last.communicate()
    assert [file.name for file in path(folder, "sv").parent.iterdir() if file.suffix != ".mo"] == ["messages.po"]


def test_killed_in_saves(folder: Path, tmp_path: Path) -> None:
    """A small form of the long one."""
    kills(folder, tmp_path / "readerapp.db", 4)


@pytest.mark.proof
def test_killed_in_saves_two_hundred_times(folder: Path, tmp_path: Path) -> None:
    """kill -9 two hundred times: every save that was told is in the file, and what is kept is valid."""
    kills(folder, tmp_path / "readerapp.db", 200)
