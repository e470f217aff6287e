"""Bare numbers that count in order: "в 5 классе", "9 век", "с 1 по 10 число", "3 курс"."""

from collections.abc import Sequence

from .counted import counting
from .morphology import Form, gender_of
from .numerals import CASES, agreement, ordinal
from .tables.numbered import CLASSES, ORDINAL_NOUNS, PLACED_NOUNS

_LAST_ORDINAL = 2100
_HUNDRED = 100
_SINCE = ("gent", "ablt")
"""What "с" asks for: before what has a number it is seldom "about": "с 3 класса"."""
_NAMES_AND_GUESSES = frozenset({"Name", "Surn", "Patr", "Geox", "UNKN", "Abbr", "Fixd", "Pltm"})
_COUNTED_ALIKE = frozenset({"Abbr", "Fixd"})
"""Nouns of one form for all cases: "не менее трёх МРОТ"."""


def as_counted(number: int, cases: Sequence[str], nouns: Sequence[Form]) -> tuple[Form, ...]:
    """Of a noun cut short, which may be in any form, the one that the number wants, unless it is rather numbered."""
    forms = {(n.number, n.case) for n in nouns}
    cut = {("sing", "ablt"), ("plur", "ablt")} <= forms and not nouns[0].marks & _COUNTED_ALIKE
    if not cut or nouns[0].lemma in ORDINAL_NOUNS | PLACED_NOUNS:
        return tuple(nouns)
    want = agreement(number, cases[0] if cases else "nomn")
    return tuple(n for n in nouns if (n.number, n.case) == want) or tuple(nouns)


def as_ordinals(
    numbers: Sequence[int], cases: Sequence[str], nouns: Sequence[Form], *, behind_a_name: bool = False
) -> tuple[str, ...]:
    """The numbers as ordinals, where the noun behind them cannot be counted so, or usually is not; else ().

    `behind_a_name`: the number may belong to what stands before it ("Windows 10"), or to nothing ("© 2026 Музей").
    """
    if (
        not nouns
        or (nouns[0].marks & _COUNTED_ALIKE and nouns[0].lemma not in PLACED_NOUNS)
        or not 1 <= numbers[-1] <= _LAST_ORDINAL
    ):
        return ()
    usual = [n for n in nouns if n.lemma in ORDINAL_NOUNS or (n.lemma in PLACED_NOUNS and n.number == "sing")]
    nouns = usual or nouns
    several = len(numbers) > 1
    since = usual and cases[:2] == _SINCE
    fits = counting(numbers[-1], [case for case in cases if not (since and case == "accs")], nouns)
    if fits and not (
        usual and usual[0].lemma in ORDINAL_NOUNS and (numbers[-1] == 1 or (several and nouns[0].lemma in CLASSES))
    ):
        return ()
    noun = _wanted(nouns, cases, several=several)
    if noun is None or not (
        usual
        or (cases and noun.number == "sing" and len(cases) < len(CASES))
        or (not (cases or several or behind_a_name) and _is_uncountable(noun))
    ):
        return ()
    each = several and noun.case in {"nomn", "accs"}
    gender = gender_of(noun.lemma) if each else "plur" if noun.number == "plur" else noun.gender or "masc"
    case = cases[0] if cases == ("gent",) else noun.case
    return tuple(ordinal(n, case, gender, animate=noun.animate) for n in numbers)


def _is_uncountable(noun: Form) -> bool:
    """ "вышел 3 номер": a known noun in the nominative singular is nothing that more than one could count."""
    return (noun.number, noun.case) == ("sing", "nomn") and not noun.marks & _NAMES_AND_GUESSES


def _wanted(nouns: Sequence[Form], cases: Sequence[str], *, several: bool) -> Form | None:
    """The noun in a case that is asked for, in the plural behind several numbers."""
    fitting = [n for n in nouns if n.case in cases] if cases else sorted(nouns, key=lambda n: n.case != "nomn")
    if cases == ("gent",):
        fitting = fitting or list(nouns)
    in_number = [n for n in fitting if (n.number == "plur") == several or (n.number == "plur" and not n.gender)]
    return next(iter(in_number or fitting), None)


def is_numbered(number: int, genitive: Form) -> bool:
    """Whether a number behind a noun and before another's genitive singular is more likely an ordinal."""
    if genitive.marks & _COUNTED_ALIKE or not 1 <= number <= _LAST_ORDINAL:
        return False
    usual = genitive.lemma in ORDINAL_NOUNS | PLACED_NOUNS
    return usual or (agreement(number, "nomn") == ("plur", "gent") and number < _HUNDRED)
