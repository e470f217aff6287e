"""Where each sentence and each word stands in a recording, in time and in the displayed text."""

from collections.abc import Iterable

from ..model import Clip, Cue, Mark, SpokenText
from .encoding import milliseconds


def cue(utterance: int, begin: float, clip: Clip, text: SpokenText, voice: str) -> Cue:
    """The cue of a clip that starts `begin` ms into the recording. `utterance` is its number in the script.

    Words that stand for the same displayed text (a number said as several) become one mark; words that stand
    for nothing displayed get none.
    """
    marks = _displayed(clip.marks, text, begin)
    return Cue(utterance, begin, begin + milliseconds(clip.audio), voice, tuple(marks))


def _displayed(marks: Iterable[Mark], text: SpokenText, begin: float) -> list[Mark]:
    """In order, without overlap, in the recording's time."""
    words: list[Mark] = []
    for mark in marks:
        start, end = text.displayed(mark.start, mark.end)
        if start >= end:
            continue
        word = Mark(start, end, begin + mark.begin, begin + mark.finish)
        if words and start < words[-1].end:
            word = _joined(words.pop(), word)
        words.append(word)
    return words


def _joined(first: Mark, second: Mark) -> Mark:
    return Mark(
        min(first.start, second.start),
        max(first.end, second.end),
        min(first.begin, second.begin),
        max(first.finish, second.finish),
    )
