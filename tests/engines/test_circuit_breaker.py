"""Tests of the circuit breaker with a clock of our own."""

import threading
import time

from readerapp.engines.circuit_breaker import CircuitBreaker


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def settle(breaker: CircuitBreaker) -> None:
    """Wait for a probe under way."""
    deadline = time.monotonic() + 60
    while breaker._probing and time.monotonic() < deadline:
        time.sleep(0.001)


def test_a_probe_that_hangs_is_waited_for_once() -> None:
    """The first question waits its patience, the others not at all; the probe's answer counts when it comes."""
    gate, answered = threading.Event(), threading.Event()

    def slow() -> bool:
        found = gate.wait(60)
        answered.set()
        return found

    breaker = CircuitBreaker(slow, patience=0.05)
    begun = time.monotonic()
    assert not breaker.ready()
    assert time.monotonic() - begun > 0.04
    assert not breaker.ready()
    assert not answered.is_set(), "both were told before the probe had its answer"
    gate.set()
    settle(breaker)
    assert breaker.ready()


def test_it_opens_after_failures_in_a_row_and_not_before() -> None:
    """A success in between starts the count anew."""
    breaker = CircuitBreaker(lambda: True, failures=3)
    assert breaker.ready()
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    breaker.failed()
    assert breaker.ready()
    breaker.failed()
    assert not breaker.ready()


def test_it_looks_again_after_a_cool_down_that_doubles() -> None:
    """No probe before its time; each failed probe doubles the wait, a success resets it."""
    clock, probes, answer = Clock(), [], [False]

    def probe() -> bool:
        probes.append(clock.now)
        return answer[0]

    breaker = CircuitBreaker(probe, cool_down=10, clock=clock)
    for clock.now in range(100):
        breaker.ready()
        settle(breaker)
    assert probes == [0, 10, 30, 70]
    answer[0] = True
    clock.now = 200.0
    breaker.ready()
    settle(breaker)
    assert breaker.ready()
    breaker.failed()
    assert not breaker.ready(), "one failure after a probe is enough"
    breaker.succeeded()
    assert breaker.ready()


def test_the_service_may_say_how_long() -> None:
    """A wait that the service asks for is kept, up to ten minutes."""
    clock = Clock()
    breaker = CircuitBreaker(lambda: True, cool_down=10, clock=clock)
    assert breaker.ready()
    breaker.failed(seconds=100)
    for clock.now, up in ((50.0, False), (99.0, False), (101.0, True)):
        breaker.ready()
        settle(breaker)
        assert breaker.ready() is up


def test_it_opens_at_the_first_time_out() -> None:
    """One caller waits for a service that hangs; the callers who wait beside it do not lengthen the cool-down."""
    clock = Clock()
    breaker = CircuitBreaker(lambda: True, cool_down=10, clock=clock)
    assert breaker.ready()
    for _ in range(4):
        breaker.failed(late=True)
    assert not breaker.ready()
    for clock.now, up in ((9.0, False), (11.0, True)):
        breaker.ready()
        settle(breaker)
        assert breaker.ready() is up
