"""Boxes amid a text are read though their tag says aside, and so is the button that the text ends with."""

import pytest

from readerapp.extract import to_text
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/sida"
_ROWS = "<li>Längd: 120 meter</li><li>Kostnad: 14 miljoner kronor</li>"


def _text(*numbers: int) -> str:
    return "".join(
        f"<p>Bron är {n} meter lång så bred att den som går och den som cyklar kan mötas på den utan att stanna, "
        "och den är upplyst från skymning till gryning varje natt.</p>"
        for n in numbers
    )


def _story(box: str, after: str = _text(23, 24, 25, 26)) -> str:
    head = "<head><title>Bron är klar</title><meta property='og:type' content='article'></head>"
    body = f"<main><article><h1>Bron är klar</h1>{_text(20, 21, 22)}{box}{after}</article></main>"
    return f"<html lang=sv>{head}<body>{body}<footer>© Eksta</footer></body></html>"


@pytest.mark.parametrize(
    ("box", "lines"),
    [
        (f"<aside class=factbox><h2>Fakta</h2><ul>{_ROWS}</ul></aside>", ["Längd: 120 meter", "14 miljoner"]),
        ("<aside><h3>Omröstningen</h3><p>Sju ledamöter röstade för bron och fyra mot.</p></aside>", ["Sju ledamöter"]),
        ("<aside><p>Длина: 120 метров</p><p>Цена: 14 миллионов</p></aside>", ["Длина: 120", "Цена: 14"]),
    ],
)
def test_a_box_between_paragraphs_is_read(box: str, lines: list[str]) -> None:
    """It tells something and leads nowhere: only its tag speaks against it."""
    text = to_text(_story(box), _ADDRESS)
    assert all(line in text for line in lines)


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>Sju ledamöter röstade för bron. <a href='/n'>Läs om hela mötet i fullmäktige här</a></p></aside>",
        "<aside class=newsletter><p>Sju ledamöter får vårt brev varje vecka.</p></aside>",
        "<aside><p>Sju ledamöter får vårt brev varje vecka.</p><input name=mejl><button>Skicka</button></aside>",
        "<aside>Sju ledamöter</aside>",
    ],
)
def test_a_box_with_a_second_witness_is_not_read(box: str) -> None:
    """Links, a name, a field; nor is one that says nothing."""
    assert "Sju ledamöter" not in to_text(_story(box), _ADDRESS)


def test_a_box_at_the_end_or_in_the_texts_own_words_is_not_read() -> None:
    """What follows the text is beside it, and what is drawn out of the text was heard already."""
    said = "<p>Sju ledamöter röstade för bron och fyra mot.</p>"
    assert "Sju ledamöter" not in to_text(_story(f"<aside>{said}</aside>", ""), _ADDRESS)
    assert to_text(_story(f"<aside>{said}</aside>{said}"), _ADDRESS).count("Sju ledamöter") == 1


_SERVICE = (
    "<p>Du som har svårt att åka buss kan söka färdtjänst.</p>"
    "<p>Du ansöker i vår e-tjänst eller på en blankett som du får hos oss.</p><p>Vi svarar inom tre veckor.</p>"
)


def _service(end: str, text: str = _SERVICE) -> str:
    menu = "<header><nav><a href=/>Start</a> <a href=/b>Bygga</a></nav></header>"
    body = f"{menu}<main><h1>Färdtjänst</h1>{text}{end}</main><footer>© Eksta kommun</footer>"
    return f"<html lang=sv><head><title>Färdtjänst</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("end", "text"),
    [
        ("<p><a class='btn btn-primary' href='/ansok'>Ansök här</a></p>", _SERVICE),
        ("<div class=x><a class=button href='/ansok'>Till e-tjänsten</a></div>", _SERVICE),
        (
            "<div><a role=button href='/z'>Подать заявление</a></div>",
            "<p>Запись в детский сад открыта для всех, кто живёт в городе.</p><p>Заявление подают до 1 мая.</p>",
        ),
    ],
)
def test_the_button_that_a_text_ends_with_is_read(end: str, text: str) -> None:
    """Its name is in the text's own words."""
    label = end.partition("href=")[2].partition(">")[2].partition("<")[0]
    assert to_text(_service(end, text), _ADDRESS).endswith(label)


@pytest.mark.parametrize(
    "end",
    [
        "<p><a class=btn href='/a'>Läs mer</a></p>",
        "<p><a class=btn href='/a'>Till toppen</a></p>",
        "<p><a href='/a'>Ansökan om parkering</a></p>",
        "<p><a class=btn href='/a'>Bygglov</a></p><p><a class=btn href='/b'>Ansök här</a></p>",
    ],
)
def test_another_link_after_a_text_is_not_read(end: str) -> None:
    """No button, not the first thing after it, or in words that are not the text's."""
    assert to_text(_service(end), _ADDRESS).endswith("Vi svarar inom tre veckor.")


@pytest.mark.parametrize(
    "box", ["<aside><p>Sju ledamöter röstade för bron.</p></aside>", "<aside>", "<p><a class=btn href=/a>Ansök</a></p>"]
)
def test_many_boxes_cost_what_their_number_asks_for(box: str) -> None:
    """Each is looked at a few times."""
    assert exponent(lambda n: to_text(_story(box * n + _text(*range(n))), _ADDRESS), 50) < LINEAR
