"""Resolves the addresses that a page links to."""

from itertools import islice
from typing import Final
from urllib.parse import urljoin, urlsplit

from .parse import parse

SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
_MOST: Final = 5000
"""Links of a page that are looked at."""


def target(href: str, address: str) -> str | None:
    """The absolute address of a link that can be followed, or None."""
    href = href.strip()
    if not href:
        return None
    if href.startswith(("http://", "https://", "mailto:", "tel:")) and " " not in href:
        return href
    try:
        whole = urljoin(address, href)
        return whole if urlsplit(whole).scheme in SCHEMES else None
    except ValueError:
        return None


def links(html: str, address: str) -> list[str]:
    """The addresses of the web that a page leads to, once each, in its order. Raises PageEmpty."""
    targets = (target(el.get("href", ""), address) for el in islice(parse(html).iter("a"), _MOST))
    return list(dict.fromkeys(one.partition("#")[0] for one in targets if one and one.startswith("http")))
