"""Finds what stands on a page twice, for two widths of screen or as its list of contents, so that it is heard once."""

import re
from itertools import pairwise
from typing import Final

from ...text.cleaning import squeeze
from .outline import Chunk, Outline
from .vocabulary import HEADINGS, MENU, TWICE

_WIDTHS: Final = re.compile(
    r"(?<![^\W\d_])(?:xs|sm|md|lg|xl|mobile|mobil|phone|handheld|tablet|desktop|screen)(?![^\W\d_])", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"\A[\d.]+\s+")
_FEWEST: Final = 3


def copies(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """The second of two equal texts where a class says that one is for another width, or where they are neighbours."""
    first: dict[str, Chunk] = {}
    reasons: dict[Chunk, tuple[str, int]] = {}
    twins: dict[tuple[int, int], bool] = {}
    for c in chunks:
        if c.image:
            continue
        before = first.setdefault(c.text, c)
        parts = _parted(out, before, c) if before is not c else None
        if parts is None:
            continue
        if parts not in twins:
            twins[parts] = _twins(out, *parts)
        if twins[parts] or (c.words >= _FEWEST and any(_for_width(out, n) for n in parts)):
            reasons[c] = (TWICE, parts[1])
    return reasons


def contents(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """The links down the page that say no more than the headings that they lead to, in lists of such."""
    links = [c for c in chunks if c.linked and c.linked == c.words and out.tags[c.node] == "li" and _down(out, c)]
    if not links:
        return {}
    headings = {_bare(c.text) for c in chunks if out.tags[c.node] in HEADINGS}
    reasons = {c: (MENU, out.parents[c.node]) for c in links if _bare(c.text) in headings}
    names = {_bare(c.text) for c in reasons}
    heads = [(c, after) for c, after in pairwise(chunks) if out.tags[c.node] in HEADINGS and after in reasons]
    reasons.update((c, reasons[after]) for c, after in heads if _bare(c.text) not in names)
    return reasons


def _down(out: Outline, c: Chunk) -> bool:
    return (out.elements[c.link].get("href") or "").startswith("#")


def _bare(text: str) -> str:
    """A heading without its number."""
    return _NUMBERED.sub("", text).casefold()


def _parted(out: Outline, one: Chunk, other: Chunk) -> tuple[int, int] | None:
    """The two elements, beside each other in one parent, that the chunks stand in."""
    here, there = out.ancestors(one.node)[::-1], out.ancestors(other.node)[::-1]
    for a, b in zip(here, there, strict=False):
        if a != b:
            return (a, b) if a >= 0 and b >= 0 else None
    return None


def _for_width(out: Outline, n: int) -> bool:
    return _WIDTHS.search(out.classes[n] or "") is not None


def _twins(out: Outline, one: int, other: int) -> bool:
    """Whether two parts right beside each other, which go by other names, have the same text."""
    first, second = out.elements[one], out.elements[other]
    if first.getnext() is not second or out.classes[one] == out.classes[other]:
        return False
    return _text(out, one) == _text(out, other)


def _text(out: Outline, n: int) -> str:
    return squeeze("".join(out.elements[n].itertext()))
