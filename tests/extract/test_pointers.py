"""A line with a colon that leads to nothing but other pages is not read; what a colon tells is."""

import pytest

from readerapp.extract import RULES, Switches, extracted, to_text
from readerapp.extract.render import text
from tests.extract.pages_form import page
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/nyhet"
_BODY = "".join(
    f"<p>Bron är {n} meter lång och så bred att den som går och den som cyklar kan mötas på den utan att stanna.</p>"
    for n in range(20, 26)
)


def _page(behind: str) -> str:
    return f"<html><body><article><h1>Bron är klar</h1>{_BODY}{behind}{_BODY}</article></body></html>"


@pytest.mark.parametrize(
    ("behind", "line"),
    [
        ("<p>Fler texter ur serien:</p><p><a href='/a'>Den gamla bron</a></p>", "Fler texter"),
        ("<h3>Из этой серии:</h3><p><a href='/a'>Старый мост</a></p>", "Из этой серии"),
        ("<p>Toista puolta: <a href='/a'>Vanha silta Ekstan keskustassa suljetaan ensi viikolla</a></p>", "Toista"),
    ],
)
def test_what_only_points_to_other_pages_is_not_read(behind: str, line: str) -> None:
    """Over links, and before a headline, in any language: no list of words is needed."""
    assert line not in to_text(_page(behind), _ADDRESS)
    without = extracted(page(_page(behind), _ADDRESS), switches=Switches(frozenset(("pointers",))))[0]
    assert line in text(without.blocks)
    assert "pointers" in RULES


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Ta med dig:</p><ul><li>legitimation</li><li>kvitto</li></ul>",
        "<p>Handläggare: <a href='/anna'>Anna Svensson</a></p>",
        "<p>E-post: <a href='mailto:bro@eksta.se'>bro@eksta.se</a></p>",
        "<p>Blankett: <a href='/b.pdf'>Ansökan om dispens för tunga fordon på nya bron</a></p>",
        "<p>Ritningarna finns här:</p><p><a href='/r.pdf'>Ritningar</a></p><p><a href='/s.pdf'>Skisser</a></p>",
        "<p>Bron byggdes av:</p><p><a href='https://www.brobygge.se/'>Brobygge i Norr</a></p>",
    ],
)
def test_what_a_colon_tells_is_read(behind: str) -> None:
    """Items, a name, an address, a form, files and another site behind a colon."""
    line = behind.split(">")[1].split(":", maxsplit=1)[0]
    assert line in to_text(_page(behind), _ADDRESS)


def test_many_pointers_cost_no_more_each() -> None:
    """Four times as many lines with a colon cost four times as much."""
    rows = "<p>Mer:</p><p><a href='/a'>Den gamla bron</a></p>"
    assert exponent(lambda n: to_text(_page(rows * n), _ADDRESS), 200) <= LINEAR


def test_what_a_sentence_names_at_the_end_is_read() -> None:
    """Links to what a sentence announces are its end, and no scraps behind the text."""
    items = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Abborre", "Gädda"))
    behind = f"<p>I ån har man fångat följande arter:</p><ul>{items}</ul>"
    html = f"<html><body><div><h1>Ån</h1>{_BODY}{behind}</div></body></html>"
    assert to_text(html, _ADDRESS).endswith("följande arter:\nAbborre\nGädda")
