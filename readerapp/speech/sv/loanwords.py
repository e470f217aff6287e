"""How Swedish words sound that no table knows and that aren't stressed at their beginning: loanwords, and för-, be-.

Where the stress lies is told by the longest known ending or beginning of the word (`tables/stress.tsv`, learnt from a
pronouncing dictionary by `benchmarks/swedish_words.py`); the sound of each letter then follows from its place.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

VOWELS: Final = "aeiouyåäöéàü"
_LONGEST_ENDING: Final = 10
_LONGEST_BEGINNING: Final = 5

_SPELLINGS: Final = re.compile(
    r"(?P<shun>s?sion|[st]?tion)(?=$|s|e|a)|(?P<double>([^aeiouyåäöéàü])\3)|sch|ch|ck|ng|nk|ph|qu|th|stj|skj|sj|tj|kj|gj|dj"
    "|sk(?=[eiyäö])|c(?=[eiyäöé])|g(?=[eiyäö])|rs|rt|rd|rn|rl|x|.",
    re.DOTALL,
)
_SOUNDS: Final = {
    "c": "k", "q": "k", "w": "v", "z": "s", "x": "ks", "sch": "ɧ", "ch": "ɧ", "ck": "k", "ng": "ŋ", "nk": "ŋk",
    "ph": "f", "qu": "kv", "th": "t", "sj": "ɧ", "stj": "ɧ", "skj": "ɧ", "tj": "ɕ", "kj": "ɕ", "gj": "j", "dj": "j",
    "g": "ɡ", "rs": "ʂ", "rt": "ʈ", "rd": "ɖ", "rn": "ɳ", "rl": "ɭ",
}  # fmt: skip
_SHORT: Final = {
    "a": "a", "e": "ɛ", "i": "ɪ", "o": "ɔ", "u": "ɵ", "y": "ʏ", "å": "ɔ", "ä": "ɛ", "ö": "œ", "é": "e", "à": "a",
    "ü": "ʏ",
}  # fmt: skip
_LONG: Final = {
    "a": "ɑː", "e": "eː", "i": "iː", "o": "uː", "u": "ʉː", "y": "yː", "å": "oː", "ä": "ɛː", "ö": "øː", "é": "eː",
    "à": "ɑː", "ü": "yː",
}  # fmt: skip


_NEUTER: Final = ("alt", "ilt", "ivt", "ärt", "öst")
"""Ends of adjectives whose vowel stays long before the t: digitalt, effektivt."""


class Rules(NamedTuple):
    """Number of the stressed vowel letter: counted from the end by ending, from the beginning by beginning."""

    endings: Mapping[str, int]
    beginnings: Mapping[str, int]
    foreign: frozenset[str] = frozenset()
    """Those of the endings that only loanwords have, whatever a word begins with."""


@lru_cache(maxsize=1)
def _shipped() -> Rules:
    text = files(__package__).joinpath("tables", "stress.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return Rules(
        {part[1:]: int(number) for part, number, _ in rows if part[0] == "-"},
        {part[:-1]: int(number) for part, number, _ in rows if part[-1] == "-"},
        frozenset(part[1:] for part, _, sign in rows if sign),
    )


def loanword(word: str, rules: Rules | None = None) -> str:
    """The IPA of a word that is stressed behind its first vowel, else nothing."""
    word = word.replace("jour", "sjor")
    number = stressed_vowel(word, rules or _shipped())
    word = word.replace("energi", "enerchi")  # unlike synergi and kirurgi; its letters say less of the stress
    if not number:
        return ""
    return sound(word[:-1], number) + "t" if word.endswith(_NEUTER) else sound(word, number)


def is_foreign(word: str, rules: Rules | None = None) -> bool:
    """Whether a word ends as only loanwords do."""
    foreign = (rules or _shipped()).foreign
    return any(word[-size:] in foreign for size in range(min(len(word), _LONGEST_ENDING), 2, -1))


def stressed_vowel(word: str, rules: Rules) -> int:
    """The number of the vowel letter that is stressed, as far as the rules tell; 0 for the first or unknown."""
    count = vowels(word)
    if count < 2:
        return 0
    for size in range(min(len(word), _LONGEST_ENDING), 1, -1):
        back = rules.endings.get(word[-size:])
        if back is not None:
            return max(0, count - back)
    for size in range(min(len(word), _LONGEST_BEGINNING), 1, -1):
        if (number := rules.beginnings.get(word[:size])) is not None:
            return number if number < count else 0
    return 0


def vowels(word: str) -> int:
    """How many vowels are heard of those that are written: one in -tion."""
    return sum(match.group() in VOWELS or bool(match["shun"]) for match in _SPELLINGS.finditer(word))


def sound(word: str, number: int) -> str:
    """The IPA of a word whose vowel letter `number` is stressed."""
    wording: list[str] = []
    vowel = 0
    for match in _SPELLINGS.finditer(word):
        letters = match.group()
        if match["shun"]:
            wording.append("ɧˈuːn" if vowel == number else "ɧʊn")
            vowel += 1
        elif letters in VOWELS:
            wording.append(_vowel(word, match.start(), stressed=vowel == number))
            vowel += 1
        else:
            wording.append(_consonant(word, match))
    return "".join(wording)


def _consonant(word: str, match: re.Match[str]) -> str:
    letters, at = match.group(), match.start()
    before_front = word[match.end() : match.end() + 1] in _FRONT
    if letters == "c" and before_front:
        return "s"
    if letters in _SOFTENED and before_front and word[:at] in ("be", "för"):
        return _SOFTENED[letters]
    return _SOUNDS.get(letters, letters[0] if match["double"] else letters)


_SOFTENED: Final = {"k": "ɕ", "sk": "ɧ", "g": "j"}
"""What these are where a native word begins, as it does behind a prefix."""
_FRONT: Final = tuple("eiyäöé")


def _vowel(word: str, at: int, *, stressed: bool) -> str:
    letter, rest = word[at], word[at + 1 :]
    closed = len(rest) > 1 and rest[0] not in VOWELS and (rest[1] not in VOWELS or rest[0] == "x")
    if stressed:
        return "ˈ" + (_SHORT[letter] if closed else _LONG[letter])
    if letter == "o" and not closed and rest:
        return "ʊ"
    return _SHORT[letter]
