"""One narration at a time per recording; a second asker joins the first.

A sentence that somebody waits for is made before any that is made ahead, and pages take turns, so that a long
page does not hold up a short one. Work on a page stops when nobody has asked for any of it for a while.
"""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
import structlog

from . import narrate
from .errors import EngineBusy, EngineFailed, NoVoice, ReaderError
from .job import INTEREST_SECONDS, Job
from .model import Clip, Line, Plan

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 60.0
"""How long an asker waits for one sentence."""
GRACE_SECONDS = 0.05
"""How long after a page is asked for its first sound nothing is made ahead: that sound goes out undisturbed."""
HURRY_SECONDS = 1.0
"""How long a first sound that is not there yet holds back what is made ahead: a slow voice must not stop the others."""
ONLINE_AHEAD = 8
"""How many sentences are made ahead in a voice that sends the text away: not more than may be heard."""
TIDY_EVERY = 500
"""Sentences between two looks at the size of the store: some 15 megabytes."""
CLOSING_SECONDS = 4.0
"""How long closing waits for the sentences that are being made."""
_KEPT_JOBS = 256


class State(msgspec.Struct, frozen=True):
    """How far a recording has come."""

    made: int
    of: int
    complete: bool
    provisional: bool


class Narrator:
    """Makes clips in `workers` threads. Safe to call from any thread."""

    def __init__(self, parts: narrate.Parts, workers: int, tidy: Callable[[], object] = lambda: None) -> None:
        """`tidy` is called now and then, to keep the store within its size."""
        self.parts = parts
        self._tidy = tidy
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._turn = threading.Condition()
        self._closed = False
        self._newcomer_at = -GRACE_SECONDS
        self._joining = threading.Lock()
        self._since_tidy = 0
        self._threads = [threading.Thread(target=self._work, name=f"narrator-{n}", daemon=True) for n in range(workers)]
        for thread in self._threads:
            thread.start()

    def clip(self, plan: Plan, number: int, patience: float = PATIENCE_SECONDS) -> tuple[Line, Clip]:
        """Line and clip of sentence `number`, made now if need be; the sentences after it are made ahead.

        The line differs from the plan's where another voice had to step in.
        Raises EngineFailed, NoVoice, StoreFull.
        """
        try:
            return self.ask(plan, number).result(patience)
        except TimeoutError:
            raise EngineFailed from None

    def ask(self, plan: Plan, number: int) -> Future[tuple[Line, Clip]]:
        """What `clip` gives, for who does not wait for it in a thread. Raises EngineBusy."""
        answer: Future[tuple[Line, Clip]] = Future()
        with self._turn:
            if self._closed:
                raise EngineBusy
            job = self._job(plan)
            job.asked_at = time.monotonic()
            job.cursor = number
            job.ahead_to = self._reach(job, number)
            if number not in job.made:
                job.waiting.setdefault(number, []).append(answer)
                job.wanted.append(number)
                job.failed.discard(number)
                if not job.made:
                    self._newcomer_at = job.asked_at
            wanted = job.plan.lines[number]
            self._turn.notify()
            made = number in job.made
        if made:
            answer.set_result((wanted, self.parts.store.clip(wanted.clip) or narrate.make(wanted, self.parts)))
        return answer

    def stream(self, plan: Plan) -> Iterator[bytes]:
        """The whole recording from the start, piece by piece, as it is made."""
        with self._heard(plan):
            for number in range(len(plan.lines)):
                yield narrate.sound_of(*self.clip(plan, number))

    async def stream_later(self, plan: Plan) -> AsyncGenerator[bytes, None]:
        """The same for who awaits the pieces: no thread waits with them."""
        with self._heard(plan):
            for number in range(len(plan.lines)):
                asked = await asyncio.to_thread(self.ask, plan, number)
                made = await asyncio.wait_for(asyncio.wrap_future(asked), PATIENCE_SECONDS)
                yield narrate.sound_of(*made)

    @contextmanager
    def _heard(self, plan: Plan) -> Iterator[None]:
        """Somebody hears the recording as it is made."""
        with self._turn:
            job = self._job(plan)
            job.streams += 1
        try:
            yield
        finally:
            with self._turn:
                job.streams -= 1

    def state(self, plan: Plan) -> State:
        """How far the recording has come, here or in another process."""
        of = len(plan.lines)
        with self._turn:
            job = self._jobs.get(plan.key)
            provisional = bool(job and job.plan.provisional) or plan.provisional
            made = set(job.made) if job else set()
        if self.parts.store.audio(plan.key):
            return State(of, of, complete=True, provisional=plan.provisional)
        made |= {n for n, x in enumerate(plan.lines) if n not in made and self.parts.store.has_clip(x.clip)}
        return State(len(made), of, complete=False, provisional=provisional)

    def join(self, plan: Plan) -> Path | None:
        """The file of a recording all of whose sentences are made, joined now if need be; else None."""
        if self.state(plan).made < len(plan.lines):
            return None
        with self._joining:
            if self.parts.store.audio(plan.key) is None:
                narrate.finish(plan, self.parts)
        return self.parts.store.audio(plan.key)

    def settled(self, plan: Plan) -> Plan:
        """The plan as it is really being spoken: another one where a voice of second choice had to step in."""
        with self._turn:
            job = self._jobs.get(plan.key)
            return job.plan if job else plan

    def renew(self, plan: Plan) -> None:
        """Forget that a voice had to step in, if that narration is over: its first choice gets another chance."""
        with self._turn:
            job = self._jobs.get(plan.key)
            if job and job.plan.key != plan.key and not job.held() and (job.finished or not job.alive()):
                del self._jobs[plan.key]

    def close(self) -> None:
        """Stop after the sentences that are being made; whoever waits for another one is told."""
        with self._turn:
            self._closed = True
            waiting = [future for job in self._jobs.values() for asked in job.waiting.values() for future in asked]
            for job in self._jobs.values():
                job.waiting.clear()
            self._turn.notify_all()
        for future in waiting:
            future.set_exception(EngineBusy())
        end = time.monotonic() + CLOSING_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _job(self, plan: Plan) -> Job:
        job = self._jobs.get(plan.key)
        if job is None or (job.finished and not self.parts.store.audio(job.plan.key)):
            job = self._jobs[plan.key] = Job(plan)
        self._jobs.move_to_end(plan.key)
        idle = [key for key, job in self._jobs.items() if not job.held()]
        for key in idle[: max(0, len(self._jobs) - _KEPT_JOBS)]:
            if key != plan.key:
                del self._jobs[key]
        return job

    def _reach(self, job: Job, number: int) -> int:
        online = self.parts.roster.voice(job.plan.lines[number].voice).online
        return min(len(job.plan.lines), number + ONLINE_AHEAD) if online else len(job.plan.lines)

    # --- what the threads do -----------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._turn:
                while not (task := self._next()) and not self._closed:
                    self._turn.wait(self._grace() or INTEREST_SECONDS)
                if self._closed:
                    return
                self._turn.notify()  # where one sentence may be made, there may be another
            job, number = task  # type: ignore[misc]  # the loop above ends only with a task or at closing
            if number is None:
                self._finish(job)
                continue
            try:
                self._make(job, number)
                self._keep_tidy()
            except Exception as problem:
                self._answer(job, number, problem)
                if not isinstance(problem, ReaderError):
                    log.exception("narration failed", recording=job.plan.key, utterance=number)

    def _next(self) -> tuple[Job, int | None] | None:
        """What to do now: somebody waits, else a page is ready to be joined, else make ahead, pages taking turns."""
        for job in self._jobs.values():
            if (number := job.next_wanted()) is not None:
                job.begun.add(number)
                return job, number
        if self._grace():
            return None
        for key, job in list(self._jobs.items()):
            if job.complete and not job.finishing:
                job.finishing = True
                return job, None
            if (number := job.next_ahead()) is not None:
                job.begun.add(number)
                self._jobs.move_to_end(key)
                return job, number
        return None

    def _grace(self) -> float:
        """Seconds until something may be made ahead, if nothing changes before."""
        now = time.monotonic()
        if any(job.waiting and not job.made and now - job.asked_at < HURRY_SECONDS for job in self._jobs.values()):
            return GRACE_SECONDS
        return max(0.0, self._newcomer_at + GRACE_SECONDS - now)

    def _make(self, job: Job, number: int) -> None:
        wanted = job.plan.lines[number]
        try:
            clip = narrate.make(wanted, self.parts)
        except EngineFailed as problem:
            self._give_to_next_voice(job, number, wanted, problem)
        else:
            self._answer(job, number, (wanted, clip))

    def _give_to_next_voice(self, job: Job, number: int, wanted: Line, problem: EngineFailed) -> None:
        engine = self.parts.roster.engine(wanted.voice).name
        log.warning("voice failed", voice=wanted.voice, recording=job.plan.key, utterance=number)
        with self._turn:
            job.refused.add(engine)
            with suppress(NoVoice):
                if job.plan.lines[number] == wanted:
                    job.plan = narrate.recast(job.plan, job.made, job.refused, self.parts)
            moved_on = job.plan.lines[number] != wanted
            if moved_on:
                job.begun.discard(number)
                job.wanted.append(number)
        if not moved_on:
            self._answer(job, number, problem)

    def _answer(self, job: Job, number: int, answer: tuple[Line, Clip] | Exception) -> None:
        with self._turn:
            waiting = job.waiting.pop(number, [])
            if isinstance(answer, Exception):
                job.begun.discard(number)
                job.failed.add(number)
            else:
                job.made.add(number)
                if job.plan.lines[number] != answer[0]:  # another voice stepped in while this one still spoke
                    job.plan = narrate.with_line(job.plan, number, answer[0])
        for future in waiting:
            if isinstance(answer, Exception):
                future.set_exception(answer)
            else:
                future.set_result(answer)

    def _keep_tidy(self) -> None:
        with self._turn:
            self._since_tidy = (self._since_tidy + 1) % TIDY_EVERY
            due = self._since_tidy == 1
        if due:
            self._tidy()

    def _finish(self, job: Job) -> None:
        try:
            self.join(job.plan)
        except Exception as problem:  # noqa: BLE001 - the door of the thread: clips are served without the joined file
            log.warning("recording not joined", recording=job.plan.key, problem=repr(problem))
        with self._turn:
            job.finished = True
