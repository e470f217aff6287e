"""Tells whether an element that follows right on another in a line begins a word of its own: a style sheet parts them.

A word that was pasted is cut into such elements as well: those have one look, no row, and go on in small letters.
"""

from typing import Final

from lxml import etree

BESIDE: Final = frozenset(("a", "span"))


def parted(el: etree._Element, tag: str, last: str, *, after_link: bool) -> bool:
    """Whether an element begins a word, right behind the last stretch of text in the line, which may be a link's."""
    text = el.text or " "
    if tag == "a" and after_link:
        return last[-1].isalnum() and not (len(last) == 1 and text[0].islower())
    before = el.getprevious()
    if before is None or before.tag not in BESIDE or before.tail or not el.text:
        return False
    if before.tag != tag and text[0].islower():
        return False  # as the ending of a word behind a link
    if len(text) == 1 or not (last[-1].isalnum() and text[0].isalnum()):
        return False
    if tag == "span" and el.get("class") == before.get("class"):
        return _begin_anew(last, text) and _in_row(el)  # else as a word pasted from a text processor is cut
    return len(last) > 1 or (last.isdigit() and text.isalpha())


def _begin_anew(last: str, text: str) -> bool:
    """Whether two stretches of text can be no one word: each is a time, or a small letter stands before a large one."""
    if last[-1].isdigit() and text[0].isdigit():
        return not (last.isdigit() or text.isdigit())
    return text[0].isupper() and not last[-1].isupper()


def _in_row(el: etree._Element) -> bool:
    """Whether an element is one of at least three beside each other, and no text stands before or between them."""
    around, before = el.getparent(), el.getprevious()
    if around is None or before is None or (around.text and not around.text.isspace()):
        return False
    third = el.getnext() if el.getnext() is not None else before.getprevious()
    return third is not None and third.tag == el.tag and not (el.tail or "").strip()
