"""Where words part into syllables, for readers who want to see them: by the patterns of hyphenation.

Hyphenation leaves no single letter on a line, reading does; and where a pattern would leave a piece without a vowel
there is no syllable.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from pyphen import Pyphen

_VOWELS: Final = {"sv": "aeiouyåäöéàüæø", "ru": "аеёиоуыэюя"}
_WORD: Final = re.compile(r"[^\W\d_]{2,60}")
"""Longer ones are no words: an address, a line of letters."""
MOST: Final = 10_000
"""Different words of one page that are parted. A law has fewer; a page that is made of more holds nobody up."""


def syllables(text: str, language: str) -> list[int]:
    """The places, in code points, where a further syllable of a word begins; none in a language that is not known."""
    return of_page([(text, language)])[0]


def hyphens(word: str, language: str) -> list[int]:
    """The places in a long word where a line may end: those of its syllables, in English of the patterns."""
    return list(_patterns("en_GB").positions(word)) if language == "en" else syllables(word, language)


def of_page(texts: Iterable[tuple[str, str]]) -> list[list[int]]:
    """The places in each text and its language; words after the first `MOST` different ones are left whole."""
    words: set[tuple[str, str]] = set()
    return [_of_text(text, language, words) if language in _VOWELS else [] for text, language in texts]


def _of_text(text: str, language: str, words: set[tuple[str, str]]) -> list[int]:
    places: list[int] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if len(word) == len(match[0]) and ((word, language) in words or len(words) < MOST):
            words.add((word, language))
            places += (match.start() + place for place in _parted(word, language))
    return places


@lru_cache(maxsize=50_000)
def _parted(word: str, language: str) -> tuple[int, ...]:
    vowels = _VOWELS[language]
    places = list(_patterns(language).positions(word))
    # What the patterns do not part: a consonant between two vowels belongs to the second. Russian has a syllable for
    # every vowel; Swedish has diphthongs, so there it is only said of the first letter, which the patterns never part.
    if language == "ru":
        places = _one_vowel_each(word, places, vowels)
    elif len(word) > 2 and word[0] in vowels and word[1] not in vowels and word[2] in vowels:
        places = sorted({1, *places})
    breaks: list[int] = []
    for place in places:
        head = word[breaks[-1] if breaks else 0 : place]
        if _sounds(head, vowels) and _sounds(word[place:], vowels):
            breaks.append(place)
    return tuple(breaks)


def _one_vowel_each(word: str, places: Sequence[int], vowels: str) -> list[int]:
    breaks: list[int] = []
    before: int | None = None  # the vowel before
    for at, letter in enumerate(word):
        if letter not in vowels:
            continue
        if before is not None:
            between = [place for place in places if before < place <= at]
            breaks.extend(between[:1] or [max(before + 1, at - 1)])
        before = at
    return breaks


def _sounds(piece: str, vowels: str) -> bool:
    return any(letter in vowels for letter in piece)


@lru_cache
def _patterns(language: str) -> Pyphen:
    return Pyphen(lang=language, left=1, right=1)
