"""Keeping the store within its size: the least recently heard goes first."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from ..model import Plan
from .files import PARTIAL
from .keys import address_key
from .store import Store

ROOMS = ("pages", "plans", "clips", "recordings")
_LEFT_OVER_SECONDS = 3600
"""A partial file this old belongs to nobody any more."""


class Usage(msgspec.Struct, frozen=True):
    """Files and bytes in one room of the store."""

    room: str
    files: int
    bytes: int


class _Kept(msgspec.Struct, frozen=True, order=True):
    heard: float
    size: int
    path: str


def usage(store: Store) -> list[Usage]:
    """How much each room holds."""
    found = [(room, [kept.size for kept in _files(store.folder / room)]) for room in ROOMS]
    return [Usage(room, len(sizes), sum(sizes)) for room, sizes in found]


def prune(store: Store, limit: int) -> int:
    """Delete the least recently heard until at most `limit` bytes are left, and leftovers of killed writers.

    Returns the bytes freed. One process at a time; where another is at it already, 0.
    """
    with _alone(store.folder) as mine:
        if not mine:
            return 0
        freed = _sweep(store.folder)
        kept = sorted(file for room in ROOMS for file in _files(store.folder / room))
        excess = sum(file.size for file in kept) - limit
        for file in kept:
            if excess <= 0:
                break
            excess -= file.size
            freed += _delete(Path(file.path))
        return freed


def clear(store: Store, address: str) -> int:
    """Forget one page: what was fetched, its plans and recordings, and clips that no other page uses. Bytes freed."""
    ours, others = [], set[str]()
    for plan in plans(store):
        if plan.address == address:
            ours.append(plan)
        else:
            others.update(line.clip for line in plan.lines)
    doomed = {_at(store, "pages", address_key(address), "json")}
    for plan in ours:
        doomed.add(_at(store, "plans", plan.key, "json"))
        doomed.update(_at(store, "recordings", plan.key, suffix) for suffix in ("json", "mp3"))
        doomed.update(_at(store, "clips", x.clip, "clip") for x in plan.lines if x.clip not in others)
    return sum(_delete(path) for path in doomed)


def clear_all(store: Store) -> int:
    """Forget everything. Bytes freed."""
    return sum(_delete(Path(file.path)) for room in ROOMS for file in _files(store.folder / room))


def plans(store: Store) -> Iterator[Plan]:
    """Every plan in the store that can be read."""
    for kept in _files(store.folder / "plans"):
        if plan := store.plan(Path(kept.path).stem, heard=False):
            yield plan


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether this process may prune now; the right is let go of at the end."""
    path = folder / "locks" / "prune"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _at(store: Store, room: str, key: str, suffix: str) -> Path:
    return store.folder / room / key[:2] / f"{key}.{suffix}"


def _delete(path: Path) -> int:
    """Delete one file, a recording's description before its audio; the bytes freed."""
    if path.suffix == ".mp3":
        path.with_suffix(".json").unlink(missing_ok=True)
    try:
        size = path.stat().st_size
        path.unlink()
    except FileNotFoundError:
        return 0
    return size


def _files(folder: Path) -> Iterator[_Kept]:
    for directory, _, names in os.walk(folder):
        for name in names:
            if name.endswith(PARTIAL):
                continue
            path = Path(directory, name)
            try:
                found = path.stat()
            except FileNotFoundError:
                continue
            yield _Kept(found.st_mtime, found.st_size, str(path))


def _sweep(folder: Path) -> int:
    before = time.time() - _LEFT_OVER_SECONDS
    freed = 0
    for path in folder.rglob(f"*{PARTIAL}"):
        with suppress(FileNotFoundError):  # its writer has just finished
            if path.stat().st_mtime < before:
                freed += _delete(path)
    return freed
