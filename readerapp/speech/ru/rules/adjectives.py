"""Adjectives cut short, in the form of the noun behind them: "юр. лицу", "5 раб. дней", "нем. и фр. языки"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import at_end, rule
from ..context import follows_noun, governed, names_owner, words_before
from ..counted import agreeing, noun_after
from ..morphology import NOMINAL, Form, all_forms, forms_of, gender_of, inflect, known, spelled_forms
from ..numerals import agreement
from ..phrases import count_before
from ..stems import adjective_of
from ..surface import LETTER
from ..tables.abbreviations import ADJECTIVES, ADMINISTERED, ONLY_BEFORE
from .abbreviations import OPEN, cut_noun, letters_of

_SHORTENED: Final = either(ADJECTIVES, loose=True)
_ADJECTIVE: Final = re.compile(
    rf"{OPEN}(?P<short>{_SHORTENED}|[{LETTER}]{{4,14}}+\.) ?(?=[«\"„]?(?P<next>[{LETTER}-]{{3,}}|(?:яз|дн)(?=\.)|№))",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    rf"{OPEN}(?P<first>{_SHORTENED}) и (?P<second>{_SHORTENED}) ?(?=(?P<next>[{LETTER}-]{{3,}})(?!\.))",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(rf"{OPEN}(?P<short>[{LETTER}]{{3,14}}+(?:-[{LETTER}]{{3,6}})?)\.(?=[,;)]|$)")
_POST: Final = re.compile(r"(?<![а-яё])(?:зам|зав|нач|пом|рук|сохр|изд|упр|деп|ред)\. ?$", re.IGNORECASE)
"""The genitive stands behind these: "зам. ген. директора"."""
_SEVERAL: Final = re.compile(r"(?:(?:тыс|млн|млрд)\.?|[%‰]) $")
"""What is counted behind these is a genitive: "12 тыс. шв. крон", "45 % мес. нормы"."""
_NUMBERED: Final = re.compile(r"(?:[а-яё]{2,5}\. ?|№ ?)\d{1,4} $")
"""Before the owner of what has a number: "ауд. 412 гл. корпуса"."""
_NEAR: Final = 14
_SHORT_POST: Final = 6
_MOST: Final = 4
"""Adjectives of one noun that are cut short."""
_FEW: Final = ("sing", "gent")


@rule(cue="./", digits=False)
def adjectives(text: str) -> Iterator[Substitution]:
    """Shortened adjectives, in the form that the noun behind them asks for."""
    for match in _PAIR.finditer(text) if " и " in text else ():
        yield from _pair(text, match)
    for match in _BEHIND.finditer(text):
        yield from _behind_its_noun(text, match)
    for match in _ADJECTIVE.finditer(text):
        adjective = adjective_of(letters_of(match["short"]).rstrip("."))
        if adjective and not _ends_sentence(match) and (phrase := _phrase(text, match, adjective)):
            yield Substitution(match.start(), match.end("short"), phrase, "abbreviation")


def _ends_sentence(match: re.Match[str]) -> bool:
    """Whether it is a whole word before a new sentence: "пять лиц. Полиция", "в банк. Деньги", but "Ген. директор"."""
    short = letters_of(match["short"]).rstrip(".")
    begins = match["next"][0].isupper() and " " in match[0] and (match["short"][0].islower() or _is_name(match))
    return begins and (known(short) or f"{short}." not in ADJECTIVES)


def _is_name(match: re.Match[str]) -> bool:
    """ "магазин Электрон. Новый товар": the name of the noun before it; no noun follows that it could belong to."""
    return names_owner(match.string, match.start()) and forms_of(match["next"].lower())[0].pos != "NOUN"


def _behind_its_noun(text: str, match: re.Match[str]) -> Iterator[Substitution]:
    """ "Ветер юго-зап., слабый": nothing follows that the adjective could belong to."""
    before = next(words_before(text, match.start()), None)
    adjective = adjective_of(match["short"].lower()) if before else ""
    noun = next((f for f in forms_of(before[0].lower()) if f.pos == "NOUN" and f.case), None) if before else None
    if adjective and noun and not adjective.startswith("так ") and not known(match["short"].lower()):
        words = inflect(adjective, noun.case, noun.number or "sing", noun.gender or gender_of(noun.lemma))
        end = match.end() - at_end(text, match.end())
        yield Substitution(match.start(), end, words, "abbreviation")


def _phrase(text: str, match: re.Match[str], adjective: str) -> str:
    """The adjective as it agrees with its noun; nothing where it has none."""
    cases = governed(text, match.start(), "name") or (("gent",) if _is_dependent(text, match.start()) else ("nomn",))
    at = match.start("next")
    for _ in range(_MOST):
        another = _ADJECTIVE.match(text, at)
        if another is None or not adjective_of(letters_of(another["short"]).rstrip(".")):
            break
        at = another.start("next")
    if form := _beside_another(text, match.start(), at):
        words = adjective.split()
        words[-1] = inflect(words[-1], form.case, form.number, form.gender)
        return " ".join(words)
    amount = count_before(text, match.start())
    want = agreement(amount[0], (governed(text, amount[1]) or ("nomn",))[0]) if amount else None
    noun = _noun(text, at, cases, want)
    if _is_of_another(match, noun):
        return ""
    words = adjective.split()
    if noun is not None and noun.case:
        number, case, gender = noun.number or "sing", noun.case, noun.gender or gender_of(noun.lemma)
        if want:
            number, case = want if cut_noun(text, at) else (number, case)
            number, case = _few(number, case, gender) if want == _FEW else (number, case)
        words[-1] = inflect(words[-1], case, number, gender)
    elif "/" not in match[0]:
        return ""
    return " ".join(words)


def _beside_another(text: str, start: int, at: int) -> Form | None:
    """The noun's reading that agrees with the adjective before both: "по одномандатному изб. округу"."""
    before = next(words_before(text, start), None)
    if before is None:
        return None
    full = {(f.case, f.gender) for f in forms_of(before[0].lower()) if f.pos in NOMINAL and f.number == "sing"}
    return next((n for n in noun_after(text, at) if n.number == "sing" and (n.case, n.gender) in full), None)


