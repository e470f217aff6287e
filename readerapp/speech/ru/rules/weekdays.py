"""Shortened days of the week: "пн–пт", "с пн. по пт.", "Вт, Чт: 14:00", "кроме сб. и вс."."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..context import governed
from ..morphology import inflect
from ..surface import LETTER
from ..tables.calendar import WEEKDAYS

_DAYS = "|".join(WEEKDAYS)
_SPAN = re.compile(
    rf"(?<![{LETTER}])(?:(?:с|со) )?(?P<a>{_DAYS})\.? ?(?:[-–—]|по) ?(?P<b>{_DAYS})"
    rf"(?:\.(?= ?[^А-ЯЁ]|$))?(?![{LETTER}])",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![{LETTER}\d])(?<!\d )(?P<day>{_DAYS})(?:(?P<dot>\.)?"
    rf"(?=:? ?(?:\d|[–—,;)]|-(?![{LETTER}])|с \d|$|(?:и|по) (?:{_DAYS})(?![{LETTER}]))"
    rf"|(?<=\.) (?:в |с |до |месяца|недели|каждого|кажд)|(?<=\.)(?=\.?$)|(?<=\.) [а-яё])(?P<told>)|)(?![{LETTER}])",
    re.IGNORECASE,
)
"""What stands behind a day tells it from the words that are written alike, or it stands in a row of days."""
_ROW = re.compile(
    rf"(?<![{LETTER}\d])(?:{_DAYS})(?:(?:\.?,? |\.? и |, ?|/)(?:{_DAYS})(?![{LETTER}])){{1,6}}", re.IGNORECASE
)
_ASKED = re.compile(
    r"(?:(?<![а-яё])(?:в|во|по|до|с|со|к|ко|на|кроме|(?:кажд|последн|перв|втор|треть|четв[её]рт|следующ|ближайш)[а-яё]{1,4})"
    r"|\d-(?:й|я|ю|е|го|му)) $",
    re.IGNORECASE,
)
"""Before a day that a word stands behind: "в пн. закрыто"."""
_CERTAIN = re.compile(rf" (?:в |с |до |месяца|недели|каждого|кажд|(?:и|по) (?:{_DAYS})(?![{LETTER}]))", re.IGNORECASE)
_REACH = 16
_WORD_BEHIND = re.compile(r" [а-яё]")
_OF_MONTH = re.compile(r" мес\.")
_ANOTHER = frozenset({"ср", "сб"})
"""Also "сравни", "средний", and a collection: "в сб. статей"."""
_CLUSTERS = ("вт", "ср")
"""After "с" they want a vowel: "со вторника", "со среды"."""
_EVERY = re.compile(rf"(?<![{LETTER}])(?<!с )по $", re.IGNORECASE)
_WEDNESDAY = "ср"
_OTHER_DAY = re.compile(r"(?<![А-Яа-яЁё])(?:пн|вт|чт|пт|сб|вс)(?![А-Яа-яЁё])", re.IGNORECASE)
_LINKS = frozenset({",", "и", "/", ""})
_NEAR = 8
_EACH = re.compile(r"каждую $", re.IGNORECASE)
_EVERY_ONE = re.compile(rf"(?<![{LETTER}])(?:по|кажд(?:ую|ой)) $", re.IGNORECASE)
_HOURS = re.compile(r" (?:с|в|до|от) \d{1,2}(?:[:.]\d\d|(?: ч\b)| до \d| часов)")
"""What stands behind a day, but hardly behind "средним": "по ср. с 14 до 16 ч."."""


@rule(digits=False)
def weekdays(text: str) -> Iterator[Substitution]:
    """Each day in the case that the words before it, or before the first of its list, ask for."""
    for match in _SPAN.finditer(text):
        first, last = (WEEKDAYS[match[n].lower()] for n in ("a", "b"))
        with_o = "о" if first.startswith(_CLUSTERS) else ""
        words = f"с{with_o} {inflect(first, 'gent')} по {inflect(last, 'accs')}"
        yield Substitution(match.start(), match.end(), words, "weekday")
    end, case, number = 0, "nomn", "sing"
    in_rows = {place for row in _ROW.finditer(text) for place in range(*row.span())}
    for match in _DAY.finditer(text):
        if match["told"] is None and match.start() not in in_rows:
            continue
        if match["day"].lower() == _WEDNESDAY and not _is_wednesday(text, match):
            continue
        listed = end > 0 and match.start() - end < _NEAR and text[end : match.start()].strip() in _LINKS
        if not listed and not _is_asked(text, match):
            continue
        if not listed:
            every = _EVERY.search(text, max(0, match.start() - _NEAR), match.start())
            cases = () if text[max(0, match.start() - 2) : match.start()] == ", " else governed(text, match.start())
            if _EACH.search(text, max(0, match.start() - _NEAR), match.start()):
                cases = ("accs",)
            case, number = ("datv", "plur") if every else ((cases or ("nomn",))[0], "sing")
        words = inflect(WEEKDAYS[match["day"].lower()], case, number)
        yield Substitution(match.start(), match.end(), words, "weekday")
        end = match.end()
        if month := _OF_MONTH.match(text, end):
            yield Substitution(end, month.end(), " месяца", "weekday")


def _is_asked(text: str, match: re.Match[str]) -> bool:
    """Whether a day that a word stands behind has one before that shows that it is a day: "в чт. закрыто"."""
    if not match["dot"] or _CERTAIN.match(text, match.end()):
        return True
    if _WORD_BEHIND.match(text, match.end()) is None:
        return True
    return (
        match["day"].lower() not in _ANOTHER
        and _ASKED.search(text, max(0, match.start() - _REACH), match.start()) is not None
    )


def _is_wednesday(text: str, match: re.Match[str]) -> bool:
    """ "ср." is also "сравни": it is a day only among days, and before hours that it is asked for with."""
    if _HOURS.match(text, match.end()) and _EVERY_ONE.search(text, max(0, match.start() - _REACH), match.start()):
        return True
    around = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() : match.end() + _NEAR]
    return not match["dot"] or _OTHER_DAY.search(around) is not None
