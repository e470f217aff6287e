#!/usr/bin/env python3
"""What of each saved page is read, lost or read without reason, as tables in Markdown.

    benchmarks/extraction_tables.py own                        tests/pages: a naive reading, a peer, ours
    benchmarks/extraction_tables.py news FOLDER BEFORE          news pages with their reference: an older tree, this one

Sentences are compared by their words alone. A title, a caption, a contact and a date line count as neither lost nor
extra, for peers leave them out on purpose. BEFORE is a checked-out older commit of this repository.
"""

import argparse
import contextlib
import gzip
import importlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import BeautifulSoup

from readerapp.errors import NoArticle, PageEmpty
from readerapp.extract import extract, to_text
from readerapp.model import Document

PAGES = Path(__file__).parent.parent / "tests" / "pages"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"\w+")
_FRAME = ("script", "style", "noscript", "template", "nav", "header", "footer", "title")
_ASIDE = ("caption", "image")
_ROLES = ("contact", "editor", "updated", "note")
_SHINGLE = 4


class Fault(NamedTuple):
    """Sentences that are lost, and that are read without reason."""

    missing: int
    extra: int

    def __str__(self) -> str:
        return f"{self.missing} / {self.extra}" if any(self) else "·"


def naive(html: str) -> str:
    """All text of the main part, or of the body, without what is plainly the frame."""
    soup = BeautifulSoup(html, "lxml")
    for part in soup(_FRAME):
        part.decompose()
    return str((soup.main or soup.body or soup).get_text("\n"))


def peer(html: str) -> str:
    """The text that trafilatura gives."""
    return importlib.import_module("trafilatura").extract(html, include_comments=False) or ""


def ours(html: str) -> str:
    """The text of the article's blocks."""
    then = datetime(2021, 6, 1, tzinfo=UTC)
    page = Document.of(html, "https://a.example/", then)
    with contextlib.suppress(NoArticle, PageEmpty):
        return "\n".join(block.text for block in extract(page).blocks)
    return ""


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as its words."""
    return [words for part in _SENTENCE.split(text) if (words := " ".join(_WORD.findall(part.casefold())))]


def fault(expected: Iterable[str], allowed: Iterable[str], read: str) -> Fault:
    """Compare a reading with what people expect of the page, and with what it may hold besides."""
    wanted = [s for text in expected for s in sentences(text)]
    may = f" {' '.join(_WORD.findall(' '.join(allowed).casefold()))} "
    whole = f" {' '.join(_WORD.findall(read.casefold()))} "
    extra = [s for s in sentences(read) if f" {s} " not in may]
    return Fault(sum(f" {s} " not in whole for s in wanted), len(extra))


def own_row(file: Path, readers: dict[str, Callable[[str], str]]) -> tuple[int, list[Fault]]:
    """The sentences that a page of our own is to give, and each reader's faults."""
    told = json.loads(file.read_text("utf-8"))
    html = file.with_suffix(".html").read_bytes().decode(told["charset"])
    blocks = [(head.split(), text) for head, _, text in (block.partition(":") for block in told.get("blocks", []))]
    body = [text for head, text in blocks if head[0] not in _ASIDE and not any(role in head for role in _ROLES)]
    allowed = [told.get("title", ""), *(text for _, text in blocks)]
    return sum(len(sentences(text)) for text in body), [fault(body, allowed, read(html)) for read in readers.values()]


def own() -> None:
    """Print the table of our own pages."""
    readers: dict[str, Callable[[str], str]] = {"naive": naive, "trafilatura": peer, "readerapp": ours}
    try:
        importlib.import_module("trafilatura")
    except ImportError:
        del readers["trafilatura"]
    print(f"| page | sentences | {' | '.join(readers)} |\n|---|---|{'---|' * len(readers)}")
    total, sums = 0, [Counter[str]() for _ in readers]
    for file in sorted(PAGES.glob("*.json")):
        count, faults = own_row(file, readers)
        total += count
        for kept, found in zip(sums, faults, strict=True):
            kept.update(missing=found.missing, extra=found.extra, clean=not any(found))
        print(f"| {file.stem} | {count} | {' | '.join(map(str, faults))} |")
    print(f"| **all** | {total} | {' | '.join(str(Fault(s['missing'], s['extra'])) for s in sums)} |")
    print(f"| **pages without fault** | | {' | '.join(str(s['clean']) for s in sums)} |")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Each four words that follow each other."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)) if words)


def score(truth: str, read: str) -> tuple[float, int, int]:
    """F1 of the shingles, and how many words are missing and extra."""
    wanted, found = shingles(truth), shingles(read)
    hit = (wanted & found).total()
    one, other = Counter(_WORD.findall(truth)), Counter(_WORD.findall(read))
    return 2 * hit / ((wanted.total() + found.total()) or 1), (one - other).total(), (other - one).total()


def before(tree: Path, folder: Path) -> dict[str, str]:
    """The texts that an older tree gives."""
    code = (
        "import gzip, json, pathlib, sys; from readerapp.extract import to_text\n"
        "folder = pathlib.Path(sys.argv[1]); urls = json.loads((folder / 'ground-truth.json').read_text())\n"
        "print(json.dumps({k: to_text(gzip.open(folder / f'{k}.html.gz', 'rt', encoding='utf-8').read(),"
        " urls[k].get('url') or '') for k in urls}))"
    )
    done = subprocess.run([sys.executable, "-c", code, folder.resolve()], cwd=tree, env={"PYTHONPATH": "."},
                          capture_output=True, text=True, check=True)  # fmt: skip
    texts: dict[str, str] = json.loads(done.stdout)
    return texts


def kind(missing: int, extra: int) -> str:
    """The faults of a page in a few words."""
    parts = [f"{count} words {name}" for count, name in ((missing, "missing"), (extra, "extra")) if count]
    return ", ".join(parts) or "·"


def news(folder: Path, tree: Path) -> None:
    """Print the table of the news pages."""
    truth: dict[str, Any] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    old = before(tree, folder)
    print("| page | F1 before | F1 after | wrong before | wrong after |\n|---|---|---|---|---|")
    for key in sorted(truth):
        html = gzip.decompress((folder / f"{key}.html.gz").read_bytes()).decode()
        body = truth[key]["articleBody"]
        was, now = score(body, old[key]), score(body, to_text(html, truth[key].get("url") or ""))
        print(f"| {key[:8]} | {was[0]:.2f} | {now[0]:.2f} | {kind(*was[1:])} | {kind(*now[1:])} |")


def main() -> None:
    """Print the table that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tables = asked.add_subparsers(required=True)
    tables.add_parser("own").set_defaults(work=lambda _: own())
    pages = tables.add_parser("news")
    pages.add_argument("folder", type=Path)
    pages.add_argument("before", type=Path)
    pages.set_defaults(work=lambda told: news(told.folder, told.before))
    told = asked.parse_args()
    told.work(told)


if __name__ == "__main__":
    main()
