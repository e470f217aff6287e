"""What other machines saved, taken over in the background: visitors never wait for the database."""

import os
import threading
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from ..seldom import Seldom

log = structlog.get_logger(__name__)

_TOLD_SECONDS: Final = 60.0
_PATIENCE_SECONDS: Final = 20.0
"""How long a look that is under way is waited for: longer than a silent database keeps anybody."""


class Follower:
    """Looks every few seconds, in a thread of each process that answers visitors."""

    def __init__(self, steps: Sequence[Callable[[], object]], seconds: float) -> None:
        """Each step brings something over; one that fails does not keep the others."""
        self._steps, self._seconds = steps, seconds
        self._process = 0
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._seldom = Seldom(_TOLD_SECONDS)

    def follow(self) -> None:
        """Begin, if this process has not: a thread does not outlive a fork."""
        if self._process == os.getpid():
            return
        with self._lock:
            if self._process != os.getpid() and not self._over.is_set():
                self._process = os.getpid()
                self._thread = threading.Thread(target=self._look, name="follower", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Look no more; wait for a look that is under way."""
        self._over.set()
        if self._thread:
            self._thread.join(_PATIENCE_SECONDS)

    def _look(self) -> None:
        while True:
            for step in self._steps:
                self._try(step)
            if self._over.wait(self._seconds):
                return

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except Exception:  # drivers of other people's databases raise what they like
            if self._seldom(step):
                log.exception("other machines not followed", step=getattr(step, "__qualname__", ""))
