"""What tests of others may stand on: the built-in voice's sounds, the sentences of a text, an engine that hums."""

import atexit
import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from .engines.espeak import EspeakEngine
from .engines.espeak_builds import BuildName
from .errors import EngineBusy, VoiceUnknown
from .languages import READ
from .model import Article, Block, Diction, Mark, Run, Sound, SpokenText, Voice
from .speech import LexiconSet, render, script, utterance

_RATE: Final = 16_000
_MS_A_CHARACTER: Final = 50


def ipa(text: str, language: str, build: BuildName | None = None) -> str:
    """What the built-in voice says for a text, in IPA: read by the rules and the shipped lexicons, as it is spoken."""
    sentence = utterance(text, language, _lexicons().lexicons().get(language, ()))
    return _voice(build).ipa(render(sentence, EspeakEngine.diction), language)


def sentences(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, as they are displayed."""
    block = Block(kind="paragraph", runs=(Run(text),), language=language)
    article = Article(address="https://example.org/", title="", language=language, blocks=(block,))
    return [sentence.text for sentence in script(article).utterances]


@cache
def _voice(build: BuildName | None) -> EspeakEngine:
    engine = EspeakEngine(workers=1, build=build)
    atexit.register(engine.close)
    return engine


@cache
def _lexicons() -> LexiconSet:
    return LexiconSet()


class SilentEngine:
    """The smallest engine that keeps every promise: hums 50 ms for each character, softly, and knows its words."""

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

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Hum."""
        if self._closed:
            raise EngineBusy(reason="closed")
        if voice.id not in {each.id for each in self.voices()}:
            raise VoiceUnknown(voice=voice.id)
        places = np.arange(len(utterance.text) * _RATE * _MS_A_CHARACTER // 1000)
        hum = (np.sin(places * 2 * np.pi * 200 / _RATE) * 2000).astype("<i2")
        words = (match.span() for match in re.finditer(r"\w+", utterance.text))
        marks = tuple(Mark(start, end, start * _MS_A_CHARACTER, end * _MS_A_CHARACTER) for start, end in words)
        return Sound(hum.tobytes(), _RATE, marks)

    def close(self) -> None:
        """Speak no more."""
        self._closed = True
