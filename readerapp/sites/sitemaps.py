"""Reads the addresses in a sitemap, and picks some of many that are unlike each other."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

_LONGEST: Final = 5_000_000
_MOST: Final = 50_000
_PLACE: Final = re.compile(r"<(?:[a-z]{1,10}:)?loc>([^<]{1,2000})<", re.IGNORECASE)
_INDEX: Final = re.compile(r"<(?:[a-z]{1,10}:)?sitemapindex[\s>]", re.IGNORECASE)


def addresses(text: str) -> tuple[list[str], bool]:
    """The addresses that a sitemap lists, and whether they are those of other sitemaps."""
    text = text[:_LONGEST]
    addresses = [unescape(match[1]).strip() for match, _ in zip(_PLACE.finditer(text), range(_MOST), strict=False)]
    return list(dict.fromkeys(addresses)), _INDEX.search(text[:2000]) is not None


def spread(addresses: Sequence[str], count: int) -> list[str]:
    """So many of them, from the whole of the list: pages of one section stand together."""
    if len(addresses) <= count:
        return list(addresses)
    return [addresses[i * len(addresses) // count] for i in range(count)]
