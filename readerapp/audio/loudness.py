"""Every clip equally loud: ITU-R BS.1770 loudness of speech, a gain, and a limiter for its peaks.

The same measure as the standard's (K-weighting, 400 ms blocks, two gates), computed from products of neighbouring
samples instead of filters; and unlike the standard it is defined for a clip shorter than one block. Half the sampling
rate is enough for it: speech has little above 6 kHz, and the encoding leaves less.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .encoding import RATE, Samples

TARGET_LUFS: Final = -23.0
"""Of the decoded clip."""
ENCODER_LOSS: Final = 0.55
"""What the encoding takes away from speech, in LU."""
CEILING: Final = 10 ** (-1.5 / 20)
"""The highest sample allowed, with room for what MP3 adds between samples."""
MOST_GAIN: Final = 10 ** (30 / 20)
"""Nearly silent sounds are not blown up into noise."""

_HALF_RATE: Final = RATE // 2
_STEP: Final = _HALF_RATE // 10
_STEPS_A_BLOCK: Final = 4
_LAGS: Final = 3
_ABSOLUTE_GATE: Final = 10 ** ((-70 + 0.691) / 10)
_RELATIVE_GATE: Final = 0.1
_LIMITER_STEP: Final = RATE // 1000
_LIMITER_REACH: Final = 5


def level(samples: Samples) -> Samples:
    """The same sound, so loud that it is at TARGET_LUFS once encoded, and never above CEILING."""
    loudness = measure(samples)
    if loudness is None:
        return samples
    gain = min(10 ** ((TARGET_LUFS + ENCODER_LOSS - loudness) / 20), MOST_GAIN)
    return limit(samples * np.float32(gain))


def measure(samples: Samples) -> float | None:
    """Loudness in LUFS of samples at RATE; None for silence."""
    size = samples.size // 2
    even = 2 * size
    steps = -(-size // _STEP)
    if not steps:
        return None
    halves = np.zeros(steps * _STEP + _LAGS, np.float32)
    np.add(samples[:even:2], samples[1:even:2], out=halves[:size])
    now, *later = (halves[lag : lag + steps * _STEP].reshape(steps, _STEP) for lag in range(_LAGS + 1))
    powers = sum(
        weight * np.einsum("ij,ij->i", now, then) for weight, then in zip(_weights(), (now, *later), strict=True)
    )
    power = _gated(_blocks(powers, size))
    return None if power is None else float(10 * np.log10(power) - 0.691)


def _blocks(powers: NDArray[np.floating], size: int) -> NDArray[np.float64]:
    """Mean power of each 400 ms, every 100 ms; of the whole sound where it is shorter than that."""
    whole = size // _STEP
    if whole < _STEPS_A_BLOCK:
        return np.array([powers.sum(dtype=np.float64) / size])
    sums = np.concatenate(([0.0], np.cumsum(powers[:whole], dtype=np.float64)))
    return (sums[_STEPS_A_BLOCK:] - sums[:-_STEPS_A_BLOCK]) / (_STEPS_A_BLOCK * _STEP)


def _gated(blocks: NDArray[np.float64]) -> float | None:
    """Mean of the blocks that are sound at all, and not much quieter than those."""
    loud = blocks[blocks > _ABSOLUTE_GATE]
    if not loud.size:
        return None
    return float(loud[loud > loud.mean() * _RELATIVE_GATE].mean())


@cache
def _weights() -> tuple[float, ...]:
    """K-weighting as factors of the samples' products with those 0, 1, 2, ... places later.

    A sum of such products is a sum of cosines in the power spectrum; these are the ones that come nearest to the
    standard's shelf of +4 dB above 1.7 kHz and high-pass at 38 Hz where speech is, from 80 Hz to 6 kHz. The loss
    is undone that comes from summing two samples into one.
    """
    frequencies = np.linspace(80, _HALF_RATE / 2 - 10, 600)
    z = np.exp(-2j * np.pi * frequencies / RATE)
    summing = 2 * np.cos(np.pi * frequencies / RATE)
    target = np.abs(_shelf(z) * _high_pass(z) / summing) ** 2
    cosines = np.cos(2 * np.pi * np.outer(frequencies / _HALF_RATE, np.arange(_LAGS + 1)))
    weights, *_ = np.linalg.lstsq(cosines / target[:, None], np.ones_like(target), rcond=None)
    return tuple(float(factor) for factor in weights)


def _shelf(z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    k, q, gain = np.tan(np.pi * 1681.974450955533 / RATE), 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    half = gain**0.4996667741545416
    top = (gain + half * k / q + k * k) + 2 * (k * k - gain) * z + (gain - half * k / q + k * k) * z * z
    return np.asarray(top / ((1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z))


def _high_pass(z: NDArray[np.complex128]) -> NDArray[np.complex128]:
    k, q = np.tan(np.pi * 38.13547087602444 / RATE), 0.5003270373238773
    bottom = (1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z
    return np.asarray((1 - 2 * z + z * z) * (1 + k / q + k * k) / bottom)


def limit(samples: Samples) -> Samples:
    """Turn down the 10 ms around each peak above CEILING, smoothly; the rest is left as it is."""
    if max(samples.max(initial=0.0), -samples.min(initial=0.0)) <= CEILING:
        return samples
    steps = -(-samples.size // _LIMITER_STEP)
    peaks = np.zeros(steps * _LIMITER_STEP, np.float32)
    peaks[: samples.size] = np.abs(samples)
    factors = np.minimum(1, CEILING / np.maximum(peaks.reshape(steps, -1).max(axis=1), CEILING))
    edges = np.pad(factors, _LIMITER_REACH, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(edges, 2 * _LIMITER_REACH + 1).min(axis=1)
    places = (np.arange(steps) + 0.5) * _LIMITER_STEP
    smooth = np.convolve(np.pad(lowest, 2, mode="edge"), np.full(5, 0.2), mode="valid")
    gains = np.interp(np.arange(samples.size), places, smooth)
    return np.clip(samples * gains, -CEILING, CEILING).astype(np.float32)
