"""How words are said, per language: which words of a text a lexicon knows, in which of their forms.

A grapheme with capitals matches with those capitals or all in capitals; one in small letters matches also at the
beginning of a sentence. Words are whole words. A form that the language makes by adding or changing an ending
(Swedish genitive, Russian cases) matches where the alias ends as the grapheme does, and gets the same ending.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .inflection import Ending, endings

_WORD = re.compile(r"[^\W_]+")


class Entry(NamedTuple):
    """One spelling and how it is said: `alias` in ordinary letters, `phonemes` in IPA, at least one of them."""

    grapheme: str
    alias: str = ""
    phonemes: str = ""
    line: int = 0
    """Line of the file, for messages."""


class Match(NamedTuple):
    """The characters `start` to `end` of a text are said as `text`, by engines that take IPA as `phonemes`."""

    start: int
    end: int
    text: str
    phonemes: str
    rule: str


class _Form(NamedTuple):
    stem: str
    wording: str
    entry: Entry
    endings: dict[str, Ending]


class Lexicon:
    """The entries of one language, ready to be found in texts. Does not change once made."""

    def __init__(self, language: str, entries: Iterable[Entry], name: str = "lexicon") -> None:
        """`language` is a primary subtag, `name` the rule's name in readings. The first entry of a spelling counts."""
        self.language = language
        self.entries = tuple(entries)
        self.name = name
        self._forms: dict[str, list[_Form]] = {}
        for entry in self.entries:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        for stem, wording, ways in endings(entry.grapheme, entry.alias or entry.grapheme, self.language):
            first = _WORD.match(stem)
            if first:
                self._forms.setdefault(first.group().lower(), []).append(_Form(stem, wording, entry, ways))

    def matches(self, text: str) -> Iterator[Match]:
        """The words that it knows, in order, the longest at each place; in time linear in the text."""
        plain = text.replace("\u00a0", " ").replace("\n", " ")
        at = 0
        for word in _WORD.finditer(plain):
            if word.start() < at:
                continue
            longest = self._longest(plain, word)
            if longest:
                at = longest.end
                yield longest

    def _longest(self, text: str, word: re.Match[str]) -> Match | None:
        longest: Match | None = None
        for cut in range(min(_LONGEST_CHANGE, len(word.group()) - 1) + 1):
            for form in self._forms.get(word.group()[: len(word.group()) - cut].lower(), ()):
                match = self._fits(text, word.start(), form)
                if match and (longest is None or match.end > longest.end):
                    longest = match
        return longest

    def _fits(self, text: str, start: int, form: _Form) -> Match | None:
        end = start + len(form.stem)
        if not _same(text[start:end], form.stem):
            return None
        rest = _WORD.match(text, end) if form.stem[-1:].isalnum() else None
        tail = rest.group() if rest else ""
        if not tail and text[end : end + 1] == ":" and ":" + text[end + 1 : end + 2] in form.endings:
            colon = _WORD.match(text, end + 1)
            tail = ":" + colon.group() if colon else ""
        ending = form.endings.get(tail.lower() if tail else "")
        if ending is None:
            return None
        phonemes = ending.sound(form.entry.phonemes)
        if not form.entry.alias and not phonemes:
            return None
        wording = text[start : end + len(tail)] if not form.entry.alias else form.wording + ending.wording
        return Match(start, end + len(tail), wording, phonemes, self.name)


_LONGEST_CHANGE = 5
"""Letters of the longest ending that is added to a stem."""


def _same(word: str, stem: str) -> bool:
    """Whether a word on the page is the lexicon's: its capitals count, capitals for show do not."""
    if word == stem:
        return True
    if word.lower() != stem.lower():
        return False
    return (len(stem) > 1 and word == stem.upper()) or (word[:1].isupper() and word[1:] == stem[1:])
