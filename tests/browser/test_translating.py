"""A translator's day in a real browser: sign in, find, be told, hear, save, see it live, undo, begin."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from readerapp.app import create_app
from readerapp.catalogs import Texts, Wish
from readerapp.settings import Settings
from tests.browser.axe import faults, in_the_dark
from tests.listening import listening

WORDS = "fyra blå hästar i dimma"
NO_VOICE = "There is no voice called"


class Desk:
    """Two processes' worth of the service on one folder of translations and one database."""

    def __init__(self, folder: Path) -> None:
        self.rest = ExitStack()
        self._folder = folder
        self.app, self.address = self._serve()
        _, self.other = self._serve()
        self._count = 0

    def _serve(self, prefix: str = "") -> tuple[Flask, str]:
        app = create_app(
            Settings(
                page_workers=0,
                cache=self._folder / "cache",
                translations=self._folder / "translations",
                database=str(self._folder / "readerapp.db"),
                offline=True,
                voices=("espeak",),
                sounds_per_minute=100_000,
                sign_ins_per_minute=100_000,
                language_percent=1,
                prefix=prefix,
            )
        )
        server = make_server("127.0.0.1", 0, app, threaded=True)
        self.rest.callback(app.extensions["services"].narration.close)
        self.rest.enter_context(listening(server))
        return app, f"http://127.0.0.1:{server.server_port}"

    def under(self, prefix: str) -> str:
        """A third process, under a path and by the name that browsers give passkeys to without HTTPS."""
        return self._serve(prefix)[1].replace("127.0.0.1", "localhost") + prefix

    def invitation(self, languages: str = "*") -> tuple[str, str]:
        """A new account: its name, and its link."""
        self._count += 1
        name = f"Åsa {self._count}"
        token = self.app.extensions["services"].room().accounts.add(name, [languages])
        return name, f"{self.address}/translate/invitation/{token}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    made = Desk(tmp_path_factory.mktemp("desk"))
    with made.rest:
        yield made


Enter = Callable[..., Page]


