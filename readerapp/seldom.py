"""What goes wrong again and again is told once a minute, not each time."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Final

SECONDS: Final = 60.0
_MOST_KINDS: Final = 1000


class Seldom:
    """Whether something of a kind may be told now. Safe for threads."""

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._told: dict[Hashable, float] = {}
        self._lock = threading.Lock()

    def __call__(self, kind: Hashable) -> bool:
        """True once in `seconds` for each kind."""
        now = self._clock()
        with self._lock:
            if now - self._told.get(kind, now - self._seconds) < self._seconds:
                return False
            if len(self._told) >= _MOST_KINDS:
                self._told.clear()
            self._told[kind] = now
            return True
