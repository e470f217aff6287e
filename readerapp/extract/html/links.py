"""Resolves the addresses that a page links to."""

from typing import Final
from urllib.parse import urljoin, urlsplit

SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))


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
