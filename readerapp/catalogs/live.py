"""The catalogues as a running service sees them: a changed file shows on the next request.

A request costs two looks at the file system. A file that cannot be read leaves what was there before, and is
not tried again until it changes.
"""

import io
import logging
import os
import struct
import threading
from pathlib import Path
from typing import Final

from babel.support import Translations

from ..errors import CatalogueWrong
from ..languages import INTERFACE
from .compiling import compiled
from .files import parse
from .layout import compiled_path, path

_log: Final = logging.getLogger(__name__)
_Stamp = tuple[int, int, int]
"""Of a file: its time in nanoseconds, its size and its number on the disk."""


class Catalogues:
    """Translations by language. Safe to use from several threads."""

    def __init__(self, directory: Path) -> None:
        self._files = {
            language: (path(directory, language), compiled_path(directory, language)) for language in INTERFACE
        }
        self._loaded: dict[str, tuple[tuple[_Stamp | None, _Stamp | None], Translations]] = {}
        self._lock = threading.Lock()

    def translations(self, language: str) -> Translations:
        """The texts in a language of the interface, as they are on the disk now; what is not there is English.

        Raises KeyError for any other language.
        """
        source, table = self._files[language]
        stamps = _stamp(source), _stamp(table)
        known = self._loaded.get(language)
        if known and known[0] == stamps:
            return known[1]
        with self._lock:
            known = self._loaded.get(language)
            if known and known[0] == stamps:
                return known[1]
            before = known[1] if known else None
            fresh = _load(source, table, stamps, language) or before or _read_table(table) or Translations()
            self._loaded[language] = stamps, fresh
            return fresh


def _stamp(file: Path) -> _Stamp | None:
    try:
        about = os.stat(file)  # noqa: PTH116 - twice a request: half the cost of Path.stat
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _load(source: Path, table: Path, stamps: tuple[_Stamp | None, _Stamp | None], language: str) -> Translations | None:
    """The compiled file if it is no older than the source, else the source; None, logged, if neither can be read."""
    written, made = stamps
    if made and (not written or made[0] >= written[0]):
        translations = _read_table(table)
        if translations:
            return translations
    try:
        return Translations(io.BytesIO(compiled(parse(source.read_bytes(), source, language)))) if written else None
    except (CatalogueWrong, OSError) as wrong:
        _log.warning("%s", wrong)
        return None


def _read_table(table: Path) -> Translations | None:
    try:
        with table.open("rb") as file:
            return Translations(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, struct.error) as wrong:
        _log.warning("The compiled catalogue %s cannot be read: %s", table, wrong)
        return None
