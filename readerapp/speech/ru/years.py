"""Years: "в 1997 году", "2004–2006 гг.", "к 2025 г.", "в 1980-х годах", "2023/24 учебный год", "(1799–1837)"."""

import re
from collections.abc import Iterator

from readerapp.model.script import Reading

from .context import governed, words_before
from .morphology import forms_of
from .numerals import ordinal
from .surface import LETTER
from .vocabulary.calendar import MONTHS, SEASONS, YEAR_FORMS, YEAR_PLURAL, YEAR_SINGULAR

_EARLIEST, _LATEST = 1000, 2200
_YEAR = r"(?:1\d{3}|2[01]\d{2}|[3-9]\d{2})"
_JOIN = r" ?[-–—] ?| и |, | или | по | до |/"
_FORMS = "|".join(sorted(YEAR_FORMS, key=len, reverse=True))
_DATED = re.compile(
    rf"(?<![\d.,:/{LETTER}-])(?P<years>{_YEAR}(?:(?:{_JOIN})(?:{_YEAR}|\d{{2}}(?!\d))){{0,6}})"
    rf"(?:-?(?:го|й|му|м))? ?(?P<word>(?:{_FORMS})(?![{LETTER}])|гг\.?(?![{LETTER}])|г\. ?г\.|г\.|г(?![{LETTER}]))",
)
_SCHOOL = re.compile(
    r"(?<![\d.,:/-])(?P<a>[12]\d{3}) ?[/–—-] ?(?P<b>[12]\d{3}|\d{2})"
    r"(?= (?P<adjective>учебн|отопительн|финансов|хозяйственн|театральн)[а-яё]+ (?P<word>год[а-яё]*|г\.))"
)
_LIFETIME = re.compile(r"\((?P<a>\d{3,4}) ?[–—-] ?(?P<b>\d{3,4})\)")
_LONG_LIFE = 120
_CLOSING_CASES = {" по ": "accs", " до ": "gent"}
_SLASHED = re.compile(r"(?<![\d.,:/№-])(?P<a>(?:19|20)\d\d)/(?P<b>(?:19|20)?\d\d)(?![\d/])")
_NUMBERS = re.compile(rf"(?P<number>\d{{2,4}})(?P<join>{_JOIN})?")
_BARE_SPAN = re.compile(
    r"(?<![\d.,:/№-])(?P<a>1[0-9]\d{2}|20\d{2})(?P<dash> ?[–—-] ?)(?P<b>1[0-9]\d{2}|20\d{2})(?![\d.,:/%-]\d|\d"
    r"|-[а-яё]| ?[%°₽$€])"
)
_BARE = re.compile(
    rf"(?<![\d{LETTER}.,:/-])(?P<word>[Вв]|[Сс]|[Дд]о|[Пп]о|[Кк]|[Пп]осле|[{LETTER}]{{3,8}}) (?P<year>1[5-9]\d{{2}}"
    rf"|20\d{{2}})(?= (?:[а-яё]+)|[,.;)]|$)(?![.,]\d)"
)


def years(text: str) -> Iterator[Reading]:
    """Numbers that "год", "г." or the like makes years of, and those that can be nothing else."""
    yield from _school_years(text)
    yield from _dated(text)
    yield from _lifetimes(text)
    yield from _slashed(text)
    yield from _bare_spans(text)
    yield from _bare(text)


def _school_years(text: str) -> Iterator[Reading]:
    for match in _SCHOOL.finditer(text):
        case = _case_of_word(text, match.start(), match["word"])
        said = " – ".join(ordinal(int(n), case) for n in (match["a"], match["b"]))
        yield Reading(match.start("a"), match.end("b"), said, "year")


def _lifetimes(text: str) -> Iterator[Reading]:
    """ "(978–1054)": two years in brackets, at most a long life apart."""
    for match in _LIFETIME.finditer(text):
        first, last = int(match["a"]), int(match["b"])
        if first < last <= first + _LONG_LIFE:
            said = f"{ordinal(first)} – {ordinal(last)}"
            yield Reading(match.start("a"), match.end("b"), said, "year")


def _slashed(text: str) -> Iterator[Reading]:
    """ "в сезоне 2023/24": two years in a row."""
    for match in _SLASHED.finditer(text):
        first = int(match["a"])
        if int(match["b"]) % 100 == (first + 1) % 100:
            said = f"{ordinal(first, 'gent')} – {ordinal(int(match['b']), 'gent')} годов"
            yield Reading(match.start(), match.end(), said, "year")


