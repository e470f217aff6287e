"""What is done for a recording, one task at a time, and how it is asked for: made once, whoever asks."""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar, cast

from ..errors import EngineFailed, RecordingUnknown
from ..model import Clip, Plan, PlannedUtterance
from . import clips, recordings
from .dependencies import Dependencies
from .fallbacks import another, effective, fall_back, note
from .hedging import Late, soon
from .progress import Progress
from .schedule import Task
from .threads import Threads

PATIENCE_SECONDS = 60.0
"""How long a caller waits for one sentence."""
JOINING_SECONDS = 600.0
"""How long a caller waits for a whole recording, all of whose sentences are made, to be joined."""
ONLINE_AHEAD = 8
"""How many sentences are made ahead in a voice that sends the text away: not more than may be heard."""

Answer = TypeVar("Answer")

PLANS = 128
"""Plans at hand in this process."""


class Making:
    """Makes clips, times and files in `workers` threads. Safe to call from any thread."""

    def __init__(self, using: Dependencies, workers: int) -> None:
        self._using = using
        self._plans: OrderedDict[str, Plan] = OrderedDict()
        self._lock = threading.Lock()
        self._progress = Progress(using)
        self._threads = Threads(self._work, workers)

    def plan(self, key: str) -> Plan:
        """The plan with this key. Raises RecordingUnknown."""
        with self._lock:
            plan = self._plans.get(key)
        plan = plan or self._using.store.plan(key)
        if plan is None:
            raise RecordingUnknown
        self.remember(plan)
        return plan

    def remember(self, plan: Plan) -> None:
        """Have the plan at hand, since it will be asked for."""
        with self._lock:
            self._plans[plan.key] = plan
            self._plans.move_to_end(plan.key)
            while len(self._plans) > PLANS:
                self._plans.popitem(last=False)

    def clip(self, plan: Plan, number: int, patience: float = PATIENCE_SECONDS) -> tuple[PlannedUtterance, Clip]:
        """What is said, and the clip, of sentence `number`, made now if need be; the sentences after it are made ahead.

        It differs from the plan's where another voice had to fall in.
        Raises EngineFailed, NoVoice, StoreFull.
        """
        return waited(self.asked(plan, number), patience)

    def timed(self, plan: Plan, number: int) -> tuple[PlannedUtterance, Clip]:
        """As `clip`, with the times of its words."""
        return waited(self.asked_times(plan, number), PATIENCE_SECONDS)

    def asked_times(self, plan: Plan, number: int) -> Future[tuple[PlannedUtterance, Clip]]:
        """What `timed` gives, for who does not wait for it in a thread."""
        times: Future[tuple[PlannedUtterance, Clip]] = Future()

        def then(sound: Future[tuple[PlannedUtterance, Clip]]) -> None:
            try:
                line, clip = sound.result()
                task = Task(plan.key, "times", number)
                lacking = clips.lacks_times(clip, line, self._using)
                hearing = self._threads.ask(task, len(plan.utterances)) if lacking else None
            except Exception as problem:  # noqa: BLE001 - it is raised where somebody waits
                times.set_exception(problem)
                return
            if hearing is None:
                times.set_result((line, clip))
            else:
                hearing.add_done_callback(partial(_pass_on, times))

        self.asked(plan, number).add_done_callback(then)
        return times

    def stream(self, plan: Plan) -> Iterator[bytes]:
        """The whole recording from the start, piece by piece, as it is made."""
        with self._threads.listening(plan.key, len(plan.utterances)):
            for number in range(len(plan.utterances)):
                yield clips.sound_of(*self.clip(plan, number))

    async def stream_later(self, plan: Plan) -> AsyncGenerator[bytes, None]:
        """The same for who awaits the pieces: no thread waits with them."""
        with self._threads.listening(plan.key, len(plan.utterances)):
            for number in range(len(plan.utterances)):
                answer = await asyncio.to_thread(self.asked, plan, number)
                yield clips.sound_of(
                    *await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(answer)), PATIENCE_SECONDS)
                )

    def made(self, plan: Plan) -> int:
        """How many sentences are made, here or in another process."""
        return self._progress.count(plan)

    def join(self, plan: Plan) -> bool:
        """Whether the recording is joined now, because all of its sentences are made."""
        if joining := self.asked_join(plan):
            waited(joining, JOINING_SECONDS)
        return joining is not None

    def asked_join(self, plan: Plan) -> Future[object] | None:
        """The joining of the recording; None while some of its sentences are not made."""
        if self.made(plan) < len(plan.utterances):
            return None
        joining = self._threads.ask(Task(plan.key, "join"), len(plan.utterances))
        if joining is None:
            joining = Future()
            joining.set_result(None)
        return joining

    def busy(self, key: str) -> bool:
        """Whether anybody waits for a recording or hears it, or is likely to go on."""
        return self._threads.busy(key)

    def forget(self, key: str) -> None:
        """Begin a recording from the start when it is asked for again."""
        self._threads.forget(key)
        self._progress.forget(key)

    def close(self) -> None:
        """Stop after what is being done."""
        self._threads.close()

    def asked(self, plan: Plan, number: int) -> Future[tuple[PlannedUtterance, Clip]]:
        """What `clip` gives, for who does not wait for it in a thread. Raises EngineBusy."""
        effective_plan = self._current(plan)
        ahead = ONLINE_AHEAD if self._using.voices.voice(effective_plan.utterances[number].voice).online else None
        sound = self._threads.ask(Task(plan.key, "clip", number), len(plan.utterances), ahead)
        if sound is None:
            sound = Future()
            line = effective(plan, self._using).utterances[number]
            sound.set_result((line, clips.make(line, self._using)))
        return cast("Future[tuple[PlannedUtterance, Clip]]", sound)

    def _current(self, plan: Plan) -> Plan:
        """The plan as it is spoken; begun anew where the recording was made and is no longer kept."""
        effective_plan = effective(plan, self._using)
        if self._threads.finished(plan.key) and not self._using.store.sound(effective_plan.key):
            self._threads.forget(plan.key)
        self.remember(plan)
        return effective_plan

    # --- what the threads do -----------------------------------------------------------------------

    def _work(self, task: Task) -> object:
        plan = self.plan(task.key)
        if task.kind == "join":
            return recordings.join(effective(plan, self._using), self._using)
        if task.kind == "times":
            line = effective(plan, self._using).utterances[task.number]
            return line, clips.timed(line, self._using)
        sound = self._say(plan, task.number)
        self._progress.mark(plan, task.number)
        return sound

    def _say(self, plan: Plan, number: int) -> tuple[PlannedUtterance, Clip]:
        """The sentence in the voice that is planned, or in the first one after it that can."""
        line = effective(plan, self._using).utterances[number]
        first = not self._threads.made(plan.key)
        while True:
            try:
                clip = self._first(line) if first else clips.make(line, self._using)
            except EngineFailed as problem:
                try:
                    line = fall_back(plan, number, line, problem, self._using)
                except Late as late:  # nobody else is left: the one that is late may still say it
                    return line, cast("Clip", late.answer.result())
            else:
                note(plan, number, line, self._using)
                return line, clip

    def _first(self, line: PlannedUtterance) -> Clip:
        """The first sound of a page. Raises Late where it does not come soon and another voice could fall in."""
        make = partial(clips.make, line, self._using)
        return soon(make) if another(line, self._using) else make()


def waited(answer: Future[Answer], patience: float) -> Answer:
    """What comes of it. Raises EngineFailed when it takes longer than `patience`."""
    try:
        return answer.result(patience)
    except TimeoutError:
        raise EngineFailed(reason="it takes too long") from None


def _pass_on(outcome: Future[Answer], answer: Future[Any]) -> None:
    if problem := answer.exception():
        outcome.set_exception(problem)
    else:
        outcome.set_result(answer.result())
