"""What stands beside a plain article and leads elsewhere is not walked into; what may be a part of the text is."""

from datetime import UTC, datetime

import pytest

from readerapp.extract import extract, to_text
from readerapp.extract.html.about import about
from readerapp.extract.html.beside import beside
from readerapp.extract.html.heads import Heads
from readerapp.extract.html.parse import parse
from readerapp.extract.html.vocabulary import OUTSIDE
from readerapp.model import Document
from tests.growth import LINEAR, cost, glance

NOW = datetime(2026, 11, 30, tzinfo=UTC)
_ADDRESS = "https://www.eksta.se/nyhet"
_ARTICLE = "<meta property='og:type' content='article'>"
_SAID = "Badhuset i Eksta öppnar igen den femte mars efter ett halvt års arbete med tak, golv och reningsverk. "
_BODY = f"<div class='text'>{f'<p>{_SAID}</p>' * 8}</div>"
_LIKES = "<div class='b'><h3>Fler nyheter</h3>" + "<p><a href='/{0}'>Ny lekplats {0}</a></p>" * 4 + "</div>"


def _page(*, before: str = "", after: str = "", head: str = _ARTICLE, body: str = _BODY) -> str:
    return (
        f"<html><head>{head}<title>Badhuset öppnar</title></head><body><div id='page'>{before}<div class='main'>"
        f"<h1>Badhuset öppnar</h1>{body}</div>{after}</div></body></html>"
    )


def _classes(html: str) -> set[str]:
    return {el.get("class", "") for el in beside(about(Heads(parse(html)), _ADDRESS))}


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_part_of_links_beside_an_article_is_not_walked_into(where: str) -> None:
    """It stands elsewhere than the paragraphs, and is mostly links: two witnesses."""
    assert _classes(_page(**{where: _LIKES})) == {"b"}


def test_what_is_not_walked_into_is_among_what_was_left_out() -> None:
    """The visitor sees that it is there, and why it was not read."""
    article = extract(Document.of(_page(after=_LIKES), _ADDRESS, NOW))
    assert [(part.rule, part.text[:12]) for part in article.skipped] == [(OUTSIDE, "Fler nyheter")]


@pytest.mark.parametrize(
    "part",
    [
        f"<div class='b'><a href='/1'>A</a><a href='/2'>B</a><a href='/3'>C</a><p>{_SAID}</p><p>{_SAID}</p></div>",
        _LIKES.replace("/{0}", "tel:018-1{0}"),
        _LIKES.replace("/{0}", "mailto:bad{0}@eksta.se"),
        _LIKES.replace("/{0}", "/avgifter-{0}.pdf"),
        _LIKES.replace("class='b'", "class='b' role='alert'"),
        _LIKES.replace("class='b'", "class='b' data-lyssna='read'"),
        _LIKES.replace("class='b'", "class='main b'"),
        "<div class='b'><a href='/1'>Ansök</a> <a href='/2'>Avgifter</a></div>",
    ],
    ids=["sentences", "telephones", "addresses", "documents", "alert", "wanted", "of the same make", "few links"],
)
def test_what_may_be_a_part_of_the_text_is_walked_into(part: str) -> None:
    """The rules that see the whole page decide of it."""
    assert _classes(_page(after=part)) == set()


@pytest.mark.parametrize(
    "html",
    [
        _page(after=_LIKES, head=""),
        _page(after=_LIKES, body=f"<p>{_SAID}</p>"),
        _page(after=_LIKES + f"<div class='c'>{f'<p>{_SAID}</p>' * 8}</div>"),
        _page(before=f"<div class='c'>{f'<p>{_SAID}</p>' * 3}</div>", after=_LIKES),
    ],
    ids=["no article", "little text", "text in two places", "text before"],
)
def test_a_page_that_is_no_plain_article_is_walked_whole(html: str) -> None:
    """One witness of the page is not enough."""
    assert _classes(html) == set()


def test_what_stands_between_headline_and_text_is_walked_into() -> None:
    """Leads, writers and days stand there, with links."""
    assert _classes(_page(body=_LIKES + _BODY)) == set()


def test_an_article_is_read_alike_with_and_without_what_stands_beside_it() -> None:
    """Menus of any size around it change nothing of what is heard."""
    assert to_text(_page(before=_LIKES, after=_LIKES * 9), _ADDRESS) == to_text(_page(), _ADDRESS)


_GROWING = {
    "one in another": lambda n: _page(body="".join(f"<div><p>{_SAID}</p>" for _ in range(n))),
    "beside each other": lambda n: _page(after=_LIKES * n),
    "each in its own": lambda n: _page(body=f"<div><p>{_SAID}</p></div>" * n),
    "links in each other": lambda n: _page(after="<div class='b'><a href='/x'>x</a>" * n),
    "long links": lambda n: _page(after=f"<div class='b'>{f'<a href=x><b><i>{_SAID}</i></b></a>' * n}"),
    "children": lambda n: _page(body=f"<p>{f'<i>x</i> {_SAID}' * n}"),
    "headlines": lambda n: _page(before=f"<h1>{_SAID}</h1>" * n),
    "names": lambda n: _page(after=f"<div class='{'x ' * n}'></div>" * 20),
}


@pytest.mark.parametrize("shape", _GROWING)
def test_the_cost_grows_as_the_page(shape: str) -> None:
    """Four times as much of any shape costs at most some four times as much."""

    def spent(n: int) -> float:
        page = about(Heads(parse(_GROWING[shape](n))), _ADDRESS)
        return cost(lambda _: beside(page), n)

    assert glance(spent, 300) <= LINEAR
