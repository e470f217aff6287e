"""A site's wishes are understood as RFC 9309 has them."""

import pytest

from readerapp.sites import addresses, robots, spread
from tests.growth import LINEAR, exponent

WISHES = """\ufeff# ours
User-agent: otherbot
Disallow: /

User-agent: *
User-Agent: hers
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /*?print=
Disallow: /%C3%A5r/
Crawl-delay: 2.5
Sitemap: https://a.se/karta.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf.html", True),
        ("/x?print=1", False),
        ("/x?p=1", True),
        ("/år/2026", False),
        ("/%c3%a5r/2026", False),
    ],
)
def test_the_longest_rule_decides(path: str, allowed: bool) -> None:  # noqa: FBT001 - a column of the table
    """Stars, ends and percent signs mean what they mean, and an exception is one."""
    assert robots(WISHES).allow(f"https://a.se{path}") is allowed


def test_what_is_said_to_us_by_name_counts_alone() -> None:
    """A group of our own stands instead of the one for everybody; without any, everything may be read."""
    assert robots("User-agent: *\nDisallow: /\n\nUser-agent: Readerapp\nDisallow: /x").allow("https://a.se/y")
    assert robots("").allow("https://a.se/y")
    assert not robots("User-agent: *\nDisallow: /").allow("https://a.se/y")
    assert robots("<html>Disallow: /</html>").allow("https://a.se/y"), "no group, no rule"


def test_pauses_and_sitemaps_are_found() -> None:
    """Both stand in the same file."""
    assert robots(WISHES).pause == 2.5
    assert robots(WISHES).sitemaps == ("https://a.se/karta.xml",)


def test_hostile_rules_cost_no_more_than_their_length() -> None:
    """Stars are not tried against each other."""

    def work(size: int) -> None:
        rules = robots(f"User-agent: *\nDisallow: /{'*a' * size}b")
        rules.allow(f"https://a.se/{'a' * size}")

    assert exponent(work, 4000) < LINEAR


def test_sitemaps_are_read_without_trust() -> None:
    """Addresses are found in lists and in lists of lists, whatever the prefix of the elements."""
    listed, is_index = addresses("<urlset><url><loc> https://a.se/x?a=1&amp;b=2 </loc></url></urlset>")
    assert (listed, is_index) == (["https://a.se/x?a=1&b=2"], False)
    assert addresses("<x:sitemapindex><x:sitemap><x:loc>https://a.se/1.xml</x:loc></x:sitemap></x:sitemapindex>") == (
        ["https://a.se/1.xml"],
        True,
    )
    assert addresses("<html>nothing") == ([], False)


def test_pages_are_taken_from_all_of_a_list() -> None:
    """Of many pages some from every part are taken; of few, all."""
    assert spread(["a", "b"], 3) == ["a", "b"]
    assert spread([str(n) for n in range(100)], 4) == ["0", "25", "50", "75"]
