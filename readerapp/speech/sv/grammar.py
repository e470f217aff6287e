"""Gender and number by the words that follow: "en vuxen" but "ett barn"."""

import re
from functools import lru_cache
from typing import Final

from .tables.names import NUMBERED
from .tables.nouns import COMMON, COMMON_ENDINGS, NEUTER, NEUTER_ALONE, NEUTER_ENDINGS, NO_NOUNS

_OUT_OF: Final = re.compile(r" av (?:de |våra |alla )?\d[\d ]{0,12}(?= )")
_NEXT_WORDS: Final = re.compile(r" ?([a-zåäöé]{1,40})(?: ([a-zåäöé]{1,40}))?")
_PLURAL: Final = re.compile(r"(?:or|ar|er|na|ade|iga|ska|liga|nde)$")
_PLURAL_ENDING: Final = re.compile(r"(?<=..)[oae]r$")
_SEVERAL: Final = re.compile(r"(?:[oae]r|are|nde|na|da|mil|poäng|procent|euro|tum|män)$")
_MANY: Final = re.compile(r"(?:[oae]r|[oae]rna|are|en|et|na)$")
_NOUN_IN_A: Final = re.compile(r"[a-zåäöé]{2,}(?<!n)a$")
_SHORTEST_FIRST_PART: Final = 2
_BEFORE: Final = re.compile(r"([^\W\d_]{1,30}) [\d\ue001]{1,9}(?: ?[-–] ?\d{1,9})?$")
_REACH: Final = 42
_SHORTEST_THING: Final = 3
_NO_NOUN: Final = re.compile(r"(?:r|s|ade|nde|igt|skt|vis|ligen|na|en|[^aeiouyåäö]t)$")
_LABELS: Final = frozenset(
    {*NUMBERED, *"nummer nr kap sid sida sidan paragraf plats rum sal hus lag port väg buss".split()}
)
_FUNCTION_WORDS: Final = frozenset(
    "och eller i på av för till från med om som är var per samt men så vid efter under hos mot kan ska har till".split()
)


def counts_common(text: str, at: int) -> bool:
    """Whether a number that ends at `at` counts things of common gender."""
    out_of = _OUT_OF.match(text, at)
    words = _following(text, out_of.end() if out_of else at)
    if words and _labelled(text, at):
        return False
    for word in words:
        gender = _gender(word)
        if gender is not None:
            return gender
    if out_of and words:
        return True
    return bool(words) and (_NOUN_IN_A.match(words[-1]) is not None or _is_thing(words[0]))


def _is_thing(word: str) -> bool:
    """Whether a word that no table knows after a number is likely a noun, which most often is of common gender.

    Not where a word before the number makes it a name ("punkt 1 godkänns"), nor where the word looks like a verb.
    """
    return len(word) >= _SHORTEST_THING and not _NO_NOUN.search(word) and word not in NO_NOUNS


def _labelled(text: str, at: int) -> bool:
    """Whether a word before a number makes it the name of something: "steg 1 tar en timme"."""
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    return before is not None and before[1].lower() in _LABELS


def counts_something(text: str, at: int) -> bool:
    """Whether several of a noun known as countable follow, so that the number is no year and no name."""
    first = next(iter(_following(text, at)), "")
    common = _by_last_part(first)
    if common is not None:
        return not common or _SEVERAL.search(first) is not None
    stem = _PLURAL_ENDING.sub("", first)
    return stem != first and any(_by_last_part(noun) for noun in (stem, stem + "a", stem + "e"))


def is_one(word: str) -> bool:
    """Whether a word is a noun that stands for one thing, as far as its last part or ending tells: "avdelning"."""
    return _gender(word) is not None and _MANY.search(word) is None


def agree(text: str, at: int, common: str, neuter: str, plural: str) -> str:
    """The form of an adjective that stands before what follows at `at`."""
    word = next(iter(_following(text, at)), "")
    if not word or _gender(word) is False:
        return neuter
    return plural if _PLURAL.search(word) else common


def _following(text: str, at: int) -> list[str]:
    match = _NEXT_WORDS.match(text, at)
    if match is None or match[1] in _FUNCTION_WORDS:
        return []
    return [word for word in match.groups() if word and word not in _FUNCTION_WORDS]


@lru_cache(4096)
def _gender(word: str) -> bool | None:
    """True for common gender, False for neuter, None where neither the last part nor the ending tells."""
    gender = False if word in NEUTER_ALONE else _by_last_part(word)
    if gender is not None:
        return gender
    if word.endswith(NEUTER_ENDINGS):
        return False
    if word.endswith(COMMON_ENDINGS):
        return True
    return False if word.endswith("t") else None


def _by_last_part(word: str) -> bool | None:
    """The gender of the longest noun that `word` is or ends in, None if it is not in the tables."""
    for start in (0, *range(_SHORTEST_FIRST_PART, len(word) - _SHORTEST_FIRST_PART)):
        if word[start:] in NEUTER:
            return False
        if word[start:] in COMMON:
            return True
    return None
