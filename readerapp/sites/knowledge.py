"""What is known of one site: the traces of its last pages, and which of them several pages share."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

PAGES: Final = 48
"""Pages of a site that are remembered; of more, those that were read last."""
TRACES: Final = 500
"""Traces of a page that are remembered, from its beginning and its end alike."""
DAYS: Final = 60
"""For how long a page speaks of its site: sites are rebuilt."""
_ENOUGH: Final = 3
"""Other pages from which on one of them alone proves nothing."""


class KnownPage(msgspec.Struct, frozen=True):
    """One page of a site as it was last read."""

    name: str
    day: int
    """Since 1970."""
    traces: tuple[int, ...]


class Site(msgspec.Struct, frozen=True):
    """The pages that are known of one host, those read last at the end."""

    host: str = ""
    pages: tuple[KnownPage, ...] = ()


def taught(site: Site, name: str, traces: Iterable[int], day: int) -> Site:
    """The site with one more page, or with what that page is like now: each page counts once."""
    numbers = tuple(dict.fromkeys(traces))
    if len(numbers) > TRACES:
        numbers = numbers[: TRACES // 2] + numbers[-TRACES // 2 :]
    page = KnownPage(name, day, numbers)
    others = [each for each in known_pages(site, day) if each.name != name]
    return Site(site.host, (*others[-PAGES + 1 :], page))


def known_pages(site: Site, day: int) -> list[KnownPage]:
    """The pages that still speak of the site."""
    return [page for page in site.pages if 0 <= day - page.day <= DAYS]


def shared(site: Site, name: str, day: int) -> frozenset[int]:
    """The traces that stand on other pages of the site than the one with this name: on one, or on two of many.

    Where a site has a page that copies others, to have their text taken for frame, it takes a second such page.
    """
    others = [page for page in known_pages(site, day) if page.name != name]
    counts = Counter(trace for page in others for trace in page.traces)
    least = 1 if len(others) < _ENOUGH else 2
    return frozenset(trace for trace, count in counts.items() if count >= least)
