"""Reads the facts that stand right beside a text in parts of their own: numbers of a case, hours, a table of fees.

Their shape is one witness, names with what they tell or rows of a list or a table, none of which leads anywhere. Their
place is the other: beside the text, in a part that holds no other.
"""

from collections.abc import Iterator
from typing import Final

from ..dates import written
from .choice import Choice
from .clean import look
from .outline import Chunk, Outline
from .phrases import phrase
from .roles import line_role
from .stories import is_story
from .vocabulary import DECORATION, HEADINGS, OUTSIDE
from .worth import LISTED

_UP: Final = 2
"""Elements up from what holds the text beside whose children facts are looked for."""
_WHOLE: Final = frozenset(("body", "html"))
_INPUTS: Final = ("input", "button", "select", "textarea", "iframe")
_CAPTIONS: Final = frozenset(("caption", "figcaption"))
_NAME: Final = 4
"""Words of a name."""
_LONGEST: Final = 120
"""Stretches of text in one part."""
_ROWS: Final = 2
"""Rows that make facts of what stands in no list and in no table."""
_MOSTLY: Final = 4
"""Rows to each that tells of the page, as a vacancy's do of the day on which it was published."""
_LINES: Final = 3
"""Lines of one make, without names."""
_LINE: Final = 8
"""Words of one."""


def facts(out: Outline, choice: Choice) -> set[Chunk]:
    """What was left out of parts beside the text that hold nothing but facts."""
    good = [c for c in choice.kept if c.value > 0 and not c.forced]
    if choice.links or not good:
        return set()
    story = is_story(out, good)  # lists beside it are the publisher's own
    inner = _around(out, good[0].node, good[-1].node)
    members: set[Chunk] = set()
    for n in out.ancestors(inner)[: _UP + 1]:
        if n < 0 or out.tags[n] in _WHOLE:
            break
        parts = _parts(out, choice, n, inner)
        whole = {p for p, chunks in parts.items() if (_is_table(out, chunks) if story else _is_one(out, p, chunks))}
        members.update(_under_names(out, parts, whole))
        if not story:
            members.update(_fields(out, parts))
    return members


def _around(out: Outline, first: int, last: int) -> int:
    """The innermost element around two others."""
    return next(n for n in out.ancestors(first) if out.holds(n, last))


def _parts(out: Outline, choice: Choice, n: int, inner: int) -> dict[int, list[Chunk]]:
    """The parts right in an element, but for that which holds the text, of which nothing is read."""
    parts: dict[int, list[Chunk]] = {}
    for c in out.chunks:
        around = out.ancestors(c.node)
        at = around.index(n) if n in around else 0
        if at and not out.holds(around[at - 1], inner):
            parts.setdefault(around[at - 1], []).append(c)
    return {part: chunks for part, chunks in parts.items() if _are_left(out, choice, part, chunks)}


def _are_left(out: Outline, choice: Choice, part: int, chunks: list[Chunk]) -> bool:
    if len(chunks) > _LONGEST or next(out.elements[part].iter(*_INPUTS), None) is not None:
        return False
    return all(
        choice.left.get(c, ("", 0))[0] in (OUTSIDE, DECORATION)
        and not (c in choice.sure or c in out.shared or c.image)
        and not (c.linked and out.to_page(c))
        for c in chunks
    )


def _fields(out: Outline, parts: dict[int, list[Chunk]]) -> set[Chunk]:
    """What is in parts that hold names and what they tell, if there are some in all."""
    rows = {part: list(_rows(out, chunks)) for part, chunks in parts.items()}
    if sum(map(len, rows.values())) < _ROWS or not any(_tells(row) for several in rows.values() for row in several):
        return set()
    return {c for part, several in rows.items() if several for c in parts[part]}


def _is_one(out: Outline, part: int, chunks: list[Chunk]) -> bool:
    """Whether a part is one list, table, or row of lines."""
    return _listed(out, chunks) or _alike(out, part, chunks)


def _under_names(out: Outline, parts: dict[int, list[Chunk]], whole: set[int]) -> Iterator[Chunk]:
    """What is in whole parts, each with the name that stands right before it as a part of its own."""
    before: list[Chunk] = []
    for part, chunks in parts.items():
        if part in whole:
            yield from before if len(before) == 1 and _is_name(out, before[0]) else ()
            yield from chunks
        before = chunks


def _listed(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether there are only rows of a list or a table, few about the page, under a heading, name or caption."""
    rows = [c for c in chunks[_is_name(out, chunks[0]) :] if out.tags[c.node] not in _CAPTIONS]
    about = sum(_about_page(c.text) for c in rows)
    return len(rows) >= max(_ROWS, _MOSTLY * about + 1) and all(out.tags[c.node] in LISTED for c in rows)


def _is_table(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether the rows are those of tables."""
    return _listed(out, chunks) and any(out.tags[c.node] == "td" for c in chunks)


def _is_name(out: Outline, c: Chunk) -> bool:
    """Whether a line is a heading, or as short as one and no row itself."""
    if out.tags[c.node] in HEADINGS:
        return True
    return out.tags[c.node] not in LISTED and c.words <= _NAME and not c.linked and c.text[-1] not in ".!?"


def _alike(out: Outline, part: int, chunks: list[Chunk]) -> bool:
    """Whether there are only short lines of one make, as beside signs of a calendar and a map, that tell something."""
    looks = {look(out, c) for c in chunks if out.parents[c.node] != part or out.classes[c.node]}
    short = all(c.words <= _LINE and not c.linked and not _about_page(c.text) for c in chunks)
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
    if name is None and not any(_about_page(f"{label}: {value}") for label, value in rows):
        yield from rows


def _about_page(line: str) -> bool:
    """Whether a line speaks of the page: when it was changed, by whom, how to share it."""
    words = len(line.split())
    return phrase(line, words) is not None or line_role(line, words) is not None


def _tells(row: tuple[str, str]) -> bool:
    """Whether a row tells something that is nobody's name and no day."""
    _, value = row
    return not written(value) and any(word[0].islower() or not word.isalpha() for word in value.split())
