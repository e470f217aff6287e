"""No page, however broken, deep, large or hostile, takes long, raises or loops."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import NoArticle, PageEmpty, ReaderError, RegionUnfit
from readerapp.extract import Region, SiteRules, extract, markdown
from readerapp.model import Article
from tests.extract.pages_form import page

ADDRESS = "https://www.example.se/sida"
SECONDS = 2.0
MEGABYTES = 500
SENTENCE = "Kommunen har beslutat att bygga en ny skola vid torget i vår. "
TAGS = (
    "p div span h1 h2 a b ul ol li table tr td th figure figcaption img br dl dt dd pre blockquote details summary "
    "script style title nav main article section button form svg template noscript x-chunk link meta base"
)

HOSTILE: dict[str, Callable[[], str]] = {
    "deep": lambda: f"<p>{SENTENCE * 3}</p>" + "<div>" * 100_000 + f"<p>{SENTENCE * 9}</p>" + "</div>" * 100_000,
    "deep inline": lambda: "<p>" + "<b>" * 100_000 + SENTENCE * 9,
    "deep lists": lambda: "<ul><li>" * 50_000 + SENTENCE * 9,
    "deep tables": lambda: "<table><tr><td>" * 30_000 + SENTENCE * 9,
    "ten megabytes of paragraphs": lambda: f"<p>{SENTENCE}</p>\n" * 150_000,
    "ten megabytes of text": lambda: SENTENCE * 160_000,
    "ten megabytes of script": lambda: f"<script>{'var a = [1, 2, 3];' * 580_000}</script><p>{SENTENCE * 3}</p>",
    "ten megabytes of cells": lambda: "<table>" + "<tr><td>ett<td>två" * 500_000,
    "ten megabytes of links": lambda: "<a href=/x>läs mer om det</a> " * 340_000,
    "ten megabytes of breaks": lambda: "text<br><br>" * 830_000,
    "a million attributes": lambda: "<p " + " ".join(f"a{i}=x" for i in range(1_000_000)) + f">{SENTENCE * 3}",
    "a million classes": lambda: f"<p class='{'nav-bar ' * 1_000_000}'>{SENTENCE * 3}",
    "a million ids": lambda: "".join(f"<i id=n{i}>x</i>" for i in range(300_000)) + SENTENCE * 3,
    "entity bomb": lambda: (
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
        + "".join(f"<!ENTITY {chr(98 + i)} '&{chr(97 + i)};&{chr(97 + i)};&{chr(97 + i)};'>" for i in range(20))
        + f"]><p>{'&u;' * 100} {SENTENCE * 3}</p>"
    ),
    "null bytes": lambda: f"<p>{SENTENCE}\0</p>" * 5 + "\0" * 100_000,
    "angle brackets": lambda: "<" * 5_000_000,
    "open comments": lambda: "<!--" * 1_000_000,
    "open quotes": lambda: '<p a="' * 1_000_000,
    "siblings": lambda: "<div>" + "<span>x</span>" * 400_000 + SENTENCE * 5,
    "hidden forms": lambda: "<div hidden id=a aria-controls=b>x</div>" * 100_000 + SENTENCE * 5,
    "headings": lambda: "<h2>Relaterade artiklar</h2>" * 100_000 + SENTENCE * 5,
    "linked data": lambda: "<script type='application/ld+json'>" + "[" * 100_000 + f"</script><p>{SENTENCE * 3}</p>",
    "surrogates": lambda: f"<p>\ud800 {SENTENCE * 3}\udfff</p>",
    "cdata": lambda: "<![<![CDATA[ " + SENTENCE * 3 + "]]>",
}


def outcome(html: str) -> Article | ReaderError:
    """The article, or the error that the visitor is told."""
    try:
        return extract(page(html, ADDRESS))
    except ReaderError as problem:
        return problem


def measure(name: str) -> None:
    """Print the seconds of computing that one page takes, and the most memory that this process ever had."""
    html = HOSTILE[name]()
    began = time.process_time()
    outcome(html)
    seconds = time.process_time() - began
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(seconds, int(peak.split()[1]) / 1024)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_is_bounded(name: str) -> None:
    """It ends in an article or an error for visitors, in two seconds of computing and half a gigabyte."""
    code = f"from test_extract_robust import measure; measure({name!r})"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    told = subprocess.run([sys.executable, "-c", code], env=paths, capture_output=True, text=True, check=True).stdout
    seconds, megabytes = map(float, told.split())
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES


@pytest.mark.parametrize(
    "name",
    [
        "deep",
        "deep inline",
        "deep lists",
        "deep tables",
        "null bytes",
        "a million attributes",
        "surrogates",
        "linked data",
        "entity bomb",
    ],
)
def test_hostile_page_is_still_read(name: str) -> None:
    """What is only broken keeps its words."""
    article = outcome(HOSTILE[name]())
    assert isinstance(article, Article)
    assert any(SENTENCE.strip() in block.text for block in article.blocks)


pieces = st.one_of(
    st.text(max_size=30),
    st.just(SENTENCE),
    st.sampled_from([f"<{tag}>" for tag in TAGS.split()] + [f"</{tag}>" for tag in TAGS.split()]),
    st.builds(
        lambda tag, name, value: f'<{tag} {name}="{value}">',
        st.sampled_from(TAGS.split()),
        st.sampled_from(
            [
                *"class id href src alt lang style hidden colspan".split(),
                *"start role data-lyssna itemprop rel hreflang content".split(),
            ]
        ),
        st.text(max_size=20),
    ),
    st.sampled_from(
        ["<!--", "-->", "<![CDATA[", "&nbsp;", "&#0;", "&#x110000;", "<", ">", "<![<", "\0", "\ufeff", "<p", "</"]
    ),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces, max_size=40).map("".join))
def test_any_text_gives_an_article_or_an_error(html: str) -> None:
    """Whatever the page, extract gives text in every block but empty cells, or raises a ReaderError."""
    found = outcome(html)
    if isinstance(found, Article):
        assert found.blocks
        assert all(block.language for block in found.blocks)
        assert all(block.text.strip() or block.path[-1].kind in ("cell", "header") for block in found.blocks)
        assert markdown(found)
        assert outcome(html) == found


@settings(max_examples=60)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_selector_gives_an_article_or_an_error(name: str, selector: str) -> None:
    """A region from a visitor's address cannot break the reader."""
    html = f"<main id=a class=b><p>{SENTENCE}</p></main>"
    with contextlib.suppress(NoArticle, RegionUnfit):
        extract(page(html, ADDRESS), region=Region(ids=(name,), classes=(name,), selectors=(selector,)))


@given(st.sampled_from(["alternate", "canonical"]), st.text(max_size=20), st.text(max_size=10))
def test_any_claim_is_survived(relation: str, href: str, language: str) -> None:
    """What a page claims of itself may be nonsense."""
    head = f'<link rel="{relation}" href="{href}" hreflang="{language}"><meta property="og:image" content="{href}">'
    assert isinstance(outcome(f"{head}<p>{SENTENCE * 3}"), Article)


def test_wrong_site_rule_is_told_at_once() -> None:
    """A selector that is not understood fails where the rules are made."""
    with pytest.raises(ValueError, match="p::before"):
        SiteRules(skip=("p::before",))


@pytest.mark.parametrize("html", ["", " \n", "<html></html>", "<p></p>", "<script>x</script>", "\0"])
def test_empty_page_is_told(html: str) -> None:
    """A page without text is empty, which is not the same as a page without an article."""
    with pytest.raises(PageEmpty):
        extract(page(html, ADDRESS))
