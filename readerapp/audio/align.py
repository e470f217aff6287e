"""When each word is said by a voice that does not tell: its sound laid along that of one that does.

Both sounds become rows of mel-frequency cepstra, and dynamic time warping finds which moment of the one is
which moment of the other; the reference's words are then read off at their places.
"""

from functools import cache
from typing import Final

import numpy as np
import soxr
from numpy.typing import NDArray

from ..model import Mark, Sound

RATE: Final = 16_000
HOP: Final = RATE // 100
HOP_MS: Final = 1000 * HOP / RATE
WINDOW: Final = 400
FILTERS: Final = 26
COEFFICIENTS: Final = 13
QUIET: Final = 10 ** (-40 / 20)
LONGEST_MS: Final = 60_000
"""The work grows with the square of the length; a sentence is never this long."""

Rows = NDArray[np.float32]


def align(sound: Sound, reference: Sound) -> tuple[Mark, ...]:
    """The reference's marks at the times when `sound` says the same words; empty where either is silent.

    Costs about a hundredth of the sound's length. Sounds longer than LONGEST_MS are not aligned.
    """
    if not reference.marks or max(sound.milliseconds, reference.milliseconds) > LONGEST_MS:
        return ()
    ours, theirs = _heard(_samples(sound)), _heard(_samples(reference))
    if ours is None or theirs is None:
        return ()
    (samples, begin), (reference_samples, reference_begin) = ours, theirs
    times = _path(_cepstra(reference_samples), _cepstra(samples)) * HOP_MS + begin

    def moved(time: float) -> float:
        place = np.clip((time - reference_begin) / HOP_MS, 0, times.size - 1)
        return min(float(np.interp(place, np.arange(times.size), times)), sound.milliseconds)

    return tuple(Mark(mark.start, mark.end, moved(mark.begin), moved(mark.finish)) for mark in reference.marks)


def _samples(sound: Sound) -> Rows:
    samples = np.frombuffer(sound.samples, "<i2").astype(np.float32) / 32768
    return np.asarray(soxr.resample(samples, sound.rate, RATE, "MQ"), np.float32)


def _heard(samples: Rows) -> tuple[Rows, float] | None:
    """Without the silence at both ends, and how many milliseconds were cut at the first; None for silence."""
    steps = samples[: samples.size // HOP * HOP].reshape(-1, HOP)
    power = np.square(steps).mean(axis=1)
    loud = np.flatnonzero(power > max(power.max(initial=0.0) * QUIET**2, 1e-9))
    if loud.size < WINDOW // HOP + 1:
        return None
    return samples[loud[0] * HOP : (loud[-1] + 1) * HOP], float(loud[0] * HOP_MS)


def _cepstra(samples: Rows) -> Rows:
    """A row every HOP samples, centred on it; each coefficient with mean 0 and deviation 1 over the sound."""
    signal = np.pad(samples, WINDOW // 2)
    signal[1:] -= 0.97 * signal[:-1]
    frames = np.lib.stride_tricks.sliding_window_view(signal, WINDOW)[::HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(WINDOW).astype(np.float32), 512)) ** 2
    mel = np.log(power @ _filters() + 1e-7)
    rows = mel @ _cosines()
    return np.asarray((rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-6), np.float32)


@cache
def _filters() -> Rows:
    """Triangles, evenly spaced in mel, over a 512-point power spectrum."""
    mels = np.linspace(_mel(80), _mel(7600), FILTERS + 2)
    edges = 700 * (10 ** (mels / 2595) - 1)
    bins = np.fft.rfftfreq(512, 1 / RATE)[:, None]
    up = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    down = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    return np.maximum(0, np.minimum(up, down)).astype(np.float32)


def _mel(frequency: float) -> float:
    return float(2595 * np.log10(1 + frequency / 700))


@cache
def _cosines() -> Rows:
    places = (np.arange(FILTERS) + 0.5)[:, None] * np.arange(COEFFICIENTS) * np.pi / FILTERS
    return np.cos(places).astype(np.float32)


def _path(reference: Rows, rows: Rows) -> NDArray[np.float64]:
    """For each row of the reference, the place among `rows` that goes with it, on the cheapest way through."""
    back = _steps(_distances(reference, rows))
    sums, counts = np.zeros(len(reference)), np.zeros(len(reference))
    i, j = len(reference) - 1, len(rows) - 1
    while True:
        sums[i] += j
        counts[i] += 1
        if i == 0 and j == 0:
            return np.asarray(sums / counts)
        step = back[i, j]
        i, j = i - (step != _ALONG), j - (step != _ACROSS)


def _distances(reference: Rows, rows: Rows) -> Rows:
    squares = np.square(reference).sum(1)[:, None] + np.square(rows).sum(1) - 2 * reference @ rows.T
    return np.asarray(np.sqrt(np.maximum(squares, 0)))


_BOTH, _ACROSS, _ALONG = 0, 1, 2


def _steps(distances: Rows) -> NDArray[np.int8]:
    """The last step of the cheapest way to each cell: both a row on, only the reference, only the other.

    Cells on one anti-diagonal depend only on the two before it, so each is one vector operation.
    """
    height, width = distances.shape
    steps = np.zeros((height, width), np.int8)
    before = last = np.full(height + 1, np.inf, np.float32)
    for diagonal in range(height + width - 1):
        low, high = max(0, diagonal - width + 1), min(height, diagonal + 1)
        i = np.arange(low, high)
        ways = np.stack((before[i], last[i], last[i + 1]))
        if diagonal == 0:
            ways[_BOTH] = 0
        step = ways.argmin(axis=0)
        costs = np.full(height + 1, np.inf, np.float32)
        costs[i + 1] = distances[i, diagonal - i] + ways.min(axis=0)
        steps[i, diagonal - i] = step
        before, last = last, costs
    return steps
