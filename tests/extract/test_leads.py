"""The lead under a headline is read in whatever box it stands; what only stands there is not."""

import pytest

from readerapp.extract import to_text

_ADDRESS = "https://www.eksta.se/nyhet"
_LEAD = "Nu kan alla i Eksta gå torrskodda över ån, för den nya bron är klar."
_BODY = (
    "<div class='text'>"
    + "".join(
        f"<p>Bron är {n} meter lång så bred att den som går och den som cyklar kan mötas på den utan att "
        "stanna, och den är upplyst från skymning till gryning varje natt.</p>"
        for n in range(20, 26)
    )
    + "</div>"
)


def _page(head: str) -> str:
    return (
        "<html><head><title>Bron är klar</title></head><body><div class='topp'><a href='/'>Eksta kommun</a></div>"
        f"<div class='sida'>{head}{_BODY}</div></body></html>"
    )


@pytest.mark.parametrize(
    "head",
    [
        f"<header class='site-top'><h1>Bron är klar</h1><div class='uk-lead'><p>{_LEAD}</p></div></header>",
        f"<div class='hero'><h1>Bron är klar</h1></div><div class='teaser-text'><p>{_LEAD}</p></div>",
        f"<div class='a'><h1>Bron är klar</h1><div class='b'><div class='intro'>{_LEAD}</div></div></div>",
    ],
)
def test_a_lead_is_read(head: str) -> None:
    """In the header, in a teaser's box, in a box of its own."""
    text = to_text(_page(head), _ADDRESS)
    assert text.startswith(_LEAD)
    assert "Bron är 25 meter" in text


@pytest.mark.parametrize(
    "between",
    [
        "<div class='teaser'><p>Förra året byggde kommunen också en bro, den över banan.</p><a href='/x'>Den</a></div>",
        "<aside><p>Förra året byggde kommunen också en bro, den över banan.</p></aside>",
        "<form><p>Förra året byggde kommunen också en bro, den över banan.</p><input></form>",
    ],
)
def test_what_only_stands_under_the_headline_is_not_read(between: str) -> None:
    """What leads to another page, stands aside or in a form is no lead."""
    head = f"<div class='a'><h1>Bron är klar</h1></div><div class='b'>{between}</div>"
    assert "Förra året" not in to_text(_page(head), _ADDRESS)
