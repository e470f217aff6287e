"""The smallest engine that keeps every promise: a hum as long as the text, and exact marks. For tests."""

import re
from collections.abc import Sequence

import numpy as np

from readerapp.errors import EngineBusy, VoiceUnknown
from readerapp.languages import READ
from readerapp.model import Diction, Mark, Sound, SpokenText, Voice

RATE = 16_000
MS_A_CHARACTER = 50


class SilentEngine:
    """Hums 50 ms for each character, softly, and knows its words."""

    name = "silent"
    version = "1"
    diction = Diction()

    def __init__(self) -> None:
        self._closed = False

    def why_unavailable(self) -> str | None:
        """Always ready."""
        return None

    def voices(self) -> Sequence[Voice]:
        """One a language."""
        return [Voice(id=f"silent:{language}", engine="silent", language=language, name="Hum") for language in READ]

    def speak(self, spoken: SpokenText, voice: Voice) -> Sound:
        """Hum."""
        if self._closed:
            raise EngineBusy(reason="closed")
        if voice.id not in {each.id for each in self.voices()}:
            raise VoiceUnknown(voice=voice.id)
        places = np.arange(len(spoken.text) * RATE * MS_A_CHARACTER // 1000)
        hum = (np.sin(places * 2 * np.pi * 200 / RATE) * 2000).astype("<i2")
        words = (match.span() for match in re.finditer(r"\w+", spoken.text))
        marks = tuple(Mark(start, end, start * MS_A_CHARACTER, end * MS_A_CHARACTER) for start, end in words)
        return Sound(hum.tobytes(), RATE, marks)

    def close(self) -> None:
        """Speak no more."""
        self._closed = True
