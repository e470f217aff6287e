"""Keeping the store within its size: what was used least recently goes first.

Every byte that is written is counted, whatever it is, in a count that the processes share. Only when that passes the
limit is anything looked through, and then so much goes that it takes a while until it happens again.
"""

import threading
import time
from collections.abc import Callable
from typing import Final

import structlog

from .contract import Entry, ObjectStore, SharedLocks

log = structlog.get_logger(__name__)

_LEFT: Final = 0.9
"""What is left of the limit when it was passed."""
_GIVEN_UP: Final = 0.1
"""What goes of all that is kept when the disk is full, at least."""
_PATIENCE_SECONDS: Final = 1.0
"""How long the writing that passes the limit waits for the pruning: in a small store it is held exactly, and in one of
a million files on a slow disk nobody waits for long."""
_RIVAL_SECONDS: Final = 10.0
"""How long a writer without room waits for another process that makes some."""
_UNCOUNTED_SECONDS: Final = 60.0
"""How long to leave things alone where the disk has no place for a count."""


class Pruning:
    """Counts what is written to a store, and prunes it when it grows past `limit` bytes; with None, only for room."""

    def __init__(
        self,
        objects: ObjectStore,
        locks: SharedLocks,
        limit: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._objects = objects
        self._locks = locks
        self._limit = limit
        self._clock = clock
        self._starting = threading.Lock()
        self._running: threading.Thread | None = None
        self._uncounted_until = clock()

    def wrote(self, size: int) -> None:
        """Count bytes that were written, and prune if they are too many."""
        if not size:
            return
        total = self._locks.tally(size)
        if self._limit is None or (total is not None and total <= self._limit):
            return
        if total is None and self._clock() < self._uncounted_until:
            return
        with self._starting:
            if self._running and self._running.is_alive():
                return
            self._uncounted_until = self._clock() + _UNCOUNTED_SECONDS
            self._running = threading.Thread(target=self._run, args=(self._limit,), name="pruning", daemon=True)
            self._running.start()
        self._running.join(_PATIENCE_SECONDS)

    def make_room(self, size: int) -> bool:
        """Give up what was used least recently, for `size` bytes more; whether anything went."""
        with self._locks.try_lock("prune", _RIVAL_SECONDS) as mine:
            gain = self._objects.sweep()
            if mine and gain < size:
                entries = sorted(self._objects.entries())
                total = sum(entry.size for entry in entries)
                gain += self._drop(_spared(entries), max(2 * size, int(total * _GIVEN_UP)))
        if gain:
            log.warning("the disk is full: what was heard least recently is given up", bytes=gain)
            self._locks.tally(-gain)
        return gain > 0

    def prune(self, limit: int, target: int | None = None, *, spare: bool = False) -> int:
        """Where more than `limit` bytes are kept, give up the least recently used until `target` are; the bytes freed.

        `spare` leaves the newest thing of each kind, since somebody is about to hear it. One process at a time; where
        another is at it already, 0.
        """
        with self._locks.try_lock("prune") as mine:
            if not mine:
                return 0
            gain = self._objects.sweep()
            entries = sorted(self._objects.entries())
            total = sum(entry.size for entry in entries)
            if total > limit:
                loss = self._drop(_spared(entries) if spare else entries, total - (limit if target is None else target))
                total, gain = total - loss, gain + loss
            self._locks.recount(total)
        return gain

    def _run(self, limit: int) -> None:
        try:
            self.prune(limit, int(limit * _LEFT), spare=True)
        except Exception:  # the door of the thread
            log.exception("pruning failed")

    def _drop(self, entries: list[Entry], excess: int) -> int:
        gain = 0
        for entry in entries:
            if gain >= excess:
                break
            gain += self._objects.drop(entry)
        return gain


def _spared(entries: list[Entry]) -> list[Entry]:
    """Without the newest of each kind."""
    newest = {_kind(entry): entry for entry in entries}
    return [entry for entry in entries if newest[_kind(entry)] is not entry]


def _kind(entry: Entry) -> tuple[str, str]:
    return entry.room, entry.name.rpartition(".")[2]
