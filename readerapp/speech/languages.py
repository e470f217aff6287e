"""Which package reads which language, found by name so that no language costs anything until a page uses it."""

from functools import cache
from importlib import import_module
from typing import Final

from ..languages import READ
from .language import Language

PLAIN: Final = "en"
"""Reads text in a language without a package: its sentences only."""


@cache
def language(tag: str) -> Language:
    """What reads a primary subtag: the package of that name in this folder."""
    package: Language = import_module(f".{tag if tag in READ else PLAIN}", __package__).LANGUAGE
    return package
