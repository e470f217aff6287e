"""Finds what is read over an article though it stands outside of it: an alarm, and who wrote a letter.

An alarm is told by its role and by saying something by itself, before everything else on the page. A letter's text is
set as it was typed, and who wrote it can be reached by the line right over it.
"""

from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .phrases import phrase
from .vocabulary import COMMENTS, CONSENT, CONTROL, FORM, HEADINGS
from .witnesses import LINKED

_NO_ALARMS: Final = frozenset((COMMENTS, CONSENT, CONTROL, FORM))
"""What parts may be called that a system marks as alarms as well."""
_WORDS: Final = 150
"""Of an alarm."""
_NEAR: Final = 12
"""Stretches of text over a letter."""
_LINE: Final = 16


def openers(out: Outline, choice: Choice) -> set[Chunk]:
    """What of a page's alarms and of a letter's head is left out."""
    rest = {c for c in choice.left if c not in choice.sure and c not in out.shared and c.words}
    return _alarms(out, choice, rest) | _writer(out, choice, rest)


def _alarms(out: Outline, choice: Choice, rest: set[Chunk]) -> set[Chunk]:
    """What stands in alarms before the first text that is read."""
    alarms = {n for n, role in out.roles.items() if role == "alert"}
    if not alarms:
        return set()
    members = set(choice.kept)
    parts: dict[int, list[Chunk]] = {}
    for c in out.chunks:
        if c in members and c.value > 0:
            break
        for n in alarms.intersection(out.ancestors(c.node)):
            parts.setdefault(n, []).append(c)
    return {c for chunks in parts.values() if rest.issuperset(chunks) and _warns(out, chunks) for c in chunks}


def _warns(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether an alarm says something to whoever reads the page, and not of cookies or of a form."""
    around = {n for c in chunks for n in out.ancestors(c.node) if n in out.hints}
    if any(out.hints[n].rule in _NO_ALARMS for n in around) or any(_of_consent(c) for c in chunks):
        return False
    words = sum(c.words for c in chunks)
    sentences = any(c.value > 0 and c.linked <= LINKED * c.words for c in chunks)
    return sentences and words <= _WORDS and sum(c.linked for c in chunks) <= words / 2


def _of_consent(c: Chunk) -> bool:
    return phrase(c.text, c.words) == CONSENT


def _writer(out: Outline, choice: Choice, rest: set[Chunk]) -> set[Chunk]:
    """The first line between the headline and a letter by whose link somebody can be written to."""
    members = set(choice.kept)
    first = next((i for i, c in enumerate(out.chunks) if c.value > 0 and c in members), 0)
    if not first or "pre" not in (out.tags[n] for n in out.ancestors(out.chunks[first].node) if n >= 0):
        return set()
    over: list[Chunk] = []
    for c in reversed(out.chunks[max(0, first - _NEAR) : first]):
        if out.tags[c.node] in HEADINGS:
            break
        over.append(c)
    line = next((c for c in reversed(over) if out.reaches(c) and c.words <= _LINE), None)
    return {line} & rest if line else set()
