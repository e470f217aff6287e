"""How many requests of a kind a client may make in a while: counted by each process, or in a place that they share."""

import time
from collections.abc import Callable, Collection
from functools import wraps
from typing import Final, ParamSpec, TypeVar

import structlog
from flask import request
from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from ..errors import TooManyRequests
from ..serving.environ import AGAIN
from .counting import IN_MEMORY, place

log = structlog.get_logger(__name__)

ALONE_SECONDS: Final = 10.0
"""How long each process counts for itself after the shared place did not answer; then it is asked again."""

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Rates:
    """Counts the requests of each client. While the shared place does not answer, each process counts for itself."""

    def __init__(self, storage: str, client: Callable[[], str], clock: Callable[[], float] = time.monotonic) -> None:
        """`storage` is the address of the shared place, `client` tells who asks."""
        self._client = client
        self._clock = clock
        self._own = FixedWindowRateLimiter(place(IN_MEMORY))
        self._shared = self._own if storage == IN_MEMORY else FixedWindowRateLimiter(place(storage))
        self._alone_until = clock()

    def limit(
        self, times: int, methods: Collection[str] = (), minutes: int = 1
    ) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
        """Have a view answer one client so many times in so many minutes, asked by these methods or by any."""
        most = RateLimitItemPerMinute(times, minutes)

        def limited(view: Callable[Given, Answer]) -> Callable[Given, Answer]:
            @wraps(view)
            def counted(*arguments: Given.args, **options: Given.kwargs) -> Answer:
                counts = AGAIN not in request.environ and (not methods or request.method in methods)
                if counts and not self._hit(most, view.__name__):
                    raise TooManyRequests
                return view(*arguments, **options)

            return counted

        return limited

    def _hit(self, most: RateLimitItemPerMinute, kind: str) -> bool:
        """Count a request; whether it is still within the limit."""
        who = self._client()
        if self._clock() >= self._alone_until:
            try:
                return self._shared.hit(most, kind, who)
            except Exception:  # drivers of other people's databases raise what they like
                self._alone_until = self._clock() + ALONE_SECONDS
                log.exception("rate storage failed")
        return self._own.hit(most, kind, who)
