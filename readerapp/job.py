"""How far one recording has come, and which of its sentences is to be made next."""

import time
from collections import deque
from concurrent.futures import Future

from .model import Clip, Line, Plan

INTEREST_SECONDS = 20.0
"""How long after the last question a page is still worked on."""


class Job:
    """One recording that is being made. All of its fields are guarded by the narrator's lock."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.made: set[int] = set()
        self.begun: set[int] = set()
        self.failed: set[int] = set()
        self.refused: set[str] = set()
        self.waiting: dict[int, list[Future[tuple[Line, Clip]]]] = {}
        self.wanted: deque[int] = deque()
        self.cursor = 0
        self.ahead_to = len(plan.lines)
        self.finishing = self.finished = False
        self.streams = 0
        self.asked_at = time.monotonic()

    @property
    def complete(self) -> bool:
        """Whether every sentence is made."""
        return len(self.made) == len(self.plan.lines)

    def alive(self) -> bool:
        """Whether anybody has asked for any of it lately."""
        return bool(self.streams) or time.monotonic() - self.asked_at < INTEREST_SECONDS

    def held(self) -> bool:
        """Whether somebody waits for a sentence of it, or hears it as it is made."""
        return bool(self.streams or self.waiting)

    def next_wanted(self) -> int | None:
        """A sentence that somebody waits for and nobody makes."""
        while self.wanted:
            number = self.wanted.popleft()
            if number not in self.made and number not in self.begun:
                return number
        return None

    def next_ahead(self) -> int | None:
        """The first sentence from where the ear is that nobody makes yet; then those that were jumped over."""
        if not self.alive() or (self.waiting and not self.made):
            return None  # nothing competes with the very first sound of a page
        busy = self.made | self.begun | self.failed
        order = (*range(self.cursor, self.ahead_to), *range(min(self.cursor, self.ahead_to)))
        return next((number for number in order if number not in busy), None)
