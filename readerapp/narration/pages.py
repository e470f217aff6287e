"""The page that is meant: from the store while it is fresh, else from its site."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final, NamedTuple

import msgspec

from ..errors import HostClosed, ReaderError
from ..fetch import candidates
from ..model import Document
from .dependencies import Dependencies

KNOWN: Final = 2000
"""Pages of which it is remembered when they were fetched, and which version that was."""


class Source(NamedTuple):
    """A page that may be prepared already: all about it but its bytes, which `load` gives while it is kept."""

    facts: Document
    fingerprint: str
    load: Callable[[], Document | None]
    fetched: bool = False
    """Whether we have it from its site: what somebody else hands us tells nothing of the site."""


def in_hand(document: Document) -> Source:
    """A page that somebody gave us."""
    return Source(_without_bytes(document), document.fingerprint, lambda: document)


class Pages:
    """The pages of sites. Safe to call from any thread."""

    def __init__(self, using: Dependencies) -> None:
        self._using = using
        self._known: OrderedDict[str, Source] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, text: str, client: str = "") -> Source:
        """The page at what a client typed: a bare name over https, or over http where nothing answers there."""
        first, *others = candidates(text)
        try:
            return self._at(first, client)
        except HostClosed as closed:
            for other in others:
                with suppress(HostClosed):
                    return self._at(other, client)
            raise closed from None

    def forget(self, address: str) -> None:
        """Look for it in the store, or at the site, when it is read again."""
        with self._lock:
            self._known.pop(address, None)

    def _at(self, address: str, client: str) -> Source:
        """The page, as it is known while fresh, else from the site; or the stored one where the site fails."""
        with self._lock:
            source = self._known.get(address)
        if source and self._fresh(source.facts) and self._using.store.has_document(address):
            return source
        document = self._using.store.document(address)
        if document and self._fresh(document):
            return self._remember(address, document)
        try:
            page = self._using.fetch(address, document, client)
        except ReaderError as problem:
            if document and problem.recoverable:
                return in_hand(document)
            raise
        if page.cut:
            return in_hand(document or page)
        self._using.store.keep_document(page)
        return self._remember(address, page)

    def _fresh(self, page: Document) -> bool:
        """A page from the future was kept before the clock was put right, and tells nothing."""
        return timedelta(0) <= datetime.now(UTC) - page.checked_at < self._using.fresh

    def _remember(self, address: str, page: Document) -> Source:
        fingerprint = page.fingerprint
        source = Source(_without_bytes(page), fingerprint, partial(self._text, address, fingerprint), fetched=True)
        with self._lock:
            self._known[address] = source
            self._known.move_to_end(address)
            while len(self._known) > KNOWN:
                self._known.popitem(last=False)
        return source._replace(load=lambda: page)

    def _text(self, address: str, fingerprint: str) -> Document | None:
        document = self._using.store.document(address)
        return document if document and document.fingerprint == fingerprint else None


def _without_bytes(document: Document) -> Document:
    return msgspec.structs.replace(document, body=b"")
