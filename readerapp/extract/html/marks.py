"""Tells what stands in lines of text without being said: marks of notes, and what is struck out."""

import re
from typing import Final

from lxml import etree

from .vocabulary import NOTE_MARK, STRUCK

LOOKED_AT: Final = frozenset(("sup", "a", "del", "s", "strike"))
"""Elements that may be such marks, whatever attributes they have."""
_STRUCK: Final = frozenset(("del", "s", "strike"))
_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[^\W\d_]|[*†‡§]{1,3})[\])]?(?:\s*,\s*\[?\d{1,3}\]?){0,9}")
_BRACKETED: Final = re.compile(r"\[(?:\d{1,3}|[^\W\d_]|(?:not|note|прим)\.? ?\d{1,3})\]|[*†‡]{1,3}", re.IGNORECASE)
_BACK: Final = re.compile(r"[↩↑↵⏎⤴⬆^\ufe0e\ufe0f]{1,4}")
"""What leads from a note back to its mark; no voice has a word for it."""
_NAMED: Final = re.compile(
    r"(?<![^\W\d_])(?:foot|end)?(?:note?|ref|reference|fn|cite|fotnot|sn)(?![a-z]{3})", re.IGNORECASE
)
_LONGEST: Final = 40


def silent(el: etree._Element, tag: str) -> str | None:
    """Why an element in a line of text is not said, if it is not."""
    if tag in _STRUCK:
        return STRUCK
    if el.get("role") == "doc-noteref":
        return NOTE_MARK
    return NOTE_MARK if (tag == "sup" or _leads_down(el)) and _is_mark(el, tag) else None


def _is_mark(el: etree._Element, tag: str) -> bool:
    """Whether an element is the number of a note: by its brackets, or by where it leads or what it is called."""
    text = _short(el)
    if text is None or _MARK.fullmatch(text) is None:
        return text is not None and tag == "a" and _BACK.fullmatch(text) is not None
    if _BRACKETED.fullmatch(text):
        return True
    if tag == "a":
        return bool(_NAMED.search(f"{el.get('class', '')} {el.get('id', '')} {el.get('href', '')}")) and _raised(el)
    around = el.getparent()
    leads = any(_leads_down(a) for a in el.iter("a")) or (around is not None and _leads_down(around))
    return leads or bool(_NAMED.search(f"{el.get('class', '')} {el.get('id', '')}"))


def _raised(el: etree._Element) -> bool:
    return any(part.tag == "sup" for part in el.iter("sup")) or "sup" in el.get("class", "").lower()


def _leads_down(el: etree._Element) -> bool:
    return el.tag == "a" and "#" in el.get("href", "")[:400]


def _short(el: etree._Element) -> str | None:
    """The element's text, unless it is too long for a mark."""
    text = ""
    for part in el.itertext():
        text += part
        if len(text) > _LONGEST:
            return None
    return text.strip() or None
