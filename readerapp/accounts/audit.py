"""What happened to accounts and sessions, for the operator: who, when, what. No passphrase, no token, no address."""

import time
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from .kinds import Happening
from .tables import AUDIT


def note(connection: Connection, who: str, what: str, detail: str = "") -> None:
    """Write a line, in the transaction in which it happens."""
    connection.execute(insert(AUDIT).values(at=time.time(), who=who[:100], what=what, detail=detail))


def latest(connection: Connection, count: int) -> Sequence[Happening]:
    """The last lines, the newest first."""
    rows = connection.execute(select(AUDIT).order_by(AUDIT.c.id.desc()).limit(count))
    return [Happening(row.at, row.who, row.what, row.detail) for row in rows]
