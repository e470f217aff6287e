"""The room of reports over both databases, and one over a server that does not answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp.accounts.database import Database
from readerapp.accounts.rows import ReportRows
from readerapp.errors import DatabaseSilent
from readerapp.reports import Folder, Reports
from readerapp.store import Store
from tests.postgresql import PostgreSQL


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    postgresql: PostgreSQL | None = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    made = Database(postgresql.empty() if postgresql else str(tmp_path / "readerapp.db"))
    yield made
    made.close()


class Switch:
    """A database that answers, unless it is switched off."""

    def __init__(self, rows: ReportRows) -> None:
        self.rows, self.answers = rows, True

    def __call__(self) -> ReportRows:
        if not self.answers:
            raise DatabaseSilent(reason="switched off")
        return self.rows


@pytest.fixture
def switch(database: Database) -> Switch:
    return Switch(ReportRows(database))


@pytest.fixture
def reports(switch: Switch, tmp_path: Path) -> Reports:
    return Reports(Folder(Store(tmp_path / "reports")), switch)
