"""Times of day: "в 13:30", "с 9.00 до 18.00", "10:00–20:00"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..context import governed
from ..morphology import gender_of, inflect, paradigm
from ..numerals import cardinal, counted, decimal
from ..surface import LETTER

_TIME = r"(?:[01]?\d|2[0-4])"
_HOURS = rf"(?: ?(?:час(?:а|ов)?|ч)(?![{LETTER}])\.?)?"
"""Said by the figures already: "18:30 час."."""
_SPAN = re.compile(
    rf"(?<![\d.,:/-])(?P<ah>{_TIME})(?P<mark>[:.])(?P<amin>[0-5]\d) ?[-–—] ?(?P<bh>{_TIME})(?P=mark)"
    r"(?P<bmin>[0-5]\d)(?![\d:.,%]\d|\d|%)"
    rf"{_HOURS}"
)
_HALVES = re.compile(
    r"(?<![\d.,:/-])(?P<h>1[0-2]|[1-9])(?:\.(?P<min>[0-5]\d))? ?(?P<half>[AaPp]\.?[Mm])(?![A-Za-z])\.?"
)
_AFTERNOON = 10
_RACE = re.compile(r"(?<![\d.,:/-])(?:(?P<h>\d):)?(?P<m>[0-5]?\d):(?P<s>[0-5]\d)[.,](?P<part>\d{1,3})(?![\d:]|[.,]\d)")
_MIXED = re.compile(
    rf"(?<![\d.,:/-])(?P<ah>{_TIME})(?:(?P<amark>[:.])(?P<amin>[0-5]\d))? ?[-–—] ?"
    rf"(?P<bh>{_TIME})(?:(?P<bmark>[:.])(?P<bmin>[0-5]\d))?(?![\d:/%°]|[.,]\d)(?! ?[а-яё%°])"
)
_WEEKDAY = re.compile(r"(?<![А-Яа-яЁё])(?:пн|вт|ср|чт|пт|сб|вс)\.?[:,]? $", re.IGNORECASE)
_ONE = re.compile(
    rf"(?<![\d.,:/-])(?P<h>{_TIME})(?P<mark>[:.-])(?P<min>[0-5]\d)(?::(?P<sec>[0-5]\d))?(?!\d|[:.,-]\d| \d{{3}}"
    rf"| ?[%°₽$€])(?P<half> ?[AaPp]\.?[Mm](?![A-Za-z])\.?)?{_HOURS}"
)
_BEFORE_DOTTED = re.compile(
    rf"(?<![{LETTER}])(?:[ВвСсКк]|[Дд]о|[Пп]осле|[Нн]ачало|[Кк]о|[Оо]коло|[Нн]е позднее|[Чч]асов|[Чч]асы|[Пп]еред"
    rf"|(?:назначен|перенес|перенёс|отложен|запланирован|сдвинут)[{LETTER}]* на) $"
)
_AFTER_HYPHENATED = re.compile(r" ?(?:$|[,.;)]|до \d|по \d|час|ч\.)")
_SINCE = re.compile(r"(?<![А-Яа-яЁё])[Сс] $")
_LIST = frozenset({", ", "; ", " и ", ","})
_TIMETABLE = re.compile(
    r"(?i:рейс|отправлени|прибыти|сеанс|начал|расписани|отход|выезд)[а-яё]{0,12}(?: [а-яё]{1,20})?:? $"
)
"""Before a list of times with hyphens: "последние рейсы: 20-05, 22-00"."""
_NOON, _EVENING, _MORNING = 12, 6, 4
_NOT_A_TIME = re.compile(rf" ?(?:%|°|руб|км|кг|млн|млрд|тыс|м(?![{LETTER}])|раз|процент|балл|метр)")


@rule(cue=":")
def races(text: str) -> Iterator[Substitution]:
    """ "2:21.15": minutes, seconds and hundredths of a run."""
    for match in _RACE.finditer(text):
        case = "accs" if governed(text, match.start())[:1] == ("accs",) else "nomn"
        parts = [(int(match[n]), noun) for n, noun in (("h", "час"), ("m", "минута")) if match[n]]
        words = [f"{cardinal(n, case, gender_of(noun))} {counted(n, case, *paradigm(noun))}" for n, noun in parts]
        seconds = f"{decimal(int(match['s']), match['part'], case)} секунды"
        yield Substitution(*match.span(), " ".join((*words, seconds)), "time")


@rule()
def times(text: str) -> Iterator[Substitution]:
    """Hours and minutes with a colon, or with a dot where the words around show that it is a time."""
    for match in _SPAN.finditer(text):
        if match["mark"] == ":" or _both_whole(match):
            since = "" if _SINCE.search(text, max(0, match.start() - 3), match.start()) else "с "
            words = f"{since}{_say(match['ah'], match['amin'], 'gent')} до {_say(match['bh'], match['bmin'], 'gent')}"
            yield Substitution(match.start(), match.end(), words, "time")
    for match in _MIXED.finditer(text):
        if _is_mixed(text, match):
            since = "" if _SINCE.search(text, max(0, match.start() - 3), match.start()) else "с "
            words = f"{since}{_hour(match['ah'], match['amin'], 'gent')} до {_hour(match['bh'], match['bmin'], 'gent')}"
            yield Substitution(*match.span(), words, "time")
    for match in _HALVES.finditer(text):
        cases = governed(text, match.start())
        case = cases[0] if cases else "nomn"
        words = _hour(match["h"], match["min"], case)
        end = match.end() - (match[0][-1] == "." and at_end(text, match.end()))
        yield Substitution(match.start(), end, f"{words} {_part_of_day(int(match['h']), match['half'])}", "time")
    last = -1
    for match in _ONE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        listed = last >= 0 and text[last : match.start()] in _LIST
        cue = listed or match["min"] == "00" or _TIMETABLE.search(before)
        if match["mark"] == "-" and not (cue or (_BEFORE_DOTTED.search(before) and _is_hyphenated(text, match))):
            continue
        dot_cue = listed or _BEFORE_DOTTED.search(before)
        if match["mark"] == "." and (not dot_cue or _NOT_A_TIME.match(text, match.end())):
            continue
        last = match.end()
        yield Substitution(match.start(), match.end(), _one(text, match), "time")


def _is_mixed(text: str, match: re.Match[str]) -> bool:
    """ "8–16:30", "вт. 9–12", "чт 14–16.30": one of the two without minutes, or both behind a day of the week."""
    amin, bmin = match["amin"], match["bmin"]
    if amin and bmin:
        return False
    later = int(match["ah"]) < int(match["bh"])
    colon = ":" in {match["amark"], match["bmark"]}
    return later and (colon or _WEEKDAY.search(text, max(0, match.start() - 5), match.start()) is not None)


def _hour(hour: str, minute: str | None, case: str) -> str:
    """ "восьми", "восьми тридцати"."""
    if minute:
        return _say(hour, minute, case)
    return inflect("час", case) if hour == "1" else cardinal(int(hour), case)


def _is_hyphenated(text: str, match: re.Match[str]) -> bool:
    """ "до 18-00", "с 9-30 до 17-15"; but "с 10-15 человек" counts them."""
    return match["min"] == "00" or _AFTER_HYPHENATED.match(text, match.end()) is not None


def _both_whole(match: re.Match[str]) -> bool:
    """ "9.00-18.00" are times; "1.25-2.50" may be anything."""
    return match["amin"][1] in "05" and match["bmin"][1] in "05" and int(match["bh"]) >= _AFTERNOON


def _one(text: str, match: re.Match[str]) -> str:
    cases = governed(text, match.start())
    words = _say(match["h"], match["min"], cases[0] if cases else "nomn")
    if match["half"]:
        words += f" {_part_of_day(int(match['h']), match['half'])}"
    return f"{words} {cardinal(int(match['sec']))}" if match["sec"] else words


def _say(hour: str, minute: str, case: str) -> str:
    """ "девять ноль ноль", "девяти тридцати": both decline, but never the noughts."""
    h, m = int(hour), int(minute)
    if h == 0 and m == 0:
        return f"{cardinal(0, case)} часов"
    hours = inflect("час", case) if h == 1 else cardinal(h, case)
    if m == 0:
        return f"{hours} ноль ноль"
    return f"{hours} ноль {cardinal(m, case)}" if minute[0] == "0" else f"{hours} {cardinal(m, case)}"


def _part_of_day(hour: int, half: str) -> str:
    """ "8:30 AM" is in the morning, "3:00 PM" by day."""
    if "a" in half.lower():
        return "ночи" if hour == _NOON or hour < _MORNING else "утра"
    return "дня" if hour == _NOON or hour < _EVENING else "вечера"
