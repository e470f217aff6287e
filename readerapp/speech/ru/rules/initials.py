"""Initials: "А. С. Пушкин" is said in one breath, and the dots make every engine name the letters.

espeak-ng, alone or inside piper, pauses at a full stop before a space, but reads "А.С.Пушкин" as "а эс Пушкин"
without a pause, and "А С" as the preposition "с". So the dots stay and the spaces go.
"""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..morphology import forms_of
from ..surface import LETTER

_BEFORE_NAME = re.compile(rf"(?<![\w.-])(?:[А-ЯЁ]\. ?){{1,3}}(?=(?P<name>[А-ЯЁ][{LETTER}-]*[а-яё]))")
_AFTER_NAME = re.compile(rf"(?<![{LETTER}-])(?P<name>[А-ЯЁ][{LETTER}-]*[а-яё]) (?P<initials>[А-ЯЁ]\. [А-ЯЁ]\.)(?!\w)")
_ISLAND = re.compile(r"(?<=[а-яё.] )В\. ?О\.(?!\w)")
_STREET = re.compile(
    r"(?:лини[а-яё]{1,9}|пр\.|просп\.|пр-т[а-яё]{0,9}|проспект[а-яё]{0,9}|ул\.|наб\.)(?: [А-ЯЁ][а-яё]{1,40})? $"
)
_PEOPLE = frozenset({"Surn", "Name", "Patr"})
_REACH = 40


@rule(cue=".", digits=False)
def initials(text: str) -> Iterator[Substitution]:
    """The spaces between initials, and between initials and the surname behind them."""
    for match in _ISLAND.finditer(text):
        if _STREET.search(text, max(0, match.start() - _REACH), match.start()):
            yield Substitution(match.start(), match.end(), "Васильевского острова", "place")
    behind: set[int] = set()
    for match in _AFTER_NAME.finditer(text):
        if _is_person(match["name"]):
            behind.add(match.start("initials"))
            yield from _spaces(text, match.start("initials"), match.end("initials"))
    for match in _BEFORE_NAME.finditer(text):
        if match.start() in behind and not _is_person(match["name"]):
            continue
        single = match[0].count(".") == 1
        if not single or _is_person(match["name"]):
            yield from _spaces(text, match.start(), match.end())


def _is_person(word: str) -> bool:
    """ "А. Иванова" is a person, "витамин С. Он полезен" is none."""
    return any(form.marks & _PEOPLE for form in forms_of(word))


def _spaces(text: str, start: int, end: int) -> Iterator[Substitution]:
    for at in range(start, end):
        if text[at] == " ":
            yield Substitution(at, at + 1, "", "initials")
