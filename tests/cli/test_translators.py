"""`readerapp translators`, as an operator uses it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from readerapp.accounts.room import Room


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("READERAPP_DATABASE", str(tmp_path / "readerapp.db"))
    monkeypatch.setenv("LANGUAGE", "en")

    def command(*given: str) -> subprocess.CompletedProcess[str]:
        called = [sys.executable, "-m", "readerapp.cli", "translators", *given]
        return subprocess.run(called, capture_output=True, text=True, check=False)

    return command


def test_from_a_link_to_a_removed_account(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The link that is printed opens the account; the list and the log tell what became of it."""
    monkeypatch.setenv("READERAPP_HOSTS", "lyssna.example.se")
    monkeypatch.setenv("READERAPP_PREFIX", "/lyssna")
    printed = run("add", "Åsa Öberg", "--languages", "ru,sv").stdout.strip()
    found = re.fullmatch(r"https://lyssna\.example\.se/lyssna/translate/invitation/([\w-]{43})", printed)
    assert found, printed
    room = Room(str(tmp_path / "readerapp.db"))
    room.accounts.accept(found[1], "fyra blå hästar i dimma")
    assert re.search(r"Åsa Öberg\s+│ ru sv\s+│ active", run().stdout)
    assert run("add", "Åsa Öberg", "--languages", "*").returncode == 2
    assert run("allow", "Åsa Öberg", "--languages", "*").returncode == 0
    assert "no language" in run("allow", "Åsa Öberg", "--languages", "swedish").stderr
    assert run("remove", "Åsa Öberg").returncode == 0
    assert "removed" in run().stdout
    told = [line.split("\t")[1:3] for line in run("log").stdout.splitlines()]
    assert told == [["Åsa Öberg", what] for what in ("added", "invited", "passphrase chosen", "rights", "removed")]
    assert run("invite", "Nobody").returncode == 2
    room.database.close()
