"""Roman numerals: their values, rulers ("Екатерины II"), and what is numbered ("II мировая")."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..context import governed, words_before
from ..counted import agreeing, noun_after
from ..morphology import NOMINAL, Form, forms_of, inflect
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.numbered import NUMBERED

_LOOKALIKES = str.maketrans("ХІСМ", "XICM")
FIGURES = "IVXLCDMМХІСⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
ROMAN = rf"(?:[{FIGURES}]{{1,9}})"
BOUND = rf"(?<![{LETTER}A-Za-z\d.-])"
_FELLOW = re.compile(rf"(?<![{LETTER}])(?P<name>[А-ЯЁ][а-яё]+) [IVXХІ]+(?:,| и) $")
_NUMBERED = re.compile(
    rf"{BOUND}(?P<a>{ROMAN})(?:(?P<join> ?[-–—] ?| и |, )(?P<b>{ROMAN}))?(?:-(?P<ending>[а-яё]{{1,3}}))?"
    rf"(?![{LETTER}A-Za-z\d-])(?!\.[{LETTER}A-Za-z])"
)
_QUARTER = re.compile(
    rf"{BOUND}(?P<number>I{{1,3}}|IV|[1-4](?=(?:-[а-яё]{{1,2}})? кв\. [12]\d{{3}}))(?:-[а-яё]{{1,2}})? ?кв\."
)
_HEADED = re.compile(
    rf"(?<![{LETTER}])(?P<noun>[{LETTER}][а-яё]{{2,20}})(?: (?P<of>[а-яё]{{3,20}}))?(?P<colon>:| [–—-])? $"
)
_DISABILITY = re.compile(
    rf"(?<![{LETTER}])[Ии]нвалид(?:[а-яё]{{0,3}}|ност[а-яё]{{1,3}}) "
    rf"(?P<groups>(?:I{{1,3}}|[1-3])(?:-?й)?(?:(?:, | и | или )(?:I{{1,3}}|[1-3])(?:-?й)?){{0,2}}) "
    rf"гр(?:упп[аы]?(?![{LETTER}])|\.)"
)
_GROUP = re.compile("I{1,3}|[1-3]")
_JOIN = re.compile(", | и | или ")
_HEAD_REACH = 50
_ADJECTIVE = re.compile(rf" ([{LETTER}]{{4,}})")
_LATIN_WORDS = frozenset(
    {"XL", "XXL", "XXXL", "MIX", "CD", "CV", "CC", "DC", "DI", "MC", "MD", "MM", "CIV", "LC", "DVI"}
)
"""Sizes, discs and names that would be numerals, too: they number nothing before a noun."""
_LARGE = frozenset("LCDMСМ")
_SHORTEST_LARGE = 4
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


def value(roman: str) -> int:
    """The number that a Roman numeral stands for (Cyrillic lookalikes allowed); 0 if it is none."""
    letters = normalize("NFKC", roman).translate(_LOOKALIKES)
    if not letters or not _SHAPE.match(letters):
        return 0
    total = 0
    for letter, following in zip(letters, (*letters[1:], ""), strict=True):
        worth = _VALUES[letter]
        total += -worth if following and worth < _VALUES[following] else worth
    return total


def said_join(join: str | None) -> str:
    """What is said between two numbers that "и", a comma or a dash joins."""
    if join is None:
        return ""
    return join if join.strip() in {"и", "или", ","} else " – "


@rule(cue="к", digits=False)
def quarters(text: str) -> Iterator[Substitution]:
    """ "в I кв. 2023 г.": the quarter of a year, no flat."""
    for match in _QUARTER.finditer(text):
        number = int(match["number"]) if match["number"].isdecimal() else value(match["number"])
        case = (governed(text, match.start(), "time") or ("nomn",))[0]
        end = match.end() - at_end(text, match.end())
        yield Substitution(match.start(), end, f"{ordinal(number, case)} {inflect('квартал', case)}", "roman")


@rule(cue="г", digits=False)
def disabilities(text: str) -> Iterator[Substitution]:
    """ "инвалидам I и II гр.", "инвалид 1 гр.": a group, and no grams."""
    for match in _DISABILITY.finditer(text) if "нвалид" in text else ():
        numbers = [int(n) if n.isdecimal() else value(n) for n in _GROUP.findall(match["groups"])]
        joins = _JOIN.findall(match["groups"])
        words = "".join(f"{ordinal(n, 'gent', 'femn')}{join}" for n, join in zip(numbers, (*joins, ""), strict=True))
        end = match.end() - (match[0][-1] == "." and at_end(text, match.end()))
        yield Substitution(match.start("groups"), end, f"{words} {'групп' if joins else 'группы'}", "roman")


@rule(cue=FIGURES, digits=False)
def roman_numerals(text: str) -> Iterator[Substitution]:
    """Roman numerals beside what they number: a ruler's name before, a noun before or after."""
    for match in _NUMBERED.finditer(text):
        numbers = [value(n) for n in (match["a"], match["b"]) if n]
        words = "" if 0 in numbers or _is_letters(match) else _say(text, match, numbers)
        if words:
            yield Substitution(match.start(), match.end(), words, "roman")


