"""What was made of files, made again when one of them changes: a look at the file system each time, no more."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Stamp(NamedTuple):
    """By what a file is told from the one that it was; another file put in its place has another number."""

    modified: int
    """Nanoseconds."""
    size: int
    number: int


Stamps = tuple[Stamp | None, ...]


def stamp(file: Path | str) -> Stamp | None:
    """The file as it is now; None where there is none, or none that may be seen."""
    try:
        about = os.stat(file)  # noqa: PTH116 - twice a request: half the cost of Path.stat
    except OSError:
        return None
    return Stamp(about.st_mtime_ns, about.st_size, about.st_ino)


class Reloaded(Generic[T]):
    """What `make` makes of files, given their stamps and what it made before. Safe for threads.

    What `make` raises reaches whoever asks, and the next caller has it tried again.
    """

    def __init__(self, files: Iterable[Path], make: Callable[[Stamps, T | None], T]) -> None:
        self._files = tuple(map(str, files))
        self._make = make
        self._held: tuple[Stamps, T] | None = None
        self._lock = threading.Lock()

    def __call__(self) -> T:
        """What stands now."""
        stamps = tuple(map(stamp, self._files))
        pair = self._held
        if pair and pair[0] == stamps:
            return pair[1]
        with self._lock:
            pair = self._held
            if pair is None or pair[0] != stamps:
                self._held = pair = stamps, self._make(stamps, pair[1] if pair else None)
            return pair[1]
