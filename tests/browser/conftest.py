"""The real service on a port of loopback, pages for it to read, and real browsers to look at it and listen to it."""

import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from html import escape
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from werkzeug.serving import make_server

from readerapp.app import create_app
from readerapp.errors import EngineFailed
from readerapp.model import Sound, SpokenText, Voice
from readerapp.settings import Settings
from readerapp.store.kinds import PLANS
from tests.browser.engines import Engine, Lacking, chromium, firefox, webkit
from tests.browser.sound import Device, silent_device
from tests.conftest import PATIENCE_MS
from tests.listening import listening

SENTENCES = {
    "sv": "Det här är mening nummer {} på sidan {}.",
    "ru": "Это предложение номер {} на странице {}.",
}
OTHERS = {"sv": ("ru", "Привет из города Выборга."), "ru": ("sv", "Hälsningar från staden Gävle.")}
PAGE = """<!doctype html><html lang="{{ language }}"><head><title>{{ name }}</title></head><body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/om">Om oss</a></li></ul></nav>
<main><article><h1>{{ sentence.format(0, name) }}</h1>
{% for paragraph in paragraphs %}
{% if loop.index == 2 %}
<h2>{{ sentence.format("rubrik", name) }}</h2><blockquote><p lang="{{ other[0] }}">{{ other[1] }}</p></blockquote>
{% endif %}
<p>{{ paragraph }}</p>
{% endfor %}
<p>{{ sentence.format("sist", name) }} <a href="https://www.example.org/">{{ sentence.format("länk", name) }}</a></p>
<table><tr><th>År</th><th>Kronor</th></tr><tr><td>2025</td><td>400</td></tr></table>
</article></main></body></html>"""


SHORT = """<!doctype html><html lang="sv"><head><title>Om {{ name }}</title></head><body>
<main><article><h1>Om {{ name }}</h1>
<p>Katten {{ name }} sover. Hunden {{ name }} äter. Solen går ner över {{ name }} nu. Ett {{ name }} till.</p>
</article></main></body></html>"""


class Reader:
    """The service, with a hand on its voice: `seconds` slows it down, `mute` is a word that it fails on."""

    def __init__(self, app: Flask, address: str) -> None:
        self.address = address
        self.seconds = 0.0
        self.mute: str | None = None
        self.said: list[str] = []
        services = app.extensions["services"]
        self._store, self._making = services.dependencies.store, services.narration._making
        engine = services.dependencies.voices.engines["espeak"]
        speak = engine.speak

        def controlled(spoken: SpokenText, voice: Voice) -> Sound:
            self.said.append(spoken.text)
            time.sleep(self.seconds)
            if self.mute and self.mute in spoken.text:
                raise EngineFailed
            sound: Sound = speak(spoken, voice)
            return sound

        engine.speak = controlled

    def forget(self, key: str) -> None:
        """Have no plan of a recording any more, as after pruning."""
        self._store.forget(PLANS, key)
        self._making._plans.pop(key, None)

    def short(self, name: str) -> str:
        """The reader's address of a page of five short sentences, all with a name that no other page has."""
        return f"{self.address}/sv/read?{urlencode({'url': f'{self.address}/short/{name}'})}"

    def url(self, name: str, language: str = "sv", locale: str = "sv", sentences: int = 24, hash_: str = "") -> str:
        """The reader's address of a page that nobody has heard, unless another test used the same name."""
        page = f"{self.address}/pages/{language}/{sentences}/{name}"
        return f"{self.address}/{locale}/read?{urlencode({'url': page})}{hash_}"


def page(language: str, sentences: int, name: str) -> str:
    """A page of so many sentences, six to a paragraph, in all of which its name is said."""
    told = [SENTENCES[language].format(n, name) for n in range(1, sentences + 1)]
    paragraphs = [" ".join(told[at : at + 6]) for at in range(0, sentences, 6)]
    return render_template_string(
        PAGE,
        language=language,
        name=escape(name),
        sentence=SENTENCES[language],
        paragraphs=paragraphs,
        other=OTHERS[language],
    )


def short(name: str) -> str:
    """A page that is heard in a few seconds."""
    return render_template_string(SHORT, name=escape(name))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    with ExitStack() as rest:
        server = make_server("127.0.0.1", 0, Flask(__name__), threaded=True)
        app = create_app(
            Settings(
                page_workers=0,
                cache=tmp_path_factory.mktemp("cache"),
                reports=tmp_path_factory.mktemp("reports"),
                reports_per_hour=100_000,
                offline=True,
                voices=("espeak",),
                private_hosts=(f"127.0.0.1:{server.server_port}",),
                pages_per_minute=100_000,
                sounds_per_minute=100_000,
            )
        )
        rest.callback(app.extensions["services"].narration.close)
        app.add_url_rule("/pages/<language>/<int:sentences>/<name>", view_func=page)
        app.add_url_rule("/short/<name>", view_func=short)
        app.extensions["services"].narration.warm()
        server.app = app
        rest.enter_context(listening(server))
        yield Reader(app, f"http://127.0.0.1:{server.server_port}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With what failed it is told where the service's threads stood: a browser only says that nothing came."""
    report = yield
    if report.failed and call.when == "call":
        names = {thread.ident: thread.name for thread in threading.enumerate()}
        stacks = {number: "".join(traceback.format_stack(frame)) for number, frame in sys._current_frames().items()}
        ours = [f"{names.get(number, number)}\n{stack}" for number, stack in stacks.items() if "/readerapp/" in stack]
        report.sections.append(("Threads", "\n".join(ours)))
    return report


@pytest.fixture(autouse=True)
def quick_voice(reader: Reader) -> None:
    """Each test starts with a voice that neither lags nor fails."""
    reader.seconds, reader.mute = 0.0, None


@pytest.fixture(scope="session")
def device() -> Iterator[Device]:
    """A sound device that nobody hears but the tests."""
    with lacking(), silent_device() as started:
        yield started


@pytest.fixture(scope="session", params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest, device: Device) -> Iterator[Engine]:
    """Each of the three browser engines, heard at the device; what is not installed is skipped, but not in CI."""
    with lacking(), ExitStack() as rest:
        if request.param == "chromium":
            playwright: Playwright = request.getfixturevalue("playwright")
            yield rest.enter_context(chromium(playwright, request.getfixturevalue("chromium"), device.variables))
        elif request.param == "firefox":
            yield rest.enter_context(firefox(device.variables))
        else:
            yield rest.enter_context(webkit(device.variables))


@contextmanager
def lacking() -> Iterator[None]:
    """Skip with the reason where a program is not installed; fail with it in CI."""
    try:
        yield
    except Lacking as reason:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(reason))


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, reader: Reader) -> Iterator[Open]:
    """Open an address as a new visitor; fails at the end if the page complained or asked anybody else."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(address: str, script: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_navigation_timeout(2 * PATIENCE_MS)  # a page may be fetched, read and planned first
        contexts.append(context)
        opened = context.new_page()
        opened.add_init_script(script)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda told: complaints.append(told.text) if "Content Security" in told.text else None)
        opened.on("request", lambda asked: _check_own(asked.url, reader.address, complaints))
        opened.goto(address)
        return opened

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _check_own(url: str, own: str, complaints: list[str]) -> None:
    if not url.startswith((own, "blob:", "data:")):
        complaints.append(url)
