"""What stands beside an amount and tells how it is meant: a price, a walk, one side of two, somebody's age."""

import re
from typing import Final

_REACH: Final = 40
_DEGREES: Final = frozenset("°º")
_PRICE: Final = re.compile(r"(?:[Цц]ен[аыу]|[Сс]тоимост[ьи]|[Тт]ариф|[Аа]ренд[аы]) $")
_ACROSS: Final = re.compile(r" на \d{1,4}(?:,\d{1,3})? ?[мкс]?м(?![а-яё])")
"""Behind the first of two sides: "размером 1,2 на 2 м"."""
_REACHED: Final = re.compile(r"(?<![а-яё])(?:достижени|исполнени)[а-яё]{1,2} [а-яё]{3,20} $")
"""Of somebody's age: "по достижении ребёнком 14 лет"."""
_WALK: Final = re.compile(r" (?:ходьбы|езды|пути|лёта|хода|от)(?![а-яё])")
_OF: Final = re.compile(r" из \d")
_DONE: Final = re.compile(r" [а-яё]{2,16}(?:лены|аны|яны|ены)(?![а-яё])")
_DOING: Final = re.compile(r" [а-яё]{2,16}(?:ись|[аиые]ли|[аияу]ют|[аияу]ются)(?![а-яё])")
_LIMIT: Final = re.compile(r"(?<![а-яё])(?:от|до|ниже|выше|около|минус) $")
"""Before a dash that can be nothing but a minus: "от –5 до –15 °C"."""
_LAST_HOUR: Final = 24
_DEGREE: Final = re.compile(r" градус[а-яё]{0,3}+(?! (?:тепла|мороза))")


def asked_beside(text: str, start: int, end: int, *, measured: bool) -> tuple[str, ...] | None:
    """The cases that words ask for which are no prepositions; None where there are no such words."""
    if _ACROSS.match(text, end):
        return ()
    near = max(0, start - _REACH)
    price = measured and _PRICE.search(text, near, start)
    return ("gent",) if price or _REACHED.search(text, near, start) else None


def is_minus(text: str, start: int, end: int, sign: str, unit: str) -> bool:
    """Not the hyphen of "автобус-5", nor the dash of "детский - 150 р."; "-27,-30°" are two numbers below zero."""
    before = text[max(0, start - 2) : start]
    if sign == "–" and not _LIMIT.search(text, max(0, start - 8), start):
        degrees = bool(unit and unit[0] in _DEGREES) or _DEGREE.match(text, end) is not None
        return degrees and before[-1:] in {"", " ", "("} and not before[:1].isdigit()
    if sign[-1] == " ":
        return bool(unit and unit[0] in _DEGREES) or _DEGREE.match(text, end) is not None
    return before[-1:] in {"", " ", "("} or (before[-1:] == "," and before[:1].isdigit())


def takes_time(text: str, end: int) -> bool:
    """ "в 10 мин. ходьбы": how far away."""
    return _WALK.match(text, end) is not None


def some_of_all(text: str, end: int, count: int) -> bool:
    """ "в 14 из 18 районов", "в 61 выявлены нарушения": in how many; "в 10 приехали" is an hour."""
    tells = (_OF, _DONE, _DOING) if count > _LAST_HOUR else (_OF, _DONE)
    return any(pattern.match(text, end) for pattern in tells)
