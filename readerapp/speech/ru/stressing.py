"""How Russian words are stressed that the built-in voice stresses wrongly, or that context alone tells apart.

The tables beside this file are made by `benchmarks/russian_stress.py`; a word that is in none of them is left to the
voice, which is right about most.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from ..language import Pronunciation
from .agreement import at_home, counted, located, plural
from .homonyms import second
from .neighbours import Judge, Word, after, near, words

STRESS: Final = "\u0301"
_AT_HOME: Final = "дома"
"""Also an adverb, stressed as the singular is."""

Sense = tuple[str, str]
"""The spelling with its stress, and the IPA."""


def pronunciations(text: str) -> Iterator[Pronunciation]:
    """The words that a voice must be told, in order."""
    tables = _tables()
    row = words(text)
    end = 0
    for at, word in enumerate(row):
        if word.start < end:
            continue
        if phrase := _phrase(row, at, tables):
            end = row[at + 1].end
            yield Pronunciation(word.start, end, *phrase)
            continue
        sense = _sense(row, at, tables)
        if sense and STRESS not in word.low:
            yield Pronunciation(word.start, word.end, _as_shown(text[word.start : word.end], sense[0]), sense[1])


class _Tables:
    """The tables by the word as it is written."""

    def __init__(self) -> None:
        plain_words = {plain: senses[0] for plain, senses in _read("stress.tsv").items()}
        with_yo = {
            spelling.replace(STRESS, ""): (spelling, ipa) for spelling, ipa in plain_words.values() if "ё" in spelling
        }
        self.single = plain_words | with_yo
        self.nouns = _read("homographs.tsv")
        self.places = _read("locatives.tsv")
        self.pairs = _read("homonyms.tsv")
        self.phrases = {row[0]: (row[1], row[2]) for row in _rows("clitics.tsv")}
        self.prepositions = frozenset(phrase.partition(" ")[0] for phrase in self.phrases)


@cache
def _tables() -> _Tables:
    return _Tables()


def _rows(name: str) -> Iterator[list[str]]:
    lines = files(__package__).joinpath("tables", name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line)


def _read(name: str) -> Mapping[str, Sequence[Sense]]:
    return {
        row[0].replace(STRESS, "").replace("ё", "е"): tuple(zip(row[::2], row[1::2], strict=True))
        for row in _rows(name)
    }


def _phrase(row: Sequence[Word], at: int, tables: _Tables) -> Sense | None:
    """A preposition that takes the stress of its noun: "вызов врача на́ дом"; one word to the voice."""
    following = after(row, at) if row[at].low in tables.prepositions else None
    if following is None or STRESS in following.low:
        return None
    phrase = f"{row[at].low} {following.low}"
    judge = _WHERE.get(phrase)
    return tables.phrases.get(phrase) if judge is None or judge(row, at) else None


_WHERE: Final[Mapping[str, Judge]] = {
    "за город": near(
        "еха", "ехал", "еде", "езд", "выех", "выезж", "поех", "поед", "уех", "уезж", "переех", "отправ", "вывез"
    ),
    "за городом": near("жи", "дом", "дач", "работ", "отдых", "отдох", "участ", "построй", "гуля", "наход", "располож"),
    "по полу": near("тян", "ката", "полз", "ход", "холод", "рассып", "разл", "дет", "бега", "скольз"),
    "на дом": near(
        "вызов", "вызва", "врач", "приём", "прием", "выезд", "выезж", "достав", "задан", "услуг", "патронаж"
    ),
    "на пол": near("упа", "пада", "брос", "лёг", "лег", "положи", "опуст", "постел"),
    "на руки": near("выда", "выдач", "получ", "взя", "зарплат", "переда"),
    "за руку": near("взя", "держ", "вел", "вёл", "пойма", "схват", "тян"),
}
"""What must be near where the noun may keep its stress: "смотреть на до́м", "бои за го́род", "по по́лу и возрасту"."""


def _sense(row: Sequence[Word], at: int, tables: _Tables) -> Sense | None:
    word = row[at].low
    if pair := tables.pairs.get(word):
        return pair[int(second(row, at))]
    if (pair := tables.places.get(word)) and not counted(row, at):
        return pair[int(located(row, at))]
    if pair := tables.nouns.get(word):
        return pair[int(plural(row, at) and not (word == _AT_HOME and at_home(row, at)))]
    return tables.single.get(word)


def _as_shown(surface: str, spelling: str) -> str:
    """The marked spelling with the capitals of the page."""
    letters = iter(surface)
    return "".join(sign if sign == STRESS else _cased(next(letters, sign), sign) for sign in spelling)


def _cased(surface: str, sign: str) -> str:
    return sign.upper() if surface.isupper() else sign
