"""The shipped catalogues with few of their texts, for tests that write them dozens of times."""

import shutil
from collections.abc import Collection
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from readerapp.catalogs import ids
from readerapp.i18n import SHIPPED_TEXTS


def few_texts(folder: Path, count: int, named: Collection[str] = ()) -> Path:
    """A copy that holds the first texts of each catalogue and of the template, and those that are named."""
    copy = Path(shutil.copytree(SHIPPED_TEXTS, folder))
    for file in [*copy.rglob("*.po"), *copy.glob("*.pot")]:
        with file.open("rb") as opened:
            catalog = read_po(opened, locale=file.parts[-3] if file.suffix == ".po" else None)
        texts = [message for message in catalog if message.id]
        for message in texts[count:]:
            if ids(message)[0] not in named:
                catalog.delete(message.id, message.context)
        with file.open("wb") as opened:
            write_po(opened, catalog)
    return copy
