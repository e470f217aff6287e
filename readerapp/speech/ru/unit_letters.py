"""Which unit the letters behind a number are, if they are one: "21 г" weighs, "ул. Труда, 21 г" is a house."""

import re

from .figures import Number
from .shortened import names_place
from .tables.units import UNITS

_KOPECK = " к."
_KOPECKS = re.compile(r"\d (?:руб(?:\.|лей|ля|ль)?|р\.) $")
_ADDRESS = re.compile(
    r"(?<![а-яё])(?i:(?:ул|пр|просп|пер|д|бул|наб|пл|ш)\.|(?:улиц|проспект|переул|дом|площад|шоссе|пр-т)[а-яё]*)"
    r" ?(?:[А-ЯЁ«][А-Яа-яЁё»\"-]{0,30} ?){0,3},? ?(?:д(?:ом|\.)? ?)?$"
)
_ADDRESS_REACH = 70
_LAST_CLASS = 11
_CLASS_LETTERS = frozenset("АВКН")
_HUNDREDTHS = 2
_PRICE = re.compile(
    r"(?i:(?<![а-яё])(?:цен[аыуе]|стоимост[ьи]|сумм[аыуе]|итого|всего|оплат[аыуе]|плат[аыуе]|тариф[ауе]?|взнос[ауе]?|штраф[ауе]?|"
    r"пошлин[аыуе]|госпошлин[аыуе]|аванс[ауе]?|залог[ауе]?|задолженност[ьи]|долг[ауе]?|пен[яи]|абонемент[ауе]?|билет[ауе]?|"
    r"прайс|оклад[ауе]?|зарплат[аыуе]|премия|премии)(?: (?:к|на|за|по|в|для|с|без|со) ?[а-яё]{1,14}| [а-яё]{3,16}){0,3}"
    r"(?:,? руб\.?)?(?: ?[:–—=-])? )$"
)
"""What is paid: "Сумма к оплате: 560,25"."""
_PRICE_REACH = 72
_CURRENCY = re.compile(r" (?P<word>рубл(?:ь|я|ей|ям|ями|ях)|евро|доллар(?:а|ов|ам|ами|ах)?)(?![А-Яа-яё]| США)")
_CURRENCIES = {"р": "руб", "е": "€", "д": "USD"}
_NOTHING_COUNTED = re.compile(r"(?=$|[.;,)»\n]| (?:за|с|в|на|и|или|без)(?![А-Яа-яё])| ?[–—/(])")
_ANOTHER_CURRENCY = re.compile(
    r"[€$£]|(?<![а-яё])(?:евро|долл|крон|тенге|фунт|франк|юан|злот|балл)|SEK|EUR|USD|NOK|кр\.|%"
)


def unit_symbol(text: str, match: re.Match[str], numbers: list[Number]) -> tuple[str, int]:
    """The unit of what `quantities` matched, as it is written, and where it ends; "" where there is none.

    A sum with two decimals has the hundredths of its currency, be it a whole word; a price without one has roubles.
    """
    symbol, end = (match["before"] or "").strip() or match["unit"] or "", match.end()
    if not symbol and _KOPECKS.search(text, max(0, match.start() - 12), match.start()):
        return ("коп", end + len(_KOPECK)) if text.startswith(_KOPECK, end) else ("", end)
    if not symbol:
        return _currency(text, match, numbers)
    letter = _is_class_letter(symbol, numbers[0]) or _is_house_letter(text, match, symbol)
    return "" if letter or _is_town(text, match, symbol) or symbol not in UNITS else symbol, end


def _is_class_letter(symbol: str, number: Number) -> bool:
    """ "5 А класс" and "7 В" are classes at school and houses; "220 В" is a voltage."""
    return symbol in _CLASS_LETTERS and number.whole <= _LAST_CLASS


def _is_house_letter(text: str, match: re.Match[str], symbol: str) -> bool:
    """ "ул. Труда, 21 г", "в 5 м классе": the letter of a house or a class."""
    if len(symbol) != 1 or not symbol.isalpha() or match["dot"] or match["per"]:
        return False
    address = _ADDRESS.search(text, max(0, match.start() - _ADDRESS_REACH), match.start())
    return address is not None or text.startswith(" класс", match.end())


def _is_town(text: str, match: re.Match[str], symbol: str) -> bool:
    """ "школа 5 г. Выборга" weighs nothing, "на 5 р. Волге" costs nothing; and roubles need their dot: "5 р."."""
    if symbol not in {"г", "р"}:
        return False
    dot, town = bool(match["dot"]), names_place(text, match.end())
    return (dot and town) if symbol == "г" else (town or not dot)


def _currency(text: str, match: re.Match[str], numbers: list[Number]) -> tuple[str, int]:
    """What a sum with two decimals is in: a word behind it, or roubles where a price says nothing else."""
    start, end = match.span()
    if len(numbers) != 1 or len(numbers[0].decimals) != _HUNDREDTHS or match["scale"] or match["sign"]:
        return "", end
    if word := _CURRENCY.match(text, end):
        return _CURRENCIES[word["word"][0]], word.end()
    price = (
        _NOTHING_COUNTED.match(text, end) is not None
        and _PRICE.search(text, max(0, start - _PRICE_REACH), start) is not None
        and _ANOTHER_CURRENCY.search(text) is None
    )
    return "руб" if price else "", end
