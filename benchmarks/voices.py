"""What each voice costs: times realtime, time to the first sound, memory, beside the bare library.

    python -m benchmarks.voices [--voices FOLDER]

For espeak-ng the bare library is the same library in this process, asked for the same sentences in a loop, each
encoded by a bare LAME at the same settings; the ratio of the engine with its workers to that, from the same run,
is what counts: by the clock, and by the processors' time, which other work on the machine does not change.
Memory is the resident size of the workers.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from statistics import median

import lameenc
import numpy as np
import soxr

from readerapp.audio import encode
from readerapp.engines.contract import Engine
from readerapp.engines.espeak import PITCH, EspeakEngine
from readerapp.engines.espeak_builds import Build, find_build
from readerapp.engines.espeak_worker import Library
from readerapp.engines.piper import PiperEngine
from readerapp.model import SpokenText, Voice

from .texts import SENTENCES

ROUNDS = 25
"""Times that the sentences are said: some 20,000 characters."""
FIRSTS = 31


def bare(build: Build, language: str) -> tuple[float, float, float]:
    """Seconds a round, seconds to the first clip and processor seconds a round, of the library and LAME alone."""
    library = Library(str(build.library), str(build.data))
    manner = (language, build.rates[language], PITCH)

    def one(text: str) -> None:
        samples, _ = library.speak(text, manner)
        at_24k = soxr.resample(np.frombuffer(samples, "<i2"), library.rate, 24_000)
        encoder = lameenc.Encoder()
        encoder.silence()
        encoder.set_bit_rate(48)
        encoder.set_in_sample_rate(24_000)
        encoder.set_out_sample_rate(24_000)
        encoder.set_channels(1)
        encoder.set_quality(7)
        encoder.encode(at_24k.tobytes())
        encoder.flush()

    one(SENTENCES[language][0])
    first = timed(lambda: one(SENTENCES[language][0]))
    begun, worked = time.perf_counter(), processors()
    for _ in range(ROUNDS):
        for text in SENTENCES[language]:
            one(text)
    return (time.perf_counter() - begun) / ROUNDS, first, (processors() - worked) / ROUNDS


def timed(do: Callable[[], object]) -> float:
    """Median seconds."""
    times = []
    for _ in range(FIRSTS):
        begun = time.perf_counter()
        do()
        times.append(time.perf_counter() - begun)
    return median(times)


def measured(engine: Engine, voice: Voice, threads: int) -> tuple[float, float, float, float]:
    """Seconds a round, seconds to the first clip, processor seconds and seconds of sound a round, with encoding."""

    def one(text: str) -> float:
        sound = engine.speak(SpokenText(text, voice.language), voice)
        encode(sound, "benchmark")
        return sound.milliseconds / 1000

    one(SENTENCES[voice.language][0])
    first = timed(lambda: one(SENTENCES[voice.language][0]))
    begun, worked = time.perf_counter(), processors()
    with ThreadPoolExecutor(threads) as pool:
        spoken = sum(pool.map(one, SENTENCES[voice.language] * ROUNDS))
    return (time.perf_counter() - begun) / ROUNDS, first, (processors() - worked) / ROUNDS, spoken / ROUNDS


def workers() -> list[Path]:
    """This process's children, in /proc."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return [Path("/proc") / child for child in children]


def processors() -> float:
    """Seconds that processors have worked for this process and its children."""
    ticks = sum(sum(map(int, (child / "stat").read_text().rpartition(")")[2].split()[11:13])) for child in workers())
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def memory() -> float:
    """Megabytes of the children."""
    lines = (line for child in workers() for line in (child / "status").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def report(engine: Engine, threads: int, builds: Sequence[Build] = ()) -> None:
    """One line for each language."""
    for language in SENTENCES:
        voice = next((each for each in engine.voices() if each.language == language), None)
        if voice is None:
            continue
        alone = bare(builds[0], language) if builds else None
        seconds, first, worked, spoken = measured(engine, voice, threads)
        line = f"{voice.id:26} {engine.version:12} {spoken / seconds:5.0f} x realtime"
        line += f"  first {first * 1000:6.1f} ms  {memory():5.0f} MB"
        if alone:
            line += f"  | bare: rate x{alone[0] / seconds / threads:.2f} a core, x{alone[2] / worked:.2f} by work"
            line += f", first x{first / alone[1]:.2f}"
        print(line)


def main() -> None:
    """Measure every engine that needs no network."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--voices", type=Path, help="folder of Piper voices")
    folder = parser.parse_args().voices
    cores = os.cpu_count() or 1
    for name in ("loader", "piper"):
        if build := find_build(name):
            with closing(EspeakEngine(cores, name)) as engine:
                engine.warm()
                report(engine, cores, [build])
    if folder:
        with closing(PiperEngine(folder)) as piper:
            report(piper, 1)


if __name__ == "__main__":
    main()
