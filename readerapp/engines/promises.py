"""What every sound must be, whoever made it: a voice that fails must say so, not go silent."""

import math
from typing import Final

from ..errors import EngineFailed
from ..model import Sound, SpokenText

RATES: Final = range(8_000, 192_001)
SLOWEST, FASTEST = 0.5, 60.0
"""Letters a second: a tenth of the slowest voice, twice the fastest."""
LONG_ENOUGH: Final = 30
"""Characters from which the speed says anything."""

NOTHING: Final = Sound(bytes(4_800), 24_000)
"""A tenth of a second of silence, for a text without words."""


def heard(sound: Sound) -> Sound:
    """The sound, if it is any. Raises EngineFailed."""
    if not sound.samples:
        raise EngineFailed(reason="no sound at all")
    return sound


def checked(sound: Sound, utterance: SpokenText) -> Sound:
    """The sound, if it can be the text's. Raises EngineFailed for silence, half samples, impossible lengths."""
    if fault := _fault(sound, utterance.text):
        raise EngineFailed(reason=fault)
    return sound


def _fault(sound: Sound, text: str) -> str:
    if sound.rate not in RATES:
        return f"a rate of {sound.rate} samples a second"
    if len(sound.samples) % 2:
        return "half a sample at the end"
    letters = sum(map(str.isalnum, text))
    if letters and not sound.samples.strip(b"\0"):
        return "silence instead of words"
    if letters > LONG_ENOUGH and not SLOWEST < letters * 1000 / sound.milliseconds < FASTEST:
        return f"{letters} letters in {sound.milliseconds:.0f} ms"
    if any(
        not 0 <= mark.start < mark.end <= len(text) or not _in_order(sound, mark.begin, mark.finish)
        for mark in sound.marks
    ):
        return "words that are not in the text or not in the sound"
    return ""


def _in_order(sound: Sound, begin: float, finish: float) -> bool:
    return 0 <= begin <= finish <= math.ceil(sound.milliseconds)
