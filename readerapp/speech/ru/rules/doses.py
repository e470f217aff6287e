"""Reads how medicine is taken: "по одной таблетке три раза в сутки", and the type of an illness."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import governed
from ..figures import Number
from ..measures import unit_words
from ..morphology import gender_of
from ..numerals import cardinal, ordinal
from ..surface import LETTER
from ..tables.units import Unit

_FORMS: Final = {"табл": "таблетка", "таб": "таблетка", "капс": "капсула", "кап": "капля", "амп": "ампула"}
_DOSE: Final = re.compile(
    rf"(?<![\d.,/-])(?:(?P<first>\d{{1,2}}) ?[–—-] ?)?(?P<count>\d{{1,2}}) "
    rf"(?P<form>{'|'.join(_FORMS)})(?![{LETTER}])\.?"
    r"(?=$|[,;:)]| (?:\d ?р|\d раз|в |за |на |до |после |перед |утром|днём|днем|вечером|ежедн|кажд|по ))"
)
_OFTEN: Final = {
    "сут": "в сутки", "сутки": "в сутки", "день": "в день", "дн": "в день", "нед": "в неделю", "неделю": "в неделю",
    "д": "в день", "мес": "в месяц", "месяц": "в месяц", "год": "в год", "г": "в год", "час": "в час", "ч": "в час",
}  # fmt: skip
_TIMES: Final = re.compile(
    rf"(?<![\d.,/-])(?:(?P<first>\d) ?[–—-] ?)?(?P<count>\d{{1,2}}) ?(?:(?P<short>р\.?)|раза?)(?: ?/ ?| в )"
    rf"(?P<often>{either(_OFTEN)})(?![{LETTER}])\.?"
)
_PAID: Final = re.compile(
    r"(?i:(?<![а-яё])(?:цен|сто[ия]|плат|оплат|тариф|аренд|штраф|пен[ия]|взнос|проезд|прокат|расход|зарпл|тратит)[а-яё]{0,8}"
    r"[^.!?\d]{0,16}|(?<![а-яё])по )$"
)
"""Before so many roubles a day."""
_REACH: Final = 36
_SELDOM: Final = 9
"""What is taken is taken no oftener, where "р." may be roubles."""
_TYPE: Final = re.compile(
    r"(?i:(?<![а-яё])(?:диабет[а-яё]{0,3}|гиперчувствительност[а-яё]{1,2}|герпес[а-яё]{0,2}))"
    r" (?:(?P<first>[1-6])(?:-го)?(?P<joint> и | или ))?(?P<number>[1-6])(?:-го)? типа(?![а-яё])"
)


@rule()
def doses(text: str) -> Iterator[Substitution]:
    """ "по 1 табл.", "3 р./сут."."""
    for match in _DOSE.finditer(text):
        noun = _FORMS[match["form"]]
        cases = governed(text, match.start()) or ("nomn",)
        count = int(match["count"])
        case = "datv" if cases[:2] == ("accs", "datv") and count == 1 else cases[0]
        numbers = [cardinal(int(match[name]), case, gender_of(noun)) for name in ("first", "count") if match[name]]
        words = unit_words(Unit(noun), Number(count, ""), case, after_scale=False)
        yield Substitution(match.start(), _end(text, match), f"{' – '.join(numbers)} {words}", "dose")
    for match in _TIMES.finditer(text):
        count = int(match["count"])
        if match["short"] and _is_price(text, match, count):
            continue
        numbers = [cardinal(int(match[name])) for name in ("first", "count") if match[name]]
        times = "раза" if count % 10 in {2, 3, 4} and count not in {12, 13, 14} else "раз"
        wording = f"{' – '.join(numbers)} {times} {_OFTEN[match['often']]}"
        yield Substitution(match.start(), _end(text, match), wording, "dose")


@rule()
def types(text: str) -> Iterator[Substitution]:
    """ "диабет 2 типа"."""
    for match in _TYPE.finditer(text):
        words = f"{ordinal(int(match['number']), 'gent')} типа"
        if match["first"]:
            words = f"{ordinal(int(match['first']), 'gent')}{match['joint']}{words}"
        yield Substitution(match.start("first" if match["first"] else "number"), match.end(), words, "ordinal")


def _is_price(text: str, match: re.Match[str], count: int) -> bool:
    """ "5 р. в час", "стоит 9 р. в день": roubles and no times."""
    hourly = match["often"] in {"час", "ч"}
    return count > _SELDOM or hourly or _PAID.search(text, max(0, match.start() - _REACH), match.start()) is not None


def _end(text: str, match: re.Match[str]) -> int:
    """Without the full stop that ends a sentence."""
    stop = match[0].endswith(".")
    after = text[match.end() : match.end() + 2]
    return match.end() - (stop and (not after.strip() or after[1:].isupper()))
