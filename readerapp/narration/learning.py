"""Learns a site by a walk through some of its pages: slowly, where its robots.txt allows, no more than it takes."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin, urlsplit

import msgspec

from ..errors import PageFailed, PageNotFound, PageRefused, ReaderError, SiteClosed
from ..extract import extracted, for_host, links
from ..fetch import candidates
from ..model import Document
from ..sites import Robots, addresses, host_of, page_name, robots, spread
from .dependencies import Dependencies
from .pages import Pages
from .sites import Sites

PAGES: Final = 10
"""Pages that are read, the first one included."""
PAUSE: Final = 1.0
"""Seconds between two pages, where the site asks for none."""
PATIENCE: Final = 600.0
"""Seconds that all pauses may take together: a site that asks for long ones is asked for fewer pages."""
MAPS: Final = 3
"""Sitemaps that are read, of several."""


class Lesson(msgspec.Struct, frozen=True):
    """One page that was read to learn its site."""

    address: str
    number: int
    of: int
    stretches: int = 0
    """Of text, that are compared with other pages from now on."""
    problem: ReaderError | None = None


def learn(
    text: str, using: Dependencies, sites: Sites, pause: Callable[[float], None] = time.sleep
) -> Iterator[Lesson]:
    """Read a page that somebody typed, and pages of the same site; what is wrong with the first one is raised.

    Raises SiteClosed too, where the site lets no program in.
    """
    address = candidates(text)[0]
    robots_txt = _robots_txt(using, address)
    if not robots_txt.allow(address):
        raise SiteClosed(address=address)
    first = _page(using, address)
    seconds = max(PAUSE, robots_txt.pause)
    count = min(PAGES, 1 + int(PATIENCE / seconds))
    others = _others(using, first, robots_txt, lambda: pause(seconds))[: count - 1]
    yield _taught(using, sites, first, 1, 1 + len(others))
    for number, address in enumerate(others, 2):
        pause(seconds)
        try:
            page = _page(using, address)
            if host_of(page.final_address) == host_of(first.final_address):
                yield _taught(using, sites, page, number, 1 + len(others))
        except ReaderError as problem:
            yield Lesson(address, number, 1 + len(others), problem=problem)


def _robots_txt(using: Dependencies, address: str) -> Robots:
    """What the site lets programs read; all where it says nothing, nothing where it fails to say it (RFC 9309)."""
    try:
        return robots(using.text(urljoin(address, "/robots.txt")).text)
    except (PageNotFound, PageRefused):
        return robots("")
    except PageFailed as problem:
        if str(problem.facts.get("upstream", "")).startswith("4"):
            return robots("")
        raise SiteClosed(address=address) from problem


def _page(using: Dependencies, address: str) -> Document:
    """The page, from the store while it is fresh."""
    page = Pages(using).read(address).load()
    if page is None:
        raise PageNotFound(address=address)
    return page


def _taught(using: Dependencies, sites: Sites, page: Document, number: int, of: int) -> Lesson:
    try:
        _, traces = extracted(page, rules=for_host(using.rules, page.final_address), site=frozenset())
    except ReaderError as problem:
        return Lesson(page.final_address, number, of, problem=problem)
    sites.teach(page.final_address, traces)
    return Lesson(page.final_address, number, of, len(traces))


def _others(using: Dependencies, first: Document, robots_txt: Robots, wait: Callable[[], None]) -> list[str]:
    """Other pages of the site: those of its sitemap, else those that the first one leads to."""
    listing = _mapped(using, first, robots_txt, wait) or links(first.text, first.final_address)
    host, names = host_of(first.final_address), {page_name(first.final_address)}
    fit: list[str] = []
    for address in listing:
        name = page_name(address)
        if host_of(address) == host and name not in names and _is_page(address) and robots_txt.allow(address):
            names.add(name)
            fit.append(address)
    return spread(fit, PAGES - 1)


def _mapped(using: Dependencies, first: Document, robots_txt: Robots, wait: Callable[[], None]) -> list[str]:
    host = host_of(first.final_address)
    waiting = list(robots_txt.sitemaps or (urljoin(first.final_address, "/sitemap.xml"),))
    pages: list[str] = []
    for _ in range(MAPS):
        if not waiting:
            break
        place = waiting.pop(0)
        if host_of(place) != host or not robots_txt.allow(place):
            continue
        wait()
        with suppress(ReaderError):
            entries, is_index = addresses(using.text(place).text)
            if is_index:
                waiting = [*spread(entries, MAPS), *waiting]
            else:
                pages += entries
    return pages


def _is_page(address: str) -> bool:
    """Whether an address does not end as files do that are no pages."""
    last = urlsplit(address).path.rpartition("/")[2]
    ending = last.rpartition(".")[2].lower() if "." in last else ""
    return ending in ("", "html", "htm", "php", "asp", "aspx", "jsp", "shtml", "xhtml")
