"""What a sign-in of two steps remembers between them: for ten minutes, and for one try."""

import time
from collections.abc import Mapping
from typing import Final, Literal

from sqlalchemy import Connection, delete, insert, select

from . import hashing
from .tables import ATTEMPTS

LASTS_SECONDS: Final = 10 * 60
Purpose = Literal["register", "passkey", "openid"]
"""A passkey is added; one is used; or a provider is asked who somebody is."""


def begin(connection: Connection, purpose: Purpose, facts: Mapping[str, str]) -> str:
    """Remember something; the token that gives it back. What is too old is forgotten."""
    token, now = hashing.token(), time.time()
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.ends_at < now))
    values = {"token": hashing.kept(token), "purpose": purpose, "facts": dict(facts), "ends_at": now + LASTS_SECONDS}
    connection.execute(insert(ATTEMPTS).values(**values))
    return token


def take(connection: Connection, purpose: Purpose, token: str) -> dict[str, str] | None:
    """What was remembered under a token, which is no more then; None where it is not there, or too old."""
    which = (ATTEMPTS.c.token == hashing.kept(token)) & (ATTEMPTS.c.purpose == purpose)
    row = connection.execute(select(ATTEMPTS).where(which)).first()
    count = connection.execute(delete(ATTEMPTS).where(which)).rowcount  # of two at once only one deletes it
    return dict(row.facts) if row and count and row.ends_at >= time.time() else None
