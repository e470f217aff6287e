"""Sentences are found again in the live page, in a real browser."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Page

from readerapp.errors import ReaderError
from readerapp.extract import extract
from readerapp.model import Article, Document

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests" / "pages"
SCRIPTS = ROOT / "readerapp" / "web" / "static" / "js"
WHOLE = "".join((SCRIPTS / name).read_text(encoding="utf-8") for name in ("pagetext.js", "locate.js"))
SCRIPT = re.sub(r"^import .*|^export (?=const|function)", "", WHOLE, flags=re.MULTILINE)
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SENTENCE = re.compile(r"\S.*?(?:[.!?…]+(?=\s|$)|$)", re.DOTALL)
RAISED = str.maketrans("²³", "23")
ENOUGH = 0.99

CHANGES = {
    "as it was": "() => {}",
    "with a banner": """() => { const box = document.createElement('div');
        box.innerHTML = '<p>Viktigt meddelande till alla besökare.</p><div>Важно</div>';
        document.body.prepend(box); }""",
    "wrapped": """() => { for (const p of [...document.querySelectorAll('p, li, td, h2')]) {
        const box = document.createElement('div'); box.className = 'wrapped'; p.replaceWith(box); box.append(p);
        const words = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode();
        if (words && words.data.length > 8) { const mark = document.createElement('mark');
            const rest = words.splitText(3); rest.splitText(4); rest.replaceWith(mark); mark.append(rest); } } }""",
}
FIND = """(wanted) => {
    const before = document.documentElement.outerHTML;
    const found = window.locate(wanted).map(({ranges}) => ranges && ranges.map(String).join(''));
    return {found, unchanged: before === document.documentElement.outerHTML};
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that asks nobody for anything and runs none of the saved pages' scripts."""
    page = browser.new_context(offline=True, java_script_enabled=True).new_page()
    page.route("**/*", lambda route: route.abort())
    yield page
    page.close()


def show(tab: Page, html: str) -> None:
    """Open a page's HTML, with the module in it, and no script of its own."""
    tab.goto("about:blank")
    quiet = re.sub(r"(?is)<script\b.*?</script\s*>", "<script></script>", html)
    tab.set_content(quiet, wait_until="commit")
    tab.add_script_tag(content=f"{SCRIPT}\nwindow.locate = locate;", type="module")
    tab.wait_for_function("() => Boolean(window.locate)")


def article_of(html: str, address: str) -> Article | None:
    """The page's article, or None where it has none."""
    now = datetime(2021, 6, 1, tzinfo=UTC)
    try:
        return extract(Document.of(html, address, now))
    except ReaderError:
        return None


def sentences(article: Article) -> list[dict[str, Any]]:
    """What the player asks for: each sentence of each block that is text on the page."""
    return [
        {"locator": msgspec.to_builtins(block.locator), "text": block.text, "start": m.start(), "end": m.end()}
        for block in article.blocks
        if block.kind != "image"
        for m in SENTENCE.finditer(block.text)
    ]


def squeezed(text: str) -> str:
    """Text without white space, and without telling raised digits from others: a page may raise them by an element."""
    return re.sub(r"\s", "", text).translate(RAISED)


def own_pages() -> list[tuple[str, str]]:
    """Every page of tests/pages with its address."""
    pages = []
    for expected in sorted(PAGES.glob("*.json")):
        told = json.loads(expected.read_text(encoding="utf-8"))
        pages.append((expected.with_suffix(".html").read_bytes().decode(told["charset"]), told["address"]))
    return pages


def test_sentences_are_found(tab: Page) -> None:
    """At least 99 % are found, each Range says its sentence, and the page is not touched; the same after changes."""
    asked = dict.fromkeys(CHANGES, 0)
    found = dict.fromkeys(CHANGES, 0)
    for html, address in own_pages():
        article = article_of(html, address)
        if article is None:
            continue
        wanted = sentences(article)
        show(tab, html)
        for change, script in CHANGES.items():
            tab.evaluate(script)
            answer = tab.evaluate(FIND, wanted)
            assert answer["unchanged"]
            for sentence, text in zip(wanted, answer["found"], strict=True):
                asked[change] += 1
                if text is not None:
                    found[change] += 1
                    assert squeezed(text) == squeezed(sentence["text"][sentence["start"] : sentence["end"]])
    assert min(asked.values()) > 200
    assert all(found[change] >= ENOUGH * asked[change] for change in CHANGES), (found, asked)


def ask(tab: Page, html: str, **wanted: Any) -> str | None:
    """What is found for one sentence on a small page."""
    show(tab, html)
    locator = {"path": wanted.pop("path", "p"), "before": wanted.pop("before", ""), "after": wanted.pop("after", "")}
    text = wanted["text"]
    one = {"locator": locator, "start": 0, "end": len(text), **wanted}
    answer: str | None = tab.evaluate(FIND, [one])["found"][0]
    return answer


def test_text_that_is_gone_is_reported(tab: Page) -> None:
    """A sentence that the page no longer holds is null, not the nearest thing."""
    assert ask(tab, "<p>En helt annan mening står här nu.</p>", text="Det här stod här förut.") is None


def test_equal_texts_are_told_apart_by_their_surroundings(tab: Page) -> None:
    """When the path no longer fits, the text before and after decides."""
    html = "<div>Alfa <b>Samma rad.</b> Beta</div><div>Gamma <b>Samma rad.</b> Delta</div>"
    show(tab, html)
    wanted = {
        "locator": {"path": "#gone", "before": "Gamma", "after": "Delta"},
        "text": "Samma rad.",
        "start": 0,
        "end": 10,
    }
    parent = tab.evaluate(
        "(w) => window.locate([w])[0].ranges[0].startContainer.parentNode.parentNode.textContent", wanted
    )
    assert parent == "Gamma Samma rad. Delta"


def test_equal_texts_with_equal_surroundings_are_not_guessed(tab: Page) -> None:
    """Two equally good places give null."""
    assert (
        ask(tab, "<i>a</i><b>Samma rad.</b><i>a</i><b>Samma rad.</b><i>a</i>", path="#gone", text="Samma rad.") is None
    )


def test_offsets_are_code_points(tab: Page) -> None:
    """A character outside the basic plane counts as one, as it does in Python."""
    text = "🌊🌊 Havet stiger. Sedan sjunker det."
    assert ask(tab, f"<p>{text}</p>", text=text, start=17, end=len(text)) == "Sedan sjunker det."


def test_words_hidden_inside_a_sentence_are_stepped_over(tab: Page) -> None:
    """What the reader leaves out of a block is in no Range."""
    html = "<p>Läs <span class='sr-only'>öppnas i nytt fönster</span>hela <script>var a=1</script>beslutet här.</p>"
    assert squeezed(ask(tab, html, text="Läs hela beslutet här.") or "") == "Läshelabeslutethär."


def test_powers_are_found_however_the_page_raises_them(tab: Page) -> None:
    """An article says m² where the page has a plain 2 in a raised element: both are the same place."""
    text = "Ytan är 10³ m² och ökar."
    html = "<p>Ytan är 10<sup>3</sup> m<sup>2</sup> och ökar.</p>"
    assert ask(tab, html, text=text) == "Ytan är 103 m2 och ökar."
    assert ask(tab, f"<p>{text}</p>", text=text) == text
