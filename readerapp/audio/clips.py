"""A sound becomes a clip: resampled, trimmed to the same silence at both ends, equally loud, compressed."""

from typing import Final

import numpy as np
import soxr
from numpy.typing import NDArray

from ..model import Clip, Mark, Sound
from .encoding import DELAY_MS, RATE, Samples, compress, decode, silence
from .loudness import level

LEAD_MS: Final = 15
TAIL_MS: Final = 25
"""Silence that is kept before the first and after the last thing heard; pauses come from the script."""

_UNHEARD_MS: Final = DELAY_MS + LEAD_MS + TAIL_MS + 17
"""Silence of a clip's own around what is heard; the last is what fills the last frame, on average."""

_STEP: Final = RATE // 200
_STEP_MS: Final = 1000 * _STEP / RATE
_QUIET: Final = 10 ** (-45 / 20)
"""Beside the loudest part of a clip, what is this quiet is silence."""
_BLURRED_STEPS: Final = 2
"""How exactly an engine knows where the next word begins."""
_PAUSE_MS: Final = 50
_HEARD: Final = b"\1"


def encode(sound: Sound, key: str) -> Clip:
    """The clip of a sound; its marks are in milliseconds of the decoded clip, the encoder's delay included."""
    samples = _resample(sound)
    active = _active(samples)
    begin, end = _ends(active, samples.size)
    shift = DELAY_MS - begin * 1000 / RATE
    steps = active.tobytes()
    marks = tuple(_moved(mark, steps, shift) for mark in sound.marks)
    speech = level(samples[max(0, begin) : end])
    return Clip(key, compress(speech, max(0, -begin), max(0, end - samples.size)), marks)


def sound(clip: Clip) -> Sound:
    """What a clip sounds like, in its own time: marks found in it are marks of the clip. Raises NotAudio."""
    samples, rate = decode(clip.audio)
    return Sound((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes(), rate)


def pause(milliseconds: float) -> bytes:
    """Silence that makes the pause heard between two clips that long, within half a frame."""
    return silence(milliseconds - _UNHEARD_MS)


def _resample(sound: Sound) -> Samples:
    samples = np.frombuffer(sound.samples, "<i2").astype(np.float32)
    samples *= np.float32(1 / 32768)
    return samples if sound.rate == RATE else np.asarray(soxr.resample(samples, sound.rate, RATE, "HQ"), np.float32)


def _active(samples: Samples) -> NDArray[np.bool_]:
    """Whether anything is heard, for each 5 ms."""
    whole = samples.size // _STEP * _STEP
    steps, rest = samples[:whole].reshape(-1, _STEP), samples[whole:]
    energy = np.einsum("ij,ij->i", steps, steps)
    if rest.size:
        energy = np.append(energy, rest @ rest)
    return np.asarray(energy > max(energy.max(initial=0.0) * _QUIET**2, 1e-9 * _STEP))


def _ends(active: NDArray[np.bool_], size: int) -> tuple[int, int]:
    """First and last sample of the clip; all of it when nothing is heard."""
    steps = np.flatnonzero(active)
    if not steps.size:
        return 0, size
    return int(steps[0]) * _STEP - LEAD_MS * RATE // 1000, (int(steps[-1]) + 1) * _STEP + TAIL_MS * RATE // 1000


def _moved(mark: Mark, active: bytes, shift: float) -> Mark:
    """The mark in the clip's time; a word lasts from where it is first heard until where it is last heard."""
    begin, finish = mark.begin, mark.finish
    start, end = int(begin // _STEP_MS), int(finish // _STEP_MS)
    first = active.find(_HEARD, start, end)
    if first >= 0:
        begin = max(begin, first * _STEP_MS)
        finish = _fallen_silent(active.rfind(_HEARD, start, max(start, end - _BLURRED_STEPS)), finish)
    return Mark(mark.start, mark.end, max(0.0, begin + shift), max(0.0, finish + shift))


def _fallen_silent(last: int, finish: float) -> float:
    """Where the sound stops, if it does so well before `finish`: words run into each other, pauses do not."""
    stop = (last + 1) * _STEP_MS if last >= 0 else finish
    return stop if finish - stop > _PAUSE_MS else finish
