"""Leaves out the lines inside the article's region that are not part of the article."""

import re
from typing import Final

from .phrases import is_dateline, phrase
from .vocabulary import BYLINE, COMMENTS, DECORATION, HEADINGS, RELATED, SHARE, SUBSCRIBE
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
    home: tuple[str | None, ...] = ()
    cut: str | None = None
    for i, c in enumerate(chunks):
        if c.words <= 40 and _CREDIT.match(c.text):
            c.caption = True
        tag = out.tags[c.node]
        if cut and not (good[i] and c.linked <= 0.3 * c.words and c.words >= 15 and _setting(out, c) == home):
            gone[i] = cut
            continue
        cut = None
        edge = before < _EDGE * total or before > (1 - _EDGE) * total
        again = chunks[i - 1].node == c.node and gone.get(i - 1) in (SHARE, SUBSCRIBE) if i else False
        in_table = tag in ("td", "th")
        rule = None if in_table and not c.linked else phrase(c.text, c.words)
        if again and rule is None:
            rule = gone[i - 1]
        if rule is BYLINE and not edge:
            rule = None
        if rule is None and edge and tag not in _LISTED and is_dateline(c.text, c.words):
            rule = BYLINE
        if rule:
            gone[i] = rule
            if rule in (RELATED, COMMENTS) and c.words <= 8 and before > 0.2 * total:
                cut = rule
        elif c.text.casefold() in titles and before < 0.3 * total:
            gone[i] = TITLE
        elif only_link(c) and not c.outward and tag not in HEADINGS and not in_table:
            gone[i] = RELATED
        elif not in_table and (c.text.isdigit() or not any(ch.isalnum() for ch in c.text)):
            gone[i] = DECORATION
        elif good[i]:
            before += c.words
            home = _setting(out, c)
    trim(out, chunks, good, gone)
    return [c for i, c in enumerate(chunks) if i not in gone], gone


def _setting(out: Outline, c: Chunk) -> tuple[str | None, ...]:
    parent = out.parents[c.node]
    return (out.tags[c.node], out.tags[parent], out.elements[parent].get("class")) if parent >= 0 else ()


def only_link(c: Chunk) -> bool:
    """Whether a link is nearly all there is."""
    return c.linked > 0 and c.words - c.linked <= 1


def trim(out: Outline, chunks: list[Chunk], good: list[bool], gone: dict[int, str]) -> None:
    """Leave out the scraps before the first and after the last good text, and headings over nothing."""

    homes = {_setting(out, c) for i, c in enumerate(chunks) if good[i] and i not in gone and out.tags[c.node] == "p"}

    def weak(i: int) -> bool:
        c = chunks[i]
        if good[i] or i in gone or c.caption:
            return i in gone or c.caption
        if i + 1 < len(chunks) and chunks[i + 1].node == c.node and i + 1 not in gone and good[i + 1]:
            return False
        if c.linked == 0 and _setting(out, c) in homes:
            return False
        quoted = any(out.tags[n] == "blockquote" for n in out.ancestors(c.node)[:2])
        listed = quoted or (out.tags[c.node] in _LISTED and c.linked == 0)
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
