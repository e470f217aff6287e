"""Pages spoilt in thousands of ways, the same each time, and spoilt pages that once hurt: all end well and soon."""

import json
import resource
from pathlib import Path

import pytest

from readerapp.errors import ReaderError
from readerapp.extract import extract, markdown
from readerapp.model import Article
from tests.extract.mutations import mutants
from tests.extract.pages_form import page
from tests.growth import cost

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "pages").glob("*.json"))
STORED = sorted((HERE / "mutants").glob("*.html"))
EACH = 12
"""Mutants of each page: together a few seconds."""
TIMES = 20
"""A spoilt page may cost so many times what a whole one of its length costs."""
MEGABYTES = 500


def peak_megabytes() -> float:
    """The most that this process has held; other tests may have driven it up, so only its growth tells."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read(html: str) -> Article | None:
    """The article, if the page has one."""
    try:
        return extract(page(html, "https://www.example.se/sida"))
    except ReaderError:
        return None


class Price:
    """What a whole page costs, for which spoilt ones are read."""

    def __init__(self, whole: str) -> None:
        self.length = len(whole)
        self.fair = max(cost(lambda _: read(whole), 1) for _ in range(2))

    def read(self, html: str) -> Article | None:
        """The article, at a price that its length explains; as load only adds, once is no proof."""
        allowed = TIMES * self.fair * max(1, len(html) / self.length)
        articles: list[Article | None] = []
        assert any(cost(lambda _: articles.append(read(html)), 1) <= allowed for _ in range(3))
        return articles[0]


@pytest.mark.parametrize("seed", range(len(SEEDS)), ids=lambda n: SEEDS[n].stem)
def test_spoilt_page_ends_well(seed: int) -> None:
    """No mutant raises anything but an error for visitors, costs far more than the page, or loses order or language."""
    charset = json.loads(SEEDS[seed].read_text("utf-8"))["charset"]
    before = peak_megabytes()
    whole = SEEDS[seed].with_suffix(".html").read_bytes().decode(charset)
    price = Price(whole)
    for html in mutants(whole, seed, EACH):
        article = price.read(html)
        if article:
            assert all(block.language and (block.locator or article.described) for block in article.blocks)
            assert markdown(article)
    assert peak_megabytes() - before <= MEGABYTES


@pytest.mark.parametrize("file", STORED, ids=lambda file: file.stem)
def test_page_that_once_hurt(file: Path) -> None:
    """It is read, or told to be empty, gives the same each time, and costs no more than its length."""
    html = file.read_bytes().decode("utf-8", "replace")
    assert Price(SEEDS[0].with_suffix(".html").read_text("utf-8")).read(html) == read(html)


def test_mutants_are_the_same_each_time() -> None:
    """A failing mutant can be made again."""
    html = SEEDS[0].with_suffix(".html").read_text("utf-8")
    assert list(mutants(html, 1, 20)) == list(mutants(html, 1, 20))
    assert len({*mutants(html, 1, 20)}) > 15
