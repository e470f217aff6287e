"""Cutting a block's text into segments: at language borders, at sentences, and inside sentences too long to wait for.

Every character that is not white space ends up in exactly one segment. A piece with nothing to say (a lone bracket
between two languages, an emoji after a full stop) stays with its neighbour.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model import Substitution

LONGEST = 350
"""Characters of a sentence that is said in one go; a listener's player starts on whole utterances."""
_SHORTEST = 60
"""Characters that a cut leaves on each side, so that no word is said by itself."""
_SENSE = (
    re.compile(r"[;:](?=\s)|\s[–—](?=\s)"),
    re.compile(r",(?=\s)"),
    re.compile(r"(?=\s(?:och|eller|men|samt|att|som|и|или|но|а|что|который|and|or|but|that|which)\s)"),
    re.compile(r"(?=\s)"),
)
_SYMBOLS = frozenset("%‰§€£$&№")


class Span(NamedTuple):
    """A stretch of text and whether a sentence ends with it."""

    start: int
    end: int
    ends: bool = True


def sounds(text: str) -> bool:
    """Whether a text has anything to say."""
    return any(letter.isalnum() or letter in _SYMBOLS for letter in text)


def sounding(text: str, borders: Sequence[int]) -> list[int]:
    """The borders after which there is something to say before the next one."""
    ends = [*borders[1:], len(text)]
    return [start for start, end in zip(borders, ends, strict=True) if sounds(text[start:end])]


Read = Callable[[str], Sequence[Substitution]]


def spans(text: str, starts: Sequence[int], read: Read) -> Iterator[Span]:
    """The segments of a text whose sentences begin at `starts`, without the white space around them.

    `read` tells what a sentence that is too long must not be cut inside of.
    """
    sentences = _pieces(text, sorted({0, *starts}))
    cuts = {
        start + cut
        for start, end in sentences
        if end - start > LONGEST
        for cut in _cuts(text[start:end], read(text[start:end]))
    }
    for start, end in _pieces(text, sorted({*(start for start, _ in sentences), *cuts})):
        piece = text[start:end]
        begin, finish = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        yield Span(begin, finish, end not in cuts)


def _pieces(text: str, borders: Sequence[int]) -> list[tuple[int, int]]:
    """The text cut at the borders; a piece with nothing to say goes with the one before it, or else after it."""
    begins = [0, *sounding(text, borders)[1:], len(text)]
    return list(pairwise(begins))


def outside(position: int, readings: Sequence[Substitution]) -> int:
    """The position, or the beginning of the reading that it falls inside of."""
    reading = _touched(position, readings)
    return reading.start if reading else position


def _cuts(text: str, readings: Sequence[Substitution]) -> Iterator[int]:
    """Where a sentence that is too long is cut: as late as possible at the strongest border there is."""
    start = 0
    while len(text) - start > LONGEST:
        start = _cut(text, start, len(text), readings)
        if start < len(text):
            yield start


def _cut(text: str, start: int, end: int, readings: Sequence[Substitution]) -> int:
    limit = min(start + LONGEST, end - _SHORTEST)
    for border in _SENSE:
        places = [match.end() for match in border.finditer(text, start + _SHORTEST, limit)]
        for place in reversed(places):
            if not _inside(place, readings):
                return place
    reading = _touched(limit, readings)
    return reading.end if reading else limit


def _touched(position: int, readings: Sequence[Substitution]) -> Substitution | None:
    """The reading that a position falls inside of, if any."""
    number = bisect_left(readings, position, key=lambda reading: reading.start) - 1
    return readings[number] if number >= 0 and readings[number].end > position else None


def _inside(position: int, readings: Sequence[Substitution]) -> bool:
    return _touched(position, readings) is not None
