"""Every change of a text or word: author, time, what stood there before and after. The truth of all machines.

Of a language the numbers of edits rise in the order in which they are kept, so that who knows one knows all before it.
"""

import functools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, func, insert, select

from .database import Database
from .kinds import Change, Edit, Kind, Stretch, Subject
from .tables import DATABASES, EDITS


class Keeping(NamedTuple):
    """Edits that are kept as soon as `commit` is called."""

    number: int
    """Of the last of them."""
    commit: Callable[[], None]


class Edits:
    """The edits of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @functools.cached_property
    def name(self) -> str:
        """By what the database is told from others."""
        with self._database.reading() as connection:
            return str(connection.execute(select(DATABASES.c.name)).scalar_one())

    @contextmanager
    def keeping(self, changes: Sequence[tuple[Change, str, Kind]], after: int) -> Iterator[Keeping | None]:
        """Keep changes of one language, with author and kind; None where it has edits later than number `after`."""
        subject, language = changes[0][0].subject, changes[0][0].language
        with self._database.deciding() as (connection, commit):
            self._database.lock(connection, f"{subject} {language}")
            if _newest(connection, language, subject) != after:
                yield None
                return
            rows = [_values(change, author, kind) for change, author, kind in changes]
            for row in rows:
                connection.execute(insert(EDITS).values(row))
            yield Keeping(_newest(connection, language, subject), commit)

    def newest(self, language: str, subject: Subject) -> int:
        """The number of the last edit of a language, 0 where there is none."""
        with self._database.reading() as connection:
            return _newest(connection, language, subject)

    def since(self, language: str, subject: Subject, number: int) -> Sequence[Edit]:
        """What was taken after a number, in order."""
        where = _taken(language, subject) & (EDITS.c.id > number)
        return self._all(select(EDITS).where(where).order_by(EDITS.c.id))

    def last(self, language: str, subject: Subject) -> Mapping[str, Change]:
        """The last change that was taken of each text of a language."""
        numbers = select(func.max(EDITS.c.id)).where(_taken(language, subject)).group_by(EDITS.c.text)
        return {edit.change.text: edit.change for edit in self._all(select(EDITS).where(EDITS.c.id.in_(numbers)))}

    def languages(self) -> Sequence[str]:
        """Those that have edits."""
        with self._database.reading() as connection:
            return sorted(connection.execute(select(EDITS.c.language).distinct()).scalars())

    def of(self, language: str, name: str, count: int = 20) -> Sequence[Edit]:
        """The last changes of a text, the newest first."""
        where = (EDITS.c.language == language) & (EDITS.c.text == name)
        return self._all(select(EDITS).where(where).order_by(EDITS.c.id.desc()).limit(count))

    def latest(self, language: str, count: int = 20) -> Sequence[Edit]:
        """The last changes of a language's texts and words, the newest first."""
        where = (EDITS.c.language == language) & (EDITS.c.subject != "language")
        return self._all(select(EDITS).where(where).order_by(EDITS.c.id.desc()).limit(count))

    def made(self, count: int, stretch: Stretch) -> Sequence[Edit]:
        """The last changes of a stretch that somebody made here, the newest first."""
        where = (EDITS.c.at >= stretch.since) & (EDITS.c.at < stretch.until) & (EDITS.c.author != "")
        if stretch.who:
            where &= EDITS.c.author == stretch.who
        return self._all(select(EDITS).where(where).order_by(EDITS.c.id.desc()).limit(count))

    def get(self, number: int) -> Edit | None:
        """One change by its number."""
        edits = self._all(select(EDITS).where(EDITS.c.id == number)) if 0 < number < 2**31 else []
        return edits[0] if edits else None

    def _all(self, query: Select[tuple[object, ...]]) -> list[Edit]:
        with self._database.reading() as connection:
            return [_edit(row) for row in connection.execute(query)]


def _newest(connection: Connection, language: str, subject: Subject) -> int:
    where = (EDITS.c.language == language) & (EDITS.c.subject == subject)
    return connection.execute(select(func.max(EDITS.c.id)).where(where)).scalar() or 0


def _taken(language: str, subject: Subject):  # type: ignore[no-untyped-def]  # noqa: ANN202 - SQLAlchemy's own kind of condition
    return (EDITS.c.language == language) & (EDITS.c.subject == subject) & (EDITS.c.kind != "clash")


def _values(change: Change, author: str, kind: Kind) -> dict[str, object]:
    forms = {"before": list(change.before), "after": list(change.after)}
    return {**change._asdict(), **forms, "author": author, "at": time.time(), "kind": kind}


def _edit(row: Row[tuple[object, ...]]) -> Edit:
    marks = row.before_mark, row.after_mark
    change = Change(row.language, row.text, row.msgid, tuple(row.before), tuple(row.after), *marks, row.subject)
    return Edit(row.id, row.author, row.at, row.kind, change)
