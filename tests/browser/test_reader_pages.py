"""Every page, in every interface language, light and dark: accessible, readable, and whole without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from readerapp.languages import SHIPPED
from tests.browser.axe import faults, faults_in, in_the_dark
from tests.browser.conftest import Open, Reader
from tests.browser.engines import Engine, wait

PLACES = ("home", "about", "accessibility", "privacy", "error", "read", "text")
SMALLEST_TARGET = 44
STATE = "(state) => document.querySelector('lyssna-player').getAttribute('state') === state"


def address(reader: Reader, place: str, locale: str) -> str:
    if place == "read":
        return reader.url("pages", "ru" if locale == "ru" else "sv", locale)
    if place == "text":
        return reader.url("pages", "ru" if locale == "ru" else "sv", locale) + "&only=text"
    own = {"home": "", "error": "read?url=x"}
    return f"{reader.address}/{locale}/{own.get(place, place)}"


def listen(page: Page) -> None:
    page.locator("[data-part=listen]").click()
    expect(page.locator("lyssna-player")).to_have_attribute("state", "playing")


@pytest.mark.parametrize("locale", SHIPPED)
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(visit: Open, reader: Reader, place: str, locale: str) -> None:
    """No page has a fault that axe knows, text contrast of 7:1 included, before the player runs and while it does.

    Nor do the colours of a dark screen.
    """
    page = visit(address(reader, place, locale), color_scheme="light")
    assert page.locator("html").get_attribute("lang") == locale
    assert page.locator("h1").count() == 1
    assert faults(page) == []
    in_the_dark(page)
    if place == "read":
        page.locator("details").evaluate_all("all => all.forEach((details) => (details.open = true))")
        listen(page)
        page.evaluate("scrollTo(0, 0)")  # elsewhere the bar that stays in sight may lie over half of a control
        assert faults(page) == []
        in_the_dark(page)


PRESS = "() => document.querySelector('[data-part={}]').click()"
STATES = {
    "playing": ["() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"],
    "playing, with the further controls": [PRESS.format("more")],
    "paused": [PRESS.format("toggle"), PRESS.format("more")],
    "paused, under a mask": [
        """() => {
            const ruler = document.querySelector("select[name=ruler]");
            ruler.value = "mask";
            ruler.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    ],
    "paused, folded": [PRESS.format("fold")],
    "waiting": [
        PRESS.format("fold"),
        "() => document.querySelector('.looks').reset()",
        "() => { window.usual = fetch; window.fetch = () => new Promise(() => {}); }",
        "() => document.querySelector('#s18').click()",
        "() => new Promise((resolve) => setTimeout(resolve, 1000))",  # it is told after a while
    ],
    "fault": [
        "() => { window.fetch = async () => { throw new TypeError(); }; }",
        "() => document.querySelector('#s23').click()",
    ],
    "idle, at the end": [
        "() => { window.fetch = window.usual; }",
        "() => [...document.querySelectorAll('[data-n]')].at(-1).click()",
    ],
}
"""The states of the player in the order in which they are come to, each with what is done for it."""


@pytest.mark.proof
@pytest.mark.parametrize("locale", SHIPPED)
def test_axe_finds_nothing_in_any_engine(engine: Engine, reader: Reader, locale: str) -> None:
    """The same in each of the three engines, the article in every state that it comes to; the report's form too."""
    for place in PLACES:
        engine.open(address(reader, place, locale))
        assert faults_in(engine) == [], place
    engine.open(address(reader, "read", locale))
    engine.press("[data-part=listen]")
    for state, acts in STATES.items():
        for act in acts:
            engine.run(act)
        wait(engine, STATE, state.split(",")[0])
        engine.run("() => scrollTo(0, 0)")
        assert faults_in(engine) == [], state
    engine.open(str(engine.run("() => document.querySelector('a.report').href")))
    assert faults_in(engine) == [], "report"


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_or_needs_sideways_scrolling(visit: Open, reader: Reader, place: str) -> None:
    """From 320 pixels on, which is also 400 percent on a common screen, every page fits its window."""
    page = visit(address(reader, place, "ru"), viewport={"width": 320, "height": 640})
    if place == "read":
        listen(page)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("() => [innerWidth, document.documentElement.scrollWidth]") == [width, width]


@pytest.mark.parametrize("place", PLACES)
def test_controls_are_large_enough(visit: Open, reader: Reader, place: str) -> None:
    """Every button, field and link outside running text is at least 44 pixels high and wide."""
    page = visit(address(reader, place, "sv"), viewport={"width": 320, "height": 640})
    if place == "read":
        listen(page)
    small = page.evaluate(
        """least => [...document.querySelectorAll("button, input, select, summary, nav a, .brand, .choices a")]
            .filter((control) => control.checkVisibility())
            .map((control) => [control.outerHTML.slice(0, 80), control.getBoundingClientRect()])
            .filter(([, { width, height }]) => Math.min(width, height) < least)
            .map(([html, { width, height }]) => `${html} ${width}x${height}`)""",
        SMALLEST_TARGET,
    )
    assert small == []


