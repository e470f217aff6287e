"""What stands before a number or a name: the case that the words there ask for."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

from .morphology import NOMINAL, forms_of, known
from .numerals import CASES
from .surface import LETTER
from .tables.abbreviations import CONTRACTED
from .tables.government import (
    DONE_TO_LAWS,
    FILLERS,
    GENITIVE_VERBS,
    MET_WITH,
    NAMING_VERBS,
    PREPOSITIONS,
    SENSES,
    TOGETHER,
)
from .tables.motion import MOTION
from .tables.possessed import ACTIONS, HIRED, OWNERS, PARTS, PEOPLE

_REACH = 80
_WORD_BEFORE = re.compile(
    rf"(?<![{LETTER}])(?<![{LETTER}]-)(?<![{LETTER}]/(?=[{LETTER}] ))([{LETTER}]++(?:-[{LETTER}]++)*+) *+$"
)
_NUMBER_BEFORE = re.compile(r"(?<!\d)(\d{1,15}) ?(?:-|–|—|и|или|,) ?$")
_YEAR_BEFORE = re.compile(r"(?<!\d)\d{4} ?(?:г\.|года|году) (?:и|или) $|" + _NUMBER_BEFORE.pattern)
_ABOUT = re.compile(rf"(?<![{LETTER}])(?:[Оо]к|теч|разм)\. ?$")
_COUNTED = re.compile(rf"\d{{1,3}}(?: ?\d{{3}}){{0,5}} (?:[а-яё]+[ыи]х )?(?P<noun>[{LETTER}]+)")
_HOUSE = re.compile(r"(?:(?<![а-яё])[Дд](?:ом[а-я]{0,2}|\.)? ?|, )\d{1,4}[А-Яа-я]?,? $")
"""Before the "к" of a building: "д. 3 к 2"."""
_LATIN = re.compile(r"[A-Za-z»\"”] $")
_OPENS = re.compile(r"(?:^|[.!?…\n] ?[«\"„(]?|[«\"„(])$")
_NAMED = frozenset({"Name", "Surn", "Patr", "Geox", "UNKN"})
_FROM_TO = re.compile(r"[Сс]о? \d{1,5}(?: [а-яё]{1,12})? (?:до|по) \d")
_THEN_NUMBER = re.compile(r"со? \d")
_WHERE = frozenset({"в", "во", "на"})
_AND = frozenset({"и", "или", "либо"})
_DENIED = ("нет ", "без ")
"""Before "и" that joins nothing: "нет и 18 лет"."""
_DEPTH = 4
Sense = Literal["amount", "time", "name", "person"]
_MANY_WANT = ("plur", "gent")


def words_before(text: str, at: int) -> Iterator[tuple[str, int]]:
    """At most four words before `at` and where they start, the nearest first, until other than a space parts them."""
    begin = max(0, at - _REACH)
    window = text[begin:at]
    for _ in range(_DEPTH):
        match = _WORD_BEFORE.search(window)
        if not match:
            return
        yield match[1], begin + match.start()
        window = window[: match.start()]


def governed(text: str, at: int, sense: Sense = "amount", depth: int = _DEPTH) -> tuple[str, ...]:
    """The cases that the words before `at` ask for, the likeliest first; () where nothing governs.

    `sense` is what follows: an amount ("в 5 раз"), a time or a measured place ("в 5 км"), or something with a
    name or a number of its own ("по ул. Ленина", "на стр. 5"), for some prepositions go by it.
    """
    for word, start in words_before(text, at):
        lower = word.lower()
        if lower == "к" and _HOUSE.search(text, max(0, start - 16), start):
            return ()
        if lower in PREPOSITIONS:
            cases = PREPOSITIONS[lower]
            if lower in {"с", "со"} and _together(text, start):
                return ("ablt",)
            return SENSES[sense].get(lower, cases)
        if lower in _AND and not text[max(0, start - 4) : start].lower().endswith(_DENIED):
            break
        if lower not in FILLERS | _AND:
            return _naming(lower, sense) or _governed_by(text, start, lower) or _possessing(text, at, start, lower)
    if _ABOUT.search(text, max(0, at - 9), at):
        return ("gent",)
    begin = max(0, at - _REACH)
    number_before = _YEAR_BEFORE if sense == "time" else _NUMBER_BEFORE
    earlier = number_before.search(text[begin:at]) if depth else None
    return governed(text, begin + earlier.start(), sense, depth - 1) if earlier else ()


def _together(text: str, at: int) -> bool:
    """Whether "с" at `at` means "with": "в соответствии с п. 5"."""
    before = next(words_before(text, at), None)
    comparison = text[max(0, at - 4) : at].endswith(("ср. ", "Ср. ")) and not _THEN_NUMBER.match(text, at)
    if before is None or _FROM_TO.match(text, at):
        return comparison
    return comparison or before[0].lower() in TOGETHER or forms_of(before[0].lower())[0].lemma in MET_WITH


def _naming(word: str, sense: Sense) -> tuple[str, ...]:
    """What a verb asks of something with a number or a name of its own: "предусмотренного ст. 158"."""
    if sense != "name":
        return ()
    first = forms_of(word)[0]
    case = NAMING_VERBS.get(first.lemma)
    active = "tran" in first.marks and first.pos not in {"PRTF", "PRTS"}
    itself = first.pos == "PRTS" and first.lemma in DONE_TO_LAWS
    return (case,) if case and not active and not itself else ()


def _governed_by(text: str, start: int, word: str) -> tuple[str, ...]:
    """What an adjective ("последних 5 лет"), a comparative or a transitive verb before a number asks for."""
    readings = forms_of(word)
    first = readings[0]
    if first.pos == "COMP":
        return ("gent",)
    if first.lemma in GENITIVE_VERBS:
        return ("gent",)
    if (
        first.pos in {"VERB", "INFN", "GRND"}
        and "tran" in first.marks
        and ("impr" not in first.marks or text[start].isupper())
        and not _has_object(text, start)
    ):
        return ("accs", *(c for c in CASES if c != "accs"))
    plural = [f.case for f in readings if f.pos in NOMINAL and f.number == "plur"]
    if plural and not any(f.pos == "NOUN" for f in readings):
        outer = governed(text, start)
        return tuple(c for c in outer if c in plural) or tuple(dict.fromkeys((*plural, *CASES)))
    return ()


def _has_object(text: str, start: int) -> bool:
    """Whether the object of the verb at `start` stands before it, so that what follows is who did it.

    "Субсидию получили 32 семьи".
    """
    earlier = next(words_before(text, start), None)
    nouns = [f for f in forms_of(earlier[0].lower()) if f.pos == "NOUN"] if earlier else []
    return bool(nouns) and nouns[0].case == "accs" and all(f.case not in {"nomn", "gent", "loct"} for f in nouns)


def _possessing(text: str, at: int, start: int, word: str) -> tuple[str, ...]:
    """What the noun `word` at `start` asks for: "на ремонт 12 школ".

    But not in "из 9 выпускников 5 поступили", nor in "прошли обучение 12 врачей", who are the subject.
    """
    first = forms_of(word)[0]
    if first.lemma in HIRED:
        before = [earlier for earlier, _ in words_before(text, start)]
        if before[:1] == ["на"] and before[1:] and forms_of(before[1].lower())[0].pos in {"VERB", "INFN", "PRTS"}:
            return ("accs",)
    if first.pos == "NOUN" and first.lemma in PARTS | PEOPLE and _has_owners(text, at):
        return ("gent",)
    if first.pos != "NOUN" or first.lemma not in ACTIONS | PEOPLE or text[max(0, start - 2) : start - 1].isdigit():
        return ()
    earlier = [before.lower() for before, _ in words_before(text, start)]
    if earlier and (forms_of(earlier[0])[0].pos == "VERB" or "у" in earlier[:2]):
        return ()
    following = _COUNTED.match(text, at)
    nouns = forms_of(following["noun"]) if following else ()
    return ("gent",) if any(f.case == "gent" for f in nouns) else ()


def _has_owners(text: str, at: int) -> bool:
    """Whether houses or places are counted there: "кровли 6 школ"."""
    following = _COUNTED.match(text, at)
    forms = forms_of(following["noun"]) if following else ()
    return any(f.lemma in OWNERS and (f.number, f.case) == _MANY_WANT for f in forms)


def has_actor(text: str, at: int) -> bool:
    """Whether a verb before acts on what is counted at `at`: "задержала 2 мужчин", but "погибли двое мужчин"."""
    words = (word.lower() for word, _ in words_before(text, at))
    return any("tran" in form.marks and form.pos != "PRTS" for word in words for form in forms_of(word)[:1])


def asked_to(text: str, at: int) -> bool:
    """Whether the word right before is an order that takes an object: "Добавьте"."""
    before = next(words_before(text, at), None)
    return before is not None and {"tran", "impr"} <= forms_of(before[0].lower())[0].marks


def goes_there(text: str, at: int, lemmas: AbstractSet[str] = MOTION, reach: int = _DEPTH) -> bool:
    """Whether a word of motion stands before the "в" or "на" that is right before `at`: "прибыла в г. Выборг"."""
    words = list(words_before(text, at))
    if not words or words[0][0].lower() not in _WHERE:
        return False
    return any(f.lemma in lemmas for word, _ in words[1 : 1 + reach] for f in forms_of(word.lower())[:2])


def follows_noun(text: str, at: int) -> bool:
    """Whether a common noun (or its adjective) stands right before `at`: what follows is then its genitive."""
    before = next(words_before(text, at), None)
    if before is None:
        return False
    word, start = before
    if not word.islower():
        return _opens_with_noun(text, word, start)
    return any(word.startswith(c) for c in CONTRACTED) or forms_of(word)[0].pos in {"NOUN", *NOMINAL}


def names_owner(text: str, at: int) -> bool:
    """Whether a common noun stands right before `at`, of which what follows says whose it is: "подпись рук."."""
    before = next(words_before(text, at), None)
    if before is None:
        return False
    word, start = before
    return forms_of(word)[0].pos == "NOUN" if word.islower() else _opens_with_noun(text, word, start)


def stands_behind_name(text: str, at: int) -> bool:
    """Whether a noun, or Latin letters, stand right before `at`, to which a number may belong: "Windows 10"."""
    before = next(words_before(text, at), None)
    return _LATIN.search(text, max(0, at - 2), at) is not None or (
        before is not None and forms_of(before[0])[0].pos == "NOUN"
    )


def _opens_with_noun(text: str, word: str, start: int) -> bool:
    """Whether a common noun with the capital of its sentence stands at `start`: "Бюджет 2022 г.", not "Пушкин г."."""
    if not word[1:].islower() or _OPENS.search(text, max(0, start - 3), start) is None:
        return False
    first = forms_of(word)[0]
    return first.pos == "NOUN" and first.case in {"nomn", "accs"} and not first.marks & _NAMED and known(word)
