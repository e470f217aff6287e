"""Tells by its first letters whether a line may begin as a pattern does, to pass over all others at once."""

import re
from collections.abc import Iterator
from typing import Final

_BEGIN: Final = re.compile(r"[\W_]*([^\W_]{1,3})")
_WORD: Final = re.compile(r"[^\W\d_]{1,3}")
_MAYBE: Final = re.compile(r"[?*]|\{0,\d+\}")
"""What stands behind a group that a line may do without."""
_GROUP: Final = "(?:"


def beginnings(pattern: str) -> frozenset[str]:
    """The first letters, three at most, of what a pattern of small letters matches: words, or groups of them."""
    return frozenset(_begin(pattern))


def begin(lowercase: str) -> str:
    """The first letters of a line, three at most, behind whatever signs."""
    match = _BEGIN.match(lowercase)
    return match[1] if match else ""


def _begin(pattern: str) -> Iterator[str]:
    for alternative in _alternatives(pattern):
        if not alternative.startswith(_GROUP):
            yield from _WORD.findall(alternative)[:1]
            continue
        end = _closing(alternative)
        yield from _begin(alternative[len(_GROUP) : end])
        if maybe := _MAYBE.match(alternative, end + 1):
            yield from _begin(alternative[maybe.end() :])


def _alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are in no group."""
    start = depth = 0
    for i, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield pattern[start:i]
            start = i + 1
    yield pattern[start:]


def _closing(pattern: str) -> int:
    """Where the group that a pattern begins with ends."""
    depth = 0
    for i, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return i
    return len(pattern)
