"""Tests of the built-in voice: its words, its phonemes, its rates, in both builds."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.espeak_builds import BuildName, find_build
from readerapp.engines.espeak_phonemes import Table
from readerapp.engines.espeak_words import END, WORD, Event, marks
from readerapp.engines.prepared import prepare
from readerapp.errors import EngineFailed, VoiceUnknown
from readerapp.model import Piece, Sound, SpokenText, Voice

BUILDS: list[BuildName] = ["loader", "piper"]
TEXTS = {
    "sv": "Regionen skriver under ett nytt avtal, säger Åsa Öberg – svensk-ryskt samarbete för kvinnors hälsa.",
    "ru": "Сегодня в Санкт-Петербурге подписано соглашение, сообщает пресс-служба: речь идёт о здоровье.",
    "en": "The region signs a new agreement, says the chair.",
}


@pytest.fixture(scope="module", params=BUILDS)
def engine(request: pytest.FixtureRequest) -> Iterator[EspeakEngine]:
    """One process of each build that is installed."""
    if find_build(request.param) is None:
        pytest.skip("piper-tts is not installed")
    with closing(EspeakEngine(1, request.param)) as made:
        yield made


def voice(engine: EspeakEngine, language: str) -> Voice:
    """The engine's voice for a language."""
    return next(each for each in engine.voices() if each.language == language)


def say(engine: EspeakEngine, text: str, language: str, pieces: tuple[Piece, ...] = ()) -> Sound:
    """Speak a text as it stands."""
    return engine.speak(SpokenText(text, language, pieces), voice(engine, language))


@pytest.mark.parametrize("language", TEXTS)
def test_every_word_has_its_mark(engine: EspeakEngine, language: str) -> None:
    """One mark a word, without its punctuation, in order, and together they fill the sound."""
    text = TEXTS[language]
    sound = say(engine, text, language)
    words = [word.strip(",.:–") for word in text.split() if word != "–"]
    assert [text[mark.start : mark.end] for mark in sound.marks] == words
    begins = [mark.begin for mark in sound.marks]
    assert begins == sorted(set(begins))
    assert sound.marks[-1].finish <= sound.milliseconds
    assert all(mark.begin < mark.finish for mark in sound.marks)


@pytest.mark.parametrize("language", TEXTS)
def test_the_speed_is_even_between_languages_and_builds(engine: EspeakEngine, language: str) -> None:
    """Between 12 and 18 characters a second, whatever speed the voice's file asks for."""
    sound = say(engine, TEXTS[language], language)
    assert 12 < len(TEXTS[language]) * 1000 / sound.milliseconds < 18


def test_a_voices_speed_does_not_leak_into_the_next(engine: EspeakEngine) -> None:
    """Russian is as long before Swedish as after it."""
    before = say(engine, TEXTS["ru"], "ru").milliseconds
    say(engine, TEXTS["sv"], "sv")
    assert say(engine, TEXTS["ru"], "ru").milliseconds == pytest.approx(before, abs=100)


def test_a_word_with_phonemes_is_said_by_them_and_marked_whole(engine: EspeakEngine) -> None:
    """The lexicon's IPA changes the sound, its two words light as one, and the words after stay in place."""
    text = "Resan till Xy gick bra."
    ipa = "ˈsaŋkt ˈpeːtərsˌbɵrj"
    spoken = (
        Piece((0, 11), (0, 11), verbatim=True),
        Piece((11, 13), (11, 13), verbatim=False, phonemes=ipa),
        Piece((13, 23), (13, 23), verbatim=True),
    )
    sound = say(engine, text, "sv", spoken)
    assert [text[mark.start : mark.end] for mark in sound.marks] == ["Resan", "till", "Xy", "gick", "bra"]
    long, short = sound.marks[2], say(engine, text, "sv").marks[2]
    assert long.finish - long.begin > 1.5 * (short.finish - short.begin)


