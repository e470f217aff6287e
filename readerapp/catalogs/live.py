"""The catalogues as a running service sees them: a changed file shows on the next request.

A request costs two looks at the file system. A file that cannot be read leaves what was there before, and is
not tried again until it changes.
"""

import io
import logging
import struct
from pathlib import Path
from typing import Final

from babel.support import Translations

from ..errors import CatalogueWrong
from ..languages import SHIPPED
from ..text.stamps import Reloaded, Stamps
from .check import progress
from .compiling import compiled
from .files import parse
from .layout import compiled_path, languages, path, template_path

_log: Final = logging.getLogger(__name__)


class Catalogues:
    """Translations by language. Safe to use from several threads."""

    def __init__(self, directory: Path, complete: float = 1.0) -> None:
        """A language that was begun here is offered to visitors when so much of it is translated."""
        self._directory = directory
        self._complete = complete
        self._languages = {language: _texts(directory, language) for language in SHIPPED}
        self._shares: dict[str, Reloaded[float]] = {}
        self._there = Reloaded([directory], lambda _, __: languages(directory))

    def languages(self) -> tuple[str, ...]:
        """Those that a visitor may choose, the default one first."""
        there = self._there()
        return there if there == SHIPPED else tuple(each for each in there if each in SHIPPED or self._offered(each))

    def translations(self, language: str) -> Translations:
        """The texts in a language of the interface, as they are on the disk now; what is not there is English.

        Raises KeyError for any other language.
        """
        if language not in self._languages and language in self._there():
            self._languages.setdefault(language, _texts(self._directory, language))
        return self._languages[language]()

    def _offered(self, language: str) -> bool:
        if language not in self._shares:
            files = [path(self._directory, language), template_path(self._directory)]
            self._shares.setdefault(language, Reloaded(files, lambda _, __: _share(self._directory, language)))
        return self._shares[language]() >= self._complete


def _share(directory: Path, language: str) -> float:
    """How much of a language is translated; nothing where that cannot be told."""
    try:
        return progress(directory, language).share
    except (CatalogueWrong, OSError):
        return 0.0


def _texts(directory: Path, language: str) -> Reloaded[Translations]:
    source, table = path(directory, language), compiled_path(directory, language)

    def make(stamps: Stamps, before: Translations | None) -> Translations:
        return _load(source, table, stamps, language) or before or _read_table(table) or Translations()

    return Reloaded([source, table], make)


def _load(source: Path, table: Path, stamps: Stamps, language: str) -> Translations | None:
    """The compiled file if it is no older than the source, else the source; None, logged, if neither can be read."""
    source_stamp, table_stamp = stamps
    if table_stamp and (not source_stamp or table_stamp.modified >= source_stamp.modified):
        translations = _read_table(table)
        if translations:
            return translations
    try:
        return (
            Translations(io.BytesIO(compiled(parse(source.read_bytes(), source, language)))) if source_stamp else None
        )
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
