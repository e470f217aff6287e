"""What visitors stumbled over: each of these failed once, in a real browser with the real service."""

import itertools
from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from readerapp.languages import SHIPPED
from tests.browser.conftest import Open, Reader
from tests.browser.shifts import SHIFTS
from tests.browser.test_player import lit, part, press, sentence, wait_lit, wait_state

TOP = "() => document.querySelector('#article').getBoundingClientRect().top + scrollY"
STILL = {"reduced_motion": "reduce"}


def contrast(page: Page, one: str, other: str) -> float:
    """The contrast of two custom properties of the page, by WCAG's formula."""
    return float(
        page.evaluate(
            """([one, other]) => {
                const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
                const probe = document.body.appendChild(document.createElement("i"));
                const luminance = (name) => {
                    probe.style.color = `var(${name})`;
                    canvas.fillStyle = getComputedStyle(probe).color;
                    canvas.fillRect(0, 0, 1, 1);
                    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
                        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
                };
                const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                probe.remove();
                return (high + 0.05) / (low + 0.05);
            }""",
            [one, other],
        )
    )


def test_a_click_on_another_sentence_stays_there(visit: Open, reader: Reader) -> None:
    """Clicking a sentence far below one that plays moves the page nowhere: it is in sight already."""
    page = visit(reader.url("stays", sentences=90), viewport={"width": 700, "height": 700}, **STILL)
    press(page)
    wait_state(page, "playing")
    page.locator("#s60").evaluate("(s) => scrollTo(0, s.getBoundingClientRect().top + scrollY - 400)")
    before = page.evaluate("() => scrollY")
    page.locator("#s60").click()
    wait_lit(page, sentence(page, 60))
    page.wait_for_timeout(300)
    assert page.evaluate("() => scrollY") == before
    expect(part(page, "follow")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(640, 320), (320, 180), (740, 360)])
def test_pause_is_in_sight_on_a_short_window(visit: Open, reader: Reader, width: int, height: int) -> None:
    """On a phone lying down and at 400 percent the bar stays, and takes less than a third of the window."""
    page = visit(reader.url("short", sentences=60), viewport={"width": width, "height": height}, **STILL)
    page.locator("#s40").click()
    wait_lit(page, sentence(page, 40))
    assert page.evaluate("() => scrollY") > height
    box = part(page, "toggle").bounding_box()
    assert box
    assert 0 <= box["y"] <= height - box["height"]
    assert part(page, "bar").bounding_box()["height"] < height / 3


def test_unread_sound_is_downloaded(visit: Open, reader: Reader) -> None:
    """The link downloads a file with the article's name, also where nobody has heard the page."""
    page = visit(reader.url("download", sentences=2), accept_downloads=True)
    page.locator(".options summary").click()
    with page.expect_download() as download:
        page.locator('.options a[href*="download="]').click()
    assert download.value.suggested_filename == "Det här är mening nummer 0 på sidan download..mp3"


def test_sound_that_the_browser_started_goes_on_under_our_hand(visit: Open, reader: Reader) -> None:
    """Where the browser's own control was pressed before the script came, the player takes over, and can pause."""
    page = visit(f"{reader.address}/sv/")
    held: list[Route] = []
    page.route("**/js/read.js", lambda route: held.append(route))  # noqa: PLW0108 - it wants a function
    page.goto(reader.url("early"), wait_until="commit")
    page.locator("lyssna-player audio[controls]").focus()
    page.keyboard.press("Space")
    while page.locator("lyssna-player audio").evaluate("audio => audio.currentTime") < 0.3:
        page.wait_for_timeout(50)
    held[0].continue_()
    wait_state(page, "playing")
    wait_lit(page, "early")
    press(page)
    wait_state(page, "paused")
    assert page.evaluate("() => document.querySelector('audio').paused")


def test_a_link_to_a_sentence_does_not_trap(visit: Open, reader: Reader) -> None:
    """With #s8 in the address the first press starts there; after Stop the next one starts at the beginning."""
    page = visit(reader.url("trap", hash_="#s8"))
    press(page)
    wait_lit(page, sentence(page, 8))
    part(page, "stop").click()
    press(page)
    wait_lit(page, sentence(page, 0))


