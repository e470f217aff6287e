"""What a service sends, as samples: MP3, WAV or FLAC."""

import struct
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from .web_request import RequestFailed

Samples = NDArray[np.int16]

_FORMATS: Final = {"MP3", "WAV", "WAVEX", "FLAC"}
"""Not all that the library reads: the less of it strangers reach, the better."""
_STEP_MS: Final = 5
_QUIET: Final = 10 ** (-45 / 20)
BREATH_MS: Final = 250
"""Between two parts where the text has a sign to breathe at."""
WORD_GAP_MS: Final = 40


def decode(audio: bytes) -> tuple[Samples, int]:
    """Mono samples and their rate. Raises RequestFailed for what is no sound."""
    try:
        with soundfile.SoundFile(BytesIO(_sized(audio))) as file:
            if file.format not in _FORMATS:
                raise RequestFailed(f"what came is {file.format}, which was not asked for", passing=True)
            sound, rate = file.read(dtype="float32", always_2d=True).mean(axis=1), file.samplerate
    except soundfile.SoundFileError as error:
        raise RequestFailed(f"what came is no sound: {error}", passing=True) from error
    if not sound.size:
        raise RequestFailed("what came has no sound", passing=True)
    return np.clip(np.rint(sound * 32768), -32768, 32767).astype(np.int16), int(rate)


def decode_pcm(audio: bytes) -> tuple[Samples, int]:
    """Bare samples as OpenAI sends them: 24 kHz, 16 bits, mono."""
    if not audio or len(audio) % 2:
        raise RequestFailed("no samples, or half a sample at the end", passing=True)
    return np.frombuffer(audio, "<i2"), 24_000


def _sized(audio: bytes) -> bytes:
    """A server that streams WAV does not know its sizes when it sends the head; now we do."""
    if audio[:4] != b"RIFF" or (at := audio.find(b"data", 12)) < 0:
        return audio
    size = struct.pack("<I", len(audio) - at - 8)
    return audio[:4] + struct.pack("<I", len(audio) - 8) + audio[8 : at + 4] + size + audio[at + 8 :]


def join(parts: Sequence[tuple[str, Samples]], rate: int) -> bytes:
    """Parts of one text, each with its samples, one after the other with the pauses of a speaker."""
    pieces: list[Samples] = []
    for number, (text, samples) in enumerate(parts):
        if number:
            gap = WORD_GAP_MS if parts[number - 1][0][-1:].isalnum() else BREATH_MS
            pieces.append(np.zeros(rate * gap // 1000, np.int16))
        pieces.append(_trimmed(samples, rate) if len(parts) > 1 and text else samples)
    return _bytes(pieces)


def _bytes(pieces: Iterable[Samples]) -> bytes:
    return b"".join(piece.astype("<i2").tobytes() for piece in pieces)


def _trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence at both ends."""
    step = rate * _STEP_MS // 1000
    whole = samples[: samples.size // step * step].astype(np.float32).reshape(-1, step)
    power = np.square(whole).mean(axis=1)
    loud = np.flatnonzero(power > power.max(initial=0.0) * _QUIET**2)
    return samples[loud[0] * step : (loud[-1] + 1) * step] if loud.size else samples
