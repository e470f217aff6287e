"""Tests of the online voice against a server that speaks the real protocol, through the real gtts package."""

import ssl
import threading
import time
from contextlib import closing

import numpy as np
import pytest

from readerapp.engines.circuit_breaker import COOL_DOWN, CircuitBreaker
from readerapp.engines.gtts import LONGEST, GttsEngine
from readerapp.engines.web_request import Limits
from readerapp.errors import EngineBusy, EngineFailed, SettingsWrong
from readerapp.model import Sound, SpokenText
from tests.engines.speech_server import CERTIFICATE, MS_A_LETTER, SpeechServer, speech_server

QUICK = Limits(connect=1.0, read=1.0, whole=1.5)
LONG = (
    "Regionen och Leningrad oblast har i dag skrivit under ett avtal, som gäller i fem år. "
    "Det handlar om kvinnors hälsa, barns rättigheter och miljön i Östersjön; arbetet börjar i september "
    "med ett möte i Sankt Petersburg, säger regionrådet."
)


def engine_for(server: SpeechServer, **more: object) -> GttsEngine:
    """One that asks the server, with short limits."""
    return GttsEngine(base=server.address, limits=QUICK, **more)  # type: ignore[arg-type]


def say(engine: GttsEngine, text: str, language: str = "sv") -> Sound:
    """Speak a text as it stands."""
    voice = next(each for each in engine.voices() if each.language == language)
    return engine.speak(SpokenText(text, language), voice)


def heard_ms(sound: Sound) -> float:
    """How long it is loud."""
    samples = np.abs(np.frombuffer(sound.samples, "<i2").astype(int))
    return float((samples > 1000).sum() * 1000 / sound.rate)


@pytest.mark.parametrize(
    ("text", "language"), [("Hej på er.", "sv"), ("Привет, «как» дела?", "ru"), ('A "q" \\ [b]', "en")]
)
def test_the_server_gets_the_text_and_we_get_the_sound(text: str, language: str) -> None:
    """The text arrives as it is, in its language, and the sound is the one that was sent."""
    with speech_server() as server, closing(engine_for(server)) as engine:
        sound = say(engine, text, language)
    assert [asked["language"] for asked in server.asked] == [language]
    assert server.asked[0]["text"].replace("(", "[").replace(")", "]") == text
    assert heard_ms(sound) == pytest.approx(len(text) * MS_A_LETTER, rel=0.1)


def test_a_long_text_goes_in_parts_cut_by_sense() -> None:
    """No part is longer than the service takes, none loses a word, and they come back in order."""
    with speech_server() as server, closing(engine_for(server)) as engine:
        server.delay = 0.05
        sound = say(engine, LONG)
    parts = [asked["text"] for asked in server.asked]
    assert max(map(len, parts)) <= LONGEST
    assert sorted(" ".join(parts).split()) == sorted(LONG.split())
    assert len(parts) <= len(LONG) / LONGEST + 2
    assert 1 < server.most_at_once <= 4
    assert heard_ms(sound) == pytest.approx(sum(map(len, parts)) * MS_A_LETTER, rel=0.1)
    assert sound.milliseconds - heard_ms(sound) < 2000


def test_connections_are_used_again_and_no_cookie_is_kept() -> None:
    """Ten sentences need one connection, and Google's cookie never goes back."""
    with speech_server() as server, closing(engine_for(server, parallel=1)) as engine:
        for _ in range(10):
            say(engine, "Hej.")
    assert server.connections == 1
    assert not any("Cookie" in headers for headers in server.headers)


@pytest.mark.parametrize("fault", ["429", "500", "503 after 1", "close", "captcha", "not mp3", "empty", "garbled"])
def test_what_passes_is_tried_again(fault: str) -> None:
    """One failure of any passing kind costs time, not the sentence."""
    with speech_server([fault, None]) as server, closing(engine_for(server)) as engine:
        assert heard_ms(say(engine, "Hej på er.")) > 400
    assert len(server.headers) == 2


@pytest.mark.parametrize(
    "fault", ["429", "500", "302", "hang", "close", "captcha", "not mp3", "empty", "garbled", "trickle"]
)
def test_what_does_not_pass_ends_in_time(fault: str) -> None:
    """Every lasting fault is a failure, while a server that hangs still does: never silence and never a hang."""
    with speech_server([fault]) as server, closing(engine_for(server, seconds=2.0)) as engine:
        with pytest.raises(EngineFailed):
            say(engine, "Hej på er.")
        assert len(server.headers) <= 3


@pytest.mark.parametrize("fault", ["403", "404", "null"])
def test_a_refusal_is_not_tried_again(fault: str) -> None:
    """What would be refused again is asked for once."""
    with speech_server([fault]) as server, closing(engine_for(server)) as engine, pytest.raises(EngineFailed):
        say(engine, "Hej på er.")
    assert len(server.headers) == 1


