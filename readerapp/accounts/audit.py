"""What happened to accounts and sessions, for the operator: who, when, what. No passphrase, no token, no address."""

import time
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from .kinds import Happening, Stretch
from .tables import AUDIT

KEPT_SECONDS: Final = 365 * 24 * 3600
"""A line is forgotten after a year, when the next one is written."""
STRANGERS: Final = 10_000
"""A line that no account is named in is forgotten when so many were written after it: anybody can have it written."""


def note(connection: Connection, who: str, what: str, detail: str = "") -> None:
    """Write a line, in the transaction in which it happens."""
    now = time.time()
    connection.execute(delete(AUDIT).where(AUDIT.c.at < now - KEPT_SECONDS))
    line = connection.execute(
        insert(AUDIT).values(at=now, who=who[:100], what=what, detail=detail)
    ).inserted_primary_key
    if not who and line:
        connection.execute(delete(AUDIT).where((AUDIT.c.who == "") & (AUDIT.c.id <= line[0] - STRANGERS)))


def latest(connection: Connection, count: int, stretch: Stretch) -> Sequence[Happening]:
    """The last lines of a stretch, the newest first."""
    where = (AUDIT.c.at >= stretch.since) & (AUDIT.c.at < stretch.until)
    if stretch.who:
        where &= AUDIT.c.who == stretch.who
    rows = connection.execute(select(AUDIT).where(where).order_by(AUDIT.c.id.desc()).limit(count))
    return [Happening(row.at, row.who, row.what, row.detail) for row in rows]
