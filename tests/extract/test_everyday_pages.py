"""Small pages of public bodies, in the frames of their systems: what they are for is read, and the frame is not."""

import pytest

from readerapp.errors import NoArticle, PageEmpty
from readerapp.extract import extract
from tests.extract.everyday_pages import Everyday, everyday
from tests.extract.pages_form import page

_PAGES = list(everyday())


def _read(asked: Everyday) -> str:
    try:
        article = extract(page(asked.html, "https://www.example.se/sida"))
    except (NoArticle, PageEmpty):
        return ""
    return " ".join([article.title, *(" ".join(block.text.split()) for block in article.blocks)])


@pytest.mark.parametrize("asked", _PAGES, ids=lambda asked: asked.name)
def test_an_everyday_page_is_read(asked: Everyday) -> None:
    """What the page is for is read in its order, its frame is not, and a page without a text has no article."""
    text, at = _read(asked), 0
    if asked.nothing:
        assert not text
    for part in asked.expect:
        at = text.find(part, at)
        assert at >= 0, (part, text)
    assert not [part for part in asked.never if part in text], text
    assert all(text.count(part) == 1 for part in asked.once), text


def test_there_are_enough_pages() -> None:
    """At least sixty pages, in the frames of several systems and in both languages, stand behind the claim."""
    assert len(_PAGES) >= 60
    assert len({asked.name.partition("-")[0] for asked in _PAGES}) >= 6
