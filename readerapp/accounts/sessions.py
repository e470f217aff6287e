"""Signing in and staying so for a while: a token in a cookie, of which only the hash is kept."""

import time
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update

from ..errors import ProviderRefused, SignInRefused, SignInsTooMany
from . import attempts, hashing
from .audit import note
from .database import Database
from .kinds import Person, Session
from .naming import typed
from .people import person_of
from .tables import ACCOUNTS, FAILURES, SESSIONS

IDLE_SECONDS: Final = 8 * 3600
"""After so long without a request a session is over."""
LONGEST_SECONDS: Final = 7 * 24 * 3600
FAILURES_ALLOWED: Final = 10
"""Wrong passphrases for one name before it must wait."""
WAIT_SECONDS: Final = 15 * 60
_SEEN_SECONDS: Final = 60
"""How often it is noted that a session is in use."""


class Sessions:
    """The sessions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sign_in(self, name: str, passphrase: str) -> str:
        """The token of a new session. Raises SignInRefused, whoever is meant, or SignInsTooMany."""
        name = typed(name)
        with self._database.reading() as connection:
            if _failures(connection, name) >= FAILURES_ALLOWED:
                raise SignInsTooMany
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == name)).first()
        right = hashing.fits(row.passphrase if row and row.open else None, passphrase)
        digest = hashing.hashed(passphrase) if row and right and hashing.outdated(row.passphrase) else None
        with self._database.writing() as connection:
            if row is None or not right:
                _forget(connection)
                connection.execute(insert(FAILURES).values(name=hashing.kept(name), at=time.time()))
                note(connection, "", "sign-in refused")
            else:
                if digest:
                    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == row.id).values(passphrase=digest))
                return begin(connection, person_of(row), "passphrase")
        raise SignInRefused

    def sign_in_as(self, subject: str, name: str) -> str:
        """The token of a new session for whom a provider names. Raises ProviderRefused.

        An account is found by its name once; from then on it belongs to the subject, whoever is called so later.
        """
        key = hashing.kept(subject)
        with self._database.writing() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.subject == key)).first()
            if row is None:
                free = (ACCOUNTS.c.name == typed(name)) & ACCOUNTS.c.subject.is_(None) & ACCOUNTS.c.open
                row = connection.execute(select(ACCOUNTS).where(free)).first()
            if row and row.open:
                connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == row.id).values(subject=key))
                return begin(connection, person_of(row), "openid")
            note(connection, "", "sign-in refused", "openid")
        raise ProviderRefused

    def leave(self, facts: Mapping[str, str]) -> str:
        """Remember what a provider was asked; the token that gives it back, once and soon."""
        with self._database.writing() as connection:
            return attempts.begin(connection, "openid", facts)

    def come_back(self, token: str) -> dict[str, str]:
        """What a provider was asked; nothing where that is over."""
        with self._database.writing() as connection:
            return attempts.take(connection, "openid", token) or {}

    def of(self, token: str) -> Session | None:
        """Whose session it is, if it is not over."""
        now, key = time.time(), hashing.kept(token)
        with self._database.reading() as connection:
            columns = select(ACCOUNTS, SESSIONS.c.form_token, SESSIONS.c.seen_at)
            query = columns.join(SESSIONS, SESSIONS.c.account == ACCOUNTS.c.id)
            row = connection.execute(query.where(_alive(now) & (SESSIONS.c.token == key) & ACCOUNTS.c.open)).first()
        if row is None:
            return None
        if now - row.seen_at > _SEEN_SECONDS:
            with self._database.writing() as connection:
                connection.execute(update(SESSIONS).where(SESSIONS.c.token == key).values(seen_at=now))
        return Session(person_of(row), row.form_token)

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.token == hashing.kept(token)))


def begin(connection: Connection, person: Person, way: str) -> str:
    """The token of a new session of somebody who has shown who they are, and by what."""
    token, now = hashing.token(), time.time()
    connection.execute(delete(SESSIONS).where(~_alive(now)))
    _forget(connection)
    values = {"token": hashing.kept(token), "account": person.id, "form_token": hashing.token()}
    connection.execute(insert(SESSIONS).values(**values, begun_at=now, seen_at=now))
    note(connection, person.name, "signed in", way)
    return token


def _alive(now: float):  # type: ignore[no-untyped-def]  # noqa: ANN202 - SQLAlchemy's own kind of condition
    return (SESSIONS.c.seen_at > now - IDLE_SECONDS) & (SESSIONS.c.begun_at > now - LONGEST_SECONDS)


def _forget(connection: Connection) -> None:
    """Forget what keeps nobody waiting any more."""
    connection.execute(delete(FAILURES).where(FAILURES.c.at < time.time() - WAIT_SECONDS))


def _failures(connection: Connection, name: str) -> int:
    recent = (FAILURES.c.name == hashing.kept(name)) & (FAILURES.c.at > time.time() - WAIT_SECONDS)
    return connection.execute(select(func.count()).select_from(FAILURES).where(recent)).scalar_one()
