"""An engine that hums, and plans for it: sound without speech, for tests of what is around it."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.errors import EngineBusy
from readerapp.model import Diction, Mark, Plan, Sound, SpokenText, Utterance, Voice
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.plans import planned_for
from readerapp.narration.preparing import InProcess
from readerapp.speech import SpeechOptions
from readerapp.store import Store, plan_key

RATE = 16000


class Hummer:
    """A real engine that hums 20 ms a letter; it counts, and can be slow or broken on wish."""

    diction = Diction()
    version = "1"

    def __init__(self, name: str = "hum", *, online: bool = False) -> None:
        self.name, self.online = name, online
        self.said: list[str] = []
        self.seconds = 0.0
        self.breaks_at: Callable[[str], bool] = lambda _text: False
        self.unavailable: str | None = None
        self._lock = threading.Lock()

    def why_unavailable(self) -> str | None:
        return self.unavailable

    def voices(self) -> Sequence[Voice]:
        return [
            Voice(id=f"{self.name}:{tag}", engine=self.name, language=tag, name=self.name, online=self.online)
            for tag in ("sv", "ru", "en")
        ]

    def speak(self, spoken: SpokenText, voice: Voice) -> Sound:
        if self.breaks_at(spoken.text):
            raise EngineBusy
        time.sleep(self.seconds)
        with self._lock:
            self.said.append(spoken.text)
        moments = np.arange(len(spoken.text) * RATE // 50) / RATE
        wave = (8000 * np.sin(2 * np.pi * 220 * moments)).astype("<i2")
        return Sound(wave.tobytes(), RATE, (Mark(0, len(spoken.text), 0.0, 20.0 * len(spoken.text)),))

    def close(self) -> None:
        pass


def parts_with(folder: Path, *engines: Hummer) -> Dependencies:
    """Parts whose voices are these, in this order of preference."""

    def no_fetch(address: str, _previous: object, _client: str) -> None:
        raise AssertionError(address)

    registry = VoiceRegistry({engine.name: engine for engine in engines}, [engine.name for engine in engines])
    return Dependencies(
        store=Store(folder),
        voices=registry,
        fetch=no_fetch,
        prepare=InProcess(lambda _preferences: SpeechOptions(), None),
        options=lambda _preferences: SpeechOptions(),
        fresh=timedelta(minutes=5),
    )


def plan_of(parts: Dependencies, *sentences: str, engine: str | None = None) -> Plan:
    """A plan that says these Swedish sentences in the preferred voice, or in that of `engine`."""
    voice = f"{engine}:sv" if engine else parts.voices.choose("sv").id
    utterances = tuple(
        planned_for(Utterance(text=text, language="sv", block=number, start=0, end=len(text), pause=48), voice, parts)
        for number, text in enumerate(sentences)
    )
    return Plan(
        key=plan_key(utterances),
        address="https://a.se/",
        title="T",
        language="sv",
        voice=voice,
        utterances=utterances,
        page_fingerprint="f",
        page_fetched_at=datetime(2026, 11, 23, tzinfo=UTC),
    )
