"""How often one client may ask: counted together where there is a shared place, and apart while that is away."""

import signal
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from structlog.testing import capture_logs

from readerapp.errors import TooManyRequests
from readerapp.serving.environ import AGAIN
from readerapp.web import guards
from readerapp.web.counting import IN_MEMORY, SHARED_SECONDS
from readerapp.web.rates import ALONE_SECONDS, Rates
from tests.redis import Redis, redis_server

MOST = 3


@pytest.fixture
def redis() -> Iterator[Redis]:
    with redis_server() as running:
        yield running


class Process:
    """One process of the service, as far as it counts: a view that answers each client `MOST` times a minute."""

    def __init__(self, storage: str) -> None:
        self.now = 100.0
        self._app = Flask(__name__)
        self._view = Rates(storage, lambda: self.who, lambda: self.now).limit(MOST, methods=["GET"])(lambda: "ok")
        self.who = "192.0.2.1"

    def answers(self, times: int, **environ: object) -> int:
        """How many of so many requests are answered."""
        done = 0
        for _ in range(times):
            with self._app.test_request_context(environ_overrides=environ):
                try:
                    self._view()
                except TooManyRequests:
                    continue
                done += 1
        return done


def test_each_process_counts_by_itself() -> None:
    """By default; one client's requests are not another's, and one that is asked again is no new one."""
    one, other = Process(IN_MEMORY), Process(IN_MEMORY)
    assert (one.answers(MOST + 2), other.answers(MOST + 2)) == (MOST, MOST)
    assert one.answers(5, **{AGAIN: True}) == 5
    assert one.answers(5, REQUEST_METHOD="POST") == 5
    one.who = "192.0.2.2"
    assert one.answers(MOST + 2) == MOST


def test_processes_count_together(redis: Redis) -> None:
    """In a shared place the limit is that of all of them."""
    one, other = Process(redis.address), Process(redis.address)
    assert one.answers(MOST - 1) == MOST - 1
    assert other.answers(MOST) == 1
    assert one.answers(1) == 0


@pytest.mark.parametrize("how", ["killed", "stopped"])
def test_while_the_shared_place_is_away_each_process_counts_for_itself(redis: Redis, how: str) -> None:
    """Nobody is refused for it and the limit still holds; it is told once; what is back is counted in again."""
    one, other = Process(redis.address), Process(redis.address)
    assert one.answers(MOST) + other.answers(1) == MOST
    if how == "killed":
        redis.end()
    else:
        redis.process.send_signal(signal.SIGSTOP)
    with capture_logs() as told:
        began = time.monotonic()
        assert (one.answers(MOST + 2), other.answers(MOST + 2)) == (MOST, MOST)
        waited = time.monotonic() - began
    assert [line["event"] for line in told] == ["rate storage failed"] * 2, "once in each process"
    assert waited < 20 * SHARED_SECONDS, "asked once, not for each request"
    if how == "killed":
        redis.begin()
    else:
        redis.process.send_signal(signal.SIGCONT)
    assert one.answers(1) == 0, "not asked again yet"
    one.now += ALONE_SECONDS
    other.now += ALONE_SECONDS
    assert one.answers(2 * MOST) + other.answers(2 * MOST) == (MOST if how == "killed" else 0)


def test_a_place_that_never_answers_is_told_at_the_start(redis: Redis) -> None:
    """One that does, one that refuses and one that hangs are told apart in a moment."""
    assert guards.answers(redis.address)
    redis.process.send_signal(signal.SIGSTOP)
    assert not guards.answers(redis.address)
    redis.end()
    assert not guards.answers(redis.address)
