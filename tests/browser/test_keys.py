"""Keys of one's own, and those of the system: what is shown, what is told, what is remembered."""

from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import Open, Reader
from tests.browser.test_player import part, press, sentence, wait_lit, wait_state


def open_panel(page: Page) -> None:
    press(page)
    wait_state(page, "playing")
    part(page, "more").click()
    part(page, "shortcuts").click()


def test_other_keys_can_be_chosen(visit: Open, reader: Reader) -> None:
    """An act gets the keys that are pressed, but none without a modifier; a reload keeps them; a button resets."""
    page = visit(reader.url("remap"))
    open_panel(page)
    toggle = page.locator("[data-act=toggle]")
    expect(toggle).to_have_text("Alt+Skift+P")
    toggle.click()
    page.keyboard.press("q")
    expect(page.locator(".told")).not_to_be_empty()
    page.keyboard.press("Control+Alt+KeyQ")
    expect(toggle).to_have_text("Ctrl+Alt+Q")
    expect(part(page, "toggle")).to_have_attribute("aria-keyshortcuts", "Control+Alt+Q")
    page.reload()
    expect(part(page, "listen")).to_be_visible()
    page.keyboard.press("Alt+Shift+KeyP")
    page.keyboard.press("Control+Alt+KeyQ")
    wait_state(page, "playing")
    part(page, "more").click()
    part(page, "shortcuts").click()
    part(page, "usualKeys").click()
    expect(toggle).to_have_text("Alt+Skift+P")


def test_each_key_does_what_the_panel_says(visit: Open, reader: Reader) -> None:
    """Steps, speed, repetition and stop, with the focus in the text."""
    page = visit(reader.url("each"))
    page.locator("#s7").focus()
    page.keyboard.press("Alt+Shift+KeyP")
    wait_state(page, "playing")
    page.keyboard.press("Alt+Shift+Period")
    expect(part(page, "speed")).to_have_value("1.1")
    page.keyboard.press("Alt+Shift+Comma")
    page.keyboard.press("Alt+Shift+Comma")
    expect(part(page, "speed")).to_have_value("0.9")
    page.keyboard.press("Alt+Shift+PageDown")
    wait_lit(page, "rubrik")
    page.keyboard.press("Alt+Shift+KeyR")
    wait_lit(page, "rubrik")
    page.keyboard.press("Alt+Shift+KeyS")
    wait_state(page, "idle")


def test_no_key_is_told_where_they_are_off(visit: Open, reader: Reader) -> None:
    """Switched off, no control says that it has keys; with the panel open axe finds nothing."""
    page = visit(reader.url("off"), viewport={"width": 500, "height": 1600})
    open_panel(page)
    expect(part(page, "next")).to_have_attribute("aria-keyshortcuts", "Alt+Shift+ArrowRight")
    assert faults(page) == []
    part(page, "keys").uncheck()
    assert page.locator("[aria-keyshortcuts]").count() == 0


def test_the_panel_fits_a_small_window(visit: Open, reader: Reader) -> None:
    """At 320 by 256 pixels, a window at 400 percent, all of the open panel can be reached by scrolling it."""
    page = visit(reader.url("panel", "ru", "ru"), viewport={"width": 320, "height": 256})
    open_panel(page)
    part(page, "usualKeys").scroll_into_view_if_needed()
    expect(part(page, "usualKeys")).to_be_in_viewport(ratio=1)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_system_is_told_title_and_site(visit: Open, reader: Reader) -> None:
    """The lock screen shows the page's title and its site; the system's keys step and pause."""
    script = """
        window.acts = {};
        const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
        navigator.mediaSession.setActionHandler = (name, act) => { window.acts[name] = act; set(name, act); };
    """
    page = visit(reader.url("system"), script)
    press(page)
    wait_state(page, "playing")
    title, artist = page.evaluate(
        "() => [navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist]"
    )
    assert (title, artist) == (page.locator("h1").inner_text(), "127.0.0.1")
    page.evaluate("() => window.acts.nexttrack()")
    wait_lit(page, sentence(page, 1))
    page.evaluate("() => window.acts.pause()")
    wait_state(page, "paused")
    assert page.evaluate("() => navigator.mediaSession.playbackState") == "paused"
