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
        """A sentence is made."""
        if self._load(plan)[number]:
            return
        with self._using.store.making(content_key("progress", plan.key)):
            flags = bytearray(self._load(plan))
            flags[number] = 1
            self._keep(plan.key, bytes(flags))

    def forget(self, key: str) -> None:
        """Look for its clips again, since other ones will be made."""
        with self._lock:
            self._noted.pop(key, None)
        self._using.store.forget(PROGRESS, key)

    def _load(self, plan: Plan) -> bytes:
        """As noted by any process; at hand for when the store cannot be written to."""
        flags = self._using.store.get(PROGRESS, plan.key)
        with self._lock:
            here = self._noted.get(plan.key)
        if flags is None or len(flags) != len(plan.utterances):
            flags = here
        if flags is None:
            utterances = effective(plan, self._using).utterances
            flags = bytes(self._using.store.has_clip(line.clip) for line in utterances)
            self._keep(plan.key, flags)
        return flags

    def _keep(self, key: str, flags: bytes) -> None:
        with self._lock:
            self._noted[key] = flags
            self._noted.move_to_end(key)
            while len(self._noted) > KEPT:
                self._noted.popitem(last=False)
        self._using.store.put(PROGRESS, key, flags)
