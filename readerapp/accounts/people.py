"""Accounts: made by the operator, opened by a link that works once, with rights for single languages."""

import time
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from ..errors import AccountTaken, AccountUnknown, InvitationOver, PassphraseWeak
from . import hashing
from .audit import latest, note
from .database import Database
from .kinds import Happening, Person, Stretch
from .naming import fitting, typed
from .tables import ACCOUNTS, INVITATIONS, PASSKEYS, SESSIONS

INVITED_SECONDS: Final = 3 * 24 * 3600


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, languages: Sequence[str]) -> str:
        """Make an account, and give the token of its invitation. Raises AccountTaken, NameUnfit."""
        name = fitting(name)
        with self._database.writing() as connection:
            if connection.execute(select(ACCOUNTS.c.id).where(ACCOUNTS.c.name == name)).first():
                raise AccountTaken(name=name)
            values = {"name": name, "languages": " ".join(languages), "open": True, "made_at": time.time()}
            connection.execute(insert(ACCOUNTS).values(**values))
            note(connection, name, "added", " ".join(languages))
            return _invite(connection, _named(connection, name))

    def invite(self, name: str) -> str:
        """A new invitation: passphrase, passkeys and sessions are no more. Raises AccountUnknown."""
        with self._database.writing() as connection:
            person = _named(connection, name)
            _shut_out(connection, person)
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == person.id).values(open=True))
            return _invite(connection, person)

    def allow(self, name: str, languages: Sequence[str]) -> None:
        """Change which languages an account may change. Raises AccountUnknown."""
        with self._database.writing() as connection:
            person = _named(connection, name)
            rights = " ".join(languages)
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == person.id).values(languages=rights))
            note(connection, person.name, "rights", rights)

    def remove(self, name: str) -> None:
        """Let an account sign in no more; what it wrote keeps its name. Raises AccountUnknown."""
        with self._database.writing() as connection:
            person = _named(connection, name)
            _shut_out(connection, person)
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == person.id).values(open=False))
            note(connection, person.name, "removed")

    def all(self) -> list[Person]:
        """Every account, by name."""
        with self._database.reading() as connection:
            return [person_of(row) for row in connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.name))]

    def invited(self, token: str) -> Person:
        """Whose invitation it is. Raises InvitationOver."""
        with self._database.reading() as connection:
            return _invited(connection, token)

    def accept(self, token: str, passphrase: str) -> Person:
        """Choose a passphrase; the invitation is no more. Raises InvitationOver, PassphraseWeak."""
        with self._database.writing() as connection:
            person = _invited(connection, token)
            if not hashing.SHORTEST <= len(passphrase) <= hashing.LONGEST or person.name.lower() in passphrase.lower():
                raise PassphraseWeak(shortest=hashing.SHORTEST)
            digest = hashing.hashed(passphrase)
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == person.id).values(passphrase=digest))
            connection.execute(delete(INVITATIONS).where(INVITATIONS.c.account == person.id))
            note(connection, person.name, "passphrase chosen")
            return person

    def happenings(self, count: int = 100, stretch: Stretch = Stretch()) -> Sequence[Happening]:  # noqa: B008 - frozen
        """What happened lately, the newest first."""
        with self._database.reading() as connection:
            return latest(connection, count, stretch)


def person_of(row: Row[tuple[object, ...]]) -> Person:
    """The account that a row holds."""
    return Person(row.id, row.name, tuple(row.languages.split()), row.open, row.passphrase is None)


def _named(connection: Connection, name: str) -> Person:
    row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == typed(name))).first()
    if row is None:
        raise AccountUnknown(name=name)
    return person_of(row)


def _invite(connection: Connection, person: Person) -> str:
    token = hashing.token()
    ends = time.time() + INVITED_SECONDS
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.account == person.id))
    connection.execute(insert(INVITATIONS).values(token=hashing.kept(token), account=person.id, ends_at=ends))
    note(connection, person.name, "invited")
    return token


def _invited(connection: Connection, token: str) -> Person:
    query = select(ACCOUNTS).join(INVITATIONS, INVITATIONS.c.account == ACCOUNTS.c.id)
    valid = (INVITATIONS.c.token == hashing.kept(token)) & (INVITATIONS.c.ends_at > time.time()) & ACCOUNTS.c.open
    row = connection.execute(query.where(valid)).first()
    if row is None:
        raise InvitationOver
    return person_of(row)


def _shut_out(connection: Connection, person: Person) -> None:
    nothing = {"passphrase": None, "subject": None}
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == person.id).values(**nothing))
    for table in (SESSIONS, INVITATIONS, PASSKEYS):
        connection.execute(delete(table).where(table.c.account == person.id))
