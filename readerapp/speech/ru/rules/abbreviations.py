"""Abbreviations that mean one thing ("т. е.", "и др."), and nouns cut short that stand alone ("по тел.")."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import follows_noun, governed, names_owner, words_before
from ..counted import noun_after
from ..morphology import decline, forms_of, gender_of, inflect
from ..numerals import agreement
from ..phrases import count_before, phrase_start
from ..shortened import of_adjective
from ..stems import OUTSIDE, noun_of
from ..surface import LETTER
from ..tables.abbreviations import CONTRACTED, DEGREES, FIXED, NOUNS, TRANSLATED
from ..tables.numbered import ORDINAL_NOUNS


def letters_of(abbreviation: str) -> str:
    """An abbreviation without what authors write one way or another."""
    return re.sub(r"[ ]", "", abbreviation).lower()


_FIXED = {letters_of(abbreviation): wording for abbreviation, wording in FIXED.items()}
OPEN = rf"(?<![{LETTER}A-Za-z\d.-])"
_FIXED_PATTERN = re.compile(
    rf"{OPEN}(?:{either(FIXED, loose=True)})(?![{LETTER}A-Za-z/-])",
    re.IGNORECASE,
)
_NOUN_PATTERN = re.compile(
    rf"{OPEN}(?:{either(NOUNS, loose=True)}|[{LETTER}]{{4,12}}+\.)"
    rf"(?![{LETTER}A-Za-z-])",
    re.IGNORECASE,
)
_CONTRACTED_WORD = re.compile(rf"[{LETTER}]{{1,4}}-[{LETTER}]{{1,2}}(?![{LETTER}-])")
_GLUED = re.compile(rf"(?<![{LETTER}])им\.(?=[А-ЯЁ«])")
_SAINT = re.compile(r"(?<![\w-])С\.?-(?=П(?:етербург|етерб\.))")
_GLUED_ACTING = re.compile(rf"(?<![{LETTER}.])[Ии]\. ?о\.(?=[а-яё]{{4,}})")
_FIGURES = re.compile(r"[.:]{0,9} ?[\d+(]")
"""Without its dot "тел" is a telephone before its number only: "небесных тел" are bodies."""
_OWN_NUMBER = re.compile(r":? ?(?:№ ?)?[\d+(\ue000\ue001]")
_NUMBER_OF = re.compile(r"номера?м? ?$", re.IGNORECASE)
_ENTRANCE: Final = "вход"
_RECEIVED = re.compile(r":? ?(?:№|N ?\d|\d)")
"""A number behind "вх." is that of a letter."""
_ORDINAL: Final = re.compile(r"(?<!\d)\d{1,3}-(я|ю|й|ой|ая|ую) ?$")
_ORDINAL_REACH: Final = 8
_BY_ENDING: Final = {
    **dict.fromkeys(("я", "ая"), ("nomn",)),
    **dict.fromkeys(("ю", "ую"), ("accs",)),
    **dict.fromkeys(("й", "ой"), ("gent", "datv", "loct", "ablt")),
}
_BEFORE: Final = re.compile(rf"(?<![{LETTER}-])([{LETTER}]{{2,14}})\. ?$")
_LONGEST: Final = 18
_AMOUNT: Final = re.compile(r"(?i:(?<![а-яё])(?:кол-в|количеств|числ|списо?к|переч[её]?н|нехватк)[а-яё]{1,3}) $")
"""Before what there are several of: "кол-во сотр."."""
_WITH: Final = re.compile(rf"(?<![{LETTER}])[Сс]о? $")
_FROM: Final = OUTSIDE | {
    "вход",
    "общежитие",
    "территория",
    "область",
    "площадь",
    "издание",
    "расчётный счёт",
    "лицевой счёт",
}
"""What "с" rather leads away from than adds: "с пл.", but "с прил."."""
_ALONE: Final = frozenset({"выходной", "телефон", "мобильный телефон"})
"""Nobody's: "Администрация, тел."."""
_ACCOUNT: Final = "счёт"
"""Money goes there more often than it lies there: "на расчётный счёт"."""
_ANY_WORD = re.compile(r" ?[а-яё]{3,}")
_POST = re.compile(r"(?<![а-яё])(?:зам|зав|нач|пом|рук|сохр|изд|упр|деп|ред)\. ?$", re.IGNORECASE)
"""The genitive stands behind these: "зам. ген. директора"."""
_LIMITS = frozenset({"мин.", "макс."})
_LIMITED = re.compile(r" ?(?:[:–—-] ?)?\d")
_COMPARED = re.compile(r":? ?(?:[А-ЯЁ]|\d|с )")
_COUNT = re.compile(r"\d ?$")
_AVENUE = re.compile(r" ?[А-ЯЁ][а-яё-]+(?:а|я|ы|и|ой|ого)(?![а-яё])")
"""A name in the genitive: "и пр. Ленина" is an avenue."""
_DEGREES = re.compile(r"[\d°′'″\"] ?$")
_SMALL = re.compile(r" ?[а-яё]")
_OTHERS = {"gent": "других", "datv": "другим", "ablt": "другими", "loct": "других"}


