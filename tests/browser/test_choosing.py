"""Choosing what is read aloud, with nothing but HTML, by thumb and in a narrow window."""

import pytest
from playwright.sync_api import expect

from readerapp.languages import SHIPPED
from tests.browser.conftest import Open, Reader

SMALLEST_TARGET = 44


def test_the_choice_changes_what_is_read_without_javascript(visit: Open, reader: Reader) -> None:
    """Open the form, change a box and the tables, send it: the same page comes back with another recording."""
    page = visit(reader.url("choosing"), java_script_enabled=False)
    usual = page.locator("lyssna-player").get_attribute("plan")
    form = page.locator(".verbosity")
    expect(form.locator("form")).not_to_be_visible()
    page.locator(".options summary").click()
    form.locator("[name=headings]").check()
    form.locator("[name=numbers]").uncheck()
    form.locator("select").select_option("plain")
    form.locator("button").click()
    expect(page.locator("#article h1")).to_contain_text("choosing")
    assert page.locator("lyssna-player").get_attribute("plan") != usual
    assert all(wish in page.url for wish in ("headings=1", "numbers=0", "tables=plain"))
    page.goto(reader.url("choosing-on"))
    page.locator(".options summary").click()
    expect(page.locator("[name=headings]")).to_be_checked()
    expect(page.locator("[name=numbers]")).not_to_be_checked()


@pytest.mark.parametrize("locale", SHIPPED)
def test_every_choice_is_large_enough_in_a_narrow_window(visit: Open, reader: Reader, locale: str) -> None:
    """Each label, the list and the button are at least 44 pixels high, and nothing needs sideways scrolling."""
    page = visit(reader.url("narrow-choices", locale=locale), viewport={"width": 320, "height": 640})
    page.locator(".options summary").click()
    heights = page.locator(".options :is(summary, label, select, button)").evaluate_all(
        "all => all.map((control) => control.getBoundingClientRect().height)"
    )
    assert len(heights) == 14
    assert min(heights) >= SMALLEST_TARGET
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
