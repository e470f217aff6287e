"""Roman numerals: centuries ("XVIII–XIX вв."), rulers ("Екатерины II"), what is numbered ("II мировая")."""

import re
from collections.abc import Iterator

from readerapp.model.script import Reading

from .context import agreeing, governed, noun_after, words_before
from .morphology import NOMINAL, Form, forms_of, inflect
from .numerals import ordinal
from .surface import LETTER
from .vocabulary.numbered import CENTURY_FORMS, NUMBERED

_LOOKALIKES = str.maketrans("ХІСМ", "XICM")
_DIGITS = "IVXLCМХІС"
_ROMAN = rf"(?:[{_DIGITS}DM]{{1,9}})"
_BOUND = rf"(?<![{LETTER}A-Za-z\d.-])"
_CENTURY = re.compile(
    rf"{_BOUND}(?P<numbers>{_ROMAN}(?:(?: ?[-–—] ?| и |, | или ){_ROMAN}){{0,3}})(?:-(?:го|й|м|му))? ?"
    rf"(?P<word>век(?:а|у|ом|е|и|ов|ам|ами|ах)?(?![{LETTER}])|вв?\.(?! ?[А-ЯЁ]\.)|вв?(?= *(?:$|[,;)]))|"
    r"столети[а-яё]+|тыс\.(?= (?:до )?н\. ?э))"
)
_PARTED = re.compile(
    rf"{_BOUND}(?P<number>{_ROMAN})(?= ?(?:[—–-]|и|до|или) (?:в )?(?:нач|кон|сер|перв|втор|треть)[а-яё.]* ?"
    rf"(?:половин[а-яё]+ |четверт[а-яё]+ |трет[а-яё]+ )?{_ROMAN} ?(?:век|вв?\.|столет)"
    rf"| (?:по|до) {_ROMAN} ?(?:век|вв?\.|столет))"
)
_FELLOW = re.compile(rf"(?<![{LETTER}])(?P<name>[А-ЯЁ][а-яё]+) [IVXХІ]+(?:,| и) $")
_ARABIC = re.compile(r"(?<![\d.,:/-])(?P<number>[1-9]|1\d|2[01])(?:-(?:го|й|м|му))? (?P<word>вв?\.)(?! ?[А-ЯЁ]\.)")
_PERIOD = re.compile(
    rf"(?<![{LETTER}])(?P<part>нач|сер|кон|пол)\.(?= ?(?:[IVXLХ]{{1,6}}(?![\w])|\d{{2,4}}-(?:х|го)|\d{{2}} в))",
    re.IGNORECASE,
)
_HALF = re.compile(r"[12]-(?P<ending>[йюя]) $")
_PERIODS = {"нач": "начало", "сер": "середина", "кон": "конец", "пол": "половина"}
_AFTER_YEARS = re.compile(r"(?:(?:нач|сер|кон|пол)\.|гг?\.|годы|годах|половине|начале|конце|середине) $")
_NUMBERED = re.compile(
    rf"{_BOUND}(?P<a>{_ROMAN})(?:(?P<join> ?[-–—] ?| и |, )(?P<b>{_ROMAN}))?(?:-(?P<ending>[а-яё]{{1,3}}))?"
    rf"(?![{LETTER}A-Za-z\d-])(?!\.[{LETTER}A-Za-z])"
)
_ADJECTIVE = re.compile(rf" ([{LETTER}]{{4,}})")
_PARTS = re.compile(rf"(?P<number>{_ROMAN})(?P<join> ?[-–—] ?| и |, | или )?")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


def value(roman: str) -> int:
    """The number that a Roman numeral stands for (Cyrillic lookalikes allowed); 0 if it is none."""
    letters = roman.translate(_LOOKALIKES)
    if not letters or not _SHAPE.match(letters):
        return 0
    total = 0
    for letter, following in zip(letters, (*letters[1:], ""), strict=True):
        worth = _VALUES[letter]
        total += -worth if following and worth < _VALUES[following] else worth
    return total


def centuries(text: str) -> Iterator[Reading]:
    """ "в XIX веке", "III в.", "XVIII–XIX вв."."""
    for match in _CENTURY.finditer(text):
        parts = list(_PARTS.finditer(match["numbers"]))
        if not all(value(p["number"]) for p in parts):
            continue
        word = match["word"]
        case, spoken = _century_word(text, match, word, several=len(parts) > 1)
        gender = "neut" if word.startswith(("столет", "тыс")) else "masc"
        said = "".join(ordinal(value(p["number"]), case, gender) + _joined(p["join"]) for p in parts)
        yield Reading(match.start(), match.end(), f"{said} {spoken}", "century")


