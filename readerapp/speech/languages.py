"""Which package reads which language, found by name so that no language costs anything until a page uses it."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from ..model import Reading


class Language(NamedTuple):
    """What a language package gives: its readings (in order, without overlap) and its sentences, as offsets."""

    readings: Callable[[str], tuple[Reading, ...]]
    sentences: Callable[[str], tuple[tuple[int, int], ...]]


_PACKAGES = ("sv", "ru", "en")


@cache
def language(tag: str) -> Language | None:
    """The package that reads a primary subtag, or None: such text is left as it is."""
    if tag not in _PACKAGES:
        return None
    package = import_module(f".{tag}", __package__)
    return Language(package.readings, package.sentences)
