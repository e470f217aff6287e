"""Why a voice failed reaches the log, once a minute for each kind, and the operator's commands."""

from pathlib import Path

import pytest
import structlog

from readerapp.engines.failures import Failure, Failures
from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.errors import EngineBusy, EngineFailed
from readerapp.model import Sound, SpokenText, Voice
from readerapp.seldom import Seldom
from readerapp.settings import Settings
from readerapp.wiring import build
from tests.hummer import Hummer

HI = SpokenText("Hej", "sv", ())


class Broken(Hummer):
    """Fails as told, or gives a sound of nothing."""

    problem: Exception | None = None

    def speak(self, spoken: SpokenText, voice: Voice) -> Sound:
        if self.problem:
            raise self.problem
        return Sound(b"", 8000)


def test_the_reason_is_logged_once_a_minute_for_each_kind() -> None:
    """Three failures of one kind are one line with the traceback; another kind is another line."""
    engine, kept = Broken("broken"), list[Failure]()
    registry = VoiceRegistry({"broken": engine}, ["broken"], failures=Failures(kept.append))
    with structlog.testing.capture_logs() as told:
        for problem in (*[EngineBusy(reason="no answer in time")] * 3, None):
            engine.problem = problem
            with pytest.raises(EngineFailed):
                registry.speak(HI, "broken:sv")
    assert [(line["voice"], line["reason"]) for line in told] == [
        ("broken:sv", "no answer in time"),
        ("broken:sv", "no sound at all"),
    ]
    assert all(isinstance(line["exc_info"], EngineFailed) for line in told)
    assert [failure.reason for failure in kept] == ["no answer in time", "no sound at all"]
    assert registry.failures.last("broken") == kept[-1]


def test_another_process_knows_the_last_reason(tmp_path: Path) -> None:
    """What the service was told stands in the store, where the next command reads it."""
    settings = Settings(cache=tmp_path, offline=True)
    one = build(settings)
    one.dependencies.voices.failures.note("espeak", "espeak:sv", EngineBusy(reason="killed"))
    one.narration.close()
    other = build(settings)
    failure = other.dependencies.voices.failures.last("espeak")
    other.narration.close()
    assert failure
    assert (failure.voice, failure.reason) == ("espeak:sv", "killed")


def test_a_kind_is_told_once_in_its_time() -> None:
    """Again after a minute, each kind for itself, and without end in memory for nobody."""
    now = [0.0]
    seldom = Seldom(60, lambda: now[0])
    assert [seldom("a"), seldom("a"), seldom("b")] == [True, False, True]
    now[0] = 60.0
    assert [seldom("a"), seldom("a")] == [True, False]
    assert all(seldom(number) for number in range(3000))
    assert len(seldom._told) <= 1000
