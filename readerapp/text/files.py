"""The one way to write a file: whole or not at all, and telling a full disk from other trouble."""

import errno
import fcntl
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from ..errors import StoreFull

T = TypeVar("T")

PARTIAL: Final = ".partial"
"""Suffix of files that are being written; whoever keeps a folder sweeps away those of killed processes."""
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT}
_FULL: Final = _NO_ROOM | {errno.EFBIG}
"""A file that is larger than the system allows gets no smaller by making room."""

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC

MakeRoom = Callable[[int], bool]
"""Told how many bytes are to be written; whether anything was given up, so that trying once more is worth it."""


def write_whole(  # noqa: PLR0913 - what differs from writer to writer, each with its default
    path: Path,
    pieces: Iterable[bytes],
    *,
    durable: bool = True,
    mtime: int | None = None,
    make_room: MakeRoom = lambda _: False,
    ready: Callable[[], None] = lambda: None,
) -> int:
    """Write `pieces` to `path` so that a reader sees what was there before or all of them; the number of bytes.

    Without `durable` that holds whatever happens to the process, but not when the machine itself stops: such a
    file must be able to tell whether it is whole. `mtime` is its time in nanoseconds. Where the disk has no room,
    `make_room` is asked once, and writing goes on where it stopped. `ready` is called when all is written, before
    anybody sees it; what it raises leaves the old file. Raises StoreFull, and leaves nothing behind.
    """
    with full_disk_told():
        writer = _Patient(make_room)
        draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}{PARTIAL}")
        descriptor = writer.call(partial(_opened, draft))
        try:
            try:
                size = sum(writer.write(descriptor, piece) for piece in pieces)
                _finish(descriptor, path, durable=durable, mtime=mtime)
            finally:
                os.close(descriptor)
            ready()
            writer.call(partial(os.replace, draft, path))
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    if durable:
        _sync(path.parent)
    return size


def _opened(draft: Path) -> int:
    """A new file, in a folder that is there mostly."""
    try:
        return os.open(draft, _NEW, 0o666)
    except FileNotFoundError:
        draft.parent.mkdir(parents=True, exist_ok=True)
        return os.open(draft, _NEW, 0o666)


class _Patient:
    """Steps of one writing, of which the first that finds no room on the disk is tried once more when some is made."""

    def __init__(self, make_room: MakeRoom) -> None:
        self._make_room = make_room
        self._written = 0
        self._asked = False

    def call(self, step: Callable[[], T], size: int = 0) -> T:
        """What the step gives."""
        try:
            return step()
        except OSError as problem:
            if problem.errno not in _NO_ROOM or self._asked:
                raise
            self._asked = True
            if not self._make_room(self._written + size):
                raise
        return step()

    def write(self, descriptor: int, piece: bytes) -> int:
        """All of a piece; its length."""
        rest = memoryview(piece)
        while rest:
            count = self.call(partial(os.write, descriptor, rest), len(rest))
            self._written += count
            rest = rest[count:]
        return len(piece)


def _finish(descriptor: int, path: Path, *, durable: bool, mtime: int | None) -> None:
    """Give the draft the rights of the file that it replaces, and its time; wait for the disk."""
    with suppress(FileNotFoundError):
        os.fchmod(descriptor, path.stat().st_mode & 0o777)
    if mtime is not None:
        os.utime(descriptor, ns=(mtime, mtime))
    if durable:
        os.fsync(descriptor)


def _sync(folder: Path) -> None:
    """Make the renaming itself lasting."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder alone, of all processes."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def full_disk_told() -> Iterator[None]:
    """Turn the operating system's "no room" into StoreFull."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise StoreFull from problem
        raise
