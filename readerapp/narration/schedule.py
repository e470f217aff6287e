"""Who is next: which sentence of which page is made now. No threads and no clock of its own; `threads.py` runs it.

A sentence that somebody waits for is made before any that is made ahead, and pages take turns, so that a long page
does not hold up a short one. Work on a page stops when nobody has asked for any of it for a while.
"""

from collections import OrderedDict, deque
from typing import Final, Literal, NamedTuple

INTEREST_SECONDS = 20.0
"""How long after the last question a page is still worked on."""
GRACE_SECONDS = 0.05
"""How long after a page is asked for its first sound nothing is made ahead: that sound goes out undisturbed."""
HURRY_SECONDS = 1.0
"""How long a first sound that is not there yet holds back what is made ahead: a slow voice must not stop the others."""
KEPT = 256
"""Pages whose progress is remembered when nobody asks for them."""

Kind = Literal["clip", "times", "join"]
URGENCY: Final[tuple[Kind, ...]] = ("clip", "times", "join")
"""What is waited for, in the order in which it is done: sound, the light on its words, the file to keep."""


class Task(NamedTuple):
    """One thing to do for a recording: a sentence's clip, the times of its words, or joining it all."""

    key: str
    kind: Kind
    number: int = 0


class _Untouched:
    """The sentences that nobody has begun. Looking for the next one costs the same wherever it is."""

    def __init__(self, count: int) -> None:
        self._after = list(range(count + 1))

    def take(self, number: int) -> None:
        """Somebody begins it."""
        self._after[number] = number + 1

    def first(self, start: int, end: int) -> int | None:
        """The first one from `start` on and before `end`."""
        number = start
        while self._after[number] != number:
            number = self._after[number]
        while start != number:  # the next look goes straight there
            self._after[start], start = number, self._after[start]
        return number if number < end else None


class _Work:
    """How far one recording has come."""

    def __init__(self, key: str, count: int, now: float) -> None:
        self.key, self.count = key, count
        self.made: set[int] = set()
        self.begun: set[Task] = set()
        self.waiting: set[Task] = set()
        self.wanted: dict[Kind, deque[Task]] = {kind: deque() for kind in URGENCY}
        self.untouched = _Untouched(count)
        self.cursor = 0
        self.ahead_to = count
        self.finishing = self.finished = False
        self.streams = 0
        self.asked_at = now

    def alive(self, now: float) -> bool:
        """Whether anybody has asked for any of it lately."""
        return bool(self.streams) or now - self.asked_at < INTEREST_SECONDS

    def held(self) -> bool:
        """Whether somebody waits for a part of it, or hears it as it is made."""
        return bool(self.streams or self.waiting)

    def next_wanted(self, kind: Kind) -> Task | None:
        """Something that somebody waits for and nobody does."""
        while self.wanted[kind]:
            task = self.wanted[kind].popleft()
            if task in self.waiting and task not in self.begun:
                return task
        return None

    def next_ahead(self, now: float) -> Task | None:
        """The file, if all is made; else the first sentence from where the ear is, then those that were jumped over."""
        if len(self.made) == self.count and not self.finishing:
            return Task(self.key, "join")
        if not self.alive(now) or (self.waiting and not self.made):
            return None  # nothing competes with the very first sound of a page
        number = self.untouched.first(self.cursor, self.ahead_to)
        if number is None:
            number = self.untouched.first(0, min(self.cursor, self.ahead_to))
        return None if number is None else Task(self.key, "clip", number)


class Schedule:
    """All recordings that are being made. Whoever uses it from several threads guards it with a lock."""

    def __init__(self) -> None:
        self._works: OrderedDict[str, _Work] = OrderedDict()
        self._newcomer_at = float("-inf")

    def ask(self, task: Task, count: int, now: float, ahead: int | None = None) -> bool:
        """Somebody wants this of a recording of `count` sentences; whether it must be waited for.

        The sentences after it are made ahead: all of them, or those of the next `ahead`.
        """
        work = self._work(task.key, count, now)
        work.asked_at = now
        if task.kind == "clip":
            work.cursor = task.number
            work.ahead_to = count if ahead is None else min(count, task.number + ahead)
            if task.number in work.made:
                return False
            if not work.made:
                self._newcomer_at = now
        work.waiting.add(task)
        work.wanted[task.kind].append(task)
        return True

    def next(self, now: float) -> Task | None:
        """What to do now, which is thereby begun: what somebody waits for, else ahead, pages taking turns."""
        for kind in URGENCY:
            for work in self._works.values():
                if task := work.next_wanted(kind):
                    return self._begin(work, task)
        if self.hold(now):
            return None
        for key, work in self._works.items():
            if task := work.next_ahead(now):
                self._works.move_to_end(key)
                return self._begin(work, task)
        return None

    def hold(self, now: float) -> float:
        """Seconds until something may be made ahead, if nothing changes before."""
        if any(w.waiting and not w.made and now - w.asked_at < HURRY_SECONDS for w in self._works.values()):
            return GRACE_SECONDS
        return max(0.0, self._newcomer_at + GRACE_SECONDS - now)

    def done(self, task: Task, *, well: bool) -> None:
        """It has been done, or could not be; what failed is done again only when somebody asks for it."""
        work = self._works.get(task.key)
        if work is None:
            return
        work.begun.discard(task)
        work.waiting.discard(task)
        if task.kind == "join":
            work.finished = True
        elif task.kind == "clip" and well:
            work.made.add(task.number)

    def listen(self, key: str, count: int, now: float) -> None:
        """Somebody begins to hear it as it is made; `leave` ends that."""
        self._work(key, count, now).streams += 1

    def leave(self, key: str) -> None:
        """Somebody who heard it as it was made is gone."""
        if work := self._works.get(key):
            work.streams -= 1

    def made(self, key: str) -> int:
        """How many sentences have been made here."""
        work = self._works.get(key)
        return len(work.made) if work else 0

    def has_made(self, task: Task) -> bool:
        """Whether that sentence has been made here."""
        work = self._works.get(task.key)
        return bool(work and task.number in work.made)

    def finished(self, key: str) -> bool:
        """Whether all has been done for it."""
        work = self._works.get(key)
        return bool(work and work.finished)

    def busy(self, key: str, now: float) -> bool:
        """Whether anybody waits for it or hears it, or is likely to go on."""
        work = self._works.get(key)
        return bool(work and (work.held() or (work.alive(now) and not work.finished)))

    def forget(self, key: str) -> None:
        """Begin it from the start when it is asked for again."""
        work = self._works.get(key)
        if work and not work.held():
            del self._works[key]

    def _begin(self, work: _Work, task: Task) -> Task:
        work.begun.add(task)
        if task.kind == "clip":
            work.untouched.take(task.number)
        elif task.kind == "join":
            work.finishing = True
        return task

    def _work(self, key: str, count: int, now: float) -> _Work:
        work = self._works.get(key)
        if work is None:
            work = self._works[key] = _Work(key, count, now)
        self._works.move_to_end(key)
        idle = [other for other, each in self._works.items() if other != key and not each.held()]
        for other in idle[: max(0, len(self._works) - KEPT)]:
            del self._works[other]
        return work
