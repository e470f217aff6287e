"""Telephone numbers: "+7 (812) 123-45-67", "8 800 100-00-00", "тел. 12-34-56", "доб. 5"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..numerals import cardinal, grouped
from ..surface import LETTER

_RUSSIAN = re.compile(
    r"(?<![\d+-])(?<!\d[.,])\(?(?P<country>\+ ?7|8)[ -]{0,3}(?:(?P<inner>(?<=\(8-)\d{3}(?:-\d{2})?)\)|"
    r"\( ?(?P<area>\d{3,5}|\d{3}-\d{2}) ?\)|(?P<plain>\d{4}(?="
    r"(?:[ -]\d\d){3}(?!\d))|\d{5}(?=[ -]\d(?:[ -]\d\d){2}(?!\d))|\d{3}))(?P<rest>(?:[ –-]{0,3}\d{1,7}){1,5})"
    r"(?!\d|[.,]\d)"
)
_SHORT_WORD = re.compile(r"(?<![А-Яа-яЁё])[Тт]\.:? ?(?=\(?(?:\+ ?7|8)[ (-]|\(\d{3,5}\)|\d{1,3}-\d\d-\d\d)")
_FOREIGN = re.compile(
    r"(?<![\d,.])\+ ?(?P<country>\d{1,3})(?P<rest>(?:[ -]?\(0\)\d{1,4})?(?:[ -]\(?\d{1,6}\)?){2,6})(?!\d|[.,]\d)"
)
_BRACKETED = re.compile(r"(?<![\d,.])\((?P<area>\d{3,5})\) ?(?P<rest>\d{1,3}(?:[ -]\d{2,3}){1,3})(?![\d]|[.,]\d)")
_LOCAL = re.compile(r"(?<![\d,./-])(?<!№ )(?<!№)(?P<rest>\d{3}-\d{2}-\d{2}|\d{3} \d{2} \d{2}(?= *$))(?![\d-]|[.,]\d)")
_NAMED = re.compile(
    rf"(?<![{LETTER}])(?:[Тт]ел\.?|[Тт]елефон[а-яё]*|[Фф]акс[а-яё]*|[Зз]воните|[Пп]озвонит[а-яё]*)(?: (?:по"
    r"|номер[а-яё]*|доверия|горячей линии))*"
    r"(?:/ ?факс|\(факс\))?\.?:? ?(?P<rest>\d{1,4}(?:[ -]\d{1,4}){0,4})(?![\d]|[.,:/]\d|-?[а-яё])"
)
_EXTENSION = re.compile(r"(?<![А-Яа-яЁё])(?P<word>доб\.|вн\.|внутр\.) ?(?P<number>\d{1,6})(?!\d)")
_GROUPS = {4: (2, 2), 5: (1, 2, 2), 6: (2, 2, 2), 7: (3, 2, 2), 10: (3, 3, 2, 2)}
_DIGITS = re.compile(r"\d+")
_NATIONAL = 10
"""Figures of a Russian number without the country."""
_IN_TWOS = 4
_SAYABLE = 3
"""Figures that are said as one number."""


@rule()
def phones(text: str) -> Iterator[Substitution]:
    """Telephone numbers, by what they look like or by the word before them."""
    for match in _SHORT_WORD.finditer(text):
        yield Substitution(match.start(), match.end(), "телефон", "phone")
    for match in _RUSSIAN.finditer(text):
        yield from _russian(match)
    for match in _FOREIGN.finditer(text):
        words = ", ".join((f"плюс {cardinal(int(match['country']))}", *_say(match["rest"])))
        yield Substitution(match.start(), match.end(), words, "phone")
    for match in _BRACKETED.finditer(text):
        yield Substitution(
            match.start(), match.end(), ", ".join((*_area(match["area"]), *_say(match["rest"]))), "phone"
        )
    for pattern in (_LOCAL, _NAMED):
        for match in pattern.finditer(text):
            yield Substitution(match.start("rest"), match.end("rest"), ", ".join(_say(match["rest"])), "phone")
    for match in _EXTENSION.finditer(text):
        word = "добавочный" if match["word"].startswith("доб") else "внутренний"
        yield Substitution(match.start(), match.end(), f"{word} {grouped(match['number'])}", "phone")


def _russian(match: re.Match[str]) -> Iterator[Substitution]:
    area = re.sub(r"\D", "", match["inner"] or match["area"] or match["plain"])
    local = re.sub(r"\D", "", match["rest"])
    if len(area) + len(local) != _NATIONAL:
        return
    words = [f"плюс {cardinal(7)}" if match["country"][0] == "+" else cardinal(8), *_area(area)]
    words += _split(local) if local in match["rest"] else _say(match["rest"])
    yield Substitution(match.start(), match.end(), ", ".join(words), "phone")


def _area(figures: str) -> list[str]:
    """ "812" together, "8442" in twos, "81365" as three and two."""
    if len(figures) == _IN_TWOS:
        return [grouped(figures[:2]), grouped(figures[2:])]
    return [grouped(part) for part in (figures[:3], figures[3:]) if part]


def _say(rest: str) -> list[str]:
    groups = _DIGITS.findall(rest)
    return [part for group in groups for part in _split(group)]


def _split(group: str) -> list[str]:
    """A group of figures as spoken; a long one in threes and twos."""
    if len(group) <= _SAYABLE:
        return [grouped(group)]
    sizes = _GROUPS.get(len(group), (1,) * len(group))
    parts, at = [], 0
    for size in sizes:
        parts.append(grouped(group[at : at + size]))
        at += size
    return parts
