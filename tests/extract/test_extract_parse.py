"""The tree is the one that a browser makes, where the parser would make another."""

import pytest
from lxml import etree

from readerapp.extract import to_text
from readerapp.extract.html.parse import parse

LONG = "Kommunen har beslutat att bygga en ny skola vid torget, och arbetet börjar redan i vår enligt planen."


@pytest.mark.parametrize("element", ["main", "article", "section", "nav", "header"])
def test_an_element_after_the_title_begins_the_body(element: str) -> None:
    """Where a page leaves out the tags of head and body, its text is in the body all the same, in its order."""
    root = parse(f"<meta charset=utf-8><title>x</title><{element}>ett</{element}>två<p>tre</p><p>fyra</p>")
    assert [child.tag for child in root] == ["head", "body"]
    assert [child.tag for child in root[0]] == ["meta", "title"]
    assert etree.tostring(root[1], method="text", encoding="unicode") == "etttvåtrefyra"


def test_a_page_without_head_and_body_is_read() -> None:
    """Their tags are optional in HTML."""
    assert to_text(f"<title>x</title><main><article><h1>Ny skola</h1><p>{LONG}</p></article></main>", "") == LONG
