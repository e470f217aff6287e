"""One encoding for every clip, so that clips join byte by byte and time is integer arithmetic on bytes.

24 kHz mono MP3 at a constant 48 kbit/s: each frame is 24 ms and exactly 144 bytes. A fresh encoder for each
clip never reaches back into the clip before it, and writes no tags.
"""

from io import BytesIO
from typing import Final

import lameenc
import numpy as np
import soundfile
from numpy.typing import NDArray

RATE: Final = 24_000
BITRATE: Final = 48
FRAME_BYTES: Final = 144
FRAME_SAMPLES: Final = 576
FRAME_MS: Final = FRAME_SAMPLES * 1000 // RATE
ENCODING: Final = "mp3-24k-48-2"
"""Part of every clip's key; its last number counts changes to what `encode` does with a sound."""

DELAY_SAMPLES: Final = 1105
DELAY_MS: Final = DELAY_SAMPLES * 1000 / RATE
"""How much later than in the samples a sound is heard in the decoded file, whichever the decoder."""

QUALITY: Final = 7
"""LAME's scale, 0 best; at this bit rate no setting measured better, and 7 is twice as fast as 2."""

Samples = NDArray[np.float32]
_LOUDEST: Final = np.float32(32767)

_SILENT_FRAME: Final = bytes.fromhex("fff364c4").ljust(FRAME_BYTES, b"\0")
"""A frame whose side information says "no data": MPEG-2 layer III, 48 kbit/s, 24 kHz, mono."""


def compress(samples: Samples, before: int = 0, after: int = 0) -> bytes:
    """Whole MP3 frames, from samples between -1 and 1 at RATE, with so many samples of silence before and after.

    Lets go of the interpreter lock meanwhile.
    """
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    whole = np.zeros(before + samples.size + after, "<i2")
    np.multiply(samples, _LOUDEST, out=whole[before : before + samples.size], casting="unsafe")
    return bytes(encoder.encode(whole) + encoder.flush())


def silence(milliseconds: float) -> bytes:
    """Silence of about that length, in whole frames; it may stand before, between and after clips."""
    return _SILENT_FRAME * max(0, round(milliseconds / FRAME_MS))


def milliseconds(audio: bytes | int) -> float:
    """How long clips or silence last, from the bytes or from their number."""
    return (audio if isinstance(audio, int) else len(audio)) // FRAME_BYTES * FRAME_MS


class NotAudio(ValueError):
    """What was given is no MP3."""


def decode(mp3: bytes) -> tuple[Samples, int]:
    """Mono samples between -1 and 1, and their rate. Raises NotAudio."""
    lone = len(mp3) == FRAME_BYTES  # the decoder takes no single frame for a stream, so it gets a silent one behind it
    try:
        samples, rate = soundfile.read(BytesIO(mp3 + _SILENT_FRAME * lone), dtype="float32", always_2d=True)
    except soundfile.SoundFileError as error:
        raise NotAudio(str(error)) from error
    if not samples.size:
        raise NotAudio("no samples")
    return samples[: FRAME_SAMPLES if lone else None].mean(axis=1, dtype=np.float32), int(rate)
