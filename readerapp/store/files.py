"""Writing files whole or not at all, and telling a full disk from other trouble."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
PARTIAL = ".partial"
"""Suffix of files that are being written; one left behind by a killed process is swept away by pruning."""


def write_whole(path: Path, pieces: Iterable[bytes], *, durable: bool = True) -> int:
    """Write `pieces` to `path` so that a reader sees all of it or none; the number of bytes.

    Without `durable` that holds whatever happens to the process, but not when the machine itself stops: such a
    file must be able to tell whether it is whole. Raises StoreFull when the disk or quota has no room; then
    nothing is left behind.
    """
    with full_disk_told():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=PARTIAL)
        temporary = Path(name)
        try:
            size = 0
            with os.fdopen(descriptor, "wb") as file:
                for piece in pieces:
                    size += file.write(piece)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return size


@contextmanager
def full_disk_told() -> Iterator[None]:
    """Turn the operating system's "no room" into StoreFull."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise StoreFull from problem
        raise


def read_or_none(path: Path) -> bytes | None:
    """The file's bytes, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def touch(path: Path) -> None:
    """Note that it was used just now; the least recently used goes first when room is needed."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return
