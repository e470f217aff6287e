"""Tests of a speech server of one's own, through the protocol that most of them speak."""

import json
from contextlib import closing
from typing import Any

import numpy as np
import pytest

from readerapp.engines.remote import RemoteEngine
from readerapp.engines.web_request import Limits
from readerapp.errors import EngineBusy, EngineFailed, SettingsWrong, VoiceUnknown
from readerapp.model import Sound, SpokenText
from tests.engines.speech_server import MS_A_LETTER, SpeechServer, speech_server

QUICK = Limits(connect=1.0, read=1.0, whole=1.5)
VOICES = {"sv": "alva", "ru": "alva"}


def engine_for(server: SpeechServer, **more: Any) -> RemoteEngine:
    """One that asks the server, with short limits."""
    settings = {"model": "tts-1", "voices": VOICES, "limits": QUICK, "seconds": 2.0, **more}
    return RemoteEngine(f"{server.address}/v1", **settings)


def say(engine: RemoteEngine, text: str, language: str = "sv") -> Sound:
    """Speak a text as it stands."""
    voice = next(each for each in engine.voices() if each.language == language)
    return engine.speak(SpokenText(text, language), voice)


@pytest.mark.parametrize("form", ["wav", "mp3", "pcm"])
def test_the_server_is_asked_as_the_protocol_says(form: str) -> None:
    """Model, voice, text and form arrive; the sound comes back at its own rate and length in each form."""
    with speech_server() as server, closing(engine_for(server, form=form, key="secret")) as engine:
        sound = say(engine, "Добрый день всем.", "ru")
    assert server.asked == [{"model": "tts-1", "voice": "alva", "input": "Добрый день всем.", "response_format": form}]
    assert server.headers[0]["Authorization"] == "Bearer secret"
    assert sound.rate == 24_000
    loud = np.abs(np.frombuffer(sound.samples, "<i2").astype(int)) > 1000
    assert loud.sum() * 1000 / sound.rate == pytest.approx(17 * MS_A_LETTER, rel=0.1)


def test_without_a_key_none_is_sent() -> None:
    """A server of one's own needs none."""
    with speech_server() as server, closing(engine_for(server)) as engine:
        say(engine, "Hej.")
    assert "Authorization" not in server.headers[0]


def test_a_voice_has_one_identity_a_language_and_says_where_the_text_goes() -> None:
    """One name that speaks two languages is two voices; on this machine no text leaves it."""
    with closing(RemoteEngine("https://speech.example/v1", "m", VOICES)) as engine:
        voices = engine.voices()
        assert len({voice.id for voice in voices}) == 2
        assert all(voice.online and voice.provider == "speech.example" for voice in voices)
    with closing(RemoteEngine("http://[::1]:1/v1", "m", VOICES)) as engine:
        assert not any(voice.online for voice in engine.voices())


@pytest.mark.parametrize("fault", ["429", "500", "close", "not mp3", "empty"])
def test_what_passes_is_tried_again(fault: str) -> None:
    """One failure costs time, not the sentence."""
    with speech_server([fault, None]) as server, closing(engine_for(server)) as engine:
        assert say(engine, "Hej på er.").samples


@pytest.mark.parametrize(
    "fault", ["429", "500", "302", "400", "401", "hang", "close", "captcha", "empty", "trickle", "short"]
)
@pytest.mark.parametrize("form", ["wav", "pcm"])
def test_what_does_not_pass_ends_in_time(fault: str, form: str) -> None:
    """Every lasting fault is a failure, while a server that hangs still does: never silence and never a hang."""
    text = "En ganska lång mening som ingen hinner säga på en tiondels sekund, hur fort man än talar."
    with speech_server([fault]) as server, closing(engine_for(server, form=form)) as engine:
        with pytest.raises(EngineFailed):
            say(engine, text)
        assert len(server.headers) <= 3


def test_half_a_sample_is_no_sound() -> None:
    """Bare samples that were cut off in the middle of one are not played."""
    with (
        speech_server(["half"]) as server,
        closing(engine_for(server, form="pcm")) as engine,
        pytest.raises(EngineFailed),
    ):
        say(engine, "Hej.")


def test_a_server_that_is_down_is_left_alone() -> None:
    """The engine says so at once, and sends nothing."""
    with closing(RemoteEngine("http://127.0.0.1:9/v1", "m", VOICES, limits=QUICK)) as engine:
        assert engine.why_unavailable() is not None
        with pytest.raises(EngineBusy):
            say(engine, "Hej.")


def test_wrong_settings_and_unknown_voices_are_named() -> None:
    """An address that is none, and a voice that was not configured."""
    with pytest.raises(SettingsWrong):
        RemoteEngine("speech.example", "m", VOICES)
    with closing(RemoteEngine("http://127.0.0.1:9/v1", "m", {"sv": "alva"})) as engine:
        (voice,) = engine.voices()
        with pytest.raises(VoiceUnknown):
            engine.speak(
                SpokenText("hej", "sv"), type(voice)(id="remote:ru-alva", engine="remote", language="ru", name="")
            )


def test_the_key_is_in_no_error() -> None:
    """What fails is logged; the key is not."""
    with (
        speech_server(["401"]) as server,
        closing(engine_for(server, key="secret")) as engine,
        pytest.raises(EngineFailed) as caught,
    ):
        say(engine, "Hej.")
    assert "secret" not in json.dumps(caught.value.facts)
