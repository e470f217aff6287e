"""Page to Article: what is worth hearing on a page, with its structure and the way back into the page."""

from .html import body, extract, extracted, links
from .render import markdown, text
from .rules import Region, SiteRules, for_host, named
from .switches import RULES, Switches

__all__ = [
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
