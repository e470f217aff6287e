"""Reports what of a page is not read, part by part, with the rule that said so."""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from ..model import Skipped
from .clean import TITLE
from .locators import Paths
from .outline import Chunk, Outline, count_words
from .region import Choice
from .vocabulary import NEVER, OUTSIDE

LONGEST: Final = 200
"""Characters of a part's text that are quoted."""
MOST: Final = 300
"""Parts that are reported."""
_PATIENCE: Final = 2000
"""Texts looked at to quote from a part that was not walked."""


def leftovers(out: Outline, choice: Choice, paths: Paths) -> tuple[Skipped, ...]:
    """Everything with words that is not read, in the page's order."""
    kept: set[int] = set()
    for c in choice.kept:
        kept.update(out.ancestors(c.node))
    parts: dict[tuple[int, str], list[Chunk]] = {}
    for c in out.chunks:
        why = choice.left.get(c)
        if why and why[0] != TITLE and c.words:
            rule, node = why
            parts.setdefault((_widest(out, node, kept) if rule == OUTSIDE else node, rule), []).append(c)
    found = [
        Skipped(
            rule, " ".join(c.text for c in held)[:LONGEST], sum(c.words for c in held), paths.path(out.elements[node])
        )
        for (node, rule), held in list(parts.items())[:MOST]
    ]
    return (*found, *_unwalked(out.unread, paths))


def _widest(out: Outline, node: int, kept: set[int]) -> int:
    """The widest element around a node that holds nothing that is read."""
    while (
        out.parents[node] >= 0 and out.parents[node] not in kept and out.tags[out.parents[node]] not in ("body", "html")
    ):
        node = out.parents[node]
    return node


def _unwalked(unread: Iterable[tuple[etree._Element, str]], paths: Paths) -> list[Skipped]:
    found: list[Skipped] = []
    for el, rule in unread:
        if len(found) >= MOST:
            break
        text = _text(el)
        if any(ch.isalnum() for ch in text):
            found.append(Skipped(rule, text[:LONGEST], count_words(text), paths.path(el)))
    return found


def _text(el: etree._Element) -> str:
    said = []
    for seen, part in enumerate(el.iter()):
        if seen > _PATIENCE:
            break
        if part.tag not in NEVER:
            said.append(part.text or "")
        if part is not el:
            said.append(part.tail or "")
    return " ".join("".join(said).split())