def periods(text: str) -> Iterator[Reading]:
    """ "нач. XX в.", "в кон. 1980-х", "1-я пол. XIX в."."""
    for match in _PERIOD.finditer(text):
        case = _case_of_period(text, match.start())
        yield Reading(match.start(), match.end(), inflect(_PERIODS[match["part"].lower()], case), "century")


def _case_of_period(text: str, start: int) -> str:
    """ "во 2-й пол. XIX в.": the number of the half tells, with the word before it."""
    half = _HALF.search(text, max(0, start - 6), start)
    cases = governed(text, half.start() if half else start, "name")
    if half and half["ending"] == "й":
        return next((c for c in cases if c not in {"nomn", "accs"}), "gent")
    if half and half["ending"] == "ю":
        return "accs"
    return cases[0] if cases and not half else "nomn"


def parted_centuries(text: str) -> Iterator[Reading]:
    """The first of "в конце XVIII — начале XIX века", whose word stands only behind the second."""
    for match in _PARTED.finditer(text):
        if number := value(match["number"]):
            yield Reading(match.start(), match.end(), ordinal(number, "gent"), "century")


def arabic_centuries(text: str) -> Iterator[Reading]:
    """ "в 19 в.", "5 в. до н. э."."""
    for match in _ARABIC.finditer(text):
        case, spoken = _century_word(text, match, match["word"], several=match["word"] == "вв.")
        yield Reading(match.start(), match.end(), f"{ordinal(int(match['number']), case)} {spoken}", "century")


def _century_word(text: str, match: re.Match[str], word: str, *, several: bool) -> tuple[str, str]:
    cases = governed(text, match.start(), "time")
    if word.endswith(".") or word in {"в", "вв"}:
        before = next(words_before(text, match.start()), None)
        years = _AFTER_YEARS.search(text[max(0, match.start() - 12) : match.start()])
        of_noun = bool(years) or (before is not None and forms_of(before[0].lower())[0].pos in {"NOUN", "ADJF"})
        case = cases[0] if cases else "gent" if of_noun else "nomn"
        return case, inflect("тысячелетие" if word == "тыс." else "век", case, "plur" if several else "sing")
    forms = [f.case for f in forms_of(word) if f.pos == "NOUN"]
    if word in CENTURY_FORMS:
        forms = list(CENTURY_FORMS[word])
    return next((c for c in cases if c in forms), forms[0] if forms else "nomn"), word


def _joined(join: str | None) -> str:
    if join is None:
        return ""
    return join if join.strip() in {"и", "или", ","} else " – "


def roman_numerals(text: str) -> Iterator[Reading]:
    """Roman numerals beside what they number: a ruler's name before, a noun before or after."""
    for match in _NUMBERED.finditer(text):
        numbers = [value(n) for n in (match["a"], match["b"]) if n]
        said = "" if 0 in numbers else _say(text, match, numbers)
        if said:
            yield Reading(match.start(), match.end(), said, "roman")


def _say(text: str, match: re.Match[str], numbers: list[int]) -> str:
    before = next(words_before(text, match.start()), None)
    nouns = noun_after(text, match.end()) or _adjective_after(text, match.end())
    if before and not any(n.lemma in NUMBERED for n in nouns[:1]) and (form := _ruler(text, before)):
        return ordinal(numbers[0], form.case, form.gender or "masc") if len(numbers) == 1 else ""
    if before and (noun := _numbered(text, before)):
        return _after_noun(noun, numbers, match["join"])
    single = len(match["a"]) == 1 and match["a"] not in "IVХXІ"
    if nouns and not single and _is_russian_text(text, match.end()):
        return _before_noun(nouns, governed(text, match.start(), "time"), numbers, match["join"])
    return ""


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
    return _joined(join).join(ordinal(n, noun.case, _gender(noun)) for n in numbers)


def _before_noun(nouns: tuple[Form, ...], cases: tuple[str, ...], numbers: list[int], join: str | None) -> str:
    if len(numbers) == 1:
        nouns = tuple(n for n in nouns if n.number == "sing") or nouns
    nouns = tuple(n for n in nouns if n.lemma in NUMBERED) or nouns
    noun = agreeing(cases or ("nomn", "gent"), nouns)
    if noun is None or not noun.case:
        return ""
    gender = "plur" if noun.number == "plur" and len(numbers) == 1 else _gender(noun)
    return _joined(join).join(ordinal(n, noun.case, gender, animate=noun.animate) for n in numbers)


def _gender(noun: Form) -> str:
    return noun.gender or next((f.gender for f in forms_of(noun.lemma) if f.gender), "masc")
