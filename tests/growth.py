"""How work grows with its size, told without a clock on the wall: CPU time of one thread, two sizes in one run."""

import gc
import math
import time
from collections.abc import Callable

LINEAR = 1.5
"""Below this exponent growth is linear for us: n·log n and a cache too small stay under it, n² does not."""
ROUNDS = 6


def exponent(work: Callable[[int], object], size: int, times: int = 4) -> float:
    """How the cost of `work(n)` grows from `size` to `times` as much: 1 is linear, 2 is quadratic.

    The least of several rounds counts, since a busy machine can only add; rounds end as soon as it is linear.
    """
    small = large = math.inf
    for _ in range(ROUNDS):
        small, large = min(small, cost(work, size)), min(large, cost(work, size * times))
        if (found := math.log(large / small, times)) < LINEAR:
            break
    return found


def cost(work: Callable[[int], object], size: int) -> float:
    """Seconds of CPU time that this thread spends on it; never nothing."""
    gc.collect()
    began = time.thread_time()
    work(size)
    return max(time.thread_time() - began, 1e-6)
