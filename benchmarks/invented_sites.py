#!/usr/bin/env python3
"""What the other pages of a site are worth as a witness, on sites that were invented for it.

    benchmarks/invented_sites.py [--write FOLDER] [--wrong] [--site NAME]

Each file of `benchmarks/invented/` is a site: a template written by hand after the habits of one kind of system, and
pages with their text. A page is right where all of its text is read (and what the site says again in its texts, an
instruction or a card) and nothing of the frame. The pages of a site are read in order, each with what the ones before
it taught: alone, with the witness, and both again with every list of words switched off.
"""

import argparse
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from readerapp.errors import NoArticle, PageEmpty
from readerapp.extract import Switches, extracted
from readerapp.model import Document
from readerapp.sites import Site, page_name, shared, taught

INVENTED = Path(__file__).with_name("invented")
WORDLESS = Switches(frozenset(("names", "wording", "likelihood")))
WAYS = (
    ("alone", Switches(), False),
    ("with the site", Switches(), True),
    ("no words", WORDLESS, False),
    ("no words, site", WORDLESS, True),
)
NOW = datetime(2026, 11, 1, tzinfo=UTC)


class Invented(NamedTuple):
    """A page, and what is to be read of it."""

    address: str
    html: str
    expect: list[str]
    never: list[str]


class Score(NamedTuple):
    """How pages were read: whole and alone, what was lost, what was read too much."""

    pages: int = 0
    right: int = 0
    lost: int = 0
    stray: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


def pages(file: Path) -> list[Invented]:
    """The pages of a site."""
    site = tomllib.loads(file.read_text("utf-8"))
    return [_page(site, page) for page in site["pages"]]


def _page(site: dict[str, Any], page: dict[str, Any]) -> Invented:
    parts = {name: "\n".join(_block(site, line) for line in page.get(name, [])) for name in ("text", "more")}
    filled = site["template"]
    for name, value in {"title": page["title"], "body": parts["text"], "more": parts["more"]}.items():
        filled = filled.replace(f"{{{name}}}", value)
    expect = [line for line in (*page["text"], *page.get("more", [])) if not line.startswith("<")]
    return Invented(
        site["address"].replace("{path}", page["path"]), filled, [*expect, *site.get("keep", [])], site["frame"]
    )


def _block(site: dict[str, Any], line: str) -> str:
    return line if line.startswith("<") else site.get("block", "<p>{text}</p>").replace("{text}", escape(line))


def read(page: Invented, known: frozenset[int], switches: Switches) -> tuple[str, tuple[int, ...]]:
    """The article's text, and the traces that the page leaves."""
    whole = Document.of(page.html, page.address, NOW)
    try:
        article, traces = extracted(whole, site=known, switches=switches)
    except (NoArticle, PageEmpty):
        return "", ()
    return "\n".join(block.text for block in article.blocks), traces


def scored(found: list[Invented], switches: Switches, *, witness: bool) -> Iterator[tuple[Invented, str, Score]]:
    """Every page with its text and its score."""
    site = Site()
    for page in found:
        name = page_name(page.address)
        said, traces = read(page, shared(site, name, 0) if witness else frozenset(), switches)
        site = taught(site, name, traces, 0)
        lost = sum(line not in said for line in page.expect)
        stray = sum(line in said for line in page.never)
        yield page, said, Score(1, int(not lost and not stray), lost, stray)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--write", type=Path, metavar="FOLDER", help="also write the pages, to look at them")
    asked.add_argument("--wrong", action="store_true", help="print what is lost and what is read too much")
    asked.add_argument("--site", default="*")
    told = asked.parse_args()
    files = sorted(INVENTED.glob(f"{told.site}.toml"))
    print("| site | pages | " + " | ".join(name for name, _, _ in WAYS) + " |\n|---|---|" + "---|" * len(WAYS))
    sums = [Score() for _ in WAYS]
    for file in files:
        found = pages(file)
        if told.write:
            _write(told.write / file.stem, found)
        cells = []
        for i, (name, switches, witness) in enumerate(WAYS):
            score = Score()
            for page, said, one in scored(found, switches, witness=witness):
                score = score.plus(one)
                if told.wrong and (one.lost or one.stray):
                    _tell(name, page, said)
            sums[i] = sums[i].plus(score)
            cells.append(f"{score.right}, {score.lost} lost, {score.stray} stray")
        print(f"| {file.stem} | {len(found)} | " + " | ".join(cells) + " |")
    print(
        f"| all | {sums[0].pages} | "
        + " | ".join(f"**{s.right}**, {s.lost} lost, {s.stray} stray" for s in sums)
        + " |"
    )


def _tell(way: str, page: Invented, said: str) -> None:
    for line in page.expect:
        if line not in said:
            print(f"  {way}: {page.address} loses {line}")
    for line in page.never:
        if line in said:
            print(f"  {way}: {page.address} reads {line}")


def _write(folder: Path, found: list[Invented]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(found):
        (folder / f"{number:02}.html").write_text(page.html, "utf-8")


if __name__ == "__main__":
    main()
