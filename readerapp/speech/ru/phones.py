"""Telephone numbers: "+7 (812) 123-45-67", "8 800 100-00-00", "тел. 12-34-56", "доб. 5"."""

import re
from collections.abc import Iterator

from readerapp.model.script import Reading

from .numerals import cardinal, grouped
from .surface import LETTER

_LONG = re.compile(
    r"(?<![\d,.+-])(?P<country>\+ ?\d{1,3}|8)(?:[ -]{0,3}\(? ?(?P<area>\d{3,5})\)?)(?P<rest>(?:[ -]{0,3}\d{1,7}){1,5})(?![\d]|[.,]\d)"
)
_BRACKETED = re.compile(r"(?<![\d,.])\((?P<area>\d{3,5})\) ?(?P<rest>\d{1,3}(?:[ -]\d{2,3}){1,3})(?![\d]|[.,]\d)")
_LOCAL = re.compile(r"(?<![\d,./-])(?<!№ )(?<!№)(?P<rest>\d{3}-\d{2}-\d{2}|\d{3} \d{2} \d{2}(?= *$))(?![\d-]|[.,]\d)")
_NAMED = re.compile(
    rf"(?<![{LETTER}])(?:[Тт]ел\.?|[Тт]елефон[а-яё]*|[Фф]акс[а-яё]*|[Зз]воните|[Пп]озвонит[а-яё]*|[Дд]об\.|[Вв]нутренний)(?: (?:по|номер[а-яё]*|доверия|горячей линии))*"
    r"(?:/ ?факс|\(факс\))?\.?:? ?(?P<rest>\d{1,4}(?:[ -]\d{1,4}){0,4})(?![\d]|[.,:/]\d|-?[а-яё])"
)
_EXTENSION = re.compile(r"(?<![А-Яа-яЁё])(?P<word>доб\.|вн\.|внутр\.) ?(?P<number>\d{1,6})(?!\d)")
_GROUPS = {4: (2, 2), 5: (1, 2, 2), 6: (2, 2, 2), 7: (3, 2, 2), 10: (3, 3, 2, 2)}
_DIGITS = re.compile(r"\d+")
_NATIONAL = 10


def phones(text: str) -> Iterator[Reading]:
    """Telephone numbers, by what they look like or by the word before them."""
    for match in _LONG.finditer(text):
        yield from _long(match)
    for match in _BRACKETED.finditer(text):
        yield Reading(match.start(), match.end(), ", ".join((grouped(match["area"]), *_say(match["rest"]))), "phone")
    for pattern in (_LOCAL, _NAMED):
        for match in pattern.finditer(text):
            yield Reading(match.start("rest"), match.end("rest"), ", ".join(_say(match["rest"])), "phone")
    for match in _EXTENSION.finditer(text):
        word = "добавочный" if match["word"].startswith("доб") else "внутренний"
        yield Reading(match.start(), match.end(), f"{word} {grouped(match['number'])}", "phone")


def _long(match: re.Match[str]) -> Iterator[Reading]:
    country = match["country"]
    figures = match["area"] + re.sub(r"\D", "", match["rest"])
    national = country in {"8", "+7", "+ 7"}
    if national and len(figures) != _NATIONAL or not 7 <= len(figures) <= 12:
        return
    said = [f"плюс {cardinal(int(country[1:]))}" if country[0] == "+" else cardinal(8), grouped(match["area"])]
    rest = match["rest"]
    if national and not re.search(r"\d[ -]+\d", rest):
        rest_figures = figures[len(match["area"]) :]
        said += _split(rest_figures)
    else:
        said += _say(rest)
    yield Reading(match.start(), match.end(), ", ".join(said), "phone")


def _say(rest: str) -> list[str]:
    groups = _DIGITS.findall(rest)
    return [part for group in groups for part in _split(group)]


def _split(group: str) -> list[str]:
    """A group of figures as spoken; a long one in threes and twos."""
    if len(group) <= 3:
        return [grouped(group)]
    sizes = _GROUPS.get(len(group), (1,) * len(group))
    parts, at = [], 0
    for size in sizes:
        parts.append(grouped(group[at : at + size]))
        at += size
    return parts
