"""The paragraphs of a text: lines that the page's width parted are one again, and the items of lists stand alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .lines import TextLine
from .wrapping import goes_on, joined

_MARK: Final = re.compile(r"(?:[-*•·‣▪●○]|(?P<number>\d{1,3})[.)]) (?=\S)")


class Paragraph(NamedTuple):
    """A paragraph, or an item of a list."""

    text: str
    indent: int = 0
    mark: int = 0
    """Characters that mark an item, its space included; 0 for what is none."""
    number: int | None = None
    """Of an item that bears one."""
    heading: int = 0
    """Its level; 0 for what is none."""


def paragraphs(lines: Sequence[TextLine], width: int) -> Iterator[Paragraph]:
    """The paragraphs among lines that no empty one parts."""
    group: list[TextLine] = []
    for line in lines:
        if group and not _continues(group, line, width):
            yield _paragraph(group)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group)


def _continues(group: Sequence[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line goes on with the paragraph: by the width of the page, or hanging under an item's first line."""
    first, continues = _MARK.match(group[0].text), goes_on(group[-1], line, width)
    mark = _MARK.match(line.text)
    if mark and (not continues or (first and _follows(first, mark))):
        return False
    return continues or (first is not None and line.indent > group[0].indent and not line.columns)


def _follows(first: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark is the next one of a list, and not a number that happens to begin a line."""
    if first["number"] is None or mark["number"] is None:
        return first[0] == mark[0] or first.end() != mark.end()
    return int(mark["number"]) == int(first["number"]) + 1


def _paragraph(lines: Sequence[TextLine]) -> Paragraph:
    text = joined([line.text for line in lines])
    mark = _MARK.match(text)
    if mark is None:
        return Paragraph(text, lines[0].indent)
    number = mark["number"]
    return Paragraph(text, lines[0].indent, mark.end(), None if number is None else int(number))
