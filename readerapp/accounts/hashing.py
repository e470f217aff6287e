"""Passphrases and tokens: what is kept of them tells nobody what they are."""

import hashlib
import secrets
import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12
"""Characters of a passphrase."""
LONGEST: Final = 1000
_HASHER: Final = PasswordHasher()
_NOBODYS: Final = _HASHER.hash(secrets.token_urlsafe(16))
"""What is compared with where there is no account: it takes the same time."""


def hashed(passphrase: str) -> str:
    """What is kept of a passphrase."""
    return _HASHER.hash(_typed(passphrase))


def fits(digest: str | None, passphrase: str) -> bool:
    """Whether it is the passphrase; in the same time for accounts that have none, or that are not there."""
    try:
        right = _HASHER.verify(digest or _NOBODYS, _typed(passphrase[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return right and digest is not None


def _typed(passphrase: str) -> bytes:
    """The same bytes from every keyboard: one sends å as a letter, another as a letter and a ring."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "replace")


def outdated(digest: str) -> bool:
    """Whether it was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(digest)


def token() -> str:
    """A new one, for an address or a cookie."""
    return secrets.token_urlsafe(32)


def kept(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
