"""What a page loses by being long is told, and a part that is asked for by name is read wherever it stands."""

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from readerapp.extract import Region, extract
from readerapp.extract.html.leftovers import MOST as PARTS
from readerapp.extract.html.outline import Chunk, Outline
from readerapp.extract.html.vocabulary import HIDDEN, MANY
from readerapp.extract.html.walk import MOST as ELEMENTS
from readerapp.extract.limits import BLOCKS, TOO_LONG
from readerapp.model import Article, Skipped
from tests.extract.pages_form import page

LINE = "Rad nummer {} handlar om skolan vid torget."
WORDS = len(LINE.split())


def read(body: str, region: Region | None = None) -> Article:
    """The article of a Swedish page with this body."""
    return extract(page(f"<html lang=sv><title>Ny skola</title><body>{body}", "https://www.example.se/"), region=region)


def told(article: Article, rule: str) -> list[Skipped]:
    """What was left out by a rule."""
    return [part for part in article.skipped if part.rule == rule]


def test_blocks_past_the_limit_are_told_as_one_part() -> None:
    """The first line that is not read is quoted, the words of all of them are counted."""
    article = read("<main>" + "".join(f"<p>{LINE.format(n)}</p>" for n in range(BLOCKS + 90)) + "</main>")
    (part,) = told(article, TOO_LONG)
    assert len(article.blocks) == BLOCKS
    assert part.text.startswith(LINE.format(BLOCKS))
    assert part.words == 90 * WORDS


def test_elements_past_the_limit_are_told() -> None:
    """Where the walk over a page ends before the page does, what follows is told from there on."""
    body = f"<p>{LINE.format(0)}</p>" + "<i></i>" * ELEMENTS + f"<p id=sist>{LINE.format(1)}</p>"
    (part,) = told(read(body), TOO_LONG)
    assert (part.text, part.words) == (LINE.format(1), WORDS)
    again = read(body, Region(ids=("sist",)))
    assert [block.text for block in again.blocks] == [LINE.format(1)]


@pytest.mark.parametrize("filler", ["Mycket lång text utan slut. ", "<b>ord</b> "])
def test_characters_past_the_limit_are_told(filler: str) -> None:
    """The end of a page of millions of characters is told, though no path leads there."""
    article = read(f"<p>{LINE.format(0)}</p><p>{filler * (4_000_000 // len(filler))}</p>" + f"<p>{LINE.format(1)}</p>")
    parts = told(article, TOO_LONG)
    assert parts[-1].path == ""
    assert parts[-1].text.endswith(LINE.format(1))


def test_scripts_do_not_count_as_length() -> None:
    """Megabytes of script take no text away, so nothing is told."""
    article = read(f"<script>{'x = 1; ' * 800_000}</script><p>{LINE.format(0)} {LINE.format(1)}</p>")
    assert not told(article, TOO_LONG)


def test_parts_past_the_limit_are_counted() -> None:
    """Of very many hidden parts some are listed, and the words of the others are told in one line."""
    hidden = "".join(f"<div hidden>{LINE.format(n)}</div>" for n in range(PARTS + 20))
    article = read(f"<main><p>{LINE.format(0)} {LINE.format(1)}</p>{hidden}</main>")
    assert len(told(article, HIDDEN)) == PARTS
    assert [part.words for part in told(article, MANY)] == [20 * WORDS]


@pytest.mark.parametrize("depth", [100, 400, 800, 3000])
def test_inline_elements_may_be_nested_as_deep_as_they_like(depth: int) -> None:
    """Past a depth they count as one that is there already; the page is read, not given up."""
    article = read("<p>" + "<b><i>ord " * depth + LINE.format(1))
    assert LINE.format(1) in " ".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "element",
    [
        pytest.param(lambda name: f"<p {' '.join(f'{name}-{m}=x' for m in range(200))}>{{}}</p>", id="many attributes"),
        pytest.param(lambda name: f"<p class='{name * 10_000}'>{{}}</p>", id="a long class"),
        pytest.param(lambda name: f"<p>{f'{name} ' * 5000}</p><p>{{}}</p>", id="a long line"),
    ],
)
def test_what_elements_look_like_is_not_kept_for_ever_where_a_page_makes_much_of_it(
    element: Callable[[str], str],
) -> None:
    """A page whose elements have much to say of themselves leaves next to nothing behind for the pages after it."""

    def crowd(name: str) -> str:
        return "".join(element(f"{name}{n}").format(LINE.format(1)) for n in range(100))

    read(crowd("a"))
    tracemalloc.start()
    try:
        read(crowd("b"))
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000


def test_a_page_is_let_go_of_as_soon_as_it_is_read() -> None:
    """Nothing of it waits for the collector of cycles, which would look through a whole page to free it."""
    html = f"<h1>Bygglov</h1><p>{LINE.format(1)} <a href=/a>{LINE.format(2)}</a></p><p lang=en>{LINE.format(3)}</p>"
    gc.collect()
    gc.disable()
    try:
        read(html)
        assert not [each for each in gc.get_objects() if isinstance(each, Chunk | Outline)]
    finally:
        gc.enable()
