"""What was left out is told as it stands on the page: words apart, and nothing that is read after all."""

import pytest

from readerapp.extract import Region, extract
from tests.extract.pages_form import page

_TEXT = "<p>Simhallen har öppet alla dagar mellan klockan 9 och 20 under hela sommaren.</p>" * 2


def _parts(html: str) -> list[str]:
    return [part.text for part in extract(page(html, "https://www.example.se/sida")).skipped]


def test_links_beside_each_other_are_words_apart() -> None:
    """Menus part their links by their look alone; a link within a word stays one with it."""
    told = _parts(f"<header><a href=/a>Lättläst</a><a href=/><b>Eksta</b></a></header><h1>Simhallen</h1>{_TEXT}")
    assert any("Lättläst Eksta" in text for text in told)
    assert any("Ekstabo" in text for text in _parts(f"<header><a href=/>Eksta</a>bo</header><h1>Bad</h1>{_TEXT}"))


def test_the_headline_is_not_told_as_left_out() -> None:
    """It is read as the article's title, wherever it stands."""
    html = f"<title>Simhallen</title><div><h1>Simhallen</h1></div><div><a href=/x>Start</a></div><div>{_TEXT}</div>"
    assert "Simhallen" not in " ".join(_parts(html))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("<a href='/f'>Facebook</a><a href='/x'>X</a><a href='/e'>E-post</a>", "Facebook X E-post"),
        ("<a href='/a'><b>А</b></a><a href='/b'><b>Б</b></a><a href='/v'><b>В</b></a>", "А Б В"),
        ("<span class='k'><a href='/1'>Skola</a></span><span class='k'><a href='/2'>Vård</a></span>", "Skola Vård"),
        ("<a href='/d'>D</a><a href='/d'>et var en gång</a>", "Det var en gång"),
        ("<code><a href='/os'>os.</a><a href='/p'>path</a></code>", "os.path"),
    ],
)
def test_links_beside_each_other_are_heard_apart(row: str, said: str) -> None:
    """They lead to different pages, so they are no one word, however short they are; an initial and code are."""
    html = f"<main><h1>Om oss</h1>{_TEXT}<p id=rad>{row}</p></main>"
    article = extract(page(html, "https://www.eksta.se/"), region=Region(ids=("rad",)))
    assert said in [block.text for block in article.blocks]


@pytest.mark.parametrize(("links", "least", "most"), [(300, 600, 600), (1500, 1900, 3000)])
def test_scripts_in_a_part_that_was_not_walked_into_count_for_nothing(links: int, least: int, most: int) -> None:
    """Nor do they where there are so many links that not all are counted."""
    menu = "".join(f"<a href='/{n}'>Lediga platser</a><script>var a = {n} ; var b ;</script>" for n in range(links))
    said = "<p>Bron är stängd i dag, och öppnas igen i morgon bitti.</p>" * 9
    html = f"<body><nav>{menu}</nav><h1>Bron</h1>{said}</body>"
    (part,) = extract(page(html, "https://www.eksta.se/bron")).skipped
    assert least <= part.words <= most
