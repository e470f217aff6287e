"""Where the files lie in the folder of translations, as gettext has always laid them."""

import re
from pathlib import Path
from typing import Final

from babel.core import Locale, UnknownLocaleError

from ..languages import SHIPPED

SOURCE: Final = "en"
"""The language of the msgids; an empty translation in it means the msgid itself."""
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
"""Language, script and region as BCP 47 writes them: sr-Latn, pt-BR, es-419."""


def template_path(directory: Path) -> Path:
    """Every msgid, without translations."""
    return directory / "messages.pot"


def path(directory: Path, language: str) -> Path:
    """A language's catalogue, in a folder as gettext calls it (pt_BR). Raises ValueError for what is no language."""
    if not _TAG.fullmatch(language):
        raise ValueError(language)
    return directory / language.replace("-", "_") / "LC_MESSAGES" / "messages.po"


def compiled_path(directory: Path, language: str) -> Path:
    """The same, compiled."""
    return path(directory, language).with_suffix(".mo")


def languages(directory: Path) -> tuple[str, ...]:
    """Those that the product comes with, then those that were begun here."""
    try:
        names = sorted(each.name.replace("_", "-") for each in directory.iterdir())
    except OSError:
        names = []
    own = [name for name in names if name not in SHIPPED and is_language(name) and path(directory, name).exists()]
    return (*SHIPPED, *own)


def is_language(tag: str) -> bool:
    """Whether it is the tag of a language whose plural forms and names are known."""
    try:
        return bool(_TAG.fullmatch(tag)) and bool(locale_of(tag).english_name)
    except (UnknownLocaleError, ValueError):
        return False


def locale_of(tag: str) -> Locale:
    """What Babel knows of a language. Raises UnknownLocaleError, ValueError."""
    return Locale.parse(tag, sep="-")
