"""Which page is read: the one that is kept, or the one that its site gives now."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from readerapp.model import Document
from readerapp.narration import pages
from readerapp.narration.dependencies import Dependencies
from readerapp.settings import Settings
from readerapp.wiring import build

ADDRESS = "https://www.example.se/"


Using = tuple[Dependencies, list[str]]


def page(html: str, age: timedelta = timedelta(), *, cut: bool = False) -> Document:
    """A page that was checked so long ago; ahead of now where the age is negative."""
    then = datetime.now(UTC) - age
    return Document.of(html, ADDRESS, then, cut=cut)


def text(parts: Dependencies) -> str:
    """What is read there."""
    found = pages.Pages(parts).read(ADDRESS, "").load()
    assert found
    return found.text


@pytest.fixture
def using(tmp_path: Path):
    """What the story needs, with a site that gives one page."""
    built = build(Settings(cache=tmp_path, offline=True))
    asked: list[str] = []

    def fetch(address: str, _previous: Document | None, _client: str) -> Document:
        asked.append(address)
        return page("new", cut=len(asked) > 1)

    yield msgspec.structs.replace(built.dependencies, fetch=fetch), asked
    built.narration.close()


@pytest.mark.parametrize(
    ("age", "read"),
    [
        (timedelta(seconds=1), "old"),
        (timedelta(minutes=10), "new"),
        (timedelta(days=-30), "new"),
        (timedelta(seconds=-5), "new"),
    ],
)
def test_a_page_of_the_future_is_fetched_again(using: Using, age: timedelta, read: str) -> None:
    """After a clock was set back, a page that seems to be checked tomorrow would else never be asked for again."""
    parts, _ = using
    parts.store.keep_document(page("old", age))
    assert text(parts) == read


def test_a_page_that_broke_off_is_not_kept(using: Using) -> None:
    """It is read where there is nothing better, and asked for again; a whole one that is kept is better."""
    parts, asked = using
    asked.append("a first time")
    assert pages.Pages(parts).read(ADDRESS, "").facts.cut
    assert parts.store.document(ADDRESS) is None
    parts.store.keep_document(page("whole", timedelta(hours=1)))
    assert text(parts) == "whole"