THEMES = ("light", "dark", "sepia", "contrast")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_the_light_is_seen(visit: Open, reader: Reader) -> None:
    """Each of five colours is 3:1 against the page, its word 3:1 against the sentence, the text on both 4.5:1.

    In every theme, and as the screen is light or dark where none was chosen.
    """
    page = visit(reader.url("light"))
    page.locator(".aids summary").click()
    for theme, scheme in itertools.product(("", *THEMES), SCHEMES):
        page.emulate_media(color_scheme=scheme)
        page.locator("select[name=theme]").select_option(theme)
        for colour in ("", "green", "blue", "pink", "grey"):
            page.locator("select[name=colour]").select_option(colour)
            assert contrast(page, "--lyssna-sentence", "--ground") >= 3
            assert contrast(page, "--lyssna-word", "--lyssna-sentence") >= 3
            assert contrast(page, "--lyssna-sentence-ink", "--lyssna-sentence") >= 4.5
            assert contrast(page, "--lyssna-word-ink", "--lyssna-word") >= 4.5
            assert contrast(page, "--ink", "--ground") >= 7


def test_where_no_light_is_laid_the_text_keeps_its_colour(visit: Open, reader: Reader) -> None:
    """Underlined, or not lit, sentence and word are written in the colour of the text, in every theme."""
    page = visit(reader.url("kept"))
    page.locator(".aids summary").click()
    usual = {name: page.locator(f"select[name={name}]").input_value() for name in ("style", "lit")}
    unlit = {("style", "line"): "sentence word", ("lit", "none"): "sentence word", ("lit", "word"): "sentence"}
    for theme in THEMES:
        page.locator("select[name=theme]").select_option(theme)
        for (name, value), parts in unlit.items():
            page.locator(f"select[name={name}]").select_option(value)
            for part_ in parts.split():
                found = page.evaluate(
                    """(name) => {
                        const text = document.querySelector("#s1");
                        const { color, backgroundColor } = getComputedStyle(text, `::highlight(${name})`);
                        return [color === getComputedStyle(text).color, backgroundColor];
                    }""",
                    f"lyssna-{part_}",
                )
                assert found == [True, "rgba(0, 0, 0, 0)"], (theme, name, value)
            page.locator(f"select[name={name}]").select_option(usual[name])


@pytest.mark.parametrize("width", [375, 1280])
def test_the_text_does_not_jump(visit: Open, reader: Reader, width: int) -> None:
    """Loading, the press, a wait and the end leave the text where it is."""
    reader.seconds = 1.2
    page = visit(reader.url(f"jumps{width}"), SHIFTS, viewport={"width": width, "height": 900})
    expect(part(page, "listen")).to_be_visible()
    top = page.evaluate(TOP)
    press(page)
    expect(part(page, "status")).not_to_be_empty()
    assert page.evaluate(TOP) == top
    wait_state(page, "playing")
    assert page.evaluate(TOP) == top
    part(page, "stop").click()
    assert page.evaluate(TOP) == top
    assert page.evaluate("() => window.shifted ?? 0") < 0.001


BROKEN = r"""() => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.checkVisibility() || text.parentElement.closest("lyssna-player, select")) continue;
        if (text.data.startsWith("http")) continue;
        for (const { 0: word, index } of text.data.matchAll(/[a-zåäöа-яё]{9,}/giu)) {
            const range = new Range();
            range.setStart(text, text.data[index - 1] === "\u00ad" ? index + 1 : index); // begins with the hyphen
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
        }
    }
    return found;
}"""


IN_FREE_SIGHT = """() => {
    const [rect, bar] = [[...CSS.highlights.get("lyssna-word")][0], document.querySelector("[data-part=bar]")]
        .map((part) => part?.getBoundingClientRect());
    const [sentence] = CSS.highlights.get("lyssna-sentence");
    return rect && sentence.getBoundingClientRect().height > bar.top && rect.top >= 0 && rect.bottom <= bar.top;
}"""


