"""Reads a page of links or teasers as what it is: its headings and what stands under them."""

from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .vocabulary import ADVERT, CONSENT, CONTROL, FEEDBACK, FORM, FRAME, HEADINGS, MENU, OUTSIDE, SHARE, SUBSCRIBE

FEWEST: Final = 3
"""Links that make a page of links."""
MOSTLY: Final = 2
"""How many words of links there are for each other word of a page that is one of links."""
_FRAMES: Final = frozenset("nav aside footer form menu button search".split())
_NOT_LISTS: Final = frozenset((MENU, FRAME, CONSENT, CONTROL, FORM, SHARE, ADVERT, SUBSCRIBE, FEEDBACK))
_SURE: Final = 3


def listing(out: Outline, titles: frozenset[str] = frozenset()) -> Choice | None:
    """What is read of a page of links, or None where the page is none."""
    frame = {n for n in range(len(out.elements)) if _frames(out, n)}
    chunks = [c for c in out.chunks if frame.isdisjoint(out.ancestors(c.node)) and out.wording(c) is not FRAME]
    main = [c for c in chunks if any(_is_main(out, n) for n in out.ancestors(c.node))]
    chunks = [c for c in _from_title(out, main or chunks) if c.text.casefold() not in titles]
    if sum(c.linked > 0 for c in chunks) < FEWEST:
        return None
    entries = frozenset(chunks)
    reasons = {c: (OUTSIDE, c.node) for c in out.chunks if c not in entries}
    return Choice(chunks, reasons, links=sum(c.linked > 0 for c in chunks))


def leading_on(out: Outline, chunks: list[Chunk]) -> int:
    """How many links there are in what is read, where it is little but links to other pages; else none."""
    links = [c for c in chunks if c.linked and not out.reaches(c)]
    others = sum(c.words - c.linked for c in chunks if out.tags[c.node] not in HEADINGS)
    return len(links) if len(links) >= FEWEST and sum(c.linked for c in links) >= MOSTLY * others else 0


def _from_title(out: Outline, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks from the page's first heading on, if there is one with most of them under it."""
    start = next((i for i, c in enumerate(chunks) if out.tags[c.node] == "h1"), 0)
    return chunks[start:] if start * 2 < len(chunks) else chunks


def _frames(out: Outline, n: int) -> bool:
    tag = out.tags[n]
    if tag in _FRAMES or out.roles.get(n) in ("navigation", "contentinfo", "search", "banner"):
        return True
    if tag == "header" and not any(_is_main(out, m) for m in out.ancestors(n)):
        return True
    hint = out.hints.get(n)
    return bool(hint and hint.level == _SURE and hint.rule in _NOT_LISTS)


def _is_main(out: Outline, n: int) -> bool:
    return n >= 0 and (out.tags[n] in ("main", "article") or out.roles.get(n) == "main")
