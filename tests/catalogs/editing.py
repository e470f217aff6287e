"""A catalogue changed under its lock, as the workbench does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog

from readerapp.catalogs import held


@contextmanager
def edited(file: Path, language: str, author: str = "readerapp") -> Iterator[Catalog]:
    """The catalogue to change, written afterwards."""
    with held(file, language) as draft:
        yield draft.catalog
        draft.write(author)
