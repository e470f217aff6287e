"""Where the files lie in the folder of translations, as gettext has always laid them."""

import re
from pathlib import Path
from typing import Final

from babel.core import Locale, UnknownLocaleError

from ..languages import SHIPPED

SOURCE: Final = "en"
"""The language of the msgids; an empty translation in it means the msgid itself."""
_TAG: Final = re.compile(r"[a-z]{2,3}")


def template_path(directory: Path) -> Path:
    """Every msgid, without translations."""
    return directory / "messages.pot"


def path(directory: Path, language: str) -> Path:
    """A language's catalogue. Raises ValueError for what is no language."""
    if not _TAG.fullmatch(language):
        raise ValueError(language)
    return directory / language / "LC_MESSAGES" / "messages.po"


def compiled_path(directory: Path, language: str) -> Path:
    """The same, compiled."""
    return path(directory, language).with_suffix(".mo")


def languages(directory: Path) -> tuple[str, ...]:
    """Those that the product comes with, then those that were begun here."""
    try:
        found = sorted(each.name for each in directory.iterdir())
    except OSError:
        found = []
    begun = [name for name in found if name not in SHIPPED and is_language(name) and path(directory, name).exists()]
    return (*SHIPPED, *begun)


def is_language(tag: str) -> bool:
    """Whether it is the tag of a language whose plural forms and names are known."""
    try:
        return bool(_TAG.fullmatch(tag)) and bool(Locale.parse(tag).english_name)
    except (UnknownLocaleError, ValueError):
        return False
