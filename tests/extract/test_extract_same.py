"""What is scored is what is heard: the plain text is made of the very article that a visitor hears."""

from pathlib import Path

import pytest

from readerapp.errors import ReaderError
from readerapp.extract import extract, to_text
from readerapp.extract.render import text
from tests.extract.pages_form import page

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.html"))
ADDRESS = "https://www.example.se/sida"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_plain_text_is_of_the_article(path: Path) -> None:
    """The plain text of a page is the text of its article's blocks, and nothing where there is no article."""
    html = path.read_bytes().decode("utf-8", "replace")
    try:
        expected = text(extract(page(html, ADDRESS)).blocks)
    except ReaderError:
        expected = ""
    assert to_text(html, ADDRESS) == expected


@pytest.mark.parametrize(
    ("inside", "said", "silent"),
    [
        ("<p>Höjden mäts<sup>[4]</sup> varje år i juni.</p>", "Höjden mäts varje år i juni.", "[4]"),
        ('<p>Höjden mäts<sup><a href="#n1">1</a></sup> varje år i juni.</p>', "Höjden mäts varje år i juni.", "1"),
        ("<p>Det finns 10<sup>3</sup> bin i kupan nu.</p>", "10³ bin", "103"),
        ("<p>Salen är 50 m<sup>2</sup> och 150 м<sup>3</sup> stor nu.</p>", "50 m² och 150 м³ stor", "m2"),
        ("<p>Hon sprang 100 m<sup>12</sup> i fjol, och alla såg det.</p>", "100 m12 i fjol", "¹²"),
        ("<p>Programmet<sup>2</sup> börjar i dag klockan åtta.</p>", "Programmet2", "²"),
        ("<p>Badet öppnar <del>måndag</del> tisdag klockan åtta.</p>", "tisdag", "måndag"),
        ("<p>Storgatan 1<br>123 45 Eksta</p><p>Här finns vi varje dag.</p>", "Storgatan 1\n123 45 Eksta", "1 123"),
        ('<p>Vi ses här.</p><p class="d-none">Mallen fylls i av jouren.</p><p>Vi äter där.</p>', "Vi äter", "Mallen"),
        ('<p>Formeln är <math alttext="a plus b"><mi>a</mi></math> här i år.</p>', "Formeln är a plus b här", "ab"),
        ("<p>Svaret är <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math> här i år.</p>", "a⁄2 här", "a 2"),
        ("<p>Ytan är <math><msup><mi>x</mi><mn>2</mn></msup></math> här i år.</p>", "x^2 här", "x 2"),
        (
            (
                "<p>Svaret är <math><semantics><mfrac><mrow><mi>a</mi><mo>+</mo><msqrt><mi>b</mi></msqrt></mrow>"
                "<mi>c</mi></mfrac><annotation>a+b</annotation></semantics></math> här i år.</p>"
            ),
            "Svaret är (a + √b)⁄c här",
            "a+b",
        ),
        (
            '<p>Betyget är <span aria-hidden="true">4/5</span><span class="sr-only">4 av 5</span> i år.</p>',
            "Betyget är 4 av 5 i år.",
            "4/5",
        ),
        (
            '<p>Läs om det här.</p><button>Läs mer</button><div class="hidden"><p>Resten av texten.</p></div>',
            "Resten",
            "\0",
        ),
        ("<section><header><h2>Avgifter</h2></header><p>Det kostar ingenting alls.</p></section>", "Avgifter", "\0"),
        ('<div class="lunch-menu"><h2>Måndag</h2><p>Fisk med potatis och dill.</p></div>', "Fisk", "\0"),
        ("<p>Dela på bilen med en granne som du känner.</p><p>Åk ihop till jobbet.</p>", "Dela på bilen", "\0"),
    ],
)
def test_signs_and_lines(inside: str, said: str, silent: str) -> None:
    """Marks, struck words, hidden parts and names that mislead are read as a visitor sees them."""
    html = f"<html lang=sv><title>Sida</title><body><main><h1>Sida</h1><p>Kommunen informerar.</p>{inside}</main>"
    found = to_text(html, ADDRESS)
    assert said in found
    assert silent not in found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
            + "Ordet är fritt. " * 20
            + '"}</script><div id="app"></div>',
            "Ordet är fritt.",
        ),
        ('<noscript><div id="m"><p>' + "Texten finns bara här i dag. " * 9 + "</p></noscript>", "Texten finns"),
        ('<div id=x><template shadowrootmode="open"><p>Skuggan har en text att läsa.</p></template></div>', "Skuggan"),
        (
            (
                '<main><h2>Nytt</h2><ul><li><a href="/a">Ny bro</a></li><li><a href="/b">Ny park</a></li>'
                '<li><a href="/c">Ny väg</a></li></ul></main>'
            ),
            "Ny park",
        ),
    ],
)
def test_every_page_says_something(body: str, said: str) -> None:
    """Text in linked data, for browsers without scripts, in a shadow root, or a list of links is found."""
    assert said in to_text(f"<html lang=sv><title>Sida</title><body>{body}</body></html>", ADDRESS)


@pytest.mark.parametrize(("articles", "said"), [(1, "Ordet är fritt."), (2, "Ny park")])
def test_a_menu_is_not_the_article_that_linked_data_holds(articles: int, said: str) -> None:
    """Where a page shows nothing but links, the one article of its linked data is its text; of several it is a list."""
    data = ", ".join('{"@type": "NewsArticle", "articleBody": "' + "Ordet är fritt. " * n + '"}' for n in (20, 30))
    data = data if articles > 1 else data.partition(", {")[0]
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Ny bro", "Ny park", "Ny väg"))
    html = f'<script type="application/ld+json">[{data}]</script><div id=app></div><div class=x><ul>{links}</ul></div>'
    found = to_text(f"<html lang=sv><title>Sida</title><body>{html}</body></html>", ADDRESS)
    assert said in found
    assert ("Ny park" in found) is (articles > 1)


def test_a_power_that_is_a_sign_of_its_own_is_not_raised_twice() -> None:
    """The little 3 of ten to the third is as large on the page as where it is written with that sign."""
    html = "<main><h1>Sida</h1><p>Det finns 10<sup>3</sup> bin i kupan nu.</p></main>"
    runs = extract(page(html, ADDRESS)).blocks[-1].runs
    assert [run.emphasis for run in runs if "³" in run.text] == [""]
