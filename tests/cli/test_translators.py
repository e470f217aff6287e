"""`readerapp translators`, as an operator uses it."""

import gettext
import re
import sqlite3
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from readerapp.accounts.room import Room
from readerapp.catalogs import begin, languages, merge, path, progress
from readerapp.i18n import SHIPPED_TEXTS
from readerapp.wiring.build import own_translations


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


def test_before_there_is_anything(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where it looked and what to do first, in one's language, and needs no folder of texts."""
    monkeypatch.setenv("READERAPP_TRANSLATIONS", str(tmp_path / "not yet"))
    monkeypatch.setenv("READERAPP_DATABASE", str(tmp_path / "mistyped.db"))
    monkeypatch.setenv("LANGUAGE", "sv")
    told = run()
    assert (told.returncode, told.stdout) == (0, "")
    assert f"Det finns inget konto än i {tmp_path / 'mistyped.db'}." in told.stderr


def test_the_words_of_commands_are_in_a_folder_of_ones_own_at_once(tmp_path: Path) -> None:
    """A folder that a start of the service makes is compiled, so that help is in one language from then on."""
    own = own_translations(tmp_path / "own")
    assert gettext.translation("messages", own, ["sv"]).gettext("Usage:") == "Användning:"


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`readerapp translations` on a folder of its own."""
    monkeypatch.setenv("READERAPP_TRANSLATIONS", str(tmp_path / "translations"))
    merge(SHIPPED_TEXTS, tmp_path / "translations")

    def command(*given: str | Path) -> subprocess.CompletedProcess[str]:
        called = [sys.executable, "-m", "readerapp.cli", "translations", *map(str, given)]
        return subprocess.run(called, capture_output=True, text=True, check=False)

    return command


def test_a_backup_is_put_back(run, translations, tmp_path: Path) -> None:
    """Catalogues, lexicons and accounts as they were; what was there is an archive too, and can be put back in turn."""
    folder, archive = tmp_path / "translations", tmp_path / "all.tar.gz"
    run("add", "Olga", "--languages", "ru")
    before = path(folder, "ru").read_bytes()
    assert translations("backup", archive).returncode == 0
    path(folder, "ru").write_bytes(before.replace("Слушать".encode(), "Слышать".encode()))
    begin(folder, "fi")
    run("add", "Åsa", "--languages", "sv")
    answer = translations("restore", archive)
    assert answer.returncode == 0, answer.stderr
    assert path(folder, "ru").read_bytes() == before
    assert languages(folder) == ("sv", "ru", "en")
    assert "Åsa" not in run().stdout
    assert "Olga" in run().stdout
    kept = re.search(r"\S+\.tar\.gz", answer.stdout)[0]
    assert translations("restore", kept).returncode == 0
    assert languages(folder) == ("sv", "ru", "en", "fi")
    assert "Åsa" in run().stdout


@pytest.mark.parametrize("kind", ["text", "other", "outside", "link", "torn", "bent", "strange", "later"])
def test_what_is_no_backup_changes_nothing(run, translations, tmp_path: Path, kind: str) -> None:
    """Another file, one with places elsewhere or links in it, one that breaks off or is damaged, another database."""
    folder, archive, database = tmp_path / "translations", tmp_path / "all.tar.gz", tmp_path / "readerapp.db"
    run("add", "Olga", "--languages", "ru")
    translations("backup", archive)
    with tarfile.open(archive) as source:
        source.extractall(tmp_path / "aside", filter="data")
    aside = tmp_path / "aside"
    if kind == "later":
        with sqlite3.connect(aside / "readerapp.db") as later:
            later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.close()
    if kind == "strange":
        (aside / "readerapp.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    with tarfile.open(archive, "w:gz") as target:
        target.add(aside / "translations", "translations" if kind != "other" else "mine")
        target.add(aside / "readerapp.db", "readerapp.db")
        if kind == "outside":
            target.add(aside / "readerapp.db", "translations/../../evil")
        if kind == "link":
            link = tarfile.TarInfo("translations/link")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            target.addfile(link)
    if kind == "text":
        archive.write_text("hej")
    if kind == "torn":
        archive.write_bytes(archive.read_bytes()[:-2000])
    if kind == "bent":  # which may unpack all the same, to something else
        packed = archive.read_bytes()
        middle = len(packed) // 2
        archive.write_bytes(packed[:middle] + bytes([packed[middle] ^ 1]) + packed[middle + 1 :])
    files = {file: file.read_bytes() for file in folder.rglob("*.po")}
    held = database.read_bytes()
    answer = translations("restore", archive)
    assert answer.returncode == 2, answer.stderr
    assert "no backup that can be put back" in answer.stderr
    assert {file: file.read_bytes() for file in folder.rglob("*.po")} == files
    assert database.read_bytes() == held
    assert not (folder / ".before").exists()


def test_one_command_backs_all_up(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked is a folder of catalogues that can be read and a database with the accounts in it."""
    monkeypatch.setenv("READERAPP_TRANSLATIONS", str(tmp_path / "translations"))
    merge(SHIPPED_TEXTS, tmp_path / "translations")
    run("add", "Olga", "--languages", "ru")
    archive = tmp_path / "all.tar.gz"
    command = [sys.executable, "-m", "readerapp.cli", "translations", "backup", str(archive)]
    subprocess.run(command, check=True, capture_output=True)
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "back", filter="data")
    assert progress(tmp_path / "back" / "translations", "ru").share == 1.0
    room = Room(str(tmp_path / "back" / "readerapp.db"))
    assert [person.name for person in room.accounts.all()] == ["Olga"]
    room.database.close()
