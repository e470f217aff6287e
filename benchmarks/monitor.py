"""The sound device's monitor with a clock: when what was recorded there was heard, in seconds since 1970.

What the recorder reads was heard before it was read, and a click that is played is not heard before it is written: so
the moment of its first sample is known between two bounds, and how far they are apart is told with every result.
"""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import numpy as np

from tests.browser.light import Starved
from tests.browser.sound import RATE, Device, Place, Recorder, Samples, find

CLICKS: Final = 3
UNSURE_S: Final = 0.015
TRIES: Final = 20
_CLICK_S: Final = 0.005
_APART_S: Final = 0.15
_LOUD: Final = 0.3
_PER_SECOND: Final = 1000
"""Of an envelope."""
_SMOOTH: Final = 41
"""Steps of an envelope over which it is smoothed: browsers join other pieces of slowed sound than we do."""
_PIECE: Final = RATE // 50
_SOUGHT: Final = _PIECE * 3 // 4
"""How far before and after its place a piece is looked for that goes on as the last one would have."""


class Heard(NamedTuple):
    """What was heard, when its first sample was, and how much that may be wrong, in seconds."""

    sound: Samples
    began: float
    unsure: float


class Monitor:
    """One recording, opened with clicks, from which its clock is known."""

    def __init__(self, recorder: Recorder, clicks: list[float]) -> None:
        self._recorder = recorder
        self._clicks = clicks

    def stop(self) -> Heard:
        """Everything that was heard. Raises Starved."""
        return self._timed(self._recorder.stop())

    @property
    def unsure(self) -> float:
        """How much the clock may be wrong as far as is known now, in seconds. Raises Starved."""
        return self._timed(self._recorder.heard()).unsure

    def _timed(self, sound: Samples) -> Heard:
        latest = self._recorder.began_before
        earliest = latest - 1.0
        silent_until = 0
        for written in self._clicks:
            loud = np.flatnonzero(np.abs(sound[silent_until:]) > _LOUD)
            if not loud.size:
                raise Starved("the monitor heard no click")
            at = silent_until + int(loud[0])
            earliest = max(earliest, written - at / RATE)
            silent_until = at + int(_APART_S / 2 * RATE)
        return Heard(sound, (earliest + latest) / 2, abs(latest - earliest) / 2)


@contextmanager
def listening(device: Device) -> Iterator[Monitor]:
    """Record what the device plays, a few clicks first; anew where these leave the clock too unsure. Raises Starved."""
    for _ in range(TRIES):
        with device.recording() as recorder:
            monitor = Monitor(recorder, _click(device))
            if monitor.unsure <= UNSURE_S:
                yield monitor
                return
    raise Starved("the recorder's clock is not known")


def _click(device: Device) -> list[float]:
    """Play clicks, straight into the device; when each was written."""
    program = ("pacat", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=5", "-d", "null")
    with subprocess.Popen(program, env=device.variables, stdin=subprocess.PIPE) as player:
        pipe = player.stdin
        assert pipe
        click = np.full(int(_CLICK_S * RATE), 30000, "<i2").tobytes()
        silence = np.zeros(int(0.01 * RATE), "<i2").tobytes()
        written: list[float] = []
        for _ in range(CLICKS):
            end = time.time() + _APART_S
            while time.time() < end:
                pipe.write(silence)
                pipe.flush()
                time.sleep(0.01)
            written.append(time.time())
            pipe.write(click + silence)
            pipe.flush()
        time.sleep(_APART_S)
        pipe.close()
    return written


def find_at(heard: Samples, wanted: Samples, within: float | None = None, rate: float = 1) -> Place:
    """Where a sound stands in what was heard; played faster or slower it is found by its loudness."""
    if rate == 1:
        return find(heard, wanted, within)
    loud, alike = _envelope(heard), _envelope(stretched(wanted, rate))
    steps_within = None if within is None else within * _PER_SECOND / RATE
    found = find(loud - loud.mean(), alike - alike.mean(), steps_within)
    return Place(found.at * RATE / _PER_SECOND, found.likeness)


def stretched(sound: Samples, rate: float) -> Samples:
    """A sound played faster or slower with its pitch kept, as browsers do it (WSOLA).

    It is put together from overlapping pieces of a fiftieth of a second, each taken near its place, where it is most
    like what would have followed the last one.
    """
    window, half = np.hanning(_PIECE + 1)[:_PIECE].astype(np.float32), _PIECE // 2
    length = int(len(sound) / rate)
    around = np.concatenate([np.zeros(_PIECE + _SOUGHT), sound, np.zeros(2 * _PIECE + _SOUGHT)]).astype(np.float32)
    made = np.zeros(length + _PIECE, np.float32)
    taken = _PIECE + _SOUGHT
    for at in range(0, length, half):
        from_ = int(at * rate) + _PIECE
        following = around[taken + half : taken + half + _PIECE]
        among = around[from_ : from_ + 2 * _SOUGHT + _PIECE]
        energy = np.convolve(among**2, np.ones(_PIECE, np.float32), "valid")
        likeness = np.correlate(among, following, "valid") / np.sqrt(np.maximum(energy, 1e-9))
        taken = from_ + int(np.argmax(likeness)) if at else taken
        made[at : at + _PIECE] += around[taken : taken + _PIECE] * window
    return made[:length]


def _envelope(sound: Samples) -> Samples:
    step = RATE // _PER_SECOND
    pieces = sound[: len(sound) // step * step].reshape(-1, step).astype(np.float64)
    smooth = np.convolve(np.sqrt((pieces**2).mean(axis=1)), np.ones(_SMOOTH) / _SMOOTH, mode="same")
    return np.asarray(smooth, np.float32)
