"""How words are stressed that a voice would stress wrongly: with U+0301 for engines that obey it, else with phonemes.

Each language says which words those are. For Russian the extra "stress" knows better, by the whole sentence, for
engines that obey U+0301. The text that is displayed, and what the other engines say, stay as they are.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Final, NamedTuple

from msgspec.structs import replace

from ..model import Substitution, Utterance
from ..text.rewriting import Edit, Rewriting
from .language import Pronunciation
from .languages import language

Accent = Callable[[str], str]
"""Russian text → the same text with "+" before stressed vowels and ё where it belongs; other letters as they were."""

Change = tuple[Substitution, str]
"""Displayed characters, by a reading of them, and what one engine says for them."""
STRESS: Final = "\u0301"
RULE: Final = "stress"
_RESPELLED: Final = "yo"
"""The rule whose words are as much the page's own as if it had not read them; a lexicon's are its own."""
_LANGUAGE: Final = "ru"
_PACKAGE: Final = "silero_stress"
_SENTENCES: Final = 4096
"""How many sentences are remembered: a page is planned again each time that it is opened."""
_WORD: Final = re.compile(rf"[А-Яа-яЁё{STRESS}]+")
_YO: Final = {"е": "ё", "Е": "Ё"}


class Silero:
    """The model in the package silero-stress, loaded when it is first asked. Safe to call from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._model: Callable[..., str] | None = None
        self._remembered = lru_cache(_SENTENCES)(self._ask)

    @staticmethod
    def installed() -> bool:
        """Whether the package is there."""
        return find_spec(_PACKAGE) is not None

    def __call__(self, text: str) -> str:
        """Mark a sentence. Words of one syllable get no mark."""
        return self._remembered(text)

    def _ask(self, text: str) -> str:
        with self._lock:
            if self._model is None:
                self._model = import_module(_PACKAGE).load_accentor()
            return self._model(text, stress_single_vowel=False)


def stressed(utterance: Utterance, changes: Sequence[Change], accent: Accent) -> tuple[Change, ...]:
    """The changes to an utterance, in order, and one for each word that is said with a mark or with ё in it.

    `changes` are the utterance's readings and what else its engine needs. Words whose stress or sound is given
    already, by the page or by a lexicon, are left.
    """
    if utterance.language != _LANGUAGE:
        return tuple(changes)
    return _merged(utterance, changes, lambda text: _marks(text, accent))


def marked(utterance: Utterance, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, and a mark on each word that the language says a voice must be told."""
    tell = language(utterance.language).pronunciations
    return _merged(
        utterance, changes, lambda text: (Edit(w.start, w.end, w.spelling) for w in tell(text) if w.spelling)
    )


def sounded(utterance: Utterance, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, and the phonemes of each word that the language says a voice must be told.

    A word inside a longer change is left as it is: phonemes stand for the whole of what they replace.
    """
    wording = _wording(utterance, changes)
    pronunciations = deque(language(utterance.language).pronunciations(wording.text))
    rows: list[Change] = []
    for (change, words), (start, end) in zip(changes, wording.spots, strict=True):
        while pronunciations and pronunciations[0].start < start:
            rows += _free(utterance, wording, pronunciations.popleft(), start)
        inside = list(_up_to(pronunciations, end))
        exact = [word for word in inside if (word.start, word.end) == (start, end) and change.rule == _RESPELLED]
        both = replace(change, rule=f"{change.rule} + {RULE}", phonemes=exact[0].phonemes) if exact else change
        rows.append((both, words))
    return (*rows, *(row for word in pronunciations for row in _free(utterance, wording, word, word.end)))


def _up_to(pronunciations: deque[Pronunciation], end: int) -> Iterator[Pronunciation]:
    while pronunciations and pronunciations[0].start < end:
        yield pronunciations.popleft()


def _free(utterance: Utterance, wording: Rewriting, word: Pronunciation, border: int) -> Iterator[Change]:
    """The change for a word that stands in the text as it is displayed."""
    if word.end <= border:
        start, end = wording.start(word.start), wording.end(word.end)
        surface = utterance.text[start:end]
        yield Substitution(start, end, surface, RULE, phonemes=word.phonemes), surface


def _wording(utterance: Utterance, changes: Sequence[Change]) -> Rewriting:
    return Rewriting(utterance.text, [Edit(change.start, change.end, words) for change, words in changes])


def _merged(
    utterance: Utterance, changes: Sequence[Change], marks: Callable[[str], Iterable[Edit]]
) -> tuple[Change, ...]:
    wording = _wording(utterance, changes)
    own = set(utterance.substitutions)
    parts = [
        *(_Part(*spot, *change, change[0] in own) for change, spot in zip(changes, wording.spots, strict=True)),
        *(_Part(mark.start, mark.end, _reading(wording, mark), mark.text) for mark in marks(wording.text)),
    ]
    return tuple(change for group in _touching(parts) for change in _joined(wording.text, group))


class _Part(NamedTuple):
    """A change by its place in what is said."""

    start: int
    end: int
    change: Substitution
    wording: str
    named: bool = True
    """Whether its rule is one of reading, not one of the engine."""

    @property
    def marks(self) -> bool:
        return self.change.rule == RULE


def _reading(wording: Rewriting, mark: Edit) -> Substitution:
    return Substitution(wording.start(mark.start), wording.end(mark.end), mark.text, RULE)


def _touching(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Runs of parts that overlap, in order."""
    group: list[_Part] = []
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if group and part.start >= max(earlier.end for earlier in group):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _joined(wording: str, group: Sequence[_Part]) -> Iterator[Change]:
    """One change for parts of which some are marks; those that are none as they are."""
    marks = [part for part in group if part.marks]
    others = [part for part in group if not part.marks]
    if not marks or any(part.change.phonemes for part in others):
        yield from ((part.change, part.wording) for part in others)
        return
    start, end = min(part.start for part in group), max(part.end for part in group)
    edits = [Edit(mark.start - start, mark.end - start, mark.wording) for mark in marks]
    words = Rewriting(wording[start:end], edits).text
    rules = dict.fromkeys(part.change.rule for part in (*others, marks[0]) if part.named)
    begin, finish = min(part.change.start for part in group), max(part.change.end for part in group)
    yield Substitution(begin, finish, words, " + ".join(rules)), words


def _marks(text: str, accent: Accent) -> Iterator[Edit]:
    """The words that are said otherwise than they are written."""
    query = text.replace("+", " ")
    marks = _aligned(query, accent(query))
    for word in _WORD.finditer(text) if marks else ():
        new = "".join(marks[word.start() : word.end()])
        if STRESS not in word.group() and new != word.group():
            yield Edit(word.start(), word.end(), new)


def _aligned(text: str, answer: str) -> list[str]:
    """What is said for each character; nothing where more was changed than marks and ё. A ё needs no mark."""
    wording: list[str] = []
    mark = ""
    rest = iter(text)
    for letter in answer:
        if letter == "+":
            mark = STRESS
            continue
        old = next(rest, "")
        if letter not in (old, _YO.get(old)):
            return []
        wording.append(letter if letter in "ёЁ" else letter + mark)
        mark = ""
    return wording if len(wording) == len(text) else []
