"""Reports what of a page is not read, part by part, with the rule that said so."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from ...model import Skipped
from ...text.cleaning import squeeze
from ..limits import EXCERPT as LONGEST
from ..limits import TOO_LONG
from .choice import Choice
from .clean import TITLE
from .locators import Paths
from .outline import Chunk, Outline, count_words
from .vocabulary import BLOCK, HEADINGS, MANY, NEVER, OUTSIDE

MOST: Final = 300
"""Parts that are reported."""
_PATIENCE: Final = 2000
"""Texts looked at to quote from a part that was not walked, and parts counted past those that are reported."""
_FOLLOWING: Final = etree.XPath(
    "descendant-or-self::text() | following::text()[not(parent::script or parent::style)]", smart_strings=False
)
_APART: Final = BLOCK | {"a", "br", "img", "option"}
"""What parts texts: some of it is no block, and yet does."""
_TAG: Final = re.compile(r"<[^<>]*>")


def leftovers(out: Outline, choice: Choice, paths: Paths, title: str = "") -> tuple[Skipped, ...]:
    """Everything with words that is not read, in the page's order; a heading that says the title is read as that."""
    holders: set[int] = set()
    for c in choice.kept:
        holders.update(out.ancestors(c.node))
    parts: dict[tuple[int, str], list[Chunk]] = {}
    for c in out.chunks:
        why = choice.left.get(c)
        if why and why[0] != TITLE and c.words and not (out.tags[c.node] in HEADINGS and c.text == title):
            rule, node = why
            parts.setdefault((_widest(out, node, holders) if rule == OUTSIDE else node, rule), []).append(c)
    reports = [
        Skipped(
            rule,
            " ".join(c.text for c in chunks)[:LONGEST],
            sum(c.words for c in chunks),
            paths.path(out.elements[node]),
        )
        for (node, rule), chunks in list(parts.items())[:MOST]
    ]
    more = sum(c.words for chunks in list(parts.values())[MOST:] for c in chunks)
    closed_parts, others = _unwalked(out.unread, paths)
    end = () if out.cut is None else (_told(TOO_LONG, _FOLLOWING(out.cut), paths.path(out.cut)),)
    rest = (Skipped(MANY, "", more + others, ""),) if more + others else ()
    return (*reports, *closed_parts, *rest, *end)


def beyond(html: str) -> tuple[Skipped, ...]:
    """What lies behind the part of a page that is read at all, if anything does; no path leads there."""
    report = _told(TOO_LONG, [_TAG.sub(" ", html)], "")
    return (report,) if report.words else ()


def _told(rule: str, texts: Iterable[str], path: str) -> Skipped:
    parts = list(texts)
    begin = squeeze(" ".join(islice(parts, _PATIENCE))[: LONGEST * 20])
    return Skipped(rule, begin[:LONGEST], sum(len(part.split()) for part in parts), path)


def _widest(out: Outline, node: int, holders: set[int]) -> int:
    """The widest element around a node that holds nothing that is read."""
    while (
        out.parents[node] >= 0
        and out.parents[node] not in holders
        and out.tags[out.parents[node]] not in ("body", "html")
    ):
        node = out.parents[node]
    return node


def _unwalked(unread: Iterable[tuple[etree._Element, str]], paths: Paths) -> tuple[list[Skipped], int]:
    """The parts that were not walked, and the words of those that are too many to be told."""
    reports: list[Skipped] = []
    others = 0
    for el, rule in islice(unread, MOST + _PATIENCE):
        begin = _begin(el)
        if not begin or not (begin[0].isalnum() or any(map(str.isalnum, begin))):
            continue
        words = count_words(begin) if len(begin) < LONGEST else _words(el)
        if len(reports) < MOST:
            reports.append(Skipped(rule, begin, words, paths.path(el)))
        else:
            others += words
    return reports, others


def _begin(el: etree._Element) -> str:
    """What a part says first."""
    pieces: list[str] = []
    letters = 0
    for event, part in islice(etree.iterwalk(el, events=("start", "end")), 2 * _PATIENCE):
        tag = part.tag
        if tag in _APART:
            pieces.append(" ")
        text = (part.text if tag not in NEVER else None) if event == "start" else part.tail if part is not el else None
        if text and (bare := squeeze(text)):
            pieces.append(text)
            letters += len(bare)
            if letters > LONGEST:
                break
        elif text:
            pieces.append(" ")
    return squeeze("".join(pieces))[:LONGEST]


def _words(el: etree._Element) -> int:
    """How many words a part holds; where one is of several elements, it counts for each."""
    words = 0
    for part in islice(el.iter(etree.Element), _PATIENCE):
        words += count_words(part.text or "") if part.tag not in NEVER else 0
        words += count_words(part.tail or "") if part is not el else 0
    return words
