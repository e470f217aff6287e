"""What the dictionary (pymorphy3 with OpenCorpora's words) knows of a Russian word, and its inflected forms."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import pymorphy3

from .numerals import CASES
from .tables.nouns import COUNT_FORMS, GENDERS

NOMINAL = frozenset({"ADJF", "PRTF"})
_CASE_ALIASES = {"gen2": "gent", "gen1": "gent", "loc2": "loct", "loc1": "loct", "acc2": "accs", "voct": "nomn"}
_ENDING = 2
"""Letters that an adjective ends in."""
_LIKELY = 0.02
"""Readings of a word that are rarer than this in print are not considered where there is a commoner one."""


class Form(NamedTuple):
    """One reading of a word: part of speech, case, number, gender (each "" where it has none)."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    marks: frozenset[str]
    score: float


class _Tag(Protocol):
    """What pymorphy3 says of a reading; None where it has no such category."""

    POS: str | None
    case: str | None
    number: str | None
    gender: str | None
    grammemes: frozenset[str]


class _Parse(Protocol):
    """One reading of a word by pymorphy3, which has no types of its own."""

    word: str
    normal_form: str
    score: float
    tag: _Tag

    lexeme: "list[_Parse]"

    def inflect(self, grammemes: set[str], /) -> "_Parse | None": ...


class _Words(Protocol):
    def similar_keys(self, word: str, substitutes: object, /) -> list[str]: ...


class _Dictionary(Protocol):
    words: _Words


class _Analyzer(Protocol):
    dictionary: _Dictionary
    char_substitutes: object
    """What may stand for what: е for ё."""

    def parse(self, word: str, /) -> list[_Parse]: ...

    def word_is_known(self, word: str, /) -> bool: ...


@lru_cache(maxsize=1)
def _analyzer() -> _Analyzer:
    analyzer: _Analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    return analyzer


@lru_cache(maxsize=2048)
def _parses(word: str) -> Sequence[_Parse]:
    """The dictionary's readings of a word; looked up once for all that is asked of it, which takes longest of all."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=32768)
def forms_of(word: str) -> tuple[Form, ...]:
    """Every likely reading of `word`, the commonest first."""
    parses = [_form(p) for p in _parses(word)]
    return tuple(f for f in parses if f.score >= _LIKELY or _is_headword(f, word)) or tuple(parses)


def _is_headword(form: Form, word: str) -> bool:
    """ "том" is most often a form of "тот", but the book must not be forgotten."""
    return form.pos == "NOUN" and form.lemma == word.lower() and form.case == "nomn"


def _form(parse: _Parse) -> Form:
    tag = parse.tag
    return Form(
        parse.normal_form,
        str(tag.POS or ""),
        _CASE_ALIASES.get(tag.case or "", tag.case or ""),
        str(tag.number or ""),
        GENDERS.get(parse.normal_form, str(tag.gender or "")),
        "anim" in tag.grammemes,
        frozenset(
            tag.grammemes & {"Name", "Surn", "Patr", "Geox", "tran", "Apro", "Fixd", "Abbr", "Pltm", "UNKN", "impr"}
        ),
        float(parse.score),
    )


@lru_cache(maxsize=16384)
def spellings(word: str) -> tuple[tuple[str, float], ...]:
    """How the dictionary spells a word in small letters, with ё where it has one, and how likely each is."""
    scores: dict[str, float] = {}
    if known(word):
        for parse in _parses(word):
            scores[parse.word] = scores.get(parse.word, 0.0) + float(parse.score)
    return tuple(scores.items())


def may_be_dotted(word: str) -> bool:
    """Whether the dictionary has a word in small letters with ё in some form; asks for no readings, which take long."""
    analyzer = _analyzer()
    return any("ё" in spelling for spelling in analyzer.dictionary.words.similar_keys(word, analyzer.char_substitutes))


def spelled_forms(word: str) -> list[tuple[str, Form]]:
    """Every reading of a word with the spelling that the dictionary gives it."""
    return [(parse.word, _form(parse)) for parse in _parses(word)]


def dotted_plural(word: str) -> bool:
    """Whether a word is, with ё, a noun's nominative plural, and without it only forms of the singular."""
    parses = [p for p in _parses(word) if p.tag.POS == "NOUN"]
    with_yo = {(p.tag.case, p.tag.number) for p in parses if "ё" in p.word}
    plain = {(p.tag.case, p.tag.number) for p in parses if "ё" not in p.word}
    return ("nomn", "plur") in with_yo and ("gent", "sing") in plain and ("nomn", "plur") not in plain


