"""What becomes of the readings of a whole text: spaces where words would touch, and the last full stop."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from ...model import Substitution
from ..rule import at_end
from .surface import lone_lookalikes

_OPENING: Final = frozenset("«„“")


def finish(text: str, substitutions: Sequence[Substitution]) -> Iterator[Substitution]:
    """Put spaces where the words would run into letters beside them: "3,8процента", "тел.+7"."""
    last = Substitution(0, 0, "", "")
    for reading in _with_lookalikes(text, [_without_full_stop(reading, text) for reading in substitutions]):
        wording = reading.spoken
        touching = text[reading.start - 1 : reading.start] if last.end < reading.start else last.spoken[-1:]
        before = " " if touching.isalnum() and wording[:1].isalnum() else ""
        following = text[reading.end : reading.end + 1]
        after = " " if (following.isalnum() or following in _OPENING) and wording[-1:].isalnum() else ""
        last = structs.replace(reading, spoken=f"{before}{wording}{after}") if before or after else reading
        yield last


def _with_lookalikes(text: str, substitutions: Sequence[Substitution]) -> Sequence[Substitution]:
    """And the lone Latin letters that stand for Russian words, where nothing has read them."""
    lone = list(lone_lookalikes(text))
    if not lone:
        return substitutions
    claims = bytearray(len(text))
    for reading in substitutions:
        claims[reading.start : reading.end] = b"\x01" * (reading.end - reading.start)
    letters = (Substitution(at, at + 1, word, "lookalike") for at, word in lone if not claims[at])
    return sorted([*substitutions, *letters], key=lambda reading: reading.start)


def _without_full_stop(reading: Substitution, text: str) -> Substitution:
    """A dot that also ends the sentence stays for the voice: "и т. д." at the end of the text."""
    last = reading.end - 1
    if text[last] == "." and at_end(text, reading.end) and reading.spoken:
        return structs.replace(reading, end=last)
    return reading
