#!/usr/bin/env python3
"""What every rule that leaves text out is worth: the scores of sets of saved pages with it and without it.

    benchmarks/extraction_switches.py FOLDER [RULE ...]

FOLDER is as for `extraction_weights.py`. F1 is of words for sets that give the whole text, of strings where they name
what must and must not be read; then come the invented sites, each page read with what the ones before it taught:
pages right, strings lost; last our own small pages of public bodies, the share that is right. Prints how each figure
changes when one rule is off, in thousandths.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.extraction_weights import pages as saved
from benchmarks.invented_sites import INVENTED, Score, scored
from benchmarks.invented_sites import pages as invented
from readerapp.errors import ReaderError
from readerapp.extract import RULES, Switches, extracted
from readerapp.extract.render import text
from readerapp.model import Document
from tests.extract.everyday_pages import Everyday, everyday

WORD = re.compile(r"\w+")
STRINGS = "trafilatura"
"""The set that names strings."""
NOW = datetime(2026, 11, 1, tzinfo=UTC)
Row = dict[str, float]
Saved = list[tuple[str, str, str, dict[str, Any]]]


def read(html: str, address: str, switches: Switches) -> str:
    """What is read of a page, nothing where there is no article."""
    page = Document.of(html, address, NOW)
    try:
        return text(extracted(page, switches=switches)[0].blocks)
    except ReaderError:
        return ""


def words(truth: str, said: str) -> float:
    """F1 of words, as often as they stand there."""
    wanted, found = Counter(WORD.findall(truth.lower())), Counter(WORD.findall(said.lower()))
    both = 2 * sum((wanted & found).values())
    return both / total if (total := wanted.total() + found.total()) else 1.0


def row(pages: Saved, switches: Switches) -> Row:
    """The score of each set, of the invented sites and of our own small pages."""
    own = [_right(asked, read(asked.html, "https://www.example.se/sida", switches)) for asked in everyday()]
    named = scores(pages, lambda html, address: read(html, address, switches)) | sites(switches)
    return named | {"own right": sum(own) / len(own)}


def _right(asked: Everyday, said: str) -> bool:
    """Whether all that must be read of a page is, in its order, and nothing of its frame."""
    told, at = " ".join(said.split()), 0
    for part in asked.expect[1:]:  # the first is the headline
        if (at := told.find(part, at)) < 0:
            return False
    return not any(part in told for part in asked.never) and bool(told) != asked.nothing


def scores(pages: Saved, reader: Callable[[str, str], str]) -> Row:
    """The score of each set, as it is read."""
    f1: defaultdict[str, list[float]] = defaultdict(list)
    named: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, address, html, truth in pages:
        said = reader(html, address or "https://www.example.org/page")
        if name == STRINGS:
            said = " ".join(said.split())
            right, lost, stray = (sum(each) for each in zip((0, 0, 0), *_strings(truth, said), strict=True))
            for place, count in enumerate((right, lost, stray)):
                named[name][place] += count
        else:
            f1[name].append(words(truth["truth"], said))
    found = {name: sum(each) / len(each) for name, each in f1.items()}
    return found | {name: 2 * a / (2 * a + b + c) for name, (a, b, c) in named.items()}


def _strings(truth: dict[str, Any], said: str) -> Iterable[tuple[int, int, int]]:
    for wanted in truth["expect"]:
        there = " ".join(wanted.split()) in said
        yield int(there), int(not there), 0
    for unwanted in truth["never"]:
        yield 0, 0, int(" ".join(unwanted.split()) in said)


def sites(switches: Switches) -> Row:
    """Pages of invented sites that are read right, and strings that are lost, each as a share."""
    score, strings = Score(), 0
    for file in sorted(INVENTED.glob("*.toml")):
        for page, _, one in scored(invented(file), switches, witness=True):
            score, strings = score.plus(one), strings + len(page.expect)
    return {"sites right": score.right / score.pages, "sites lost": score.lost / strings}


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("rules", nargs="*", default=list(RULES))
    told = asked.parse_args()
    measure: Callable[[Switches], Row] = partial(row, list(saved(told.folder)))
    whole = measure(Switches())
    print("| rule | what it leaves out | " + " | ".join(whole) + " |\n|---|---|" + "---|" * len(whole))
    print("| all on | | " + " | ".join(f"{value:.4f}" for value in whole.values()) + " |")
    for name in told.rules:
        without = measure(Switches(frozenset((name,))))
        changes = " | ".join(f"{1000 * (without[of] - value):+.1f}" for of, value in whole.items())
        print(f"| `{name}` | {RULES[name]} | {changes} |", flush=True)


if __name__ == "__main__":
    main()