@pytest.mark.parametrize("locale", SHIPPED)
def test_twice_the_text_fits_a_phone(visit: Open, reader: Reader, locale: str) -> None:
    """With text of 200 percent the page of a phone is as wide as the phone, before and while it plays.

    Its long words are parted by hyphens, also where the browser has no patterns, and where the places of the hyphens
    could not be had at first, and in words with hyphens of their own; the text stays what it was. Where a sentence is
    larger than the window its words are followed.
    """
    word = "kollektivtrafikmyndigheten"
    page = visit(reader.url(word, locale=locale), viewport={"width": 375, "height": 700}, bypass_csp=True)
    texts = page.locator(".text, .options, .facts")
    before = texts.all_text_contents()
    page.route("**/syllables.json?*", lambda asked: asked.fulfill(status=503, body="{}"))
    page.add_style_tag(content="html { font-size: 190%; }")
    page.wait_for_timeout(500)
    page.unroute("**/syllables.json?*")
    page.add_style_tag(content="html { font-size: 200%; }")
    page.wait_for_selector("#s2 .lyssna-hyphen", state="attached")
    page.wait_for_function(f"() => ({BROKEN})().length === 0")
    assert texts.all_text_contents() == before
    page.set_viewport_size({"width": 375, "height": 500})
    press(page)
    wait_lit(page, word, "word")
    page.wait_for_function(IN_FREE_SIGHT)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375
    page.goto(f"{reader.address}/{locale}/accessibility")
    page.wait_for_timeout(500)
    assert page.locator("h1 .lyssna-hyphen").count() == 0  # its own hyphen is enough
    page.add_style_tag(content="html { font-size: 200%; }")
    page.set_viewport_size({"width": 320, "height": 500})
    page.wait_for_function(f"() => ({BROKEN})().length === 0")


def test_one_tab_speaks_at_a_time(visit: Open, reader: Reader) -> None:
    """A press in another tab pauses the first one, and tells there why.

    So does one while the first waits for the way to the service: its reading does not come back into the other's.
    """
    first = visit(reader.url("tab-one"))
    second = first.context.new_page()
    second.goto(reader.url("tab-two"))
    press(first)
    wait_state(first, "playing")
    press(second)
    wait_state(second, "playing")
    wait_state(first, "paused")
    expect(part(first, "status")).not_to_be_empty()
    first.route("**/audio/**", lambda asked: asked.abort())
    first.locator("#s15").click()
    wait_state(second, "paused")
    wait_state(first, "fault")
    press(second)
    wait_state(first, "paused")
    first.unroute("**/audio/**")
    first.evaluate("() => dispatchEvent(new Event('online'))")
    first.wait_for_timeout(300)
    wait_state(first, "paused")
    wait_state(second, "playing")


def test_the_keyboard_reaches_every_sentence(visit: Open, reader: Reader) -> None:
    """One sentence is a tab stop, arrows lead to the others, Enter reads from there; the light takes the stop along."""
    page = visit(reader.url("reach"))
    expect(part(page, "listen")).to_be_visible()
    part(page, "listen").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.dataset.n"):
            break
    assert page.evaluate("() => document.activeElement.dataset.n") == "0"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    wait_lit(page, sentence(page, 2))
    assert page.locator("#article [tabindex='0']").get_attribute("data-n") == "2"
    _steps_from_a_sentence(page)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('#article a, #article ~ * *')")


def _steps_from_a_sentence(page: Page) -> None:
    """No focus is moved while sound plays; where it is silent a step takes it along, and the arrows begin there."""
    focused = "() => document.activeElement.dataset.n"
    wait_state(page, "playing")
    page.keyboard.press("Alt+Shift+ArrowDown")
    wait_lit(page, sentence(page, 7))
    assert page.evaluate(focused) == "2"
    page.keyboard.press("Alt+Shift+P")
    wait_state(page, "paused")
    for _ in range(2):  # where it was well under way the first one leads to the beginning of the same heading
        page.keyboard.press("Alt+Shift+PageUp")
    wait_lit(page, sentence(page, 0))
    assert page.evaluate(focused) == "0"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "1"


