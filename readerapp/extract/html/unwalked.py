"""Tells what a part of a page says that the walk does not enter."""

from typing import Final

from lxml import etree

from .vocabulary import NEVER

_TEXTS: Final = etree.XPath("descendant::text()[normalize-space()]")


def texts(el: etree._Element) -> list[str]:
    """What a part says, text by text, without what is never text of a page."""
    return [text for text in _TEXTS(el) if text.is_tail or text.getparent().tag not in NEVER]
