"""Chooses which stretches of a page are its article."""

from .vocabulary import HEADINGS
from .walk import Chunk, Outline

SHARES = {1: 0.35, 2: 0.6, 3: 0.9}
MIN_WORDS = 25
BONUS = frozenset(("article", "main"))


def appraise(out: Outline) -> None:
    for c in out.chunks:
        own = c.words - 1.5 * c.linked
        tag = out.tags[c.node]
        if tag in HEADINGS:
            c.value = 0.0
        elif own >= 8 or (own >= 4 and c.text[-1] in ".!?…:”\"»"):
            c.value = own**0.8
        else:
            c.value = -min(4.0, 1.0 + 0.3 * c.linked)


def vote(out: Outline, chunks: list[Chunk]) -> list[Chunk]:
    """Leave out what hints speak against, unless it holds too much of the page's good text."""
    total = sum(c.value for c in chunks if c.value > 0) or 1.0
    held: dict[int, float] = {}
    marks: list[list[int]] = []
    for c in chunks:
        mine = [n for n in out.ancestors(c.node) if n in out.hints]
        marks.append(mine)
        for n in mine:
            held[n] = held.get(n, 0.0) + max(0.0, c.value)
    gone = {n for n, v in held.items() if v <= SHARES[out.hints[n].level] * total}
    for limit in (0, 1, 2, 3):
        kept = [c for c, mine in zip(chunks, marks, strict=True) if not any(n in gone and out.hints[n].level > limit for n in mine)]
        if sum(c.words for c in kept if c.value > 0) >= MIN_WORDS:
            return kept
    return chunks


def choose(out: Outline) -> list[Chunk]:
    appraise(out)
    chunks = vote(out, out.chunks)
    if not chunks:
        return []
    sums = [0.0] * len(out.elements)
    for c in chunks:
        sums[c.node] += c.value
    for n in range(len(sums) - 1, 0, -1):
        if out.parents[n] >= 0:
            sums[out.parents[n]] += sums[n]
    best = max(range(len(sums)), key=lambda n: (sums[n] * bonus(out, n), n))
    # go down while one child holds nearly all
    while True:
        inner = [n for n in children(out, best) if sums[n] >= 0.8 * sums[best]]
        if not inner:
            break
        best = inner[0]
    inside = set()
    roots = {best}
    # expansion
    node, parent = best, out.parents[best]
    for _ in range(3):
        if parent < 0:
            break
        for sib in children(out, parent):
            if sib != node and sums[sib] > 0:
                own = [c for c in chunks if sib in out.ancestors(c.node)]
                good = sum(c.words for c in own if c.value > 0)
                bad = sum(c.words for c in own if c.value <= 0 and out.tags[c.node] not in HEADINGS)
                if good > 10 * bad:
                    roots.add(sib)
        node, parent = parent, out.parents[parent]
    kept = []
    for c in chunks:
        if any(n in roots for n in out.ancestors(c.node)):
            kept.append(c)
    return kept


def children(out: Outline, node: int) -> list[int]:
    return [n for n in range(node + 1, len(out.parents)) if out.parents[n] == node]


def bonus(out: Outline, n: int) -> float:
    el = out.elements[n]
    if out.tags[n] in BONUS or el.get("itemprop") == "articleBody" or el.get("role") in ("main", "article"):
        return 1.15
    return 1.0
