"""The sound of one sentence, with the times of its words."""

from contextlib import suppress

import msgspec

from .. import audio
from ..errors import EngineFailed
from ..model import Clip, PlannedUtterance
from .dependencies import Dependencies


def make(line: PlannedUtterance, using: Dependencies) -> Clip:
    """The clip, from the store or made now and kept, by one process only. Raises EngineFailed, StoreFull."""
    if clip := using.store.clip(line.clip):
        return clip
    with using.store.making(line.clip):
        if clip := using.store.clip(line.clip):
            return clip
        clip = audio.encode(using.voices.speak(line.spoken, line.voice), line.clip)
        using.store.keep_clip(clip)
        return clip


def lacks_times(clip: Clip, line: PlannedUtterance, using: Dependencies) -> bool:
    """Whether the times of the clip's words are not known, and can be found out."""
    return not (clip.marks or line.voice == _keeper(line, using) or using.timekeeper not in using.voices.engines)


def timed(line: PlannedUtterance, using: Dependencies) -> Clip:
    """The utterance's clip with the times of its words, found by ear where its voice does not tell them.

    That takes longer than to speak, so nothing waits for it but the light on the words.
    """
    clip = make(line, using)
    if not lacks_times(clip, line, using):
        return clip
    with using.store.making(line.clip):
        if (timed_clip := using.store.clip(line.clip)) and timed_clip.marks:
            return timed_clip
        with suppress(EngineFailed):
            keeper = _keeper(line, using)
            heard_by = using.voices.engine(keeper).speak(line.spoken, using.voices.voice(keeper))
            marks = audio.align(audio.sound(clip), heard_by)
            clip = msgspec.structs.replace(clip, marks=marks)
            using.store.keep_clip(clip)
        return clip


def sound_of(line: PlannedUtterance, clip: Clip) -> bytes:
    """The clip with the pause that follows it, as it stands in a recording."""
    return clip.audio + audio.pause(line.utterance.pause)


def _keeper(line: PlannedUtterance, using: Dependencies) -> str:
    return f"{using.timekeeper}:{line.spoken.language}"
