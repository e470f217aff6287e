"""Finds rows of teasers: likes beside each other that each lead to a page of the site and say a little of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .outline import Chunk, Outline
from .vocabulary import RELATED

FEWEST: Final = 3
MOST_WORDS: Final = 80
MOST_CHUNKS: Final = 5
_ALIKE: Final = 0.8
_CUT: Final = ("...", "…", "[…]", "[...]")
"""How a text ends that is cut short."""
_HEIGHT: Final = 4
"""How many elements up from its text a teaser may be."""
_Row = tuple[int, str, str | None]
"""A parent, and the tag and class that the members of the row have in common."""
_NEVER: Final = frozenset(("p", "tr", "td", "th", "dd", "dt"))


def teasers(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """The chunks of teasers, with the rule and the element that holds the row."""
    leading = [c for c in chunks if c.linked and leads_on(c)]
    if len(leading) < FEWEST:
        return {}
    heads = Counter(key for c in leading for key, _ in _stands(out, c.node))
    likely = {key for key, count in heads.items() if count >= FEWEST}
    if not likely:
        return {}
    rows: dict[_Row, dict[int, list[Chunk]]] = {}
    for c in chunks:
        for key, node in _stands(out, c.node):
            if key in likely:
                rows.setdefault(key, {}).setdefault(node, []).append(c)
    reasons: dict[Chunk, tuple[str, int]] = {}
    for (parent, tag, _), members in rows.items():
        if len(members) >= FEWEST and tag not in _NEVER:
            alike = sum(is_teaser(out, member) for member in members.values())
            if alike >= max(FEWEST, _ALIKE * len(members)):
                reasons.update((c, (RELATED, parent)) for member in members.values() for c in member)
    return reasons


def _stands(out: Outline, node: int) -> Iterator[tuple[_Row, int]]:
    """The rows that a chunk's element and those around it stand in, each with the member that it is part of."""
    for _ in range(_HEIGHT):
        parent = out.parents[node]
        if parent < 0:
            return
        yield (parent, out.tags[node], out.classes[node]), node
        node = parent


def leads_on(c: Chunk) -> bool:
    """Whether a chunk is a link of some words, and nothing else but the beginning of what it leads to."""
    if c.linked < FEWEST:
        return False
    return c.words - c.linked <= 1 or (c.words <= MOST_WORDS and c.text.endswith(_CUT) and _begins(c))


def _begins(c: Chunk) -> bool:
    """Whether a chunk begins with its link."""
    first = next((around for part, around in c.pieces if not part.isspace()), ())
    return c.link in first


def is_teaser(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether a few chunks are a link with a few words about what it leads to."""
    head = next((c for c in chunks if c.linked), None)
    if head is None or len(chunks) > MOST_CHUNKS or sum(c.words for c in chunks) > MOST_WORDS:
        return False
    return leads_on(head) and not (out.outward(head) or out.document(head) or _stays(out, head))


def _stays(out: Outline, c: Chunk) -> bool:
    """Whether a link leads nowhere: a script unfolds what stands under it."""
    href = out.elements[c.link].get("href") or ""
    return not href or href.startswith("#")


def headlines(out: Outline, chunks: list[Chunk], rest: set[Chunk]) -> set[Chunk]:
    """Of what was left out the line over each text of a row, where it is the only link there in nearly all of them."""
    texts = {c for c in chunks if c.value > 0 or (c.words >= FEWEST and not c.linked)}
    lines = [c for c in out.chunks if c in texts or (c in rest and c.linked)]
    if sum(c not in texts and after in texts for c, after in pairwise(lines)) < FEWEST:
        return set()
    rows: dict[_Row, dict[int, list[Chunk]]] = {}
    for c in lines:
        for key, node in _stands(out, c.node):
            rows.setdefault(key, {}).setdefault(node, []).append(c)
    heads: set[Chunk] = set()
    for (_, tag, _), members in rows.items():
        if len(members) >= FEWEST and tag not in _NEVER:
            over = [head for member in members.values() for head in _over_text(member, texts)]
            if len(over) >= max(FEWEST, _ALIKE * len(members)):
                heads.update(over)
    return heads


def _over_text(chunks: list[Chunk], texts: set[Chunk]) -> list[Chunk]:
    """The first link of the links and texts in one part, where it stands right over a text."""
    first = next((i for i, c in enumerate(chunks) if c not in texts), len(chunks))
    return chunks[first : first + 1] if any(c in texts for c in chunks[first + 1 : first + 2]) else []