def _is_dependent(text: str, start: int) -> bool:
    """Whether what stands before makes a genitive of the whole."""
    near = max(0, start - _NEAR)
    return bool(
        follows_noun(text, start)
        or _POST.search(text, max(0, start - _SHORT_POST), start)
        or _SEVERAL.search(text, near, start)
        or _NUMBERED.search(text, near, start)
    )


def _noun(text: str, at: int, cases: tuple[str, ...], want: tuple[str, str] | None) -> Form | None:
    """The reading of the noun at `at`, in the form that a number wants where one stands before."""
    if text[at] == "№":
        return all_forms("номер")[0]
    if short := cut_noun(text, at):
        return agreeing(cases, [f for f in all_forms(short) if f.number == "sing"])
    nouns = noun_after(text, at)
    word = _WORD.match(text, at)
    if nouns and word and cases[0] not in {n.case for n in nouns}:
        rare = (f for _, f in spelled_forms(word[0].lower()) if f.lemma == nouns[0].lemma)
        nouns = (*(f for f in rare if f.case == cases[0]), *nouns)
    if noun := next((n for n in nouns if (n.number, n.case) == want), None) or agreeing(cases, nouns):
        return noun
    return agreeing(("nomn",), [f for f in forms_of(word[0]) if f.pos in NOMINAL]) if word else None


_WORD: Final = re.compile(rf"[{LETTER}-]{{3,}}")


def _is_of_another(match: re.Match[str], noun: Form | None) -> bool:
    """Whether it is no adjective here: "адм. района" is what the district has, "лен." a region only."""
    short = letters_of(match["short"])
    if short == "адм.":
        return noun is not None and noun.lemma in ADMINISTERED and noun.case == "gent"
    return short in ONLY_BEFORE and not match["next"].lower().startswith(ONLY_BEFORE[short])


def _few(number: str, case: str, gender: str) -> tuple[str, str]:
    """ "два специальных разрешения", "две муниципальные школы"."""
    if (number, case) not in {_FEW, ("plur", "nomn"), ("plur", "accs")}:
        return number, case
    return ("plur", "nomn") if gender == "femn" else ("plur", "gent")


def _pair(text: str, match: re.Match[str]) -> Iterator[Substitution]:
    """ "нем. и фр. языки": each is one, though the noun is of both."""
    cases = governed(text, match.start(), "name") or ("nomn",)
    noun = agreeing(cases, noun_after(text, match.start("next")))
    for name in ("first", "second"):
        words = adjective_of(letters_of(match[name]).rstrip(".")).split()
        if noun is not None and noun.case:
            words[-1] = inflect(words[-1], noun.case, "sing", noun.gender or gender_of(noun.lemma))
            yield Substitution(match.start(name), match.end(name), " ".join(words), "abbreviation")
