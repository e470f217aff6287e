"""A catalogue in the hands of one editor, of all processes: read under a lock, written whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog

from ..text.files import PARTIAL, locked, write_whole
from ..text.stamps import stamp
from .files import foreign, parse, read, signed, written

_MARK: Final = b'"X-Readerapp-Edit: '
_END: Final = b'\\n"\n'


class Draft:
    """A catalogue to change and to write."""

    def __init__(self, path: Path, language: str) -> None:
        """Raises what `read` raises."""
        self._path, self._language = path, language
        self.stamp = stamp(path)
        self.catalog: Catalog = read(path, language)
        self.place = place(path)
        self._before = written(self.catalog)

    def write(self, author: str = "readerapp", place: str = "", ready: Callable[[], None] = lambda: None) -> None:
        """Put it in the file, signed, read again first; `ready` is called before anybody sees it.

        `place` tells which of the changes that are kept elsewhere it has. A file is left alone where nothing changed.
        """
        if written(self.catalog) == self._before and place == self.place:
            ready()
            return
        others = foreign(self._path)
        others = b"".join(line for line in others.splitlines(keepends=True) if not line.startswith(_MARK))
        others += _MARK + place.encode() + _END if place else b""
        data = written(signed(self.catalog, author), others)
        parse(data, self._path, self._language)
        write_whole(self._path, [data], ready=ready)
        self._before, self.place, self.stamp = written(self.catalog), place, stamp(self._path)


def place(path: Path) -> str:
    """Which of the changes that are kept elsewhere a file has, as it was told when it was written; else nothing."""
    line = next((line for line in foreign(path).splitlines(keepends=True) if line.startswith(_MARK)), _MARK + _END)
    return line.removeprefix(_MARK).removesuffix(_END).decode("ascii", "replace").strip()


@contextmanager
def held(path: Path, language: str) -> Iterator[Draft]:
    """One editor at a time. Raises what `read` raises."""
    with locked(path.parent):
        for remnant in path.parent.glob(f".{path.name}.*{PARTIAL}"):
            remnant.unlink(missing_ok=True)  # of a process that was killed: whoever lives waits for the lock
        yield Draft(path, language)
