"""What learners do: hear what they select, one sentence at a time, once more; and tell which word was wrong."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Reader
from tests.browser.test_player import lit, part, press, sentence, wait_lit, wait_state

SELECT = """([first, start, last, end]) => {
    const node = (n) => document.querySelector(`[data-n="${n}"]`).firstChild;
    getSelection().setBaseAndExtent(node(first), start, node(last), end);
}"""
WORDS = """() => {
    window.words = [];
    let before = "";
    const look = () => {
        const [range] = CSS.highlights.get("lyssna-word") ?? [];
        const word = String(range ?? "");
        if (word && word !== before) window.words.push(word);
        before = word;
        requestAnimationFrame(look);
    };
    look();
}"""


def select(page: Page, first: int, words: str) -> None:
    """Select a few words of a sentence, as by dragging over them."""
    start = sentence(page, first).index(words)
    page.evaluate(SELECT, [first, start, first, start + len(words)])


def test_a_selection_is_heard_and_nothing_else(visit: Open, reader: Reader) -> None:
    """Two words are selected: those are said and lit, then it pauses; the selection stays."""
    page = visit(reader.url("selection"))
    expect(part(page, "listen")).to_be_visible()
    page.evaluate(WORDS)
    select(page, 4, "mening nummer")
    part(page, "selected").click()
    wait_state(page, "playing")
    wait_state(page, "paused")
    assert page.evaluate("() => window.words") == ["mening", "nummer"]
    assert page.evaluate("() => String(getSelection())") == "mening nummer"
    expect(part(page, "selected")).to_be_hidden()


def test_it_reads_on_from_a_selected_word(visit: Open, reader: Reader) -> None:
    """The other button begins with that word and goes on to the next sentence."""
    page = visit(reader.url("onwards"))
    expect(part(page, "listen")).to_be_visible()
    page.evaluate(WORDS)
    select(page, 5, "nummer")
    part(page, "onwards").click()
    wait_lit(page, sentence(page, 6))
    assert page.evaluate("() => window.words[0]") == "nummer"


def test_a_selection_outside_the_text_offers_nothing(visit: Open, reader: Reader) -> None:
    """Only what can be heard is offered; Escape takes the offer away."""
    page = visit(reader.url("outside"))
    expect(part(page, "listen")).to_be_visible()
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('.facts'))")
    page.wait_for_timeout(400)
    expect(part(page, "selected")).to_be_hidden()
    select(page, 1, "mening")
    expect(part(page, "selected")).to_be_visible()
    page.keyboard.press("Escape")
    expect(part(page, "selected")).to_be_hidden()


def test_one_sentence_at_a_time_and_once_more(visit: Open, reader: Reader) -> None:
    """With a pause after each sentence the repeat button says the one that was heard; the next press goes on."""
    page = visit(reader.short("repeat"), viewport={"width": 320, "height": 640})
    press(page)
    part(page, "more").click()
    part(page, "single").check()
    part(page, "more").click()
    wait_state(page, "paused")
    expect(part(page, "repeat")).to_be_visible()
    part(page, "repeat").click()
    wait_state(page, "playing")
    assert lit(page) == sentence(page, 0)
    wait_state(page, "paused")
    part(page, "toggle").click()
    wait_lit(page, sentence(page, 1))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_report_form_knows_the_word(visit: Open, reader: Reader) -> None:
    """The bar's link leads to the form with the sentence and the word that were being read, and back to them."""
    page = visit(reader.url("report"))
    page.locator("#s3").click()
    wait_lit(page, "nummer", "word")
    part(page, "toggle").click()
    wait_state(page, "paused")
    word, text = lit(page, "word"), sentence(page, 3)
    part(page, "more").click()
    part(page, "report").click()
    expect(page.locator("#word")).to_have_value(word or "nummer")
    expect(page.locator("blockquote")).to_have_text(text)
    assert parse_qs(urlsplit(page.url).query)["n"] == ["3"]


def test_light_without_highlights_lies_over_the_text(visit: Open, reader: Reader) -> None:
    """Where CSS Custom Highlight is missing boxes are drawn around sentence and word; the text's DOM stays as it is."""
    page = visit(
        reader.url("boxes"),
        script="delete window.Highlight; Object.defineProperty(CSS, 'highlights', {value: undefined})",
    )
    nodes = "() => [...document.querySelectorAll('#article *')].map((at) => at.childNodes.length).join()"
    before = page.evaluate(nodes)
    page.locator("#s8").click()
    page.locator(".lyssna-boxes .lyssna-word").wait_for()
    sides = page.evaluate(
        """() => {
            const range = new Range();
            range.selectNodeContents(document.querySelector("#s8"));
            const sides = ({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round);
            const drawn = [...document.querySelectorAll(".lyssna-boxes .lyssna-sentence")];
            return [[...range.getClientRects()].map(sides), drawn.map((box) => sides(box.getBoundingClientRect()))];
        }"""
    )
    assert sides[0] == sides[1]
    page.set_viewport_size({"width": 500, "height": 700})
    page.wait_for_function(
        "() => Math.abs(document.querySelector('.lyssna-boxes .lyssna-sentence').getBoundingClientRect().top"
        " - document.querySelector('#s8').getClientRects()[0].top) < 1"
    )
    assert page.evaluate(nodes) == before
    part(page, "stop").click()
    expect(page.locator(".lyssna-boxes")).to_have_count(0)
