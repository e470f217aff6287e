"""How much of what public pages write is read right, by the kind of page, for sentences that are kept in the tests.

    python -m benchmarks.public_pages [--language sv] [--path FOLDER] [--misread]

`tests/speech/<language>/public_pages.tsv` holds lines as the authors of such pages write them, set down with what a
native would say before they were run: `## page`, then what is written, a tab, what is said. `{a|b}` are ways that are
alike right within a reading, `||` stands between whole readings; what is known to be misread says so at its end. A
third by a hash was put aside unseen while the rules were mended with the others; docs/languages.md tells what it was
then. `--path` reads with another checkout, so that what an older commit read can be told from the same lines;
`--misread` prints what is misread.

Punctuation, capitals, and how number words are put together make no difference to a listener, and none here.
"""

import argparse
import hashlib
import importlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("sv", "ru")
_CHOICE: Final = re.compile(r"\{([^{}]*)\}")
_SIGNS: Final = re.compile(r"[^\w%§€$£№°&@=*#′″²³‰]+")
_UNREAD: Final = re.compile(r"[*#°′″²³‰§%€\d]|[^\W\d_][.:;/](?=[a-zåäöа-яё]{2})")
_ONES: Final = (
    "noll ett en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton "
    "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen"
).split()
_ONE: Final = "|".join(sorted(_ONES, key=len, reverse=True))
_NUMERAL: Final = re.compile(rf"\b(?:{_ONE})+\b")
_A_HUNDRED: Final = re.compile(r"\bett (?=hundra\b|tusen\b)")
_COMMON: Final = re.compile(r"(?<=tio )en\b|(?<=jugo )en\b|(?<=hundra )en\b|\ben(?= komma\b)")
"""Where "en" and "ett" are both heard: "trettioen", "en komma två"."""
_A_THOUSAND: Final = re.compile(r"\bодна (?=тысяч)|\bодин (?=миллион|миллиард)|(?<=цел..) и(?= )")


class Line(NamedTuple):
    """A line of a page, its kind of page, and all that is right to say."""

    page: str
    written: str
    right: frozenset[str]
    misread: bool
    """Whether it is known to be misread; a test holds the marks true."""

    @property
    def aside(self) -> bool:
        """Whether it is of the third that the rules were not mended with."""
        return hashlib.sha256(self.written.encode()).digest()[0] % 3 == 0


def heard(text: str, language: str) -> str:
    """What a listener can tell apart."""
    plain = " ".join(_SIGNS.sub(" ", unicodedata.normalize("NFC", text).casefold().replace("ё", "е")).split())
    if language == "ru":
        return _A_THOUSAND.sub("", plain)
    plain = plain.replace("etttusen", "ettusen").replace("ettusen", "etttusen")
    apart = _NUMERAL.sub(lambda numeral: " ".join(re.findall(_ONE, numeral[0])), plain)
    return _COMMON.sub("ett", _A_HUNDRED.sub("", apart))


def readings(spoken: str) -> Iterator[str]:
    """Every way of a reading in which ways are told: "{two|a pair of} things"."""
    for reading in spoken.split("||"):
        pieces = _CHOICE.split(reading)
        for choice in product(*(piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces))):
            yield "".join(choice)


def lines(language: str, path: Path | None = None) -> Iterator[Line]:
    """All lines of a language's file."""
    path = path or ROOT / "tests" / "speech" / language / "public_pages.tsv"
    page = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            page = line[3:]
        elif line:
            written, spoken, *marks = line.split("\t")
            ways = frozenset(heard(way, language) for way in readings(spoken))
            yield Line(page, written, ways, marks == ["misread"])


def is_right(line: Line, said: str, language: str) -> bool:
    """Whether a line is said in one of the right ways, and no sign of it is left to the voice."""
    return heard(said, language) in line.right and not _UNREAD.search(said)


def told(language: str, normalize: Callable[[str, str], str]) -> list[tuple[Line, str, bool]]:
    """Each line, what is said for it, and whether that is right."""
    said = ((line, normalize(line.written, language)) for line in lines(language))
    return [(line, saying, is_right(line, saying, language)) for line, saying in said]


def _share(right: int, everything: int) -> str:
    return f"{right:4} of {everything:4} ({right / everything:.1%})" if everything else "   -"


def main() -> None:
    """Print right and all by kind of page, then for the lines mended with and those put aside."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--language", choices=LANGUAGES)
    options.add_argument("--path", type=Path, default=ROOT)
    options.add_argument("--misread", action="store_true")
    given = options.parse_args()
    sys.path.insert(0, str(given.path))
    normalize = importlib.import_module("readerapp.speech").normalize
    for language in [given.language] if given.language else LANGUAGES:
        results = told(language, normalize)
        everything = Counter(line.page for line, _, _ in results)
        right = Counter(line.page for line, _, is_so in results if is_so)
        for page, count in everything.items():
            print(f"{language}  {page:32} {_share(right[page], count)}")
        for name, aside in (("mended with", False), ("put aside", True)):
            part = [is_so for line, _, is_so in results if line.aside is aside]
            print(f"{language}  {name:32} {_share(sum(part), len(part))}")
        for line, said, is_so in results if given.misread else ():
            if not is_so:
                print(f"{line.written}\n    {said}")


if __name__ == "__main__":
    main()