@pytest.fixture
def enter(browser: Browser, desk: Desk) -> Iterator[Enter]:
    """A translator in a browser of their own, signed in; no page may complain or ask anybody else."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def come(locale: str = "sv", languages: str = "*", **options: Any) -> Page:
        context = browser.new_context(locale=locale, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: complaints.append(told.text) if "Content Security" in told.text else None)
        own = (desk.address, desk.other, "http://localhost:", "blob:")
        page.on("request", lambda asked: None if asked.url.startswith(own) else complaints.append(asked.url))
        page.goto(desk.invitation(languages)[1])
        page.fill("#passphrase", WORDS)
        page.keyboard.press("Enter")
        page.wait_for_selector(".standings")
        return page

    yield come
    for context in contexts:
        context.close()
    assert complaints == []


def open_text(page: Page, desk: Desk, language: str, words: str, locale: str = "sv") -> None:
    """Find a text by its English words and open it."""
    page.goto(f"{desk.address}/{locale}/translate/{language}/?q={quote(words)}")
    page.locator(".texts a", has_text=words).first.click()
    page.wait_for_selector("#form0")


@pytest.mark.parametrize(("locale", "missing"), [("sv", "%(voice)s saknas"), ("ru", "не хватает %(voice)s")])
def test_a_day(enter: Enter, desk: Desk, locale: str, missing: str) -> None:
    """By keyboard alone: a wrong placeholder and its message, hear, save, see it live in another process, undo."""
    page = enter(locale)
    open_text(page, desk, locale, NO_VOICE, locale)
    field = page.locator("#form0")
    before = field.input_value()
    expect(field).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Ingen röst: x")
    expect(page.locator("#said0 .wrong")).to_have_text(missing)
    expect(field).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Tab")
    expect(page.locator(".chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("Ingen röst: x%(voice)s")
    expect(page.locator("#said0 .wrong")).to_have_count(0)
    page.keyboard.press("Alt+Shift+H")
    expect(page.locator("audio")).to_be_visible()
    page.wait_for_function("() => document.querySelector('audio').duration > 0.3")
    own = page.url.partition("?")[0]
    page.keyboard.press("Control+Enter")
    expect(page.locator(".done")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{desk.other}/{locale}/read?voice=xyz&url={quote(desk.other + '/demo/sv/samarbete-leningrad-oblast')}")
    expect(other.locator("h1")).to_have_text("Ingen röst: xxyz")
    page.goto(own)
    page.locator(".changes form button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#form0")).to_have_value(before)


def test_the_text_is_lit_where_it_is_used(enter: Enter, desk: Desk) -> None:
    """The link leads to the very page, or to all that it can show, and the browser scrolls to the text there."""
    page = enter(viewport={"width": 800, "height": 300})
    open_text(page, desk, "sv", "In Sweden the Agency")
    page.locator(".places a").first.click()
    page.wait_for_url("**/sv/accessibility*")
    page.wait_for_function("() => scrollY > 200")
    open_text(page, desk, "sv", "Move the player to the top")
    page.locator(".places a").first.click()
    expect(page.locator("#lit")).to_have_text("Flytta spelaren högst upp")
    expect(page.locator("#lit")).to_be_in_viewport()
    assert faults(page) == []
    page.locator("[role=note] a").first.click()
    page.wait_for_selector("#form0")


def test_a_new_language(enter: Enter, desk: Desk) -> None:
    """Begun in the browser, its first texts translated there and elsewhere, it is in everybody's switcher."""
    page = enter()
    page.select_option("#language", "fi")
    page.locator(".account button").click()
    page.wait_for_selector(".texts")
    services = desk.app.extensions["services"]
    plain = [entry for entry in Texts(services.translations).of("fi") if not entry.chips and len(entry.forms) == 1]
    for entry in plain[: len(plain) // 80]:  # more than a hundredth of all
        wish = Wish("fi", entry.key, ("Suomeksi",), review=False, seen=entry.mark)
        services.bench.texts.save(wish, "Olle", "saved")
    open_text(page, desk, "fi", "Hear a web page")
    page.fill("#form0", "Kuuntele sivua")
    page.locator("button[value=save]").click()
    expect(page.locator(".done")).to_be_visible()
    page.goto(f"{desk.other}/sv/")
    expect(page.locator(".languages a[hreflang=fi]")).to_have_text("Suomi")


def test_a_passkey(enter: Enter, desk: Desk) -> None:
    """Made, used instead of the passphrase, and removed, under a path; a number for a name is told to be none."""
    page = enter()
    page.goto(f"{desk.address}/sv/translate/account")
    expect(page.locator(".notice")).to_contain_text("HTTPS")
    expect(page.locator("form[data-passkey]")).to_have_count(0)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    given = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    shown = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": {**given, **shown}})
    address = desk.under("/lyssna")
    page.goto(f"{address}{urlsplit(desk.invitation()[1]).path}")
    page.fill("#passphrase", WORDS)
    page.keyboard.press("Enter")
    page.wait_for_selector(".standings")
    page.goto(f"{address}/sv/translate/account")
    page.fill("#name", "Datorn")
    page.keyboard.press("Enter")
    expect(page.locator(".changes strong")).to_have_text("Datorn")
    page.click("form[data-passkey] button")
    expect(page.locator(".trouble")).to_contain_text("redan en lösennyckel")
    assert faults(page) == []
    page.click(".desk button")
    page.goto(f"{address}/sv/translate/sv/")
    page.click("form[data-passkey] button")
    page.wait_for_url("**/lyssna/sv/translate/sv/")
    page.goto(f"{address}/sv/translate/account")
    page.click(".changes button")
    expect(page.locator(".changes")).to_have_count(0)
    page.click(".desk button")
    page.click("form[data-passkey] button")
    expect(page.locator("#fault")).to_contain_text("hör inte till något konto")
    device.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": made["authenticatorId"]})


def test_without_scripts(enter: Enter, desk: Desk) -> None:
    """All of it is forms and links: found, refused with the reason, saved."""
    page = enter(java_script_enabled=False)
    open_text(page, desk, "sv", "is larger than")
    page.fill("#form0", "Sidan är för stor.")
    page.locator("button[value=next]").click()
    expect(page.locator("#said0 .wrong")).to_have_count(1)
    page.fill("#form0", "Sidan är större än %(limit)s MB.")
    page.locator("button[value=next]").click()
    expect(page.locator(".done")).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "width"),
    [
        ("sv", 1280),
        ("ru", 320),
        *(pytest.param(*each, marks=pytest.mark.proof) for each in (("sv", 320), ("ru", 1280))),
    ],
)
def test_axe_finds_nothing(enter: Enter, desk: Desk, browser: Browser, locale: str, width: int) -> None:
    """All of the workbench, narrow and wide, light and dark: no fault, nothing sideways, large targets."""
    stranger = browser.new_context(locale=locale)
    page = stranger.new_page()
    page.goto(f"{desk.address}/{locale}/translate/")
    assert faults(page) == []
    in_the_dark(page)
    stranger.close()
    page = enter(locale, viewport={"width": width, "height": 800})
    for place in ("", "account", "ru/", "ru/?show=review", "ru/words", f"ru/words?word={quote('Гатчина')}"):
        page.goto(f"{desk.address}/{locale}/translate/{place}")
        looks_right(page, width)
    open_text(page, desk, "ru", "is missing", locale)
    page.fill("#form0", "«Ой")
    expect(page.locator(".wrong").first).to_be_visible()
    looks_right(page, width)


def looks_right(page: Page, width: int) -> None:
    for each in sorted((320, 1280), key=width.__eq__):
        page.set_viewport_size({"width": each, "height": 800})
        fits(page, each)
    assert faults(page) == []
    in_the_dark(page)


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = "a, button, select, input:not([type=hidden], [type=radio]), .stress"
    heights = (
        page.locator("main")
        .locator(small)
        .evaluate_all("all => all.map((each) => each.getBoundingClientRect().height).filter((height) => height > 0)")
    )
    assert min(heights) >= 43.5
