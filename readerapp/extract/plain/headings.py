"""Which lines of a text head what follows: where a stroke or a mark says so, in capitals, or alone above a paragraph.

Cautiously: a heading that is read as a paragraph costs a listener little, a sentence that is read as one is lost in the
outline.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from .lines import TextLine, is_stroke
from .wrapping import ends_sentence

_LONGEST: Final = 80
_MARKED: Final = re.compile(r"(#{1,6}) (?=\S)")
_OPEN: Final = (",", ";", ":", "-", "–", "—", "/")
"""Ends of lines after which more is to come."""
_LETTERS: Final = 4
_PROSE: Final = 80
"""Characters of the running text that a line may head."""
_BEGINNING: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]? )?[^\W\d_a-zа-яåäöё]")
_WORD: Final = re.compile(r"[^\W\d_]{3}")


class Part(NamedTuple):
    """Lines that no empty one parts; with a `heading` level they are one line."""

    lines: Sequence[TextLine]
    heading: int = 0


def parts(groups: Sequence[Sequence[TextLine]]) -> list[Part]:
    """The groups with their headings told, in order; strokes are left out."""
    plain = [part for group in groups for part in _underlined(group)]
    pairs = zip_longest(plain, plain[1:])
    return [part if part.heading else _headed(part, following) for part, following in pairs]


def _underlined(group: Sequence[TextLine]) -> Iterator[Part]:
    """The group parted at its strokes; a line of about the length of the stroke right under it is a heading."""
    lines: list[TextLine] = []
    for line in group:
        if not is_stroke(line.text):
            lines.append(line)
            continue
        heads = lines and len(lines[-1].text) <= _LONGEST and len(lines[-1].text) <= 2 * len(line.text)
        if heads and lines[:-1]:
            yield Part(lines[:-1])
        if lines:
            yield Part(lines[-1:], 2 if line.text[0] == "=" else 3) if heads else Part(lines)
        lines = []
    if lines:
        yield Part(lines)


def _headed(part: Part, following: Part | None) -> Part:
    """The part, as a heading where it is a line alone that plainly is one."""
    if len(part.lines) > 1 or following is None:
        return part
    line = part.lines[0]
    if (mark := _MARKED.match(line.text)) and len(line.text) <= _LONGEST:
        return Part([line._replace(text=line.text[mark.end() :])], max(2, len(mark[1])))
    if _may_head(line) and (_capitals(line.text) or (not following.heading and _is_prose(following.lines))):
        return Part(part.lines, 2)
    return part


def _may_head(line: TextLine) -> bool:
    text = line.text
    if line.columns or len(text) > _LONGEST or ends_sentence(text) or text.endswith(_OPEN) or text[-1:].isdigit():
        return False
    return _BEGINNING.match(text) is not None and _WORD.search(text) is not None


def _capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _LETTERS


def _is_prose(lines: Sequence[TextLine]) -> bool:
    """Whether lines are running text: so many characters, and the last sentence has an end."""
    return sum(len(line.text) for line in lines) >= _PROSE and ends_sentence(lines[-1].text)
