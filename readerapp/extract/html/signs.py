"""Says what stands for a formula, a drawing or foreign letters in the text."""

import unicodedata
from typing import Final

from lxml import etree

_NOT_SAID: Final = frozenset(("annotation", "annotation-xml"))
_MOST: Final = 400
_KNOWN: Final = ("LATIN", "CYRILLIC")


def formula(math: etree._Element) -> str:
    """A formula by its alternative text, else by its own signs."""
    name = math.get("alttext") or math.get("aria-label")
    if name:
        return str(name)
    parts: list[str] = []
    walker = etree.iterwalk(math, events=("start",))
    for _, el in walker:
        if el.tag in _NOT_SAID:
            walker.skip_subtree()
        elif el.text and not el.text.isspace():
            parts.append(el.text.strip())
        if len(parts) > _MOST:
            break
    return " ".join(parts)


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
