"""What a word means that is cut short behind its stem, where only one word of public pages begins so."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from .morphology import known
from .tables.abbreviations import ADJECTIVES, NOUNS
from .tables.whole_words import WHOLE_ADJECTIVES, WHOLE_NOUNS

_SHORTEST: Final = 4
"""Letters that are left of a word which no table names."""
_ENDINGS: Final = 2
"""Letters at least that are cut off."""
_OPEN: Final = frozenset("аеёиоуыэюяйьъ")
"""Letters before which nobody cuts."""

OUTSIDE: Final = frozenset({"телефон", "мобильный телефон", "кабинет", "корпус", "улица", "площадь", "набережная"})
"""A number before these belongs to something else."""


def _by_start(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    starts: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(words):
        starts[word[:_SHORTEST]] = (*starts.get(word[:_SHORTEST], ()), word)
    return starts


_SHORT: Final = {short.replace(" ", "").lower(): adjective for short, adjective in ADJECTIVES.items()}
_SHORT_NOUNS: Final = {short.replace(" ", "").lower(): noun for short, noun in NOUNS.items()}
_ADJECTIVES: Final = _by_start(WHOLE_ADJECTIVES)
_NOUNS: Final = _by_start(WHOLE_NOUNS)


@lru_cache(maxsize=4096)
def adjective_of(short: str) -> str:
    """The adjective that "муниц" (in small letters, without its dot and spaces) is cut from; else nothing."""
    return _SHORT.get(f"{short}.") or _SHORT.get(short) or _whole(short, _ADJECTIVES)


@lru_cache(maxsize=4096)
def noun_of(short: str) -> str:
    """The noun that "сотр" (in small letters, without its dot and spaces) is cut from; else nothing."""
    return _SHORT_NOUNS.get(f"{short}.") or _SHORT_NOUNS.get(short) or _whole(short, _NOUNS)


def _whole(short: str, starts: dict[str, tuple[str, ...]]) -> str:
    """The first word that begins so, which no word of the dictionary is."""
    if len(short) < _SHORTEST or short[-1] in _OPEN or known(short):
        return ""
    longer = (word for word in starts.get(short[:_SHORTEST], ()) if word.startswith(short))
    return next((word for word in longer if len(short) <= len(word) - _ENDINGS), "")
