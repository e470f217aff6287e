"""Locks and a count that all processes of one machine share, as files; the system lets go of them when one dies."""

import errno
import fcntl
import os
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import structlog

from ..seldom import Seldom
from .contract import KeyWrong, is_key

log = structlog.get_logger(__name__)

LOCKS: Final = "locks"
"""The room of locks and of the count; nothing in it is kept for its own sake."""
_COUNT: Final = struct.Struct("<qd")
"""The count, and when it was last made anew."""
_COUNT_AGAIN_SECONDS: Final = 86_400
_WAIT_SECONDS: Final = 0.02
_HERE: Final = 256
"""How many locks there are within this process, for when there can be none between processes."""


class SecondLock(RuntimeError):
    """Who holds a lock asked for another one: one time in 4,096 it is the same, and that holder waits for ever."""


class LocalLocks:
    """Locks in a folder of their own under `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / LOCKS
        self._here = [threading.Lock() for _ in range(_HERE)]
        self._holder = threading.local()
        self._seldom = Seldom()

    @contextmanager
    def lock(self, key: str) -> Iterator[None]:
        """Hold one of 4,096 locks that keys share; SecondLock for who holds one already, since it may be the same.

        Where the disk has no place for it, it holds within this process: two processes may then do the same work.
        """
        if not is_key(key):
            raise KeyWrong(key)
        if getattr(self._holder, "key", None):
            raise SecondLock(f"{key} while {self._holder.key} is held")
        self._holder.key = key
        try:
            with self._shared(key):
                yield
        finally:
            self._holder.key = None

    @contextmanager
    def _shared(self, key: str) -> Iterator[None]:
        descriptor = self._opened(key[:3])
        if descriptor is None:
            with self._here[int(key[:2], 16)]:
                yield
            return
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def try_lock(self, name: str, patience: float = 0.0) -> Iterator[bool]:
        """Whether this process has the right of that name, after at most `patience` seconds."""
        descriptor = self._opened(name)
        if descriptor is None:
            mine = self._here[0].acquire(timeout=patience)
            try:
                yield mine
            finally:
                if mine:
                    self._here[0].release()
            return
        try:
            yield _locked(descriptor, time.monotonic() + patience)
        finally:
            os.close(descriptor)

    def tally(self, change: int) -> int | None:
        """Add to the count; None where nobody has counted for a day, or the disk does not let us."""
        return self._count(lambda total, when: (total + change, when))

    def recount(self, total: int) -> None:
        """Write down what was counted just now."""
        self._count(lambda _total, _when: (total, time.time()))

    def _count(self, change: Callable[[int, float], tuple[int, float]]) -> int | None:
        descriptor = self._opened("count")
        if descriptor is None:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            record = os.pread(descriptor, _COUNT.size, 0)
            total, when = change(*(_COUNT.unpack(record) if len(record) == _COUNT.size else (0, 0.0)))
            os.pwrite(descriptor, _COUNT.pack(total, when), 0)
        except OSError:
            return None
        finally:
            os.close(descriptor)
        return total if abs(time.time() - when) < _COUNT_AGAIN_SECONDS else None

    def _opened(self, name: str) -> int | None:
        """A file to lock; None where there can be none."""
        path = self._folder / name
        with suppress(OSError):
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as problem:
            if self._seldom(problem.errno):
                log.warning("no locks between processes", folder=str(self._folder), reason=problem.strerror)
            return None


def _locked(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            if problem.errno not in {errno.EWOULDBLOCK, errno.EACCES} or time.monotonic() >= deadline:
                return False
            time.sleep(_WAIT_SECONDS)
        else:
            return True
