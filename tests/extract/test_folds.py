"""A button heads what by its name is folded away right behind it, in whatever letters that is written."""

import pytest
from lxml import html

from readerapp.extract import to_text
from readerapp.extract.html.hiding import heads_fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [("accordion-text", True), ("Accordion-Body", True), ("FaqAnswer", True), ("kartbild", False), ("", False)],
)
def test_a_button_before_what_is_folded_is_its_heading(name: str, *, folded: bool) -> None:
    """Systems write names in small letters, or begin each word with a large one."""
    part = html.fromstring(f"<div><h2><button>Så bokar du</button></h2><div class='{name}'><p>Ring.</p></div></div>")
    assert heads_fold(part[0][0]) is folded


def test_what_a_button_unfolds_is_read_though_a_link_follows() -> None:
    """'Läs mer' on a button heads the rest of the text and no links to other pages, wherever the next link stands."""
    unfolded = (
        "<button aria-controls=x>Läs mer</button><div id=x hidden><p>Biljetter köps i kassan eller på webben.</p>"
        "<p>Parkera bakom hallen, där det finns gott om plats.</p></div>"
        "<p>Läs gärna <a href=/regler>våra regler</a> innan du kommer.</p>"
    )
    text = (
        "<h1>Simhallen öppnar</h1><p>Simhallen öppnar igen på måndag efter sommarens renovering.</p>"
        f"<p>Kommunen har lagt 12 miljoner kronor på arbetet och alla är välkomna.</p>{unfolded}"
    )
    read_aloud = to_text(f"<html lang=sv><title>Simhallen</title><main>{text}</main></html>", "https://a.se/x")
    assert "Biljetter" in read_aloud
    assert "Parkera" in read_aloud
