"""Tells facts by their shape: names with what they tell, rows of a list or of a table, lines of one make."""

from collections.abc import Iterator
from typing import Final

from ..dates import written
from .clean import look
from .headed import tells_facts
from .outline import Chunk, Outline
from .phrases import phrase
from .roles import line_role
from .vocabulary import HEADINGS
from .worth import LISTED

_CAPTIONS: Final = frozenset(("caption", "figcaption"))
_NAME: Final = 4
"""Words of a name."""
_ROWS: Final = 2
"""Rows that make facts of what stands in no list and in no table."""
_MOSTLY: Final = 4
"""Rows to each that tells of the page, as a vacancy's do of the day on which it was published."""
_LINES: Final = 3
"""Lines of one make, without names."""
_LINE: Final = 8
"""Words of one."""


def tells_itself(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether a part tells facts under a heading, whom to call, or several things in lines of their own."""
    if out.tags[chunks[0].node] in HEADINGS:
        return tells_facts(out, chunks)
    return any(c.linked for c in chunks) or sum(_counts(c.text) for c in chunks) >= _ROWS


def _counts(line: str) -> bool:
    return any(sign.isdigit() for sign in line) and _tells(("", line))


def fields(out: Outline, parts: dict[int, list[Chunk]]) -> set[Chunk]:
    """What is in parts that hold names and what they tell, if there are some in all."""
    rows = {part: list(_rows(out, chunks)) for part, chunks in parts.items()}
    if sum(map(len, rows.values())) < _ROWS or not any(_tells(row) for several in rows.values() for row in several):
        return set()
    return {c for part, several in rows.items() if several for c in parts[part]}


def is_one(out: Outline, part: int, chunks: list[Chunk]) -> bool:
    """Whether a part is one list, table, or row of lines."""
    return _listed(out, chunks) or _alike(out, part, chunks)


def _listed(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether there are only rows of a list or a table, few about the page, under a heading, name or caption."""
    rows = [c for c in chunks[is_name(out, chunks[0]) :] if out.tags[c.node] not in _CAPTIONS]
    about = sum(about_page(c.text) for c in rows)
    return len(rows) >= max(_ROWS, _MOSTLY * about + 1) and all(out.tags[c.node] in LISTED for c in rows)


def is_table(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether the rows are those of tables."""
    return _listed(out, chunks) and any(out.tags[c.node] == "td" for c in chunks)


def is_name(out: Outline, c: Chunk) -> bool:
    """Whether a line is a heading, or as short as one and no row itself."""
    if out.tags[c.node] in HEADINGS:
        return True
    return out.tags[c.node] not in LISTED and c.words <= _NAME and not c.linked and c.text[-1] not in ".!?"


def _alike(out: Outline, part: int, chunks: list[Chunk]) -> bool:
    """Whether there are only short lines of one make, as beside signs of a calendar and a map, that tell something."""
    looks = {look(out, c) for c in chunks if out.parents[c.node] != part or out.classes[c.node]}
    short = all(c.words <= _LINE and not c.linked and not about_page(c.text) for c in chunks)
    return len(looks) == 1 and short and len(chunks) >= _LINES and sum(_tells(("", c.text)) for c in chunks) >= _ROWS


def _rows(out: Outline, chunks: list[Chunk]) -> Iterator[tuple[str, str]]:
    """Names and what they tell, if a part holds nothing but these and a heading."""
    rows: list[tuple[str, str]] = []
    name: Chunk | None = None
    for c in chunks[out.tags[chunks[0].node] in HEADINGS :]:
        label, _, value = c.text.partition(": ")
        if name is not None and out.holds(out.parents[name.node], c.node):
            rows.append((name.text.rstrip(":"), c.text))
            name = None
        elif name is None and value and len(label.split()) <= _NAME:
            rows.append((label, value))
        elif name is None and c.words <= _NAME and not c.linked and c.text[-1] not in ".!?":
            name = c
        else:
            return
    if name is None and not any(about_page(f"{label}: {value}") for label, value in rows):
        yield from rows


def about_page(line: str) -> bool:
    """Whether a line speaks of the page: when it was changed, by whom, how to share it."""
    words = len(line.split())
    return phrase(line, words) is not None or line_role(line, words) is not None


def _tells(row: tuple[str, str]) -> bool:
    """Whether a row tells something that is nobody's name and no day."""
    _, value = row
    return not written(value) and any(word[0].islower() or not word.isalpha() for word in value.split())
