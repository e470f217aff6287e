"""What shortened nouns beside a name have in common: the case that they stand in, and the piece that they replace."""

import re

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from .context import Sense, follows_noun, goes_there, governed, words_before
from .morphology import NOMINAL, Form, forms_of, gender_of, known
from .surface import LETTER
from .tables.places import BEFORE_NAME

_NAME_MARKS = frozenset({"Geox", "Surn", "Name"})
_FELLOW = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>{either(BEFORE_NAME, loose=True)})\.? ?(?P<name>[А-ЯЁ][{LETTER}-]+) и $"
)
"""Before the second name of "угол ул. Мира и пр. Ленина", which has the case of the first."""
_NUMBERED = re.compile(r"[а-яё] (?:№|N) ?\d{1,5} $")
"""Before the town of "школа № 3 г. Калинска"."""
_REACH = 48
_CHAIN = 4
"""Names joined by "и" at most that are looked back over."""


_PLACE = re.compile(rf" ?(?P<name>[А-ЯЁ][{LETTER}-]*)")


def names_place(text: str, at: int) -> bool:
    """Whether a name stands behind "5 г." or "500 р.", not the first word of a new sentence: "40 г. Приготовление"."""
    match = _PLACE.match(text, at)
    return match is not None and (
        not known(match["name"]) or any(f.marks & _NAME_MARKS or f.pos in NOMINAL for f in forms_of(match["name"]))
    )


def replaced(match: re.Match[str], wording: str, rule: str) -> Substitution:
    """The reading of a match's group "head" with the dot behind it."""
    end = match.end("dot") if "dot" in match.re.groupindex and match["dot"] else match.end("head")
    if "dot" not in match.re.groupindex:
        end = match.end("head") + 1
    return Substitution(match.start("head"), end, wording, rule)


def of_adjective(text: str, at: int, noun: str) -> tuple[str, ...]:
    """The cases of the adjective before that agrees with the noun: "по соседней ул."."""
    before = next(words_before(text, at), None)
    forms = forms_of(before[0].lower()) if before else ()
    if before is None or forms[0].pos not in NOMINAL:
        return ()
    own = [f.case for f in forms if f.number == "sing" and f.gender == gender_of(noun.rsplit(maxsplit=1)[-1])]
    return tuple(case for case in governed(text, before[1], "name") if case in own) or tuple(own)


def case_beside(text: str, start: int, readings: tuple[Form, ...], sense: Sense = "name", depth: int = _CHAIN) -> str:
    """The case that the preposition asks for and the name can be; else the genitive after a noun; else the name's."""
    cases = governed(text, start, sense)
    single = [f for f in readings if f.number == "sing" and f.case]
    own = [f.case for f in single if f.marks & _NAME_MARKS]
    if cases and not readings:
        return "accs" if goes_there(text, start) else cases[0]
    if cases:
        standing = any(f.case == "nomn" for f in readings)
        if standing and goes_there(text, start):
            return "accs"
        own_cases = [*own, *(f.case for f in single if f.pos in NOMINAL)]
        return next((c for c in cases if c in own_cases and not standing), cases[0])
    number_before = _NUMBERED.search(text, max(0, start - _REACH), start)
    if follows_noun(text, start) or number_before:
        return "gent"
    if depth and (earlier := _FELLOW.search(text, max(0, start - _REACH), start)):
        return case_beside(text, earlier.start("head"), forms_of(earlier["name"]), sense, depth - 1)
    return "nomn" if any(f.case == "nomn" for f in readings) else next(iter(own), "nomn")
