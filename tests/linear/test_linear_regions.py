"""What a visitor asks for by `region`, `readid` and `readclass` is bounded, and found in one look over the page."""

import pytest
from lxml import etree

from readerapp.errors import RegionTooLarge, RegionUnfit
from readerapp.extract import named
from readerapp.extract.html.selecting import select
from tests.growth import STEEPEST, seconds, steepness


@pytest.mark.parametrize(
    "asked",
    [
        ",".join(["p"] * 600),
        " ".join(["*"] * 60),
        "[class]" * 600,
        " > ".join(["p"] * 300),
        "#a" * 200,
        "p" * 5000,
        ".a" * 51,
    ],
)
def test_a_selector_that_asks_for_too_much_is_refused(asked: str) -> None:
    """Before the page is even fetched, with an error of its own."""
    with pytest.raises(RegionTooLarge):
        named("", "", asked)


@pytest.mark.parametrize("names", [("n," * 3000, ""), ("", ",".join(f"n{n}" for n in range(51)))])
def test_a_list_of_too_many_names_is_refused(names: tuple[str, str]) -> None:
    """It was cut in silence before; a visitor who named a part wants it."""
    with pytest.raises(RegionTooLarge):
        named(*names)


@pytest.mark.parametrize("asked", ["p::before", "p >", "[x", ")"])
def test_a_selector_that_is_not_understood_is_told_so(asked: str) -> None:
    """Not as a page without an article."""
    with pytest.raises(RegionUnfit) as told:
        named("", "", asked)
    assert asked in str(told.value)


def test_the_longest_path_that_the_product_writes_itself_is_taken() -> None:
    """A path to an element eighty deep is no attack."""
    path = " > ".join(["#main", *(f"div:nth-of-type({n})" for n in range(1, 80))])
    assert named("", "", path)


@pytest.mark.parametrize(
    "asked",
    ["p:nth-of-type(4999)", "* * * *", " > ".join(["*"] * 100), ",".join(["b:nth-of-type(2)"] * 20), "div " * 20 + "p"],
)
@pytest.mark.parametrize("page", ["<p class=a lang=sv>x<b>y</b>", "<div>" * 20 + "<p>x<b>y</b><p>z" + "</div>" * 20])
def test_finding_a_part_grows_with_the_page(asked: str, page: str) -> None:
    """Whatever may be asked for, of many siblings as of nesting (how deep a tree may be, the parser bounds)."""
    assert named("", "", asked)
    roots = {}

    def cost(size: int) -> float:
        if size not in roots:
            roots[size] = etree.HTML("<body>" + page * size, etree.HTMLParser(huge_tree=True))
        return seconds(lambda: select(roots[size], (asked,)))

    assert steepness(cost, 40) <= STEEPEST
