"""How exactly words are marked: the marks of a long recording against where its decoded sound begins.

    python -m benchmarks.timing [--voices FOLDER] [--characters N]

Speaks some 20,000 characters with espeak-ng (each build that is installed) and, given a folder of Piper voices,
with Piper; encodes and joins the clips with their pauses, decodes the whole recording, and measures at each word
after a sign of punctuation how far the mark is from the place where the sound sets in: there, and only there, the
true onset can be seen. Drift is the difference between the last tenth of the recording and the first. Prints one
line an engine and language; the bars are a median of 15 ms and 60 ms at the 95th percentile.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from readerapp.audio import cue, decode, encode, pause
from readerapp.engines.contract import Engine
from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.espeak_builds import find_build
from readerapp.engines.piper import PiperEngine
from readerapp.model import Cue, SpokenText, Utterance, Voice

from .texts import SENTENCES

CHARACTERS = 20_000
PAUSE_MS = 360
STEP_MS = 1
QUIET = 10 ** (-38 / 20)
SILENCE_MS = 110
"""This much silence is a pause; the closure of a plosive is shorter."""


def record(engine: Engine, voice: Voice, characters: int) -> tuple[bytes, list[Cue]]:
    """The sentences over and over, as narration joins them."""
    audio, spoken = bytearray(), 0
    cues: list[Cue] = []
    sentences = SENTENCES[voice.language]
    while spoken < characters:
        text = sentences[len(cues) % len(sentences)]
        whole = SpokenText.join(Utterance(text=text, language=voice.language, block=0, start=0, end=len(text)), [])
        clip = encode(engine.speak(whole, voice), "benchmark")
        cues.append(cue(len(cues), len(audio) / 144 * 24, clip, whole, voice.id))
        audio += clip.audio + pause(PAUSE_MS)
        spoken += len(text)
    return bytes(audio), cues


def loud(audio: bytes) -> np.ndarray:
    """Whether anything is heard, for each millisecond of the decoded recording."""
    samples, rate = decode(audio)
    step = rate * STEP_MS // 1000
    power = np.square(samples[: samples.size // step * step].reshape(-1, step)).mean(axis=1)
    return np.asarray(np.sqrt(power) > QUIET * np.sqrt(np.percentile(power, 95)))


def errors(heard: np.ndarray, cues: Sequence[Cue]) -> Iterator[tuple[float, float]]:
    """Time in the recording, and the mark minus the onset in ms, for words with a pause in front of them."""
    quiet = np.concatenate(([0], np.cumsum(~heard)))
    starts = np.flatnonzero(heard[1:] & ~heard[:-1]) + 1
    onsets = starts[(starts >= SILENCE_MS) & (quiet[starts] - quiet[np.maximum(0, starts - SILENCE_MS)] == SILENCE_MS)]
    for each in cues:
        text = SENTENCES[each.voice.split(":")[1][:2]][each.utterance % len(SENTENCES["sv"])]
        for mark in each.marks:
            if mark.start == 0 or text[: mark.start].rstrip()[-1] in ".,:;?!":
                nearest = onsets[np.argmin(np.abs(onsets - mark.begin))]
                yield float(nearest), float(mark.begin - nearest)


def report(engine: Engine, characters: int) -> None:
    """One line for each language."""
    for language in SENTENCES:
        voice = next((each for each in engine.voices() if each.language == language), None)
        if voice is None:
            continue
        audio, cues = record(engine, voice, characters)
        found = np.array(list(errors(loud(audio), cues)))
        size, tenth = np.abs(found[:, 1]), len(found) // 10
        drift = np.median(found[-tenth:, 1]) - np.median(found[:tenth, 1])
        print(
            f"{voice.id:28} {engine.version:12} {len(audio) / 6000:7.0f} s  {len(found):5} onsets  "
            f"median {np.median(size):5.1f} ms  p95 {np.percentile(size, 95):5.1f} ms  drift {drift:+5.1f} ms"
        )


def main() -> None:
    """Measure every engine that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--voices", type=Path, help="folder of Piper voices")
    parser.add_argument("--characters", type=int, default=CHARACTERS, help="how much to speak of each language")
    options = parser.parse_args()
    for build in ("loader", "piper"):
        if find_build(build):
            with closing(EspeakEngine(1, build)) as engine:
                report(engine, options.characters)
    if options.voices:
        with closing(PiperEngine(options.voices)) as piper:
            report(piper, options.characters)


if __name__ == "__main__":
    main()