@rule(cue="./-", digits=False)
def fixed(text: str) -> Iterator[Substitution]:
    """Abbreviations that stand for the same words wherever they are."""
    for match in _FIXED_PATTERN.finditer(text):
        key = letters_of(match[0])
        words = _FIXED[key]
        if key == "идр.":
            words = f"и {_others(text, match.start(), match.end())}"
        elif key == "и.о.":
            words = _acting(text, match.start())
        elif _is_another(key, text, match):
            continue
        yield Substitution(match.start(), match.end(), words, "abbreviation")


@rule(cue=".С", digits=False)
def glued(text: str) -> Iterator[Substitution]:
    """Without the space behind: "им.Ленина"."""
    for match in _GLUED.finditer(text):
        yield Substitution(match.start(), match.end(), "имени ", "abbreviation")
    for match in _SAINT.finditer(text):
        yield Substitution(match.start(), match.end(), "Санкт-", "abbreviation")
    for match in _GLUED_ACTING.finditer(text):
        yield Substitution(match.start(), match.end(), f"{_acting(text, match.start())} ", "abbreviation")


def _is_another(key: str, text: str, match: re.Match[str]) -> bool:
    """Whether it stands for something else here: an avenue, a time, a weekday, a preposition."""
    if key in _LIMITS:
        return not _is_limit(text, match)
    if key in TRANSLATED:
        return _ANY_WORD.match(text, match.end()) is not None
    if key in DEGREES:
        return _DEGREES.search(text, max(0, match.start() - 3), match.start()) is None
    other = _OTHERWISE.get(key)
    return other is not None and other(text, match)


def _behind_a_count(text: str, match: re.Match[str]) -> bool:
    return _COUNT.search(text, max(0, match.start() - 3), match.start()) is not None


def _has_no_owner(text: str, match: re.Match[str]) -> bool:
    return not any(f.case == "gent" for f in noun_after(text, match.end()))


def _before_a_name(text: str, match: re.Match[str]) -> bool:
    return _AVENUE.match(text, match.end()) is not None


def _compares_nothing(text: str, match: re.Match[str]) -> bool:
    return _COMPARED.match(text, match.end()) is None


_OTHERWISE: Final[dict[str, Callable[[str, re.Match[str]], bool]]] = {
    "см.": _behind_a_count,
    "суч.": _has_no_owner,
    "ипр.": _before_a_name,
    "ср.": _compares_nothing,
}
"""When they are centimetres, a plot, an avenue, a Wednesday."""


def _is_limit(text: str, match: re.Match[str]) -> bool:
    """ "мин. 5 чел." is a minimum, "15 мин. 30 сек." is not."""
    return bool(_LIMITED.match(text, match.end())) and not _COUNT.search(
        text[max(0, match.start() - 3) : match.start()]
    )


