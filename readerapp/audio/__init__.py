"""Sound to clips, clips to recordings: one encoding, exact times, captions."""

from .align import align
from .captions import captions, chapters
from .clips import encode, pause, sound
from .cues import cue
from .encoding import DELAY_MS, ENCODING, FRAME_BYTES, FRAME_MS, NotAudio, decode, milliseconds, silence

__all__ = [
    "DELAY_MS",
    "ENCODING",
    "FRAME_BYTES",
    "FRAME_MS",
    "NotAudio",
    "align",
    "captions",
    "chapters",
    "cue",
    "decode",
    "encode",
    "milliseconds",
    "pause",
    "silence",
    "sound",
]
