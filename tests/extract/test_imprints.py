"""What a site says of itself at the end of each page, files that follow a text, and words beside each other in rows."""

import pytest

from readerapp.extract import Region, extract, to_text
from readerapp.extract.html import region
from readerapp.extract.html.imprints import headline
from tests.extract.pages_form import page
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.selo.ru/stranitsa"
_TEXT = "<p>Мост через реку закрыт до пятницы.</p><p>Объезд идёт через соседнее село.</p>"
_MENU = '<div class="a"><a href="/">Село</a> <a href="/n">Новости</a> <a href="/d">Дума</a></div>'


def _said(html: str) -> str:
    article = extract(page(html, _ADDRESS))
    return " ".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "end", ["© Село, 2026. Сайт делал Костя", "(с) 2011-2026 Сельсовет", "155060, п. Ильинское, ул. Мира, 2"]
)
def test_the_last_part_of_a_page_is_no_text_where_it_says_whose_page_it_is(end: str) -> None:
    """It stands beside a menu that comes before the text, whatever it is called."""
    assert end not in _said(f"<body>{_MENU}<div><h1>Мост</h1>{_TEXT}</div><div>{end}</div></body>")


@pytest.mark.parametrize(
    "html",
    [
        f"<body>{_MENU}<h1>Мост</h1>{_TEXT}<p>155060, п. Ильинское, ул. Мира, 2</p></body>",
        f"<body><div><h1>Мост</h1>{_TEXT}</div><div>155060, п. Ильинское, ул. Мира, 2, вход со двора.</div></body>",
        f"<body>{_MENU}<div><h1>Контакты</h1>{_TEXT}</div><div>155060, п. Ильинское, ул. Мира, 2.</div></body>",
        f"<body>{_MENU}<div><h1>Мост</h1>{_TEXT}</div><div>155060, п. Ильинское, ул. Мира.</div><footer>Село</footer>",
    ],
    ids=["amid paragraphs", "no menu", "about contacts", "another footer"],
)
def test_an_address_that_a_text_ends_with_is_read(html: str) -> None:
    """One witness is no witness: its place says nothing of a menu, or the page has a footer of its own."""
    assert "155060, п. Ильинское" in _said(html)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('<span class="a">5:40</span><span class="a">6:05</span><span class="a">6:20</span>', "5:40 6:05 6:20"),
        ('<span class="a">Сыр</span><span class="a">Хлеб</span><span class="a">Чай</span>', "Сыр Хлеб Чай"),
        ('<span class="n">4</span><span class="m">декабря</span>', "4 декабря"),
        ("<span>вос</span><span>при</span><span>ятие</span>", "восприятие"),
        ("<span>20</span><span>24</span><span> год</span>", "2024 год"),
        ("Что <span>Мос</span><span>Ква</span><span> сказала</span>", "Что МосКва сказала"),
    ],
)
def test_words_in_rows_of_elements_are_heard_apart(row: str, said: str) -> None:
    """A word that was pasted is cut into elements too, but they stand in no row, or go on in small letters."""
    html = f"<main><h1>Мост</h1>{_TEXT}<div id=rad>{row}</div></main>"
    article = extract(page(html, _ADDRESS), region=Region(ids=("rad",)))
    assert said in [block.text for block in article.blocks]


def test_a_page_of_many_parts_is_read_in_time_that_grows_as_it() -> None:
    """So do rows of elements beside each other, files after a text, and links before it."""

    def read(n: int) -> None:
        rows = "<div>" + "<span class=a>5:40</span>" * n + "</div>"
        files = '<div><a href="/f.pdf">Смета</a></div>' * n
        to_text(f"<body>{_MENU * n}<div><h1>Мост</h1>{_TEXT}{rows}{files}</div><div>© Село</div>", _ADDRESS)

    assert exponent(read, 50) < LINEAR


def test_the_headline_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many contacts stand before it: each would look through all that stands between."""
    asked = []
    monkeypatch.setattr(region, "headline", lambda out: asked.append(out) or headline(out))
    cards = '<div class="kontakt"><p>Тел. <a href="tel:2">2-11-02</a></p></div>' * 20
    text = to_text(f'<body><header><a href="/">Село</a>{cards}</header><main><h1>Мост</h1>{_TEXT}</main>', _ADDRESS)
    assert "Объезд" in text
    assert len(asked) == 1
