"""Why a voice failed: told to the log once a minute for each kind, and remembered for the operator's commands."""

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec
import structlog

from ..errors import EngineFailed
from ..seldom import Seldom

log = structlog.get_logger(__name__)


class Failure(msgspec.Struct, frozen=True):
    """The last time that an engine failed, and what it said."""

    engine: str
    voice: str
    reason: str
    at: datetime


class Failures:
    """The last failure of each engine. Safe for threads."""

    def __init__(self, keep: Callable[[Failure], object] = lambda _: None, before: Iterable[Failure] = ()) -> None:
        """`keep` is handed each failure that is told, for another process to show; `before` were kept earlier."""
        self._keep = keep
        self._last = {failure.engine: failure for failure in before}
        self._lock = threading.Lock()
        self._seldom = Seldom()

    def note(self, engine: str, voice: str, problem: BaseException) -> None:
        """Remember it, and tell it unless the same kind was told within the minute. Never raises."""
        failure = Failure(engine, voice, _reason(problem), datetime.now(UTC))
        with self._lock:
            self._last[engine] = failure
        if self._seldom((engine, type(problem), type(problem.__cause__))):
            log.warning("voice failed", voice=voice, reason=failure.reason, exc_info=problem)
            self._keep(failure)

    def last(self, engine: str) -> Failure | None:
        """Its last failure; None where none is known."""
        with self._lock:
            return self._last.get(engine)


def _reason(problem: BaseException) -> str:
    if isinstance(problem, EngineFailed) and problem.reason:
        return problem.reason
    return f"{type(problem).__name__}: {problem}"
