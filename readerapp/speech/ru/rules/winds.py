"""Reads where the wind blows from: "ветер северо-западный", "ветром юго-восточным"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..context import governed
from ..counted import agreeing
from ..morphology import forms_of, inflect

_FIRST: Final = {"с": "северо", "ю": "юго"}
_LAST: Final = {"с": "северный", "ю": "южный", "з": "западный", "в": "восточный"}
_QUARTER: Final = r"(?:[СсЮю]\.? ?-? ?[ЗзВв]|[СсЮюЗзВв])\.?"
_WIND: Final = re.compile(
    rf"(?i:(?<![а-яё])(?P<wind>ветер|ветра|ветром|ветру|ветре|ветры|ветров))"
    rf"(?: [а-яё]{{4,20}}(?:ый|ий|ой|ого|ым|ые|ых))?[,:]? "
    rf"(?P<a>{_QUARTER})(?:(?P<joint>, ?| ?[-–] | и )(?P<b>{_QUARTER}))?(?=,| \d|$|\.| до |;)"
)


@rule(digits=False)
def winds(text: str) -> Iterator[Substitution]:
    """ "Ветер с.-з., 7–12 м/с", "ветер ЮВ 5 м/с"."""
    for match in _WIND.finditer(text):
        cases = governed(text, match.start()) or ("nomn",)
        form = agreeing(cases, [f for f in forms_of(match["wind"].lower()) if f.pos == "NOUN"])
        case, number = (form.case, form.number) if form else ("nomn", "sing")
        for name in ("a", "b"):
            if match[name] and not _is_preposition(text, match, name):
                words = inflect(_quarter(match[name]), case, number, "masc")
                yield Substitution(match.start(name), match.end(name), words, "wind")


def _is_preposition(text: str, match: re.Match[str], name: str) -> bool:
    """ "ветер в 20 м/с", "ветер, с 5 мая": one letter right before a number, without a stop, as prepositions stand."""
    letter = match[name]
    if letter.lower() not in {"с", "в"} or not text.startswith(" ", match.end(name)):
        return False
    return letter.islower() or match["wind"].isupper()


def _quarter(name: str) -> str:
    letters = [letter for letter in name.lower() if letter in _LAST]
    return f"{_FIRST[letters[0]]}-{_LAST[letters[1]]}" if len(letters) > 1 else _LAST[letters[0]]
