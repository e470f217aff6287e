"""Tests of finding words in a sound by the times of another: the truth is known, for both engines tell it."""

from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from readerapp.audio import align
from readerapp.engines.espeak import EspeakEngine
from readerapp.model import Mark, Sound, SpokenText, Voice

TEXTS = {
    "sv": "Regionen skriver under ett nytt avtal, säger Åsa Öberg, om miljön i Östersjön och kvinnors hälsa.",
    "ru": "Сегодня подписано соглашение, сообщает пресс-служба: речь идёт о здоровье и об экологии моря.",
}


@pytest.fixture(scope="module")
def reference() -> Iterator[EspeakEngine]:
    """The voice that knows its times."""
    with closing(EspeakEngine(1, "loader")) as engine:
        yield engine


def say(engine: EspeakEngine, language: str) -> Sound:
    """The language's text."""
    voice = Voice(id=f"espeak:{language}", engine="espeak", language=language, name="")
    return engine.speak(SpokenText(TEXTS[language], language), voice)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("rate", [120, 210])
def test_words_are_found_in_a_slower_and_a_faster_voice(reference: EspeakEngine, language: str, rate: int) -> None:
    """Median error at most 15 ms, and 60 ms for nineteen words of twenty."""
    with closing(EspeakEngine(1, "loader", {language: rate})) as other:
        sound = say(other, language)
    known = say(reference, language)
    found = align(Sound(sound.samples, sound.rate), known)
    assert [(mark.start, mark.end) for mark in found] == [(mark.start, mark.end) for mark in known.marks]
    errors = [abs(mark.begin - true.begin) for mark, true in zip(found, sound.marks, strict=True)]
    assert np.median(errors) <= 15
    assert np.percentile(errors, 95) <= 60


def test_silence_before_and_after_is_no_part_of_a_word(reference: EspeakEngine) -> None:
    """Half a second of it in front moves every word by half a second, at another rate of samples too."""
    known = say(reference, "sv")
    quiet = bytes(known.rate)
    moved = align(Sound(quiet + known.samples + quiet * 3, known.rate), known)
    for mark, true in zip(moved, known.marks, strict=True):
        assert mark.begin == pytest.approx(true.begin + 500, abs=25)


@pytest.mark.parametrize("sound", [Sound(b"", 24000), Sound(bytes(48000), 24000)])
def test_silence_has_no_words(reference: EspeakEngine, sound: Sound) -> None:
    """Nothing is heard, so nothing is marked; and a reference without words marks nothing either."""
    known = say(reference, "sv")
    assert align(sound, known) == ()
    assert align(known, sound) == ()
    assert align(known, Sound(bytes(48000), 24000, (Mark(0, 3, 0, 1000),))) == ()
