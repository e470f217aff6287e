#!/usr/bin/env python3
"""How articles are read with weights that were learnt from other pages: from three quarters, tried on the fourth.

    benchmarks/extraction_folds.py FOLDER [MODULE.NAME=VALUE ...]

FOLDER is as for `extraction_weights.py`, which says what else is needed. Prints the score of each set over the four
quarters, and for each number of a module of `readerapp/extract/html` how the scores change, in thousandths, where it
has another value: `witnesses.LINKED=0.5`. A number that every set depends on is a knife's edge and no rule.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from zlib import crc32

from benchmarks.extraction_switches import Row, Saved, scores
from benchmarks.extraction_switches import read as read_page
from benchmarks.extraction_weights import Lesson
from benchmarks.extraction_weights import pages as saved
from readerapp.extract import Switches
from readerapp.extract.html import likelihood

FOLDS = 4
_ROOM = "readerapp.extract.html"


def tried(pages: Saved, tables: list[Any]) -> Row:
    """The score of each set, each page being read with the weights of the other quarters."""
    now = -1

    def read(html: str, address: str) -> str:
        nonlocal now
        fold = crc32(html.encode()) % FOLDS
        if fold != now:
            now = fold
            likelihood.columns.cache_clear()
            likelihood.weights = lambda: tables[fold]  # type: ignore[assignment]
        return read_page(html, address, Switches())

    return scores(sorted(pages, key=lambda page: crc32(page[2].encode()) % FOLDS), read)


def holders(module: str, name: str) -> list[ModuleType]:
    """The modules that know a number: its own, and those that have it from there."""
    own = import_module(f"{_ROOM}.{module}")
    rest = (other for key, other in sys.modules.items() if key.startswith(_ROOM) and name not in other.__annotations__)
    return [own, *(other for other in rest if getattr(other, name, None) is getattr(own, name))]


def main() -> None:
    """Learn, read, change a number, read again."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("changes", nargs="*")
    told = asked.parse_args()
    pages, lesson = list(saved(told.folder)), Lesson(told.folder)
    tables = [lesson.table(lesson.model(lesson.page % FOLDS != fold)) for fold in range(FOLDS)]
    whole = tried(pages, tables)
    print("as it is", *(f"{name} {value:.4f}" for name, value in whole.items()), flush=True)
    for change in told.changes:
        place, value = change.split("=")
        module, name = place.split(".")
        modules, before = holders(module, name), getattr(import_module(f"{_ROOM}.{module}"), name)
        for one in modules:
            setattr(one, name, type(before)(value))
        other = tried(pages, tables)
        for one in modules:
            setattr(one, name, before)
        print(change, *(f"{of} {1000 * (other[of] - worth):+.1f}" for of, worth in whole.items()), flush=True)


if __name__ == "__main__":
    main()