@pytest.mark.parametrize(
    ("language", "ipa", "sounds"),
    [
        ("sv", "kɔˈmʉːn", "kɔmˈʉ"),
        ("sv", "ˈbɑːɳ", "bˈɑːɳ"),
        ("sv", "ˈjœːtəˌbɔrj", "jˈœːtəbˌɔrj"),
        ("ru", "ˈzamək", "zˈɑmək"),
        ("ru", "zɐˈmok", "zʌmˈok"),
        ("ru", "vɨˈborɡ", "vybˈorɡ"),
        ("ru", "pʲɪtʲɪrˈburk", "pʲɪtʲɪrbˈurk"),
        ("en", "ˈspiːtʃ", "spˈiːtʃ"),
    ],
)
def test_ipa_is_said_as_it_is_written(engine: EspeakEngine, language: str, ipa: str, sounds: str) -> None:
    """The library itself, asked what it will say for our brackets, answers the IPA we started from."""
    brackets = engine._table(language).brackets(ipa)
    assert brackets is not None
    assert engine._ipa(language, [brackets])[0].replace("ʉʉ", "ʉ").startswith(sounds)


def test_phonemes_that_no_voice_has_are_left_to_the_spelling() -> None:
    """A click is no Swedish sound: no brackets at all rather than half a word."""
    assert Table({"a": "a"}, frozenset("a")).brackets("aǃa") is None


@pytest.mark.parametrize("text", ["", " ", "…", "–", "?!", "\u200b"])
def test_a_text_without_words_is_no_failure(engine: EspeakEngine, text: str) -> None:
    """It has no marks, and whatever sound it has is short."""
    sound = say(engine, text, "sv")
    assert sound.marks == ()
    assert sound.milliseconds < 1000


@pytest.mark.parametrize("text", ["a" * 5000, "7" * 5000, "\ud800 och \x00 slut", "&lt;b&gt; <speak>hej</speak>"])
def test_hard_text_is_said_in_time(engine: EspeakEngine, text: str) -> None:
    """Endless words, half characters, zero bytes and markup are text like any other."""
    sound = say(engine, text, "sv")
    assert sound.milliseconds > 100
    assert all(mark.end <= len(text) for mark in sound.marks)


def test_an_unknown_voice_is_said_to_be_unknown(engine: EspeakEngine) -> None:
    """Another engine's voice, and a language that this one does not have."""
    for voice_id in ("gtts:sv", "espeak:xx"):
        with pytest.raises(VoiceUnknown):
            engine.speak(SpokenText("hej", "sv"), Voice(id=voice_id, engine="espeak", language="sv", name="x"))


def test_a_build_that_is_not_there_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for by name, it is not silently replaced by the other; unnamed, the other is used."""
    monkeypatch.setattr("readerapp.engines.espeak_builds.find_spec", lambda _name: None)
    assert "piper" in str(EspeakEngine(1, "piper").why_unavailable())
    engine = EspeakEngine(1)
    assert engine.why_unavailable() is None
    assert engine.version.startswith("1.52.0-")


def test_numbers_and_abbreviations_keep_their_marks_in_place() -> None:
    """The first event of a token counts, later ones with shifted places don't move the words after it."""
    text = "Se s. 2024 här"
    events = [
        Event(WORD, 0, 0.0), Event(WORD, 3, 100.0), Event(WORD, 6, 200.0), Event(WORD, 7, 250.0),
        Event(WORD, 7, 300.0), Event(WORD, 11, 400.0), Event(END, 14, 480.0),
    ]  # fmt: skip
    made = list(marks(prepare(text), events, 500.0))
    assert [(text[m.start : m.end], m.begin, m.finish) for m in made] == [
        ("Se", 0.0, 100.0), ("s", 100.0, 200.0), ("2024", 200.0, 400.0), ("här", 400.0, 480.0),
    ]  # fmt: skip


def test_warming_starts_every_process(engine: EspeakEngine) -> None:
    """After it the first sentence finds a worker that has its language loaded."""
    engine.warm()
    assert np.frombuffer(say(engine, "Hej", "sv").samples, "<i2").any()


@pytest.mark.parametrize(
    ("rate", "samples"), [(22050, b""), (22050, bytes(4000)), (22050, b"\1" * 4001), (7, b"\1" * 4000)]
)
def test_a_worker_that_lies_is_a_failure(tmp_path: Path, rate: int, samples: bytes) -> None:
    """No samples, silence, half a sample or an impossible rate for words are never taken for speech."""
    script = tmp_path / "liar.py"
    script.write_text(f"def start(*_):\n    return lambda _: ({{'rate': {rate}, 'events': []}}, {samples!r})\n")
    with closing(EspeakEngine(1, worker=script)) as engine, pytest.raises(EngineFailed):
        say(engine, "Hej på er", "sv")
