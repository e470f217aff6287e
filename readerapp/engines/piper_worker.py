"""Piper in a process of its own: a neural voice takes hundreds of megabytes, cannot be interrupted, and is GPL.

`processes/main.py` runs this file with the installed packages. One question at a time; the threads are those
inside a synthesis, for two at once gain nothing.
"""

import json
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
from piper import AudioChunk, PiperConfig, PiperVoice, SynthesisConfig
from piper.patch_voice_with_alignment import add_alignment_output

MOST_LOADED = 2
"""Voices kept in memory: one a language of a page in two."""


def start(threads: str) -> Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]:
    """The function that says a text: rate, samples, and first and last sample of each group of phonemes."""
    voices: OrderedDict[str, PiperVoice] = OrderedDict()

    def answer(question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        model = question["model"]
        try:
            if model not in voices:
                voices[model] = _load(Path(model), int(threads))
            voices.move_to_end(model)
            while len(voices) > MOST_LOADED:
                voices.popitem(last=False)
            return _say(voices[model], question["text"], question["pace"])
        except Exception as error:  # The door of this process: onnxruntime has exceptions of every kind.
            raise RuntimeError(f"{type(error).__name__}: {error}") from error

    return answer


def _load(path: Path, threads: int) -> PiperVoice:
    """With phoneme lengths as an output, and without the arena that keeps the most memory ever used."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    model = onnx.load(str(path))
    with suppress(ValueError):  # It has them already, or hides them: then the words are found by their sound.
        add_alignment_output(model)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), sess_options=options, providers=["CPUExecutionProvider"]
    )
    config = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    return PiperVoice(session=session, config=PiperConfig.from_dict(config))


def _say(voice: PiperVoice, text: str, pace: float) -> tuple[dict[str, Any], bytes]:
    settings = SynthesisConfig(length_scale=(voice.config.length_scale or 1.0) / pace)
    pieces: list[bytes] = []
    words: list[tuple[int, int]] = []
    aligned: bool = True
    at = 0
    for chunk in voice.synthesize(text, settings, include_alignments=True):
        samples = chunk.audio_int16_bytes
        aligned = aligned and chunk.phoneme_alignments is not None
        words += [(at + begin, at + end) for begin, end in _groups(chunk)]
        pieces.append(samples)
        at += len(samples) // 2
    return {"rate": voice.config.sample_rate, "words": words if aligned else []}, b"".join(pieces)


def _groups(chunk: AudioChunk) -> Iterator[tuple[int, int]]:
    """First and last sample of each group of phonemes between spaces that is heard, punctuation left out."""
    at, begin, end = 0, -1, -1
    for part in chunk.phoneme_alignments or ():
        if part.phoneme == " " and begin >= 0:
            yield begin, end
            begin = -1
        if unicodedata.category(part.phoneme[0])[0] == "L":
            begin = at if begin < 0 else begin
            end = at + int(part.num_samples)
        at += int(part.num_samples)
    if begin >= 0:
        yield begin, end