def test_a_text_far_too_short_for_its_letters_is_no_sound() -> None:
    """A tenth of a second for a whole paragraph is refused, however well it decodes."""
    with speech_server(["short"]) as server, closing(engine_for(server)) as engine, pytest.raises(EngineFailed):
        say(engine, LONG)


def test_retry_after_is_honoured() -> None:
    """The service says one second: it is left alone for one second, and then the sentence comes."""
    with speech_server(["429 after 1", None]) as server, closing(engine_for(server)) as engine:
        begun = time.monotonic()
        say(engine, "Hej.")
        assert time.monotonic() - begun >= 1.0
        assert len(server.headers) == 2


def test_a_long_retry_after_gives_up_at_once_and_leaves_the_service_alone() -> None:
    """Five minutes are not waited for: the engine says that it is unavailable and asks nothing more."""
    with speech_server(["429 after 300"]) as server, closing(engine_for(server)) as engine:
        with pytest.raises(EngineBusy):
            say(engine, "Hej.")
        assert engine.why_unavailable() is not None
        with pytest.raises(EngineBusy):
            say(engine, "Hej.")
        assert len(server.headers) == 1


def test_after_a_few_failures_nothing_more_is_sent() -> None:
    """The breaker opens: the next sentences fail at once, without a request, until the service is back."""
    with speech_server(["captcha"]) as server:
        engine = engine_for(server)
        now = [0.0]
        engine._breaker = CircuitBreaker(lambda: True, clock=lambda: now[0])
        with closing(engine):
            for _ in range(3):
                with pytest.raises(EngineBusy):
                    say(engine, "Hej.")
            sent = len(server.headers)
            with pytest.raises(EngineBusy):
                say(engine, "Hej.")
            assert len(server.headers) == sent
            server.faults = [None]
            now[0] += COOL_DOWN
            deadline = time.monotonic() + 60
            while engine.why_unavailable() is not None:
                assert time.monotonic() < deadline
                time.sleep(0.05)
            assert say(engine, "Hej.").samples


def test_without_a_network_it_decides_at_once() -> None:
    """A probe without an answer is waited for briefly and once, and no sentence is tried meanwhile."""
    answer, probes = threading.Event(), []

    def unanswered() -> bool:
        probes.append(1)
        return answer.wait(60)

    engine = GttsEngine(base="http://127.0.0.1:9", limits=QUICK)
    engine._breaker = CircuitBreaker(unanswered)
    with closing(engine):
        assert engine.why_unavailable() is not None
        with pytest.raises(EngineBusy):
            say(engine, "Hej.")
        assert (len(probes), answer.is_set()) == (1, False)
        answer.set()


def test_where_nothing_listens_no_voice_is_ready() -> None:
    """A refused connection is an answer: the engine is not ready, and says so for every sentence."""
    with closing(GttsEngine(base="http://127.0.0.1:9", limits=QUICK)) as engine:
        assert engine.why_unavailable() is not None
        with pytest.raises(EngineBusy):
            say(engine, "Hej.")


def test_a_false_certificate_never_sees_the_text() -> None:
    """Over TLS with a certificate that nobody vouches for, the engine is unavailable and sends nothing."""
    with speech_server(secure=True) as server, closing(engine_for(server)) as engine:
        assert engine.why_unavailable() is not None
        with pytest.raises(EngineBusy):
            say(engine, "Hemligt.")
    assert server.headers == []


def test_a_true_certificate_is_accepted() -> None:
    """The same server, vouched for, is asked and answers."""
    trusted = ssl.create_default_context(cafile=str(CERTIFICATE))
    with speech_server(secure=True) as server, closing(engine_for(server, certificates=trusted)) as engine:
        assert say(engine, "Hej.").samples


@pytest.mark.parametrize("domain", ["com@127.0.0.1", "com/../", "example", ""])
def test_only_googles_own_domains_are_taken(domain: str) -> None:
    """The package would send the text to whatever host stands there."""
    with pytest.raises(SettingsWrong):
        GttsEngine(domain)


@pytest.mark.parametrize("text", ["", " … ", "–"])
def test_nothing_is_sent_for_a_text_without_words(text: str) -> None:
    """No request, silence, no failure."""
    with speech_server() as server, closing(engine_for(server)) as engine:
        assert not any(say(engine, text).samples)
    assert server.headers == []


def test_the_voice_says_who_receives_the_text() -> None:
    """Every one of them is online and names Google."""
    with closing(GttsEngine(base="http://127.0.0.1:9")) as engine:
        assert {(voice.online, voice.provider) for voice in engine.voices()} == {(True, "Google")}
