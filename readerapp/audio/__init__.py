"""Sound to clips, clips to recordings: one encoding, exact times, captions."""

from .clips import encode
from .encoding import DELAY_MS, ENCODING, FRAME_BYTES, FRAME_MS, NotAudio, decode, milliseconds, silence

__all__ = [
    "DELAY_MS",
    "ENCODING",
    "FRAME_BYTES",
    "FRAME_MS",
    "NotAudio",
    "decode",
    "encode",
    "milliseconds",
    "silence",
]
