"""One way to run the schedule: threads of this process, and futures for those who wait."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager

import structlog

from ..errors import EngineBusy, EngineFailed, ReaderError
from .schedule import INTEREST_SECONDS, Schedule, Task

log = structlog.get_logger(__name__)

CLOSING_SECONDS = 4.0
"""How long closing waits for what is being done."""


class Threads:
    """Does what the schedule says in `count` threads, with `work`. Safe to call from any thread."""

    def __init__(self, work: Callable[[Task], object], count: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._work = work
        self._clock = clock
        self._schedule = Schedule()
        self._waiting: dict[Task, list[Future[object]]] = {}
        self._turn = threading.Condition()
        self._closed = False
        self._threads = [threading.Thread(target=self._run, name=f"narrator-{n}", daemon=True) for n in range(count)]
        for thread in self._threads:
            thread.start()

    def do(self, task: Task, count: int, patience: float) -> object:
        """What `ask` will give, waited for. Raises EngineFailed when it takes longer than `patience`."""
        answer = self.ask(task, count)
        try:
            return answer.result(patience) if answer else None
        except TimeoutError:
            raise EngineFailed(reason="it takes too long") from None

    def ask(self, task: Task, count: int, ahead: int | None = None) -> Future[object] | None:
        """What `work` will give or raise for the task, done once for all who ask; None where it was done before.

        Raises EngineBusy at the end.
        """
        answer: Future[object] = Future()
        with self._turn:
            if self._closed:
                raise EngineBusy(reason="closed")
            if not self._schedule.ask(task, count, self._clock(), ahead):
                self._turn.notify()
                return None
            self._waiting.setdefault(task, []).append(answer)
            self._turn.notify()
        return answer

    @contextmanager
    def listening(self, key: str, count: int) -> Iterator[None]:
        """For as long as somebody hears a recording as it is made."""
        with self._turn:
            self._schedule.listen(key, count, self._clock())
        try:
            yield
        finally:
            with self._turn:
                self._schedule.leave(key)

    def made(self, key: str) -> int:
        """How many sentences of a recording have been made here."""
        with self._turn:
            return self._schedule.made(key)

    def has_made(self, task: Task) -> bool:
        """Whether a sentence has been made here."""
        with self._turn:
            return self._schedule.has_made(task)

    def finished(self, key: str) -> bool:
        """Whether all has been done for a recording."""
        with self._turn:
            return self._schedule.finished(key)

    def busy(self, key: str) -> bool:
        """Whether anybody waits for a recording or hears it, or is likely to go on."""
        with self._turn:
            return self._schedule.busy(key, self._clock())

    def forget(self, key: str) -> None:
        """Begin a recording from the start when it is asked for again."""
        with self._turn:
            self._schedule.forget(key)

    def close(self) -> None:
        """Stop after what is being done; whoever waits for something else is told."""
        with self._turn:
            self._closed = True
            queue = [future for futures in self._waiting.values() for future in futures]
            self._waiting.clear()
            self._turn.notify_all()
        for future in queue:
            future.set_exception(EngineBusy(reason="closed"))
        end = time.monotonic() + CLOSING_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _run(self) -> None:
        while task := self._next():
            try:
                answer = self._work(task)
            except Exception as problem:  # noqa: BLE001 - the door of the thread: it is told to those who wait
                self._fail(task, problem)
            else:
                for future in self._end(task, well=True):
                    future.set_result(answer)

    def _next(self) -> Task | None:
        """The next task, waited for; None at the end."""
        with self._turn:
            while not self._closed:
                if task := self._schedule.next(self._clock()):
                    self._turn.notify()  # where one thing may be done, there may be another
                    return task
                self._turn.wait(self._schedule.hold(self._clock()) or INTEREST_SECONDS)
        return None

    def _fail(self, task: Task, problem: Exception) -> None:
        if not isinstance(problem, ReaderError):
            log.error("narration failed", task=task._asdict(), exc_info=problem)
        elif task.kind == "join":
            log.warning("recording not joined", recording=task.key, problem=repr(problem))
        for future in self._end(task, well=False):
            future.set_exception(problem)

    def _end(self, task: Task, *, well: bool) -> list[Future[object]]:
        with self._turn:
            self._schedule.done(task, well=well)
            return self._waiting.pop(task, [])