def test_keys_with_modifiers_work_everywhere_and_can_be_switched_off(visit: Open, reader: Reader) -> None:
    """Alt+Shift+P and arrows play, pause and step wherever the focus is; a tick takes them away."""
    page = visit(reader.url("far"))
    expect(part(page, "listen")).to_be_visible()
    page.keyboard.press("Alt+Shift+P")
    wait_state(page, "playing")
    page.keyboard.press("Alt+Shift+ArrowRight")
    wait_lit(page, sentence(page, 1))
    page.keyboard.press("Alt+Shift+ArrowDown")
    wait_lit(page, sentence(page, 7))
    page.keyboard.press("Alt+Shift+P")
    wait_state(page, "paused")
    part(page, "more").click()
    part(page, "shortcuts").click()
    part(page, "keys").uncheck()
    page.keyboard.press("Alt+Shift+P")
    page.wait_for_timeout(200)
    wait_state(page, "paused")


def test_steps_by_paragraph_and_heading(visit: Open, reader: Reader) -> None:
    """The further controls lead to the next paragraph and the next heading, and back."""
    page = visit(reader.url("blocks"))
    press(page)
    wait_lit(page, sentence(page, 0))
    part(page, "more").click()
    part(page, "nextParagraph").click()
    wait_lit(page, sentence(page, 1))
    part(page, "nextHeading").click()
    wait_lit(page, "rubrik")
    part(page, "previousHeading").click()
    wait_lit(page, sentence(page, 0))


def test_the_slider_tells_the_time(visit: Open, reader: Reader) -> None:
    """What the slider says of itself holds the sentence and the time."""
    page = visit(reader.url("told"))
    page.wait_for_function("() => document.querySelector('[data-part=slider]').ariaValueText")
    assert part(page, "slider").get_attribute("aria-valuetext").startswith("Mening 1 av ")
    assert ", 0:00 av " in part(page, "slider").get_attribute("aria-valuetext")


def test_a_table_that_fits_is_no_tab_stop(visit: Open, reader: Reader) -> None:
    """Only a table that must be scrolled can get the focus; what is read in it is scrolled into sight."""
    page = visit(reader.url("tables"))
    expect(part(page, "listen")).to_be_visible()
    assert page.locator(".wide").count() == 1
    assert page.locator(".wide[tabindex]").count() == 0
    page.set_viewport_size({"width": 120, "height": 600})
    expect(page.locator(".wide[tabindex='0']")).to_have_count(1)
    last = page.locator(".wide [data-n]").last
    last.evaluate("(sentence) => sentence.click()")
    wait_state(page, "playing")
    page.wait_for_function("() => document.querySelector('.wide').scrollLeft > 0")


def test_a_page_on_its_way_is_told(visit: Open, reader: Reader) -> None:
    """Between the press on Open and the page's coming a status says what happens."""
    page = visit(f"{reader.address}/sv/")
    page.evaluate("() => addEventListener('submit', (event) => event.preventDefault())")
    page.locator("#address").fill("www.example.org")
    page.locator(".address button").click()
    expect(page.locator(".busy")).not_to_be_empty()


def test_the_first_words_are_lit_in_time(visit: Open, reader: Reader) -> None:
    """The words of an unread page are there before half of the first one is said."""
    page = visit(reader.url("firstword"))
    page.evaluate(
        """() => {
            const look = () => {
                const word = [...(CSS.highlights.get("lyssna-word") ?? [])][0];
                if (word) window.first = [String(word), document.querySelector("audio").currentTime];
                else requestAnimationFrame(look);
            };
            look();
        }"""
    )
    press(page)
    page.wait_for_function("() => window.first")
    assert page.evaluate("() => window.first[0]") == "Det"


def test_choices_stand_above_the_text_and_say_that_they_are_saved(visit: Open, reader: Reader) -> None:
    """Voice, download and choices come before the article; a choice that was sent is answered with a word."""
    page = visit(reader.url("choices"))
    order = "() => document.querySelector('.options').compareDocumentPosition(document.querySelector('#article'))"
    assert page.evaluate(order) == 4
    assert page.locator("h1, h2").first.evaluate("(first) => first.localName") == "h1"
    page.locator(".options summary").click()
    page.locator("input[name=links]").check()
    page.locator(".verbosity button").click()
    expect(page.locator("#saved")).to_be_in_viewport()
    expect(page.locator("#saved")).to_contain_text(part(page, "listen").inner_text())
    expect(part(page, "listen")).to_be_in_viewport()


