"""From an utterance to what one engine says: words, or words bent to what that engine reads right."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..model import Reading, SpokenText, Utterance
from .cleaning import cleaning

Style = Literal["words", "espeak", "piper"]


def render(utterance: Utterance, style: Style = "words") -> SpokenText:
    """The utterance as an engine of that style is to say it, with the way back to what is displayed."""
    readings = tuple(_cleaned(utterance))
    spoken = [_spoken(reading) for reading in readings]
    return SpokenText.join(msgspec.structs.replace(utterance, readings=readings), spoken)


def _spoken(reading: Reading) -> str:
    return reading.spoken


def _cleaned(utterance: Utterance) -> Iterator[Reading]:
    """The utterance's readings, and between them those that clean the text as it stands."""
    at = 0
    for reading in utterance.readings:
        yield from _gap(utterance.text, at, reading.start)
        yield reading
        at = reading.end
    yield from _gap(utterance.text, at, len(utterance.text))


def _gap(text: str, start: int, end: int) -> Iterator[Reading]:
    for edit in cleaning(text[start:end]):
        yield Reading(start + edit.start, start + edit.end, edit.text, "clean")
