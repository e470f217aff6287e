"""The bar: small, at the edge that the visitor chose, folded when it is in the way, never over what has the focus."""

import pytest
from playwright.sync_api import expect

from readerapp.languages import SHIPPED
from tests.browser.axe import faults
from tests.browser.conftest import Open, Reader
from tests.browser.test_player import part, press, sentence, wait_lit, wait_state

STILL = {"reduced_motion": "reduce"}
TEXT = "() => document.querySelector('#s1').getBoundingClientRect().top"
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(("width", "height", "most"), [(390, 844, 0.15), (1280, 800, 0.1), (320, 640, 0.2)])
def test_the_bar_is_small(visit: Open, reader: Reader, width: int, height: int, most: float) -> None:
    """It takes little of the window, and none of its width is left to scroll sideways."""
    page = visit(reader.url("small"), viewport={"width": width, "height": height}, **STILL)
    press(page)
    wait_state(page, "playing")
    box = part(page, "bar").bounding_box()
    assert box
    assert box["height"] <= most * height
    assert (box["x"], box["x"] + box["width"], box["y"] + box["height"]) == (0, width, height)


def test_the_bar_moves_without_dragging_and_stays_there(visit: Open, reader: Reader) -> None:
    """A button puts it above the text, also after a reload, where the text does not jump at the press; and back."""
    page = visit(reader.url("dock"), viewport=PHONE, **STILL)
    press(page)
    part(page, "more").click()
    part(page, "dock").click()
    assert part(page, "bar").bounding_box()["y"] == 0
    page.reload()
    wait_state(page, "idle")
    page.evaluate("() => scrollTo(0, 0)")
    before = page.evaluate(TEXT)
    press(page)
    wait_state(page, "playing")
    assert part(page, "bar").bounding_box()["y"] == 0
    assert page.evaluate(TEXT) == before
    part(page, "more").click()
    part(page, "dock").click()
    part(page, "more").click()
    assert part(page, "bar").bounding_box()["y"] > 600


def test_the_bar_folds_and_comes_back(visit: Open, reader: Reader) -> None:
    """Folded it is two buttons in a corner, pause among them; the other one brings it back, by keyboard too."""
    page = visit(reader.url("fold"), viewport=PHONE, **STILL)
    press(page)
    wait_state(page, "playing")
    part(page, "fold").click()
    box = part(page, "bar").bounding_box()
    assert box
    assert box["width"] < 150
    expect(part(page, "fold")).to_have_attribute("aria-expanded", "false")
    part(page, "toggle").click()
    wait_state(page, "paused")
    part(page, "fold").focus()
    page.keyboard.press("Enter")
    assert part(page, "bar").bounding_box()["width"] == 390
    expect(part(page, "slider")).to_be_visible()


@pytest.mark.parametrize("dock", ["", "top"])
@pytest.mark.parametrize("width", [390, 900])
def test_the_bar_is_never_over_the_focus(visit: Open, reader: Reader, width: int, dock: str) -> None:
    """Through the whole page, forwards and backwards, what the Tab key reaches is in free sight."""
    script = f"localStorage.setItem('lyssna-looks', JSON.stringify({{dock: '{dock}'}}))" if dock else ""
    page = visit(reader.url("free", sentences=12), script, viewport={"width": width, "height": 600}, **STILL)
    press(page)
    wait_state(page, "playing")
    part(page, "toggle").click()
    wait_state(page, "paused")
    covered = """() => {
        const bar = document.querySelector("[data-part=bar]");
        const { activeElement: at } = document;
        if (at === document.body || bar.contains(at)) return null;
        const [{ left, top, width, height }] = at.getClientRects();
        const on = document.elementFromPoint(left + Math.min(width, 10) / 2, top + height / 2);
        return at.contains(on) || on?.contains(at) ? null : `${at.outerHTML} under ${on?.outerHTML}`.slice(0, 300);
    }"""
    for key in ("Tab", "Shift+Tab"):
        for _ in range(30):
            page.keyboard.press(key)
            assert page.evaluate(covered) is None


def test_a_button_of_two_lines_moves_nothing_and_the_folded_bar_leads_back(visit: Open, reader: Reader) -> None:
    """The large button keeps its height when its word gets shorter; folded, the bar still has the way back.

    On the narrowest bar the way back stands beside the time.
    """
    page = visit(reader.url("two-lines", "ru", "ru", 60), viewport={"width": 320, "height": 640}, **STILL)
    place = "() => document.querySelector('#article').getBoundingClientRect().top + scrollY"
    before = page.evaluate(place)
    assert part(page, "listen").bounding_box()["height"] > 70
    press(page)
    wait_state(page, "playing")
    assert page.evaluate(place) == before
    bar = part(page, "bar").bounding_box()
    page.mouse.move(100, 300)
    page.mouse.wheel(0, 2000)
    expect(part(page, "follow")).to_be_visible()
    expect(part(page, "time")).to_be_visible()
    assert part(page, "bar").bounding_box() == bar
    part(page, "fold").click()
    part(page, "follow").click()
    expect(part(page, "follow")).to_be_hidden()


def test_the_end_of_the_page_is_free(visit: Open, reader: Reader) -> None:
    """Scrolled to its end, the page's last link is above the bar."""
    page = visit(reader.url("last"), viewport=PHONE, **STILL)
    press(page)
    wait_state(page, "playing")
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".foot a").last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= part(page, "bar").bounding_box()["y"]


def test_the_further_controls_leave_the_sentence_free(visit: Open, reader: Reader) -> None:
    """Where they open over the sentence that is read, the page moves until it is in free sight again."""
    page = visit(reader.url("panel", sentences=60), viewport={"width": 1280, "height": 720}, **STILL)
    place = "() => document.querySelector('#s20').getBoundingClientRect()"
    page.evaluate(f"() => scrollBy(0, ({place})().bottom - 560)")
    page.locator("#s20").click()
    wait_lit(page, sentence(page, 20))
    part(page, "toggle").click()
    wait_state(page, "paused")
    part(page, "more").click()
    top = part(page, "bar").bounding_box()["y"]
    assert top < 560
    page.wait_for_function(f"(top) => ({place})().bottom < top", arg=top)


def test_after_stop_the_focus_has_a_place(visit: Open, reader: Reader) -> None:
    """When the bar goes away its focus goes to the sentence, or to the large button if that is in sight."""
    page = visit(reader.url("where", sentences=60), viewport=PHONE, **STILL)
    press(page)
    wait_state(page, "playing")
    part(page, "stop").click()
    assert page.evaluate("() => document.activeElement.dataset.part") == "listen"
    page.locator("#s50").click()
    wait_lit(page, "nummer")
    wait_state(page, "playing")
    part(page, "stop").click()
    assert page.evaluate("() => document.activeElement.dataset.n") == "50"
    expect(page.locator("#s50")).to_be_in_viewport()


@pytest.mark.parametrize("locale", SHIPPED)
def test_axe_finds_nothing_in_the_bar_with_all_open(visit: Open, reader: Reader, locale: str) -> None:
    """With its panel open, docked above, folded: no fault that axe knows."""
    page = visit(reader.url("axe", locale=locale), viewport={"width": 500, "height": 1400}, **STILL)
    press(page)
    wait_state(page, "playing")
    part(page, "more").click()
    assert faults(page) == []
    part(page, "dock").click()
    assert faults(page) == []
    part(page, "fold").click()
    assert faults(page) == []
