"""`readerapp translators log`: who did what, and when."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from readerapp import catalogs
from readerapp.accounts.audit import note
from readerapp.accounts.room import Room
from readerapp.catalogs import Texts, Wish
from readerapp.cli import commands
from readerapp.i18n import SHIPPED_TEXTS
from readerapp.workbench import Workbench


def test_the_log_tells_of_accounts_and_of_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order in which it happened; by name, and by days, both of which may be given."""
    folder, database = tmp_path / "translations", str(tmp_path / "readerapp.db")
    monkeypatch.setenv("READERAPP_TRANSLATIONS", str(folder))
    monkeypatch.setenv("READERAPP_DATABASE", database)
    catalogs.merge(SHIPPED_TEXTS, folder)
    room = Room(database)
    for name in ("Åsa", "Olga"):
        room.accounts.add(name, ["sv"])
    entry = next(each for each in Texts(folder).of("sv") if each.ids[0] == "Search")
    bench = Workbench(folder, folder / "lexicons", lambda: room.edits)
    bench.texts.save(Wish("sv", entry.key, ("Sök nu",), review=False, seen=entry.mark), "Åsa", "saved")
    room.database.close()

    def told(*options: str) -> list[list[str]]:
        done = CliRunner().invoke(commands, ["translators", "log", *options])
        assert done.exit_code == 0, done.output
        return [line.split("\t") for line in done.output.splitlines()]

    every = told()
    assert [(who, what) for _, who, what, _ in every] == [
        *(("Åsa", "added"), ("Åsa", "invited")),
        *(("Olga", "added"), ("Olga", "invited")),
        ("Åsa", "saved"),
    ]
    assert every[-1][3] == "sv text: Search"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ", at) for at, *_ in every)
    assert [what for _, _, what, _ in told("--name", "Åsa", "--lines", "2")] == ["invited", "saved"]
    today = every[0][0][:10]
    assert told("--since", today, "--until", every[-1][0][:10]) == every
    assert told("--until", "2026-01-01") == told("--since", "2999-01-01") == []


def test_a_name_cannot_write_lines_nor_obey_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line ends, tabs, escapes and signs that turn the writing round stand as one space; a line has four fields."""
    monkeypatch.setenv("READERAPP_DATABASE", str(tmp_path / "readerapp.db"))
    room = Room(str(tmp_path / "readerapp.db"))
    with room.database.writing() as connection:  # as before such names were refused
        note(connection, "Lö\x1b[31m\nn\t\u202eer\x00", "added", "sv\n")
    room.database.close()
    done = CliRunner().invoke(commands, ["translators", "log"])
    assert [line.split("\t")[1:] for line in done.output.splitlines()] == [["Lö [31m n er", "added", "sv"]]
