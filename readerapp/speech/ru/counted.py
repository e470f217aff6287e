"""What a number counts: the noun behind it, and the case, gender and animacy of both together."""

import re
from collections.abc import Sequence

from .morphology import NOMINAL, Form, forms_of
from .numerals import agreement
from .people import people_called
from .phrases import cut_short
from .surface import LETTER

_WORD_AFTER = re.compile(rf" ?([{LETTER}]+(?:-[{LETTER}]+)*)(?![{LETTER}])")
_MORE_NUMBERS = re.compile(
    r"(?: «[А-ЯЁа-яё]»| [А-ЯЁа-яё](?= класс))?(?:(?:,| и| или| до| по) \d{1,9}(?: \d{3})*(?![\d.,:])){0,4}"
    r"(?: (?:и|или) (?:более|менее|больше|меньше|выше|старше))?(?= )"
)
_DEPTH = 4
"""Adjectives before the noun, at most."""
_RARE = 0.1
"""How likely people are that are spelled like a thing and not meant: "2 урок" are no thieves."""
_ONE = 1
_UNASKED = ("nomn", "accs", "gent", "datv", "ablt", "loct")
"""Where nothing asks for a case, what is counted is the subject, or else the object."""
_FEW_WANT, _MANY_WANT = ("sing", "gent"), ("plur", "gent")
_NOT_NOUNS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "VERB", "INFN", "INTJ", "ADVB", "GRND", "PRED", "NUMR"})


def noun_after(text: str, at: int, depth: int = _DEPTH) -> tuple[Form, ...]:
    """The readings of the noun that follows `at` behind `depth` adjectives at most; () if something else follows."""
    limits: set[tuple[str, str]] | None = None
    people: tuple[Form, ...] = ()
    if more := _MORE_NUMBERS.match(text, at):
        at = more.end()
    for _ in range(depth):
        match = _WORD_AFTER.match(text, at)
        if not match:
            return people
        if text.startswith(".", match.end()) and (short := cut_short(text, match)):
            if isinstance(short, tuple):
                return short
            at = short
            continue
        readings = forms_of(match[1].lower() if match[1].islower() else match[1])
        nouns = tuple(
            f for f in readings if f.pos == "NOUN" and (f.score >= _RARE or not f.animate or readings[0].animate)
        )
        adjectives = {(f.number, f.case) for f in readings if f.pos in NOMINAL}
        if nouns and not (adjectives and noun_after(text, match.end(), depth - 1)):
            if readings[0].pos in _NOT_NOUNS:
                return ()
            return tuple(f for f in nouns if limits is None or (f.number, f.case) in limits) or nouns
        if not adjectives:
            return people
        people = people_called(match[1], readings)
        limits = adjectives if limits is None else limits & adjectives
        at = match.end()
    return ()


def counting(number: int, cases: Sequence[str], nouns: Sequence[Form]) -> tuple[str, str, bool] | None:
    """Case, gender and animacy of `number` that counts one of `nouns`, in one of `cases` (any, if there is none)."""
    for case in cases or _UNASKED:
        want = agreement(number, case)
        for noun in nouns:
            if case == "accs" and noun.animate and _animate_object(number, noun) and (cases or number > _ONE):
                return case, noun.gender or "masc", True
            form = (noun.number, noun.case)
            if form == want or not any(form) or (want == _FEW_WANT and form == _MANY_WANT and _is_adjectival(noun)):
                return case, noun.gender or "masc", noun.animate and want == ("sing", case)
    return None


def _is_adjectival(noun: Form) -> bool:
    """ "двое взрослых", "два рабочих": a noun that declines as an adjective keeps its plural after two."""
    return noun.lemma.endswith(("ый", "ий", "ой", "ая"))


def _animate_object(number: int, noun: Form) -> bool:
    """ "двух студентов", "одного студента": the accusative of small numbers of living beings is their genitive."""
    small = number in {2, 3, 4}
    return noun.case == "gent" and (noun.number == "plur" if small else number % 10 == 1 and noun.number == "sing")


def agreeing(cases: Sequence[str], nouns: Sequence[Form]) -> Form | None:
    """The reading of the noun that fits one of `cases` best; the commonest where no case is asked for."""
    for case in cases:
        for noun in nouns:
            if noun.case == case:
                return noun
    return nouns[0] if nouns else None
