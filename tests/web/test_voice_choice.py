"""The voice is heard before it is chosen, and remembered for its language."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.app import create_app
from readerapp.audio import decode
from readerapp.engines.espeak import EspeakEngine
from readerapp.model import Voice
from readerapp.narration.samples import OWN
from readerapp.settings import Settings
from tests.web.conftest import HTML, SiteServer

Reading = Callable[..., str]
RUSSIAN = f"""<html lang="ru"><title>Встреча</title><main><article><h1>Встреча</h1>
<p>{"Области встретились, чтобы обсудить школы, медицину и охрану природы. " * 5}</p></article></main></html>"""


@pytest.fixture
def app(tmp_path: Path, site: SiteServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """A service with two Swedish voices and a Russian one, all the built-in one's."""
    voices = EspeakEngine.voices

    def with_a_second(self: EspeakEngine) -> list[Voice]:
        own = list(voices(self))
        second = next(voice for voice in own if voice.id == "espeak:sv")
        return [*own, msgspec.structs.replace(second, id="espeak:sv-2", name="Second")]

    monkeypatch.setattr(EspeakEngine, "voices", with_a_second)
    made = create_app(
        Settings(
            page_workers=0,
            cache=tmp_path / "cache",
            reports=tmp_path / "reports",
            offline=True,
            voices=("espeak",),
            private_hosts=(f"127.0.0.1:{site.server_port}",),
        )
    )
    yield made
    made.extensions["services"].narration.close()


def reads(client: FlaskClient, address: str) -> str:
    """The id of the voice that reads a page."""
    key = client.get(address).text.partition('plan="/audio/')[2][:64]
    plan = client.application.extensions["services"].dependencies.store.plan(key)
    assert plan
    return str(plan.voice)


def test_each_voice_has_a_sample(client: FlaskClient, reading: Reading) -> None:
    """The form holds a sample of each voice that can read the page, which is real sound of a few seconds."""
    page = client.get(reading("/good")).text
    for voice in ("espeak:sv", "espeak:sv-2"):
        assert f'src="/audio/sample/{voice}.mp3"' in page
    assert "/audio/sample/espeak:ru.mp3" not in page
    for language in OWN:
        answer = client.get(f"/audio/sample/espeak:{language}.mp3")
        assert (answer.status_code, answer.mimetype) == (200, "audio/mpeg")
        samples, rate = decode(answer.data)
        assert 1 < len(samples) / rate < 8


def test_a_sample_is_made_once(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second listener gets what is kept, and browsers keep it for a day; parts of it can be asked for."""
    first = client.get("/audio/sample/espeak:sv.mp3")
    monkeypatch.setattr(app.extensions["services"].dependencies.voices, "speak", None)
    second = client.get("/audio/sample/espeak:sv.mp3")
    assert first.data == second.data
    assert second.headers["Cache-Control"] == "public, max-age=86400"
    part = client.get("/audio/sample/espeak:sv.mp3", headers={"Range": "bytes=0-99"})
    assert (part.status_code, part.data) == (206, first.data[:100])


@pytest.mark.parametrize(("voice", "status"), [("nobody:sv", 400), ("gtts:sv", 403), ("x" * 300, 400)])
def test_a_sample_of_no_voice(client: FlaskClient, voice: str, status: int) -> None:
    """What may not speak here does not, and no text is sent."""
    assert client.get(f"/audio/sample/{voice}.mp3").status_code == status


def test_the_choice_is_remembered_for_its_language(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """Chosen on one page, it reads the next; a page in another language has its own; the usual one forgets it."""
    site.answers["/rysk"] = (200, HTML, RUSSIAN.encode())
    page = urlsplit(reading("/good"))
    answer = client.get(f"/sv/choose?{page.query}&spoken=sv&voice=espeak:sv-2&images=1&numbers=1&contacts=1")
    there = urlsplit(answer.headers["Location"])
    assert parse_qs(there.query)["voice"] == ["espeak:sv-2"]
    assert "spoken" not in parse_qs(there.query)
    assert reads(client, reading("/good")) == "espeak:sv-2"
    assert reads(client, reading("/rysk")) == "espeak:ru"
    assert 'value="espeak:sv-2" checked' in unescape(client.get(reading("/good")).text)
    client.get(f"/sv/choose?{page.query}&spoken=sv&voice=")
    assert reads(client, reading("/good")) == "espeak:sv"


def test_the_address_wins_over_what_is_remembered(client: FlaskClient, reading: Reading) -> None:
    """A link that names a voice is read by it, once."""
    client.get("/sv/choose?url=x&spoken=sv&voice=espeak:sv-2")
    assert reads(client, reading("/good", voice="espeak:sv")) == "espeak:sv"
    assert reads(client, reading("/good")) == "espeak:sv-2"


@pytest.mark.parametrize("kept", ["voice.sv=gone:sv", "voice.sv=espeak:ru", "voice.=x", "voice.sv", "voice.sv=%00"])
def test_a_remembered_voice_that_is_gone_is_forgotten(client: FlaskClient, reading: Reading, kept: str) -> None:
    """The page is read by the usual voice, and nobody is told of an error."""
    client.set_cookie("readerapp_choices", kept)
    assert reads(client, reading("/good")) == "espeak:sv"
