"""Tells how the cost of something grows with its size, by CPU time, so that a busy machine changes little.

CPU time is no exact measure on a machine that others share: now and then it counts too much, too little, or backwards
(a virtual machine takes stolen time off again). So the median of five counts, not the best, and what looks steep is
measured again where it costs more before it is called so.
"""

import math
import time
from collections.abc import Callable
from statistics import median
from typing import Final

STEEPEST: Final = 1.2
"""The power of n that is let pass: 8 times the size may cost 12 times as much."""
_ENOUGH: Final = 0.0005
"""Seconds that the smallest size must take for its time to mean something."""
_LARGEST: Final = 1 << 18
_TRIES: Final = 5


def exponent(cost: Callable[[int], float], size: int, beyond: int = 0) -> float:
    """The power of n by which the cost grows over n, 2n, 4n and 8n, n being where it can be measured.

    A cost that is bounded looks steep up to its bound: a suspicion must hold `beyond` that too.
    """
    found, size = _measurable(cost, size)
    return found if found <= STEEPEST else min(found, _measurable(cost, max(size * 2, beyond))[0])


def _measurable(cost: Callable[[int], float], size: int) -> tuple[float, int]:
    """The power from the first size on at which the time can be measured, and that size."""
    while size < _LARGEST and _usual(cost, size) < _ENOUGH:
        size *= 2
    times = [max(_usual(cost, size * step), 1e-6) for step in (1, 2, 4, 8)]
    if times[0] < _ENOUGH / 2 and size < _LARGEST:  # it seemed longer than it was
        return _measurable(cost, size * 2)
    return (math.log(times[3] / times[0], 8) if sorted(times) == times else 0.0), size


def _usual(cost: Callable[[int], float], size: int) -> float:
    return median(cost(size) for _ in range(_TRIES))


def seconds(run: Callable[[], object]) -> float:
    """The CPU time of one run."""
    began = time.process_time()
    run()
    return time.process_time() - began
