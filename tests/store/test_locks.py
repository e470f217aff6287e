"""Locks that processes share: one at a time for a holder, or it may wait for itself."""

from pathlib import Path

import pytest

from readerapp.store.locks import LocalLocks, SecondLock

ONE, OTHER = "a" * 64, "b" * 64


def test_a_holder_gets_no_second_lock(tmp_path: Path) -> None:
    """Who holds a lock and asks for any other is told at once, each time, and not one time in 4,096 by a halt."""
    locks = LocalLocks(tmp_path)
    for second in (ONE, OTHER):
        with pytest.raises(SecondLock), locks.lock(ONE), locks.lock(second):
            pytest.fail("two locks")


def test_a_holder_that_failed_may_ask_again(tmp_path: Path) -> None:
    """A failure under a lock, or being refused a second one, leaves neither held."""
    locks = LocalLocks(tmp_path)
    with pytest.raises(ZeroDivisionError), locks.lock(ONE):
        raise ZeroDivisionError
    with pytest.raises(SecondLock), locks.lock(ONE), locks.lock(OTHER):
        pytest.fail("two locks")
    for key in (ONE, OTHER):
        with locks.lock(key), LocalLocks(tmp_path).try_lock(key[:3]) as free:
            assert not free
        with LocalLocks(tmp_path).try_lock(key[:3]) as free:
            assert free
