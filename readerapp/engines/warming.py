"""Warming is a courtesy to the first visitor: whatever goes wrong in it is logged, and the service serves."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

import structlog

log = structlog.get_logger(__name__)

PATIENCE_SECONDS: Final = 15.0
"""How long serving waits for all of it; what takes longer goes on beside it."""


def warm(
    tasks: Mapping[str, Callable[[], object]],
    report: Callable[[str, BaseException], object],
    patience: float = PATIENCE_SECONDS,
) -> None:
    """Do every task in a thread of its own, by name, and wait for them, but not for ever. Never raises.

    `report` is told the name and the problem of each that fails.
    """
    threads = {
        name: threading.Thread(target=_attempt, args=(name, task, report), name=f"warm-{name}", daemon=True)
        for name, task in tasks.items()
    }
    for thread in threads.values():
        thread.start()
    deadline = time.monotonic() + patience
    for name, thread in threads.items():
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            log.warning("not warm yet", voice=name, seconds=patience)


def _attempt(name: str, task: Callable[[], object], report: Callable[[str, BaseException], object]) -> None:
    try:
        task()
    except BaseException as problem:  # noqa: BLE001 - the door of the thread: a voice that exits ends nobody else
        report(name, problem)