def _is_letters(match: re.Match[str]) -> bool:
    """Initials ("Дэвид М. Орлов") and abbreviations whose letters would make a large number ("MDI")."""
    if len(match["a"]) == 1:
        return match["a"] in _LARGE
    return len(match["a"]) < _SHORTEST_LARGE and not _LARGE.isdisjoint(match["a"])


def _say(text: str, match: re.Match[str], numbers: list[int]) -> str:
    before = next(words_before(text, match.start()), None)
    nouns = noun_after(text, match.end()) or _adjective_after(text, match.end())
    if before and not any(n.lemma in NUMBERED for n in nouns[:1]) and (form := _ruler(text, before)):
        return ordinal(numbers[0], form.case, form.gender or "masc") if len(numbers) == 1 else ""
    if noun := _headed(text, match.start()):
        return _after_noun(noun, numbers, match["join"])
    if before and (noun := _numbered(text, before)):
        return _after_noun(noun, numbers, match["join"])
    single = (len(match["a"]) == 1 and match["a"] not in "IVХXІⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ") or match["a"] in _LATIN_WORDS
    if nouns and not single and _is_russian_text(text, match.end()):
        return _before_noun(nouns, governed(text, match.start(), "time"), numbers, match["join"])
    return ""


def _headed(text: str, at: int) -> Form | None:
    """ "Степень: II", "класс опасности III": the noun stands farther before."""
    head = _HEADED.search(text, max(0, at - _HEAD_REACH), at)
    if head is None or (head["of"] and not any(f.case == "gent" for f in forms_of(head["of"]))):
        return None
    return _numbered(text, (head["noun"], head.start("noun"))) if head["of"] or head["colon"] else None


def _adjective_after(text: str, at: int) -> tuple[Form, ...]:
    """ "X юбилейный": the noun is left out."""
    match = _ADJECTIVE.match(text, at)
    return tuple(f for f in forms_of(match[1].lower()) if f.pos in NOMINAL) if match else ()


def _is_russian_text(text: str, at: int) -> bool:
    return bool(re.match(r" [А-Яа-яЁё«]", text[at : at + 2]))


def _ruler(text: str, before: tuple[str, int]) -> Form | None:
    """ "Петру I": the name, in its case; "Павел II", "Иоанна Павла II"."""
    word, start = before
    if not word[0].isupper():
        return None
    names = [f for f in forms_of(word) if "Name" in f.marks and f.number == "sing"]
    # "Александра II" was a man: a name of either sex is a king's
    names = [f for f in names if f.gender == "masc"] or names
    return agreeing(_cases_around(text, start), names) if names else None


def _cases_around(text: str, start: int) -> tuple[str, ...]:
    if fellow := _FELLOW.search(text, max(0, start - 40), start):
        form = _ruler(text, (fellow["name"], fellow.start("name")))
        return (form.case,) if form else ()
    cases = governed(text, start)
    before = next(words_before(text, start), None)
    if not cases and before:
        readings = forms_of(before[0].lower())
        titles = tuple(f.case for f in readings if f.pos == "NOUN" and f.animate)
        if titles and readings[0].animate:
            return titles
        if readings[0].pos == "NOUN":
            return ("gent", "nomn")
    return cases or ("nomn",)


def _numbered(text: str, before: tuple[str, int]) -> Form | None:
    word, start = before
    readings = [f for f in forms_of(word.lower()) if f.lemma in NUMBERED and f.pos == "NOUN" and f.number == "sing"]
    return agreeing(governed(text, start, "time") or ("nomn",), readings) if readings else None


def _after_noun(noun: Form, numbers: list[int], join: str | None) -> str:
    """ "в главе IV": the number agrees with its noun."""
    return said_join(join).join(ordinal(n, noun.case, _gender(noun)) for n in numbers)


def _before_noun(nouns: tuple[Form, ...], cases: tuple[str, ...], numbers: list[int], join: str | None) -> str:
    if len(numbers) == 1:
        nouns = tuple(n for n in nouns if n.number == "sing") or nouns
    nouns = tuple(n for n in nouns if n.lemma in NUMBERED) or nouns
    noun = agreeing(cases or ("nomn", "gent"), nouns)
    if noun is None or not noun.case:
        return ""
    gender = "plur" if noun.number == "plur" and len(numbers) == 1 else _gender(noun)
    return said_join(join).join(ordinal(n, noun.case, gender, animate=noun.animate) for n in numbers)


def _gender(noun: Form) -> str:
    return noun.gender or next((f.gender for f in forms_of(noun.lemma) if f.gender), "masc")
