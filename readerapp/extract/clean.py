"""Leaves out the lines inside the article's region that are not part of the article."""

import re
from typing import Final

from .phrases import phrase
from .vocabulary import BYLINE, COMMENTS, DECORATION, HEADINGS, RELATED
from .walk import Chunk, Outline

_LISTED: Final = frozenset(("li", "td", "th", "dt", "dd", "blockquote"))
_CREDIT: Final = re.compile(r".*\((?:image|photo|picture|pic|foto|bild|фото)s?\b[^)]{0,60}\)\W*$", re.IGNORECASE)
_EDGE: Final = 0.15
TITLE: Final = "title"


def clean(out: Outline, chunks: list[Chunk], titles: frozenset[str]) -> tuple[list[Chunk], dict[int, str]]:
    """The chunks that stay, and the rule for each one (by its place) that does not."""
    gone: dict[int, str] = {}
    good = [c.value > 0 for c in chunks]
    total = sum(c.words for c, g in zip(chunks, good, strict=True) if g) or 1
    before = 0
    home = -1
    cut: str | None = None
    for i, c in enumerate(chunks):
        if c.words <= 40 and _CREDIT.match(c.text):
            c.caption = True
        tag = out.tags[c.node]
        if cut and not (good[i] and c.linked == 0 and c.words >= 15 and out.parents[c.node] == home):
            gone[i] = cut
            continue
        cut = None
        edge = before < _EDGE * total or before > (1 - _EDGE) * total
        in_table = tag in ("td", "th")
        rule = None if in_table and not c.linked else phrase(c.text, c.words)
        if rule is BYLINE and not edge:
            rule = None
        if rule:
            gone[i] = rule
            if rule in (RELATED, COMMENTS) and c.words <= 8 and before > 0.5 * total:
                cut = rule
        elif c.text.casefold() in titles and before < 0.3 * total:
            gone[i] = TITLE
        elif only_link(c) and not c.outward and tag not in HEADINGS and not in_table:
            gone[i] = RELATED
        elif not any(ch.isalnum() for ch in c.text):
            gone[i] = DECORATION
        elif good[i]:
            before += c.words
            home = out.parents[c.node]
    trim(out, chunks, good, gone)
    return [c for i, c in enumerate(chunks) if i not in gone], gone


def only_link(c: Chunk) -> bool:
    """Whether a link is nearly all there is."""
    return c.linked > 0 and c.words - c.linked <= min(2, c.linked)


def trim(out: Outline, chunks: list[Chunk], good: list[bool], gone: dict[int, str]) -> None:
    """Leave out the scraps before the first and after the last good text, and headings over nothing."""

    def weak(i: int) -> bool:
        c = chunks[i]
        if good[i] or i in gone or c.caption:
            return i in gone or c.caption
        listed = out.tags[c.node] in _LISTED and (c.linked == 0 or out.tags[c.node] == "blockquote")
        sentence = c.words - c.linked >= 8 and c.text[-1] in ".!?"
        return not (listed or sentence)

    last = len(chunks)
    while last and weak(last - 1):
        last -= 1
        gone.setdefault(last, DECORATION)
    first = 0
    while first < last and weak(first):
        first += 1
    while first and first - 1 not in gone and out.tags[chunks[first - 1].node] in HEADINGS - {"h1"}:
        first -= 1
    for i in range(first):
        if not chunks[i].caption:
            gone.setdefault(i, DECORATION)
    _drop_hollow_headings(out, chunks, gone)


def _drop_hollow_headings(out: Outline, chunks: list[Chunk], gone: dict[int, str]) -> None:
    following, level = False, 7
    for i in range(len(chunks) - 1, -1, -1):
        if i in gone:
            continue
        tag = out.tags[chunks[i].node]
        if tag not in HEADINGS:
            following, level = True, 7
        elif not following and int(tag[1]) >= level:
            gone[i] = DECORATION
        else:
            following, level = False, int(tag[1])
