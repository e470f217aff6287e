"""A whole visit with nothing but a keyboard, in Swedish and in Russian."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import Open, Reader

FARTHEST = 80
"""Presses of Tab after which somebody gives up."""
WORDS = {
    "sv": {"open": "Öppna sidan", "saved": "Dina val är sparade", "listen": "Lyssna på sidan"},
    "ru": {"open": "Открыть страницу", "saved": "Настройки сохранены", "listen": "Прослушать страницу"},
}


def reach(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus; it must be seen, and show that it has it."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            break
    else:
        raise AssertionError(selector)
    focused = page.locator(":focus")
    expect(focused).to_be_in_viewport()
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"


def press_on(page: Page, selector: str, key: str = "Enter") -> None:
    """Go to an element and press a key on it."""
    reach(page, selector)
    page.keyboard.press(key)


@pytest.mark.parametrize("locale", ["sv", "ru"])
def test_a_whole_visit(visit: Open, reader: Reader, locale: str) -> None:
    """The page is typed in, heard, paused, stepped through; choices are made; a word is reported; the language changed.

    Nothing is clicked and nothing is focused but by Tab; each place that is reached is in sight with a visible focus.
    On the pages of the report axe finds nothing.
    """
    page = visit(f"{reader.address}/{locale}/", viewport={"width": 1000, "height": 700})
    reach(page, "#address")
    page.keyboard.type(f"{reader.address}/pages/{locale}/12/tangent-{locale}")
    press_on(page, "button[type=submit]", "Space")
    page.wait_for_url("**/read?url=**")

    press_on(page, "[data-part=listen]")
    player = page.locator("lyssna-player")
    expect(player).to_have_attribute("state", "playing")
    page.keyboard.press("Enter")
    expect(player).to_have_attribute("state", "paused")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(player).to_have_attribute("state", "playing")
    page.keyboard.press("Alt+Shift+KeyP")
    expect(player).to_have_attribute("state", "paused")

    press_on(page, ".aids > summary")
    reach(page, "select[name=size]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("html")).to_have_attribute("data-size", re.compile(r"\d+"))

    press_on(page, ".options > summary")
    press_on(page, "input[name=headings]", "Space")
    press_on(page, ".verbosity button[type=submit]")
    page.wait_for_url("**#saved")
    expect(page.locator("#saved")).to_be_in_viewport()
    expect(page.locator("#saved")).to_contain_text(WORDS[locale]["saved"])
    assert "headings=1" in page.url

    _report(page, locale)
    press_on(page, "main p a[data-fetches]")
    page.wait_for_url("**/read?url=**")

    other = {"sv": "ru", "ru": "sv"}[locale]
    press_on(page, f"a[hreflang={other}]")
    page.wait_for_url(f"**/{other}/read?**")
    expect(page.locator("[data-part=listen]")).to_contain_text(WORDS[other]["listen"])

    press_on(page, f"a[href$='/{other}/accessibility']")
    page.wait_for_url("**/accessibility")
    assert page.locator("h1").count() == 1


def _report(page: Page, locale: str) -> None:
    """A word that is on no line of the page is not taken; of one in many sentences it is asked which one it was."""
    press_on(page, "a.report")
    page.wait_for_url("**/report?**")
    assert faults(page) == []
    reach(page, "#word")
    page.keyboard.type("qwxz")
    press_on(page, "form.report button[type=submit]", "Space")
    page.wait_for_selector(".fault")
    assert faults(page) == []
    reach(page, "#word")
    page.keyboard.press("Control+a")
    page.keyboard.type({"sv": "mening", "ru": "предложение"}[locale])
    press_on(page, "form.report button[type=submit]", "Space")
    page.wait_for_selector("input[name=n]")
    assert faults(page) == []
    press_on(page, "input[name=n]", "Space")
    press_on(page, "form.report button[type=submit]", "Space")
    page.wait_for_url("**/report/**")
    assert faults(page) == []
