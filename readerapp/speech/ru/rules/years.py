"""Numbers that "год", "г." or "гг." makes years of: "в 1997 году", "2004–2006 гг.", "с 1941 по 1945 год"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import follows_noun, governed, words_before
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.calendar import SEASONS, YEAR_FORMS, YEAR_PLURAL, YEAR_SINGULAR

_EARLIEST, _LATEST = 1000, 2200
_YEAR = r"(?:1\d{3}|2[01]\d{2}|[3-9]\d{2}|\d{1,3}(?=(?: ?[-–—] ?\d{1,4})? ?гг?\.? ?(?:до )?н\. ?э))"
_JOIN = r" ?[-–—] ?| и |, | или | по | до |/"
_SAID_JOINS = frozenset({"и", "или", ",", "по", "до"})
_DASHES = frozenset({"-", "–", "—"})
_FORMS = either(YEAR_FORMS)
_DATED = re.compile(
    rf"(?<![\d.,:/{LETTER}-])(?P<years>{_YEAR}(?:(?:{_JOIN})(?:{_YEAR}|\d{{2}}(?!\d))){{0,6}})"
    rf"(?:-?(?:го|й|му|м))? ?"
    rf"(?P<word>(?:{_FORMS})(?![{LETTER}])|гг?\. ?[рв]\.(?![{LETTER}])|гг\.?(?![{LETTER}])|г\.|г(?![{LETTER}]))",
)
_NUMBERS = re.compile(rf"(?P<number>\d{{1,4}})(?P<join>{_JOIN})?")
_CLOSING_CASES = {" по ": "accs", " до ": "gent"}
"""The case of the last year of "с 1941 по 1945 г.", which alone the abbreviation stands for."""
_SHORT = 2
_LIFE = re.compile(r"(?<![а-яё])(?:ум|род)\. ?$")
"""Before a year in which somebody died or was born."""
_ANNALS = re.compile(r"(?<![а-яё])(?:под|Под) $")
"""A chronicle tells what happened under a year."""
_ERA = re.compile(r"(?: ?[-–—] ?\d{1,4})? ?гг?\.? (?:до )?н\. ?э")
_PART_OF_YEAR = re.compile(r"(?:мес|кв|пол|полуг|нед|дн)\. $")
_REACH = 12


@rule()
def years(text: str) -> Iterator[Substitution]:
    """Each with the word behind it as one reading."""
    for match in _DATED.finditer(text):
        numbers = list(_NUMBERS.finditer(match["years"]))
        if _is_year(text, match.start(), int(numbers[0]["number"]), match["word"]):
            yield Substitution(match.start(), match.end(), _say(text, match, numbers), "year")


def _is_year(text: str, start: int, number: int, word: str) -> bool:
    """Whether it is a year at all: "1000 г" may be grams, "300 года" is no year without "в"."""
    if word in YEAR_FORMS:
        return number >= _EARLIEST or word in {"году", "годе", "годом"}
    if _ERA.match(text, start + len(str(number))):
        return True
    if number < _EARLIEST:
        annals = _ANNALS.search(text, max(0, start - _REACH), start)
        return word != "г" and (annals is not None or governed(text, start, "time")[:1] == ("loct",))
    return number <= _LATEST and (word != "г" or number % 100 != 0 or bool(governed(text, start)))


def _say(text: str, match: re.Match[str], numbers: list[re.Match[str]]) -> str:
    word, first = match["word"], int(numbers[0]["number"])
    if word.endswith(("р.", "в.")):
        what = "рождения" if word[-2] == "р" else "выпуска"
        numerals = "".join(ordinal(_whole(first, n["number"]), "gent") + _joined(n["join"]) for n in numbers)
        return f"{numerals} {'годов' if len(numbers) > 1 else 'года'} {what}"
    case = case_of_year(text, match.start(), word)
    if case == "nomn" and word not in {"год", "года"} and _is_free_span(text, match.start(), numbers):
        return f"с {ordinal(first, 'gent')} по {ordinal(_whole(first, numbers[1]['number']), 'accs')} год"
    if word in YEAR_FORMS:
        spoken_word = word
    else:
        closing = _CLOSING_CASES.get(numbers[-2]["join"], "") if len(numbers) > 1 else ""
        case = closing or case
        one = len(numbers) == 1 or (numbers[0]["join"] or "").strip() == "/"
        single = bool(closing) or (one and not word.startswith("гг"))
        spoken_word = (YEAR_SINGULAR if single else YEAR_PLURAL)[case]
    words = (ordinal(_whole(first, n["number"]), _own_case(text, match, n, case)) + _joined(n["join"]) for n in numbers)
    return f"{''.join(words)} {spoken_word}"


def case_of_year(text: str, start: int, word: str) -> str:
    """The case of a year at `start`, by the form of "год" behind it and the words before."""
    cases = governed(text, start, "time")
    if word.startswith("год"):
        forms = YEAR_FORMS.get(word, ("nomn",))
        return next((c for c in cases if c in forms), forms[0])
    if _ANNALS.search(text, max(0, start - _REACH), start):
        return "ablt"
    if cases:
        return cases[0]
    if _LIFE.search(text, max(0, start - _REACH), start):
        return "loct"
    before = next(words_before(text, start), None)
    season = before is not None and before[0].lower() in SEASONS
    part = _PART_OF_YEAR.search(text, max(0, start - _REACH), start) is not None
    acronym = before is not None and before[0].isupper() and len(before[0]) > 1
    return "gent" if season or part or acronym or follows_noun(text, start) else "nomn"


def _is_free_span(text: str, start: int, numbers: list[re.Match[str]]) -> bool:
    """ "2004–2006 гг.", with nothing before that asks for a case."""
    return len(numbers) == _SHORT and (numbers[0]["join"] or "").strip() in _DASHES and not governed(text, start)


def _own_case(text: str, match: re.Match[str], number: re.Match[str], case: str) -> str:
    """In "с 1941 по 1945 год" the first year goes by "с", not by the form of "год"."""
    if number["join"] in _CLOSING_CASES:
        return (governed(text, match.start()) or ("gent",))[0]
    return case


def _whole(first: int, figures: str) -> int:
    """ "2004–06": the second year lacks its century."""
    return int(figures) if len(figures) > _SHORT else first // 100 * 100 + int(figures)


def _joined(join: str | None) -> str:
    return "" if join is None else join if join.strip() in _SAID_JOINS else " – "
