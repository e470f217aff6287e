"""Abbreviations that mean one thing ("т. е.", "и др.") and shortened adjectives ("т. н.", "юр. лицо")."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import agreeing, follows_noun, governed, names_owner, noun_after, words_before
from ..morphology import NOMINAL, Form, decline, forms_of, gender_of, inflect
from ..numerals import CASES
from ..surface import LETTER
from ..tables.abbreviations import ADJECTIVES, ADMINISTERED, CONTRACTED, DEGREES, FIXED, NOUNS, TRANSLATED


def _key(abbreviation: str) -> str:
    return re.sub(r"[ ]", "", abbreviation).lower()


_FIXED = {_key(abbreviation): wording for abbreviation, wording in FIXED.items()}
_ADJECTIVES = {_key(abbreviation): adjective for abbreviation, adjective in ADJECTIVES.items()}
_SHORTENED = either(ADJECTIVES, loose=True)
_OPEN = rf"(?<![{LETTER}A-Za-z\d.-])"
_FIXED_PATTERN = re.compile(
    rf"{_OPEN}(?:{either(FIXED, loose=True)})(?![{LETTER}A-Za-z/-])",
    re.IGNORECASE,
)
_ADJECTIVE_PATTERN = re.compile(
    rf"{_OPEN}(?:{_SHORTENED}) ?(?=[«\"„]?"
    rf"(?P<next>[{LETTER}-]{{3,}}|яз(?=\.)))",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"{_OPEN}(?P<first>{_SHORTENED}) и (?P<second>{_SHORTENED}) ?(?=(?P<next>[{LETTER}-]{{3,}})(?!\.))",
    re.IGNORECASE,
)
_NOUN_PATTERN = re.compile(
    rf"{_OPEN}(?:{either(NOUNS, loose=True)})(?![{LETTER}A-Za-z-])",
    re.IGNORECASE,
)
_CONTRACTED_WORD = re.compile(rf"[{LETTER}]{{1,4}}-[{LETTER}]{{1,2}}(?![{LETTER}-])")
_NOUNS = {_key(abbreviation): noun for abbreviation, noun in NOUNS.items()}
_GLUED = re.compile(rf"(?<![{LETTER}])им\.(?=[А-ЯЁ«])")
_SAINT = re.compile(r"(?<![\w-])С\.?-(?=П(?:етербург|етерб\.|б(?!\w)))")
_GLUED_ACTING = re.compile(rf"(?<![{LETTER}.])[Ии]\. ?о\.(?=[а-яё]{{4,}})")
_FIGURES = re.compile(r"[.:]{0,9} ?[\d+(]")
"""Without its dot "тел" is a telephone before its number only: "небесных тел" are bodies."""
_OWN_NUMBER = re.compile(r":? ?(?:№ ?)?[\d+(\ue000\ue001]")
_NUMBER_OF = re.compile(r"номера?м? ?$", re.IGNORECASE)
_ENTRANCE: Final = "вход"
_RECEIVED = re.compile(r":? ?(?:№|N ?\d|\d)")
"""A number behind "вх." is that of a letter."""
_DAY_OFF: Final = "выходной"
_ACCOUNT: Final = "счёт"
"""Money goes there more often than it lies there: "на расчётный счёт"."""
_ANY_WORD = re.compile(r" ?[а-яё]{3,}")
_POST = re.compile(r"(?<![а-яё])(?:зам|зав|нач|пом|рук|сохр|изд|упр|деп|ред)\. ?$", re.IGNORECASE)
"""The genitive stands behind these: "зам. ген. директора"."""
_SEVERAL = re.compile(r"(?:тыс|млн|млрд)\.? $")
"""What is counted behind these is a genitive: "12 тыс. шв. крон"."""
_NUMBERED = re.compile(r"(?:[а-яё]{2,5}\. ?|№ ?)\d{1,4} $")
"""Before the owner of what has a number: "ауд. 412 гл. корпуса"."""
_NEAR = 14
_LIMITS = frozenset({"мин.", "макс."})
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
        key = _key(match[0])
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
    return bool(re.match(r" ?\d", text[match.end() : match.end() + 2])) and not _COUNT.search(
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


@rule(cue="./", digits=False)
def adjectives(text: str) -> Iterator[Substitution]:
    """Shortened adjectives, in the form that the noun behind them asks for."""
    for match in _PAIR.finditer(text) if " и " in text else ():
        yield from _pair(text, match)
    for match in _ADJECTIVE_PATTERN.finditer(text):
        dependent = follows_noun(text, match.start()) or _POST.search(text[max(0, match.start() - 6) : match.start()])
        several = _SEVERAL.search(text, max(0, match.start() - _NEAR), match.start())
        dependent = dependent or several or _NUMBERED.search(text, max(0, match.start() - _NEAR), match.start())
        cases = governed(text, match.start(), "name") or (("gent",) if dependent else ("nomn",))
        at = match.start("next")
        while adjective := _ADJECTIVE_PATTERN.match(text, at):
            at = adjective.start("next")
        noun = agreeing(cases, _shortened_noun(text, at) or noun_after(text, at))
        if noun and _key(match[0]) == "адм." and noun.lemma in ADMINISTERED and noun.case == "gent":
            continue
        if noun is None:
            noun = agreeing(("nomn",), [f for f in forms_of(match["next"]) if f.pos in NOMINAL])
        if _key(match[0]) == "лен." and not match["next"].startswith("обл"):
            continue
        words = _ADJECTIVES[_key(match[0]).rstrip('«"„')].split()
        if noun is not None and noun.case:
            gender = noun.gender or gender_of(noun.lemma)
            words[-1] = inflect(words[-1], noun.case, noun.number or "sing", gender)
        elif "/" not in match[0]:
            continue
        phrase = " ".join(words)
        end = match.end() - (len(match[0]) - len(match[0].rstrip()))
        yield Substitution(match.start(), end, phrase, "abbreviation")


def _pair(text: str, match: re.Match[str]) -> Iterator[Substitution]:
    """ "нем. и фр. языки": each is one, though the noun is of both."""
    cases = governed(text, match.start(), "name") or ("nomn",)
    noun = agreeing(cases, noun_after(text, match.start("next")))
    for name in ("first", "second"):
        words = _ADJECTIVES[_key(match[name])].split()
        if noun is not None and noun.case:
            words[-1] = inflect(words[-1], noun.case, "sing", noun.gender or gender_of(noun.lemma))
            yield Substitution(match.start(name), match.end(name), " ".join(words), "abbreviation")


def _shortened_noun(text: str, at: int) -> tuple[Form, ...]:
    """The forms of the noun that is cut short at `at`: "худ. рук."."""
    contraction = _CONTRACTED_WORD.match(text, at)
    if contraction and (stem := CONTRACTED.get(contraction[0].lower())) and forms_of(stem)[0].pos == "NOUN":
        return tuple(
            f for case in CASES for f in forms_of(inflect(stem, case)) if f.case == case and f.number == "sing"
        )
    match = _NOUN_PATTERN.match(text, at)
    if match is None or not match[0].endswith("."):
        return ()
    noun = _NOUNS[_key(match[0])]
    return tuple(f for case in CASES for f in forms_of(decline(noun, case)) if f.case == case and f.number == "sing")


@rule(digits=False)
def nouns(text: str) -> Iterator[Substitution]:
    """Nouns cut short that stand alone: "по тел.", "в обл."."""
    for match in _NOUN_PATTERN.finditer(text):
        if match[0].lower() == "тел" and not _FIGURES.match(text, match.end()):
            continue
        noun = _NOUNS[_key(match[0])]
        if noun == _ENTRANCE and _RECEIVED.match(text, match.end()):
            continue
        yield Substitution(match.start(), match.end(), decline(noun, _case(text, match, noun)), "abbreviation")


def _case(text: str, match: re.Match[str], noun: str) -> str:
    """What is asked of a noun; a noun before it has it, unless it has a number of its own or is a day's."""
    at = match.start()
    if cases := _of_adjective(text, at, noun) or governed(text, at, "name"):
        return "accs" if noun.endswith(_ACCOUNT) and cases[0] == "loct" else cases[0]
    alone = noun == _DAY_OFF or (
        _OWN_NUMBER.match(text, match.end()) and not _NUMBER_OF.search(text, max(0, at - 8), at)
    )
    if _POST.search(text, max(0, at - 6), at) or (not alone and names_owner(text, at)):
        return "gent"
    return "nomn"


def _of_adjective(text: str, at: int, noun: str) -> tuple[str, ...]:
    """The cases of the adjective before that agrees with the noun: "по соседней ул."."""
    before = next(words_before(text, at), None)
    forms = forms_of(before[0].lower()) if before else ()
    if before is None or forms[0].pos not in NOMINAL:
        return ()
    own = [f.case for f in forms if f.number == "sing" and f.gender == gender_of(noun.rsplit(maxsplit=1)[-1])]
    return tuple(case for case in governed(text, before[1], "name") if case in own) or tuple(own)
