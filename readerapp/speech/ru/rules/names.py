"""Shortened nouns beside the name of a place: "г. Туле", "Ленинградская обл.", "пр-т Мира"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import follows_noun, governed
from ..counted import agreeing
from ..morphology import NOMINAL, Form, decline, forms_of, gender_of, inflect
from ..shortened import case_beside, names_place, of_adjective, replaced
from ..surface import LETTER
from ..tables.places import AFTER_NAME, BEFORE_NAME, PLURAL_BEFORE_NAME, STREETS

_BEFORE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>(?i:{either(BEFORE_NAME, loose=True)}))(?P<dot>\.)? ?(?=[«\"„]?(?:"
    rf"(?P<name>[А-ЯЁ][{LETTER}-]+)|им\.|\d{{1,4}}-[а-яё]|\d{{1,4}} [{LETTER}]))"
)
_PLURAL = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>{either(PLURAL_BEFORE_NAME, loose=True)})\. ?(?=(?P<name>[А-ЯЁ][{LETTER}-]+))"
)
_AFTER = re.compile(
    rf"(?<![{LETTER}\d-])(?P<name>[А-ЯЁ][{LETTER}-]*[а-яё]|\d{{1,3}}-[а-яё]{{1,3}}) "
    rf"(?P<head>{either(AFTER_NAME, loose=True)})(?P<dot>\.)?(?![{LETTER}-])"
)
_SHORTENED = re.compile(r"(?<![а-яё])[а-яё]{1,5}\. ?$")
"""Before a first name cut short: "пл. Ал. Невского"."""
_UNITS = frozenset({"г", "р"})
"""Behind a number these may be grams and roubles."""
_DISTRICTS = frozenset({"г.о", "м.о", "р-н", "м.р-н", "с.п", "г.п", "обл", "мкр"})
"""Rather of the adjective before than of the name behind: "Одинцовского г.о. Московской области"."""
_NUMBER = re.compile(r"\d $")
_UNDOTTED = frozenset({"ст. метро"}) | frozenset(
    [
        "пгт",
        "мкр",
        "мкрн",
        "снт",
        "нп",
        "мкр-н",
        "р-н",
        "пр-т",
        "пр-кт",
        "б-р",
        "пр-д",
        "о-в",
        "ст-ца",
        "м-н",
        "кв-л",
        "к-т",
        "ж/м",
        "т/б",
        "а/п",
        "о-ва",
    ]
)


@rule(digits=False)
def names(text: str) -> Iterator[Substitution]:
    """Shortened nouns before and after the names of places."""
    for match in _BEFORE.finditer(text):
        yield from _place(text, match)
    for match in _PLURAL.finditer(text):
        cases = governed(text, match.start(), "name")
        noun = _noun_of(PLURAL_BEFORE_NAME, match["head"])
        yield replaced(match, inflect(noun, cases[0] if cases else "nomn", "plur"), "place")
    for match in _AFTER.finditer(text):
        yield from _after(text, match)


def _noun_of(table: dict[str, str], head: str) -> str:
    return table.get(head) or table.get(head.lower()) or table[head.lower().replace(". ", ".").replace(".", ". ")]


def _place(text: str, match: re.Match[str]) -> Iterator[Substitution]:
    head = match["head"]
    if (not match["dot"] and head.lower() not in _UNDOTTED) or (len(head) == 1 and head.isupper()):
        return
    name = match["name"] or ""
    readings = forms_of(name) if name else ()
    if head[0].isupper() and _SHORTENED.search(text, max(0, match.start() - 8), match.start()):
        return
    amount = head in _UNITS and _NUMBER.search(text, max(0, match.start() - 2), match.start())
    if amount and not names_place(text, match.end("dot")):
        return
    noun = _noun_of(BEFORE_NAME, head)
    if head == "о" and readings and "Name" in readings[0].marks:
        noun = "отец"
    of_name = of_adjective(text, match.start(), noun) if head.lower().replace(" ", "") in _DISTRICTS else ()
    case = of_name[0] if of_name else case_beside(text, match.start(), _telling(noun, readings))
    yield replaced(match, decline(noun, case), "place")


def _telling(noun: str, readings: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms of the name that tell the case of its noun: not the genitive of "площадь Победы"."""
    return tuple(f for f in readings if f.pos in NOMINAL) if noun in STREETS else readings


def _after(text: str, match: re.Match[str]) -> Iterator[Substitution]:
    """ "Садовой ул.": the adjective shows the case."""
    head = match["head"]
    noun = AFTER_NAME[head]
    adjectives = [
        f for f in forms_of(match["name"]) if f.pos in NOMINAL and f.number == "sing" and f.gender == gender_of(noun)
    ]
    if not (match["dot"] or "-" in head or head == "АО") or not (adjectives or match["name"][0].isdigit()):
        return
    cases = governed(text, match.start("name"), "name")
    if not cases and follows_noun(text, match.start("name")):
        cases = ("gent",)
    form = agreeing(cases or ("nomn",), adjectives)
    yield replaced(match, decline(noun, form.case if form else (cases or ("nomn",))[0]), "place")
