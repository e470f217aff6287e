"""Reads hours named by the part of the day, and days of the month without a month: "до шести вечера"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..context import governed
from ..morphology import forms_of, inflect
from ..numerals import CASES, cardinal, ordinal
from ..surface import LETTER

_HOUR: Final = r"(?:1[0-2]|[1-9])"
_ANY_HOUR: Final = r"(?:2[0-4]|1\d|\d)"
_PART: Final = re.compile(
    rf"(?<![\d.,:/–-])(?:(?P<from>(?<=[Сс] ){_ANY_HOUR})(?= (?:(?:утра|дня|вечера|ночи) )?до {_ANY_HOUR} "
    rf"(?:утра|дня|вечера|ночи|час(?:ов|\.)?)(?![{LETTER}]))"
    rf"|(?P<hour>{_HOUR})(?= (?P<part>утра|дня|вечера|ночи)(?![{LETTER}])))"
)
_BEFORE_DAY: Final = re.compile(r"(?i:(?<![а-яё])(?:с|до|к|после|около) )$")
_ZONE: Final = re.compile(rf"(?<![{LETTER}])(?:мск|МСК|Мск)(?![{LETTER}])")
_DIGIT_NEAR: Final = re.compile(r"\d\D{0,8}$")
_DAY: Final = r"(?:3[01]|[12]\d|[1-9])"
_DAYS: Final = re.compile(rf"(?<![\d.,:/-])(?P<days>{_DAY}(?:(?:, | и ){_DAY}){{1,6}})(?= чис(?:ла|ел)(?![{LETTER}]))")
_AGES: Final = re.compile(
    rf"(?<=[а-яё] )(?P<ages>\d{{1,3}}(?:(?:, | и | или | ?[–—-] ?)\d{{1,3}}){{1,6}})(?= лет(?![{LETTER}]))"
)
_AGE: Final = re.compile(
    rf"(?<![{LETTER}])(?:(?i:реб[её]нок|реб[её]нка|мальчик|мальчика|девочк[аиу]|подрост(?:ок|ка)|младен(?:ец|ца)|юнош[аиу]|"
    rf"девушк[аиу]|мужчин[аыу]|женщин[аыу]|сын|сына|дочь|дочери|дети|детей|детьми|детям|пенсионер(?:ка|ки|а)?)) "
    rf"(?P<age>\d{{1,3}})(?= (?:лет|года)(?![{LETTER}]))"
)
_LAST_WORD: Final = re.compile(rf"(?<![{LETTER}])([{LETTER}]++) $")
_NUMBER: Final = re.compile(r"\d+")
_LONGEST_WORD: Final = 24


@rule(cue="удвнч")
def hours(text: str) -> Iterator[Substitution]:
    """ "с 9 утра до 6 вечера", "с 2 до 4 дня"; but "3 дня" are three days."""
    for match in _PART.finditer(text):
        name = "from" if match["from"] else "hour"
        start = match.start(name)
        if match["part"] == "дня" and not _BEFORE_DAY.search(text, max(0, start - 8), start):
            continue
        cases = governed(text, start)
        case = "gent" if match["from"] else cases[0] if cases and len(cases) < len(CASES) else "nomn"
        hour = int(match[name])
        yield Substitution(start, match.end(name), inflect("час", case) if hour == 1 else cardinal(hour, case), "time")


@rule(cue="мМ")
def zones(text: str) -> Iterator[Substitution]:
    """ "10:00 мск"."""
    for match in _ZONE.finditer(text):
        if _DIGIT_NEAR.search(text, max(0, match.start() - 12), match.start()):
            yield Substitution(*match.span(), "по московскому времени", "time")


@rule(cue="ч")
def days(text: str) -> Iterator[Substitution]:
    """ "10 и 24 числа"."""
    for match in _DAYS.finditer(text):
        words = _NUMBER.sub(lambda day: ordinal(int(day[0]), "gent", "neut"), match["days"])
        yield Substitution(*match.span(), words, "date")


@rule(cue="л")
def ages(text: str) -> Iterator[Substitution]:
    """ "трое сыновей 2, 5 и 7 лет": how old each is."""
    for match in _AGES.finditer(text):
        word = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        if word and any(f.pos == "NOUN" and f.animate and f.number == "plur" for f in forms_of(word[1].lower())):
            words = _NUMBER.sub(lambda age: cardinal(int(age[0]), "gent"), match["ages"])
            yield Substitution(*match.span(), re.sub(r" ?[–—-] ?", " – ", words), "number")
    for match in _AGE.finditer(text):
        yield Substitution(*match.span("age"), cardinal(int(match["age"]), "gent"), "number")
