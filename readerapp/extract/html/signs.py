"""Says what stands for a formula, a drawing or foreign letters in the text."""

import unicodedata
from typing import Final

from lxml import etree

_NOT_SAID: Final = frozenset(("annotation", "annotation-xml"))
_MOST: Final = 400
_LONGEST: Final = 1000
"""Signs of one part of a formula."""
_UNSEEN: Final = " \t\r\n\f\u2061\u2062\u2063\u2064"
"""Spaces, and signs that only tell a machine that something is multiplied or applied."""
_BETWEEN: Final = {"mfrac": "⁄", "msup": "^"}
"""What stands between two parts of a formula that is written in one line."""
_KNOWN: Final = ("LATIN", "CYRILLIC")


def formula(math: etree._Element) -> str:
    """A formula by its alternative text, else by its own signs."""
    name = math.get("alttext") or math.get("aria-label")
    if name:
        return str(name)
    parts: list[list[str]] = [[]]
    walker = etree.iterwalk(math, events=("start", "end"))
    for count, (event, el) in enumerate(walker):
        if event == "start" and el.tag in _NOT_SAID:
            walker.skip_subtree()
        if event == "start":
            parts.append([(el.text or "")[:_LONGEST].strip(_UNSEEN)])
        elif el.tag in _NOT_SAID:
            parts.pop()
        else:
            inner = [part for part in parts.pop() if part]
            parts[-1].append(_line(str(el.tag), inner))
        if count > 2 * _MOST:
            break
    return " ".join(part for inner in parts for part in inner if part)


def _line(tag: str, parts: list[str]) -> str:
    """What an element of a formula holds, in one line: half of something is no one and two beside each other."""
    if tag in _BETWEEN and len(parts) == 2:
        return _BETWEEN[tag].join(map(_closed, parts))
    line = " ".join(parts)
    return f"√{_closed(line)}" if tag == "msqrt" and line else line


def _closed(part: str) -> str:
    return f"({part})" if " " in part else part


def picture(svg: etree._Element) -> str:
    """The name that a drawing has, or nothing for those that only decorate."""
    if svg.get("aria-hidden") == "true" or svg.get("role") == "presentation":
        return ""
    if svg.get("aria-label"):
        return str(svg.get("aria-label"))
    first = svg.find("title")
    return str(first.text or "") if first is not None else ""


def pronunciation(ruby_text: etree._Element) -> str:
    """What is written over letters to say how they are read, where it is written in letters that our voices know."""
    gloss = " ".join("".join(map(str, ruby_text.itertext())).split())
    letters = [sign for sign in gloss[:_MOST] if sign.isalpha()]
    known = bool(letters) and all(unicodedata.name(sign, "").startswith(_KNOWN) for sign in letters)
    return gloss[:_MOST] if known else ""
