"""A voice that tells no times still has its words lit: they are found in its sound."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median

import pytest

from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.model import Diction, Sound, SpokenText, Voice
from readerapp.narration.clips import make, timed
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.preparing import InProcess
from readerapp.speech import SpeechOptions
from readerapp.store import Store
from tests.hummer import plan_of

TEXT = "Region Sörmland och Leningrad oblast möttes i Nyköping och talade om skolor, vård och miljö."


class Silent:
    """A slower espeak-ng that keeps the times of its words to itself."""

    name, version = "quiet", "1"
    diction = Diction()

    def __init__(self) -> None:
        self.engine = EspeakEngine(1, rates={"sv": 130})
        self.said: Sound | None = None

    def why_unavailable(self) -> None:
        return None

    def voices(self) -> Sequence[Voice]:
        return [Voice(id="quiet:sv", engine="quiet", language="sv", name="quiet")]

    def speak(self, spoken: SpokenText, voice: Voice) -> Sound:
        self.said = self.engine.speak(spoken, self.engine.voices()[0])
        return Sound(self.said.samples, self.said.rate)

    def close(self) -> None:
        self.engine.close()


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Dependencies]:
    registry = VoiceRegistry({"quiet": Silent(), "espeak": EspeakEngine(1)}, ["quiet", "espeak"])
    yield Dependencies(
        store=Store(tmp_path),
        voices=registry,
        fetch=lambda _address, _page, _client: None,
        prepare=InProcess(lambda _preferences: SpeechOptions(), None),
        options=lambda _preferences: SpeechOptions(),
        fresh=timedelta(0),
    )
    registry.close()


def test_words_are_found_by_ear(parts: Dependencies) -> None:
    """The words of a voice without times are marked within 30 ms of the truth (median), and kept so."""
    (planned,) = plan_of(parts, TEXT, engine="quiet").utterances
    assert make(planned, parts).marks == ()
    clip = timed(planned, parts)
    quiet = parts.voices.engines["quiet"]
    assert isinstance(quiet, Silent)
    truth = quiet.said.marks
    assert len(clip.marks) == len(truth) == len(TEXT.split())
    shift = clip.marks[0].begin - truth[0].begin
    assert median(abs(found.begin - true.begin - shift) for found, true in zip(clip.marks, truth, strict=True)) < 30
    assert parts.store.clip(planned.clip) == clip


def test_without_a_timekeeper_the_sentence_is_still_heard(parts: Dependencies) -> None:
    """When no voice can tell the times, the clip is served without marks."""
    (planned,) = plan_of(parts, TEXT, engine="quiet").utterances
    parts.voices.engines.pop("espeak")  # type: ignore[attr-defined]  # a mapping that nobody else may change
    assert timed(planned, parts).audio
