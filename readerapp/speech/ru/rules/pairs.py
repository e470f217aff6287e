"""Reads numbers in order that a plural or a name behind them would make count: "по первым и третьим четвергам"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..context import follows_noun, governed
from ..morphology import Form, forms_of, gender_of
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.numbered import CLASSES, ORDINAL_NOUNS, PLACED_NOUNS

_FREE: Final = rf"(?<![\d{LETTER}.,:/№-])(?<!\d )"
_PAIR: Final = re.compile(
    rf"{_FREE}(?P<numbers>\d{{1,2}}(?:, \d{{1,2}}){{0,4}} (?:и|или) \d{{1,2}}) (?P<noun>[а-яё]{{4,20}})(?![{LETTER}])"
)
_NUMBER: Final = re.compile(r"\d+")
_WEEKDAYS: Final = frozenset("понедельник вторник среда четверг пятница суббота воскресенье".split())
_NAMED: Final = re.compile(
    rf"{_FREE}(?P<number>\d{{1,3}}) (?P<name>[А-ЯЁ][а-яё]{{3,20}}(?:ий|ый|ая|ое|ого|ой|ому|им|ом|ую)) "
    rf"(?P<noun>[а-яё]{{4,20}})(?![{LETTER}])"
)
_PUPILS: Final = re.compile(
    rf"(?<![{LETTER}])(?:[Уу]чени|[Шш]кольни|[Вв]ыпускни|[Уу]чащ|[Рр]одител|[Дд]ет|[Оо]бучающ|[Уу]чител|[Пп]араллел)"
    r"[а-яё]{1,6} (?P<number>\d{1,2}) (?P<case>классов|классам|классами|классах)(?![а-яё])"
)
_OF_CLASSES: Final = {"классов": "gent", "классам": "datv", "классами": "ablt", "классах": "loct"}
_HOUSE: Final = re.compile(
    rf"(?<![{LETTER}])(?:[Жж]ител|[Жж]ильц|[Сс]обственник|[Пп]одвал|[Кк]рыш|[Дд]вор|[Пп]одъезд|[Чч]ердак|[Фф]асад)"
    r"[а-яё]{0,4} (?P<number>\d{1,3}) дома(?![а-яё])"
)
_OBLIQUE: Final = frozenset({"gent", "datv", "ablt", "loct"})


@rule()
def pairs(text: str) -> Iterator[Substitution]:
    """ "в 3 и 5 микрорайонах", "ученики 9 классов", "жители 41 дома", "1 Украинский фронт"."""
    for match in _PAIR.finditer(text):
        if form := _plural(text, match):
            gender = "plur" if form.lemma in _WEEKDAYS else gender_of(form.lemma)
            for number in _NUMBER.finditer(match["numbers"]):
                at = match.start("numbers")
                wording = ordinal(int(number[0]), form.case, gender)
                yield Substitution(at + number.start(), at + number.end(), wording, "ordinal")
    for match in _PUPILS.finditer(text):
        yield Substitution(*match.span("number"), ordinal(int(match[1]), _OF_CLASSES[match["case"]], "plur"), "ordinal")
    for match in _HOUSE.finditer(text):
        yield Substitution(*match.span("number"), ordinal(int(match["number"]), "gent"), "ordinal")
    for match in _NAMED.finditer(text):
        if form := _named(text, match):
            wording = ordinal(int(match["number"]), form.case, form.gender or "masc", animate=form.animate)
            yield Substitution(*match.span("number"), wording, "ordinal")


def _plural(text: str, match: re.Match[str]) -> Form | None:
    """The noun behind the pair, in a case in which each number can only be one in order."""
    cases = governed(text, match.start())
    for form in forms_of(match["noun"]):
        if form.number != "plur":
            continue
        if form.lemma in _WEEKDAYS and form.case == "datv":
            return form
        if form.lemma not in ORDINAL_NOUNS | PLACED_NOUNS:
            continue
        if form.case == "gent" and form.lemma in CLASSES and follows_noun(text, match.start()):
            return form
        if form.case in _OBLIQUE - {"gent"} and form.case in cases:
            return form
    return None


def _named(text: str, match: re.Match[str]) -> Form | None:
    """The noun behind a number and a name that agrees with it in the singular."""
    cases = governed(text, match.start()) or ("nomn", "accs", "gent")
    nouns = [
        form
        for form in forms_of(match["noun"])
        if form.number == "sing" and form.lemma in ORDINAL_NOUNS | PLACED_NOUNS and form.case in cases
    ]
    names = {(form.case, form.gender) for form in forms_of(match["name"].lower()) if form.number == "sing"}
    candidates = [form for form in nouns if (form.case, form.gender) in names]
    return min(candidates, key=lambda form: cases.index(form.case), default=None)
