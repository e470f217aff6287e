"""Finds a page's text where its elements show none: for browsers without scripts, in linked data, or in its frames."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from lxml import etree

from .heads import Heads

_NOSCRIPT: Final = etree.XPath("//body//noscript")
_FRAMES: Final = etree.XPath("//frame[@src] | //iframe[@src]")
_LONGEST: Final = 2_000_000
_SHORTEST: Final = 20
"""Words that a text in linked data has, or it is only the page's description."""
_DEEPEST: Final = 12
_MAIN: Final = ("main", "content", "text", "body", "c", "right")


def without_scripts(root: etree._Element) -> bool:
    """Turn what is for browsers without scripts into parts of the page; say whether there was any."""
    noscripts = _NOSCRIPT(root)
    for el in noscripts:
        el.tag = "div"
    return bool(noscripts)


def told_in_data(heads: Heads, *, alone: bool = False) -> str | None:
    """The article that a page's linked data holds, as HTML; the longest of several, unless it has to be alone."""
    bodies: list[str] = []
    for el in heads.data():
        text = el.text or ""
        if "articleBody" in text and len(text) <= _LONGEST:
            try:
                bodies += _bodies(json.loads(text, strict=False), _DEEPEST)
            except (ValueError, RecursionError):
                continue
    if alone and len(bodies) > 1:
        return None
    whole = max(bodies, key=len, default="")
    if len(whole.split()) < _SHORTEST:
        return None
    if "</p>" in whole or "<br" in whole:
        return f"<article>{whole}</article>"
    lines = [line.strip() for line in whole.splitlines()]
    return f"<article>{''.join(f'<p>{escape(line)}</p>' for line in lines if line)}</article>"


def _bodies(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - JSON
    if depth and isinstance(value, dict):
        for name, inner in value.items():
            if name == "articleBody" and isinstance(inner, str):
                yield inner
            elif isinstance(inner, dict | list):
                yield from _bodies(inner, depth - 1)
    elif depth and isinstance(value, list):
        for inner in value:
            yield from _bodies(inner, depth - 1)


def main_frame(root: etree._Element) -> str | None:
    """The address of the frame that is likeliest to hold the page's text, as the page writes it."""
    frames = _FRAMES(root)
    if not frames or (frames[0].tag == "iframe" and len(frames) > 1):
        return None
    main = [f for f in frames if any(name in (f.get("name") or f.get("id") or "").lower() for name in _MAIN[:4])]
    return str((main or frames[-1:])[0].get("src"))
