"""Tells how the cost of something grows with its size, by CPU time, so that a busy machine changes little.

The best of five counts, since others can only add. The time of the thread is asked for: where a timer of CPU time is
set, as around trials that may not end, the time of the process stands still between ticks.
"""

import math
import time
from collections.abc import Callable
from typing import Final

STEEPEST: Final = 1.2
"""The power of n that is let pass: 8 times the size may cost 12 times as much."""
ROUGHLY: Final = 1.4
"""The power of n that a glance lets pass: megabytes that no longer fit a cache cost more each; n² costs 2."""
_ENOUGH: Final = 0.0005
"""Seconds that the smallest size must take for its time to mean something."""
_LARGEST: Final = 1 << 18
_GLANCED: Final = 20_000
_TRIES: Final = 5
_ROUNDS: Final = 2


def exponent(cost: Callable[[int], float], size: int, beyond: int = 0) -> float:
    """The power of n by which the cost grows over n, 2n, 4n and 8n, n being where it can be measured.

    A cost that is bounded looks steep up to its bound: a suspicion must hold `beyond` that too.
    """
    found, size = _measurable(cost, size)
    return found if found <= STEEPEST else min(found, _over(cost, max(size * 2, beyond)))


def glance(cost: Callable[[int], float], size: int) -> float:
    """The power of n between n and 4n, measured again only while it looks steep: for many shapes in little time.

    What still looks steep must go on doing so from 4n to 16n, in each of three rounds: the megabytes of a large size
    are slow to get where other programs run, but not each time.
    """
    while size < _GLANCED and min(cost(size), cost(size)) < _ENOUGH * 4:
        size *= 2
    return min(_round(cost, size) for _ in range(_ROUNDS)) if (found := _round(cost, size)) > ROUGHLY else found


def _round(cost: Callable[[int], float], size: int) -> float:
    small = large = math.inf
    for _ in range(_TRIES):
        small, large = min(small, cost(size)), min(large, cost(size * 4))
        if (found := math.log(large / small, 4)) <= ROUGHLY:
            return found
    larger = min(cost(size * 16) for _ in range(_TRIES))
    return min(found, math.log(larger / large, 4))


def _measurable(cost: Callable[[int], float], size: int) -> tuple[float, int]:
    """The power from the first size on at which the time can be measured, and that size."""
    while size < _LARGEST and _best(cost, size) < _ENOUGH:
        size *= 2
    return _over(cost, size), size


def _over(cost: Callable[[int], float], size: int) -> float:
    least, *_, most = (_best(cost, size * step) for step in (1, 2, 4, 8))
    return math.log(most / least, 8)


def _best(cost: Callable[[int], float], size: int) -> float:
    return min(cost(size) for _ in range(_TRIES))


def seconds(run: Callable[[], object]) -> float:
    """The CPU time of one run."""
    began = time.thread_time()
    run()
    return time.thread_time() - began
