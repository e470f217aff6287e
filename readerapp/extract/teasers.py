"""Finds rows of teasers: likes beside each other that each lead to a page of the site and say a little of it."""

from typing import Final

from .outline import Chunk, Outline
from .vocabulary import RELATED

FEWEST: Final = 3
MOST_WORDS: Final = 80
MOST_CHUNKS: Final = 5
_ALIKE: Final = 0.8
_HEIGHT: Final = 4
"""How many elements up from its text a teaser may be."""
_NEVER: Final = frozenset(("p", "tr", "td", "th", "dd", "dt"))


def teasers(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """The chunks of teasers, with the rule and the element that holds the row."""
    rows: dict[tuple[int, str, str | None], dict[int, list[Chunk]]] = {}
    for c in chunks:
        node = c.node
        for _ in range(_HEIGHT):
            parent = out.parents[node]
            if parent < 0:
                break
            rows.setdefault((parent, out.tags[node], out.elements[node].get("class")), {}).setdefault(node, []).append(
                c
            )
            node = parent
    lost: dict[Chunk, tuple[str, int]] = {}
    for (parent, tag, _), members in rows.items():
        if len(members) >= FEWEST and tag not in _NEVER:
            alike = sum(is_teaser(out, held) for held in members.values())
            if alike >= max(FEWEST, _ALIKE * len(members)):
                lost.update((c, (RELATED, parent)) for held in members.values() for c in held)
    return lost


def is_teaser(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether a few chunks are a link with a few words about what it leads to."""
    head = next((c for c in chunks if c.linked), None)
    if head is None or len(chunks) > MOST_CHUNKS or sum(c.words for c in chunks) > MOST_WORDS:
        return False
    return head.linked >= 3 and head.words - head.linked <= 1 and not out.outward(head)
