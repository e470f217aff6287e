"""espeak-ng, the built-in voice: needs no network and no download, and knows when each word is said."""

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import espeakng_loader

from ..errors import EngineFailed, VoiceUnknown
from ..model import Mark, Sound, SpokenText, Voice
from .contract import Style
from .prepared import Prepared, prepare
from .workers import Workers

LICENCE: Final = "GPL-3.0-or-later"
RATES: Final[Mapping[str, int]] = {"sv": 165, "ru": 165, "en": 165}
"""espeak's words a minute for each language that it is trusted with."""
PITCH: Final = 50
WORD, END = 1, 5
SECONDS: Final = 10.0
"""A 100-character sentence takes 5 ms; what takes this long never ends."""
WARMING: Final = {"sv": "hej", "ru": "да", "en": "hi"}


def build() -> tuple[str, str]:
    """The library and its data, as paths."""
    return espeakng_loader.get_library_path(), espeakng_loader.get_data_path()


class EspeakEngine:
    """`workers` processes, each holding one library; `rates` are words a minute by language."""

    name = "espeak"
    version = "1.52.0-1"
    style: Style = "espeak"

    def __init__(self, workers: int = 2, rates: Mapping[str, int] = RATES, seconds: float = SECONDS) -> None:
        self._library, data = build()
        worker = Path(__file__).with_name("espeak_worker.py")
        command = (sys.executable, "-I", "-S", str(worker), self._library, data)
        self._workers = Workers(command, workers, seconds)
        self._rates = rates

    def why_unavailable(self) -> str | None:
        """It comes with the package, so it is always ready."""
        return None

    def voices(self) -> Sequence[Voice]:
        """One a language."""
        return [Voice(id=f"espeak:{it}", engine=self.name, language=it, name="eSpeak NG", licence=LICENCE)
                for it in self._rates]

    def speak(self, spoken: SpokenText, voice: Voice) -> Sound:
        """Say it in a worker. Raises EngineBusy when two workers in turn are lost on it."""
        prepared = prepare(spoken.text)
        facts, samples = self._ask(prepared.text, voice)
        rate = facts["rate"]
        times = [(kind, at - 1, sample * 1000 / rate) for kind, at, sample in facts["events"]]
        return Sound(samples, rate, tuple(_marks(prepared, times, len(samples) * 500 / rate)))

    def warm(self) -> None:
        """Start every worker and load every language, so that the first sentence does not wait for it."""
        with ThreadPoolExecutor(self._workers.count) as pool:
            for _ in pool.map(self._warm_one, range(self._workers.count)):
                pass

    def _warm_one(self, _number: int) -> None:
        for voice in self.voices():
            self._ask(WARMING.get(voice.language, "a"), voice)

    def _ask(self, text: str, voice: Voice) -> tuple[dict[str, Any], bytes]:
        language = voice.id.partition(":")[2]
        if language not in self._rates:
            raise VoiceUnknown(voice=voice.id)
        question = {"text": text, "voice": language, "rate": self._rates[language], "pitch": PITCH}
        facts, samples = self._workers.ask(question)
        if "error" in facts:
            raise EngineFailed(reason=facts["error"])
        return facts, samples

    def close(self) -> None:
        """End the workers."""
        self._workers.close()


def _marks(prepared: Prepared, events: Sequence[tuple[int, int, float]], length: float) -> list[Mark]:
    """One mark for each token that has a WORD event; the first counts, for a number has several."""
    tokens = list(prepared.tokens())
    starts = [start for start, _ in tokens]
    first: dict[int, tuple[float, float]] = {}
    for number, (kind, at, time) in enumerate(events):
        token = bisect_right(starts, at) - 1
        if kind == WORD and token >= 0 and token not in first:
            first[token] = (time, _until(events[number + 1 :], starts, token, length))
    return [Mark(*prepared.source(*tokens[token]), *times) for token, times in sorted(first.items())]


def _until(later: Sequence[tuple[int, int, float]], starts: Sequence[int], token: int, length: float) -> float:
    """A word lasts until the next begins or its clause ends."""
    for kind, at, time in later:
        if kind == END or bisect_right(starts, at) - 1 > token:
            return time
    return length
