"""From an utterance to what one engine says: ordinary words, or words bent to what that engine reads right."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from ..model import SpokenText, Substitution, Utterance
from ..text.cleaning import cleaning
from ..text.rewriting import Edit, Rewriting, chained
from . import swedish_numbers
from .stress import RULE, STRESS, Accent, Change, marked, sounded, stressed

Style = Literal["words", "espeak", "piper"]

_LONGEST_WORD = 60
"""Characters: espeak-ng needs a minute for a word of thousands of letters."""
_TOO_LONG = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_PLAIN = re.compile(rf"[\u00a0\n{STRESS}]")
_BRACKETS = re.compile(r"[\[\]]")
_PUT = {"\u00a0": " ", "\n": " ", STRESS: "", "[": "(", "]": ")"}


def obeys_stress(style: Style) -> bool:
    """Whether an engine of that style says a vowel with U+0301 stressed; espeak-ng 1.52 loses the stress over it."""
    return style == "piper"


def render(utterance: Utterance, style: Style = "words", accent: Accent | None = None) -> SpokenText:
    """The utterance as an engine of that style is to say it, with the way back to what is displayed.

    `accent` marks Russian stress, where the engine obeys the mark.
    """
    changes = _told(utterance, style, accent)
    whole = msgspec.structs.replace(utterance, substitutions=tuple(reading for reading, _ in changes))
    return SpokenText.join(whole, [said for _, said in changes])


def accented(utterance: Utterance, style: Style, accent: Accent | None) -> tuple[Substitution, ...]:
    """The utterance's substitutions as an engine of that style is given them, with the words that it is told."""
    own = set(utterance.substitutions)
    return tuple(one for one, _ in _told(utterance, style, accent) if one in own or RULE in one.rule)


def _told(utterance: Utterance, style: Style, accent: Accent | None) -> tuple[Change, ...]:
    """Every change, with the words that an engine of that style must be told."""
    changes = tuple(_whole(utterance, style))
    if style == "words":
        return changes
    if not obeys_stress(style):
        return sounded(utterance, changes)
    return stressed(utterance, changes, accent) if accent else marked(utterance, changes)


def _whole(utterance: Utterance, style: Style) -> Iterator[Change]:
    """Every change with what is said for it: the readings, and between them what the style needs changed."""
    at = 0
    for reading in utterance.substitutions:
        yield from _between(utterance, at, reading.start, style)
        yield reading, _spoken(reading, utterance.language, style)
        at = reading.end
    yield from _between(utterance, at, len(utterance.text), style)


def _between(utterance: Utterance, start: int, end: int, style: Style) -> Iterator[Change]:
    for edit in chained(utterance.text[start:end], cleaning, lambda text: _edits(text, utterance.language, style)):
        yield Substitution(start + edit.start, start + edit.end, edit.text, style), edit.text


def _spoken(reading: Substitution, language: str, style: Style) -> str:
    swedish = language == "sv" and style != "words" and reading.parts
    words = swedish_numbers.put(reading.parts) if swedish else reading.spoken
    return Rewriting(words, tuple(_edits(words, language, style))).text


def _edits(text: str, language: str, style: Style) -> list[Edit]:
    """What an engine needs changed in clean text.

    "[[" opens raw phonemes in espeak-ng and in piper, which no page may do.
    """
    edits = [
        Edit(found.start(), found.end(), _PUT[found.group()])
        for found in _PLAIN.finditer(text)
        if found.group() != STRESS or not obeys_stress(style)
    ]
    if style != "words":
        edits += [Edit(found.start(), found.end(), _PUT[found.group()]) for found in _BRACKETS.finditer(text)]
        respelled = [Edit(*found) for found in swedish_numbers.respelled(text)] if language == "sv" else []
        edits += respelled
        taken = {position for edit in respelled for position in range(edit.start, edit.end)}
        edits += [Edit(cut.end(), cut.end(), " ") for cut in _TOO_LONG.finditer(text) if cut.end() not in taken]
    return sorted(edits)
