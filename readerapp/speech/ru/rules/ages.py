"""Reads how many years somebody is old, or something lasts: "дети до семи лет", "пять лет назад"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..context import governed
from ..counted import noun_after
from ..figures import Number
from ..measures import unit_words
from ..morphology import Form, forms_of
from ..numerals import cardinal
from ..surface import LETTER
from ..tables.units import Unit

_TERM: Final = re.compile(
    rf"(?<![\d.,:/-])(?P<years>(?P<count>\d{{1,3}}) (?:г|л)\.?),?(?: и)? (?P<months>\d{{1,2}}) мес(?![{LETTER}])\.?"
)
_AGO: Final = re.compile(
    r"(?<![\d.,:/-])(?P<count>\d{1,3}) (?:г|л)\.(?= назад| тому назад| спустя"
    r"| колонии| тюрьмы| лишения| заключения| условно)"
    r"|(?<= жизни [–—-] )(?P<life>\d{1,3}(?:,\d)?) (?:г|л)\."
    rf"|(?<![{LETTER}])[Вв]озраст[еа] (?P<age>\d{{1,3}}) л\.(?! ?[А-ЯЁ])"
    rf"|(?<![{LETTER}])(?:[Чч]ерез|[Сс]пустя|[Сс]рок(?:ом)?(?: на| –| —| -|:)?|[Вв]озраст(?: –| —| -|:)?|"
    r"[Сс]таж(?:ем|а)?(?: работы)?(?: –| —| -|:)?|[Вв]ыслуг[аи](?: –| —| -|:)?) "
    r"(?P<least>(?:не )?(?:менее|более) |свыше |до |от |минимум )?(?P<span>\d{1,3}) (?:г|л)\.(?! ?[А-ЯЁ])"
)
_OWNED: Final = re.compile(r"(?<![\d.,:/-])(?P<count>\d{1,3}) (?:г|л)\.(?! ?(?:[А-ЯЁ][а-яё]|[а-яё]\.|и? ?\d{1,2} мес))")
_OWNER: Final = re.compile(
    rf"(?<![{LETTER}-])(?P<who>[А-ЯЁ]?[а-яё]{{1,20}})"
    r"(?: (?:уже|было|будет|исполнилось|исполнится|всего|сейчас|только))?(?: –| —)? $"
)
_REACH: Final = 40
_OLDEST: Final = 120
_CASES: Final = {"age": "gent", "span": "accs"}
_UNTIL: Final = re.compile(
    r"(?i:(?<![а-яё])(?:дет[а-я]{1,3}|реб[её]н[а-я]{1,4}|подрост[а-я]{1,4}|лиц[а-я]{0,3}|граждан[а-я]{0,3}|школьник[а-я]{0,3}|"
    r"мальчик[а-я]{0,3}|девоч[а-я]{1,3}|молод[а-яё]{1,4}|человек[а-я]{0,2}|старше|младше|пенсионер[а-я]{0,3}|"
    r"женщин[а-я]{0,3}|мужчин[а-я]{0,3}|юнош[а-я]{1,3}|девуш[а-я]{1,3}|студент[а-я]{0,3}|участник[а-я]{0,3})"
    r"[^.!?\d]{0,16} )(?:(?:от|с) (?P<a>\d{1,2}) (?:мес\. |г\. |л\. )?)?(?:до|от|с) (?P<b>\d{1,3}) л\.(?! ?[а-яё]\.)|"
    r"(?i:(?<![а-яё])(?:дет(?:и|ей|ям|ьми)|подростк[а-я]{1,3}|школьник[а-я]{1,3}) )"
    r"(?P<young>\d{1,2}) ?[–—-] ?(?P<old>\d{1,2}) л\.|"
    r"(?i:(?<![а-яё])(?:(?:старше|младше|моложе) |"
    r"(?:до|с|от) (?=\d{1,3} л\. ?[(–—-]? ?(?:беспл|скид|льгот|вход|не допуск|включит|вкл\.|с(?:о взрос| родит)))))"
    r"(?P<than>\d{1,3}) л\.(?! ?[а-яё]\.)"
)


@rule(cue="м")
def terms(text: str) -> Iterator[Substitution]:
    """ "к 4 г. 6 мес.": years, neither grams nor litres, before their months."""
    for match in _TERM.finditer(text):
        count = int(match["count"])
        case = (governed(text, match.start()) or ("nomn",))[0]
        for number, name, noun in ((count, "count", "год"), (int(match["months"]), "months", "месяц")):
            words = unit_words(Unit(noun), Number(number, ""), case, after_scale=False)
            start, end = match.span("years") if name == "count" else (match.start("months"), match.end())
            end -= name == "months" and at_end(text, match.end()) and match[0][-1] == "."
            yield Substitution(start, end, f"{cardinal(number, case)} {words}", "unit")


@rule(cue="гл")
def years_ago(text: str) -> Iterator[Substitution]:
    """ "5 г. назад", "через 5 л.": years, neither grams nor litres."""
    for match in _OWNED.finditer(text):
        count = int(match["count"])
        owner = _OWNER.search(text, max(0, match.start() - _REACH), match.start())
        case = _case_of_age(owner["who"]) if owner else ""
        if case and count <= _OLDEST and not _is_measured(text, match.end()):
            end = match.end() - 1 if at_end(text, match.end()) else match.end()
            words = unit_words(Unit("год"), Number(count, ""), case, after_scale=False)
            yield Substitution(match.start("count"), end, f"{cardinal(count, case)} {words}", "unit")
    for match in _AGO.finditer(text):
        name = match.lastgroup or "count"
        number = Number.read(match[name])
        end = match.end() - 1 if at_end(text, match.end()) else match.end()
        case = (governed(text, match.start()) or ("nomn",))[0] if name in {"count", "life"} else _CASES[name]
        case = "gent" if match["least"] else case
        words = unit_words(Unit("год"), number, case, after_scale=False)
        yield Substitution(match.start(name), end, f"{number.say(case)} {words}", "unit")


@rule(cue="л")
def ages_until(text: str) -> Iterator[Substitution]:
    """ "дети до 7 л.", "лица от 14 до 18 л."."""
    for match in _UNTIL.finditer(text):
        if match["a"] and text.startswith(" до ", match.end("a")):
            yield Substitution(*match.span("a"), cardinal(int(match["a"]), "gent"), "unit")
        end = match.end() - at_end(text, match.end())
        if match["young"]:
            yield Substitution(
                match.start("young"), match.start("old"), f"{cardinal(int(match['young']), 'gent')} – ", "unit"
            )
        name = "old" if match["old"] else "than" if match["than"] else "b"
        count = int(match[name])
        words = unit_words(Unit("год"), Number(count, ""), "gent", after_scale=False)
        yield Substitution(match.start(name), end, f"{cardinal(count, 'gent')} {words}", "unit")


def _case_of_age(word: str) -> str:
    """ "мне двадцать пять лет", "пациент шестидесяти семи лет"; nothing behind a word for no person."""
    forms = forms_of(word.lower())
    if any(f.case == "datv" and ((f.pos == "NPRO" and f.lemma != "что") or _is_person(f)) for f in forms):
        return "nomn"
    return "gent" if _is_person(forms[0]) and not forms[0].marks & _NAMES else ""


def _is_person(form: Form) -> bool:
    return form.pos == "NOUN" and form.animate


_NAMES: Final = frozenset({"Name", "Surn", "Patr"})


def _is_measured(text: str, at: int) -> bool:
    """ "водителю 20 л. бензина": a thing that has litres or grams stands behind."""
    return any((f.case, f.number) == ("gent", "sing") and not f.animate for f in noun_after(text, at))
