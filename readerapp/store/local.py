"""A folder of this machine's disk as the place where things are kept: one file an object, replaced as a whole."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import structlog

from ..errors import StoreFull, StoreUnwritable
from ..seldom import Seldom
from ..text.files import PARTIAL, MakeRoom, write_whole
from .contract import Entry, KeyWrong, Kind, LocalFile, is_key
from .locks import LOCKS

log = structlog.get_logger(__name__)

_LEFT_OVER_SECONDS: Final = 3600
"""A partial file this old belongs to nobody any more."""
_PROBE: Final = bytes(65_536)


class LocalFolder:
    """Keeps objects under `folder`. `make_room` is asked where the disk is full, and the writing tried once more."""

    def __init__(self, folder: Path, make_room: MakeRoom) -> None:
        self.folder = folder
        self._root = str(folder)
        self._make_room = make_room
        self._seldom = Seldom()

    # --- one object --------------------------------------------------------------------------------

    def get(self, kind: Kind, key: str) -> bytes | None:
        """The file's bytes; one that cannot be read is not kept."""
        if not is_key(key):
            return None
        try:
            with open(self._name(kind, key), "rb") as file:  # noqa: PTH123 - as all that every request does, without Path
                return file.read()
        except FileNotFoundError:
            return None
        except OSError as problem:
            self._tell("cannot be read", problem)
            return None

    def has(self, kind: Kind, key: str) -> bool:
        """Whether the file is there."""
        return is_key(key) and os.path.exists(self._name(kind, key))  # noqa: PTH110 - as above

    def put(self, kind: Kind, key: str, pieces: Iterable[bytes]) -> int:
        """Write the file whole, in place of the one that was there."""
        path = self._checked(kind, key)
        worth_it = kind.needed and not path.exists()  # nothing goes for what can be done without
        make_room = self._make_room if worth_it else _no_room
        with self._trouble_told():
            return write_whole(path, pieces, durable=kind.durable, make_room=make_room)

    def amend(self, kind: Kind, key: str, place: int, piece: bytes) -> bool:
        """Write into the file where it lies; one that cannot be written to is left."""
        if not is_key(key):
            return False
        try:
            descriptor = os.open(self._name(kind, key), os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fits = place + len(piece) <= os.fstat(descriptor).st_size
            return fits and os.pwrite(descriptor, piece, place) == len(piece)
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def touch(self, kind: Kind, key: str) -> None:
        """Set the file's time. A disk that refuses makes the order of pruning less exact, nothing else."""
        with suppress(OSError):
            if is_key(key):
                os.utime(self._name(kind, key))

    def address(self, kind: Kind, key: str) -> LocalFile | None:
        """The file."""
        if not is_key(key):
            return None
        name = self._name(kind, key)
        try:
            size = os.stat(name).st_size  # noqa: PTH116 - as above
        except OSError:
            return None
        return LocalFile(Path(name), size)

    def delete(self, kind: Kind, key: str) -> int:
        """Remove the file."""
        return self._remove(self._path(kind, key)) if is_key(key) else 0

    # --- all of them -------------------------------------------------------------------------------

    def entries(self, room: str | None = None) -> Iterator[Entry]:
        """Every file but those that are being written."""
        top = self.folder / room if room else self.folder
        for path, status in _files(top):
            place = path.relative_to(self.folder).parts
            if place[0] != LOCKS and len(place) > 1 and not path.name.endswith(PARTIAL):
                yield Entry(status.st_mtime, status.st_size, place[0], path.name)

    def drop(self, entry: Entry) -> int:
        """Remove the file that `entries` told of."""
        return self._remove(self.folder / entry.room / entry.name[:2] / entry.name)

    def sweep(self) -> int:
        """Remove partial files that are old."""
        before = time.time() - _LEFT_OVER_SECONDS
        old = [path for path, status in _files(self.folder) if path.name.endswith(PARTIAL) and status.st_mtime < before]
        return sum(map(self._remove, old))

    # --- within ------------------------------------------------------------------------------------

    def trouble(self) -> str | None:
        """What the system says to a small file."""
        path = self.folder / LOCKS / "probe"
        try:
            write_whole(path, [_PROBE])
            path.unlink()
        except StoreFull as full:
            return _reason(full.__cause__)
        except OSError as problem:
            return _reason(problem)
        return None

    def _name(self, kind: Kind, key: str) -> str:
        return f"{self._root}/{kind.room}/{key[:2]}/{key}.{kind.suffix}"

    def _path(self, kind: Kind, key: str) -> Path:
        return Path(self._name(kind, key))

    def _checked(self, kind: Kind, key: str) -> Path:
        if not is_key(key):
            raise KeyWrong(key)
        return self._path(kind, key)

    def _remove(self, path: Path) -> int:
        try:
            size = path.stat().st_size
            path.unlink()
        except FileNotFoundError:
            return 0
        except OSError as problem:
            self._tell("cannot be deleted from", problem)
            return 0
        return size

    @contextmanager
    def _trouble_told(self) -> Iterator[None]:
        try:
            yield
        except StoreFull as full:
            self._tell("is full", full.__cause__)
            raise
        except OSError as problem:
            self._tell("cannot be written to", problem)
            raise StoreUnwritable from problem

    def _tell(self, what: str, problem: BaseException | None) -> None:
        if self._seldom(what):
            log.warning("trouble with the cache folder", what=what, folder=str(self.folder), reason=_reason(problem))


def _no_room(_size: int) -> bool:
    return False


def _reason(problem: BaseException | None) -> str:
    return (isinstance(problem, OSError) and problem.strerror) or str(problem)


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for directory, _, names in os.walk(folder):
        for name in names:
            path = Path(directory, name)
            with suppress(OSError):  # gone meanwhile
                yield path, path.stat()
