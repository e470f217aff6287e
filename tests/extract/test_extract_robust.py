"""No page, however broken, deep, large or hostile, takes long, raises or loops."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import NoArticle, PageEmpty, ReaderError, RegionUnfit
from readerapp.extract import Region, SiteRules, extract, markdown
from readerapp.model import Article
from tests.extract.pages_form import page
from tests.growth import LINEAR, between, cost

ROOT = Path(__file__).parents[2]
ADDRESS = "https://www.example.se/sida"
CPU_SECONDS = 100
"""A child that spends more hangs."""
STEP = 16
"""So much larger is the whole page than the one it is compared with: more than any cache of the machine explains."""
FEW = 1000
"""So small a page costs nothing that could grow."""
MEGABYTES = 500
SENTENCE = "Kommunen har beslutat att bygga en ny skola vid torget i vår. "
TAGS = (
    "p div span h1 h2 a b ul ol li table tr td th figure figcaption img br dl dt dd pre blockquote details summary "
    "script style title nav main article section button form svg template noscript x-chunk link meta base"
)

HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "deep": (100_000, lambda n: f"<p>{SENTENCE * 3}</p>" + "<div>" * n + f"<p>{SENTENCE * 9}</p>" + "</div>" * n),
    "deep inline": (100_000, lambda n: "<p>" + "<b>" * n + SENTENCE * 9),
    "deep lists": (50_000, lambda n: "<ul><li>" * n + SENTENCE * 9),
    "deep tables": (30_000, lambda n: "<table><tr><td>" * n + SENTENCE * 9),
    "ten megabytes of paragraphs": (150_000, lambda n: f"<p>{SENTENCE}</p>\n" * n),
    "ten megabytes of text": (160_000, lambda n: SENTENCE * n),
    "ten megabytes of script": (580_000, lambda n: f"<script>{'var a = [1, 2, 3];' * n}</script><p>{SENTENCE * 3}</p>"),
    "ten megabytes of cells": (500_000, lambda n: "<table>" + "<tr><td>ett<td>två" * n),
    "ten megabytes of links": (340_000, lambda n: "<a href=/x>läs mer om det</a> " * n),
    "ten megabytes of breaks": (830_000, lambda n: "text<br><br>" * n),
    "a million attributes": (1_000_000, lambda n: "<p " + " ".join(f"a{i}=x" for i in range(n)) + f">{SENTENCE * 3}"),
    "a million classes": (1_000_000, lambda n: f"<p class='{'nav-bar ' * n}'>{SENTENCE * 3}"),
    "a million ids": (300_000, lambda n: "".join(f"<i id=n{i}>x</i>" for i in range(n)) + SENTENCE * 3),
    "entity bomb": (
        20,
        lambda n: (
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
            + "".join(f"<!ENTITY {chr(98 + i)} '&{chr(97 + i)};&{chr(97 + i)};&{chr(97 + i)};'>" for i in range(n))
            + f"]><p>{f'&{chr(97 + n)};' * 100} {SENTENCE * 3}</p>"
        ),
    ),
    "null bytes": (100_000, lambda n: f"<p>{SENTENCE}\0</p>" * 5 + "\0" * n),
    "angle brackets": (5_000_000, lambda n: "<" * n),
    "open comments": (1_000_000, lambda n: "<!--" * n),
    "open quotes": (1_000_000, lambda n: '<p a="' * n),
    "siblings": (400_000, lambda n: "<div>" + "<span>x</span>" * n + SENTENCE * 5),
    "noscripts in each other": (300_000, lambda n: "<noscript>" * n + f"<p>{SENTENCE * 9}"),
    "hidden forms": (100_000, lambda n: "<div hidden id=a aria-controls=b>x</div>" * n + SENTENCE * 5),
    "links to nowhere": (100_000, lambda n: f"<p>{SENTENCE * 5}</p><div>" + "<a href=#>x</a>" * n),
    "answers to nowhere": (50_000, lambda n: f"<p>{SENTENCE * 5}</p>" + "<b><a href=#>x</a></b><div>y" * n),
    "cells of links": (
        30_000,
        lambda n: f"<table><tr><td>{SENTENCE * 5}</td>" + "<td><a href=a>x</a><a href=b>y</a><a href=c>z</a></td>" * n,
    ),
    "names of contents": (
        20_000,
        lambda n: f"<p>{SENTENCE * 5}</p>" + "<div><b>x</b><p><a href=#a>y</a></p></div>" * n,
    ),
    "headings": (100_000, lambda n: "<h2>Relaterade artiklar</h2>" * n + SENTENCE * 5),
    "places that wait": (50_000, lambda n: "<div aria-busy=true>" * n + f"<p>{SENTENCE * 9}"),
    "feet with notes": (50_000, lambda n: "<article><footer><ul><li id=a><i>x</i>" * n + f"<p>{SENTENCE * 9}"),
    "lists of contents": (
        40_000,
        lambda n: f"<p>{SENTENCE}</p>" + "<div><p>Om</p><ul><li><a href=#a>A</a><li><a href=#b>B</a></ul></div>" * n,
    ),
    "linked data": (
        100_000,
        lambda n: "<script type='application/ld+json'>" + "[" * n + f"</script><p>{SENTENCE * 3}</p>",
    ),
    "surrogates": (3, lambda n: f"<p>\ud800 {SENTENCE * n}\udfff</p>"),
    "cdata": (3, lambda n: "<![<![CDATA[ " + SENTENCE * n + "]]>"),
}
"""What a page is made of, and how many of it are as much as a page may weigh."""


def hostile(name: str) -> str:
    """The page in its full size."""
    size, build = HOSTILE[name]
    return build(size)


def outcome(html: str) -> Article | ReaderError:
    """The article, or the error that the visitor is told."""
    try:
        return extract(page(html, ADDRESS))
    except ReaderError as problem:
        return problem


def measure(name: str, part: int) -> None:
    """Print how the cost of such a page grows up to a part of its size, and the most megabytes this process had."""
    size, build = HOSTILE[name]
    size //= part if size > FEW else 1
    size -= size % STEP if size > FEW else 0
    pages = {size: build(size), size // STEP: build(size // STEP)}
    grown = (
        between(partial(cost, lambda n: outcome(pages[n])), size // STEP, size)
        if size > FEW
        else 1.0
        if outcome(pages[size])
        else 0.0
    )
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(grown, int(peak.split()[1]) / 1024)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("part", [8, pytest.param(1, marks=pytest.mark.proof)], ids=["an eighth", "whole"])
def test_hostile_page_is_bounded(name: str, part: int) -> None:
    """It ends in an article or an error for visitors, at a cost that grows no faster than it, in half a gigabyte."""
    code = f"from tests.extract.test_extract_robust import measure; measure({name!r}, {part})"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({CPU_SECONDS}, {CPU_SECONDS})); {code}"
    command = [sys.executable, "-c", limited]
    told = subprocess.run(command, cwd=ROOT, env=paths, capture_output=True, text=True, check=True).stdout
    grown, megabytes = map(float, told.split())
    assert grown < LINEAR
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
    article = outcome(hostile(name))
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


@pytest.mark.parametrize("tag", ["x-chunk", "a chunk", "chunk"])
def test_a_page_may_name_its_elements_as_it_likes(tag: str) -> None:
    """An element that is called as one of ours, and says its language, is read as any other."""
    article = outcome(f"<p>Det regnade.</p><p>{SENTENCE} <{tag} lang='ru'>{SENTENCE}</{tag}></p>")
    assert isinstance(article, Article)


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
    """What a page claims of itself may be nonsense; a quotation mark alone would take the text into it."""
    href, language = escape(href), escape(language)
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
