"""Whether an online service can be relied on just now: a circuit breaker that looks again by itself."""

import threading
import time
from collections.abc import Callable
from typing import Final

COOL_DOWN: Final = 15.0
LONGEST_COOL_DOWN: Final = 600.0


class CircuitBreaker:
    """Closed while the service answers, open after it failed, and then asked again by itself.

    It opens after `failures` in a row, after one that was waited for in vain, and where the service asks to be left
    alone: then for as long as it asks, if that is longer.
    `probe` asks the service whether it is there (True) without sending it any text; it runs in a thread of
    its own. The first question waits for it at most `patience` seconds, so that a machine without a network
    decides at once; all later ones answer from what is known. Open, it probes again after a cool-down that
    doubles each time; the first failure after a probe opens it again.
    """

    def __init__(
        self,
        probe: Callable[[], bool],
        *,
        patience: float = 0.4,
        failures: int = 3,
        cool_down: float = COOL_DOWN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._probe = probe
        self._patience = patience
        self._limit = failures
        self._first_cool_down = self._cool_down = cool_down
        self._clock = clock
        self._lock = threading.Lock()
        self._probed = threading.Event()
        self._probing = False
        self._up = False
        self._failures = 0
        self._closed_until = 0.0

    def ready(self) -> bool:
        """Whether it is worth asking the service."""
        self.look()
        if not self._probed.is_set():
            self._probed.wait(self._patience)
        return self._up

    def look(self) -> None:
        """Start a probe unless one is running, or nothing is to be learnt from it yet."""
        with self._lock:
            if self._up or self._probing or self._clock() < self._closed_until:
                return
            self._probing = True
        threading.Thread(target=self._look, name="probe", daemon=True).start()

    def _look(self) -> None:
        answers = False
        try:
            answers = self._probe()
        finally:
            with self._lock:
                self._probing = False
                if answers:
                    self._up, self._failures = True, self._limit - 1 if self._probed.is_set() else 0
                else:
                    self._open()
            self._probed.set()

    def succeeded(self) -> None:
        """The service answered as it should."""
        with self._lock:
            self._up, self._failures, self._cool_down = True, 0, self._first_cool_down

    def failed(self, seconds: float | None = None, *, late: bool = False) -> None:
        """The service failed; `seconds` is how long it asks to be left alone, if it said so.

        `late` is for a time-out: whoever waited for it has waited long enough, and nobody else shall.
        """
        with self._lock:
            self._failures += 1
            if seconds is not None or (self._up and (late or self._failures >= self._limit)):
                self._open(seconds)

    def _open(self, seconds: float | None = None) -> None:
        self._up = False
        wait = self._cool_down if seconds is None else min(max(seconds, self._cool_down), LONGEST_COOL_DOWN)
        self._closed_until = self._clock() + wait
        self._cool_down = min(2 * self._cool_down, LONGEST_COOL_DOWN)
