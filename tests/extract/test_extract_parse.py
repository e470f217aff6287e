"""The tree is the one that a browser makes, where the parser would make another."""

import msgspec
import pytest
from lxml import etree

from readerapp.extract import extract, to_text
from readerapp.extract.html.parse import at_once, parse
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


_CROWD = " ".join(f"data-{n}=x" for n in range(2000)).encode()
_BODY = f"<h1>Ny skola</h1><p>{LONG}</p>".encode()


@pytest.mark.parametrize(
    ("body", "charset", "handed_on"),
    [
        (_BODY, "utf-8", True),
        (_BODY + b"<p>\x00\x01bara \x1f ord</p>", "utf-8", True),
        (_BODY + b"<p>bara \xef\xbf\xbd ord</p>", "utf-8", True),
        (b"\xef\xbb\xbf" + _BODY, "utf-8", False),
        (_BODY + b"<p>bara \xff ord</p>", "utf-8", False),
        (_BODY + b"<p>bara \xed\xa0\x80 ord \xe2\x82</p>", "utf-8", False),
        (b"<div " + _CROWD + b">" + _BODY, "utf-8", False),
        (b"<div>" * 3000 + _BODY, "utf-8", False),
        (f"<h1>Ny skola</h1><p>{LONG}</p>".encode("latin-1"), "iso-8859-1", False),
        (f"<h1>Ny skola</h1><p>{LONG}</p>".encode("utf-16"), "utf-16", False),
    ],
    ids=["utf-8", "control", "replaced", "mark", "a byte too many", "half signs", "crowd", "deep", "latin", "wide"],
)
def test_bytes_that_are_the_text_go_to_the_parser_as_they_came(body: bytes, charset: str, *, handed_on: bool) -> None:
    """No text is made of a page in UTF-8 that is as pages should be; of any other it is, and the same is read."""
    document = msgspec.structs.replace(page("", "https://www.example.se/"), body=body, charset=charset)
    root = None if document.utf8 is None else at_once(document.utf8)
    assert (root is not None) == handed_on
    whole = extract(document)
    assert whole == extract(msgspec.structs.replace(document, body=document.text.encode(), charset="utf-8"))
    assert LONG in [block.text for block in whole.blocks]