@pytest.mark.parametrize(("locale", "word"), [("sv", "Fel"), ("ru", "Ошибка"), ("en", "Error")])
def test_an_error_says_so_and_leads_on(visit: Open, reader: Reader, locale: str, word: str) -> None:
    """The title begins with what it is, and there is a link to go on."""
    page = visit(f"{reader.address}/{locale}/read?url=x")
    assert page.title().startswith(f"{word}: ")
    page.locator(f"main a[href='/{locale}/']").click()
    assert page.locator("h1").count() == 1


def test_looks_are_put_to_work_and_remembered(visit: Open, reader: Reader) -> None:
    """Typeface, size and spacing change the text at once and after a reload, in Cyrillic too; one button resets.

    Headings grow as the text does.
    """
    page = visit(reader.url("looks", "ru", "ru"))
    page.locator(".aids summary").click()
    usual = page.locator("#article").evaluate("(text) => getComputedStyle(text).fontSize")
    title = "(title) => parseFloat(getComputedStyle(title).fontSize)"
    usual_title = page.locator("#article h1").evaluate(title)
    for name, value in (("font", "andika"), ("size", "150"), ("lines", "wide"), ("letters", "wide"), ("style", "line")):
        page.locator(f"select[name={name}]").select_option(value)
    look = """async () => {
        const { fontSize, fontFamily, letterSpacing } = getComputedStyle(document.querySelector("#article"));
        await document.fonts.load("20px Andika", "Привет");
        return [fontSize, fontFamily.split(",")[0], letterSpacing, document.fonts.check("20px Andika", "Привет")];
    }"""
    chosen = page.evaluate(look)
    assert chosen == ["30px", "Andika", "1.8px", True]
    assert page.locator("#article h1").evaluate(title) == pytest.approx(1.5 * usual_title)
    page.reload()
    assert page.evaluate(look) == chosen
    page.locator(".aids summary").click()
    assert page.locator("select[name=size]").input_value() == "150"
    page.locator(".looks button").click()
    assert page.locator("#article").evaluate("(text) => getComputedStyle(text).fontSize") == usual


def test_two_players_share_the_light(visit: Open, reader: Reader) -> None:
    """A second player on the page leaves the first one's light alone, and takes its own away when it leaves."""
    page = visit(reader.url("shared"))
    own = sentence(page, 0)
    press(page)
    wait_lit(page, own)
    page.evaluate(
        """() => {
            const second = document.querySelector("lyssna-player").cloneNode();
            const text = document.createElement("p");
            text.id = "second";
            text.innerHTML = '<span data-n="0">Annan text.</span>';
            second.setAttribute("for", "second");
            second.id = "other";
            document.querySelector("main").append(second, text);
        }"""
    )
    page.locator("#other [data-part=listen]").wait_for()
    assert lit(page) == own
    page.locator("#second span").click()
    wait_lit(page, "Annan text.")
    assert own in lit(page)
    page.evaluate("() => document.querySelector('#other').remove()")
    page.wait_for_function("() => [...CSS.highlights.get('lyssna-sentence')].length === 1")
    assert lit(page) == own


def test_an_element_that_leaves_hears_nothing_more(visit: Open, reader: Reader) -> None:
    """Once removed the player is silent and listens to nothing; put back it works anew, also with another plan."""
    page = visit(reader.url("leaves"))
    press(page)
    wait_state(page, "playing")
    page.evaluate(
        """() => {
            window.kept = document.querySelector("lyssna-player");
            window.home = window.kept.parentElement;
            window.kept.remove();
        }"""
    )
    assert page.evaluate("() => window.kept.querySelector('audio').paused")
    assert page.evaluate("() => window.kept.children.length") == 2
    page.locator("#s3").click()
    page.keyboard.press("Alt+Shift+P")
    page.wait_for_timeout(200)
    assert lit(page) == ""
    page.evaluate("() => window.home.prepend(window.kept)")
    press(page)
    wait_state(page, "playing")
    page.evaluate("() => window.kept.setAttribute('name', 'En annan sida')")
    wait_state(page, "idle")
    press(page)
    wait_state(page, "playing")
