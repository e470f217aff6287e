"""A translator's day in each of the three browser engines, by keyboard alone; the long form has axe on every page."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import pytest

from readerapp.catalogs import Entry, Saved, Texts, Wish
from tests.browser.axe import faults_in
from tests.browser.engines import Engine
from tests.browser.engines.face import wait
from tests.browser.test_translating import NO_VOICE, WORDS, Desk

FOCUSED: Final = "(selector) => document.activeElement?.matches(selector) ?? false"
VALUE: Final = "(selector) => document.querySelector(selector)?.value"
TEXT: Final = "(selector) => document.querySelector(selector)?.textContent.trim() ?? ''"
HEARD: Final = """() => {
    const audio = document.querySelector(".writing audio");
    return !audio.hidden && audio.currentTime > 0;
}"""
MISREAD: Final = {"sv": ("Bjärkeby", "Berkeby"), "ru": ("Гатчина", "Гачина")}
STOPS: Final = 60
"""Stops of the Tab key on the way to anything."""


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, engine: Engine, *, thorough: bool) -> None:
        self.engine, self._thorough = engine, thorough

    def to(self, selector: str) -> None:
        """Press Tab until the focus is there."""
        for _ in range(STOPS):
            if self.engine.run(FOCUSED, selector):
                return
            self.engine.keys("Tab")
        raise AssertionError(f"{self.engine.name}: never reached {selector}")

    def write(self, selector: str, words: str) -> None:
        """Go there and write in place of what is there."""
        self.to(selector)
        for key in ("Control+a", *words):
            self.engine.keys(key)

    def leave(self, keys: str = "Enter", at: str = "") -> None:
        """Press what leads to another page, and wait until that is there."""
        if at:
            self.to(at)
        self.engine.run("() => { window.left = false; }")
        self.engine.keys(keys)
        wait(self.engine, "() => window.left === undefined && document.readyState === 'complete'")

    def looks(self) -> None:
        """In the long form, have axe look at the page."""
        if self._thorough:
            assert faults_in(self.engine) == []


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("office"))
    with desk.rest:
        yield desk


def text(desk: Desk, language: str) -> Entry:
    """The text of the day as the file has it."""
    every = Texts(desk.app.extensions["services"].translations).of(language)
    return next(entry for entry in every if entry.ids[0].startswith(NO_VOICE))


def saved_elsewhere(desk: Desk, language: str, words: str) -> None:
    """Somebody else saves it in another process."""
    seen = text(desk, language)
    wish = Wish(language, seen.key, (words,), review=False, seen=seen.mark)
    assert isinstance(desk.app.extensions["services"].bench.texts.save(wish, "Olle", "saved"), Saved)


@pytest.mark.parametrize("locale", ["sv", "ru"])
@pytest.mark.proof
def test_a_day_with_axe(engine: Engine, office: Desk, locale: str) -> None:
    """The same in both languages, and no page has a fault that axe knows in any of the engines."""
    a_day(Keyboard(engine, thorough=True), office, locale)


def test_a_day_in_every_engine(engine: Engine, office: Desk) -> None:
    """Join, find, be told of a fault, hear, clash, save, see it live, undo, put a word right, begin a language."""
    a_day(Keyboard(engine, thorough=False), office, "sv")


def a_day(keyboard: Keyboard, office: Desk, locale: str) -> None:
    engine = keyboard.engine
    engine.open(office.invitation()[1].replace("/translate/", f"/{locale}/translate/"))
    keyboard.looks()
    keyboard.write("#passphrase", WORDS)
    keyboard.leave()
    keyboard.leave(at=f".standings h2 a[href$='/translate/{locale}/']")
    keyboard.write("#q", NO_VOICE)
    keyboard.leave()
    keyboard.looks()
    keyboard.leave(at=".texts a")
    a_text(keyboard, office, locale)
    a_word(keyboard, f"{office.address}/{locale}/translate/{locale}/words", *MISREAD[locale])
    engine.open(f"{office.address}/{locale}/translate/")
    keyboard.to("#language")
    begun = engine.run(VALUE, "#language")
    keyboard.leave(at="form.account button")
    assert engine.run("() => location.pathname").endswith(f"/translate/{begun}/")
    assert engine.run("() => document.querySelectorAll('.texts a').length") > 20


def a_text(keyboard: Keyboard, desk: Desk, locale: str) -> None:
    engine, before = keyboard.engine, text(desk, locale).forms[0]
    wait(engine, FOCUSED, "#form0")
    keyboard.write("#form0", "Ingen: ")
    wait(engine, f"() => ({TEXT})('#said0 .wrong').includes('%(voice)s')")
    keyboard.looks()
    keyboard.to(".chip")
    engine.keys("Enter")
    wait(engine, FOCUSED, "#form0")
    assert engine.run(VALUE, "#form0") == "Ingen: %(voice)s"
    wait(engine, "() => document.querySelector('#said0 .wrong') === null")
    engine.keys("Alt+Shift+h")
    wait(engine, HEARD)
    saved_elsewhere(desk, locale, "Olles %(voice)s")
    keyboard.leave("Control+Enter")
    assert engine.run(TEXT, "#clash blockquote") == "Olles %(voice)s"
    assert engine.run(VALUE, "#form0") == "Ingen: %(voice)s"
    keyboard.looks()
    place = engine.run("() => location.pathname")
    keyboard.leave("Control+Enter")
    assert engine.run(TEXT, ".done")
    engine.open(f"{desk.other}/{locale}/read?voice=xyz&url={quote(desk.other + '/demo/sv/samarbete-leningrad-oblast')}")
    assert engine.run(TEXT, "h1") == "Ingen: xyz"
    engine.open(desk.address + place)
    keyboard.leave(at=".changes form button")
    assert engine.run(VALUE, "#form0") == "Olles %(voice)s"
    assert engine.run(TEXT, ".done")
    keyboard.leave(at=".changes li:nth-child(3) form button")
    assert engine.run(VALUE, "#form0") == before


def a_word(keyboard: Keyboard, address: str, word: str, sounds: str) -> None:
    engine = keyboard.engine
    engine.open(address)
    keyboard.write("#word", word)
    keyboard.leave()
    keyboard.looks()
    keyboard.write("#alias", sounds)
    keyboard.to(".hear")
    engine.keys("Enter")
    wait(engine, HEARD)
    keyboard.leave(at="button[value=save]")
    assert engine.run(TEXT, ".done")
    assert engine.run(TEXT, ".changes ins") == sounds
