"""Finds the files that belong to a text though they stand in a part of their own after it.

Two witnesses tell that they do: they stand in the smallest part of the page that holds the headline and the text, and
all links in their own part lead to files.
"""

from typing import Final

from .choice import Choice
from .leads import headline_before
from .outline import Chunk, Outline

_MOST: Final = 60
"""Stretches of text in a part of files."""
_TOP: Final = frozenset(("body", "html"))


def attached(out: Outline, choice: Choice, titles: frozenset[str]) -> set[Chunk]:
    """What was left out of parts after the text in which all links lead to files."""
    rest = {c for c in choice.left if c.linked and c not in choice.sure and out.document(c)}
    last = next((i for i in range(len(out.chunks) - 1, -1, -1) if _is_text(choice, out.chunks[i])), -1) if rest else -1
    head = headline_before(out, titles, last)
    if head < 0 or out.published:
        return set()
    text = out.chunks[last]
    whole = next(n for n in out.ancestors(out.chunks[head].node) if out.holds(n, text.node))
    if out.tags[whole] in _TOP:
        return set()
    depth = len(out.ancestors(whole)) + 1
    parts: dict[int, list[Chunk]] = {}
    for c in out.chunks[last + 1 :]:
        if out.holds(whole, c.node) and c.node != whole:
            parts.setdefault(out.ancestors(c.node)[-depth], []).append(c)
    return {
        c
        for n, chunks in parts.items()
        if not out.holds(n, text.node) and _of_files(out, choice, chunks, rest)
        for c in chunks
    }


def _is_text(choice: Choice, c: Chunk) -> bool:
    return c.value > 0 and c not in choice.left


def _of_files(out: Outline, choice: Choice, chunks: list[Chunk], rest: set[Chunk]) -> bool:
    """Whether nothing of a part is read, some of its lines lead to files, none leads elsewhere."""
    if rest.isdisjoint(chunks) or len(chunks) > _MOST:
        return False
    return all(c in rest or not (c.linked or c in choice.sure or out.wording(c)) for c in chunks)