def dotted_singular(word: str) -> bool:
    """Whether a word is, with ё, a noun's genitive singular, and without it that noun's nominative plural: счета."""
    parses = [p for p in _parses(word) if p.tag.POS == "NOUN"]
    with_yo = {p.normal_form for p in parses if "ё" in p.word and (p.tag.case, p.tag.number) == ("gent", "sing")}
    plain = {p.normal_form for p in parses if "ё" not in p.word and (p.tag.case, p.tag.number) == ("nomn", "plur")}
    return not with_yo.isdisjoint(plain) and not dotted_plural(word)


def known(word: str) -> bool:
    """Whether the dictionary has the word in some form."""
    return bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=4096)
def inflect(word: str, case: str, number: str = "sing", gender: str = "") -> str:
    """A dictionary word (a noun, or an adjective in the masculine) in the form asked for; itself if it has none."""
    if number == "plur" and case == "gent" and word in COUNT_FORMS:
        return COUNT_FORMS[word]
    grammemes = {case, number} | ({gender} if gender and number == "sing" else set())
    for parse in _parses(word):
        if parse.tag.POS in NOMINAL and case == "accs":
            grammemes |= {"inan"} if number == "plur" or gender == "masc" else set()
        if parse.tag.POS in {"NOUN", "ADJF", "PRTF"} and parse.tag.case == "nomn":
            form = _superlative(parse, grammemes) or parse.inflect(grammemes)
            if form:
                return str(form.word)
    return word


def _superlative(parse: _Parse, grammemes: set[str]) -> _Parse | None:
    """A form of "высший" itself: the dictionary would take "высочайшего", of the same adjective."""
    if "Supr" not in parse.tag.grammemes:
        return None
    stem = parse.word[:-_ENDING]
    return next((p for p in parse.lexeme if p.word.startswith(stem) and grammemes <= p.tag.grammemes), None)


@lru_cache(maxsize=512)
def all_forms(noun: str) -> tuple[Form, ...]:
    """The forms of a noun with what belongs to it, in both numbers, as readings."""
    return tuple(
        f
        for number in ("sing", "plur")
        for case in CASES
        for f in forms_of(decline(noun, case, number).rsplit(maxsplit=1)[-1])
        if (f.case, f.number) == (case, number)
    )


@lru_cache(maxsize=2048)
def decline(phrase: str, case: str, number: str = "sing") -> str:
    """A noun in a case with what belongs to it: adjectives before it agree, what stands behind it stays."""
    words = phrase.split()
    head = next(
        (i for i, word in enumerate(words) if not any(f.pos in NOMINAL for f in forms_of(word))), len(words) - 1
    )
    gender = gender_of(words[head])
    forms = [inflect(word, case, number, gender) for word in words[:head]]
    return " ".join((*forms, inflect(words[head], case, number), *words[head + 1 :]))


@lru_cache(maxsize=1024)
def paradigm(noun: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The six forms of a noun in the singular and in the plural."""
    return tuple(inflect(noun, c) for c in CASES), tuple(inflect(noun, c, "plur") for c in CASES)


@lru_cache(maxsize=1024)
def gender_of(noun: str) -> str:
    """The gender of a dictionary noun: "masc", "femn" or "neut"."""
    return next((f.gender for f in forms_of(noun) if f.pos == "NOUN" and f.gender), "masc")
