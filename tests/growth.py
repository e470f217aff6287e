"""Tells how the cost of something grows with its size, by CPU time, so that a busy machine changes little.

The least of several tries counts, since others can only add. The time of the thread is asked for: where a timer of CPU
time is set, as around trials that may not end, the time of the process stands still between ticks.
"""

import gc
import math
import time
from collections.abc import Callable
from functools import partial
from typing import Final

LINEAR: Final = 1.4
"""The power of n that is let pass: megabytes that no longer fit a cache cost more each, and n² costs 2."""
STEEPEST: Final = 1.2
"""The same for a single pattern: 8 times the size may cost 12 times as much."""
_ENOUGH: Final = 0.0005
"""Seconds that the smallest size must take for its time to mean something."""
_LARGEST: Final = 1 << 18
_GLANCED: Final = 20_000
_TRIES: Final = 5
_ROUNDS: Final = 2


def exponent(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """The power of n by which the cost of `work(n)` grows from `size` to so many times as much, at a glance."""
    return glance(partial(cost, work), size, times)


def glance(cost: Callable[[int], float], size: int, times: int = 4) -> float:
    """The power of n between n and 4n, measured again only while it looks steep: for many shapes in little time.

    What still looks steep must go on doing so from 4n to 16n, in each of three rounds: the megabytes of a large size
    are slow to get where other programs run, but not each time.
    """
    most = max(_GLANCED, 2 * size)
    while size < most and min(cost(size), cost(size)) < _ENOUGH * 4:
        size *= 2
    found = _round(cost, size, times)
    return min(found, *(_round(cost, size, times) for _ in range(_ROUNDS))) if found > LINEAR else found


def steepness(cost: Callable[[int], float], size: int, beyond: int = 0) -> float:
    """The power of n by which the cost grows from n to 8n, n being where it can be measured.

    A cost that is bounded looks steep up to its bound, and what others do on the machine may look so once: a suspicion
    must hold `beyond` the bound, in each of two further rounds that begin at twice as much.
    """
    while size < _LARGEST and min(cost(size) for _ in range(_TRIES)) < _ENOUGH:
        size *= 2
    found = _over(cost, size)
    for _ in range(_ROUNDS):
        if found <= STEEPEST:
            break
        size = max(size * 2, beyond)
        found = min(found, _over(cost, size))
    return found


def cost(work: Callable[[int], object], size: int) -> float:
    """Seconds of CPU time that this thread spends on it; never nothing."""
    gc.collect()
    return max(seconds(partial(work, size)), 1e-6)


def seconds(run: Callable[[], object]) -> float:
    """The CPU time of one run."""
    began = time.thread_time()
    run()
    return time.thread_time() - began


def between(cost: Callable[[int], float], few: int, many: int, tries: int = _TRIES) -> float:
    """The power of n between two sizes; tries end as soon as it is linear."""
    small = large = math.inf
    for _ in range(tries):
        small, large = min(small, cost(few)), min(large, cost(many))
        if (found := math.log(large / small, many / few)) <= LINEAR:
            break
    return found


def _round(cost: Callable[[int], float], size: int, times: int) -> float:
    found = between(cost, size, size * times)
    return found if found <= LINEAR else min(found, between(cost, size * times, size * times * 4, 2))


def _over(cost: Callable[[int], float], size: int) -> float:
    """Small and large take turns, so that a machine that slows down in the middle slows down both."""
    few, many = zip(*((cost(size), cost(size * 8)) for _ in range(_TRIES)), strict=True)
    return math.log(min(many) / min(few), 8)
