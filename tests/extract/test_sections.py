"""A part under the headline with a heading of its own belongs to the text, however little of it are sentences."""

from datetime import UTC, datetime

import pytest

from readerapp.extract import extract, to_text
from readerapp.model import Document

_ADDRESS = "https://www.eksta.se/badhus"
_SAID = "{} badhuset i Eksta är öppet för alla året om, med bassänger för motion, lek och undervisning i simning. "
_TEXT = f"<div class='text'>{''.join(f'<p>{_SAID.format(w)}</p>' for w in 'Nu Då Här Där Så Men När'.split())}</div>"
_HOURS = "<tr><td>Måndag</td><td>6–20</td></tr><tr><td>Tisdag</td><td>8–20</td></tr>"


def _read(part: str, *, head: str = "") -> str:
    return to_text(_page(part, head=head), _ADDRESS)


def _page(part: str, *, head: str = "") -> str:
    return (
        f"<html><head>{head}<title>Badhuset</title></head><body><header><a href='/'>Eksta</a></header><main>"
        f"<div class='page'><h1>Badhuset</h1>{_TEXT}{part}</div></main></body></html>"
    )


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (f"<div class='a'><h2>Öppettider</h2><table>{_HOURS}</table></div>", ["Öppettider", "Måndag", "6–20"]),
        ("<section><h2>Besök oss</h2><p>Badvägen 1</p><p>123 45 Eksta</p></section>", ["Besök oss", "Badvägen 1"]),
        ("<div class='c'><h3>Avgifter</h3><ul><li>Vuxna 60 kr</li><li>Barn 30 kr</li></ul></div>", ["Avgifter"]),
        (
            "<div class='d'><h2>Часы работы</h2><dl><dt>Зал</dt><dd>с 9 до 18</dd></dl></div>",
            ["Часы работы", "Зал"],
        ),
    ],
    ids=["hours", "address", "fees", "definitions"],
)
def test_a_section_of_facts_beside_the_text_is_read(part: str, lines: list[str]) -> None:
    """The text's own box is worth most, and yet is not all that the headline heads."""
    said = _read(part).splitlines()
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(
    "part",
    [
        "<div class='a'><h2>Mer</h2><ul><li><a href='/1'>Simskola</a></li><li><a href='/2'>Gym</a></li></ul></div>",
        "<div class='b'><h2>Dela</h2></div>",
        "<div class='related-news'><h2>Nyheter</h2><p>3 mars</p><p>4 mars</p></div>",
    ],
    ids=["links", "nothing under it", "a telling name"],
)
def test_another_part_beside_the_text_is_not(part: str) -> None:
    """Where it stands and what it is made of, or is called, are two witnesses."""
    assert "badhuset" in (said := _read(part).splitlines()[-1]), said


_STORY = "<meta property='og:type' content='article'>"


def test_a_story_has_such_sections_only_where_they_tell_facts() -> None:
    """It calls itself an article, and its sentences are paragraphs of one make: what stands apart may be another's."""
    others = "<div class='a'><h2>Senaste nytt</h2><p>Bron är klar</p><p>Skolan brann</p></div>"
    hours = "<div class='a'><h2>Öppettider</h2><p>Vardagar 8–20</p><p>Helger 10–16</p></div>"
    assert "Senaste nytt" not in _read(others, head=_STORY)
    assert "Öppettider\nVardagar 8–20\nHelger 10–16" in _read(hours, head=_STORY)


_CALLED = "<a href='tel:+4618123456'>018-12 34 56</a>"


@pytest.mark.parametrize("head", ["", "<meta property='og:type' content='article'>"])
@pytest.mark.parametrize(
    ("part", "line"),
    [
        (f"<section class='x'><h2>Hitta hit</h2><p>Badvägen 1</p><p>Telefon: {_CALLED}</p></section>", "Badvägen 1"),
        (f"<div><h3>Как нас найти</h3><p>Садовая улица, 14</p><p>{_CALLED}</p></div>", "Садовая улица, 14"),
        (f"<section><h2>Receptionen</h2><p>Ring {_CALLED} före klockan 16.</p></section>", "Receptionen"),
    ],
    ids=["way", "address", "desk"],
)
def test_a_part_with_a_telephone_number_is_read_whatever_its_heading(part: str, line: str, head: str) -> None:
    """A number to call under a heading is a contact, which is kept on stories too."""
    article = extract(Document.of(_page(part, head=head), _ADDRESS, datetime(2026, 11, 30, tzinfo=UTC)))
    assert line in [block.text for block in article.blocks if block.role == "contact"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Ljudverkstan", ["Vad vi gör", "Vi spelar in stadens röster.", "Tisdag och torsdag, 17.00."]),
        ("Лаборатория звука", ["Что мы делаем", "Записываем голоса города.", "Вторник и четверг, 17:00."]),
        ("Hembygdsgården", ["Kaffe", "Söndagar klockan 13.", "Gården står öppen."]),
    ],
)
def test_a_short_page_without_headings_is_read_from_where_it_says_its_title(title: str, lines: list[str]) -> None:
    """Builders of pages make headings of plain boxes; what follows the title's is the text."""
    boxes = "".join(f"<div class='r'><div class='t'>{line}</div></div>" for line in lines)
    said = to_text(
        f"<title>{title}</title><body><div><div class='r'><a href='#a'>Om</a> <a href='#b'>Karta</a></div>"
        f"<div class='r'><div class='u'><div class='n'>{title}</div></div></div>{boxes}</div></body>",
        _ADDRESS,
    )
    assert [line for line in lines if line not in said.splitlines()] == []


@pytest.mark.parametrize("name", ["meta", "article-info", "byline"])
def test_a_table_is_no_byline(name: str) -> None:
    """Minutes begin with a table of the place, the time and those who were there."""
    table = f"<table class='{name}'><tr><td>Plats och tid</td><td>Eken, klockan 13</td></tr><tr><td>Beslutande</td>"
    said = to_text(
        f"<title>Protokoll</title><body><div id='doc'><h1>Protokoll 12 mars</h1>{table}<td>Anna Berg, ordförande</td>"
        f"</tr></table><p>§ 41</p><p>Nämnden godkänner taxan från den 1 april.</p></div></body>",
        _ADDRESS,
    )
    assert [line for line in ("Plats och tid", "Anna Berg, ordförande") if line not in said.splitlines()] == []
