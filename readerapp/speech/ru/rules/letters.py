"""Acronyms whose letters are named though an engine would try to say them as a word: "УК", "ГБУ", "МБДОУ"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..morphology import known
from ..surface import LETTER
from ..tables.acronyms import LETTERS, ONSETS, READ, SPELLED, SPOKEN

_ACRONYM = re.compile(rf"(?<![{LETTER}A-Za-z\d])(?P<word>[А-ЯЁ][А-ЯЁа-яё]{{1,6}})(?![{LETTER}A-Za-z])")
_MISREAD = "БВГДЖЗКС"
"""Alone before a word, engines say these as prepositions and particles: "Б класс" sounds as "п класс"."""
_LABELLED = (
    "литер[аыуе]?|лит\\.|корпус[а-яё]*|корп\\.|витамин[а-яё]*|гепатит[а-яё]*|категори[а-яё]+|групп[а-яё]+|точк[а-яё]+"
    "|вариант[а-яё]*|блок[а-яё]*|секци[а-яё]+|зон[а-яё]+|план[а-яё]*|букв[а-яё]+|подъезд[а-яё]*|том[а-яё]*"
)
_LABEL = re.compile(
    rf"(?<=[«\"„])(?P<quoted>[{_MISREAD}{_MISREAD.lower()}])(?=[»\"“] [{LETTER}])"
    rf"|(?<![{LETTER}])(?:{_LABELLED}) (?P<named>[{_MISREAD}])(?= [а-яё])"
    rf"|\d(?:-?[а-яё]{{1,2}})? (?P<form>[{_MISREAD}])(?= класс)",
    re.IGNORECASE,
)
_CONSONANT = "БВГДЖЗЙКЛМНПРСТФХЦЧШЩ"
_UNSAYABLE = re.compile(rf"(?!{'|'.join(ONSETS)})[{_CONSONANT}]{{2}}.*[АЕЁИОУЫЭЮЯ]")
_SHORTEST = 3
_CAPITALS_BEFORE = re.compile(r"(?<![А-ЯЁ])[А-ЯЁ]{4,}+[ ,]++$")
_CAPITALS_AFTER = re.compile(r"[ ,]{1,9}+[А-ЯЁ]{4}")
_REACH = 24


@rule(digits=False)
def labels(text: str) -> Iterator[Substitution]:
    """ "10 «Б» класс", "пункт «в» части 3", "витамин С полезен": letters that are said by their names."""
    for match in _LABEL.finditer(text):
        kind = str(match.lastgroup)
        letter = match[kind]
        if letter.isupper() or kind == "quoted":
            yield Substitution(match.start(kind), match.end(kind), LETTERS[letter.upper()], "letter")


def name_before_word(letter: str, text: str, at: int) -> str:
    """The letter that ends at `at` as engines say it right: by its name where a word follows."""
    follows = text[at : at + 1] == " " and text[at + 1 : at + 2].isalpha()
    return LETTERS[letter.upper()] if follows and letter.upper() in _MISREAD else letter.upper()


@rule(digits=False)
def acronyms(text: str) -> Iterator[Substitution]:
    """Acronyms that are spelled. Without a vowel they are left: every engine names the letters of those itself."""
    for match in _ACRONYM.finditer(text):
        word = match["word"]
        if word in SPOKEN:
            yield Substitution(match.start(), match.end(), SPOKEN[word], "acronym")
        elif word in SPELLED or _is_unsayable(text, match):
            yield Substitution(match.start(), match.end(), " ".join(LETTERS[letter] for letter in word), "acronym")


def _is_unsayable(text: str, match: re.Match[str]) -> bool:
    """An unknown word that no Russian mouth could say, unless the whole line is in capitals."""
    word = match["word"]
    if len(word) < _SHORTEST or not word.isupper() or word in READ or not _UNSAYABLE.match(word) or known(word):
        return False
    begin = max(0, match.start() - _REACH)
    return not (_CAPITALS_BEFORE.search(text[begin : match.start()]) or _CAPITALS_AFTER.match(text, match.end()))
