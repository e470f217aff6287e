"""Strangers' pages are worked on in processes with limits of time and memory; what one page does there hurts no other.

`page_worker.py` is the other end: it reads the bytes that a site sent, and prepares pages. What passes a limit is
remembered for a while, so that asking for it again costs nothing.
"""

import hashlib
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple, TypeVar

import msgspec
import structlog

from .. import errors
from ..errors import FetchBusy, PageTooCostly, ReaderError
from ..fetch import Read, Received
from ..processes import WorkerLost, Workers, WorkersBusy
from .preparing import Preparation, PreparedPage

log = structlog.get_logger(__name__)

QUEUE_SECONDS = 10.0
"""How long a page waits for its turn, and then for a process that is free."""
START_SECONDS: Final = 20.0
"""What starting a process may take beyond the time of a page."""
REMEMBERED: Final = 256
_ENCODER: Final = msgspec.msgpack.Encoder()
_PREPARED: Final = msgspec.msgpack.Decoder(PreparedPage)
_READ: Final = msgspec.msgpack.Decoder(Read)

Answer = TypeVar("Answer")


class _Job(NamedTuple):
    """What a worker is to do, with what; the rest is for us, who remember it by its key and know who wants it."""

    work: str
    given: object
    address: str
    key: str
    client: str


class PageWorkers:
    """Prepares pages in up to `count` processes. Safe to call from any thread."""

    def __init__(
        self,
        command: Sequence[str],
        count: int,
        seconds: float,
        forget_after: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds` is the longest that a page may take by the clock; the processes know their other limits."""
        self._workers = Workers(command, count, seconds + START_SECONDS, QUEUE_SECONDS)
        self._most_of_one = max(1, count - 1)
        self._forget_after = forget_after
        self._clock = clock
        self._costly: OrderedDict[bytes, float] = OrderedDict()
        self._running: Counter[str] = Counter()
        self._left = threading.Condition()

    def __call__(self, preparation: Preparation, key: str, client: str = "") -> PreparedPage:
        """The page prepared. Raises PageTooCostly, FetchBusy, and what preparing raises."""
        return self._done(_Job("prepare", preparation, preparation.document.address, key, client), _PREPARED)

    def read(self, response: Received, client: str = "") -> Read:
        """A body read as a page. Raises PageTooCostly, FetchBusy, and what reading raises."""
        kind = (response.content_type or "").encode(errors="replace")
        key = hashlib.sha256(kind + b"\0" + response.body).hexdigest()
        return self._done(_Job("read", response, response.address, key, client), _READ)

    def _done(self, job: _Job, form: msgspec.msgpack.Decoder[Answer]) -> Answer:
        if self._clock() < self._costly.get(job.key.encode(), 0.0):
            raise PageTooCostly
        with self._place(job.client):
            try:
                facts, body = self._workers.ask({"work": job.work}, body=_ENCODER.encode(job.given), attempts=1)
            except WorkerLost as lost:
                self._remember(job.key)
                log.warning("page too costly", work=job.work, address=job.address, reason=str(lost.facts.get("reason")))
                raise PageTooCostly from lost
            except WorkersBusy as busy:
                raise FetchBusy from busy
        _raise(facts)
        return form.decode(body)

    def warm(self) -> None:
        """Start one process that has read what every language needs, so that the first page waits for neither."""
        with suppress(WorkerLost, WorkersBusy):
            self._workers.ask({"work": "warm"}, attempts=1)

    def close(self) -> None:
        """End the processes."""
        self._workers.close()

    @contextmanager
    def _place(self, client: str) -> Iterator[None]:
        """One client leaves a process for the others; its other pages wait until it is their turn."""
        with self._left:
            if client and not self._left.wait_for(lambda: self._running[client] < self._most_of_one, QUEUE_SECONDS):
                raise FetchBusy
            self._running[client] += 1
        try:
            yield
        finally:
            with self._left:
                self._running[client] -= 1
                if not self._running[client]:
                    del self._running[client]
                self._left.notify_all()

    def _remember(self, key: str) -> None:
        with self._left:
            self._costly[key.encode()] = self._clock() + self._forget_after
            while len(self._costly) > REMEMBERED:
                self._costly.popitem(last=False)


def _raise(facts: dict[str, object]) -> None:
    """Raise here what was raised there."""
    if "problem" in facts:
        kind = getattr(errors, str(facts["problem"]), ReaderError)
        details = facts.get("facts")
        raise kind(**details if isinstance(details, dict) else {})
    if "error" in facts:
        log.error("a page could not be prepared", reason=facts["error"])
        raise ReaderError
