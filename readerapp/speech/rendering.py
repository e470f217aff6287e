"""From an utterance to what one engine says: ordinary words, or words bent to what that engine reads right."""

import re
from collections.abc import Iterator

import msgspec

from ..model import Diction, SpokenText, Substitution, Utterance
from ..text.cleaning import cleaning
from ..text.rewriting import Edit, Rewriting, chained
from . import swedish_numbers
from .stress import RULE, STRESS, Accent, Change, marked, sounded, stressed

_RULE = "voice"
"""What is changed for the engine alone."""
_LONGEST_WORD = 60
"""Characters: espeak-ng needs a minute for a word of thousands of letters."""
_TOO_LONG = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_PLAIN = re.compile(rf"[\u00a0\n{STRESS}]")
_BRACKETS = re.compile(r"[\[\]]")
ORDINARY = Diction()
_PUT = {"\u00a0": " ", "\n": " ", STRESS: "", "[": "(", "]": ")"}


def render(utterance: Utterance, diction: Diction = ORDINARY, accent: Accent | None = None) -> SpokenText:
    """The utterance as an engine of that diction is to say it, with the way back to what is displayed.

    `accent` marks Russian stress, where the engine obeys the mark.
    """
    changes = _changes(utterance, diction, accent)
    whole = msgspec.structs.replace(utterance, substitutions=tuple(reading for reading, _ in changes))
    return SpokenText.join(whole, [words for _, words in changes])


def accented(utterance: Utterance, diction: Diction, accent: Accent | None) -> tuple[Substitution, ...]:
    """The utterance's substitutions as an engine of that diction is given them, with the words that it is told."""
    own = set(utterance.substitutions)
    return tuple(one for one, _ in _changes(utterance, diction, accent) if one in own or RULE in one.rule)


def _changes(utterance: Utterance, diction: Diction, accent: Accent | None) -> tuple[Change, ...]:
    """Every change, with the words that an engine of that diction must be told."""
    changes = tuple(_whole(utterance, diction))
    if diction.obeys_stress:
        return stressed(utterance, changes, accent) if accent else marked(utterance, changes)
    return sounded(utterance, changes) if diction.takes_phonemes else changes


def _whole(utterance: Utterance, diction: Diction) -> Iterator[Change]:
    """Every change with what is said for it: the readings, and between them what the diction needs changed."""
    at = 0
    for reading in utterance.substitutions:
        yield from _between(utterance, at, reading.start, diction)
        yield reading, _spoken(reading, utterance.language, diction)
        at = reading.end
    yield from _between(utterance, at, len(utterance.text), diction)


def _between(utterance: Utterance, start: int, end: int, diction: Diction) -> Iterator[Change]:
    for edit in chained(utterance.text[start:end], cleaning, lambda text: _edits(text, utterance.language, diction)):
        yield Substitution(start + edit.start, start + edit.end, edit.text, _RULE), edit.text


def _spoken(reading: Substitution, language: str, diction: Diction) -> str:
    swedish = language == "sv" and not diction.reads_number_words and reading.parts
    words = swedish_numbers.put(reading.parts) if swedish else reading.spoken
    return Rewriting(words, tuple(_edits(words, language, diction))).text


def _edits(text: str, language: str, diction: Diction) -> list[Edit]:
    """What an engine needs changed in clean text.

    "[[" opens raw phonemes in espeak-ng and in piper, which no page may do.
    """
    edits = [
        Edit(match.start(), match.end(), _PUT[match.group()])
        for match in _PLAIN.finditer(text)
        if match.group() != STRESS or not diction.obeys_stress
    ]
    respellings: list[Edit] = []
    if language == "sv" and not diction.reads_number_words:
        respellings = [Edit(*match) for match in swedish_numbers.respelled(text)]
        edits += respellings
    if diction.takes_phonemes:
        edits += [Edit(match.start(), match.end(), _PUT[match.group()]) for match in _BRACKETS.finditer(text)]
        positions = {position for edit in respellings for position in range(edit.start, edit.end)}
        edits += [Edit(cut.end(), cut.end(), " ") for cut in _TOO_LONG.finditer(text) if cut.end() not in positions]
    return sorted(edits)
