"""Centuries: "в XIX веке", "XVIII–XIX вв.", "в 19 в.", "во 2-й пол. XX в."."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..context import follows_noun, governed, words_before
from ..morphology import forms_of, inflect
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.numbered import CENTURY_FORMS
from .roman import BOUND, FIGURES, ROMAN, said_join, value

_CENTURY = re.compile(
    rf"{BOUND}(?P<numbers>{ROMAN}(?:(?: ?[-–—] ?| и |, | или ){ROMAN}){{0,3}})(?:-(?:го|й|м|му))? ?"
    rf"(?P<word>век(?:а|у|ом|е|и|ов|ам|ами|ах)?(?![{LETTER}])|вв?\.(?! ?[А-ЯЁ]\.)|вв?(?= *(?:$|[,;)]))|"
    r"столети[а-яё]+|тыс\.(?= (?:до )?н\. ?э))"
)
_PARTED = re.compile(
    rf"{BOUND}(?P<number>{ROMAN})(?= ?(?:[—–-]|и|до|или) (?:в )?(?:нач|кон|сер|перв|втор|треть)[а-яё.]* ?"
    rf"(?:половин[а-яё]+ |четверт[а-яё]+ |трет[а-яё]+ )?{ROMAN} ?(?:век|вв?\.|столет)"
    rf"| (?:по|до) {ROMAN} ?(?:век|вв?\.|столет))"
)
_NO_CENTURY = frozenset("СCМMLDХ") - {"Х"}
"""Letters that are no century by themselves: "Св. Николай"."""
_ARABIC = re.compile(r"(?<![\d.,:/-])(?P<number>[1-9]|1\d|2[01])(?:-(?:го|й|м|му))? (?P<word>вв?\.)(?! ?[А-ЯЁ]\.)")
_PERIOD = re.compile(
    rf"(?<![{LETTER}])(?P<part>нач|сер|кон|пол|к(?=\. ?[IVXХ]+ в)|н(?=\. ?[IVXХ]+ в))\."
    rf"(?= ?(?:[IVXLХ]{{1,6}}(?![\w])|\d{{2,4}}-(?:х|го)|\d{{2}} в))",
    re.IGNORECASE,
)
_HALF = re.compile(r"[12]-(?P<ending>[йюя]) $")
_BARE_HALF = re.compile(r"(?<!\d)(?P<half>[12]) $")
_PERIODS = {"нач": "начало", "сер": "середина", "кон": "конец", "пол": "половина", "к": "конец", "н": "начало"}
_EARLIER = re.compile(rf"(?<![{LETTER}])(?i:нач|сер|кон|пол|[кн])\. ?[IVXLХ]{{1,6}}(?: в\.)? ?[–—-] ?$")
"""Before the second of "кон. XVIII – нач. XIX вв."."""
_NEAR = 24
_CHAIN = 3
"""Periods behind each other at most that are looked back over."""
_AFTER_YEARS = re.compile(
    r"(?:(?:нач|сер|кон|пол|(?<![а-яё])[кн])\.|гг?\.|годы|годах|половине|начале|конце|середине) $"
)
_PARTS = re.compile(rf"(?P<number>{ROMAN})(?P<join> ?[-–—] ?| и |, | или )?")


@rule(cue=FIGURES, digits=False)
def centuries(text: str) -> Iterator[Substitution]:
    """ "в XIX веке", "III в.", "XVIII–XIX вв."."""
    for match in _CENTURY.finditer(text):
        parts = list(_PARTS.finditer(match["numbers"]))
        if not all(value(p["number"]) for p in parts) or match["numbers"] in _NO_CENTURY:
            continue
        word = match["word"]
        case, noun = _century_word(text, match, word, several=len(parts) > 1)
        gender = "neut" if word.startswith(("столет", "тыс")) else "masc"
        words = "".join(ordinal(value(p["number"]), case, gender) + said_join(p["join"]) for p in parts)
        yield Substitution(match.start(), match.end(), f"{words} {noun}", "century")


@rule(cue=".", digits=False)
def periods(text: str) -> Iterator[Substitution]:
    """ "нач. XX в.", "в кон. 1980-х", "1-я пол. XIX в."."""
    for match in _PERIOD.finditer(text):
        case = _case_of_period(text, match.start())
        if half := _BARE_HALF.search(text, max(0, match.start() - 3), match.start()):
            case = (governed(text, half.start(), "name") or ("nomn",))[0]
            yield Substitution(half.start(), half.end("half"), ordinal(int(half["half"]), case, "femn"), "century")
        yield Substitution(match.start(), match.end(), inflect(_PERIODS[match["part"].lower()], case), "century")


def _case_of_period(text: str, start: int, depth: int = _CHAIN) -> str:
    """ "во 2-й пол. XIX в.": the number of the half tells, with the word before it."""
    half = _HALF.search(text, max(0, start - 6), start)
    cases = governed(text, half.start() if half else start, "name")
    if half and half["ending"] == "й":
        return next((c for c in cases if c not in {"nomn", "accs"}), "gent")
    if half and half["ending"] == "ю":
        return "accs"
    if cases and not half:
        return cases[0]
    if depth and (earlier := _EARLIER.search(text, max(0, start - _NEAR), start)):
        return _case_of_period(text, earlier.start(), depth - 1)
    return "gent" if not half and follows_noun(text, start) else "nomn"


@rule(cue=FIGURES, digits=False)
def parted_centuries(text: str) -> Iterator[Substitution]:
    """The first of "в конце XVIII — начале XIX века", whose word stands only behind the second."""
    for match in _PARTED.finditer(text):
        if number := value(match["number"]):
            yield Substitution(match.start(), match.end(), ordinal(number, "gent"), "century")


@rule()
def arabic_centuries(text: str) -> Iterator[Substitution]:
    """ "в 19 в.", "5 в. до н. э."."""
    for match in _ARABIC.finditer(text):
        case, noun = _century_word(text, match, match["word"], several=match["word"] == "вв.")
        yield Substitution(match.start(), match.end(), f"{ordinal(int(match['number']), case)} {noun}", "century")


def _century_word(text: str, match: re.Match[str], word: str, *, several: bool) -> tuple[str, str]:
    cases = governed(text, match.start(), "time")
    if word.endswith(".") or word in {"в", "вв"}:
        before = next(words_before(text, match.start()), None)
        years = _AFTER_YEARS.search(text[max(0, match.start() - 12) : match.start()])
        of_noun = bool(years) or (before is not None and forms_of(before[0].lower())[0].pos in {"NOUN", "ADJF"})
        verb = before is not None and before[0].lower().startswith("датир")
        case = cases[0] if cases else "ablt" if verb else "gent" if of_noun else "nomn"
        return case, inflect("тысячелетие" if word == "тыс." else "век", case, "plur" if several else "sing")
    forms = [f.case for f in forms_of(word) if f.pos == "NOUN"]
    if word in CENTURY_FORMS:
        forms = list(CENTURY_FORMS[word])
    return next((c for c in cases if c in forms), forms[0] if forms else "nomn"), word
