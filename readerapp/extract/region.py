"""Chooses which part of a page is its article."""

from typing import Final

from .vocabulary import CAPTION, HEADINGS, Hint
from .walk import Chunk, Outline

SHARES: Final = {1: 0.35, 2: 0.6, 3: 0.9}
"""How much of the page's good text a part may hold and still be left out, by how sure its names are."""
LEAST: Final = 25
"""Words of good text that must be left, or the names are not believed."""
_OWN: Final = frozenset(("article", "main"))
_LISTED: Final = frozenset(("li", "td", "th", "dt", "dd"))
_ENDS: Final = ".!?…:”\"»)"
_LONGEST_CAPTION: Final = 70
_TEASERS: Final = 3


def appraise(out: Outline) -> None:
    """Give each chunk its value: much for sentences, a little less than nothing for scraps and links."""
    for c in out.chunks:
        own = c.words - 1.5 * c.linked
        if out.tags[c.node] in HEADINGS:
            c.value = 0.0
        elif own >= 8 or (own >= 4 and c.text[-1] in _ENDS):
            c.value = own**0.8
        elif c.linked == 0 and out.tags[c.node] in _LISTED:
            c.value = 0.0
        else:
            c.value = -min(4.0, 1.0 + 0.3 * c.linked)


def marks(out: Outline) -> list[list[int]]:
    """For each chunk the marked elements around it, from the inside out; captions are set apart."""
    hinted = out.hints
    nearest: list[tuple[int, ...]] = []
    for n, parent in enumerate(out.parents):
        above = nearest[parent] if parent >= 0 else ()
        nearest.append((n, *above) if n in hinted else above)
    found = []
    for c in out.chunks:
        mine = []
        for n in nearest[c.node]:
            if hinted[n].rule is CAPTION:
                c.caption = c.words <= _LONGEST_CAPTION
            else:
                mine.append(n)
        found.append(mine)
    return found


def vote(out: Outline) -> tuple[list[Chunk], dict[int, Hint]]:
    """Leave out the parts that names speak against, unless one holds too much of the page's good text."""
    around = marks(out)
    total = sum(c.value for c in out.chunks if c.value > 0) or 1.0
    held: dict[int, float] = {}
    for c, mine in zip(out.chunks, around, strict=True):
        for n in mine:
            held[n] = held.get(n, 0.0) + max(0.0, c.value)
    gone = {n: out.hints[n] for n, v in held.items() if v <= SHARES[out.hints[n].level] * total}
    for limit in (0, 1, 2, 3):
        left = {n: h for n, h in gone.items() if h.level > limit}
        kept = [c for c, mine in zip(out.chunks, around, strict=True) if not any(n in left for n in mine)]
        if sum(c.words for c in kept if c.value > 0) >= LEAST:
            return kept, left
    return out.chunks, {}


def drop_teasers(out: Outline, chunks: list[Chunk]) -> list[Chunk]:
    """Leave out rows of likes that each begin with a link of the site's own and say little more."""
    groups: dict[tuple[int, str, str | None], dict[int, list[Chunk]]] = {}
    for c in chunks:
        node = c.node
        for _ in range(4):
            parent = out.parents[node]
            if parent < 0:
                break
            key = (parent, out.tags[node], out.elements[node].get("class"))
            groups.setdefault(key, {}).setdefault(node, []).append(c)
            node = parent
    lost: set[int] = set()
    for key, members in groups.items():
        if len(members) >= _TEASERS and key[1] not in ("p", "tr", "td"):
            teasers = [m for m in members.values() if is_teaser(m)]
            if len(teasers) >= max(_TEASERS, 0.8 * len(members)):
                lost.update(id(c) for m in members.values() for c in m)
    return [c for c in chunks if id(c) not in lost]


def is_teaser(chunks: list[Chunk]) -> bool:
    """Whether a few chunks are a link with a few words about what it leads to."""
    words = sum(c.words for c in chunks)
    head = next((c for c in chunks if c.linked), None)
    if head is None or head.outward or words > 80 or len(chunks) > 5:
        return False
    return head.linked >= 3 and head.linked == head.words


def choose(out: Outline) -> list[Chunk]:
    """The chunks of the article's region, in order."""
    appraise(out)
    chunks, _ = vote(out)
    left = drop_teasers(out, chunks)
    if sum(c.words for c in left if c.value > 0) >= LEAST:
        chunks = left
    if not chunks:
        return []
    sums = [0.0] * len(out.elements)
    for c in chunks:
        sums[c.node] += c.value
    for n in range(len(sums) - 1, 0, -1):
        if out.parents[n] >= 0:
            sums[out.parents[n]] += sums[n]
    kids: dict[int, list[int]] = {}
    for n, p in enumerate(out.parents):
        if sums[n] > 0:
            kids.setdefault(p, []).append(n)
    best = max(range(len(sums)), key=lambda n: (sums[n] * bonus(out, n), n))
    while True:
        inner = [n for n in kids.get(best, ()) if sums[n] >= 0.8 * sums[best]]
        if not inner:
            break
        best = inner[0]
    roots = {best}
    node, parent = best, out.parents[best]
    for _ in range(3):
        if parent < 0:
            break
        for sib in kids.get(parent, ()):
            if sib != node:
                own = [c for c in chunks if sib in out.ancestors(c.node)]
                good = sum(c.words for c in own if c.value > 0)
                bad = sum(c.words for c in own if c.value <= 0 and out.tags[c.node] not in HEADINGS)
                if good > 10 * bad:
                    roots.add(sib)
        node, parent = parent, out.parents[parent]
    return [c for c in chunks if any(n in roots for n in out.ancestors(c.node))]


def bonus(out: Outline, n: int) -> float:
    el = out.elements[n]
    if out.tags[n] in _OWN or el.get("itemprop") == "articleBody" or el.get("role") in ("main", "article"):
        return 1.15
    return 1.0
