"""Reads kilometres that name a place on a road: "на девяносто пятом километре"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..numerals import ordinal
from ..surface import LETTER

_ON: Final = re.compile(
    rf"(?<![{LETTER}])(?P<on>[Нн]а) (?P<km>\d{{1,4}}) км(?![{LETTER}/²³2]|\.? ?[–-] ?\d)\.?(?=(?P<after>.{{0,16}}))"
)
_FROM: Final = re.compile(
    rf"(?<![{LETTER}])[Сс] (?P<a>\d{{1,4}})(?P<unit> км\.?)? по (?P<b>\d{{1,4}}) км(?![{LETTER}/²³2])"
)
_HOW_MUCH: Final = re.compile(
    rf"^\s*(?:больш|дальш|длинн|короч|ближ|вверх|вниз|выш|ниж|меньш|глубж|от(?![{LETTER}])|к(?![{LETTER}])|/)"
)
_EXTENT: Final = re.compile(
    rf"(?i:рассчитан|хват|запас|заезд|забег|дистанци|вырос|увелич|продл|сократ|растян|раскин|удал|отош|продвин|уех|"
    rf"прошл?[её]|тян|отсто|бег(?![{LETTER}])|расстояни)[{LETTER}]{{0,20}}(?: [{LETTER}]{{1,30}}){{0,2}} $"
)
_REACH: Final = 60


_BEFORE: Final = re.compile(rf"(?<![{LETTER}\d])(?<!\d )км\.?(?= \d{{1,4}}(?![\d,:]|\.\d))")
"""Of a road: "км 12 – км 15"."""
_NEAR: Final = re.compile(r"(?<=[Вв] районе )(?P<km>\d{1,4}) км(?![а-яё/²³2])")


@rule(cue="к")
def places(text: str) -> Iterator[Substitution]:
    """ "Авария на 318 км": where, unless a word says how much farther or longer."""
    for match in _NEAR.finditer(text):
        yield Substitution(*match.span(), f"{ordinal(int(match['km']), 'gent')} километра", "ordinal")
    for match in _FROM.finditer(text):
        first = ordinal(int(match["a"]), "gent")
        end = match.end("unit") if match["unit"] else match.end("a")
        yield Substitution(match.start("a"), end, first + (" километра" if match["unit"] else ""), "ordinal")
        yield Substitution(match.start("b"), match.end(), f"{ordinal(int(match['b']), 'accs')} километр", "ordinal")
    for match in _BEFORE.finditer(text):
        yield Substitution(match.start(), match.end(), "километр", "unit")
    for match in _ON.finditer(text):
        far = _HOW_MUCH.match(match["after"]) or _EXTENT.search(text, max(0, match.start() - _REACH), match.start())
        if not far and (match.start() or match["after"].strip(" .,")):
            end = match.end() - (text[match.end() - 1] == "." and not match["after"].strip())
            yield Substitution(match.start("km"), end, f"{ordinal(int(match['km']), 'loct')} километре", "ordinal")
