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
from .unwalked import texts
from .vocabulary import HEADINGS, MANY, OUTSIDE

MOST: Final = 300
"""Parts that are reported."""
_PATIENCE: Final = 2000
"""Texts looked at to quote from a part that was not walked, and parts counted past those that are reported."""
_FOLLOWING: Final = etree.XPath(
    "descendant-or-self::text() | following::text()[not(parent::script or parent::style)]", smart_strings=False
)
_SIGNS: Final = ".,:;!?)”»"
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
    closed_parts, others = _unwalked(out, paths)
    end = () if out.cut is None else (_told(TOO_LONG, _FOLLOWING(out.cut), paths.path(out.cut)),)
    rest = (Skipped(MANY, "", more + others, ""),) if more + others else ()
    return (*reports, *closed_parts, *rest, *end)


def beyond(html: str) -> tuple[Skipped, ...]:
    """What lies behind the part of a page that is read at all, if anything does; no path leads there."""
    report = _told(TOO_LONG, [_TAG.sub(" ", html)], "")
    return (report,) if report.words else ()


def _told(rule: str, pieces: Iterable[str], path: str) -> Skipped:
    parts = list(pieces)
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


def _unwalked(out: Outline, paths: Paths) -> tuple[list[Skipped], int]:
    """The parts that were not walked, and the words of those that are too many to be told."""
    reports: list[Skipped] = []
    others, apart = 0, out.apart
    for el, rule in out.unread[: MOST + _PATIENCE]:
        parts = apart[el] if el in apart else texts(el)
        begin = _begin(parts)
        if not begin or not (begin[0].isalnum() or any(map(str.isalnum, begin))):
            continue
        words = count_words(" ".join(parts))
        if len(reports) < MOST:
            reports.append(Skipped(rule, begin, words, paths.path(el)))
        else:
            others += words
    return reports, others


def _begin(parts: list[str]) -> str:
    """What a part says first: texts are words apart, but for the sign that follows right on one."""
    begin = ""
    for text in parts:
        begin += text if text[0] in _SIGNS else f" {text}"
        if len(begin) > LONGEST and len(begin := squeeze(begin)) > LONGEST:
            break
    return squeeze(begin)[:LONGEST]
