"""Reading aids that a script lays over the text, which stays as it is and is copied so: ruler, mask, syllables."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import faults, faults_of_colour
from tests.browser.conftest import Open, Reader
from tests.browser.test_player import lit, part, press, sentence, wait_lit, wait_state
from tests.browser.test_visits import contrast

SYLLABLES = "() => [...(CSS.highlights.get('lyssna-syllable') ?? [])].map(String)"


def choose(page: Page, name: str, value: str) -> None:
    page.locator(".aids").evaluate("(aids) => { aids.open = true; }")
    page.locator(f"select[name={name}]").select_option(value)


@pytest.mark.parametrize(("language", "first"), [("sv", ["ning", "mer"]), ("ru", ["то", "ло"])])
def test_syllables_are_marked_beside_the_text(visit: Open, reader: Reader, language: str, first: list[str]) -> None:
    """Every other syllable is a highlight; the DOM, a copy and the lit word are as without it; a reload keeps it."""
    page = visit(reader.url("syllables", language, language), permissions=["clipboard-read", "clipboard-write"])
    before = page.locator("#article").inner_html()
    choose(page, "syllables", "colour")
    page.wait_for_function(f"() => ({SYLLABLES})().length > 20")
    assert set(first) <= {syllable.casefold() for syllable in page.evaluate(SYLLABLES)}
    assert page.locator("#article").inner_html() == before
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('#s2'))")
    page.keyboard.press("Control+c")
    assert page.evaluate("() => navigator.clipboard.readText()") == sentence(page, 2)
    page.evaluate("() => getSelection().removeAllRanges()")
    press(page)
    wait_lit(page, "syllables" if language == "sv" else "номер", "word")
    assert lit(page, "word") in sentence(page, 0)
    page.reload()
    page.wait_for_function(f"() => ({SYLLABLES})().length > 20")


def test_syllables_can_be_read(visit: Open, reader: Reader) -> None:
    """Their colour keeps 7:1 against the page in every theme, and axe finds nothing with the aids in use."""
    page = visit(reader.url("seen"))
    choose(page, "syllables", "colour")
    choose(page, "ruler", "line")
    assert faults(page) == []
    for theme in ("light", "dark", "sepia", "contrast"):
        choose(page, "theme", theme)
        assert contrast(page, "--syllable", "--ground") >= 7
        assert faults_of_colour(page) == []


def middle(page: Page) -> int:
    return int(
        page.evaluate("() => parseInt(document.querySelector('.lyssna-ruler').style.getPropertyValue('--middle'))")
    )


def test_the_ruler_follows_pointer_focus_and_reading(visit: Open, reader: Reader) -> None:
    """Under the pointer, at what Tab reaches, and at the word that is read, which it does not leave meanwhile.

    It is over the article only: above that it stays at the first line, and nothing else is darkened.
    """
    page = visit(reader.url("ruler"), viewport={"width": 800, "height": 900}, reduced_motion="reduce")
    choose(page, "ruler", "mask")
    page.locator(".aids").evaluate("(aids) => { aids.open = false; }")
    page.mouse.move(300, 500)
    page.wait_for_function(
        "() => document.querySelector('.lyssna-ruler').style.getPropertyValue('--middle') === '500px'"
    )
    page.locator(".brand").focus()
    article, ruler = page.locator("#article").bounding_box(), page.locator(".lyssna-ruler").bounding_box()
    assert article
    assert ruler
    assert 0 < middle(page) - article["y"] < 50
    assert (ruler["y"], ruler["height"]) == (article["y"], article["height"])
    assert page.locator(".lyssna-ruler").evaluate("(ruler) => getComputedStyle(ruler).clipPath") == "inset(0px)"
    page.locator("#s5").click()
    wait_lit(page, sentence(page, 5))
    wait_state(page, "playing")
    line = "() => { const [word] = CSS.highlights.get('lyssna-word') ?? []; const at = word?.getClientRects()[0];"
    line += " const y = parseInt(document.querySelector('.lyssna-ruler').style.getPropertyValue('--middle'));"
    line += " return at && Math.abs(at.top + at.height / 2 - y) < 2; }"
    page.wait_for_function(line)
    page.mouse.move(300, 20)
    page.wait_for_function(line)
    part(page, "toggle").click()
    wait_state(page, "paused")


def test_one_button_resets_all_aids(visit: Open, reader: Reader) -> None:
    """Ruler, syllables and the player's place go with the others; the form shows it, now and after a reload."""
    page = visit(reader.url("resetall"))
    for name, value in (("ruler", "line"), ("syllables", "line"), ("dock", "top"), ("size", "120")):
        choose(page, name, value)
    page.locator(".looks button").click()
    for _ in range(2):
        assert page.evaluate("() => Object.keys(document.documentElement.dataset)") == []
        expect(page.locator(".lyssna-ruler")).to_have_count(0)
        page.reload()
