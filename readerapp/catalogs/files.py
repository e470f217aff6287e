"""Catalogue files: read strictly, written whole."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from .. import __version__
from ..errors import CatalogueWrong
from ..text.files import write_whole
from .faults import forms, ids, plural_rule
from .layout import locale_of

WIDTH: Final = 100
LONGEST_WORD: Final = 1000
MOST_FORMS: Final = 10
"""Plural forms that a language may have; Arabic has six, and Babel reads their numbers as one digit."""
_FIELD: Final = re.compile(r'(?:#~\s*+)?(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])?\s*+)?(?:"(.*)")?\s*$')
_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_LINE: Final = re.compile(
    rf"\s*+(?:#(?!~).*+|(?:#~\s*+)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s++)?{_STRING}|#~)?+\s*+"
)
"""A line as the format allows it. Babel's parser cuts the last character off a string that is not closed."""
_JOINT: Final = re.compile(r'"[ \t\r]*+\n[ \t]*+"')
"""Where a string goes on in the next line."""
_FORMS: Final = re.compile(r"nplurals\s*+=\s*+(\d++)")


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
    for number in _FORMS.findall(_JOINT.sub("", "\n".join(lines))):
        if len(number) > 2 or int(number) > MOST_FORMS:  # Babel would make so many of each text
            raise _wrong(path, 1, f"nplurals={number[:9]}")
    try:
        catalog = read_po(lines, locale=locale_of(language) if language else None, charset="utf-8", abort_invalid=True)
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
    return CatalogueWrong(path=path, problems=f"{path}:{line}: {what}", line=line, what=what)


def save(path: Path, catalog: Catalog) -> None:
    """Write a catalogue or template so that readers see the old one or the new one, never half of one."""
    write_whole(path, [written(catalog, foreign(path))])


def written(catalog: Catalog, others: bytes = b"") -> bytes:
    """The file of a catalogue, laid out so that a small change is a small difference; with headers of other tools."""
    text = io.BytesIO()
    write_po(text, catalog, width=_width(catalog), include_lineno=False, sort_by_file=False)
    head, blank, rest = text.getvalue().partition(b'"\n\n')
    return head + (b'"\n' + others.removesuffix(b'"\n') if others else b"") + blank + rest


def _width(catalog: Catalog) -> int:
    """How long lines are; none is broken where a word goes on for ever: Babel looks at it anew from each letter."""
    every = (*catalog, *catalog.obsolete.values())
    texts = (text for message in every for text in (*ids(message), *forms(message)))
    return 0 if any(len(word) > LONGEST_WORD for text in texts for word in text.split()) else WIDTH


def foreign(path: Path) -> bytes:
    """The lines of a file's header that are other programs' (X-Poedit-Basepath), which Babel forgets."""
    try:
        header = path.read_bytes().partition(b"\n\n")[0]
    except FileNotFoundError:
        return b""
    return b"".join(line + b"\n" for line in header.split(b"\n") if line.startswith(b'"X-') and line.endswith(b'\\n"'))


def signed(catalog: Catalog, author: str = "readerapp") -> Catalog:
    """The same catalogue, whose header tells who changed it last, and when; nothing in it is as a tool made it."""
    catalog.project, catalog.version = "readerapp", __version__
    catalog.msgid_bugs_address = ""
    catalog.last_translator = author
    catalog.language_team = catalog.locale.english_name if catalog.locale else ""
    catalog.revision_date = datetime.now(UTC)
    return catalog


def repeated(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each entry that the file has twice, live or put aside, with its line: other programs refuse such a file."""
    keys: set[tuple[str, ...]] = set()
    entry: dict[str, str] = {}
    field, start = "", 0
    for number, line in enumerate([*lines, "msgid"], 1):
        match = _FIELD.match(line)
        if not match or (line.startswith("#") and not line.startswith("#~")):
            continue
        name, text = match.groups()
        begins = name in {"msgctxt", "msgid"} and field.startswith("msgstr")
        if begins or number > len(lines):
            if (key := (entry.get("msgctxt", ""), entry.get("msgid", ""))) in keys:
                yield start, entry.get("msgid", "")
            keys.add(key)
            entry = {}
        if name == "msgid":
            start = number
        field = name or field
        entry[field] = entry.get(field, "") + (text or "")
