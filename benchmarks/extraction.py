#!/usr/bin/env python3
"""Where the time of extraction goes, stage by stage, over a folder of saved pages (.html or .html.gz).

    benchmarks/extraction.py FOLDER [--rounds 3] [--profile 20]

Milliseconds of CPU time a page, the median over the rounds; a page is new in every round for all but the
caches of class names, which hold 4096 each.
"""

import argparse
import cProfile
import gzip
import pstats
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from readerapp.errors import NoArticle
from readerapp.extract.html.article import chosen, outlined
from readerapp.extract.html.claims import claims
from readerapp.extract.html.markup import markup
from readerapp.extract.html.parse import parse
from readerapp.extract.html.reading import blocks
from readerapp.extract.html.titles import title, title_forms

ADDRESS = "https://www.example.org/page"
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
    out = timed(spent, "walk", outlined, root, ADDRESS)
    said = timed(spent, "meta elements", claims, root)
    forms = timed(spent, "title", lambda: title_forms(title(root, said, ADDRESS), root, said))
    try:
        choice = timed(spent, "choose and clean", chosen, out, None, forms, {})
    except NoArticle:
        return
    written = timed(spent, "write clean markup", markup, out, choice.kept)
    timed(spent, "read it (BeautifulSoup)", blocks, written, ADDRESS)


def _all(pages: list[str]) -> None:
    for html in pages:
        one(html, {})


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--profile", type=int, default=0, metavar="LINES", help="also the dearest functions")
    told = asked.parse_args()
    pages = load(told.folder)
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