def _others(text: str, at: int, end: int) -> str:
    """ "городов и др." is "городов и других": as the noun behind, or else the word before.

    Not where that may be a nominative.
    """
    before = next(words_before(text, at), None)
    cases = {f.case for f in forms_of(before[0].lower()) if f.case} if before else set()
    if behind := {f.case for f in noun_after(text, end) if f.number == "plur"} if _SMALL.match(text, end) else set():
        cases = cases & behind or behind
    if not cases or "nomn" in cases or ("accs" in cases and "gent" not in cases):
        return "другие"
    return next((_OTHERS[c] for c in ("gent", "datv", "ablt", "loct") if c in cases), "другие")


def _acting(text: str, at: int) -> str:
    case = (governed(text, at, "name") or ("nomn",))[0]
    return f"{inflect('исполняющий', case, 'sing', 'masc')} обязанности"


def cut_noun(text: str, at: int) -> str:
    """The noun that is cut short at `at`: "худ. рук."; else nothing."""
    contraction = _CONTRACTED_WORD.match(text, at)
    if contraction and (stem := CONTRACTED.get(contraction[0].lower())) and forms_of(stem)[0].pos == "NOUN":
        return stem
    match = _NOUN_PATTERN.match(text, at)
    return _noun(match) if match and match[0].endswith(".") else ""


def _noun(match: re.Match[str]) -> str:
    return noun_of(letters_of(match[0]).rstrip("."))


@rule(digits=False)
def nouns(text: str) -> Iterator[Substitution]:
    """Nouns cut short that stand alone: "по тел.", "в обл."."""
    for match in _NOUN_PATTERN.finditer(text):
        if match[0].lower() == "тел" and not _FIGURES.match(text, match.end()):
            continue
        noun = _noun(match)
        if not noun or (noun == _ENTRANCE and _RECEIVED.match(text, match.end())):
            continue
        number, case = _numbered(text, match.start(), noun) or ("sing", _case(text, match, noun))
        words = decline(noun, case, number)
        yield Substitution(match.start(), match.end(), words.title() if noun.istitle() else words, "abbreviation")


def _numbered(text: str, at: int, noun: str) -> tuple[str, str] | None:
    return _in_order(text, at, noun) or _counted(text, at, noun)


def _in_order(text: str, at: int, noun: str) -> tuple[str, str] | None:
    """ "врач 2-й кат.": behind an ordinal of the feminine its ending tells the case."""
    ordinal = _ORDINAL.search(text, max(0, at - _ORDINAL_REACH), at)
    if ordinal is None or gender_of(noun) != "femn":
        return None
    cases = governed(text, ordinal.start(), "name")
    return "sing", next((case for case in cases if case in _BY_ENDING[ordinal[1]]), _BY_ENDING[ordinal[1]][0])


def _counted(text: str, at: int, noun: str) -> tuple[str, str] | None:
    """Number and case of what a number stands before: "5 раб. дн."; of "1 кат." it is the first."""
    if _AMOUNT.search(text, max(0, at - _LONGEST), at) and noun not in OUTSIDE:
        return "plur", "gent"
    if (amount := count_before(text, at)) is None or noun in OUTSIDE:
        return None
    count, start = amount
    if noun not in ORDINAL_NOUNS:
        return agreement(count, (governed(text, start) or ("nomn",))[0])
    return "sing", (governed(text, start, "name") or (("gent",) if follows_noun(text, start) else ("nomn",)))[0]


def _case(text: str, match: re.Match[str], noun: str) -> str:
    """What is asked of a noun; a noun before it has it, unless it has a number of its own or is a day's."""
    at = phrase_start(text, match.start())
    if cases := of_adjective(text, at, noun) or governed(text, at, "name"):
        if cases[0] == "gent" and noun not in _FROM and _WITH.search(text, max(0, at - 4), at):
            return "ablt"
        return "accs" if noun.endswith(_ACCOUNT) and cases[0] == "loct" else cases[0]
    alone = noun in _ALONE or (_OWN_NUMBER.match(text, match.end()) and not _NUMBER_OF.search(text, max(0, at - 8), at))
    post = _POST.search(text, max(0, match.start() - 6), match.start())
    return "gent" if post or _behind_another(text, at) or (not alone and names_owner(text, at)) else "nomn"


def _behind_another(text: str, at: int) -> bool:
    """ "пост. адм.": a noun cut short stands before."""
    before = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return before is not None and bool(noun_of(before[1].lower()))
