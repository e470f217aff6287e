"""Years that lack their "год": "в 1997 открыли", "(1799–1837)", "март 2023", "2023/24 учебный год"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from readerapp.model import Substitution

from ...rule import rule
from ..context import governed
from ..counted import noun_after
from ..morphology import forms_of, inflect, paradigm
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.calendar import MONTHS, YEAR_SINGULAR
from ..tables.units import SCALES, UNITS
from .years import case_of_year

_SCHOOL = re.compile(
    r"(?<![\d.,:/-])(?P<a>[12]\d{3}) ?[/–—-] ?(?P<b>[12]\d{3}|\d{2})"
    r"(?= (?:(?:учебн|отопительн|финансов|хозяйственн|театральн)[а-яё]+|(?P<short>уч\.)) ?(?P<word>год[а-яё]*|г\.))"
)
_LIFETIME = re.compile(r"\((?P<a>\d{3,4}) ?[–—-] ?(?P<b>\d{3,4})\)")
_LONG_LIFE = 120
_SLASHED = re.compile(r"(?<![\d.,:/№-])(?P<a>(?:19|20)\d\d)/(?P<b>(?:19|20)?\d\d)(?![\d/])")
_SPAN = re.compile(
    r"(?<![\d.,:/№-])(?P<a>1\d{3}|20\d{2}) ?[–—-] ?(?P<b>1\d{3}|20\d{2})"
    rf"(?![\d.,:/%-]\d|\d|-[а-яё]| ?[%°₽$€]| ?(?:[{LETTER}]+ов|руб|м|км|кг|чел|тыс|млн|шт)(?![{LETTER}]))"
)
_ALONE = re.compile(
    rf"(?<![\d{LETTER}.,:/-])(?P<word>[{LETTER}]{{1,8}}) (?P<year>1[5-9]\d{{2}}|20\d{{2}})"
    r"(?= [а-яё]| [—–-] |[,.;)]|$)(?![.,]\d)"
)
_BRACKETED = re.compile(r"(?<=\()(?P<year>1[5-9]\d{2}|20[0-4]\d)(?=\))")
_LIFE = re.compile(r"(?:(?<=[^а-яё]род\. )|(?<=[^а-яё]ум\. ))(?P<year>1[4-9]\d\d|20[0-4]\d)(?![\d-]| ?г)")
_BEHIND_BRACKET = re.compile(
    rf"(?<=[а-яё]\) )(?P<year>1\d{{3}}|20\d{{2}})(?![\d{LETTER}-])(?: года?(?![{LETTER}])| ?г\.)?"
)
_GOVERNED = re.compile(
    rf"(?<![{LETTER}])(?P<word>[Сс]|[Дд]о|[Пп]осле|[Кк]|[Оо]т|[Пп]о) (?P<year>1[6-9]\d{{2}}|20[0-4]\d)"
    r"(?=[.;)](?!\d)|,(?! ?\d)| и (?:до|по)(?![а-яё])|$)"
)
_SINCE = re.compile(rf"(?<![{LETTER}])(?P<word>[Сс]|[Дд]о|[Пп]осле) (?P<year>1[6-9]\d{{2}}|20[0-4]\d)(?= [а-яё]{{3,}})")
_SEASONS = frozenset("лето лета лету летом осень осени осенью зима зимы зиму зимой весна весны весну весной".split())
_TITLE = re.compile(
    r"(?i:(?<![а-яё])(?:чемпион|приз[её]р|победител|финалист|обладател|лауреат|участни|серебряный|бронзов)[а-яё]{0,6} "
    r"[^.!?\d]{0,40})(?P<years>(?:19|20)\d\d(?:(?:, | и )(?:19|20)\d\d){1,12})(?![\d.,-]\d| год| гг?\.| ?гг)"
)
_PRINTED = re.compile(
    r"(?<![А-Яа-яЁё.])(?:М|Л|СПб|Спб|Пг|Пб|Киев|Казань|Томск|Минск|Тула|Одесса|Харьков|Новосибирск|Екатеринбург)\.?, "
    r"(?P<a>1[5-9]\d\d|20[0-4]\d)(?:[–—-](?P<b>\d{2}))?(?=[.;)\]:]|,? [—–-] |, |$)"
)
"""Where and when a book came out."""
_FOUR = re.compile(r"\d{4}")
_SHORTEST = re.compile(r"\d{3}")
"""What all of them have, to pass over other texts at once."""
_CASES = {"с": "gent", "до": "gent", "после": "gent", "от": "gent", "к": "datv", "по": "accs"}
_ANOTHER = re.compile(r"(?: и|,| или) (?P<year>1[5-9]\d{2}|20\d{2})(?=[.;)]|,(?! ?\d)|$| и )")
_NEXT_WORD = re.compile(rf" (?P<next>[{LETTER}]+)")


@lru_cache(maxsize=1)
def _month_words() -> frozenset[str]:
    return frozenset(form for month in MONTHS for form in paradigm(month)[0])


@rule()
def bare_years(text: str) -> Iterator[Substitution]:
    """Numbers that can be nothing but years."""
    if not _SHORTEST.search(text):
        return
    yield from _school_years(text)
    yield from _lifetimes(text)
    yield from _slashed(text)
    yield from _spans(text)
    yield from _alone(text)
    yield from _bracketed(text)
    yield from _governed(text)
    yield from _since(text)
    yield from _titles(text)
    yield from _printed(text)


def _printed(text: str) -> Iterator[Substitution]:
    """ "М., 1976": the year of a book; "(М., 1894–95)" two of them."""
    for match in _PRINTED.finditer(text):
        years = [int(match["a"])] + ([int(match["a"][:2] + match["b"])] if match["b"] else [])
        end = match.end("b") if match["b"] else match.end("a")
        yield Substitution(match.start("a"), end, " – ".join(ordinal(year) for year in years), "year")


def _titles(text: str) -> Iterator[Substitution]:
    """ "чемпион мира 2014, 2017": the years of a title."""
    for title in _TITLE.finditer(text):
        for year in _FOUR.finditer(title["years"]):
            start = title.start("years") + year.start()
            yield Substitution(start, start + len(year[0]), ordinal(int(year[0]), "gent"), "year")


def _school_years(text: str) -> Iterator[Substitution]:
    for match in _SCHOOL.finditer(text):
        case = case_of_year(text, match.start(), match["word"])
        wording = " – ".join(ordinal(int(n), case) for n in (match["a"], match["b"]))
        if match["short"]:
            still = "nomn" if case == "accs" else case
            wording = f"{wording} {inflect('учебный', still)} {YEAR_SINGULAR[case]}"
        yield Substitution(match.start("a"), match.end("word" if match["short"] else "b"), wording, "year")


def _lifetimes(text: str) -> Iterator[Substitution]:
    """ "(978–1054)": two years in brackets, at most a long life apart."""
    for match in _LIFETIME.finditer(text):
        first, last = int(match["a"]), int(match["b"])
        if first < last <= first + _LONG_LIFE:
            yield Substitution(match.start("a"), match.end("b"), f"{ordinal(first)} – {ordinal(last)}", "year")


def _slashed(text: str) -> Iterator[Substitution]:
    """ "в сезоне 2023/24": two years in a row."""
    for match in _SLASHED.finditer(text):
        first = int(match["a"])
        if int(match["b"]) % 100 == (first + 1) % 100:
            wording = f"{ordinal(first, 'gent')} – {ordinal(int(match['b']), 'gent')} годов"
            yield Substitution(match.start(), match.end(), wording, "year")


def _spans(text: str) -> Iterator[Substitution]:
    for match in _SPAN.finditer(text):
        if int(match["a"]) < int(match["b"]) and not _counts(text, match.end()):
            case = (governed(text, match.start(), "time") or ("nomn",))[0]
            wording = " – ".join(ordinal(int(match[n]), case) for n in "ab")
            yield Substitution(match.start(), match.end(), wording, "year")


def _alone(text: str) -> Iterator[Substitution]:
    for match in _ALONE.finditer(text):
        word, year = match["word"].lower(), int(match["year"])
        if word in _month_words() or word in _SEASONS:
            yield Substitution(match.start("year"), match.end("year"), ordinal(year, "gent"), "year")
        elif word == "в" and not _counts(text, match.end("year")):
            if more := _ANOTHER.match(text, match.end("year")):
                yield Substitution(*more.span("year"), ordinal(int(more["year"]), "loct"), "year")
            yield Substitution(match.start("year"), match.end("year"), ordinal(year, "loct"), "year")


def _bracketed(text: str) -> Iterator[Substitution]:
    """ "(1967)", and the year behind a day of another calendar: "25 июня (6 июля) 1796"."""
    for match in _BRACKETED.finditer(text):
        yield Substitution(match.start("year"), match.end("year"), f"{ordinal(int(match['year']))} год", "year")
    for match in _LIFE.finditer(text):
        yield Substitution(*match.span("year"), f"в {ordinal(int(match['year']), 'loct')} году", "year")
    for match in _BEHIND_BRACKET.finditer(text):
        yield Substitution(match.start("year"), match.end(), f"{ordinal(int(match['year']), 'gent')} года", "year")


def _governed(text: str) -> Iterator[Substitution]:
    """ "с 2003.", "до 2027,": nothing follows that could be counted."""
    for match in _GOVERNED.finditer(text):
        case = _CASES[match["word"].lower()]
        if case == "gent" or int(match["year"]) % 100:
            word = YEAR_SINGULAR[case]
            yield Substitution(*match.span("year"), f"{ordinal(int(match['year']), case)} {word}", "year")


def _since(text: str) -> Iterator[Substitution]:
    """ "после 1945 восстановлен", "с 1994 служит": what follows is not counted."""
    for match in _SINCE.finditer(text):
        nouns = noun_after(text, match.end())
        if int(match["year"]) % 100 and not nouns and not _counts(text, match.end()):
            case = _CASES[match["word"].lower()]
            yield Substitution(*match.span("year"), f"{ordinal(int(match['year']), case)} года", "year")


def _counts(text: str, at: int) -> bool:
    """Whether a noun in the plural or a unit follows: then the number counts."""
    match = _NEXT_WORD.match(text, at)
    if not match:
        return False
    if match["next"] in UNITS or match["next"] in SCALES:
        return True
    return any(f.case in {"gent", "loct"} and f.number == "plur" for f in forms_of(match["next"].lower()))
