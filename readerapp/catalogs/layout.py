"""Where the files lie in the folder of translations, as gettext has always laid them."""

from pathlib import Path
from typing import Final

from ..languages import INTERFACE

SOURCE: Final = "en"
"""The language of the msgids; an empty translation in it means the msgid itself."""


def template_path(directory: Path) -> Path:
    """Every msgid, without translations."""
    return directory / "messages.pot"


def path(directory: Path, language: str) -> Path:
    """A language's catalogue. Raises ValueError for what is no language of the interface."""
    if language not in INTERFACE:
        raise ValueError(language)
    return directory / language / "LC_MESSAGES" / "messages.po"


def compiled_path(directory: Path, language: str) -> Path:
    """The same, compiled."""
    return path(directory, language).with_suffix(".mo")
