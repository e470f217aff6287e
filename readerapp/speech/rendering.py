"""From an utterance to what one engine says: ordinary words, or words bent to what that engine reads right."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from ..model import Reading, SpokenText, Utterance
from . import swedish_numbers
from .cleaning import cleaning
from .rewriting import Edit, Rewriting, chained

Style = Literal["words", "espeak", "piper"]

_STRESS = "\u0301"
_LONGEST_WORD = 60
"""Characters: espeak-ng needs a minute for a word of thousands of letters."""
_TOO_LONG = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_PLAIN = re.compile(rf"[\u00a0\n{_STRESS}]")
_BRACKETS = re.compile(r"[\[\]]")
_PUT = {"\u00a0": " ", "\n": " ", _STRESS: "", "[": "(", "]": ")"}


def render(utterance: Utterance, style: Style = "words") -> SpokenText:
    """The utterance as an engine of that style is to say it, with the way back to what is displayed."""
    pairs = tuple(_whole(utterance, style))
    whole = msgspec.structs.replace(utterance, readings=tuple(reading for reading, _ in pairs))
    return SpokenText.join(whole, [said for _, said in pairs])


def _whole(utterance: Utterance, style: Style) -> Iterator[tuple[Reading, str]]:
    """Every change with what is said for it: the readings, and between them what the style needs changed."""
    at = 0
    for reading in utterance.readings:
        yield from _between(utterance, at, reading.start, style)
        yield reading, _spoken(reading, utterance.language, style)
        at = reading.end
    yield from _between(utterance, at, len(utterance.text), style)


def _between(utterance: Utterance, start: int, end: int, style: Style) -> Iterator[tuple[Reading, str]]:
    for edit in chained(utterance.text[start:end], cleaning, lambda text: _edits(text, utterance.language, style)):
        yield Reading(start + edit.start, start + edit.end, edit.text, style), edit.text


def _spoken(reading: Reading, language: str, style: Style) -> str:
    swedish = language == "sv" and style != "words" and reading.token
    words = swedish_numbers.from_token(reading.token) if swedish else reading.spoken
    return Rewriting(words, tuple(_edits(words, language, style))).text


def _edits(text: str, language: str, style: Style) -> list[Edit]:
    """What an engine needs changed in clean text.

    espeak-ng 1.52 loses the stress of a word that carries U+0301, piper's obeys it. "[[" opens raw phonemes in
    both, which no page may do.
    """
    edits = [
        Edit(found.start(), found.end(), _PUT[found.group()])
        for found in _PLAIN.finditer(text)
        if found.group() != _STRESS or style != "piper"
    ]
    if style != "words":
        edits += [Edit(found.start(), found.end(), _PUT[found.group()]) for found in _BRACKETS.finditer(text)]
        respelled = [Edit(*found) for found in swedish_numbers.respelled(text)] if language == "sv" else []
        edits += respelled
        taken = {position for edit in respelled for position in range(edit.start, edit.end)}
        edits += [Edit(cut.end(), cut.end(), " ") for cut in _TOO_LONG.finditer(text) if cut.end() not in taken]
    return sorted(edits)
