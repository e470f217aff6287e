"""Leaves out a question that buttons answer: whether the page was of use, whatever words it is asked in."""

from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .vocabulary import FEEDBACK

_QUESTION: Final = 12
"""Words of it."""
_ANSWER: Final = 2
"""Words on a button; buttons, and sentences of a page, at least."""
_NEAR: Final = 4
"""Stretches of text behind it."""


def on_buttons(out: Outline, choice: Choice) -> dict[Chunk, tuple[str, int]]:
    """The questions that are read, behind each of which nothing but buttons stands, in a part of their own."""
    if sum(c.value > 0 for c in choice.kept) < _ANSWER:
        return {}
    return {
        c: (FEEDBACK, c.node)
        for i, c in enumerate(out.chunks)
        if c.text.endswith("?") and c.words <= _QUESTION and not (c.linked or c.forced or c in choice.left)
        if _pressed(out, c, out.chunks[i + 1 : i + 1 + _NEAR])
    }


def _pressed(out: Outline, c: Chunk, following: list[Chunk]) -> bool:
    """Whether a part holds a line and buttons of a word or two, and no more."""
    part, counts = out.parents[c.node], out.counts()
    if part < 0:
        return False
    answers = [a for a in following if out.tags[a.node] == "button" and a.words <= _ANSWER and out.holds(part, a.node)]
    whole = counts.within(counts.words, part) == c.words + sum(a.words for a in answers)
    return len(answers) >= _ANSWER and whole
