"""espeak-ng, the built-in voice: needs no network and no download, and knows when each word is said."""

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ..errors import EngineFailed, VoiceUnknown
from ..i18n import N_
from ..model import Diction, Sound, SpokenText, Voice
from ..processes import Workers, worker_command
from .espeak_builds import BuildName, find_build, loader_build
from .espeak_phonemes import Table, read_table
from .espeak_words import Event, marks
from .prepared import EngineText, prepare
from .promises import NOTHING, checked

LICENCE: Final = "GPL-3.0-or-later"
PITCH: Final = 50
SECONDS: Final = 1.5
"""A 100-character sentence takes 5 ms; what takes this long never ends."""
SECONDS_A_CHARACTER: Final = 0.01
ATTEMPTS: Final = 4
"""Processes that one text is given to in turn, when each of them dies or hangs over it."""
_WORDS: Final = 4096
"""How many words' phonemes are remembered: a page says the same ones again and again."""
WORKER: Final = Path(__file__).with_name("espeak_worker.py")
WARMING: Final = {"sv": "hej", "ru": "да", "en": "hi"}


class EspeakEngine:
    """espeak-ng in `workers` processes.

    `build` is "loader" (1.52.0, always there) or "piper" (1.52.0.1, with the extra of that name); without it,
    the newer one that is installed. `rates` overrides words a minute by language. `seconds` is the longest
    that one short utterance may take, `worker` the script that the processes run.
    """

    name = "espeak"
    diction = Diction(reads_number_words=False, takes_phonemes=True)

    def __init__(
        self,
        workers: int = 2,
        build: BuildName | None = None,
        rates: Mapping[str, int] | None = None,
        seconds: float = SECONDS,
        worker: Path = WORKER,
    ) -> None:
        place = find_build(build)
        self._ready = place is not None
        usable = place or loader_build()
        self.version = f"{usable.version}-1"
        self._rates = {**usable.rates, **(rates or {})}
        self._voices = tuple(
            Voice(id=f"espeak:{language}", engine=self.name, language=language, name="eSpeak NG", licence=LICENCE)
            for language in self._rates
        )
        self._data = usable.data
        command = worker_command(worker, str(usable.library), str(usable.data), packages=False)
        self._workers = Workers(command, workers, seconds)
        self._tables: dict[str, Table] = {}
        self._tables_lock = threading.Lock()
        self._brackets = lru_cache(_WORDS)(lambda language, ipa: self._table(language).brackets(ipa))

    def why_unavailable(self) -> str | None:
        """None, unless a build was asked for that is not installed."""
        return None if self._ready else N_("Install piper-tts: pip install readerapp[piper]")

    def voices(self) -> Sequence[Voice]:
        """One a language."""
        return self._voices

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Say it in a worker. Raises EngineBusy when one after the other is lost on it, EngineFailed for no sound."""
        language = self._language(voice)
        text = self._prepare(utterance, language)
        facts, samples = self._ask(language, text=text.text)
        sound = checked(Sound(samples, facts.get("rate", 0)), utterance)
        if not samples:
            return NOTHING
        events = [Event(kind, at - 1, sample * 1000 / sound.rate) for kind, at, sample in facts.get("events", ())]
        return Sound(samples, sound.rate, tuple(marks(text, events, sound.milliseconds)))

    def ipa(self, utterance: SpokenText, language: str) -> str:
        """The sounds of what it says, as it says them."""
        return self._ipa(language, [self._prepare(utterance, language).text])[0]

    def warm(self) -> None:
        """Start every worker and load every language, so that the first sentence does not wait for it."""
        with ThreadPoolExecutor(self._workers.count) as pool:
            for _ in pool.map(self._warm_one, range(self._workers.count)):
                pass

    def close(self) -> None:
        """End the workers."""
        self._workers.close()

    def _warm_one(self, _number: int) -> None:
        for language in self._rates:
            self._ask(language, text=WARMING.get(language, "a"))

    def _language(self, voice: Voice) -> str:
        engine, _, language = voice.id.partition(":")
        if engine != self.name or language not in self._rates:
            raise VoiceUnknown(voice=voice.id)
        return language

    def _prepare(self, utterance: SpokenText, language: str) -> EngineText:
        text = prepare(utterance.text)
        for piece in reversed(utterance.pieces):
            if piece.phonemes and (mnemonics := self._brackets(language, piece.phonemes)):
                text = text.replaced(*piece.spoken, mnemonics)
        return text

    def _table(self, language: str) -> Table:
        with self._tables_lock:
            if language not in self._tables:
                self._tables[language] = read_table(self._data, language, lambda texts: self._ipa(language, texts))
            return self._tables[language]

    def _ipa(self, language: str, texts: Sequence[str]) -> list[str]:
        facts, _ = self._ask(language, ipa=list(texts))
        return [str(ipa) for ipa in facts["ipa"]]

    def _ask(self, language: str, **what: object) -> tuple[dict[str, Any], bytes]:
        question = {"voice": language, "rate": self._rates[language], "pitch": PITCH, **what}
        facts, samples = self._workers.ask(question, len(str(what)) * SECONDS_A_CHARACTER, attempts=ATTEMPTS)
        if "error" in facts:
            raise EngineFailed(reason=facts["error"])
        return facts, samples
