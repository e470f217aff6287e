"""Numbers that the text itself spells out: "30 (тридцати) дней" is read once; "один м²" has its number in words."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..morphology import forms_of, gender_of, inflect
from ..numerals import agreement, cardinal
from ..surface import LETTER
from ..tables.units import UNITS

_TWICE = re.compile(r"(?<![\d.,:/])\d{1,3}(?: ?\d{3}){0,4}(?:,\d+)? ?\((?P<words>[А-Яа-яЁё]+(?:[ -][а-яё]+){0,12})\)")
_NUMBER_WORDS = frozenset({"NUMR", "ANUM"})
_SCALE_WORDS = frozenset(
    {
        "тысяча",
        "миллион",
        "миллиард",
        "целый",
        "десятый",
        "сотый",
        "и",
        "половина",
        "один",
        "два",
        "оба",
        "ноль",
        "нуль",
    }
)
_VALUES = {cardinal(n): n for n in range(21)} | {"одна": 1, "одну": 1, "две": 2, "полтора": 2, "несколько": 5}
_SIGNS = [u for u in UNITS if not u[-1].isalpha() or u[-1] in "²³" or "/" in u]
_COUNTED = re.compile(rf"(?<![{LETTER}])(?P<word>(?i:{either(_VALUES)})) (?P<unit>{either(_SIGNS)})(?![{LETTER}\w])")


@rule(cue="(")
def spelled_twice(text: str) -> Iterator[Substitution]:
    """Figures with the same number in words behind them: the words say the case, and are said alone."""
    for match in _TWICE.finditer(text):
        words = match["words"]
        if all(_is_number_word(word) for word in words.lower().split()):
            yield Substitution(match.start(), match.end(), words, "spelled")


def _is_number_word(word: str) -> bool:
    return any(f.pos in _NUMBER_WORDS or f.lemma in _SCALE_WORDS for f in forms_of(word)[:2])


@rule(cue="".join(sign[-1] for sign in _SIGNS), digits=False)
def units_after_words(text: str) -> Iterator[Substitution]:
    """ "один м²", "пять %"."""
    for match in _COUNTED.finditer(text):
        unit = UNITS[match["unit"]]
        number, case = agreement(_VALUES[match["word"].lower()], "nomn")
        noun = inflect(unit.noun, case, number)
        adjective = (
            inflect(unit.before, case, "plur" if case == "gent" else number, gender_of(unit.noun))
            if unit.before
            else ""
        )
        yield Substitution(
            match.start("unit"), match.end("unit"), " ".join(filter(None, (adjective, noun, unit.after))), "unit"
        )
