"""Beside a published article stand others; an id that is made of its heading says nothing."""

from importlib import import_module

import pytest

from readerapp.extract import to_text
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/nyheter/bron"
_SENTENCES = (
    "Den gamla bron från trettiotalet revs i våras, och sedan dess har alla fått gå runt kvarteret för att handla.",
    "Kommunen räknar med att tusen personer går över bron varje dag när skolan har börjat igen i augusti.",
    "Bygget tog två år och kostade tolv miljoner kronor, vilket är något mindre än vad nämnden hade räknat med.",
)
_TEXT = "".join(f"<p>{sentence}</p>" for sentence in _SENTENCES)


def _part(name: str, heading: str, said: str = _TEXT) -> str:
    return f'<div class="section" id="{name}"><h2>{heading}</h2>{said}</div>'


def _page(body: str) -> str:
    return f"<html><head><title>Bron</title></head><body><main><h1>Bron</h1>{_TEXT}{body}</main></body></html>"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("share-the-road-with-others", "Share the road with others"),
        ("sok-bygglov-for-altan", "Sök bygglov för altan"),
        ("print-on-both-sides", 'Print on both sides<a href="#print-on-both-sides">¶</a>'),
    ],
)
def test_an_id_that_repeats_its_heading_says_nothing(name: str, heading: str) -> None:
    """Systems make ids out of headings: a part that is called after its own is read, whatever word stands in it."""
    own = "<p>Välj papper i rutan och tryck två gånger.</p><p>Vänta sedan tills lampan lyser grönt igen.</p>"
    assert "lampan lyser" in to_text(_page(_part(name, heading, own) + _part("mer", "Efteråt")), _ADDRESS)
    assert "lampan lyser" in to_text(_page(_TEXT + _part(name, heading, own + "<a href='/x'>Bilaga</a>")), _ADDRESS)


@pytest.mark.parametrize(
    ("name", "heading"), [("related-articles", "Related articles"), ("share-this-page", "Share this page")]
)
def test_an_id_that_says_what_a_part_is_counts_under_its_heading_too(name: str, heading: str) -> None:
    """Two words are a name, and a heading that says the same is a second witness and no excuse."""
    own = "<p>Läs om den gamla bron här.</p><a href='/gamla'>Den gamla bron i bilder</a>"
    assert "om den gamla bron här" not in to_text(_page(_TEXT + _part(name, heading, own)), _ADDRESS)


def _likely(monkeypatch: pytest.MonkeyPatch, share: float) -> None:
    """Let everything be as likely as this to belong to the text."""
    module = import_module("readerapp.extract.html.judge")  # the package has a function of that name
    monkeypatch.setattr(module, "probabilities", lambda out, *_: dict.fromkeys(out.chunks, share))


_OTHERS = "".join(
    f'<div class="teaser"><p>{s}</p><p>{s} Mer om det här.</p><a href="/{n}">Till sidan {n}</a></div>'
    for n, s in enumerate(
        (
            "Simhallen stänger för sommaren och öppnar igen när skolan börjar.",
            "Vattnet i kranen är rent igen efter två långa veckor av kokning.",
            "En ny rektor tar över på Ekskolan när terminen börjar i augusti.",
        )
    )
)


@pytest.mark.parametrize(
    "claim",
    [
        '<meta property="og:type" content="article">',
        '<meta property="article:published_time" content="2026-08-01">',
        '<meta itemprop="datePublished" content="2026-08-01">',
    ],
)
def test_what_is_added_to_a_published_article_must_be_likelier_than_not(
    claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside one stand others; on another page what is half as likely as not is read."""
    page = _page(f'<div class="related">{_OTHERS}</div>')
    published = page.replace("</head>", f"{claim}</head>")
    _likely(monkeypatch, 0.45)
    assert "Simhallen" in to_text(page, _ADDRESS)
    assert "Simhallen" not in to_text(published, _ADDRESS)
    assert _SENTENCES[0] in to_text(published, _ADDRESS)
    _likely(monkeypatch, 0.55)
    assert "Simhallen" in to_text(published, _ADDRESS)


def test_many_headings_with_ids_cost_no_more_each() -> None:
    """What an id says is compared with one heading, however many a part has."""

    def read(n: int) -> None:
        parts = "".join(f'<div id="share-with-{i}"><h2>Share with {i}</h2><h2>Tell</h2></div>' for i in range(n))
        to_text(_page(f'<div id="share-with-all">{parts}</div>'), _ADDRESS)

    assert exponent(read, 200) < LINEAR


_LONG = _TEXT * 3
_PUBLISHED = '<meta property="og:type" content="article">'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<p class='tid'>Läs på tre minuter</p>", "på tre minuter"),
        ("<div class='konto'>Har du redan ett konto hos oss?</div>", "redan ett konto"),
        ("<div class='plats'>Från redaktionen i Eksta</div>", "Från redaktionen"),
    ],
)
def test_a_scrap_in_a_published_article_must_be_likelier_than_not(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another page the same line is read until it is hardly likely."""
    page = _page(f"{_LONG}<div class='box'>{line}</div>{_LONG}")
    _likely(monkeypatch, 0.45)
    assert said in to_text(page, _ADDRESS)
    assert said not in to_text(page.replace("</head>", f"{_PUBLISHED}</head>"), _ADDRESS)


@pytest.mark.parametrize(
    "part",
    [
        "<blockquote><p>Det är en bro för alla i Eksta, och det är den enda.</p><p>— Eva Ek, nämnden</p></blockquote>",
        "<table><tr><th><p>Bredd</p></th><td>4 meter</td></tr><tr><th><p>Längd</p></th><td>30 meter</td></tr></table>",
        "<h3>Det här får inte köra på bron</h3><ul><li>bil</li><li>moped</li><li>häst</li></ul>",
    ],
)
def test_what_belongs_to_a_quotation_a_table_or_a_list_stays(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose words they are, what a row is about, what a list is of: short lines that are told by what holds them."""
    page = _page(f"{_LONG}{part}{_LONG}")
    _likely(monkeypatch, 0.45)
    assert to_text(page.replace("</head>", f"{_PUBLISHED}</head>"), _ADDRESS) == to_text(page, _ADDRESS)
