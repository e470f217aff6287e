"""A silent voice costs a listener seconds: the next voice says the first sentence, and keeps the page."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.gtts import GttsEngine
from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.narration import hedging
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.fallbacks import effective
from readerapp.narration.making import Making
from readerapp.narration.preparing import InProcess
from readerapp.speech import SpeechOptions
from readerapp.store import Store
from tests.engines.speech_server import speech_server
from tests.hummer import Hummer, parts_with, plan_of

SENTENCES = tuple(f"Mening nummer {n}." for n in range(6))


@pytest.fixture
def rest() -> Iterator[ExitStack]:
    """What is closed at the end."""
    with ExitStack() as stack:
        yield stack


def making(parts: Dependencies, rest: ExitStack) -> Making:
    made = Making(parts, 2)
    rest.callback(made.close)
    return made


def test_a_late_voice_is_overtaken_and_the_page_keeps_the_second(tmp_path: Path, rest, monkeypatch) -> None:
    """While the first voice still thinks, the second has said the first sentence, and says the others too."""
    monkeypatch.setattr(hedging, "LATE_SECONDS", 0.2)
    answers = threading.Event()
    rest.callback(answers.set)
    first, second = Hummer("first"), Hummer("second")
    first.breaks_at = lambda _text: not answers.wait(60)
    parts = parts_with(tmp_path, first, second)
    narrator, plan = making(parts, rest), plan_of(parts, *SENTENCES)
    for number in range(len(SENTENCES)):
        planned, clip = narrator.clip(plan, number)
        assert (planned.voice, bool(clip.audio)) == ("second:sv", True)
    assert not answers.is_set()
    assert effective(plan, parts).provisional


def test_a_late_voice_without_another_is_waited_for(tmp_path: Path, rest, monkeypatch) -> None:
    """Where nobody could fall in, or who fell in is late as well, nobody gets an error: the sound comes late."""
    monkeypatch.setattr(hedging, "LATE_SECONDS", 0.05)
    for engines in ([Hummer("first")], [Hummer("first"), Hummer("second")]):
        for engine in engines:
            engine.seconds = 0.3
        parts = parts_with(tmp_path / str(len(engines)), *engines)
        assert making(parts, rest).clip(plan_of(parts, *SENTENCES), 0)[1].audio


def test_later_sentences_keep_the_voice_that_speaks(tmp_path: Path, rest, monkeypatch) -> None:
    """Once a voice has begun a page, a sentence that takes it longer is waited for."""
    monkeypatch.setattr(hedging, "LATE_SECONDS", 0.1)
    first, second = Hummer("first"), Hummer("second")
    parts = parts_with(tmp_path, first, second)
    narrator, plan = making(parts, rest), plan_of(parts, *SENTENCES)
    narrator.clip(plan, 0)
    first.seconds = 0.3
    assert {narrator.clip(plan, number)[0].voice for number in range(1, 4)} == {"first:sv"}


@pytest.mark.parametrize("fault", ["hang", "trickle"])
def test_google_that_hangs_or_trickles(tmp_path: Path, rest, monkeypatch, fault: str) -> None:
    """The real gTTS engine on a server that keeps it waiting: espeak-ng says the page before Google has answered."""
    monkeypatch.setattr(hedging, "LATE_SECONDS", 0.5)
    server = rest.enter_context(speech_server())
    server.faults = [fault]
    gtts, espeak = GttsEngine(base=server.address), EspeakEngine(1)
    rest.callback(gtts.close)
    rest.callback(espeak.close)
    parts = Dependencies(
        store=Store(tmp_path),
        voices=VoiceRegistry({"gtts": gtts, "espeak": espeak}, ["gtts", "espeak"]),
        fetch=lambda _address, page, _client: page,  # nothing is fetched
        prepare=InProcess(lambda _preferences: SpeechOptions(), None),
        options=lambda _preferences: SpeechOptions(),
        fresh=timedelta(0),
    )
    narrator, plan = making(parts, rest), plan_of(parts, *SENTENCES, engine="gtts")
    assert narrator.clip(plan, 0)[0].voice == "espeak:sv"
    assert server.at_once, "Google is still at it"


def test_espeak_stopped_again_and_again(tmp_path: Path, rest, monkeypatch) -> None:
    """Whenever a process of the built-in voice stops, another one says the sentence, and nobody gets an error."""
    espeak = EspeakEngine(1, seconds=0.5)
    rest.callback(espeak.close)
    parts = parts_with(tmp_path, Hummer())
    parts = Dependencies(
        store=parts.store,
        voices=VoiceRegistry({"espeak": espeak}, ["espeak"]),
        fetch=parts.fetch,
        prepare=parts.prepare,
        options=parts.options,
    )
    narrator, plan = making(parts, rest), plan_of(parts, *SENTENCES)
    espeak.warm()
    for number in range(len(SENTENCES)):
        for worker in espeak._workers._all:
            os.kill(worker._process.pid, signal.SIGSTOP)
        assert narrator.clip(plan, number)[1].audio
