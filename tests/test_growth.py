"""What the tests of growth stand on: a square is told from a line, also beside others who use the machine."""

import itertools
from collections.abc import Callable

import pytest

from tests.growth import LINEAR, STEEPEST, glance, steepness


def disturbed(cost: Callable[[int], float]) -> Callable[[int], float]:
    """The same where others take up to half as much time again, now more and now less."""
    more = itertools.cycle((1.5, 1.0, 1.2, 1.4, 1.1))
    return lambda size: cost(size) * next(more)


def cost(power: float, first: float) -> Callable[[int], float]:
    """That of work that grows so, and of what goes before it."""
    return lambda size: first + size**power * 1e-7


def test_a_square_is_told_from_a_line() -> None:
    """Also where the first sizes cost next to nothing, and where a cost is steep up to a bound only."""
    for first in (1e-6, 1e-9):
        assert glance(disturbed(cost(2, first)), 20) > LINEAR
        assert glance(disturbed(cost(1, first)), 20) <= LINEAR
        assert steepness(cost(1.5, first), 50) > STEEPEST
        assert steepness(cost(1, first), 50) <= STEEPEST
    assert steepness(lambda n: n * min(n, 8000) * 1e-9, 50, beyond=16_000) <= STEEPEST


@pytest.mark.parametrize("began", range(0, 20, 4))
def test_a_line_stays_one_where_others_come_and_go(began: int) -> None:
    """Ten measurements may cost twice as much and the next ten not: no line looks steep, and no square looks plain."""

    def in_turns(power: float) -> Callable[[int], float]:
        known, asked = cost(power, 1e-6), itertools.count(began)
        return lambda size: known(size) * (2 if next(asked) % 20 >= 10 else 1)

    assert steepness(in_turns(1), 50) <= STEEPEST
    assert steepness(in_turns(2), 50) > STEEPEST
