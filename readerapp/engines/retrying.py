"""Asking again what failed in passing: with longer and longer waits, and never past a deadline."""

import random
import time
from collections.abc import Callable
from typing import Final, TypeVar

from .web_request import RequestFailed

ATTEMPTS: Final = 3
FIRST_WAIT: Final = 0.3
LONGEST_WAIT: Final = 4.0

Answer = TypeVar("Answer")


def retrying(
    ask: Callable[[], Answer], deadline: float, attempts: int = ATTEMPTS, sleep: Callable[[float], None] = time.sleep
) -> Answer:
    """The first answer. Raises the last RequestFailed when the attempts or the time (monotonic) run out.

    A time-out is not asked again: it has cost its caller enough.
    """
    for attempt in range(1, attempts + 1):
        try:
            return ask()
        except RequestFailed as error:
            wait = _wait(attempt, error.seconds)
            if (
                not error.passing
                or error.late
                or attempt == attempts
                or wait is None
                or time.monotonic() + wait > deadline
            ):
                raise
            sleep(wait)
    raise AssertionError("no attempts")


def _wait(attempt: int, retry_after: float | None) -> float | None:
    """Seconds with jitter, never less than asked for; None where that is too long to wait for."""
    if retry_after is not None and retry_after > LONGEST_WAIT:
        return None
    backoff: float = FIRST_WAIT * 2 ** (attempt - 1) * random.uniform(0.75, 1.25)  # noqa: S311 - not a secret
    return min(max(backoff, retry_after or 0.0), LONGEST_WAIT)
