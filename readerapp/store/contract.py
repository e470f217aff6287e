"""What a place to keep things promises: bytes under a kind and a key, whole or absent, on this disk or elsewhere.

The local folder is one such place. An object store (S3) fits too: `address` is its signed link,
`entries` its list. What is made once is made under a lock and looked for again within it; locks are another part, since
there they are somebody else's business.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

import msgspec

_KEY: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


class KeyWrong(ValueError):
    """What should name an object is not 64 hexadecimal digits."""


class Kind(msgspec.Struct, frozen=True):
    """One sort of thing that is kept: the name of its room, how its objects' names end, and what holds for them.

    `durable` objects are on the disk when their writing returns; others must be able to tell whether they are whole.
    What is not `needed` may be missing: where there is no room for it, nobody is told but the log. Typed things of a
    `packed` kind are compressed, others are JSON that people can read.
    """

    room: str
    suffix: str
    durable: bool = True
    needed: bool = True
    packed: bool = False


class Entry(msgspec.Struct, frozen=True, order=True):
    """One object that is kept; in order, what was used least recently comes first."""

    used: float
    """Seconds since 1970."""
    size: int
    room: str
    name: str


class LocalFile(msgspec.Struct, frozen=True):
    """An object that lies on this machine's disk: the one way in which a path reaches a door, to be sent from it."""

    path: Path
    size: int


def is_key(key: str) -> bool:
    """Whether this is a key, 64 hexadecimal digits; nothing else becomes part of a file's name."""
    return _KEY.fullmatch(key) is not None


class ObjectStore(Protocol):
    """Bytes under a kind and a key. Safe for threads and processes.

    Reading what is kept never fails for the disk's sake, and what is no key is not kept. Writing raises StoreFull
    where there is no room and StoreUnwritable where nothing can be written; KeyWrong for what is no key.
    """

    def get(self, kind: Kind, key: str) -> bytes | None:
        """The object; None where it is not kept."""

    def has(self, kind: Kind, key: str) -> bool:
        """Whether it is kept."""

    def put(self, kind: Kind, key: str, pieces: Iterable[bytes]) -> int:
        """Keep it in place of what was there; the bytes written."""

    def amend(self, kind: Kind, key: str, place: int, piece: bytes) -> bool:
        """Change the bytes from a place on, of what is kept and is that long; whether that was done.

        Who amends other places at the same time does not undo it.
        """

    def touch(self, kind: Kind, key: str) -> None:
        """Note that it was used just now."""

    def address(self, kind: Kind, key: str) -> LocalFile | None:
        """Where a door can send it from; None where it is not kept."""

    def delete(self, kind: Kind, key: str) -> int:
        """Forget it; the bytes freed."""

    def drop(self, entry: Entry) -> int:
        """Forget what `entries` told of; the bytes freed."""

    def entries(self, room: str | None = None) -> Iterator[Entry]:
        """All that is kept, or all of one room, in any order."""

    def sweep(self) -> int:
        """Forget what killed writers have left; the bytes freed."""

    def trouble(self) -> str | None:
        """What keeps anything from being written, in the system's words; None where all is well."""


class SharedLocks(Protocol):
    """What processes that share a store agree about. Never fails: without a place for it, it holds in one process."""

    def lock(self, key: str) -> AbstractContextManager[None]:
        """Hold the right to make what has this key; others, in any process, wait. Let go of when its holder dies."""

    def try_lock(self, name: str, patience: float = 0.0) -> AbstractContextManager[bool]:
        """Whether this process has the right of that name, after `patience` seconds; let go of at the end."""

    def tally(self, change: int) -> int | None:
        """Add to the count of bytes that all processes share, and its new value; None where it is to be made anew."""

    def recount(self, total: int) -> None:
        """Put the count right."""
