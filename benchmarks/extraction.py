#!/usr/bin/env python3
"""Where the time of extraction goes, stage by stage, over a folder of saved pages (.html or .html.gz).

    benchmarks/extraction.py [FOLDER] [--rounds 3] [--profile 20] [--beside]

Milliseconds of CPU time a page, the median over the rounds; a page is new in every round for all but the
caches of class names and words. The last stages are for showing: the way back into the live page, what the page says
of itself, what was left out.

With --beside, the whole (`extract` of a fetched page, as the product runs it: language, locators, metadata and what
was left out too) and what is spoken (`to_text`) take turns, page by page, with BeautifulSoup's tree of the page, which
is where others begin, and with trafilatura, where that is installed. Without a folder, that is done with our own
pages, small ones that are nearly all text; exits with 1 where the whole costs more than twice that tree.
"""

import argparse
import cProfile
import gzip
import importlib
import pstats
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from readerapp import COMPILED
from readerapp.errors import NoArticle, ReaderError
from readerapp.extract import extract, to_text
from readerapp.extract.html.about import about
from readerapp.extract.html.article import chosen, outlined
from readerapp.extract.html.claims import declared_language, more_claims, properties
from readerapp.extract.html.heads import Heads
from readerapp.extract.html.leftovers import leftovers
from readerapp.extract.html.locators import Paths, locators
from readerapp.extract.html.markup import soup
from readerapp.extract.html.metadata import metadata
from readerapp.extract.html.parse import parse
from readerapp.extract.html.reading import blocks
from readerapp.extract.language import article_language, block_language
from readerapp.model import Document

ADDRESS = "https://www.example.org/page"
OWN = Path(__file__).parents[1] / "tests/pages"
WHOLE = "extract(page): the whole"
TREE = "BeautifulSoup's tree"
DEAREST = 2
"""How many trees the whole may cost on our own pages."""
Spent = dict[str, float]


def load(folder: Path) -> list[str]:
    """Every page of the folder as text."""
    pages = [gzip.decompress(p.read_bytes()).decode() for p in sorted(folder.glob("*.html.gz"))]
    return pages + [p.read_bytes().decode("utf-8", "replace") for p in sorted(folder.glob("*.html"))]


def timed(spent: Spent, stage: str, work: Callable[..., Any], *given: Any) -> Any:
    """Do a stage's work and add its time."""
    began = time.process_time()
    try:
        return work(*given)
    finally:
        spent[stage] = spent.get(stage, 0.0) + time.process_time() - began


def one(html: str, spent: Spent) -> None:
    """Take one page through the stages."""
    root = timed(spent, "parse (lxml)", parse, html)
    heads = timed(spent, "head", Heads, root)
    page = timed(spent, "head", about, heads, ADDRESS)
    said = page.claims
    out = timed(spent, "walk", outlined, page)
    out.published = said.article
    forms = timed(spent, "title", page.forms)
    try:
        choice = timed(spent, "choose and clean", chosen, out, None, forms, {})
    except NoArticle:
        return
    tree = timed(spent, "tree (BeautifulSoup)", soup, out, choice.kept)
    drafts = timed(spent, "read it", blocks, tree, ADDRESS)
    timed(spent, "language", languages, heads, [block.text for block in drafts])
    paths = timed(spent, "locators", Paths, root)
    timed(spent, "locators", locators, out, choice.kept, paths)
    timed(spent, "metadata", more_claims, heads, said, properties(root))
    timed(spent, "metadata", metadata, said, (), [], ADDRESS)
    timed(spent, "what was left out", leftovers, out, choice, paths)


def languages(heads: Heads, texts: list[str]) -> list[str]:
    """The language of each block, and first that of the article."""
    language = article_language(declared_language(heads, None), texts)
    return [block_language(text, language) for text in texts]


def _all(pages: list[str]) -> None:
    for html in pages:
        one(html, {})


def whole(document: Document) -> None:
    """The page as the product reads it: language, locators, metadata, what was left out."""
    with suppress(ReaderError):
        extract(document)


def beside(pages: list[str], rounds: int) -> bool:
    """Let the systems take turns page by page, so that a busy machine slows all alike; print how they compare.

    Whether the whole costs no more than it may.
    """
    systems: dict[str, Callable[[Document], Any]] = {
        WHOLE: whole,
        "to_text: what is spoken": lambda document: to_text(document.text, ADDRESS),
        TREE: lambda document: BeautifulSoup(document.text, "lxml"),
    }
    if find_spec("trafilatura"):
        peer = importlib.import_module("trafilatura").extract
        systems["trafilatura"] = lambda document: peer(document.text, url=ADDRESS, include_comments=False)
    taken: list[Spent] = []
    order = list(systems)
    for _ in range(rounds):
        taken.append({})
        for html in pages:
            order = order[1:] + order[:1]
            for name in order:
                timed(taken[-1], name, systems[name], Document.of(html, ADDRESS))
    cost = {name: statistics.median(spent[name] for spent in taken) for name in systems}
    for name, spent in cost.items():
        ratios = (f"{cost[peer] / spent:>8.2f} x {peer}" for peer in (TREE, "trafilatura") if peer in cost)
        print(f"{name:<26}{spent / len(pages) * 1000:>8.2f} ms", *ratios)
    return cost[WHOLE] <= DEAREST * cost[TREE]


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path, nargs="?")
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--profile", type=int, default=0, metavar="LINES", help="also the dearest functions")
    asked.add_argument("--beside", action="store_true", help="take turns with trafilatura")
    told = asked.parse_args()
    print("compiled" if COMPILED.found else "as it is written: not compiled since it was changed, or no C compiler")
    pages = load(told.folder or OWN)
    if told.beside or told.folder is None:
        if not beside(pages, told.rounds) and told.folder is None:
            sys.exit(
                f"the whole costs more than {DEAREST} times a tree by BeautifulSoup: look at the stages with a FOLDER"
            )
        return
    rounds: list[Spent] = []
    for _ in range(told.rounds):
        rounds.append({})
        for html in pages:
            one(html, rounds[-1])
    total = 0.0
    for stage in rounds[0]:
        cost = statistics.median(spent[stage] for spent in rounds) / len(pages) * 1000
        total += cost
        print(f"{stage:<26}{cost:>8.2f} ms")
    print(f"{'all':<26}{total:>8.2f} ms, {1000 / total:.0f} pages a CPU second, {len(pages)} pages")
    if told.profile:
        profile = cProfile.Profile()
        profile.runcall(_all, pages)
        pstats.Stats(profile).sort_stats("tottime").print_stats(told.profile)


if __name__ == "__main__":
    main()
