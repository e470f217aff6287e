"""What `readerapp.engines.contract` promises, asked of every engine, well and ill.

To ask it of another engine, add a way to make it to ENGINES, and one that fails to FAULTY.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from readerapp.engines.contract import Engine
from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.gtts import GttsEngine
from readerapp.engines.piper import PiperEngine
from readerapp.engines.remote import RemoteEngine
from readerapp.engines.web_request import Limits
from readerapp.errors import EngineFailed, VoiceUnknown
from readerapp.languages import READ
from readerapp.model import Diction, Sound, SpokenText, Voice
from readerapp.testing import SilentEngine
from tests.engines.speech_server import speech_server
from tests.engines.tiny_piper import make_voice

TEXTS = {
    "sv": "Det här är en mening på svenska, och den är lång nog.",
    "ru": "Это предложение на русском языке, и оно длинное.",
}
QUICK = Limits(connect=1.0, read=1.0, whole=1.5)
Maker = Callable[[Path], AbstractContextManager[Engine]]


def _seconds(fault: str | None) -> float:
    """The time that an answer gets: little for a service that is ill, all that a busy machine needs for a sound one."""
    return 2 if fault else 60


@contextmanager
def _gtts(_: Path, fault: str | None = None) -> Iterator[Engine]:
    with (
        speech_server([fault]) as server,
        closing(GttsEngine(base=server.address, limits=QUICK, seconds=_seconds(fault))) as engine,
    ):
        yield engine


@contextmanager
def _remote(_: Path, fault: str | None = None) -> Iterator[Engine]:
    with speech_server([fault]) as server:
        voices = {"sv": "a", "ru": "b"}
        with closing(
            RemoteEngine(f"{server.address}/v1", "m", voices, limits=QUICK, seconds=_seconds(fault))
        ) as engine:
            yield engine


def _piper(folder: Path) -> AbstractContextManager[Engine]:
    make_voice(folder, "sv_SE-tiny-x_low", "sv")
    make_voice(folder, "ru_RU-tiny-x_low", "ru")
    return closing(PiperEngine(folder, threads=1))


ENGINES: dict[str, Maker] = {
    "silent": lambda _: closing(SilentEngine()),
    "espeak": lambda _: closing(EspeakEngine(2, "loader")),
    "gtts": _gtts,
    "remote": _remote,
    "piper": _piper,
}

SCRIPTS = {
    "hang": "import time\ndef start(*_):\n    return lambda _: time.sleep(600)",
    "crash": "import os\ndef start(*_):\n    return lambda _: os._exit(9)",
    "garbage": "def start(*_):\n    return lambda _: ({}, b'garbage')",
    "empty": "def start(*_):\n    return lambda _: ({'rate': 22050}, b'')",
    "quiet": "def start(*_):\n    return lambda _: ({'rate': 22050}, bytes(44100))",
    "rate": "def start(*_):\n    return lambda _: ({'rate': 0}, b'ab' * 22050)",
    "short": "def start(*_):\n    return lambda _: ({'rate': 22050}, b'ab' * 200)",
    "trickle": (
        "import os, sys, time\ndef start(*_):\n"
        "    for fd in range(3, 9):\n        try:\n            os.write(fd, b'\\xff\\xff\\0\\0')\n"
        "            while True:\n                os.write(fd, b'x')\n                time.sleep(0.1)\n"
        "        except OSError:\n            pass\n    return lambda _: time.sleep(600)"
    ),
}


@contextmanager
def _lamed(folder: Path, fault: str, kind: str) -> Iterator[Engine]:
    script = folder / "faulty.py"
    script.write_text(SCRIPTS[fault])
    if kind == "espeak":
        engine: Engine = EspeakEngine(1, "loader", seconds=1, worker=script)
    else:
        make_voice(folder, "sv_SE-tiny-x_low", "sv")
        engine = PiperEngine(folder, seconds=1, worker=script)
    with closing(engine):
        yield engine


FAULTY: dict[str, Maker] = {
    **{f"espeak-{fault}": partial(_lamed, fault=fault, kind="espeak") for fault in SCRIPTS},
    **{f"piper-{fault}": partial(_lamed, fault=fault, kind="piper") for fault in ("hang", "crash", "garbage", "quiet")},
    **{
        f"{kind}-{fault}": partial(make, fault=fault)
        for kind, make in (("gtts", _gtts), ("remote", _remote))
        for fault in ("hang", "close", "500", "429", "captcha", "empty", "short", "trickle")
    },
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Each of them, well."""
    with ENGINES[request.param](tmp_path) as made:
        yield made


