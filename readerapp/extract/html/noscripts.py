"""Closes in a noscript element what it leaves open, which would swallow the page behind it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

_ENDS: Final = re.compile(r"<(/?)noscript\b[^<>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_PARTS: Final = frozenset(
    "a article aside b center div font footer form header main nav ol p section span table ul".split()
)


def may_swallow(noscripts: Iterable[etree._Element]) -> bool:
    """Whether one of a page's noscript elements holds what it may leave open; to look through its text is dearer."""
    return any(
        next(el.iterdescendants("noscript", *_PARTS), None) is not None  # those in each other would be looked at twice
        for el in noscripts
    )


def closed_noscripts(html: str) -> str:
    """The page with what its noscript elements leave open closed in them."""
    start, pieces, at = -1, list[str](), 0
    for match in _ends(html):
        if not match[1]:
            start = match.end()
        elif start >= 0:
            if names := _open(html[start : match.start()]):
                pieces += (html[at : match.start()], *(f"</{name}>" for name in reversed(names)))
                at = match.start()
            start = -1
    return "".join((*pieces, html[at:])) if pieces else html


def _ends(html: str) -> Iterator[re.Match[str]]:
    """Where such elements begin and end; small letters are looked for by themselves, which is much quicker."""
    if "NOSCRIPT" in html:
        yield from _ENDS.finditer(html)
        return
    at = html.find("noscript")
    while at >= 0:
        begin = html.rfind("<", max(0, at - 2), at)
        if begin >= 0 and (match := _ENDS.match(html, begin)):
            yield match
        at = html.find("noscript", at + 1)


def _open(inside: str) -> list[str]:
    """The elements that a text opens and does not close, from the outside in."""
    stack: list[str] = []
    counts: Counter[str] = Counter()
    for closing, name in ((match[1], match[2].lower()) for match in _TAG.finditer(inside)):
        if name not in _PARTS:
            continue
        if not closing:
            stack.append(name)
            counts[name] += 1
        elif counts[name]:
            while stack and (last := stack.pop()):
                counts[last] -= 1
                if last == name:
                    break
    return stack
