"""Figures that are names, not amounts: postcodes, "ИНН 7707083893", "COVID-19", "Су-27", long strings of figures."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..context import governed
from ..counted import noun_after
from ..figures import MEASURED
from ..numbering import as_ordinals
from ..numerals import cardinal, digits, grouped, ordinal
from ..surface import LETTER
from ..tables.numbered import CLASSES
from ..tables.units import UNITS
from .letters import name_before_word

_POSTCODE = re.compile(
    r"(?<![\d№.,-])(?<!№ )(?P<code>\d{6})(?=, ?(?:[А-ЯЁ]|г\. ?|обл|р-н|Респ|респ|с\. |д\. |пос))(?!\d)|"
    r"(?<=[Ии]ндекс )(?P<named>\d{6})(?!\d)|(?<=[Ии]ндекс: )(?P<colon>\d{6})(?!\d)"
)
_KEYED = re.compile(
    r"(?<![А-Яа-яЁё])(?:ИНН|КПП|ОГРН|ОГРНИП|БИК|СНИЛС|ОКПО|ОКТМО|ОКАТО|ОКВЭД|КБК|УИН|р/с|р/сч|к/с|л/с|[Кк]од"
    r"|[Пп]аспорт|[Сс]ерия|[Кк]/с|[Рр]/с|[Сс]чёт|[Сс]чет|номер карты)(?: \([А-Я]+\))?:? ?(?:№ ?|серии )?"
    r"(?P<figures>\d[\d /-]{3,40}\d)(?!\d)"
)
_JOINED = re.compile(
    r"(?<=[A-Za-zА-Яа-яЁё])(?<!\d[xх])(?P<dash>[-–]?)(?P<number>\d{1,4})(?![\d.,:]\d|\d|[-–]\d|[A-Za-zА-Яа-яЁё])"
)
_CODE = re.compile(
    r"(?<![\d.,/])(?<!\d-)(?<!(?<![А-Яа-яЁёA-Za-z])-)(?P<figures>\d{2,6}(?:[-–]\d{2,6}){2,6}|"
    r"\d(?:[-–]\d\d){2})(?![\d-])"
)
_LEADING_NOUGHT = re.compile(
    r"(?<![\w.,:/'])(?<!\d )(?:0\d{3,12}|(?<!-)0\d\d|(?<!-)0\d(?! ?[а-яё%°]|-))"
    r"(?!\d|[.,:/]\d)"
)
_ACT = re.compile(r"(?<![\d.,:/№-])(?<!№ )(?P<number>\d{1,4})-(?=(?:ФЗ|ФКЗ|ОЗ)(?!\w))")
_CADASTRE = re.compile(r"(?<![\d.,:-])\d\d:\d\d:\d{6,7}:\d{1,6}(?![\d:])")
_COURT = re.compile(
    r"(?<![\w-])(?P<letters>[А-ЯЁA-Z]{1,3})(?P<court>\d{1,3})-(?P<number>\d{1,6})/(?P<year>\d{2,4})(?![\d/-])"
)
_PLATE = re.compile(
    r"(?<![\w-])(?P<first>[АВЕКМНОРСТУХ]) ?(?P<figures>\d{3})"
    r"(?! (?:НА|ОТ|НО|СО|ВО|ТО|ОН|КО|НЕ|ТУ|ЕЕ|КМ|СМ|КВ|ВТ|МВ|АХ|ОХ|УХ)(?!\w)) ?(?P<last>[АВЕКМНОРСТУХ]{2})"
    r"(?: ?(?P<region>\d{2,3}))?(?![\w-])"
)
_LONG = re.compile(r"(?<!\d)\d{13,}(?!\d)")
_VERSION = re.compile(
    r"(?<![\d.,])\d{1,4}(?:\.\d{1,5}){2,5}(?:-(?P<year>\d{2,4}))?(?![\d])\.?(?!\d)|(?<![\d.,])\d{1,3}\.\d{1,3}(?![\d%°]|[.,]\d"
    rf"| ?(?:руб|{MEASURED}))"
)
_LETTERED = re.compile(
    rf"(?<![\d.,:/{LETTER}A-Za-z-])(?P<number>\d{{1,4}})(?P<letter>[А-ЯЁA-Z]|[абв])(?![{LETTER}A-Za-z\d°])"
)
_LAST_CLASS = 11


@rule()
def identifiers(text: str) -> Iterator[Substitution]:
    """Each is a reading of its own."""
    yield from _plates(text)
    for match in _COURT.finditer(text):
        words = f"{grouped(match['court'])} {cardinal(int(match['number']))} дробь {cardinal(int(match['year']))}"
        yield Substitution(match.start("court"), match.end(), f" {words}", "identifier")
    for match in _POSTCODE.finditer(text):
        code = match[0]
        yield Substitution(match.start(), match.end(), f"{grouped(code[:3])} {_tail(code[3:])}", "postcode")
    for match in _KEYED.finditer(text):
        wording = ", ".join(digits(group) for group in re.findall(r"\d+", match["figures"]))
        yield Substitution(match.start("figures"), match.end("figures"), wording, "identifier")
    for match in _CODE.finditer(text):
        wording = " ".join(grouped(group) for group in re.findall(r"\d+", match["figures"]))
        yield Substitution(match.start(), match.end(), wording, "identifier")
    for match in _CADASTRE.finditer(text):
        wording = ", ".join(digits(group) for group in match[0].split(":"))
        yield Substitution(match.start(), match.end(), wording, "identifier")
    for match in _LEADING_NOUGHT.finditer(text):
        yield Substitution(match.start(), match.end(), digits(match[0]), "identifier")
    for match in _ACT.finditer(text):
        cases = governed(text, match.start(), "name")
        number = int(match["number"])
        yield Substitution(
            match.start(), match.end(), f"{ordinal(number, cases[0]) if cases else cardinal(number)} ", "identifier"
        )
    for match in _LONG.finditer(text):
        yield Substitution(match.start(), match.end(), digits(match[0]), "identifier")
    for match in _VERSION.finditer(text):
        figures = match[0].rstrip(".")
        body, _, year = figures.partition("-")
        wording = " точка ".join(grouped(part) for part in body.split(".")) + (
            f" {cardinal(int(year))}" if year else ""
        )
        yield Substitution(match.start(), match.start() + len(figures), wording, "identifier")


def _plates(text: str) -> Iterator[Substitution]:
    """ "А123ВС 78": the number of a car and its region."""
    for match in _PLATE.finditer(text):
        letters = f"{match['first']} {grouped(match['figures'])} {' '.join(match['last'])}"
        region = f", {grouped(match['region'])}" if match["region"] else ""
        yield Substitution(match.start(), match.end(), f"{letters}{region}", "identifier")


@rule()
def joined(text: str) -> Iterator[Substitution]:
    """Figures behind letters: "М11", "F1"."""
    for match in _JOINED.finditer(text):
        yield Substitution(match.start(), match.end(), f" {grouped(match['number'])}", "identifier")


@rule()
def lettered(text: str) -> Iterator[Substitution]:
    """ "дом 5А", "маршрут 7а"; "220В" is a voltage."""
    for match in _LETTERED.finditer(text):
        number, letter = match["number"], match["letter"]
        if letter not in UNITS or int(number) <= _LAST_CLASS or number[0] == "0":
            words = _of_class(text, match) or grouped(number)
            name = name_before_word(letter, text, match.end())
            yield Substitution(match.start(), match.end(), f"{words} {name}", "identifier")


def _of_class(text: str, match: re.Match[str]) -> str:
    """ "в 5А классе": the number agrees with the class; else ""."""
    nouns = [noun for noun in noun_after(text, match.end()) if noun.lemma in CLASSES]
    return "".join(as_ordinals([int(match["number"])], governed(text, match.start()), nouns)) if nouns else ""


def _tail(figures: str) -> str:
    return grouped(figures) if figures != "000" else "ноль ноль ноль"
