"""A limit on how many fetches run at once, so that slow sites cannot hold every thread of the server.

A page that many ask for is fetched once and handed to all. Who finds no slot waits a moment, since most pages
take less than that, and is then told to come back.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Final

from ..errors import FetchBusy
from ..model import Document
from .address import place

MOMENT: Final = 0.5
"""Seconds that somebody without a slot waits for one."""

Fetch = Callable[[str, Document | None, str], Document]
"""A document by its address, given the one that is kept and who asks."""


class FetchLimiter:
    """A fetch with a limit on how many run at once, made for `threads` callers at a time.

    Three in four of them may wait here at once, half of them for a page of their own, and a quarter of them for
    pages of one host or on behalf of one client. Raises FetchBusy for the others, and what the fetch raises.
    """

    def __init__(self, fetch: Fetch, threads: int) -> None:
        self._fetch = fetch
        self._slots = max(3, threads * 3 // 4)
        self._most = max(2, threads // 2)
        self._share = max(1, threads // 4)
        self._held = 0
        self._running: Counter[str] = Counter()
        self._under_way: dict[str, Future[Document]] = {}
        self._left = threading.Condition()

    def __call__(self, address: str, previous: Document | None, client: str = "") -> Document:
        """The page at a clean address: fetched now, or by whoever asked for it before and still waits.

        `client` is who asks, as the door knows its visitors: one of them gets a share of the slots only.
        """
        with self._left:
            answer = self._under_way.get(address)
            mine = answer is None
            if answer is None:
                answer = self._under_way[address] = Future()
        if not mine:
            return self._join(answer)
        try:
            with self._slot(address, client):
                page = self._fetch(address, previous, client)
        except BaseException as problem:
            self._forget(address)
            answer.set_exception(problem)
            raise
        self._forget(address)
        answer.set_result(page)
        return page

    def _forget(self, address: str) -> None:
        with self._left:
            del self._under_way[address]

    def _join(self, answer: Future[Document]) -> Document:
        """Wait with the others; without a slot only for a moment."""
        with self._left:
            holds = self._held < self._slots
            self._held += holds
        try:
            return answer.result(None if holds else MOMENT)
        except TimeoutError:
            raise FetchBusy from None
        finally:
            with self._left:
                self._held -= holds
                self._left.notify_all()

    @contextmanager
    def _slot(self, address: str, client: str) -> Iterator[None]:
        """Hold a slot among those of all, of the host and of the client."""
        host, who = f"host {place(address)[0]}", f"client {client}"
        until = time.monotonic() + MOMENT
        with self._left:
            while not self._free(host, who):
                if not self._left.wait(until - time.monotonic()) and time.monotonic() >= until:
                    raise FetchBusy
            self._held += 1
            self._running.update(("all", host, who))
        try:
            yield
        finally:
            with self._left:
                self._held -= 1
                self._running.subtract(("all", host, who))
                self._running += Counter()  # drops those that have none left
                self._left.notify_all()

    def _free(self, host: str, who: str) -> bool:
        running = self._running
        few = running["all"] < self._most and running[host] < self._share
        return few and self._held < self._slots and (who == "client " or running[who] < self._share)
