"""What was prepared is kept, under all that decides it: opening a known page computes nothing twice."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from ..audio import ENCODING
from ..extract import for_host
from ..model import Article
from ..store import Store, content_key
from ..store.contents import OfPage
from ..store.kinds import PREPARED
from .dependencies import Dependencies
from .pages import Source
from .plans import speakers
from .preparing import Preparation, PreparedPage
from .request import ReadingPreferences
from .sites import Sites

BYTES_A_SENTENCE: Final = 3_000
"""Memory that a page takes when it is at hand, for each of its sentences and blocks; measured with tracemalloc."""
_DECIDING: Final = ("extract", "speech", "model", "languages.py", "narration/preparing.py", "sites", "text")
"""The parts of this package that decide what is made of a page."""


class _Kept(OfPage, frozen=True):
    """What is kept of a prepared page beside its plan, which tells the rest."""

    article: Article
    plan: str
    unvoiced: tuple[str, ...]


class PreparedPages:
    """The pages at hand, at most `limit` bytes of them, and those in the store. Safe to call from any thread."""

    def __init__(self, using: Dependencies, limit: int, sites: Sites) -> None:
        self._sites = sites
        self._using = using
        self._limit = limit
        self._at_hand: OrderedDict[str, tuple[PreparedPage, int]] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def get(self, source: Source, preferences: ReadingPreferences, client: str = "") -> tuple[str, PreparedPage] | None:
        """The page prepared, with the key of all that decided it; None where its text is gone and must be read anew."""
        using, page = self._using, source.facts
        cast = speakers(preferences.voice, using.voices, preferences.liked)
        preferences = msgspec.structs.replace(preferences, liked=())  # the cast tells them
        rules = for_host(using.rules, page.final_address)
        causes = (source.fingerprint, page.address, page.final_address, page.language, preferences, cast, rules)
        base = content_key(*causes, ENCODING, using.stamp(), code())
        if ready := self._found(base, source):
            return ready
        with using.store.making(base):
            if ready := self._found(base, source):
                return ready
            whole = source.load()
            if whole is None:
                return None
            site = self._sites.shared(page)
            result = using.prepare(Preparation(whole, preferences, cast, ENCODING, rules, site), base, client)
            traces, first = self._sites.note(source, code(), result.traces)
            key = _key(base, site, traces)
            _keep(result, using.store)
            using.store.save(PREPARED, key, _Kept(page.address, result.article, result.plan.key, result.unvoiced))
            self._remember(key, result)
        if first:
            self._sites.learn(source, traces)  # after the right to make the page is let go of: one right at a time
        return key, result

    def _found(self, base: str, source: Source) -> tuple[str, PreparedPage] | None:
        """The page as it was prepared with what is known of its site, as far as that concerns this page."""
        traces = self._sites.traces(source, code())
        if traces is None:
            return None
        key = _key(base, self._sites.shared(source.facts), traces)
        page = self._known(key)
        return (key, page) if page else None

    def _known(self, key: str) -> PreparedPage | None:
        with self._lock:
            pair = self._at_hand.get(key)
            if pair:
                self._at_hand.move_to_end(key)
        if pair:
            return _with_plan(pair[0], self._using.store)
        record = self._using.store.load(PREPARED, key, _Kept)
        plan = self._using.store.plan(record.plan) if record else None
        if record is None or plan is None:
            return None
        page = PreparedPage.of(record.article, plan, record.unvoiced)
        self._remember(key, page)
        return _with_plan(page, self._using.store)

    def _remember(self, key: str, page: PreparedPage) -> None:
        size = BYTES_A_SENTENCE * (10 + len(page.plan.utterances) + len(page.article.blocks))
        with self._lock:
            self._held -= self._at_hand.pop(key, (page, 0))[1]
            self._at_hand[key] = (page, size)
            self._held += size
            while self._held > self._limit and len(self._at_hand) > 1:
                _, (_, weight) = self._at_hand.popitem(last=False)
                self._held -= weight


def _with_plan(page: PreparedPage, store: Store) -> PreparedPage:
    """The page, whose plan is kept too, since the player will ask for it."""
    if not store.noted(page.plan.key):
        _keep(page, store)
    return page


def _keep(page: PreparedPage, store: Store) -> None:
    """Keep what is heard under the plan's key: how it is said, and what it is."""
    store.keep_plan(page.plan)
    store.keep_article(page.plan.key, page.article)


def _key(base: str, site: frozenset[int], traces: Iterable[int]) -> str:
    """Of a prepared page: what its site's other pages do not share with it does not change it."""
    return content_key(base, sorted(site.intersection(traces)) if site else [])


@cache
def code() -> str:
    """Stands for the rules themselves: another version of them prepares another page."""
    digest = hashlib.sha256()
    top = Path(__file__).parents[1]
    for name in _DECIDING:
        place = top / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()
