"""How Russian words are stressed that the built-in voice stresses wrongly, or that context alone tells apart.

The tables beside this file are made by `benchmarks/russian_stress.py`; a word that is in none of them is left to the
voice, which is right about most.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from ..language import Pronunciation
from .agreement import counted, located, plural
from .homonyms import second
from .neighbours import Word, words

STRESS: Final = "\u0301"

Sense = tuple[str, str]
"""The spelling with its stress, and the IPA."""


def pronunciations(text: str) -> Iterator[Pronunciation]:
    """The words that a voice must be told, in order."""
    tables = _tables()
    row = words(text)
    for at, word in enumerate(row):
        sense = _sense(row, at, tables)
        if sense and STRESS not in word.low:
            yield Pronunciation(word.start, word.end, _as_shown(text[word.start : word.end], sense[0]), sense[1])


class _Tables:
    """The four tables by the word as it is written."""

    def __init__(self) -> None:
        self.single = {plain: senses[0] for plain, senses in _read("stress.tsv").items()}
        self.nouns = _read("homographs.tsv")
        self.places = _read("locatives.tsv")
        self.pairs = _read("homonyms.tsv")


@cache
def _tables() -> _Tables:
    return _Tables()


def _read(name: str) -> Mapping[str, Sequence[Sense]]:
    lines = files(__package__).joinpath("tables", name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line)
    return {row[0].replace(STRESS, "").replace("ё", "е"): tuple(zip(row[::2], row[1::2], strict=True)) for row in rows}


def _sense(row: Sequence[Word], at: int, tables: _Tables) -> Sense | None:
    word = row[at].low
    if pair := tables.pairs.get(word):
        return pair[int(second(row, at))]
    if (pair := tables.places.get(word)) and not counted(row, at):
        return pair[int(located(row, at))]
    if pair := tables.nouns.get(word):
        return pair[int(plural(row, at))]
    return tables.single.get(word)


def _as_shown(surface: str, spelling: str) -> str:
    """The marked spelling with the capitals of the page."""
    letters = iter(surface)
    return "".join(sign if sign == STRESS else _cased(next(letters, sign), sign) for sign in spelling)


def _cased(surface: str, sign: str) -> str:
    return sign.upper() if surface.isupper() else sign
