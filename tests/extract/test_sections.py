"""A part under the headline with a heading of its own belongs to the text, however little of it are sentences."""

import pytest

from readerapp.extract import to_text

_ADDRESS = "https://www.eksta.se/badhus"
_SAID = "{} badhuset i Eksta är öppet för alla året om, med bassänger för motion, lek och undervisning i simning. "
_TEXT = f"<div class='text'>{''.join(f'<p>{_SAID.format(w)}</p>' for w in 'Nu Då Här Där Så Men När'.split())}</div>"
_HOURS = "<tr><td>Måndag</td><td>6–20</td></tr><tr><td>Tisdag</td><td>8–20</td></tr>"


def _read(part: str, *, head: str = "") -> str:
    return to_text(
        f"<html><head>{head}<title>Badhuset</title></head><body><header><a href='/'>Eksta</a></header><main>"
        f"<div class='page'><h1>Badhuset</h1>{_TEXT}{part}</div></main></body></html>",
        _ADDRESS,
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


def test_a_story_has_no_such_sections() -> None:
    """It calls itself an article, and its sentences are paragraphs of one make: what stands apart is another's."""
    part = "<div class='a'><h2>Börsen</h2><p>OMX 2 500</p><p>DAX 18 000</p></div>"
    assert "Börsen" not in _read(part, head="<meta property='og:type' content='article'>")
