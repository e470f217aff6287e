"""What was left out is told as it stands on the page: words apart, and nothing that is read after all."""

from readerapp.extract import extract
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
