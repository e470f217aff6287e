"""Reads dates as they are written in Finland, the day and the month with full stops: "den sjätte december"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import between, held, substitution
from ..tables.calendar import TWO_LETTERS, WEEKDAYS
from ..tokens import Wording, anno, nth
from .dates import DATE_WORD, article, month_name

_DAY_POINT: Final = r"(3[01]|[12]\d|0?[1-9])\.(1[0-2]|0?[1-9])"
_YEAR: Final = r"(?:\.?((?:19|20)\d\d)(?!\d))?"
_END: Final = r"(?:\.(?= ?[–-]| [a-zåäö]| ?\))|(?!\w|%|:\S|[.,]\d))"
_WEEKDAYS: Final = "|".join(sorted({*WEEKDAYS, *TWO_LETTERS}, key=len, reverse=True))
_POINT: Final = re.compile(
    rf"(?<![\w-])(?P<weekday>(?i:(?:{_WEEKDAYS})(?:en)?\.? ))?(?P<den>(?i:\bden ))?"
    rf"(?P<date>(?<![\w.,:/-]){_DAY_POINT}(?!\d))(?P<end>\.(?= [a-zåäö])|(?!\w|[.,:]\d))"
)
_ANY_POINT: Final = re.compile(r"\d\.\d")
"""A quick look."""
_RANGE: Final = re.compile(rf"(?<![\w.,:/-]){_DAY_POINT}{_YEAR}\.? ?[-–] ?{_DAY_POINT}{_YEAR}{_END}")
_DAYS: Final = re.compile(rf"(?<![\w.,:/-])(3[01]|[12]\d|0?[1-9])\.?(?: ?[-–] ?| och ){_DAY_POINT}{_YEAR}{_END}")
_LAST_HOUR: Final = 23
_SINGLE: Final = 10
_NUMBERING: Final = re.compile(
    r"(?i:\b(?:kap|kapitel|avsnitt|avsn|punkt|punkterna|punkter|version|ver|art|artikel|nr|nummer|tabell|figur|"
    r"bilaga|sid|s|moment|mom|rubrik|steg|mål)\.? )$"
)
_OF_DAYS: Final = re.compile(
    r"(?i:\b(?:\w{0,14}(?:dag|dagen|afton|aftonen|advent|termin|terminen|lov|lovet|möte|mötet|konsert|konserten|röstning|"
    r"träff|träffen|kurs|kursen|utställning|utställningen|tid|tiden)|hålls|ordnas|pågår|inleds|avslutas|infaller|publiceras|gäller|sker|"
    r"på förhand|under tiden|mellan|stängt|öppet|firas|anländer|avreser)[:,]? )$"
)
_CLOCK: Final = re.compile(r",? (?:kl\b|klo\b|klockan|\ue001)")
_RACE: Final = re.compile(r"(?i:rekord|personbäst|milen\b|maraton|\w{0,6}lopp(?:et)?\b|segertid)")
_MEASURE: Final = re.compile(
    r" ?(?:kr|euro|€|%|‰|km|m|kg|g|l|dl|mil|procent|grader|meter|poäng|miljoner|miljarder)(?!\w)"
)
_REACH: Final = 28


@rule(cue=".", amount=True)
def ranges(text: str) -> Iterable[Substitution]:
    """Two days and months: 1.9–30.9, 19.2.–23.2.2024."""
    for match in _RANGE.finditer(text):
        day, month, year, day2, month2, year2 = match.groups()
        first, last = (int(month), int(day)), (int(month2), int(day2))
        is_date = min(first[0], last[0]) < _SINGLE or max(first[1], last[1]) > _LAST_HOUR or year2
        if is_date and (first < last or (year2 and year)) and not _numbered(text, match):
            wording: Wording = (nth(day), " ", month_name(month), (" ", anno(year)) if year else "")
            wording = (wording, between(text, match.start()), "den ", nth(day2), " ", month_name(month2))
            wording = (wording, (" ", anno(year2)) if year2 else "")
            yield substitution(*match.span(), (article(text, match.start()), wording), "date")


@rule(cue=".", amount=True)
def days(text: str) -> Iterable[Substitution]:
    """Two days of one month: 24–30.5., 3.–7.6.2024."""
    for match in _DAYS.finditer(text):
        first, day, month, year = match.groups()
        sure = year or match[0].endswith(".") or int(month) < _SINGLE or int(day) > _LAST_HOUR
        sure = sure or _CLOCK.match(text, match.end())
        if sure and int(first) < int(day) and not _numbered(text, match) and not _MEASURE.match(text, match.end()):
            joint = " och " if " och " in match[0] else between(text, match.start())
            wording = (article(text, match.start()), nth(first), joint, "den ", nth(day), " ", month_name(month))
            yield substitution(*match.span(), (wording, (" ", anno(year)) if year else ""), "date")


@rule(cue=".", amount=True)
def single(text: str) -> Iterable[Substitution]:
    """Day and month where it can be no time: tors 28.3, den 5.8, (6.12), stängt 24.12, 24.12 kl. 15."""
    if not _ANY_POINT.search(text):
        return
    race = held(_RACE, text)
    for match in _POINT.finditer(text):
        day, month = match["date"].split(".")
        start, end = match.start("date"), match.end()
        no_time = (int(month) < _SINGLE and month[0] != "0") or int(day) > _LAST_HOUR
        if _sure(text, match) or (
            no_time
            and (match["weekday"] or DATE_WORD.search(text, max(0, start - 24), start) or _days_word(text, start))
            and not _MEASURE.match(text, end)
            and (match["weekday"] or not race())
        ):
            weekday = (match["weekday"] or "").rstrip(". ").lower()
            if weekday in TWO_LETTERS:
                start, wording = match.start("weekday"), f"{TWO_LETTERS[weekday]} den "
            else:
                wording = article(text, start)
            yield substitution(start, end, (wording, nth(day), " ", month_name(month)), "date")


def _sure(text: str, match: re.Match[str]) -> bool:
    if match["den"] or _CLOCK.match(text, match.end()):
        return not _numbered(text, match)
    if match["end"] and not _numbered(text, match):
        return True
    return text[match.start("date") - 1 : match.start("date")] == "(" and text[match.end() : match.end() + 1] == ")"


def _days_word(text: str, start: int) -> bool:
    return _OF_DAYS.search(text, max(0, start - _REACH), start) is not None


def _numbered(text: str, match: re.Match[str]) -> bool:
    start = match.start("date") if "date" in match.re.groupindex else match.start()
    return _NUMBERING.search(text, max(0, start - 16), start) is not None
