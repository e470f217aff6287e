"""How far recordings have come: noted in the store as it happens, so that every process says the same at the same cost.

A byte for each sentence, 1 where it is made. Only a plan that nothing was noted of has its clips looked for.
"""

import threading
from collections import OrderedDict
from typing import Final

from ..model import Plan
from ..store import content_key
from ..store.kinds import PROGRESS
from .dependencies import Dependencies
from .fallbacks import effective

KEPT: Final = 256
"""Recordings whose progress is at hand."""
_MADE: Final = b"\1"


class Progress:
    """What is made of each recording. Safe to call from any thread and in several processes."""

    def __init__(self, using: Dependencies) -> None:
        self._using = using
        self._noted: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def count(self, plan: Plan) -> int:
        """How many sentences are made, here or in another process."""
        return self._load(plan).count(1)

    def mark(self, plan: Plan, number: int) -> None:
        """A sentence is made: one byte is written, where others write theirs."""
        if self._load(plan)[number] or self._amended(plan, number):
            return
        with self._using.store.making(content_key("progress", plan.key)):
            if not self._amended(plan, number):  # what was noted is gone, or there is no place for it
                flags = self._stored(plan) or bytes(len(plan.utterances))
                self._keep(plan.key, flags[:number] + _MADE + flags[number + 1 :])

    def forget(self, key: str) -> None:
        """Look for its clips again, since other ones will be made."""
        with self._lock:
            self._noted.pop(key, None)
        self._using.store.forget(PROGRESS, key)

    def _load(self, plan: Plan) -> bytes:
        """As noted by any process, or begun now: by one of them, that no other's marks are written over."""
        flags = self._stored(plan)
        if flags is None:
            with self._using.store.making(content_key("progress", plan.key)):
                flags = self._stored(plan)
                if flags is None:
                    utterances = effective(plan, self._using).utterances
                    flags = bytes(self._using.store.has_clip(line.clip) for line in utterances)
                    self._keep(plan.key, flags)
        return flags

    def _stored(self, plan: Plan) -> bytes | None:
        """What is kept, or at hand because it could not be."""
        flags = self._using.store.get(PROGRESS, plan.key)
        if flags is None or len(flags) != len(plan.utterances):
            with self._lock:
                return self._noted.get(plan.key)
        return flags

    def _amended(self, plan: Plan, number: int) -> bool:
        """Whether a mark was added to what is kept, which is then all that is known."""
        if not self._using.store.amend(PROGRESS, plan.key, number, _MADE):
            return False
        with self._lock:
            self._noted.pop(plan.key, None)
        return True

    def _keep(self, key: str, flags: bytes) -> None:
        with self._lock:
            self._noted[key] = flags
            self._noted.move_to_end(key)
            while len(self._noted) > KEPT:
                self._noted.popitem(last=False)
        self._using.store.put(PROGRESS, key, flags)
