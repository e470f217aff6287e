"""The sound of one sentence, with the times of its words."""

from contextlib import suppress

import msgspec

from .. import audio
from ..errors import EngineFailed
from ..model import Clip, PlannedUtterance
from .dependencies import Dependencies


def make(wanted: PlannedUtterance, using: Dependencies) -> Clip:
    """The clip, from the store or made now and kept, by one process only. Raises EngineFailed, StoreFull."""
    if clip := using.store.clip(wanted.clip):
        return clip
    with using.store.making(wanted.clip):
        if clip := using.store.clip(wanted.clip):
            return clip
        clip = audio.encode(using.voices.speak(wanted.spoken, wanted.voice), wanted.clip)
        using.store.keep_clip(clip)
        return clip


def lacks_times(clip: Clip, wanted: PlannedUtterance, using: Dependencies) -> bool:
    """Whether the times of the clip's words are not known, and can be found out."""
    return not (clip.marks or wanted.voice == _keeper(wanted, using) or using.timekeeper not in using.voices.engines)


def timed(wanted: PlannedUtterance, using: Dependencies) -> Clip:
    """The utterance's clip with the times of its words, found by ear where its voice does not tell them.

    That takes longer than to speak, so nothing waits for it but the light on the words.
    """
    clip = make(wanted, using)
    if not lacks_times(clip, wanted, using):
        return clip
    with using.store.making(wanted.clip):
        if (kept := using.store.clip(wanted.clip)) and kept.marks:
            return kept
        with suppress(EngineFailed):
            keeper = _keeper(wanted, using)
            heard_by = using.voices.engine(keeper).speak(wanted.spoken, using.voices.voice(keeper))
            marks = audio.align(audio.sound(clip), heard_by)
            clip = msgspec.structs.replace(clip, marks=marks)
            using.store.keep_clip(clip)
        return clip


def sound_of(wanted: PlannedUtterance, clip: Clip) -> bytes:
    """The clip with the pause that follows it, as it stands in a recording."""
    return clip.audio + audio.pause(wanted.utterance.pause)


def _keeper(wanted: PlannedUtterance, using: Dependencies) -> str:
    return f"{using.timekeeper}:{wanted.spoken.language}"
