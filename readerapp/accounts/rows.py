"""What listeners report, as rows: of which language and state, how old. What stands in one its keeper knows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from .database import Database
from .kinds import ReportRow
from .tables import REPORTS

LIMIT: Final = 20_000_000
"""Bytes of all reports together."""
_LEFT: Final = 0.9
"""How much of the room is kept when it is full, so that not every report has to make room."""


class ReportRows:
    """The reports of one database; together they have `limit` bytes, and the oldest give way."""

    def __init__(self, database: Database, limit: int = LIMIT) -> None:
        self._database, self._limit = database, limit

    def get(self, key: str) -> str | None:
        """What stands in the one with this key."""
        with self._database.reading() as connection:
            return _content(connection, key)

    def all(self, language: str | None = None) -> Sequence[str]:
        """What stands in each of them, or in those of a language."""
        query = select(REPORTS.c.content)
        wish = query.where(REPORTS.c.language == language) if language else query
        with self._database.reading() as connection:
            return list(connection.execute(wish).scalars())

    def counts(self, states: Sequence[str]) -> Mapping[str, int]:
        """How many each language has in some states."""
        query = select(REPORTS.c.language, func.count().label("total")).where(REPORTS.c.state.in_(states))
        with self._database.reading() as connection:
            return {row.language: row.total for row in connection.execute(query.group_by(REPORTS.c.language))}

    @contextmanager
    def changing(self, key: str) -> Iterator[tuple[str | None, Callable[[ReportRow], None]]]:
        """What stands there now, and what puts a row in its place; nobody else changes it meanwhile."""
        with self._database.writing() as connection:
            self._database.lock(connection, f"report {key}")

            def put(row: ReportRow) -> None:
                connection.execute(delete(REPORTS).where(REPORTS.c.key == key))
                connection.execute(insert(REPORTS).values(**row._asdict(), size=len(row.content.encode())))
                self._make_room(connection)

            yield _content(connection, key), put

    def _make_room(self, connection: Connection) -> None:
        """Let the oldest go; but not those that somebody changes just now, who may be waiting for us in turn."""
        excess = (connection.execute(select(func.sum(REPORTS.c.size))).scalar() or 0) - self._limit
        if excess <= 0:
            return
        surplus, oldest, until = excess + (1 - _LEFT) * self._limit, [], 0.0
        rows = select(REPORTS.c.key, REPORTS.c.size, REPORTS.c.last_at).order_by(REPORTS.c.last_at)
        for key, size, last_at in connection.execute(rows):
            if surplus <= 0:
                break
            oldest.append(key)
            surplus, until = surplus - size, last_at
        condition = REPORTS.c.key.in_(oldest) & (REPORTS.c.last_at <= until)
        free = select(REPORTS.c.key).where(condition).with_for_update(skip_locked=True)
        going = list(connection.execute(free).scalars())
        connection.execute(delete(REPORTS).where(REPORTS.c.key.in_(going)))


def _content(connection: Connection, key: str) -> str | None:
    content: str | None = connection.execute(select(REPORTS.c.content).where(REPORTS.c.key == key)).scalar()
    return content
