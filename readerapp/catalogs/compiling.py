"""From the catalogue that people write to the table that is looked up in, in memory or beside it."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from ..text.files import write_whole
from .faults import servable
from .files import parse
from .layout import compiled_path, languages, path


def compiled(catalog: Catalog) -> bytes:
    """The .mo file of what may be served; the rest falls back to English. The catalogue itself stays as it is."""
    servings = Catalog(locale=catalog.locale, charset="utf-8", fuzzy=False)
    servings.mime_headers = catalog.mime_headers
    for message in catalog:
        if message.id and servable(message, catalog):
            servings.add(message.id, message.string, context=message.context)
    table = io.BytesIO()
    write_mo(table, servings)
    return table.getvalue()


def compile_all(directory: Path) -> tuple[Path, ...]:
    """Compile every catalogue that is there, and return what was written.

    A compiled file bears the time of its source, so that a later change, however soon, makes it stale.
    Raises CatalogueWrong for a catalogue that cannot be read.
    """
    targets = []
    for language in languages(directory):
        source = path(directory, language)
        if not source.exists():
            continue
        mtime = source.stat().st_mtime_ns
        target = compiled_path(directory, language)
        write_whole(target, [compiled(parse(source.read_bytes(), source, language))], mtime=mtime)
        targets.append(target)
    return tuple(targets)
