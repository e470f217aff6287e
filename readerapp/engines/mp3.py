"""MP3 from a service, as samples."""

from collections.abc import Iterable, Sequence
from typing import Final

import miniaudio
import numpy as np
from numpy.typing import NDArray

from .web_request import RequestFailed

Samples = NDArray[np.int16]

_STEP_MS: Final = 5
_QUIET: Final = 10 ** (-45 / 20)
BREATH_MS: Final = 250
"""Between two parts where the text has a sign to breathe at."""
WORD_GAP_MS: Final = 40


def decode(audio: bytes) -> tuple[Samples, int]:
    """Mono samples and their rate. Raises RequestFailed for what is no MP3."""
    try:
        sound = miniaudio.mp3_read_s16(audio)
    except miniaudio.DecodeError as error:
        raise RequestFailed(f"what came is no MP3: {error}", passing=True) from error
    samples = np.frombuffer(sound.samples, np.int16).reshape(-1, sound.nchannels).mean(axis=1)
    if not samples.size:
        raise RequestFailed("what came has no sound", passing=True)
    return samples.astype(np.int16), int(sound.sample_rate)


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
    heard = np.flatnonzero(power > power.max(initial=0.0) * _QUIET**2)
    return samples[heard[0] * step : (heard[-1] + 1) * step] if heard.size else samples
