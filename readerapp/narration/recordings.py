"""A whole page as one file: its clips joined, with the cues of its sentences."""

from collections.abc import Iterator
from datetime import UTC, datetime

from .. import audio
from ..errors import EngineBusy
from ..model import Cue, Plan, Recording
from .clips import sound_of, timed
from .dependencies import Dependencies


def join(plan: Plan, using: Dependencies) -> Recording:
    """Join the clips into the recording and keep it; one that is kept already is not joined again."""
    for planned in plan.lines:
        timed(planned, using)  # before the right to join is held: one right at a time
    with using.store.making(plan.key):
        if kept := using.store.recording(plan.key):
            return kept
        return _joined(plan, using)


def _joined(plan: Plan, using: Dependencies) -> Recording:
    cues: list[Cue] = []

    def frames() -> Iterator[bytes]:
        at = 0.0
        for number, planned in enumerate(plan.lines):
            clip = using.store.clip(planned.clip)
            if clip is None:
                raise EngineBusy(reason="a sentence was pruned while the recording was joined")
            cues.append(audio.cue(number, at, clip, planned.spoken, planned.voice))
            sound = sound_of(planned, clip)
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
