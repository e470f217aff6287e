"""The tree is the one that a browser makes, where the parser would make another."""

import msgspec
import pytest
from lxml import etree

from readerapp.extract import extract, to_text
from readerapp.extract.html.parse import parse
from tests.extract.pages_form import page

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


@pytest.mark.parametrize(
    ("body", "charset", "handed_on"),
    [
        (LONG.encode(), "utf-8", True),
        (b"\xef\xbb\xbf" + LONG.encode(), "utf-8", False),
        (LONG.encode() + b" \xff", "utf-8", False),
        (LONG.encode() + b" \xed\xa0\x80", "utf-8", False),
        (LONG.encode("latin-1"), "iso-8859-1", False),
        (LONG.encode("utf-16"), "utf-16", False),
    ],
    ids=["utf-8", "with a mark", "with a byte too many", "with half a sign", "latin", "wide"],
)
def test_bytes_that_are_the_text_go_to_the_parser_as_they_came(body: bytes, charset: str, *, handed_on: bool) -> None:
    """Nothing is written anew that is UTF-8 already; all else is, and what was read is the same."""
    document = msgspec.structs.replace(page("", "https://www.example.se/"), body=body, charset=charset)
    assert (document.utf8 is not None) == handed_on
    assert document.utf8 in {None, document.text.encode()}
    assert next(block.text for block in extract(document).blocks).startswith(LONG)