def say(engine: Engine, language: str, text: str | None = None) -> Sound:
    """Speak with the engine's first voice for the language."""
    voice = next(each for each in engine.voices() if each.language == language)
    return engine.speak(SpokenText(TEXTS[language] if text is None else text, language), voice)


def test_it_says_who_it_is(engine: Engine) -> None:
    """A name, a version, a diction; ready; voices that are its own, unique, in languages that are read."""
    assert engine.name
    assert engine.version
    assert isinstance(engine.diction, Diction)
    assert engine.why_unavailable() is None
    voices = engine.voices()
    assert len({voice.id for voice in voices}) == len(voices) > 0
    assert all(voice.id.startswith(f"{engine.name}:") and voice.engine == engine.name for voice in voices)
    assert {voice.language for voice in voices} <= set(READ)
    assert all(voice.provider for voice in voices if voice.online)


@pytest.mark.parametrize("language", TEXTS)
def test_it_speaks(engine: Engine, language: str) -> None:
    """Whole samples of a length that the text can have, and marks in order inside text and sound."""
    sound = say(engine, language)
    assert len(sound.samples) % 2 == 0
    assert 1000 < sound.milliseconds < 15_000
    assert sound.samples.strip(b"\0")
    places = [place for mark in sound.marks for place in (mark.start, mark.end)]
    times = [mark.begin for mark in sound.marks]
    assert places == sorted(places)
    assert times == sorted(times)
    assert all(0 <= mark.begin <= mark.finish <= sound.milliseconds + 1 for mark in sound.marks)
    assert not places or places[-1] <= len(TEXTS[language])


@pytest.mark.parametrize("text", ["", " \n", "…", "👍🏽", "?!"])
def test_a_text_without_words_is_no_failure(engine: Engine, text: str) -> None:
    """A short sound or none."""
    assert say(engine, "sv", text).milliseconds < 1500


def test_a_text_of_any_length_is_spoken(engine: Engine) -> None:
    """Two thousand characters take some twenty times as long as a hundred."""
    long = say(engine, "sv", (TEXTS["sv"] + " ") * 20).milliseconds
    assert 10 < long / say(engine, "sv").milliseconds < 40


def test_it_is_safe_for_threads(engine: Engine) -> None:
    """Eight callers at once in two languages get what a lone caller gets."""
    alone = {language: say(engine, language).milliseconds for language in TEXTS}
    with ThreadPoolExecutor(8) as pool:
        asked = [(language, pool.submit(say, engine, language)) for language in list(TEXTS) * 8]
        for language, answer in asked:
            assert answer.result().milliseconds == pytest.approx(alone[language], rel=0.05)


def test_a_strangers_voice_is_unknown(engine: Engine) -> None:
    """VoiceUnknown, not another voice instead."""
    stranger = Voice(id="stranger:sv", engine="stranger", language="sv", name="x")
    with pytest.raises(VoiceUnknown):
        engine.speak(SpokenText("hej", "sv"), stranger)


def test_closed_it_fails_at_once(engine: Engine) -> None:
    """Closing twice does nothing more; speaking afterwards is EngineFailed."""
    say(engine, "sv")
    engine.close()
    engine.close()
    with pytest.raises(EngineFailed):
        say(engine, "sv")


@pytest.mark.parametrize("kind", FAULTY)
def test_ill_it_fails(kind: str, tmp_path: Path) -> None:
    """Hanging, crashing, garbage, silence, impossible rates and trickles are failures; what hangs would for ever."""
    with FAULTY[kind](tmp_path) as engine, pytest.raises(EngineFailed):
        say(engine, "sv")
