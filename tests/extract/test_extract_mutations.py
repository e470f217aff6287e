"""Pages spoilt in thousands of ways, the same each time, and spoilt pages that once hurt: all end well and soon."""

import json
import resource
import time
from pathlib import Path

import pytest

from readerapp.errors import ReaderError
from readerapp.extract import extract, markdown
from readerapp.model import Article
from tests.extract.mutations import mutants
from tests.extract.pages_form import page

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "pages").glob("*.json"))
STORED = sorted((HERE / "mutants").glob("*.html"))
EACH = 12
"""Mutants of each page: together a few seconds."""
SECONDS = 2.0
MEGABYTES = 500


def peak_megabytes() -> float:
    """The most that this process has held; other tests may have driven it up, so only its growth tells."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bounded(html: str) -> Article | None:
    """The article, if the page has one, read within the time that a page may take."""
    began = time.thread_time()
    try:
        return extract(page(html, "https://www.example.se/sida"))
    except ReaderError:
        return None
    finally:
        assert time.thread_time() - began <= SECONDS


@pytest.mark.parametrize("seed", range(len(SEEDS)), ids=lambda n: SEEDS[n].stem)
def test_spoilt_page_ends_well(seed: int) -> None:
    """No mutant raises anything but an error for visitors, takes long, or gives blocks without order or language."""
    charset = json.loads(SEEDS[seed].read_text("utf-8"))["charset"]
    before = peak_megabytes()
    for html in mutants(SEEDS[seed].with_suffix(".html").read_bytes().decode(charset), seed, EACH):
        article = bounded(html)
        if article:
            assert all(block.language and block.locator for block in article.blocks)
            assert markdown(article)
    assert peak_megabytes() - before <= MEGABYTES


@pytest.mark.parametrize("file", STORED, ids=lambda file: file.stem)
def test_page_that_once_hurt(file: Path) -> None:
    """It is read, or told to be empty, and gives the same each time."""
    html = file.read_bytes().decode("utf-8", "replace")
    assert bounded(html) == bounded(html)


def test_mutants_are_the_same_each_time() -> None:
    """A failing mutant can be made again."""
    html = SEEDS[0].with_suffix(".html").read_text("utf-8")
    assert list(mutants(html, 1, 20)) == list(mutants(html, 1, 20))
    assert len({*mutants(html, 1, 20)}) > 15
