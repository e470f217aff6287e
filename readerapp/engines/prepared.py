"""A spoken text as an engine is handed it, with the way back to where each character came from."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_WORD = 40
"""Letters of one word; a longer one is no word, takes minutes to say, and is cut."""

DIGITS_TOGETHER = 3
"""How many digits of an endless number are said together."""

_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")
_TOKEN = re.compile(r"\S+")
_ENDLESS = re.compile(rf"\d{{16,}}|[^\W\d]{{{LONGEST_WORD + 1},}}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_FIRST_PICTURE = "\u2300"
_BRACKETS = {"[": "(", "]": ")"}
"""Two square ones would begin phonemes."""
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_ODD = re.compile(rf"[\[\]\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2300-\U0010ffff]|{_ENDLESS.pattern}")
"""What a text has none of that is handed on as it is, as most are."""


@dataclass(frozen=True)
class EngineText:
    """`origin[i]` is where character i of `text` stood in the source; one entry more closes the last."""

    text: str
    origin: tuple[int, ...]

    def tokens(self) -> Iterator[tuple[int, int]]:
        """Start and end, in `text`, of everything between white space."""
        return (match.span() for match in _TOKEN.finditer(self.text))

    def word(self, start: int, end: int) -> tuple[int, int]:
        """A token without the punctuation around it; all of it where there is nothing else."""
        match = _WORD.search(self.text, start, end)
        return match.span() if match else (start, end)

    def replaced(self, start: int, end: int, words: str) -> "EngineText":
        """With `words` in place of the source's characters `start` to `end`."""
        first, last = bisect_left(self.origin, start), bisect_left(self.origin, end)
        text = self.text[:first] + words + self.text[last:]
        return EngineText(text, (*self.origin[:first], *[start] * len(words), *self.origin[last:]))

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source that the characters `start` to `end` of `text` come from."""
        after = bisect_right(self.origin, self.origin[end - 1])
        return self.origin[start], self.origin[min(after, len(self.origin) - 1)]


def prepare(text: str) -> EngineText:
    """Compose letters, leave out what nobody says (emoji, soft hyphens), cut what is no word."""
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return EngineText(text, tuple(range(len(text) + 1)))
    letters = list(_cut(_visible(_composed(text))))
    return EngineText("".join(letter for letter, _ in letters), (*(at for _, at in letters), len(text)))


def _composed(text: str) -> Iterable[tuple[str, int]]:
    """A decomposed Å is misread as two letters: each letter with its accents becomes one where it can."""
    if unicodedata.is_normalized("NFC", text):
        yield from zip(text, range(len(text)), strict=True)
        return
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield from ((letter, start) for letter in unicodedata.normalize("NFC", text[start:end]))
            start = end


def _visible(letters: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for letter, at in letters:
        if not _UNSEEN.match(letter):
            yield (" " if _is_picture(letter) else _BRACKETS.get(letter, letter)), at


def _is_picture(letter: str) -> bool:
    return letter >= _FIRST_PICTURE and (unicodedata.category(letter) == "So" or bool(_TONES.match(letter)))


def _cut(letters: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Put spaces into endless words and numbers."""
    pairs = list(letters)
    breaks: set[int] = set()
    for match in _ENDLESS.finditer("".join(letter for letter, _ in pairs)):
        step = DIGITS_TOGETHER if match[0][0].isdigit() else LONGEST_WORD
        breaks.update(range(match.start() + step, match.end(), step))
    for i, (letter, at) in enumerate(pairs):
        if i in breaks:
            yield " ", at
        yield letter, at
