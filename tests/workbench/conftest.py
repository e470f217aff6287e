"""Machines of their own disks that share one database: a file, or Debian's PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readerapp import catalogs
from readerapp.accounts.room import Room
from readerapp.catalogs import Clash, Entry, Refused, Saved, Texts, Wish
from readerapp.workbench import Workbench
from tests.few_texts import few_texts
from tests.postgresql import PostgreSQL

USED = {"Hear a web page", "Open the page", "Search"}
"""Texts that the tests name."""


class Machine:
    """A folder of translations, and what translators do there."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.room = folder, Room(address)
        self.bench = Workbench(folder, folder / "lexicons", lambda: self.room.edits)

    def text(self, name: str, language: str = "sv") -> Entry:
        """A text as the file has it."""
        return next(entry for entry in Texts(self.folder).of(language) if entry.ids[0] == name)

    def says(self, name: str, language: str = "sv") -> str:
        """The translation that the file has."""
        return self.text(name, language).forms[0]

    def save(self, name: str, words: str, author: str = "Åsa", seen: str = "", **more) -> Saved | Clash | Refused:
        """Save a text in the workbench."""
        entry = self.text(name)
        forms = (words, *entry.forms[1:])
        wish = Wish("sv", entry.key, forms, review=more.get("review", False), seen=seen or entry.mark)
        return self.bench.texts.save(wish, author, "saved")

    def by_hand(self, name: str, words: str, language: str = "sv", where: Path | None = None) -> None:
        """Change the file as Poedit would."""
        file = where or catalogs.path(self.folder, language)
        with catalogs.held(file, language) as draft:
            draft.catalog[name].string = words
            draft.write("Poedit", draft.place)

    def edits(self, name: str) -> list[tuple[str, str, str]]:
        """Author, kind and text of each edit, the newest first."""
        found = self.room.edits.of("sv", self.text(name).key)
        return [(edit.author, edit.kind, edit.change.after[0]) for edit in found]

    def file(self, language: str = "sv") -> Path:
        """The catalogue."""
        return catalogs.path(self.folder, language)


Start = Callable[[str], Machine]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is."""
    if request.param == "sqlite":
        return str(tmp_path / "readerapp.db")
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.empty()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a new machine begins it, of which few texts are shipped: each is written dozens of times."""
    folder = tmp_path_factory.mktemp("begun")
    catalogs.merge(few_texts(folder / "shipped", 60, USED), folder / "translations")
    return folder / "translations"


@pytest.fixture
def machine(tmp_path: Path, address: str, begun: Path) -> Iterator[Callable[[str], Machine]]:
    """A new machine that shares the database."""
    made: list[Machine] = []

    def start(name: str) -> Machine:
        made.append(Machine(Path(shutil.copytree(begun, tmp_path / name / "translations")), address))
        return made[-1]

    yield start
    for each in made:
        each.room.database.close()
