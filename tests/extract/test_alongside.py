"""What stands right beside the text, in one box with it and the headline, is heard whatever it is made of."""

import itertools

import pytest

from readerapp.extract import extract
from readerapp.model import Document
from tests.growth import LINEAR, exponent

_SENTENCES = [
    f"Den {n} mars öppnar en del till av badhuset, med bassäng och bastu för alla som vill simma och vila efteråt."
    for n in range(3, 10)
]
_PARTS = {
    "a telephone number": "<p>Telefon: <a href='tel:0123456789'>0123-45 67 89</a></p>",
    "an address for mail": "<p>Frågor? Skriv till <a href='mailto:bad@eksta.se'>bad@eksta.se</a></p>",
    "a contact": "<h3>Kontakt</h3><p>Badmästaren<br>0123-45 67 89<br><a href='mailto:b@eksta.se'>b@eksta.se</a></p>",
    "lines": "<div>Måndag 10–20</div><div>Tisdag 12–18</div><div>Onsdag stängt</div>",
    "a heading and hours": "<h2>Öppettider</h2><p>Mån–fre 10–20</p>",
    "a heading and a list": "<h2>Ta med</h2><ul><li>hänglås</li><li>handduk</li><li>badmössa</li></ul>",
    "a heading and names with what they tell": "<h2>Pris</h2><dl><dt>Vuxen</dt><dd>90 kr</dd></dl>",
    "a note": "<div role='note'><strong>Observera!</strong> Bastun är stängd på måndagar.</div>",
    "an answer to a question": (
        "<details><summary>Får barn simma själva?</summary><p>Barn under åtta år ska ha en vuxen med sig.</p></details>"
    ),
    "a heading and a paragraph": "<h2>Bra att veta</h2><p>Ta med eget hänglås till skåpen, eller köp ett i kassan.</p>",
}
_WRAPS = (
    "{}",
    "<div>{}</div>",
    "<section class='c-module'>{}</section>",
    "<div class='row'><div class='b'>{}</div></div>",
)
_STORY = "<meta property='og:type' content='article'>"


def _page(before: str = "", after: str = "", head: str = "", sentences: int = 7) -> str:
    text = "".join(f"<p>{sentence}</p>" for sentence in _SENTENCES[:sentences])
    box = f"<div class='c'><h1>Badhuset öppnar</h1>{before}<div class='text'>{text}</div>{after}</div>"
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Bo", "Skola", "Politik"))
    return (
        f"<html lang='sv'><head><title>Badhuset - Eksta</title>{head}</head><body><header><a href='/'>Eksta</a>"
        f"<nav><ul>{menu}</ul></nav></header><div class='sida'>{box}</div>"
        "<footer><p>Eksta kommun, Torget 1</p></footer></body></html>"
    )


def _read(html: str) -> str:
    blocks = extract(Document.of(html, "https://www.eksta.se/bad")).blocks
    return "\n".join(block.text for block in blocks if block.role in ("body", "contact"))


@pytest.mark.parametrize("name", _PARTS)
@pytest.mark.parametrize("head", ["", _STORY], ids=["page", "story"])
def test_what_shares_the_headlines_box_is_read(name: str, head: str) -> None:
    """Bare or in boxes of any make, before the text or after it, and though the page calls itself an article."""
    part = _PARTS[name]
    alone = _read(f"<html lang='sv'><body><main>{part}</main></body></html>").splitlines()
    for wrap, sentences in itertools.product(_WRAPS, (2, 7)):
        box = wrap.format(part)
        for html in (_page(after=box, head=head, sentences=sentences), _page(box, head=head, sentences=sentences)):
            said = _read(html)
            assert [line for line in alone if line not in said] == [], (wrap, said)
            assert _SENTENCES[0] in said


@pytest.mark.parametrize(
    "part",
    [
        "<p><a href='/boka'>Simskola</a> <a href='/gym'>Gym</a></p>",
        "<p>Dela</p>",
        "<p><a href='mailto:?subject=Badhuset'>Tipsa en vän</a></p>",
        "<h2>Senaste nytt</h2>",
        "<p>Publicerad 3 mars 2026</p>",
        "<form><p>Skriv till oss om badet</p><input name='q'></form>",
        "<p><font size='1'>Du är besökare nummer 1234 hos oss</font></p>",
    ],
)
@pytest.mark.parametrize("head", ["", _STORY], ids=["page", "story"])
def test_what_has_a_second_witness_against_it_is_not(part: str, head: str) -> None:
    """Links to pages, nothing said, words about the page, fields to fill in, small print."""
    for html in (
        _page(after=f"<div class='b'>{part}</div>", head=head),
        _page(f"<div class='b'>{part}</div>", head=head),
    ):
        said = _read(html).removeprefix("Badhuset öppnar\n").splitlines()
        assert [line for line in said if line not in _SENTENCES] == []


@pytest.mark.parametrize(
    "part", ["<div class='b'><p>Måndag {}–20</p></div>", "<p>Vi ses den {}:e.</p>", "<h2>Rum {}</h2>"]
)
def test_many_parts_cost_what_their_number_does(part: str) -> None:
    """In boxes, bare, and nothing but headings."""
    assert exponent(lambda n: _read(_page(after="".join(part.format(i) for i in range(n)))), 100) <= LINEAR
