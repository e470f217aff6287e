"""Tells the language of an article and of its blocks, among the languages that the product reads."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from ..languages import READ, base
from .language_words import ENDINGS, LETTERS, SMALL_WORDS

_ENOUGH: Final = 40
"""Letters for a guess about a block that the page says nothing of."""
_PLENTY: Final = 400
"""Letters for a guess that outweighs what the page says."""
_SAMPLE: Final = 3000


_SURE: Final = 1.0
"""So many marks more than any other language, at least,"""
_CLEARLY: Final = 1.2
"""and so many times as many."""
_MOST_WORDS: Final = 32_768
_MOST_TOKENS: Final = 32_768
_LONG: Final = 40
_ROUNDING: Final = 1e-6
_TEXTS: Final = 64
_STEM: Final = 5
_WORD: Final = re.compile("[a-zªµºß-öø-ʯͰ-ԯḀ-ỿ]+")
"""A word in small letters of the scripts that speak for a language here."""
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
Marks = tuple[tuple[str, int], ...]
"""Languages, and among how many each shares what speaks for it."""


def _by_mark(marks: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """For each mark the languages that have it."""
    every = {mark for those in marks.values() for mark in those}
    return {mark: tuple(language for language, those in marks.items() if mark in those) for mark in every}


_SMALL: Final = _by_mark({language: words.split() for language, words in SMALL_WORDS.items()})
_LETTERS: Final = _by_mark(LETTERS)
_FOREIGN: Final = re.compile(f"[{''.join(_LETTERS)}]")
_KINDS: Final[list[Marks]] = []
_NUMBERS: Final[dict[Marks, int]] = {}
"""What words speak for: a few dozen kinds for all the words there are."""
_ENDINGS: Final = {language: tuple(endings) for language, endings in ENDINGS.items()}


def article_language(tag: str | None, texts: Sequence[str]) -> str:
    """The declared language, unless a long text is plainly another; what it looks like where none is declared."""
    name = base(tag)
    if name and (name not in READ or _doubt_of_all(name, texts) < _SURE - _ROUNDING):
        return name
    text = " ".join(texts)
    if name and _fewer(text[:_SAMPLE], _PLENTY) and _same_script(name, text):
        return name
    guess = guessed(text[:_SAMPLE])
    return guess or name or READ[0]


def block_language(text: str, around: str) -> str:
    """The language of a block that has no `lang` of its own, in an article in the language `around`."""
    if around in READ and _doubt(around, text[:_SAMPLE]) < _SURE - _ROUNDING:
        return around
    short = _fewer(text, _ENOUGH)
    if (short or around not in READ) and _same_script(around, text):
        return around
    return guessed(text) or around


def guessed(text: str) -> str | None:
    """The language that a text is written in, or None when that is not sure, or when it is none that is read.

    Small words, endings and letters are counted for each language and its neighbours; a mark of several languages
    counts for each in part. It takes some marks, and clearly more of them than any other language has.
    """
    text = text[:_SAMPLE].lower()
    marks = _marks(text)
    if _cyrillic(text):
        marks["ru"] += 1  # the only one that is read in this script, so the others have to show themselves
    (most, best), (second, _) = sorted(((0.0, ""), (0.0, ""), *((marks[name], name) for name in marks)), reverse=True)[
        :2
    ]
    return best if best in READ and most >= _SURE + second and most >= _CLEARLY * second else None


@lru_cache(_TEXTS)
def _doubt(language: str, text: str) -> float:
    """How much of a text speaks for others that are read, less what speaks for the one that is expected.

    No other leads by more; a text may be guessed to be in one only where that is `_SURE`, as it seldom is.
    """
    return sum(map(_DOUBTS[language].__getitem__, text.split()))


def _doubt_of_all(language: str, texts: Iterable[str]) -> float:
    """The same of as much of an article as is looked at, paragraph by paragraph: each is looked at again by itself."""
    doubt, rest = 0.0, _SAMPLE
    for text in texts:
        if rest <= 0:
            break
        doubt += _doubt(language, text[:rest])
        rest -= len(text) + 1
    return doubt


def _marks(text: str) -> dict[str, float]:
    """What of a text in lower case speaks for which language, of those in its script."""
    marks: dict[str, float] = defaultdict(float)
    for kind, times in Counter(map(_WORD_KINDS.__getitem__, _WORD.findall(text))).items():
        for language, count in _KINDS[kind]:
            marks[language] += times / count
    if not text.isascii():
        for letter, times in Counter(_FOREIGN.findall(text)).items():
            for language in (owners := _LETTERS.get(letter, ())):
                marks[language] += times / len(owners) / 2
    return marks


def _kind(word: str) -> int:
    """What one word speaks for, as the number of what such words do."""
    small = _SMALL.get(word, ())
    marks = [(language, len(small)) for language in small]
    if len(word) > _STEM:
        marks += [(language, 2) for language, endings in _ENDINGS.items() if word.endswith(endings)]
    key = tuple(marks)
    if key not in _NUMBERS:
        _NUMBERS[key] = len(_KINDS)
        _KINDS.append(key)
    return _NUMBERS[key]


class _Kinds(dict[str, int]):
    """The kinds of the words that were met: most words of a page were met on others."""

    def __missing__(self, word: str) -> int:
        """Find out, and keep it, while the words are not too many."""
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = _kind(word)
        return self[word]


_WORD_KINDS: Final = _Kinds()


class _Doubts(dict[str, float]):
    """What stands between spaces, and how much more of it speaks for others that are read than for one language."""

    def __init__(self, language: str) -> None:
        self._shares = {name: -1.0 if name == language else 1.0 for name in READ}
        super().__init__()

    def __missing__(self, token: str) -> float:
        """Find out, and keep it, while it is no page's long line and they are not too many."""
        doubt = self._doubt(token)
        if len(token) < _LONG:
            if len(self) >= _MOST_TOKENS:
                self.clear()
            self[token] = doubt
        return doubt

    def _doubt(self, token: str) -> float:
        shares, doubt = self._shares, 0.0
        token = token.lower()
        for word in _WORD.findall(token):
            for language, count in _KINDS[_WORD_KINDS[word]]:
                doubt += shares.get(language, 0.0) / count
        if token.isascii():
            return doubt
        for letter in _FOREIGN.findall(token):
            owners = _LETTERS[letter]
            doubt += sum(shares.get(language, 0.0) for language in owners) / len(owners) / 2
        return doubt + max(0.0, shares["ru"]) if _CYRILLIC.search(token) else doubt  # of which `guessed` counts one


_DOUBTS: Final = {language: _Doubts(language) for language in READ}


def _same_script(language: str, text: str) -> bool:
    return _cyrillic(text) == (language == "ru") or not _letters(text[:_SAMPLE])


def _cyrillic(text: str) -> bool:
    if text.isascii():
        return False
    text = text[:_SAMPLE]
    cyrillic = sum(map(str.isalpha, _CYRILLIC.findall(text)))
    return cyrillic > 0 and cyrillic * 2 > _letters(text)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _fewer(text: str, most: int) -> bool:
    """Whether a text has fewer letters than that; what is longer than twice as much mostly shows it at once."""
    return len(text) < most or (_letters(text[: 2 * most]) < most and _letters(text) < most)
