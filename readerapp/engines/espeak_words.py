"""espeak-ng's events, made into marks of words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ..model import Mark
from .prepared import EngineText

WORD, END = 1, 5


class Event(NamedTuple):
    """What the library said while it spoke: `at` is a code point of the prepared text, `time` is in ms."""

    kind: int
    at: int
    time: float


def marks(text: EngineText, events: Sequence[Event], length: float) -> Iterator[Mark]:
    """One mark for each token that has a WORD event, in the source's characters; `length` ends the last.

    A number has several events and a hyphenated word two: the first counts. After an abbreviation's dot the
    library counts one character too few, so an event belongs to the token that it falls in or behind.
    """
    tokens = list(text.tokens())
    starts = [start for start, _ in tokens]
    last = -1
    for number, event in enumerate(events, 1):
        token = bisect_right(starts, event.at) - 1
        if event.kind == WORD and token > last:
            last = token
            until = _until(islice(events, number, None), starts, token, length)
            yield Mark(*text.source(*text.word(*tokens[token])), event.time, until)


def _until(later: Iterable[Event], starts: Sequence[int], token: int, length: float) -> float:
    """A word lasts until the next one begins or its clause ends."""
    for event in later:
        if event.kind == END or bisect_right(starts, event.at) - 1 > token:
            return event.time
    return length
