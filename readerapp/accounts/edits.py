"""Every change of a text: author, time, and what stood there before and after, so that each can be undone."""

import time
from collections.abc import Sequence

from sqlalchemy import Row, insert, select

from .database import Database
from .kinds import Change, Edit, Kind
from .tables import EDITS


class Edits:
    """The edits of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, change: Change, author: str, kind: Kind) -> None:
        """Keep a change; where the file had been changed by another way before, that is kept first."""
        with self._database.writing() as connection:
            where = (EDITS.c.language == change.language) & (EDITS.c.text == change.text)
            last = connection.execute(select(EDITS).where(where).order_by(EDITS.c.id.desc()).limit(1)).first()
            if last is not None and last.after_mark != change.before_mark:
                outside = change._replace(
                    before=tuple(last.after),
                    before_mark=last.after_mark,
                    after=change.before,
                    after_mark=change.before_mark,
                )
                connection.execute(insert(EDITS).values(_values(outside, "", "outside")))
            connection.execute(insert(EDITS).values(_values(change, author, kind)))

    def of(self, language: str, text: str, count: int = 20) -> Sequence[Edit]:
        """The last changes of a text, the newest first."""
        where = (EDITS.c.language == language) & (EDITS.c.text == text)
        with self._database.reading() as connection:
            return [
                _edit(row)
                for row in connection.execute(select(EDITS).where(where).order_by(EDITS.c.id.desc()).limit(count))
            ]

    def latest(self, language: str, count: int = 20) -> Sequence[Edit]:
        """The last changes of a language, the newest first."""
        chosen = select(EDITS).where(EDITS.c.language == language).order_by(EDITS.c.id.desc()).limit(count)
        with self._database.reading() as connection:
            return [_edit(row) for row in connection.execute(chosen)]

    def get(self, number: int) -> Edit | None:
        """One change by its number."""
        with self._database.reading() as connection:
            row = connection.execute(select(EDITS).where(EDITS.c.id == number)).first()
        return _edit(row) if row else None


def _values(change: Change, author: str, kind: Kind) -> dict[str, object]:
    forms = {"before": list(change.before), "after": list(change.after)}
    return {**change._asdict(), **forms, "author": author, "at": time.time(), "kind": kind}


def _edit(row: Row[tuple[object, ...]]) -> Edit:
    change = Change(
        row.language,
        row.text,
        row.msgid,
        tuple(row.before),
        tuple(row.after),
        row.before_mark,
        row.after_mark,
        row.subject,
    )
    return Edit(row.id, row.author, row.at, row.kind, change)
