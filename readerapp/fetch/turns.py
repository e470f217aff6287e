"""Whose turn it is: how many fetches run at once, so that slow sites cannot hold every thread of the server.

A page that many ask for is fetched once and handed to all. Who finds no place waits a moment, since most pages
take less than that, and is then told to come back.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from ..errors import FetchBusy
from ..model import Page
from .address import place

MOMENT: Final = 0.5
"""Seconds that somebody without a place waits for one."""

asker: ContextVar[str] = ContextVar("asker", default="")
"""Who the fetch is for, as the door knows its visitors: one of them gets a share of the places only."""

Fetch = Callable[[str, Page | None], Page]


class Turns:
    """A fetch with a limit on how many run at once, made for `threads` askers at a time.

    Three in four of them may wait here at once, half of them for a page of their own, and a quarter of them for
    pages of one host or on behalf of one asker. Raises FetchBusy for the others, and what the fetch raises.
    """

    def __init__(self, fetch: Fetch, threads: int) -> None:
        self._fetch = fetch
        self._seats = max(3, threads * 3 // 4)
        self._most = max(2, threads // 2)
        self._share = max(1, threads // 4)
        self._seated = 0
        self._running: Counter[str] = Counter()
        self._under_way: dict[str, Future[Page]] = {}
        self._left = threading.Condition()

    def __call__(self, address: str, previous: Page | None) -> Page:
        """The page at a clean address: fetched now, or by whoever asked for it before and still waits."""
        with self._left:
            shared = self._under_way.get(address)
            mine = shared is None
            if shared is None:
                shared = self._under_way[address] = Future()
        if not mine:
            return self._join(shared)
        try:
            with self._place(address):
                page = self._fetch(address, previous)
        except BaseException as problem:
            self._forget(address)
            shared.set_exception(problem)
            raise
        self._forget(address)
        shared.set_result(page)
        return page

    def _forget(self, address: str) -> None:
        with self._left:
            del self._under_way[address]

    def _join(self, shared: Future[Page]) -> Page:
        """Wait with the others; without a seat only for a moment."""
        with self._left:
            seated = self._seated < self._seats
            self._seated += seated
        try:
            return shared.result(None if seated else MOMENT)
        except TimeoutError:
            raise FetchBusy from None
        finally:
            with self._left:
                self._seated -= seated
                self._left.notify_all()

    @contextmanager
    def _place(self, address: str) -> Iterator[None]:
        """Hold a seat, and a place among the fetches of all, of the host and of the asker."""
        host, who = f"host {place(address)[0]}", f"asker {asker.get()}"
        until = time.monotonic() + MOMENT
        with self._left:
            while not self._room_for(host, who):
                if not self._left.wait(until - time.monotonic()) and time.monotonic() >= until:
                    raise FetchBusy
            self._seated += 1
            self._running.update(("all", host, who))
        try:
            yield
        finally:
            with self._left:
                self._seated -= 1
                self._running.subtract(("all", host, who))
                self._running += Counter()  # drops those that have none left
                self._left.notify_all()

    def _room_for(self, host: str, who: str) -> bool:
        running = self._running
        few = running["all"] < self._most and running[host] < self._share
        return few and self._seated < self._seats and (who == "asker " or running[who] < self._share)
