"""Tests of neural voices through the real piper-tts, with a tiny voice that a script of ours makes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from readerapp.engines.piper import PiperEngine
from readerapp.errors import EngineBusy, EngineFailed, VoiceUnknown
from readerapp.model import Piece, Sound, SpokenText, Voice
from tests.engines.tiny_piper import make_voice

TEXTS = {
    "sv": "Regionen skriver ett svensk-ryskt avtal, säger Åsa Öberg. Nu är det klart!",
    "ru": "Сегодня в Санкт-Петербурге подписано соглашение, сообщает пресс-служба.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two voices, and two files that are none."""
    path = tmp_path_factory.mktemp("voices")
    make_voice(path, "sv_SE-tiny-x_low", "sv")
    make_voice(path, "ru_RU-tiny-x_low", "ru")
    (path / "half.onnx").write_bytes(b"x")
    (path / "odd.onnx").write_bytes(b"x")
    (path / "odd.onnx.json").write_text("[]")
    return path


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[PiperEngine]:
    """One process with both voices."""
    with closing(PiperEngine(folder, threads=1)) as made:
        yield made


def say(engine: PiperEngine, text: str, language: str, pieces: tuple[Piece, ...] = ()) -> Sound:
    """Speak a text as it stands."""
    voice = next(each for each in engine.voices() if each.language == language)
    return engine.speak(SpokenText(text, language, pieces), voice)


def test_the_voices_are_those_that_are_whole(engine: PiperEngine) -> None:
    """A model without its description is no voice, nor one with nonsense for it."""
    assert [voice.id for voice in engine.voices()] == ["piper:ru_RU-tiny-x_low", "piper:sv_SE-tiny-x_low"]
    assert engine.why_unavailable() is None


@pytest.mark.parametrize("language", TEXTS)
def test_every_word_has_its_mark(engine: PiperEngine, language: str) -> None:
    """Phoneme lengths become word times, hyphens and two sentences included."""
    text = TEXTS[language]
    sound = say(engine, text, language)
    assert [text[mark.start : mark.end] for mark in sound.marks] == [word.strip(".,!") for word in text.split()]
    assert all(a.finish <= b.begin for a, b in zip(sound.marks, sound.marks[1:], strict=False))


def test_words_begin_where_their_sound_does(engine: PiperEngine) -> None:
    """After each pause the sound starts where the mark says, to the millisecond of a phoneme's onset."""
    sound = say(engine, "Ja, nu, ja, vi, då, ja.", "sv")
    loud = np.abs(np.frombuffer(sound.samples, "<i2").astype(int)) > 300
    for mark in sound.marks:
        begin = int(mark.begin * sound.rate / 1000)
        assert not loud[max(0, begin - 800) : begin].any()
        assert loud[begin : begin + 160].any()


def test_a_lexicons_phonemes_are_said_and_marked_as_one_word(engine: PiperEngine) -> None:
    """IPA of two words for one displayed word; the words after it stay in place."""
    text = "Resan till Xy gick bra."
    spoken = (
        Piece((0, 11), (0, 11), verbatim=True),
        Piece((11, 13), (11, 13), verbatim=False, phonemes="ˈsaŋkt ˈpeːtɛrˌbɔrj"),
        Piece((13, 23), (13, 23), verbatim=True),
    )
    sound = say(engine, text, "sv", spoken)
    assert [text[mark.start : mark.end] for mark in sound.marks] == ["Resan", "till", "Xy", "gick", "bra"]
    assert sound.milliseconds > say(engine, text, "sv").milliseconds + 300


def test_the_pace_is_a_part_of_the_version(folder: Path, engine: PiperEngine) -> None:
    """Twice as fast is half as long, and another clip."""
    with closing(PiperEngine(folder, threads=1, pace=2.0)) as fast:
        assert fast.version != engine.version
        ratio = say(engine, TEXTS["sv"], "sv").milliseconds / say(fast, TEXTS["sv"], "sv").milliseconds
        assert ratio == pytest.approx(2, rel=0.15)


def test_a_broken_voice_is_a_failure_and_the_next_works(folder: Path, tmp_path: Path) -> None:
    """A file that is no model fails; the worker stays and speaks with a right one."""
    for name in ("sv_SE-tiny-x_low.onnx", "sv_SE-tiny-x_low.onnx.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "sv_SE-bad-low.onnx").write_bytes(b"no model")
    (tmp_path / "sv_SE-bad-low.onnx.json").write_bytes((folder / "sv_SE-tiny-x_low.onnx.json").read_bytes())
    with closing(PiperEngine(tmp_path, threads=1)) as engine:
        bad, good = engine.voices()
        with pytest.raises(EngineFailed):
            engine.speak(SpokenText("hej", "sv"), bad)
        assert engine.speak(SpokenText("hej", "sv"), good).samples


def test_a_voice_outside_the_folder_is_unknown(engine: PiperEngine) -> None:
    """No name leads to another file."""
    with pytest.raises(VoiceUnknown):
        engine.speak(SpokenText("hej", "sv"), Voice(id="piper:../x", engine="piper", language="sv", name="x"))


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice installed, or no piper-tts: each with what to do."""
    assert "voices install" in str(PiperEngine(tmp_path / "nothing").why_unavailable())
    monkeypatch.setattr("readerapp.engines.piper._installed", lambda: False)
    assert "pip install" in str(PiperEngine(tmp_path).why_unavailable())


def test_a_worker_that_dies_in_loading_is_a_passing_failure(folder: Path, tmp_path: Path) -> None:
    """As when memory runs out: EngineBusy, not a crash of ours."""
    script = tmp_path / "dying.py"
    script.write_text("import os\ndef start(*_):\n    return lambda _: os._exit(9)\n")
    with closing(PiperEngine(folder, worker=script)) as engine, pytest.raises(EngineBusy):
        say(engine, "hej", "sv")
