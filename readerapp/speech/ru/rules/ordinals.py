"""Numbers with an ending or a word behind a hyphen: "2-я", "5-го", "1980-х", "10-ти", "25-летний", "5%-ный"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import governed
from ..counted import agreeing, noun_after
from ..morphology import NOMINAL, Form, forms_of, inflect, known
from ..numerals import CASES, cardinal, ordinal, stem_of
from ..surface import LETTER
from ..tables.calendar import YEAR_PLURAL, YEAR_SINGULAR
from ..tables.endings import CARDINAL_ENDINGS, ORDINAL_ENDINGS, Ending
from ..tables.nouns import COLLECTIVE
from ..tables.numbered import COUNTED, ORDINAL_UNITS, PUPILS, SHORT_NOUNS, SHORT_PARTS

_ENDINGS = either(ORDINAL_ENDINGS | CARDINAL_ENDINGS)
_ORDINAL = re.compile(
    rf"(?<![\d{LETTER}A-Za-z.,/])(?<![А-ЯA-Z]-)"
    rf"(?:(?P<first>\d{{1,4}})(?:-(?:{_ENDINGS}))?(?P<join> ?[–—-] ?| и |, | или ))?"
    rf"(?P<number>(?<!\d )[1-9]\d{{0,2}}(?: \d{{3}}){{1,2}}|\d{{1,6}})"
    rf"(?:[-–](?P<ending>{_ENDINGS})|(?P<glued>ый|ий|ой|ая|ое|ые|ого|ому|го|му|ых|й|я))"
    rf"(?![{LETTER}A-Za-z])"
)
_COMPOUND = re.compile(
    rf"(?<![\d{LETTER}A-Za-z.,/])(?:(?P<first>\d{{1,4}})(?P<join> ?[–—-] ?| и | или |, ))?"
    rf"(?P<number>\d{{1,7}}(?:,\d)?)(?:-?(?:х|ти|ми|и))?[-–](?P<word>[а-яё]{{3,}})(?![{LETTER}A-Za-z])"
)
_PARTED = re.compile(rf"(?<![\d{LETTER}.,/-])(?P<number>\d{{1,3}})-?(?:х|ти|и|ми) (?P<word>[а-яё]{{5,}})(?![{LETTER}])")
_PER_CENT = re.compile(
    rf"(?<![\d.,])(?P<number>\d{{1,3}}) ?%-?(?:н|но)?(?P<ending>ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми|го|му|м|й|я"
    rf"|е|х|ю)(?![{LETTER}])"
)
_SHORT_PER_CENT = {"й": "ый", "го": "ого", "му": "ому", "м": "ом", "я": "ая", "е": "ое", "х": "ых", "ю": "ую"}
_YEARS = re.compile(rf" ?гг?\.|гг?(?![{LETTER}.])")
_SHORT_NOUN = re.compile(rf" (?P<noun>{'|'.join(ORDINAL_UNITS)})(?![{LETTER}])\.?")
_SHORT_COMPOUND = re.compile(
    rf"(?<![\d.,/-])(?P<number>\d{{1,3}})(?:-(?:(?:х|ти)[ -])?|(?= ?комн) ?)(?P<part>{'|'.join(SHORT_PARTS)})\."
    r"(?P<flat> кв\.| квартира)?(?! ?\d)"
)
_STREET = re.compile(
    r"(?<![а-яё])(?:ул|пр|просп|пер|наб|пл|б-р|ш|пр-т|улица|проспект|переулок|шоссе)\.? [А-ЯЁ][А-Яа-яё. -]{1,24}, $"
)
"""Before the number of a house: "пр-т Ленина, 22, 2-й этаж"."""
_REACH = 48
_HUNDRED = 100
_ENDING_IN_A = frozenset({0, 40, 90})
"""Numerals with this ending, by their last two figures: behind any other it is a letter, "в 5-а классе"."""
_DECADES = 20
"""Round numbers from here on are decades where no noun says otherwise: "в 90-е", "в 1980-х"."""
_SHORT = re.compile(rf" (?P<noun>{'|'.join(SHORT_NOUNS)})\.")
_HALF = "полутора"
_TOGETHER = frozenset({"е", "ое"})


@rule(cue="%")
def per_cent_adjectives(text: str) -> Iterator[Substitution]:
    """ "5%-ный раствор", "10 %-го"."""
    for match in _PER_CENT.finditer(text):
        ending = _SHORT_PER_CENT.get(match["ending"], match["ending"])
        if match["ending"] == "й" and any(f.gender == "femn" for f in noun_after(text, match.end())):
            ending = "ой"
        words = f"{stem_of(int(match['number']))}процентн{ending}"
        yield Substitution(match.start(), match.end(), words, "compound")


@rule()
def ordinals(text: str) -> Iterator[Substitution]:
    """Ordinals and cardinals whose last letters are written out."""
    for match in _ORDINAL.finditer(text):
        start = match.start()
        number, ending = int(match["number"].replace(" ", "")), match["ending"] or match["glued"]
        if number in COLLECTIVE and ending in _TOGETHER and not match["first"] and _counts_people(text, match.end()):
            yield Substitution(*match.span(), COLLECTIVE[number], "number")
            continue
        if ending == "а" and number % _HUNDRED not in _ENDING_IN_A:
            continue
        nouns = _shortened_noun(text, match.end()) or noun_after(text, match.end())
        short = _SHORT.match(text, match.end()) or _SHORT_NOUN.match(text, match.end())
        cases = governed(text, match.start(), "name" if short else "amount")
        form = _Said.choose(number, ending, cases, nouns)
        words = form.words(number)
        end, behind = _noun_behind(text, match.end(), form)
        if match["first"] and not (match["join"] == ", " and _STREET.search(text, max(0, start - _REACH), start)):
            join = match["join"] if match["join"].strip() in {"и", "или", ","} else " – "
            both = f"{form.words(int(match['first']))}{join}{words}{behind}"
            yield Substitution(match.start(), end, both, "ordinal")
        # by itself too, for "каб. 12, 2-й этаж", whose first number belongs to what is before
        yield Substitution(match.start("number"), end, f"{words}{behind}", "ordinal")


def _counts_people(text: str, at: int) -> bool:
    """ "2-е мужчин", "3-е суток": a genitive plural behind, which nothing in order stands before."""
    cases = {(noun.number, noun.case) for noun in noun_after(text, at)}
    return ("plur", "gent") in cases and cases <= {("plur", "gent"), ("plur", "accs")}


def _shortened_noun(text: str, at: int) -> tuple[Form, ...]:
    """The forms of the noun that is cut short behind: "в 1-й пол."."""
    match = _SHORT.match(text, at) or _SHORT_NOUN.match(text, at)
    if match is None:
        return ()
    noun = SHORT_NOUNS.get(match["noun"]) or ORDINAL_UNITS[match["noun"]]
    return tuple(f for case in CASES for f in forms_of(inflect(noun, case)) if (f.case, f.number) == (case, "sing"))


def _noun_behind(text: str, end: int, form: "_Said") -> tuple[int, str]:
    """Where the reading ends, and the shortened noun behind the number in words."""
    if years := _YEARS.match(text, end):
        return years.end(), f" {(YEAR_PLURAL if form.gender == 'plur' else YEAR_SINGULAR)[form.case]}"
    if short := _SHORT_NOUN.match(text, end):
        number = "plur" if "plur" in {form.gender, form.number} else "sing"
        return short.end(), f" {inflect(ORDINAL_UNITS[short['noun']], form.case, number)}"
    return end, ""


class _Said:
    """How a number with an ending is said: as an ordinal or a cardinal, in which form."""

    def __init__(self, kind: str, case: str, gender: str, *, animate: bool) -> None:
        self.kind, self.case, self.gender, self.animate = kind, case, gender, animate

    @property
    def number(self) -> str:
        """Of the noun behind: only cardinals above one are written with an ending."""
        return "plur" if self.kind == "cardinal" else "sing"

    def words(self, number: int) -> str:
        say = cardinal if self.kind == "cardinal" else ordinal
        gender = "masc" if self.kind == "cardinal" and self.gender == "plur" else self.gender
        return say(number, self.case, gender, animate=self.animate)

    @classmethod
    def choose(cls, number: int, ending: str, cases: tuple[str, ...], nouns: tuple[Form, ...]) -> "_Said":
        if _is_cardinal(number, ending, nouns):
            possible = CARDINAL_ENDINGS[ending]
            fitting = [c for c in possible if any(n.case == c and n.number == "plur" for n in nouns)] or list(possible)
            case = next((c for c in cases if c in fitting), fitting[0])
            return cls("cardinal", case, "masc", animate=False)
        possible_forms = ORDINAL_ENDINGS.get(ending) or ORDINAL_ENDINGS["й"]
        if number % 10 == 0 and number >= _DECADES and not nouns and ending in {"е", "х"} and number != _HUNDRED:
            possible_forms = tuple(e for e in possible_forms if e.gender == "plur") or possible_forms
        return cls._ordinal(possible_forms, cases, nouns)

    @classmethod
    def _ordinal(cls, possible: tuple[Ending, ...], cases: tuple[str, ...], nouns: tuple[Form, ...]) -> "_Said":
        """The ending leaves some forms; the noun and the preposition choose among them."""
        by_noun = [e for e in possible if any(_agree(e, n) for n in nouns)] or list(possible)
        by_case = [e for c in cases for e in by_noun if e.case == c] or by_noun
        noun = agreeing((by_case[0].case,), nouns)
        return cls("ordinal", by_case[0].case, by_case[0].gender, animate=bool(noun and noun.animate))


def _agree(ending: Ending, noun: Form) -> bool:
    gender = "plur" if noun.number == "plur" else noun.gender
    return ending.gender == gender and ending.case == noun.case


def _is_cardinal(number: int, ending: str, nouns: tuple[Form, ...]) -> bool:
    if ending not in CARDINAL_ENDINGS:
        return False
    if ending not in ORDINAL_ENDINGS:
        return True
    if ending == "ю":
        return any(n.case == "ablt" and n.number == "plur" for n in nouns)
    if ending == "х":
        return number in {2, 3, 4}
    return number in {2, 3, 4} and bool(nouns) and all(n.number == "plur" for n in nouns)


@rule(cue="-–")
def compounds(text: str) -> Iterator[Substitution]:
    """ "25-летие", "3-комнатная", "1,5-часовой", "10–12-этажные": the number becomes the first part of the word."""
    for match in _COMPOUND.finditer(text):
        number, word = match["number"], match["word"]
        whole, _, decimals = number.partition(",")
        if decimals and decimals != "5":
            continue
        stem = _half_stem(int(whole)) if decimals else _stem(int(whole), word)
        words = f"{stem}{word}"
        adjective = any(f.pos in NOMINAL for f in forms_of(word))
        if not (
            decimals or adjective or word.startswith(COUNTED) or known(words) or known("двух" + word) or not known(word)
        ):
            continue
        start = match.start("number")
        if match["first"] and match["join"].strip() in {"-", "–", "—"}:
            start = match.start()
            words = f"{stem_of(int(match['first']))}-{words}"
        yield Substitution(start, match.end(), words, "compound")


@rule(cue=".")
def short_compounds(text: str) -> Iterator[Substitution]:
    """ "1-комн. кв.", "9-эт. дом": an adjective cut short behind its number."""
    for match in _SHORT_COMPOUND.finditer(text):
        if match["flat"]:
            nouns = tuple(f for f in forms_of("квартира") if f.case == "nomn")
            cases: tuple[str, ...] = (governed(text, match.start(), "name") or ("nomn",))[:1]
        else:
            nouns = noun_after(text, match.end())
            cases = governed(text, match.start(), "name") or ("nomn",)
        noun = agreeing(cases, nouns)
        case = cases[0] if match["flat"] or noun is None else noun.case
        number, gender = ("sing", "masc") if noun is None else (noun.number, noun.gender)
        adjective = f"{stem_of(int(match['number']))}{inflect(SHORT_PARTS[match['part']], case, number, gender)}"
        flat = f" {inflect('квартира', case)}" if match["flat"] else ""
        yield Substitution(match.start(), match.end(), f"{adjective}{flat}", "compound")


def _half_stem(number: int) -> str:
    """ "полуторачасовой", "трёхсполовинойлетний"."""
    if not number:
        return "полу"
    return _HALF if number == 1 else f"{stem_of(number)}споловиной"


def _stem(number: int, word: str) -> str:
    """ "двухэтажный", but "второклассник", "первокурсница": these count in order."""
    return PUPILS.get(number, stem_of(number)) if word.startswith(("классни", "курсни")) else stem_of(number)


@rule()
def parted_compounds(text: str) -> Iterator[Substitution]:
    """ "2-х этажный", as many write it for "двухэтажный"."""
    for match in _PARTED.finditer(text):
        words = stem_of(int(match["number"])) + match["word"]
        if known(words) or known(f"двух{match['word']}"):
            yield Substitution(match.start(), match.end(), words, "compound")


@rule(cue="-–—")
def decades(text: str) -> Iterator[Substitution]:
    """ "в 90-е", "80–90-х годов": handled as ordinals in the plural; kept apart for their spans."""
    for match in _DECADE_SPAN.finditer(text):
        nouns = noun_after(text, match.end())
        form = _Said.choose(20, match["ending"], governed(text, match.start()), nouns)
        words = " – ".join(ordinal(int(match[n]), form.case, "plur") for n in ("a", "b"))
        end = match.end()
        if years := _YEARS.match(text, end):
            words += f" {YEAR_PLURAL[form.case]}"
            end = years.end()
        yield Substitution(match.start(), end, words, "ordinal")


_DECADE_SPAN = re.compile(
    rf"(?<![\d{LETTER}A-Za-z.,/])(?P<a>\d{{2,4}})(?:-?(?:х|е))? ?[-–—] ?(?P<b>\d0|\d{{3}}0)-?(?P<ending>х|е|ые|ых"
    rf"|ми|м)(?![{LETTER}])"
)
