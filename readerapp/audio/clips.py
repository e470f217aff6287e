"""A sound becomes a clip: resampled, trimmed to the same silence at both ends, equally loud, compressed."""

from typing import Final

import numpy as np
import soxr
from numpy.typing import NDArray

from ..model import Clip, Mark, Sound
from .encoding import DELAY_MS, RATE, Samples, compress
from .loudness import level

LEAD_MS: Final = 15
TAIL_MS: Final = 25
"""Silence that is kept before the first and after the last thing heard; pauses come from the script."""

_STEP: Final = RATE // 200
_STEP_MS: Final = 1000 * _STEP / RATE
_QUIET: Final = 10 ** (-45 / 20)
"""Beside the loudest part of a clip, what is this quiet is silence."""


def encode(sound: Sound, key: str) -> Clip:
    """The clip of a sound; its marks are in milliseconds of the decoded clip, the encoder's delay included."""
    samples = _resample(sound)
    active = _active(samples)
    begin, end = _ends(active, samples.size)
    shift = DELAY_MS - begin * 1000 / RATE
    marks = tuple(_moved(mark, active, shift) for mark in sound.marks)
    return Clip(key, compress(level(samples[begin:end])), marks)


def _resample(sound: Sound) -> Samples:
    samples = np.frombuffer(sound.samples, "<i2").astype(np.float32) / 32768
    return samples if sound.rate == RATE else soxr.resample(samples, sound.rate, RATE, "HQ")


def _active(samples: Samples) -> NDArray[np.bool_]:
    """Whether anything is heard, for each 5 ms."""
    steps = -(-samples.size // _STEP)
    padded = np.zeros(steps * _STEP, np.float32)
    padded[: samples.size] = samples
    power = np.square(padded.reshape(steps, _STEP)).mean(axis=1)
    return np.asarray(power > max(power.max(initial=0.0) * _QUIET**2, 1e-9))


def _ends(active: NDArray[np.bool_], size: int) -> tuple[int, int]:
    """First and last sample to keep; all of it when nothing is heard."""
    heard = np.flatnonzero(active)
    if not heard.size:
        return 0, size
    begin = heard[0] * _STEP - LEAD_MS * RATE // 1000
    end = (heard[-1] + 1) * _STEP + TAIL_MS * RATE // 1000
    return max(0, int(begin)), min(size, int(end))


def _moved(mark: Mark, active: NDArray[np.bool_], shift: float) -> Mark:
    """The mark in the clip's time; a word ends where it is last heard, not where the next one begins."""
    first, last = int(mark.begin // _STEP_MS), int(np.ceil(mark.finish / _STEP_MS))
    heard = np.flatnonzero(active[first:last])
    finish = min(mark.finish, (first + int(heard[-1]) + 1) * _STEP_MS) if heard.size else mark.finish
    return Mark(mark.start, mark.end, max(0.0, mark.begin + shift), max(0.0, finish + shift))
