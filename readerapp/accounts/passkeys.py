"""Passkeys: added by who is signed in, used instead of name and passphrase. Only public keys are kept."""

import time
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from ..errors import PasskeyRefused, PasskeyUnfit
from . import attempts, hashing
from .audit import note
from .database import Database
from .kinds import Passkey, Person, Question, Site
from .people import person_of
from .sessions import begin
from .tables import ACCOUNTS, PASSKEYS

MOST: Final = 20
"""Passkeys of one account."""
LONGEST: Final = 20_000
"""Characters of what a browser answers."""
_NAMED: Final = 100
_BROKEN: Final = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What the library raises where an answer is not what it should be: its own, and what Python says of strange JSON."""


class Passkeys:
    """The passkeys of one database. A passkey finds its account by itself, so that nobody tells a name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def registering(self, person: Person, site: Site) -> Question:
        """What the browser of somebody who is signed in is asked, to make a passkey. Raises PasskeyUnfit."""
        with self._database.writing() as connection:
            rows = connection.execute(select(PASSKEYS).where(PASSKEYS.c.account == person.id)).all()
            if len(rows) >= MOST:
                raise PasskeyUnfit
            options = generate_registration_options(
                rp_id=site.name,
                rp_name="Lyssna",
                user_name=person.name,
                user_id=base64url_to_bytes(_handle(connection, person)),
                exclude_credentials=[PublicKeyCredentialDescriptor(base64url_to_bytes(row.credential)) for row in rows],
                authenticator_selection=AuthenticatorSelectionCriteria(
                    resident_key=ResidentKeyRequirement.REQUIRED,
                    user_verification=UserVerificationRequirement.REQUIRED,
                ),
            )
            facts = {"challenge": bytes_to_base64url(options.challenge), "account": str(person.id)}
            return Question(attempts.begin(connection, "register", facts), options_to_json(options))

    def register(self, person: Person, site: Site, token: str, answer: str, name: str) -> None:
        """Keep a passkey that the browser made. Raises PasskeyUnfit."""
        facts = self._taken("register", token)
        if facts.get("account") != str(person.id):
            raise PasskeyUnfit
        registration = _made(site, facts["challenge"], answer)
        credential = bytes_to_base64url(registration.credential_id)
        with self._database.writing() as connection:
            if connection.execute(select(PASSKEYS.c.id).where(PASSKEYS.c.credential == credential)).first():
                raise PasskeyUnfit
            mine = select(func.count()).select_from(PASSKEYS).where(PASSKEYS.c.account == person.id)
            if connection.execute(mine).scalar_one() >= MOST:
                raise PasskeyUnfit
            key = bytes_to_base64url(registration.credential_public_key)
            values = {"account": person.id, "credential": credential, "key": key, "uses": registration.sign_count}
            connection.execute(insert(PASSKEYS).values(**values, name=name[:_NAMED], made_at=time.time()))
            note(connection, person.name, "passkey added", name[:_NAMED])

    def asking(self, site: Site) -> Question:
        """What the browser of whoever wants to sign in is asked: the same for everybody."""
        options = generate_authentication_options(
            rp_id=site.name, user_verification=UserVerificationRequirement.REQUIRED
        )
        with self._database.writing() as connection:
            facts = {"challenge": bytes_to_base64url(options.challenge)}
            return Question(attempts.begin(connection, "passkey", facts), options_to_json(options))

    def sign_in(self, site: Site, token: str, answer: str) -> str:
        """The token of a new session. Raises PasskeyRefused, whatever is wrong."""
        facts = self._taken("passkey", token)
        with self._database.reading() as connection:
            row = _named(connection, answer)
        proof = _used(site, facts.get("challenge", ""), answer, row) if row else None
        with self._database.writing() as connection:
            if row and proof:
                values = {"uses": proof.new_sign_count, "used_at": time.time()}
                connection.execute(update(PASSKEYS).where(PASSKEYS.c.id == row.passkey).values(**values))
                return begin(connection, person_of(row), "passkey")
            note(connection, "", "sign-in refused", "passkey")
        raise PasskeyRefused

    def of(self, person: Person) -> Sequence[Passkey]:
        """Somebody's passkeys, the oldest first."""
        mine = select(PASSKEYS).where(PASSKEYS.c.account == person.id).order_by(PASSKEYS.c.id)
        with self._database.reading() as connection:
            return [Passkey(row.id, row.name, row.made_at, row.used_at) for row in connection.execute(mine)]

    def remove(self, person: Person, number: int) -> None:
        """Have one of somebody's passkeys open nothing any more."""
        mine = (PASSKEYS.c.account == person.id) & (PASSKEYS.c.id == number)
        with self._database.writing() as connection:
            row = connection.execute(select(PASSKEYS.c.name).where(mine)).first()
            if row:
                connection.execute(delete(PASSKEYS).where(mine))
                note(connection, person.name, "passkey removed", row.name)

    def _taken(self, purpose: attempts.Purpose, token: str) -> dict[str, str]:
        with self._database.writing() as connection:
            return attempts.take(connection, purpose, token) or {}


def _handle(connection: Connection, person: Person) -> str:
    """By what a passkey knows its account: chosen by chance, once, so that it tells nothing."""
    mine = ACCOUNTS.c.id == person.id
    handle: str | None = connection.execute(select(ACCOUNTS.c.handle).where(mine)).scalar()
    if not handle:
        handle = hashing.token()
        connection.execute(update(ACCOUNTS).where(mine).values(handle=handle))
    return handle


def _named(connection: Connection, answer: str) -> Row[tuple[object, ...]] | None:
    """The passkey that an answer names, with its account, if that may sign in."""
    try:
        credential = parse_authentication_credential_json(answer[:LONGEST])
    except _BROKEN:
        return None
    columns = select(ACCOUNTS, PASSKEYS.c.id.label("passkey"), PASSKEYS.c.key, PASSKEYS.c.uses)
    query = columns.join(PASSKEYS, PASSKEYS.c.account == ACCOUNTS.c.id)
    which = (PASSKEYS.c.credential == bytes_to_base64url(credential.raw_id)) & ACCOUNTS.c.open
    row = connection.execute(query.where(which)).first()
    handle = credential.response.user_handle
    return row if row and (handle is None or bytes_to_base64url(handle) == row.handle) else None


def _made(site: Site, challenge: str, answer: str) -> VerifiedRegistration:
    try:
        return verify_registration_response(
            credential=answer[:LONGEST],
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.name,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except _BROKEN as wrong:
        raise PasskeyUnfit from wrong


def _used(site: Site, challenge: str, answer: str, row: Row[tuple[object, ...]]) -> VerifiedAuthentication | None:
    try:
        return verify_authentication_response(
            credential=answer[:LONGEST],
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.name,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(row.key),
            credential_current_sign_count=row.uses,
            require_user_verification=True,
        )
    except _BROKEN:
        return None
