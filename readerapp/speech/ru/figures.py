"""Numbers as they are written in figures, and their words."""

import re
from typing import NamedTuple

from ...text.alternatives import either
from . import numerals
from .tables.units import UNITS

_LETTERS = either(unit for unit in UNITS if len(unit) > 1 and unit.isalpha() and unit != "час")
MEASURED = (
    r"(?:%|млн|млрд|тыс\.|°|[кмсд]?м[²³23]?(?![а-яё])|кв\. ?м|куб\. ?м|[кМ]?Вт|(?:кг|га|мг|мл|л|т|ц)(?![а-яё])"
    r"|г(?![а-яё.])|(?:процент|(?:кило|милли|санти)?(?:метр|грамм)|(?:милли)?литр|тонн|градус|гектар|миллион|миллиард"
    r"|тысяч|балл|секунд|час|минут|недел|месяц|год(?!н)|тонн|гигабайт|мегабайт|киловатт|сот(?:ок|к)|рубл|евро|доллар|крон)[а-яё]*|раза(?![а-яё])"
    rf"|[€$₽](?!\d)|[рс]\.(?! ?[А-ЯЁ\d])|(?:{_LETTERS})(?![А-Яа-яёA-Za-z\d]))"
)
"""What makes a number with a point a decimal: "2.3 м"."""
NUMBER = (
    r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,15})(?:,\d{1,6}(?!\d)"
    rf"|\.\d{{1,2}}(?= ?{MEASURED})|(?<=[Мм]агнитуда \d)\.\d(?!\d|\.\d)|(?<=[Мм]агнитудой \d)\.\d(?!\d|\.\d))?"
)
"""Thousands apart by spaces or, twice and more, by dots; a comma before decimals."""
_DOTTED_DECIMAL = re.compile(r"^\d+\.\d{1,2}$")
_LARGEST_WITH_HALF = 20


class Number(NamedTuple):
    """A number as written: the whole part, and the decimals as figures."""

    whole: int
    decimals: str

    @classmethod
    def read(cls, text: str) -> "Number":
        """Take apart what `NUMBER` matches."""
        whole, _, decimals = text.partition("," if "," in text or not _DOTTED_DECIMAL.search(text) else ".")
        return cls(int(re.sub(r"[ .]", "", whole)), decimals)

    @property
    def half(self) -> bool:
        """ "2,5" is "два с половиной" where something is counted; large numbers stay exact."""
        return self.decimals == "5" and 0 < self.whole < _LARGEST_WITH_HALF

    @property
    def is_one(self) -> bool:
        """Whether a singular follows: 1, 21, 101."""
        return not self.decimals and numerals.agreement(self.whole, "nomn") == ("sing", "nomn")

    def say_half(self, case: str, gender: str) -> str:
        """ "полтора", "двух с половиной": the words of a number that is a half and more."""
        if self.whole == 1:
            return "полутора" if case not in {"nomn", "accs"} else "полторы" if gender == "femn" else "полтора"
        return f"{numerals.cardinal(self.whole, case, gender)} с половиной"

    def say(self, case: str = "nomn", gender: str = "masc", *, animate: bool = False) -> str:
        """The words of the number; the gender matters only where it is whole."""
        if self.decimals:
            return numerals.decimal(self.whole, self.decimals, case)
        return numerals.cardinal(self.whole, case, gender, animate=animate)
