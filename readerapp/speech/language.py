"""What a language is made of, and the one loop in which its rules claim stretches of a text.

The first rule to claim a character keeps it. A language whose package says `veil` hides what was read from the rules
that come later (Swedish: a number that was read is none any more); the others see the whole text (Russian: the word
before a number decides its case, read or not).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import structs

from ..model import Substitution
from .rule import Rule

SAID: Final = "\ue000"
"""Stands for each character that a rule has read, in a veiled text; only patterns that ask for it match it."""
SAID_AMOUNT: Final = "\ue001"
"""The same where an amount or a date was read."""

_DIGIT: Final = re.compile("[\\d¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_NOISE: Final = re.compile(r"[^\w\s§%&]{100,}")
"""Rows of signs, which nobody reads; leaving them out keeps a page of them from taking long."""


def _as_is(text: str) -> str:
    return text


def _all(text: str, substitutions: Sequence[Substitution]) -> Sequence[Substitution]:
    del text
    return substitutions


class Pronunciation(NamedTuple):
    """A word that a voice must be told how to say: where it stands, its spelling with U+0301, and its IPA."""

    start: int
    end: int
    spelling: str
    phonemes: str


def _nothing(text: str) -> Iterable[Pronunciation]:
    del text
    return ()


class Language(NamedTuple):
    """What a language package gives: its rules in order, its sentences as offsets, and what is special about it."""

    order: Sequence[Rule]
    sentences: Callable[[str], tuple[tuple[int, int], ...]]
    fold: Callable[[str], str] = _as_is
    """The text as the rules see it; every character keeps its place."""
    finish: Callable[[str, Sequence[Substitution]], Iterable[Substitution]] = _all
    """What becomes of the substitutions of a whole text, in order."""
    pronunciations: Callable[[str], Iterable[Pronunciation]] = _nothing
    """The words, of a text as it will be said, that the built-in voice would say wrongly."""
    veil: bool = False
    """Whether what was read is hidden from later rules."""

    def read(self, text: str) -> tuple[Substitution, ...]:
        """Everything that is said otherwise than it is written, in order and without overlap."""
        shape = self.fold(text)
        substitutions: list[Substitution] = []
        at = 0
        for noise in _NOISE.finditer(shape):
            substitutions += self._stretch(shape, at, noise.start())
            at = noise.end()
        substitutions += self._stretch(shape, at, len(shape))
        return tuple(self.finish(text, substitutions))

    def normalize(self, text: str) -> str:
        """`text` with every substitution in its place."""
        wording: list[str] = []
        at = 0
        for substitution in self.read(text):
            wording += text[at : substitution.start], substitution.spoken
            at = substitution.end
        return "".join((*wording, text[at:]))

    def _stretch(self, text: str, start: int, end: int) -> Iterator[Substitution]:
        shape = text[start:end]
        claims = bytearray(len(shape))
        substitutions: list[Substitution] = []
        order, cues = self.order, _cues_of(self.order)
        rest = cues.worth_trying(frozenset(shape), digits=_DIGIT.search(shape) is not None)
        while rest:
            lowest = rest & -rest
            rest ^= lowest
            rule = order[lowest.bit_length() - 1]
            if not (candidates := list(rule.find(shape))):
                continue
            new = list(_claims(candidates, claims))
            substitutions += new
            if new and self.veil:
                shape = hidden(shape, new, amount=rule.amount)
                if not _DIGIT.search(shape):
                    rest &= cues.without_digits
        substitutions.sort(key=lambda claim: claim.start)
        return (structs.replace(f, start=f.start + start, end=f.end + start) if start else f for f in substitutions)


class _Cues:
    """Which rules of an order each character is a cue of, as sets of bits; looking it up rule by rule took longer."""

    def __init__(self, order: Sequence[Rule]) -> None:
        self.order = order
        """Kept, so that its id is never that of another."""
        self.always = sum(1 << number for number, rule in enumerate(order) if not rule.cue)
        self.without_digits = sum(1 << number for number, rule in enumerate(order) if not rule.digits)
        self.by_character: dict[str, int] = {}
        for number, rule in enumerate(order):
            for character in rule.cue:
                self.by_character[character] = self.by_character.get(character, 0) | 1 << number

    def worth_trying(self, present: Iterable[str], *, digits: bool) -> int:
        """The rules whose cue a text has that holds these characters; without digits, those that need none."""
        bits = self.always
        for character in present:
            bits |= self.by_character.get(character, 0)
        return bits if digits else bits & self.without_digits


def _cues_of(order: Sequence[Rule]) -> _Cues:
    if (cues := _cues.get(id(order))) is None:
        cues = _cues[id(order)] = _Cues(order)
    return cues


_cues: Final[dict[int, _Cues]] = {}


def _claims(candidates: Iterable[Substitution], claims: bytearray) -> Iterator[Substitution]:
    """Those that touch nothing that is claimed; they claim what they touch."""
    for new in candidates:
        if new.start < new.end and claims.find(1, new.start, new.end) < 0:
            claims[new.start : new.end] = b"\x01" * (new.end - new.start)
            yield new


def hidden(text: str, substitutions: Sequence[Substitution], *, amount: bool) -> str:
    """`text` with the characters of `substitutions` put out of the reach of later rules."""
    cover = SAID_AMOUNT if amount else SAID
    parts: list[str] = []
    at = 0
    for claim in sorted(substitutions, key=lambda claim: claim.start):
        parts += text[at : claim.start], cover * (claim.end - claim.start)
        at = claim.end
    parts.append(text[at:])
    return "".join(parts)
