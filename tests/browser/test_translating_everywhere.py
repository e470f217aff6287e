"""A translator's day in each of the three browser engines: join, be told of a fault, hear, save, see it live, undo."""

from pathlib import Path
from urllib.parse import quote

from tests.browser.engines import Engine
from tests.browser.engines.face import wait
from tests.browser.test_translating import NO_VOICE, WORDS, Desk

TYPE = """([selector, text]) => {
    const field = document.querySelector(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
TEXT = "(selector) => document.querySelector(selector)?.textContent.trim() ?? ''"
HEARD = """() => {
    const audio = document.querySelector(".writing audio");
    return !audio.hidden && audio.currentTime > 0;
}"""


def test_a_day_in_every_engine(engine: Engine, tmp_path: Path) -> None:
    """The forms, the checks while typing and the sound are the same; another process shows at once what is saved."""
    desk = Desk(tmp_path)
    with desk.rest:
        engine.open(desk.invitation()[1])
        engine.run(TYPE, ["#passphrase", WORDS])
        engine.press("main form button.primary")
        wait(engine, "() => document.querySelector('.standings') !== null")
        engine.open(f"{desk.address}/sv/translate/sv/?q={quote(NO_VOICE)}")
        place = engine.run("() => document.querySelector('.texts a').href")
        engine.open(place)
        before = engine.run("() => document.querySelector('#form0').value")
        engine.run(TYPE, ["#form0", "Ingen röst"])
        wait(engine, f"() => ({TEXT})('#said0 .wrong').includes('%(voice)s')")
        engine.press(".chip")
        wait(engine, "() => document.querySelector('#said0 .wrong') === null")
        assert "%(voice)s" in engine.run("() => document.querySelector('#form0').value")
        engine.press(".hear")
        wait(engine, HEARD)
        engine.press("button[value=save]")
        wait(engine, "() => document.querySelector('.done') !== null")
        assert engine.run(TEXT, ".changes ins").startswith("Ingen röst")
        engine.open(place.replace(desk.address, desk.other))
        assert engine.run("() => document.querySelector('#form0').value").startswith("Ingen röst")
        engine.open(place)
        engine.press(".changes form button")
        wait(engine, f"() => document.querySelector('#form0')?.value === {before!r}")
        engine.open(f"{desk.address}/sv/translate/sv/words?word=Bj%C3%A4rkeby")
        engine.run(TYPE, ["#alias", "Berkeby"])
        engine.press(".hear")
        wait(engine, HEARD)
        engine.press("button[value=save]")
        wait(engine, "() => document.querySelector('.done') !== null")
        wait(engine, f"() => ({TEXT})('.changes ins') === 'Berkeby'")
