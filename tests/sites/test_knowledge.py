"""What is known of a site: bounded, of an age, and not to be had by one page alone."""

import pytest

from readerapp.sites import Site, page_name, shared, taught
from readerapp.sites.knowledge import DAYS, PAGES, TRACES


def site(*pages: tuple[str, list[int]], day: int = 100) -> Site:
    known = Site("a.se")
    for name, traces in pages:
        known = taught(known, name, traces, day)
    return known


def test_the_second_page_knows_what_the_first_has_too() -> None:
    """Of two pages, each is told what the other says as well; a page never speaks against itself."""
    known = site(("/one", [1, 2, 3]))
    assert shared(known, "/two", 100) == {1, 2, 3}
    assert shared(known, "/one", 100) == frozenset()


def test_a_trace_counts_once_a_page() -> None:
    """However often a page repeats a line, and however often it is read, it is one page."""
    known = site(("/a", [7, 7, 7, 7]), ("/a", [7]), ("/b", [8]), ("/c", [9]))
    assert len(known.pages) == 3
    assert shared(known, "/d", 100) == frozenset()


def test_one_page_of_many_proves_nothing() -> None:
    """A page that copies what others say does not have it taken for frame where several pages are known."""
    honest = [("/one", [1, 50]), ("/two", [1, 51]), ("/three", [1, 52])]
    known = site(*honest, ("/hostile", [1, 50, 51, 52, 60]))
    for name, own in (("/one", 50), ("/two", 51), ("/three", 52)):
        assert 1 in shared(known, name, 100)
        assert own not in shared(known, name, 100)


def test_a_site_forgets() -> None:
    """Pages that were read long ago, or are of the future, say nothing; the others are bounded in number and length."""
    known = site(("/old", [1]), day=100)
    assert shared(known, "/new", 100 + DAYS) == {1}
    assert shared(known, "/new", 101 + DAYS) == frozenset()
    assert shared(known, "/new", 99) == frozenset()
    many = site(*((f"/{number}", list(range(5 * TRACES))) for number in range(3 * PAGES)))
    assert len(many.pages) == PAGES
    assert {len(page.traces) for page in many.pages} == {TRACES}
    assert many.pages[-1].name == f"/{3 * PAGES - 1}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.se/x", "https://a.se/x/"),
        ("https://a.se/x", "https://a.se/x#kontakt"),
        ("https://a.se/x", "https://a.se/x?utm_source=brev&sort=namn"),
        ("https://a.se/x?id=7", "https://a.se/x?session=abc&id=7"),
        ("https://a.se/x", "https://a.se/x;jsessionid=A1B2"),
        ("https://a.se/x", "https://a.se/x?sid=9f8e7d"),
        ("https://a.se", "https://a.se/"),
    ],
)
def test_addresses_of_one_page(one: str, other: str) -> None:
    """Fragments and what is asked for beside a page's name make no other page of it."""
    assert page_name(one) == page_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.se/x", "https://a.se/y"),
        ("https://a.se/index.php?id=7", "https://a.se/index.php?id=8"),
        ("https://a.se/?p=12", "https://a.se/?p=13"),
        ("https://a.se/x.aspx?PageId=4", "https://a.se/x.aspx?PageId=5"),
    ],
)
def test_addresses_of_two_pages(one: str, other: str) -> None:
    """Paths tell pages apart, and the numbers by which old systems do."""
    assert page_name(one) != page_name(other)


def test_what_is_no_address_names_nothing() -> None:
    """A malformed address is one page, whatever it is."""
    assert page_name("https://[") == page_name("https://[/x") == ""
