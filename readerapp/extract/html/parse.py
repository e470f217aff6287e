"""Makes a tree of a page's text, whatever it is, in bounded time and memory."""

import re
from itertools import dropwhile
from typing import Final

from lxml import etree

from ...errors import PageEmpty
from ..limits import CHARACTERS as _LONGEST
from .bulk import without_bulk
from .noscripts import closed_noscripts, may_swallow

_LONG: Final = 8000
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{8000,}>?")
_MANY: Final = 400
"""Attributes of one element past which they are thrown away: the parser compares each with all the others."""
_FIT: Final = bytes(byte for byte in range(256) if byte >= 32 or byte in b"\t\n\r\f")
_CLEAN: Final = bytes(byte if byte in _FIT else 32 for byte in range(256))
_OPENS: Final = ord("<")
_TOO_DEEP: Final = "ERR_RESOURCE_LIMIT"
_TROUBLE: Final = frozenset((_TOO_DEEP, "ERR_INVALID_ENCODING"))
_IN_HEAD: Final = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
_NESTING: Final = re.compile(r"<(/?)(?!/?(?:p|h[1-6]|br|title|script|style|template|noscript)\b)[a-zA-Z][^<>]*>")


def parse(html: str) -> etree._Element:
    """The root of the tree, of as much as is read of a page. Raises PageEmpty where there is nothing to make one of."""
    return parsed(bounded(html)[0])


def at_once(utf8: bytes | None) -> etree._Element | None:
    """The root of the tree of a page in UTF-8 that is as pages should be: no text is made of it first.

    Nothing where it is too long, not all of it can be read, or it holds what no parser bears.
    """
    if utf8 is None or len(utf8) > _LONGEST or _has_long_tag(utf8):
        return None
    root, trouble = _tree(utf8)
    return None if trouble else root


def bounded(html: str) -> tuple[str, str]:
    """As much of a page as is read of it, without what no parser bears, and the rest."""
    text = _without_crowds(html)
    if len(text) > _LONGEST:
        text = without_bulk(text)
    return text[:_LONGEST], text[_LONGEST:]


def parsed(text: str, root: etree._Element | None = None) -> etree._Element:
    """The root of the tree of a text that is bounded, if not the one that was made at once. Raises PageEmpty."""
    too_deep = False
    if root is None:
        root, trouble = _tree(_encoded(text))
        too_deep = trouble == _TOO_DEEP
    if too_deep or (root is not None and may_swallow(root.iter("noscript"))):
        whole = closed_noscripts(text)
        if too_deep:
            whole = _NESTING.sub(" ", whole)
        if whole is not text:
            root, _ = _tree(_encoded(whole))
    if root is None:
        raise PageEmpty
    return root


def _begin_body(root: etree._Element) -> None:
    """Move what does not belong in the head to the body, as browsers do.

    Where a page leaves out the tags of head and body, the parser keeps elements that are younger than itself, such
    as main and article, in the head.
    """
    head = root.find("head")
    strays = [] if head is None else list(dropwhile(lambda child: child.tag in _IN_HEAD, head))
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = strays


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _tree(utf8: bytes) -> tuple[etree._Element | None, str]:
    """The root, and what was wrong with the page, if it was more than what browsers pass over as well."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    if utf8.translate(None, _FIT):  # what is left are signs that no page should have: to copy it all costs more
        utf8 = utf8.translate(_CLEAN)
    try:
        root = etree.fromstring(utf8, parser)
    except etree.XMLSyntaxError:
        return None, ""
    if root is not None:
        _begin_body(root)
    return root, next((error.type_name for error in parser.error_log if error.type_name in _TROUBLE), "")


def _has_long_tag(utf8: bytes) -> bool:
    """Whether a tag may be longer than is usual. They are looked for in strides."""
    at = 0
    while at + _LONG < len(utf8):
        last = max(utf8.rfind(b"<", at, at + _LONG), utf8.rfind(b">", at, at + _LONG))
        if last < 0 and at and utf8[at - 1] == _OPENS:
            return True
        at = last + 1 if last >= 0 else at + _LONG
    return False


def _without_crowds(html: str) -> str:
    """A page with no more attributes in a tag than its parser bears. Long tags are looked for in strides."""
    pieces, end, at = list[str](), 0, 0
    while at + _LONG < len(html):
        last = max(html.rfind("<", at, at + _LONG), html.rfind(">", at, at + _LONG))
        if last < 0 and html[at - 1 : at] == "<" and (match := _LONG_TAG.match(html, at - 1)):
            tag = match[0]
            if (less := _without_crowd(tag)) != tag:
                pieces += (html[end : at - 1], less)
                end = match.end()
            at = match.end()
        else:
            at = last + 1 if last >= 0 else at + _LONG
    return "".join([*pieces, html[end:]]) if pieces else html


def _without_crowd(tag: str) -> str:
    if len(tag.split(None, _MANY)) <= _MANY and tag.count("=") <= _MANY:
        return tag
    return tag.split(None, 1)[0][:20].rstrip("/>") + ">"
