"""The database room on both databases: a file, and Debian's PostgreSQL in a cluster of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp.accounts.database import Database
from readerapp.accounts.edits import Edits
from readerapp.accounts.people import Accounts
from readerapp.accounts.sessions import Sessions
from tests.postgresql import PostgreSQL


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is."""
    if request.param == "sqlite":
        return str(tmp_path / "kept" / "readerapp.db")
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.empty()


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    made = Database(address)
    yield made
    made.close()


@pytest.fixture
def accounts(database: Database) -> Accounts:
    return Accounts(database)


@pytest.fixture
def sessions(database: Database) -> Sessions:
    return Sessions(database)


@pytest.fixture
def edits(database: Database) -> Edits:
    return Edits(database)
