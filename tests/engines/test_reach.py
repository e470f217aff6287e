"""Tests of the circuit breaker with a clock of our own."""

import threading
import time

from readerapp.engines.reach import Reach


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def settle(reach: Reach) -> None:
    """Wait for a probe under way."""
    deadline = time.monotonic() + 60
    while reach._probing and time.monotonic() < deadline:
        time.sleep(0.001)


def test_a_probe_that_hangs_is_waited_for_briefly() -> None:
    """Nobody waits for it longer than the patience that is given; its answer counts when it comes."""
    gate, answered = threading.Event(), threading.Event()

    def slow() -> bool:
        found = gate.wait(60)
        answered.set()
        return found

    reach = Reach(slow, patience=0.05)
    waits: list[float | None] = []
    wait = reach._probed.wait

    def noted(timeout: float | None = None) -> bool:
        waits.append(timeout)
        return wait(timeout)

    reach._probed.wait = noted
    assert not reach.ready()
    assert not reach.ready()
    assert set(waits) == {0.05}
    assert not answered.is_set(), "both were told before the probe had its answer"
    gate.set()
    settle(reach)
    assert reach.ready()


def test_it_opens_after_failures_in_a_row_and_not_before() -> None:
    """A success in between starts the count anew."""
    reach = Reach(lambda: True, failures=3)
    assert reach.ready()
    reach.failed()
    reach.failed()
    reach.succeeded()
    reach.failed()
    reach.failed()
    assert reach.ready()
    reach.failed()
    assert not reach.ready()


def test_it_looks_again_after_a_cool_down_that_doubles() -> None:
    """No probe before its time; each failed probe doubles the wait, a success resets it."""
    clock, probes, answer = Clock(), [], [False]

    def probe() -> bool:
        probes.append(clock.now)
        return answer[0]

    reach = Reach(probe, cool_down=10, clock=clock)
    for clock.now in range(100):
        reach.ready()
        settle(reach)
    assert probes == [0, 10, 30, 70]
    answer[0] = True
    clock.now = 200.0
    reach.ready()
    settle(reach)
    assert reach.ready()
    reach.failed()
    assert not reach.ready(), "one failure after a probe is enough"
    reach.succeeded()
    assert reach.ready()


def test_the_service_may_say_how_long() -> None:
    """A wait that the service asks for is kept, up to ten minutes."""
    clock = Clock()
    reach = Reach(lambda: True, cool_down=10, clock=clock)
    assert reach.ready()
    reach.failed(seconds=100)
    for clock.now, up in ((50.0, False), (99.0, False), (101.0, True)):
        reach.ready()
        settle(reach)
        assert reach.ready() is up
