"""A whole page as one file: its clips joined, with the cues of its sentences."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from .. import audio
from ..errors import EngineBusy
from ..model import Cue, Plan, Recording
from .clips import sound_of, timed
from .dependencies import Dependencies
from .views import RecordingFacts

KNOWN: Final = 1000
"""Recordings whose length and age are at hand."""


class Recordings:
    """What there is of finished recordings, found out once. Safe for threads."""

    def __init__(self, using: Dependencies) -> None:
        self._using = using
        self._known: OrderedDict[str, RecordingFacts] = OrderedDict()
        self._lock = threading.Lock()

    def facts(self, key: str) -> RecordingFacts | None:
        """Length and age of the recording, while it is kept."""
        if self._using.store.sound(key) is None:
            return None
        with self._lock:
            facts = self._known.get(key)
        if facts is None and (recording := self._using.store.recording(key)):
            facts = RecordingFacts(recording.milliseconds, recording.made_at)
            with self._lock:
                self._known[key] = facts
                while len(self._known) > KNOWN:
                    self._known.popitem(last=False)
        return facts


def join(plan: Plan, using: Dependencies) -> Recording:
    """Join the clips into the recording and keep it; one that is kept already is not joined again."""
    for line in plan.utterances:
        timed(line, using)  # before the right to join is held: one right at a time
    with using.store.making(plan.key):
        if recording := using.store.recording(plan.key):
            return recording
        return _joined(plan, using)


def _joined(plan: Plan, using: Dependencies) -> Recording:
    cues: list[Cue] = []

    def frames() -> Iterator[bytes]:
        at = 0.0
        for number, line in enumerate(plan.utterances):
            clip = using.store.clip(line.clip)
            if clip is None:
                raise EngineBusy(reason="a sentence was pruned while the recording was joined")
            cues.append(audio.cue(number, at, clip, line.spoken, line.voice))
            sound = sound_of(line, clip)
            at += audio.milliseconds(sound)
            yield sound

    size = using.store.keep_audio(plan.key, frames())
    recording = Recording(
        key=plan.key,
        address=plan.address,
        title=plan.title,
        language=plan.language,
        voice=plan.voice,
        cues=tuple(cues),
        milliseconds=audio.milliseconds(size),
        made_at=datetime.now(UTC),
        page_fingerprint=plan.page_fingerprint,
        page_fetched_at=plan.page_fetched_at,
        provisional=plan.provisional,
    )
    using.store.keep_recording(recording)
    return recording
