"""What is known of the sites whose pages were read: kept in the store, and at hand for the sites of the last hours."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from ..model import Document
from ..sites import Site, host_of, page_name, shared, taught
from ..store import Store, content_key
from ..store.kinds import SITES, TRACES
from .pages import Source

FRESH: Final = 20.0
"""Seconds after which it is looked up what other processes have learnt."""
HOSTS: Final = 100
"""Sites at hand."""
PAGES: Final = 5000
"""Pages whose traces are at hand."""
_DAY: Final = 86_400


class _AtHand(msgspec.Struct):
    site: Site
    until: float
    names: frozenset[str]
    shared: dict[str, frozenset[int]] = {}
    """By page."""


class Sites:
    """Knows sites by their hosts. Safe to call from any thread."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock
        self._at_hand: OrderedDict[str, _AtHand] = OrderedDict()
        self._traces: OrderedDict[str, frozenset[int]] = OrderedDict()
        self._lock = threading.Lock()

    def shared(self, page: Document) -> frozenset[int]:
        """The traces that stand on other pages of the page's site than itself."""
        host, name = host_of(page.final_address), page_name(page.final_address)
        if not host:
            return frozenset()
        entry = self._held(host)
        if name not in entry.names:
            name = ""  # it is none of those that are known: all of them are others
        traces = entry.shared.get(name)
        if traces is None:
            traces = entry.shared[name] = shared(entry.site, name, self._day())
        return traces

    def traces(self, source: Source, code: str) -> frozenset[int] | None:
        """The traces of a page that was prepared before, by these rules."""
        key = content_key(source.fingerprint, code)
        with self._lock:
            traces = self._traces.get(key)
        if traces is None:
            record = self._store.load(TRACES, key, tuple[int, ...])
            if record is None:
                return None
            traces = self._hold(key, record)
        return traces

    def note(self, source: Source, code: str, traces: Iterable[int]) -> tuple[frozenset[int], bool]:
        """Keep a page's traces, those of its first reading, since another region has others; and whether this is it."""
        record = self.traces(source, code)
        if record is not None:
            return record, False
        numbers = tuple(traces)
        key = content_key(source.fingerprint, code)
        self._store.save(TRACES, key, numbers)
        return self._hold(key, numbers), True

    def learn(self, source: Source, traces: Iterable[int]) -> None:
        """A page that we have from its site speaks of the site from now on; a text stands in no frame."""
        if source.fetched and source.facts.media_type == "text/html":
            self.teach(source.facts.final_address, traces)

    def teach(self, address: str, traces: Iterable[int]) -> Site:
        """What is known of a site, with one more page, or with a page as it is now."""
        host = host_of(address)
        with self._store.making(content_key("site", host)):
            site = taught(self.known(host), page_name(address), traces, self._day())
            if host:
                self._store.save(SITES, content_key(host), site)
                self._put(host, site)
        return site

    def known(self, host: str) -> Site:
        """What is known of a site, as it is kept."""
        return self._store.load(SITES, content_key(host), Site) or Site(host)

    def forget(self, host: str) -> int:
        """Know nothing of a site any more; the bytes freed."""
        with self._store.making(content_key("site", host)):
            size = self._store.forget(SITES, content_key(host))
            self._put(host, Site(host))
        return size

    def _held(self, host: str) -> _AtHand:
        with self._lock:
            entry = self._at_hand.get(host)
        if entry and self._clock() < entry.until:
            return entry
        site = self.known(host)
        if entry and site == entry.site:
            entry.until = self._clock() + FRESH
            return entry
        return self._put(host, site)

    def _put(self, host: str, site: Site) -> _AtHand:
        entry = _AtHand(site, self._clock() + FRESH, frozenset(page.name for page in site.pages))
        with self._lock:
            self._at_hand[host] = entry
            self._at_hand.move_to_end(host)
            while len(self._at_hand) > HOSTS:
                self._at_hand.popitem(last=False)
        return entry

    def _hold(self, key: str, traces: Iterable[int]) -> frozenset[int]:
        numbers = frozenset(traces)
        with self._lock:
            self._traces[key] = numbers
            while len(self._traces) > PAGES:
                self._traces.popitem(last=False)
        return numbers

    def _day(self) -> int:
        return int(self._clock() // _DAY)
