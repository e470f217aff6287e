"""A page that holds no text is read by its own description; one that says nothing of itself is no article."""

import json

import pytest

from readerapp.errors import NoArticle, OnlyFrames, PageEmpty, RegionMissing
from readerapp.extract import Region, extract, to_text
from tests.extract.pages_form import page
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/felanmalan"
_SAID = "Här anmäler du fel på gator, belysning och parker i Eksta, dygnet runt."
_META = f'<meta name="description" content="{_SAID}">'
_SHELL = '<div id="app"></div><script src="/app.js"></script>'
_MENU = '<nav><ul><li><a href="/a">Start</a></li><li><a href="/b">Om oss</a></li></ul></nav>'
_IMPRINT = "<footer><p>© Eksta kommun. Organisationsnummer 212000-0000. Alla rättigheter förbehållna.</p></footer>"


def _page(head: str, body: str = _SHELL, title: str = "Felanmälan") -> str:
    return f"<html lang=sv><head><title>{title} | Eksta kommun</title>{head}</head><body>{body}</body></html>"


def _data(**facts: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **facts})}</script>'


@pytest.mark.parametrize(
    "head",
    [
        _META,
        f'<meta property="og:description" content="{_SAID}">',
        _META + '<meta property="og:description" content="Eksta kommun">',
        _data(**{"@type": "WebPage", "name": "Felanmälan", "description": _SAID}),
        _META.replace("Här anmäler", "&lt;p&gt;Här&amp;nbsp;anmäler"),
    ],
)
@pytest.mark.parametrize("body", [_SHELL, _MENU, _MENU + _SHELL + _IMPRINT, ""])
def test_a_page_without_text_is_read_by_its_description(head: str, body: str) -> None:
    """Wherever its head tells it, marks of a page in it aside; and the article says that it is that."""
    article = extract(page(_page(head, body), _ADDRESS))
    assert [block.text for block in article.blocks] == [_SAID]
    assert article.title.startswith("Felanmälan")
    assert article.described
    assert article.language == "sv"
    assert to_text(_page(head, body), _ADDRESS) == _SAID


def test_in_russian() -> None:
    """In the page's own language."""
    told = "Запишите ребёнка в детский сад или в школу, не выходя из дома, за пять минут."
    article = extract(page(f'<html lang=ru><title>Запись</title><meta name=description content="{told}">', _ADDRESS))
    assert ([block.text for block in article.blocks], article.language) == ([told], "ru")


@pytest.mark.parametrize(
    "claim",
    [
        "",
        "Eksta kommun",
        "Felanmälan – Eksta kommun",
        "Välkommen till oss!",
        "Web site created using create-react-app",
        "Felanmälan, Eksta, kommun, gator, belysning, parker, vatten, avlopp, snö, sand",
        "Felanmälan Eksta kommun | Felanmälan | Eksta kommun | Eksta kommun",
    ],
)
def test_a_name_or_a_slogan_is_no_description(claim: str) -> None:
    """Nor is a list of words to be found by, or the title once more."""
    with pytest.raises((NoArticle, PageEmpty)):
        extract(page(_page(f'<meta name="description" content="{claim}">', _SHELL + _MENU), _ADDRESS))


def test_an_imprint_and_nothing_else_is_no_article() -> None:
    """Its footer is never read as one."""
    with pytest.raises(NoArticle):
        extract(page(_page("", _MENU + _IMPRINT), _ADDRESS))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<main><h1>Felanmälan</h1><p>Ring 0123-45 67 om något är trasigt.</p></main>", "Ring 0123-45"),
        ("<noscript>" + "<p>Ring oss om du inte kan använda skript i din webbläsare.</p>" * 4 + "</noscript>", "Ring"),
        (_data(**{"@type": "Article", "articleBody": "Ordet är fritt. " * 20}), "Ordet är fritt."),
        ("<main><ul><li><a href=/a>Väg</a><li><a href=/b>Park</a><li><a href=/c>Bro</a></ul></main>", "Park"),
    ],
)
def test_what_a_page_holds_comes_first(body: str, text: str) -> None:
    """Text, text for browsers without scripts, text in linked data, a list of links."""
    article = extract(page(_page(_META, body), _ADDRESS))
    told = [block.text for block in article.blocks]
    assert any(text in line for line in told)
    assert _SAID not in told
    assert not article.described


def test_a_frame_comes_first() -> None:
    """Its text is nearer than a description."""
    with pytest.raises(OnlyFrames):
        extract(page(_page(_META, '<iframe src="/tjanst"></iframe>'), _ADDRESS))


def test_a_part_that_was_asked_for_is_not_replaced() -> None:
    """Who names a part hears that it is not there."""
    with pytest.raises(RegionMissing):
        extract(page(_page(_META, _MENU), _ADDRESS), region=Region(ids=("text",)))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (f"{_SAID} Du får svar inom tre dagar, och om det", _SAID),
        (f"{_SAID} Du får svar inom tre dagar…", f"{_SAID} Du får svar inom tre dagar…"),
        ("Nu. " + _SAID[:-1] + " och natten", "Nu. " + _SAID[:-1] + " och natten"),
    ],
)
def test_one_that_is_cut_off_ends_with_a_sentence(claim: str, text: str) -> None:
    """Where that is most of it."""
    assert to_text(_page(f'<meta name="description" content="{claim}">'), _ADDRESS) == text


@pytest.mark.parametrize("claim", [f"{_SAID} ", "a <b> & ", "Nu. ", "<plaintext> ord och ord "])
def test_a_long_description_costs_what_its_length_asks_for(claim: str) -> None:
    """However long, and however many."""

    def read(times: int) -> object:
        head = "".join(f'<meta name="description" content="{claim * 50}">' for _ in range(times))
        data = "".join(_data(**{"@type": "WebPage", "description": claim * 50}) for _ in range(times))
        html = _page(head + data + f'<meta property="og:description" content="{claim * 50 * times}">')
        return to_text(html, _ADDRESS)

    assert exponent(read, 20) < LINEAR
