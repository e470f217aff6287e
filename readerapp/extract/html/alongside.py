"""Reads what stands right beside a text in parts of its own: opening hours, a table of fees, whom to call, a notice.

Its place is one witness: beside the text, in a part that holds no other, or in one box with it and the headline. The
other is its shape, facts none of which leads to another page, or that it is likely enough by all that can be counted.
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from ..dates import written
from .choice import Choice
from .facts import about_page, fields, is_name, is_one, is_table, tells_itself
from .headed import small_print
from .outline import Chunk, Outline
from .stories import is_story
from .vocabulary import DECORATION, HEADINGS, OUTSIDE

_KEPT: Final = ("", 0)
_PLACES: Final = frozenset((OUTSIDE, DECORATION))
"""Why something is left out for its place alone."""
_FOR_PLACE: Final = _PLACES | {""}
_UP: Final = 2
"""Elements up from what holds the text beside whose children facts are looked for."""
_BOX: Final = 3
"""The same for what shares the headline's box with the text, whatever it is."""
_SAYS: Final = 4
"""Words by which a part says something."""
_WHOLE: Final = frozenset(("body", "html"))
_INPUTS: Final = ("input", "button", "select", "textarea", "iframe")
_NOTES: Final = frozenset(("note", "alert"))
_LESSER: Final = HEADINGS - {"h1"}
_LONGEST: Final = 120
"""Stretches of text in one part."""


def alongside(out: Outline, choice: Choice) -> tuple[set[Chunk], list[list[Chunk]]]:
    """What was left out for its place alone, right beside the text: facts, and parts that are not told by their shape.

    The latter share the headline's box with the text, and are read where they are likely enough.
    """
    good = [c for c in choice.kept if c.value > 0 and not c.forced]
    if choice.links or not good:
        return set(), []
    story = is_story(out, good)  # lists beside it are the publisher's own
    inner = _around(out, good[0].node, good[-1].node)
    title = next((c.node for c in out.chunks if out.tags[c.node] == "h1"), None)
    members: set[Chunk] = set()
    others: list[list[Chunk]] = []
    around = list(takewhile(lambda n: n >= 0 and out.tags[n] not in _WHOLE, out.ancestors(inner)[: _BOX + 1]))
    near = [c for c in out.chunks if around and out.holds(around[-1], c.node)]
    if all(choice.left.get(c, _KEPT)[0] not in _PLACES for c in near):
        return members, others
    for up, n in enumerate(around):
        if up > _UP and title is None:
            break
        every = _children(out, near, n, inner)
        parts = _parts(out, choice, every)
        both = _with_names(out, parts)
        whole = {p for p, chunks in parts.items() if (is_table(out, chunks) if story else is_one(out, p, chunks))}
        if title is not None:
            members.update(_heads(out, choice, every))
            lines = [p for p in parts if p > title and _says_something(out, parts[p], before=p < good[0].node)]
            whole.update(p for p in lines if _belongs(out, choice, p, both[p]))
            others += [both[p] for p in lines if p not in whole and sum(c.words for c in both[p]) >= _SAYS]
            title = None if out.holds(n, title) else title
        members.update(c for p in whole for c in both[p])
        if not story:
            members.update(fields(out, parts))
    return members, others


def _around(out: Outline, first: int, last: int) -> int:
    """The innermost element around two others."""
    return next(n for n in out.ancestors(first) if out.holds(n, last))


def _children(out: Outline, near: list[Chunk], n: int, inner: int) -> dict[int, list[Chunk]]:
    """What is in each part right in an element; nothing for the headline, and for what holds the text."""
    every: dict[int, list[Chunk]] = {}
    for c in near:
        if n < c.node <= out.ends[n]:
            around = out.ancestors(c.node)
            every.setdefault(around[around.index(n) - 1], []).append(c)
    return {p: [] if out.tags[p] == "h1" or out.holds(p, inner) else chunks for p, chunks in every.items()}


def _parts(out: Outline, choice: Choice, every: dict[int, list[Chunk]]) -> dict[int, list[Chunk]]:
    """The parts of which not all is read, and nothing speaks against the rest but its place.

    Lines that stand there side by side without an element around them are one part, from each heading on.
    """
    parts: dict[int, list[Chunk]] = {}
    run: list[Chunk] | None = None
    for part, chunks in every.items():
        bare = all(c.node == part for c in chunks)
        if not _may_be_read(out, choice, part, chunks):
            run = None
        elif run is not None and bare and out.tags[part] not in HEADINGS:
            run.extend(chunks)
        else:
            parts[part] = list(chunks)
            run = parts[part] if bare else None
    return parts


def _heads(out: Outline, choice: Choice, every: dict[int, list[Chunk]]) -> Iterator[Chunk]:
    """Headings that were left out right before a part that begins with a sentence that is read."""
    for (part, before), (_, after) in pairwise(every.items()):
        over = len(before) == 1 and out.tags[before[0].node] in _LESSER and _may_be_read(out, choice, part, before)
        if over and after and after[0].value > 0 and after[0] not in choice.left:
            yield before[0]


def _belongs(out: Outline, choice: Choice, part: int, chunks: list[Chunk]) -> bool:
    """Whether a part belongs to the text: it tells facts, is a note or a fold, or some of it is read as it is."""
    begun = any(c not in choice.left for c in chunks)
    return begun or tells_itself(out, chunks) or _is_note_or_fold(out, part, chunks)


def _is_note_or_fold(out: Outline, part: int, chunks: list[Chunk]) -> bool:
    """Whether what a part holds is a note or something urgent by its role, or an answer that a press unfolds."""
    around = [n for n in out.ancestors(chunks[-1].node) if n >= part]
    return any(out.roles.get(n) in _NOTES or out.tags[n] == "details" for n in around)


def _may_be_read(out: Outline, choice: Choice, part: int, chunks: list[Chunk]) -> bool:
    if len(chunks) > _LONGEST or not any(c in choice.left for c in chunks):
        return False
    against = any(
        choice.left.get(c, _KEPT)[0] not in _FOR_PLACE
        or c in choice.sure
        or c in out.shared
        or c.image
        or (c.linked and out.to_page(c))
        for c in chunks
    )
    return not against and next(out.elements[part].iter(*_INPUTS), None) is None


def _says_something(out: Outline, chunks: list[Chunk], *, before: bool) -> bool:
    """Whether a part says a few words by itself, or whom to call, and nothing about the page."""
    if out.tags[chunks[-1].node] in HEADINGS or any(out.tags[c.node] == "h1" or about_page(c.text) for c in chunks):
        return False
    if all(small_print(out, c) or (c.value <= 0 and written(c.text)) for c in chunks):
        return False
    # whose text it is, and from when
    return not (before and any(written(c.text) for c in chunks) and not any(c.value > 0 for c in chunks))


def _with_names(out: Outline, parts: dict[int, list[Chunk]]) -> dict[int, list[Chunk]]:
    """The parts, each with the name that stands right before it as a part of its own."""
    before: list[Chunk] = []
    both: dict[int, list[Chunk]] = {}
    for part, chunks in parts.items():
        both[part] = [*before, *chunks] if len(before) == 1 and is_name(out, before[0]) else chunks
        before = chunks
    return both
