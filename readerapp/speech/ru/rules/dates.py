"""Days: "12 апреля 1961 г.", "с 5 по 31 декабря", "28–31 октября", "от 12.05.2020", "2023-05-04"."""

import re
from collections.abc import Iterable, Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import governed, words_before
from ..counted import noun_after
from ..morphology import forms_of, inflect
from ..numerals import CASES, ordinal
from ..surface import LETTER
from ..tables.calendar import MONTH_OF, MONTHS, MONTHS_GENITIVE, WEEKDAYS

_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_ENDING = r"(?:-?(?:го|ого|е|ое|му|ому|м|ым|ом))?"
_MONTH = either(MONTH_OF)
_SHORT_MONTH = either(m for m in MONTH_OF if m.endswith("."))
_YEAR_WORD = rf"(?: ?(?:г\. ?р\.(?![{LETTER}])|г\.|г(?![{LETTER}])|года(?![{LETTER}])|годом(?![{LETTER}])))"
_JOIN = r" ?[-–—] ?| и |, | или "
_WRITTEN = re.compile(
    rf"(?<![\d.,:/-])(?P<days>{_DAY}{_ENDING}(?:(?:{_JOIN}){_DAY}{_ENDING}){{0,6}}) (?P<month>{_MONTH})(?![{LETTER}])"
    rf"(?: (?P<year>\d{{4}}|\d{{3}}(?= ?г))(?![\d{LETTER}]|/\d|[–-]\d)(?P<word>{_YEAR_WORD})?)?",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?<=[{LETTER}] )(?P<day>{_DAY})(?= (?:по|до|на|и по|и до) {_DAY} (?:{_MONTH})(?![{LETTER}]))", re.IGNORECASE
)
_NUMERIC = re.compile(
    rf"(?<![\d.,:/-])(?:(?P<day>{_DAY})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>[12]\d{{3}}|\d{{2}}(?!\d))"
    rf"|(?P<iso_year>[12]\d{{3}})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01]))"
    rf"(?!\d|[./-]\d)(?P<word>{_YEAR_WORD})?"
)
_SHORT = re.compile(
    rf"(?<=[{LETTER}] )(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])(?![\d.]\d|\d)(?! ?час| ?ч\.)"
)
_SHORT_SPAN = re.compile(
    r"(?<![А-Яа-яЁё])[сС]о? (?P<a>0?[1-9]|[12]\d|3[01])\.(?P<am>0[1-9]|1[0-2])"
    r" (?:по|на) (?P<b>0?[1-9]|[12]\d|3[01])\.(?P<bm>0[1-9]|1[0-2])(?:(?P<year>\.(?:\d{4}|\d\d)(?!\d))|(?![\d.]\d|\d))"
)
_DASHED = re.compile(
    r"(?<![\d.,:/-])(?P<a>0[1-9]|[12]\d|3[01])\.(?P<am>0[1-9]|1[0-2]) ?[–—-] ?(?P<b>0[1-9]|[12]\d|3[01])\."
    r"(?P<bm>0[1-9]|1[0-2])(?:\.(?P<year>\d{4}|\d\d)(?!\d|\.\d)|(?!\d|[.,:%]\d| ?%))"
    rf"(?P<word>(?<=\.\d{{4}}){_YEAR_WORD})?"
)
_SHORT_AT = re.compile(
    rf"(?:(?<=[{LETTER}] )|(?<![^\n]))(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])"
    r"(?=,? (?:в|с) \d{1,2}[.:-]\d\d(?!\d))"
)
"""A day before an hour: "пройдёт 5.03 в 14.00"."""
_AFTER_HOUR = re.compile(r"(?<=\d:\d\d )(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])(?!\d|[.,]\d| ?%)")
"""A day behind an hour: "с 22:00 31.12"."""
_OLD_STYLE = re.compile(
    rf"(?<![\d.,:/-])(?P<day>{_DAY}) \((?P<other>{_DAY})\)(?= (?:{_MONTH})(?![{LETTER}]))", re.IGNORECASE
)
"""Both calendars before one month: "3 (15) марта"."""
_QUOTED = re.compile(rf"[«\"„“](?P<day>{_DAY})[»\"“”](?= ?(?:{_MONTH})(?![{LETTER}]))", re.IGNORECASE)
_YEAR_AFTER_QUOTED = re.compile(rf" ?(?:{_MONTH}) (?P<year>[12]\d{{3}})(?P<word>{_YEAR_WORD})?", re.IGNORECASE)
_ANY_DAY = re.compile(r"\d")
_FIGURES = re.compile(r"\d[./-]\d")
_SINCE = re.compile(r"(?<![А-Яа-яЁё])[Сс] $")
_DAYS_OF = re.compile(
    rf"(?<![\d.,:/-])(?P<a>{_DAY}) ?[–—-] ?(?P<b>{_DAY})\.(?P<month>0[1-9]|1[0-2])\.(?P<year>[12]\d{{3}})(?!\d|[./-]\d)"
    rf"(?P<word>{_YEAR_WORD})?"
)
_HOURS_IN_A_DAY = 24
_MONTH_ALONE = re.compile(
    rf"(?<![{LETTER}])(?P<a>{_SHORT_MONTH})(?: ?[–—-] ?(?P<b>{_SHORT_MONTH}))? (?P<year>[12]\d{{3}})(?!\d)"
    rf"(?P<word>{_YEAR_WORD})?",
    re.IGNORECASE,
)
_MONTHS_ALONE = re.compile(
    rf"(?<![{LETTER}\d])(?<!\d )(?P<a>{_SHORT_MONTH})(?= ?[–—-] ?(?:{_SHORT_MONTH}))"
    rf" ?[–—-] ?(?P<b>{_SHORT_MONTH})(?! ?\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(rf"(?P<number>{_DAY}){_ENDING}(?P<join>{_JOIN})?", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"(?<![\d.,:/-]){_DAY} (?:{_MONTH}) и $", re.IGNORECASE)
_REACH = 20
_ROUND = "05"
"""Minutes that hours are likelier to be told with: "до 14.30", but "до 14.02"."""
_LIMITS = (" до ", " с ", " по ", " после ")
_ASKING = frozenset({"на", "по", "к", "ко"})
_THIS_CENTURY = 40
_SPAN = 2
"""Days in "28–31 октября"."""
_DEFINES = re.compile(r" ?[–—-] (?!\d)")


@rule()
def dates(text: str) -> Iterator[Substitution]:
    """Days of the month, with the year where there is one."""
    if not _ANY_DAY.search(text):
        return
    yield from _open_spans(text)
    yield from _parted(text)
    yield from _written(text)
    if _FIGURES.search(text):
        yield from _short_spans(text)
        yield from _numeric(text)
        yield from _short(text)
    yield from _months(text)


def _open_spans(text: str) -> Iterable[Substitution]:
    """The first day of "с 5 по 31 декабря": its month comes only after the second."""
    for match in _OPEN.finditer(text):
        case = _case(text, match.start(), match.end())
        yield Substitution(match.start(), match.end(), ordinal(int(match["day"]), case, "neut"), "date")


def _parted(text: str) -> Iterable[Substitution]:
    """Days that a bracket or quotation marks part from their month: "3 (15) марта", "«15» июня 2022 г."."""
    for match in _OLD_STYLE.finditer(text):
        case = _case(text, match.start(), match.end())
        for name in ("day", "other"):
            yield Substitution(*match.span(name), ordinal(int(match[name]), case, "neut"), "date")
    for match in _QUOTED.finditer(text):
        words = ordinal(int(match["day"]), _case(text, match.start(), match.end()), "neut")
        yield Substitution(*match.span("day"), words, "date")
        if year := _YEAR_AFTER_QUOTED.match(text, match.end()):
            yield Substitution(year.start("year"), year.end(), _year(int(year["year"]), year["word"] or ""), "date")


def _written(text: str) -> Iterable[Substitution]:
    for match in _WRITTEN.finditer(text):
        cases = governed(text, match.start())
        days = list(_NUMBERS.finditer(match["days"]))
        if len(days) == _SPAN and days[0]["join"] in {"-", "–", "—", " - ", " – ", " — "} and not cases:
            phrase = f"{_since(days[0]['number'])} по {_day(days[1]['number'], 'accs')}"
        else:
            case = _case(text, match.start(), match.end())
            phrase = "".join(_day(d["number"], case) + _joined(d["join"]) for d in days)
        words = [phrase, MONTH_OF[match["month"].lower()]]
        end = match.end("month")
        if match["year"] and (match["word"] or not _counts(text, match.end())):
            words.append(_year(int(match["year"]), match["word"] or ""))
            end = match.end()
        yield Substitution(match.start(), end, " ".join(words), "date")


def _counts(text: str, at: int) -> bool:
    """ "3 сентября 1200 школьников": what looks like a year counts what is behind it."""
    return any((f.number, f.case) == ("plur", "gent") for f in noun_after(text, at))


def _day(figures: str, case: str) -> str:
    return ordinal(int(figures), case, "neut")


def _since(figures: str) -> str:
    """ "с третьего", but "со второго"."""
    return f"{'со' if int(figures) == _SPAN else 'с'} {_day(figures, 'gent')}"


def _joined(join: str | None) -> str:
    return "" if join is None else join if join.strip() in {"и", "или", ","} else " – "


def _year(number: int, word: str) -> str:
    year = f"{ordinal(number, 'gent')} года" if word else ordinal(number, "gent")
    return f"{year} рождения" if word.endswith("р.") else year


def _numeric(text: str) -> Iterable[Substitution]:
    for match in _DAYS_OF.finditer(text):
        days = f"{_since(match['a'])} по {_day(match['b'], 'accs')}"
        words = f"{days} {MONTHS_GENITIVE[int(match['month']) - 1]} {_year(int(match['year']), 'г.')}"
        yield Substitution(match.start(), match.end(), words, "date")
    for match in _NUMERIC.finditer(text):
        iso = match["iso_year"] is not None
        day = match["iso_day"] if iso else match["day"]
        month = int(match["iso_month"] if iso else match["month"])
        year = _in_full(match["iso_year"] if iso else match["year"])
        case = _case(text, match.start(), match.end())
        words = f"{_day(day, case)} {MONTHS_GENITIVE[month - 1]} {_year(year, match['word'] or 'г.')}"
        yield Substitution(match.start(), match.end(), words, "date")


def _in_full(year: str) -> int:
    """ "10.05.24": a year of two figures is of this century or of the last."""
    number = int(year)
    if len(year) > _SPAN:
        return number
    return number + (2000 if number <= _THIS_CENTURY else 1900)


def _short_spans(text: str) -> Iterable[Substitution]:
    """ "с 10.05 по 20.05": "по" is for days, as "до" is for hours."""
    for match in _DASHED.finditer(text):
        if match["year"] or not _may_be_hours(match):
            first, last = (MONTHS_GENITIVE[int(match[n]) - 1] for n in ("am", "bm"))
            since = "" if _SINCE.search(text, max(0, match.start() - 3), match.start()) else "с "
            words = f"{since}{_day(match['a'], 'gent')} {first} по {_day(match['b'], 'accs')} {last}"
            words += f" {_year(_in_full(match['year']), 'г.')}" if match["year"] else ""
            yield Substitution(match.start(), match.end(), words, "date")
    for match in _SHORT_SPAN.finditer(text):
        both = (("a", "am", "gent"), ("b", "bm", "accs"))
        for day, month, case in both[:1] if match["year"] else both:
            words = f"{_day(match[day], case)} {MONTHS_GENITIVE[int(match[month]) - 1]}"
            yield Substitution(match.start(day), match.end(month), words, "date")


def _may_be_hours(match: re.Match[str]) -> bool:
    """ "10.10–12.10" may be hours; "30.09–01.10" and "01.06–31.08" cannot."""
    hours = max(int(match["a"]), int(match["b"])) <= _HOURS_IN_A_DAY and match["a"] < match["b"]
    return hours and match["am"][1] in "05" and match["bm"][1] in "05"


def _short(text: str) -> Iterable[Substitution]:
    """ "с 01.09 по 31.05": only after a preposition, where it cannot be a time of day or a decimal."""
    for match in _SHORT_AT.finditer(text):
        words = (
            f"{_day(match['day'], _case(text, match.start(), match.end()))} {MONTHS_GENITIVE[int(match['month']) - 1]}"
        )
        yield Substitution(match.start(), match.end(), words, "date")
    for match in _AFTER_HOUR.finditer(text):
        words = f"{_day(match['day'], 'gent')} {MONTHS_GENITIVE[int(match['month']) - 1]}"
        yield Substitution(match.start(), match.end(), words, "date")
    for match in _SHORT.finditer(text):
        cases = governed(text, match.start())
        before = text[max(0, match.start() - 4) : match.start()].lower()
        limit = match["day"][0] == "0" or (match["month"][1] not in _ROUND and before.endswith(_LIMITS))
        if (cases and not before.endswith((" в ", " к ")) and limit) or before.endswith(" от "):
            words = f"{_day(match['day'], cases[0] if cases else 'gent')} {MONTHS_GENITIVE[int(match['month']) - 1]}"
            yield Substitution(match.start(), match.end(), words, "date")


def _months(text: str) -> Iterable[Substitution]:
    """ "в янв.–февр. 2023 г.", "за янв.–сент.": shortened months without a day."""
    for match in _MONTHS_ALONE.finditer(text):
        case = (governed(text, match.start(), "time") or ("nomn",))[0]
        both = (inflect(MONTHS[MONTHS_GENITIVE.index(MONTH_OF[match[n].lower()])], case) for n in ("a", "b"))
        yield Substitution(match.start(), match.end(), " – ".join(both), "date")
    for match in _MONTH_ALONE.finditer(text):
        case = (governed(text, match.start(), "time") or ("nomn",))[0]
        months = [
            inflect(MONTHS[MONTHS_GENITIVE.index(MONTH_OF[match[n].lower()])], case) for n in ("a", "b") if match[n]
        ]
        words = f"{' – '.join(months)} {_year(int(match['year']), match['word'] or '')}"
        yield Substitution(match.start(), match.end(), words, "date")


def _of_a_day_before(text: str, start: int) -> tuple[str, ...]:
    """What is asked of the day of the week or the date that stands before: "на среду 4 марта", "на 1 июня и 2 июня".

    "В среду 4 марта" says when.
    """
    if earlier := _DAY_BEFORE.search(text, max(0, start - _REACH), start):
        return governed(text, earlier.start())
    row = list(words_before(text, start))
    if len(row) < len(("на", "среду")) or row[1][0].lower() not in _ASKING:
        return ()
    weekday, at = row[0]
    own = {form.case for form in forms_of(weekday.lower()) if form.lemma in WEEKDAYS.values()}
    return tuple(case for case in governed(text, at) if case in own)


def _case(text: str, start: int, end: int) -> str:
    """A day that no preposition governs says when ("пройдёт второго мая").

    One that opens a definition is named ("второе мая — выходной").
    """
    cases = governed(text, start) or _of_a_day_before(text, start)
    if cases and len(cases) < len(CASES):
        return cases[0]
    return "nomn" if start == 0 and _DEFINES.match(text, end) else "gent"
