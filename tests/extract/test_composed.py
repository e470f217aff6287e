"""Of pages put together by chance of everyday parts in boxes, every part is heard, and nothing of the frame."""

import pytest

from readerapp.errors import ReaderError
from readerapp.extract import extract
from readerapp.model import Document
from tests.extract.composing import PARTS, Composed, composed

_PAGES = 60


def _said(page: Composed) -> str:
    try:
        blocks = extract(Document.of(page.html, "https://www.eksta.se/sida")).blocks
    except ReaderError:
        return ""
    return "\n".join(block.text for block in blocks)


@pytest.mark.parametrize("language", ["sv", "ru"])
@pytest.mark.parametrize("part", range(4))
def test_every_part_is_heard(language: str, part: int) -> None:
    """However they are mixed and wrapped, and whatever the page says of itself."""
    pages = {seed: composed(language, seed) for seed in range(part * _PAGES, (part + 1) * _PAGES)}
    said = {seed: _said(page) for seed, page in pages.items()}
    assert {seed: lost for seed, page in pages.items() if (lost := page.lost(said[seed]))} == {}
    assert {seed: strays for seed, page in pages.items() if (strays := page.strays(said[seed]))} == {}


def test_what_is_lost_is_told() -> None:
    """Of a page of which nothing is said all parts are lost, and each kind of part is met."""
    pages = [composed("sv", seed) for seed in range(_PAGES)]
    assert all(page.lost("") == [name for name, _ in page.parts] for page in pages)
    assert {name for page in pages for name, _ in page.parts} == PARTS.keys()
