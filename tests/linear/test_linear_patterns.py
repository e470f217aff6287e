"""Every pattern of the product grows as its text does, and what tells so is proved on patterns that do not."""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from tests.linear.finding import PACKAGE, Found, Unseen, loaded, patterns
from tests.linear.judging import steep

ROOT = Path(__file__).parents[2]
_SERVICES = r"(?:facebook|twitter|x|google ?\+?|e-?mail|copy link|link|copy|telegram|line|telegram|\d+)"
BAD = {
    "shares, as they were": (rf"(?:\W*\b{_SERVICES}\b\W*)+", "fullmatch"),
    "bulk, as it was": (
        r"(?is)<(script|style|svg)\b(?![^>]*ld\+json).*?</\1\s*>|\bdata:[\w/+;-]+,[^\"'\s>]{1000,}",
        "finditer",
    ),
    "a repeat of a repeat": (r"(?:\w+,?)+;", "match"),
    "ways that overlap": (r"(?:аб|а|б)+!", "fullmatch"),
    "neighbours that overlap": (r"kl\.\s*,?\s*:", "search"),
    "an end looked for from everywhere": (r"[A-ZÅÄÖ]{4,}[ ,]+$", "search"),
    "any text up to what was before": (r"<(\w+)>.*?</\1>", "finditer"),
}
GOOD = {
    "each text in one way": r"(?<!\W)\W*+(?:\b(?>facebook|x|copy link|link|copy)\b\W*+)++",
    "a bounded window": r"(?<![A-ZÅÄÖ])[A-ZÅÄÖ]{4,}+[ ,.:–-]++$",
    "words of a list": r"(?<!\w)(?:kommun|region|stad)(?:en|er|s)?(?!\w)",
    "much that is bounded": r"\b\d{1,15} ?[a-zåäö]{1,40}\.?.{0,60}\b",
    "bytes": r"[\xc2-\xf4][\x80-\xbf]",
}


_AT_ONCE = 8
"""Files whose patterns one test looks at: a folder of many takes long where other programs run."""


@cache
def _by_file() -> dict[str, list[Found]]:
    """The product's patterns, found in a process that has loaded none of it."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.linear.finding"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not told.returncode, told.stderr
    files = defaultdict(list)
    for line in told.stdout.splitlines():
        found = loaded(line)
        files[found.place.rsplit(":", 1)[0]].append(found)
    return files


def _parts() -> list[Any]:
    """Every file of the package whose source speaks of patterns, some of one folder at a time."""
    files = [file for file in PACKAGE.rglob("*.py") if re.search(r"\bre\.[a-z]+\(", file.read_text("utf-8"))]
    names = sorted((str(file.relative_to(PACKAGE).parent), str(file.relative_to(PACKAGE))) for file in files)
    folders = [(folder, [name for _, name in several]) for folder, several in groupby(names, itemgetter(0))]
    return [
        pytest.param(several[at : at + _AT_ONCE], id=f"{folder}-{at // _AT_ONCE + 1}")
        for folder, several in folders
        for at in range(0, len(several), _AT_ONCE)
    ]


def _patterns(files: list[str]) -> list[Found]:
    return [found for file in files for found in _by_file().get(file, ())]


def test_the_patterns_of_every_file_are_looked_at() -> None:
    """Also of those that only call what compiles them."""
    assert _by_file().keys() <= {file for part in _parts() for file in part.values[0]}


@pytest.mark.parametrize("files", _parts())
def test_every_pattern_is_linear(files: list[str]) -> None:
    """None costs more than n^1.2 over texts made from its own groups, classes and ends, whatever it is used for."""
    assert (found := _patterns(files))
    assert not (told := steep(found)), "\n".join(map(str, told))


@pytest.mark.proof
@pytest.mark.parametrize("files", _parts())
def test_every_pattern_is_linear_over_longer_texts(files: list[str]) -> None:
    """The same over texts five times as long."""
    assert not (told := steep(_patterns(files), 3_000)), "\n".join(map(str, told))


@pytest.mark.parametrize("name", BAD)
def test_a_bad_pattern_is_found(name: str) -> None:
    """Those that stopped the service once, and one of each kind that there is."""
    pattern, use = BAD[name]
    (found,) = steep([Found("here", pattern, int(re.IGNORECASE), uses=(use,))])
    assert found.power > 1.5


def test_good_patterns_are_let_pass() -> None:
    """Long lists, bounded windows and possessive repeats are no offence."""
    every = ("finditer", "fullmatch", "match", "search")
    found = [Found(name, pattern, 0, name == "bytes", every) for name, pattern in GOOD.items()]
    assert not (told := steep(found)), "\n".join(map(str, told))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to write a small package into, which can be loaded."""
    monkeypatch.syspath_prepend(str(tmp_path))
    place = tmp_path / "planted"
    (place / "deep").mkdir(parents=True)
    (place / "__init__.py").touch()
    (place / "deep" / "__init__.py").touch()
    yield place
    for name in [name for name in sys.modules if name.split(".")[0] == "planted"]:
        del sys.modules[name]


def test_patterns_are_found_wherever_they_are_written(package: Path) -> None:
    """At the top, joined from words, in a table, made by a function, in the middle of another, with what flags."""
    (package / "deep" / "one.py").write_text(
        "import re\nWORDS = 'a', 'b'\nTOP: object = re.compile(r'top+')\n"
        "TABLE = {w: re.compile(rf'\\b{w}\\b', re.I) for w in WORDS}\n"
        "def made(x):\n    return re.compile('made' + x)\nMADE = made('!')\n"
        "def read(text):\n    TOP.match(text)\n    TOP.sub('', text)\n"
        "    return re.sub(rf'in{WORDS[0]}', '', text, 0, re.M)\n"
    )
    found = {(one.pattern, one.flags, one.uses) for one in patterns(package)}
    every = ("finditer", "fullmatch", "match", "search")
    assert found == {
        ("top+", 0, ("finditer", "match")),
        (r"\ba\b", int(re.IGNORECASE), every),
        (r"\bb\b", int(re.IGNORECASE), every),
        ("made!", 0, every),
        ("ina", int(re.MULTILINE), ("finditer",)),
    }


@pytest.mark.parametrize(
    "source",
    ["import re\ndef read(text, what):\n    return re.search(what + '$', text)\n", "from re import compile\n"],
)
def test_a_pattern_that_nobody_can_see_is_refused(package: Path, source: str) -> None:
    """What is put together from what comes in, or by another name, could not be told to be linear."""
    (package / "hidden.py").write_text(source)
    with pytest.raises(Unseen):
        patterns(package)
