"""Catalogue files: read strictly, written whole."""

import fcntl
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from ..errors import CatalogueWrong
from ..text.files import write_whole
from .faults import plural_rule

WIDTH: Final = 100
_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_LINE: Final = re.compile(
    rf"\s*+(?:#(?!~).*+|(?:#~\s*+)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s++)?{_STRING}|#~)?+\s*+"
)
"""A line as the format allows it. Babel's parser cuts the last character off a string that is not closed."""


def read(path: Path, language: str | None = None) -> Catalog:
    """Read a catalogue, or with no language the template.

    Raises CatalogueWrong with the line for what is no catalogue, OSError for what cannot be opened.
    """
    return parse(path.read_bytes(), path, language)


def parse(data: bytes, path: Path, language: str | None = None) -> Catalog:
    """Read a catalogue from bytes; `path` is only named in errors."""
    try:
        lines = data.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as bad:
        raise _wrong(path, data[: bad.start].count(b"\n") + 1, "not UTF-8") from bad
    if not any(lines):
        raise _wrong(path, 1, "empty")  # as a file is for a moment while an editor writes it
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            raise _wrong(path, number, line.strip()[:60])
    try:
        catalog = read_po(lines, locale=language, charset="utf-8", abort_invalid=True)
        _check_header(catalog)
    except PoFileError as bad:
        raise _wrong(path, bad.lineno + 1, str(bad)) from bad
    except (ValueError, LookupError, AttributeError, TypeError, UnknownLocaleError) as bad:
        raise _wrong(path, 1, str(bad)) from bad
    return catalog


def _check_header(catalog: Catalog) -> None:
    """Raise ValueError for a header with which no text could be looked up."""
    if catalog.charset.lower() not in ("utf-8", "utf8"):
        raise ValueError(f"charset={catalog.charset}")
    if not set(plural_rule(catalog.plural_expr)) <= set(range(catalog.num_plurals)):
        raise ValueError(catalog.plural_forms)


def _wrong(path: Path, line: int, what: str) -> CatalogueWrong:
    return CatalogueWrong(path=path, problems=f"{path}:{line}: {what}")


def save(path: Path, catalog: Catalog) -> None:
    """Write a catalogue or template so that readers see the old one or the new one, never half of one."""
    text = io.BytesIO()
    write_po(text, catalog, width=WIDTH, include_lineno=False, sort_by_file=False)
    write_whole(path, [text.getvalue()])


@contextmanager
def edited(path: Path, language: str) -> Iterator[Catalog]:
    """Give the catalogue to change, and save it afterwards: one editor at a time, of all processes.

    Raises what `read` raises. An exception inside leaves the file as it was.
    """
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        catalog = read(path, language)
        yield catalog
        save(path, catalog)
    finally:
        os.close(handle)
