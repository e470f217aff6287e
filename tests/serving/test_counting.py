"""Limits under `readerapp serve` with two processes that count in one place, which then goes away."""

import pytest

from tests.redis import redis_server
from tests.serving.running import Serve, Start

MOST = 4


def opened(served: Serve, origin: str, times: int) -> int:
    """How many of so many pages one client may open; the others are told that they are too many."""
    statuses = [served.ask(f"/sv/read?url={origin}/2")[0] for _ in range(times)]
    assert set(statuses) <= {200, 429}, statuses
    return statuses.count(200)


@pytest.mark.timeout(240)
def test_the_limit_is_that_of_all_processes(start: Start, origin: str) -> None:
    """Together they answer a client as often as the setting says; each by itself when the place is killed."""
    with redis_server() as redis:
        served = start(processes=2, pages_per_minute=MOST, rate_storage=redis.address)
        assert opened(served, origin, 5 * MOST) == MOST
        redis.end()
        assert MOST <= opened(served, origin, 10 * MOST) <= 2 * MOST
    assert "rate storage failed" in served.log.read_text()