def _dated(text: str) -> Iterator[Reading]:
    for match in _DATED.finditer(text):
        numbers = list(_NUMBERS.finditer(match["years"]))
        first, word = int(numbers[0]["number"]), match["word"]
        if not _is_year(text, match.start(), first, word):
            continue
        case = _case_of_word(text, match.start(), word)
        closing = (
            _CLOSING_CASES.get(numbers[-2]["join"] or "", "") if len(numbers) > 1 and word not in YEAR_FORMS else ""
        )
        case = closing or case
        spoken_word = (
            word
            if word in YEAR_FORMS
            else (
                YEAR_SINGULAR
                if (word.startswith("г") and "гг" not in word and len(numbers) == 1) or closing
                else YEAR_PLURAL
            )[case]
        )
        if (
            _is_plain_span(numbers, text, match.start())
            and case == "nomn"
            and word in {"гг.", "гг", "г. г.", "годы", "г."}
        ):
            said = f"с {ordinal(first, 'gent')} по {ordinal(_full(first, numbers[1]['number']), 'accs')} год"
            yield Reading(match.start(), match.end(), said, "year")
            continue
        spoken = []
        for n in numbers:
            own = _first_of_span(text, match.start(), n["join"], case)
            spoken.append(ordinal(_full(first, n["number"]), own) + _joined(n["join"]))
        yield Reading(match.start(), match.end(), f"{''.join(spoken)} {spoken_word}", "year")


def _first_of_span(text: str, start: int, join: str | None, case: str) -> str:
    """In "с 1941 по 1945 год" the first year goes by "с", not by the form of "год"."""
    if join in {" по ", " до "}:
        cases = governed(text, start)
        return cases[0] if cases else "gent"
    return case


def _is_plain_span(numbers: list[re.Match[str]], text: str, start: int) -> bool:
    join = numbers[0]["join"] or ""
    return len(numbers) == 2 and join.strip() in {"-", "–", "—"} and not governed(text, start)


def _full(first: int, figures: str) -> int:
    """ "2004–06": the second year lacks its century."""
    return int(figures) if len(figures) > 2 else first // 100 * 100 + int(figures)


def _joined(join: str | None) -> str:
    if join is None:
        return ""
    return join if join.strip() in {"и", "или", ",", "по", "до"} else " – "


def _is_year(text: str, start: int, number: int, word: str) -> bool:
    """Whether it is a year at all: "1000 г" may be grams, "300 года" is no year without "в"."""
    if word in YEAR_FORMS:
        return number >= _EARLIEST or word in {"году", "годе", "годом"}
    if number < _EARLIEST:
        return word != "г" and governed(text, start, "time")[:1] == ("loct",)
    return number <= _LATEST and (word != "г" or number % 100 != 0 or bool(governed(text, start)))


def _case_of_word(text: str, start: int, word: str) -> str:
    cases = governed(text, start, "time")
    if word in YEAR_FORMS or word.startswith("год"):
        allowed = YEAR_FORMS.get(word, ("nomn",))
        return next((c for c in cases if c in allowed), allowed[0])
    if cases:
        return cases[0]
    before = next(words_before(text, start), None)
    if before and before[0].lower() in SEASONS:
        return "gent"
    return "gent" if before and forms_of(before[0].lower())[0].pos in {"NOUN", "ADJF"} else "nomn"


def _bare_spans(text: str) -> Iterator[Reading]:
    for match in _BARE_SPAN.finditer(text):
        if int(match["a"]) < int(match["b"]):
            cases = governed(text, match.start(), "time")
            said = " – ".join(ordinal(int(match[n]), cases[0] if cases else "nomn") for n in "ab")
            if not re.match(
                rf" ?(?:[{LETTER}]+ов|руб|м(?![{LETTER}])|км|кг|чел|тыс|млн|шт)", text[match.end() : match.end() + 30]
            ):
                yield Reading(match.start(), match.end(), said, "year")


_AFTER_BARE = re.compile(rf" (?P<next>[{LETTER}]+)")
_MONTH_WORDS = frozenset(
    form
    for month in MONTHS
    for form in (
        month,
        *(month[:-1] + e for e in ("я", "ю", "е", "ем")),
        month + "а",
        month + "е",
        month + "у",
        month + "ом",
    )
)


def _bare(text: str) -> Iterator[Reading]:
    """ "в 1997 открыли", "март 2023": a year that lacks its "год"."""
    for match in _BARE.finditer(text):
        word = match["word"].lower()
        year = int(match["year"])
        if word in _MONTH_WORDS:
            yield Reading(match.start("year"), match.end("year"), ordinal(year, "gent"), "year")
        elif word == "в" and not _counts(text, match.end("year")):
            yield Reading(match.start("year"), match.end("year"), ordinal(year, "loct"), "year")


def _counts(text: str, at: int) -> bool:
    """Whether a noun in the genitive plural, or a unit, follows: then the number counts."""
    match = _AFTER_BARE.match(text, at)
    if not match:
        return False
    readings = forms_of(match["next"].lower())
    return any(f.case in {"gent", "loct"} and f.number == "plur" for f in readings) or len(match["next"]) < 4