def test_the_text_is_easy_to_read(visit: Open, reader: Reader) -> None:
    """At least 18 pixels, one column of about 65 characters, in both alphabets."""
    for language in ("sv", "ru"):
        page = visit(reader.url("measure", language), viewport={"width": 1400, "height": 900})
        size, per_line = page.evaluate(
            """() => {
                const paragraph = document.querySelector("#article > p");
                const { fontSize, lineHeight } = getComputedStyle(paragraph);
                const lines = Math.round(paragraph.offsetHeight / parseFloat(lineHeight));
                return [parseFloat(fontSize), paragraph.textContent.length / (lines - 0.5)];
            }"""
        )
        assert size >= 18
        assert 55 <= per_line <= 78


def test_the_listen_button_is_first_and_largest(visit: Open, reader: Reader) -> None:
    """It is the first control of the page's content, in sight at once, and no other button is as large."""
    page = visit(address(reader, "read", "sv"), viewport={"width": 390, "height": 700})
    first = page.locator("main :is(button, a, input, audio)").locator("visible=true").first
    assert first.get_attribute("data-part") == "listen"
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] < 300
    assert box["height"] >= 60
    assert box["width"] >= 300


def test_the_keyboard_reaches_everything_in_sight(visit: Open, reader: Reader) -> None:
    """Tab leads from the skip link through the page; what has the focus is never under the player's bar."""
    page = visit(address(reader, "read", "sv"), viewport={"width": 700, "height": 560})
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.dataset.part") == "listen"
    page.keyboard.press("Enter")
    expect(page.locator("lyssna-player")).to_have_attribute("state", "playing")
    page.keyboard.press("Enter")
    visited = [page.evaluate(FOCUSED)]
    while visited[-1]["tag"] != "BODY" and len(visited) < 60:
        page.keyboard.press("Tab")
        visited.append(page.evaluate(FOCUSED))
    assert [place for place in visited if place["hidden"]] == []
    assert len(visited) > 12


FOCUSED = """() => {
    const focused = document.activeElement;
    const { left, top, width, height } = focused.getClientRects()[0];
    const [x, y] = [left + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2];
    const hit = document.elementFromPoint(x, y);
    const shown = focused === document.body || focused.contains(hit) || Boolean(hit?.contains(focused));
    return { tag: focused.tagName, html: focused.outerHTML.slice(0, 80), hidden: !shown };
}"""


def test_the_switcher_keeps_the_page(visit: Open, reader: Reader) -> None:
    """Another interface language shows the same article, and each name is marked with its own language."""
    page = visit(address(reader, "read", "sv"))
    title = page.locator("h1").inner_text()
    russian = page.locator("nav a[hreflang=ru]")
    assert russian.get_attribute("lang") == "ru"
    russian.click()
    assert page.locator("html").get_attribute("lang") == "ru"
    assert page.locator("h1").inner_text() == title
    assert page.locator("#article").get_attribute("lang") == "sv"
    assert page.locator("nav [aria-current]").inner_text() == "Русский"


def test_the_form_opens_a_page_without_javascript(visit: Open, reader: Reader) -> None:
    """Address in, article out, with nothing but HTML."""
    page = visit(f"{reader.address}/sv/", java_script_enabled=False)
    page.locator("input[name=url]").fill(f"{reader.address}/pages/sv/6/form")
    page.keyboard.press("Enter")
    expect(page.locator("#article h1")).to_contain_text("form")
    assert page.locator("lyssna-player audio").get_attribute("src")


def test_a_sentence_is_lit_by_its_address_alone(visit: Open, reader: Reader) -> None:
    """A deep link marks its sentence without JavaScript."""
    page = visit(reader.url("target", hash_="#s3"), java_script_enabled=False)

    def ground(selector: str) -> object:
        return page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor")

    assert ground("#s3") != ground("#s2")


def test_an_error_page_helps_on(visit: Open, reader: Reader) -> None:
    """The field holds the address that failed, ready to be mended."""
    page = visit(address(reader, "error", "sv"))
    assert page.locator("input[name=url]").input_value() == "x"


def test_paper_gets_the_text_only(visit: Open, reader: Reader) -> None:
    """In print there is no player and no menu."""
    page = visit(address(reader, "read", "sv"))
    page.emulate_media(media="print")
    assert page.locator("#article h1").is_visible()
    assert not page.locator("lyssna-player").is_visible()
    assert not page.locator("nav").first.is_visible()


def test_paper_is_white(visit: Open, reader: Reader) -> None:
    """Whatever the visitor chose for the screen, print is black on white, and says where links lead."""
    page = visit(address(reader, "read", "sv"), color_scheme="dark")
    page.emulate_media(media="print")
    colours = """() => ["backgroundColor", "color"].map((name) => getComputedStyle(document.body)[name])"""
    for theme in ("dark", "contrast", "sepia"):
        page.evaluate("theme => document.documentElement.setAttribute('data-theme', theme)", theme)
        assert page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    told = """() => getComputedStyle(document.querySelector("#article a[href^=http]"), "::after").content"""
    assert "https://www.example.org/" in page.evaluate(told)


def test_forced_colours_keep_word_and_sentence_apart(visit: Open, reader: Reader) -> None:
    """With the system's own colours the sentence is underlined and the word has the system's highlight."""
    page = visit(address(reader, "read", "sv"), forced_colors="active")
    style = """name => {
        const { textDecorationLine, backgroundColor } = getComputedStyle(document.querySelector("#article"), name);
        return [textDecorationLine, backgroundColor];
    }"""
    sentence = page.evaluate(style, "::highlight(lyssna-sentence)")
    word = page.evaluate(style, "::highlight(lyssna-word)")
    assert sentence[0] == "underline"
    assert sentence[1] != word[1]
