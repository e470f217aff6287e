"""A Russian text as words with their neighbours, for rules that decide by them."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[А-Яа-яЁё\u0301]+(?:-[А-Яа-яЁё]+)*")
_ENDS: Final = frozenset(".!?;\n")


class Word(NamedTuple):
    """One word by its place in the text."""

    start: int
    end: int
    low: str
    """In small letters."""
    capital: bool
    joined: bool
    """Whether nothing but spaces, and no number, stands between it and the word before."""
    comma: bool
    """Whether a comma does."""
    opens: bool
    """Whether a sentence begins with it."""


Judge = Callable[[Sequence[Word], int], bool]
"""Whether the word at a place is the second of two that are written alike."""


def around(row: Sequence[Word], at: int, reach: int) -> Iterator[Word]:
    """The words of the same sentence, at most `reach` before and after the one at `at`."""
    for place in range(at - 1, max(-1, at - 1 - reach), -1):
        if row[place + 1].opens:
            break
        yield row[place]
    for word in row[at + 1 : at + 1 + reach]:
        if word.opens:
            break
        yield word


def near(*stems: str, reach: int = 5) -> Judge:
    """A judge that asks whether a word nearby begins with one of the stems."""
    return lambda row, at: any(word.low.startswith(stems) for word in around(row, at, reach))


def before(row: Sequence[Word], at: int) -> Word | None:
    """The word straight before, with nothing but spaces between."""
    return row[at - 1] if at and row[at].joined else None


def after(row: Sequence[Word], at: int) -> Word | None:
    """The word straight after, with nothing but spaces between."""
    return row[at + 1] if at + 1 < len(row) and row[at + 1].joined else None


def words(text: str) -> list[Word]:
    """Every word in order."""
    row: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()][:8]
        if row and between == " ":
            joined, comma, opens = True, False, False
        else:
            joined = bool(row) and not between.strip()
            comma = bool(row) and between.strip() == ","
            opens = not row or not _ENDS.isdisjoint(between)
        surface = match.group()
        row.append(Word(match.start(), match.end(), surface.lower(), surface[0].isupper(), joined, comma, opens))
        end = match.end()
    return row
