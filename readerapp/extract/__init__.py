"""Document to Article: what is worth hearing in it, with its structure and the way back into the page."""

from .extractors import EXTRACTORS, extract, extracted
from .html import body, links
from .render import markdown, text
from .rules import Region, SiteRules, for_host, named
from .switches import RULES, Switches

__all__ = [
    "EXTRACTORS",
    "RULES",
    "Region",
    "SiteRules",
    "Switches",
    "extract",
    "extracted",
    "for_host",
    "links",
    "markdown",
    "named",
    "to_text",
]


def to_text(html: str, url: str) -> str:
    """The body of the article as plain text, a block a line; nothing where there is no article."""
    return text(body(html, url))
