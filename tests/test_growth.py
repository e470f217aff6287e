"""What the tests of growth stand on: a square is told from a line, also beside others who use the machine."""

import itertools
from collections.abc import Callable

from tests.growth import LINEAR, STEEPEST, glance, steepness


def disturbed(cost: Callable[[int], float]) -> Callable[[int], float]:
    """The same where others take up to half as much time again, now more and now less."""
    more = itertools.cycle((1.5, 1.0, 1.2, 1.4, 1.1))
    return lambda size: cost(size) * next(more)


def test_a_square_is_told_from_a_line() -> None:
    """Also where the first sizes cost next to nothing, and where a cost is steep up to a bound only."""
    for start in (1e-6, 1e-9):
        assert glance(disturbed(lambda n, start=start: start + n * n * 1e-7), 20) > LINEAR
        assert glance(disturbed(lambda n, start=start: start + n * 1e-7), 20) <= LINEAR
        assert steepness(lambda n, start=start: start + n**1.5 * 1e-7, 50) > STEEPEST
        assert steepness(lambda n, start=start: start + n * 1e-7, 50) <= STEEPEST
    assert steepness(lambda n: n * min(n, 8000) * 1e-9, 50, beyond=16_000) <= STEEPEST
