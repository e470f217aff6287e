"""What a visitor would hear: a sound device without a device, a recorder at its monitor, what was heard when.

The device is PulseAudio's null sink with a runtime folder of its own, so that tests of two checkouts never meet.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.browser.engines.face import lacking

RATE = 24_000
"""Samples a second, of the recorder and of the service's own sound alike."""

SILENT = 0.004
"""Below this a sample is taken for silence: the null sink itself adds nothing."""

PATIENCE_S = 20

Samples = NDArray[np.float32]


class Place(NamedTuple):
    """Where a sound was heard, in seconds after the recorder's start, and how much alike it is, from 0 to 1."""

    at: float
    likeness: float


class Recorder:
    """Listens at the device's monitor from its making until `stop`.

    `began_before` is the latest moment, in seconds since 1970, at which its first sample can have been heard.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        self._parec = subprocess.Popen(
            ("parec", "-d", "null.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=10"),
            env=variables,
            stdout=subprocess.PIPE,
        )
        self._pieces: list[bytes] = []
        self.began_before = inf
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()
        end = time.monotonic() + PATIENCE_S
        while not self._pieces:
            assert time.monotonic() < end, "the recorder hears nothing, not even silence"
            time.sleep(0.01)

    def heard(self) -> Samples:
        """What was heard so far, between -1 and 1."""
        whole = b"".join(self._pieces)
        return np.frombuffer(whole[: len(whole) // 2 * 2], "<i2").astype(np.float32) / np.float32(32768)

    def stop(self) -> Samples:
        """Stop listening; everything that was heard."""
        self._parec.terminate()
        self._reading.join()
        self._parec.wait()
        if self._parec.stdout:
            self._parec.stdout.close()
        return self.heard()

    def _read(self) -> None:
        pipe = self._parec.stdout
        assert pipe
        seconds = 0.0
        while piece := pipe.read(RATE // 50 * 2):
            self._pieces.append(piece)
            seconds += len(piece) / 2 / RATE
            self.began_before = min(self.began_before, time.time() - seconds)


class Device:
    """A silent sound device; `variables` is the environment of who shall play into it."""

    def __init__(self, variables: dict[str, str]) -> None:
        self.variables = variables

    @contextmanager
    def recording(self) -> Iterator[Recorder]:
        """A recorder that is stopped in the end, whatever happens."""
        recorder = Recorder(self.variables)
        try:
            yield recorder
        finally:
            recorder.stop()


@contextmanager
def silent_device() -> Iterator[Device]:
    """PulseAudio with nothing but a null sink, in a folder that goes away with it. Raises Lacking."""
    lacking(("pulseaudio", "parec"), "pulseaudio pulseaudio-utils")
    folder = tempfile.mkdtemp(prefix="sound-")
    variables = {**os.environ, "XDG_RUNTIME_DIR": folder, "PULSE_SERVER": f"unix:{folder}/pulse/native", "HOME": folder}
    modules = ("module-null-sink sink_name=null rate=48000", "module-native-protocol-unix auth-anonymous=1")
    loaded = [argument for module in modules for argument in ("-L", module)]
    daemon = subprocess.Popen(
        ("pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", "--disable-shm=yes", *loaded),
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + PATIENCE_S
        while not (Path(folder) / "pulse" / "native").exists():
            assert daemon.poll() is None, "pulseaudio ended"
            assert time.monotonic() < end, "pulseaudio does not start"
            time.sleep(0.05)
        yield Device(variables)
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait()
        shutil.rmtree(folder, ignore_errors=True)


def find(heard: Samples, wanted: Samples, within: float | None = None) -> Place:
    """Where `wanted` begins in what was heard, or in its first seconds `within`, by normalised cross-correlation."""
    size = 1 << (len(heard) + len(wanted)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size)), size)[: len(heard)]
    energy = np.concatenate(([0.0], np.cumsum(heard.astype(np.float64) ** 2)))
    ends = np.minimum(np.arange(len(heard)) + len(wanted), len(heard))
    around = np.sqrt(np.maximum(energy[ends] - energy[: len(heard)], 1e-9))
    likeness = product / (around * np.sqrt(float((wanted.astype(np.float64) ** 2).sum())))
    at = int(np.argmax(likeness if within is None else likeness[: int(within * RATE)]))
    return Place(at / RATE, float(likeness[at]))


def first_sound(heard: Samples) -> float | None:
    """Seconds until something is heard; None where all is silence."""
    loud = np.flatnonzero(np.abs(heard) > SILENT)
    return float(loud[0]) / RATE if loud.size else None
