"""A button heads what by its name is folded away right behind it, in whatever letters that is written."""

import pytest
from lxml import html

from readerapp.extract.html.hiding import heads_fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [("accordion-text", True), ("Accordion-Body", True), ("FaqAnswer", True), ("kartbild", False), ("", False)],
)
def test_a_button_before_what_is_folded_is_its_heading(name: str, *, folded: bool) -> None:
    """Systems write names in small letters, or begin each word with a large one."""
    part = html.fromstring(f"<div><h2><button>Så bokar du</button></h2><div class='{name}'><p>Ring.</p></div></div>")
    assert heads_fold(part[0][0]) is folded
