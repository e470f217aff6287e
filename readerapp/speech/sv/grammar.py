"""Gender and number by the words that follow: "en vuxen" but "ett barn"."""

import re
from typing import Final

from .tables.nouns import COMMON, COMMON_ENDINGS, NEUTER, NEUTER_ENDINGS

_OUT_OF: Final = re.compile(r" av (?:de |våra |alla )?\d[\d ]{0,12}(?= )")
_NEXT_WORDS: Final = re.compile(r" ?([a-zåäöé]{1,40})(?: ([a-zåäöé]{1,40}))?")
_PLURAL: Final = re.compile(r"(?:or|ar|er|na|ade|iga|ska|liga|nde)$")
_FUNCTION_WORDS: Final = frozenset(
    "och eller i på av för till från med om som är var per samt men så vid efter under hos mot kan ska har till".split()
)


def counts_common(text: str, at: int) -> bool:
    """Whether a number that ends at `at` counts things of common gender."""
    out_of = _OUT_OF.match(text, at)
    for word in _following(text, out_of.end() if out_of else at):
        if word in NEUTER:
            return False
        if word in COMMON:
            return True
        gender = _by_ending(word)
        if gender is not None:
            return gender
    return False


def counts_something(text: str, at: int) -> bool:
    """Whether a noun known as countable follows, so that the number is no year and no name."""
    first = next(iter(_following(text, at)), "")
    return first in COMMON or first in NEUTER


def agree(text: str, at: int, common: str, neuter: str, plural: str) -> str:
    """The form of an adjective that stands before what follows at `at`."""
    word = next(iter(_following(text, at)), "")
    if word in NEUTER or _by_ending(word) is False:
        return neuter
    if not word:
        return neuter
    return plural if _PLURAL.search(word) else common


def _following(text: str, at: int) -> list[str]:
    match = _NEXT_WORDS.match(text, at)
    if match is None or match[1] in _FUNCTION_WORDS:
        return []
    return [word for word in match.groups() if word and word not in _FUNCTION_WORDS]


def _by_ending(word: str) -> bool | None:
    """True for common gender, False for neuter, None where an ending tells nothing."""
    if word.endswith(NEUTER_ENDINGS):
        return False
    if word.endswith(COMMON_ENDINGS):
        return True
    if word.endswith("t"):
        return False
    return None
