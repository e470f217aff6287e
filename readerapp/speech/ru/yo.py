"""Which written е is a ё: official Russian leaves the dots out, and a voice that is not told says another word.

A word all of whose readings in the dictionary have ё is unambiguous. Pairs that are both words (все/всё) are told
apart by their neighbours, and stay as they are written where nothing tells.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ...model import Substitution
from ..rule import rule
from .agreement import plural
from .morphology import Form, dotted_plural, dotted_singular, forms_of, may_be_dotted, spelled_forms, spellings
from .neighbours import Judge, Word, after, before, near, words

_NAME: Final = "yo"
_LIKELY: Final = 0.85
"""How sure the dictionary's counts must be of a spelling that is not the only one."""


@rule(cue="еЕ", digits=False)
def yo(text: str) -> Iterator[Substitution]:
    """Words with their ё, where the page writes е."""
    row = words(text)
    for at, word in enumerate(row):
        if "е" in word.low and "ё" not in word.low and _may_have_it(word.low) and (right := _restored(row, at)):
            yield Substitution(word.start, word.end, _as_written(text[word.start : word.end], right), _NAME)


@lru_cache(maxsize=32768)
def _may_have_it(word: str) -> bool:
    """Whether any spelling of the word has ё; most have none, and are asked nothing more."""
    special = word in _JUDGES or "-" in word or word.endswith(_OF_MANY)
    return special or may_be_dotted(word)


def _restored(row: Sequence[Word], at: int) -> str | None:
    word = row[at].low
    judge = _JUDGES.get(word)
    if judge:
        return judge[0] if judge[1](row, at) else None
    if _plural_has_it(word):
        return _dotted(word) if plural(row, at) else None
    if _singular_has_it(word):
        return None if plural(row, at) else _dotted(word)
    spelling = _unambiguous(word, named=row[at].capital) or (_surname(word) if row[at].capital else None)
    if spelling or "-" not in word:
        return spelling or _participle(row, at)
    parts = word.split("-")
    dotted_parts = [_unambiguous(part, named=False) or part for part in parts]
    return "-".join(dotted_parts) if dotted_parts != parts else None


@lru_cache(maxsize=16384)
def _unambiguous(word: str, *, named: bool) -> str | None:
    """The spelling with ё, where the dictionary leaves no doubt about it; `named` for a word with a capital."""
    likely = dict(spellings(word))
    with_yo = [spelling for spelling in likely if "ё" in spelling]
    if not with_yo:
        return None
    if len(with_yo) == len(likely):
        return with_yo[0]
    best = max(with_yo, key=lambda spelling: likely[spelling])
    if named and _name(word) and _only_nominative(word):
        return best
    share = likely[best] / sum(likely.values())
    return best if share >= _LIKELY or (named and share > 0.5 and _name(word)) or _same_word(word) else None


@lru_cache(maxsize=4096)
def _surname(word: str) -> str | None:
    """Воробьёвых: with ё a surname of many, without it a word that the dictionary guesses or no name at all."""
    surnames = {spelling for spelling, form in spelled_forms(word) if "Surn" in form.marks and word.endswith(_OF_MANY)}
    return surnames.pop() if len(surnames) == 1 and all("ё" in spelling for spelling in surnames) else None


_OF_MANY: Final = ("евы", "евых", "евым", "евыми")


def _only_nominative(word: str) -> bool:
    """Whether the name is called so with ё, and without it is a case of another name: Алёна, of Ален."""
    nominatives = {spelling for spelling, form in spelled_forms(word) if form.case == "nomn"}
    return len(nominatives) == 1 and "ё" in nominatives.pop()


def _dotted(word: str) -> str:
    return next(spelling for spelling, _ in spellings(word) if "ё" in spelling)


@lru_cache(maxsize=16384)
def _plural_has_it(word: str) -> bool:
    """Whether a noun has ё in the plural alone: озёра, of which о́зера is the genitive."""
    return len(dict(spellings(word))) == 2 and dotted_plural(word)


@lru_cache(maxsize=16384)
def _singular_has_it(word: str) -> bool:
    """Whether a noun has ё in the singular alone: счёта, of which счета́ is the plural."""
    return len(dict(spellings(word))) == 2 and dotted_singular(word)


def _name(word: str) -> bool:
    """Whether it can be nothing but a name: Артем and Артём are one, Орел and орел are not."""
    return all(form.marks & {"Name", "Surn", "Patr", "Geox"} for form in forms_of(word))


def _same_word(word: str) -> bool:
    """Whether the two spellings are one word that people write both ways (шофер, шофёр): a person's trade in -ер."""
    return bool(_TRADE.search(word)) and any(form.animate for form in forms_of(word))


_TRADE: Final = re.compile(r"(?:те|фе|же|не|ле|ре|се)р(?:а|у|ом|е|ы|ов|ам|ами|ах)?$")


def _as_written(surface: str, right: str) -> str:
    """The word with ё in the capitals of the page."""
    return "".join(
        (letter.upper() if old.isupper() else letter) if letter == "ё" else old
        for old, letter in zip(surface, right, strict=True)
    )


# --- words that are two words -----------------------------------------------------------------------


def _participle(row: Sequence[Word], at: int) -> str | None:
    """«Преступление, совершённое ночью»: a participle behind a comma, or with what was done by, where or when."""
    spelling = next((s for s, _ in spellings(row[at].low) if "ённ" in s), None)
    if spelling is None or "енн" not in row[at].low:
        return None
    following = after(row, at)
    agent = following is not None and any(form.case == "ablt" for form in forms_of(following.low))
    return spelling if row[at].comma or agent else None


_ALL_IT: Final = frozenset(
    "равно это что то еще ещё время больше меньше лучше хуже чаще реже дальше ближе выше ниже остальное необходимое "
    "нужное важное лишнее такое самое".split()
)
_FOR: Final = frozenset("за на про".split())
"""Before a last "всё": "спасибо за всё"."""
_PLURAL_ME: Final = frozenset("мы вы они нас вас их нам вам им они эти те".split())
_SINGLE_ME: Final = frozenset("я ты он она оно мне тебе ему ей это".split())


def _all_is_it(row: Sequence[Word], at: int) -> bool:
    """Всё, not все: the words after it, then the one before, are in the singular."""
    last = before(row, at)
    if last and last.low in _PLURAL_ME:
        return False
    if last and last.low in _FOR and after(row, at) is None:
        return True
    for place, word in enumerate(row[at + 1 : at + 6]):
        if not word.joined:
            break
        if place == 0 and word.low in _ALL_IT:
            return True
        if word.low in _PLURAL_ME:
            return False
        verdict = _number(forms_of(word.low))
        if verdict:
            return verdict == "sing"
    return last is not None and last.low in _SINGLE_ME


def _number(forms: Sequence[Form]) -> str:
    """The number that a verb, a short adjective or what agrees with "все" is in; nothing where it tells none."""
    for form in forms[:1]:
        if form.pos in ("VERB", "ADJS", "PRTS"):
            return "plur" if form.number == "plur" else "sing"
    agreeing = [f for f in forms if f.pos in ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR") and f.case in ("nomn", "accs")]
    if any(f.number == "plur" for f in agreeing):
        return "plur"
    return "sing" if any(f.gender == "neut" and f.pos != "NOUN" for f in agreeing) else ""


_LOCATIVE: Final = frozenset("в во о об обо на при по".split())


def _after_preposition(row: Sequence[Word], at: int) -> bool:
    last = before(row, at)
    return last is not None and last.low in _LOCATIVE


def _is_all_of_it(row: Sequence[Word], at: int) -> bool:
    """Обо всём, на всём: the preposition asks for a locative, which the plural has not."""
    last = before(row, at)
    return last is not None and last.low in _LOCATIVE - {"по"}


_HABIT: Final = near("обычно", "всегда", "часто", "постоянно", "ежедневно", "ежегодно", "сейчас", "кажд", "нередко")


def _as_a_habit(row: Sequence[Word], at: int) -> bool:
    return near("обычно", "всегда", "часто", "постоянно", "ежедневно", "ежегодно", "сейчас", "каждый", "каждую")(
        row, at
    )


def _is_noun(row: Sequence[Word], at: int) -> bool:
    """An animal: at the start, behind an adjective, or before a verb."""
    last = before(row, at)
    return last is None or any(form.pos == "ADJF" and form.number == "sing" for form in forms_of(last.low)[:1])


def _takes(row: Sequence[Word], at: int) -> bool:
    """Берёт, not a берет: unless something is worn or has a colour."""
    last = before(row, at)
    if last and any(form.pos == "ADJF" for form in forms_of(last.low)[:1]):
        return False
    return not near("надел", "носит", "носил", "шапк", "шляп")(row, at)


_JUDGES: Final[dict[str, tuple[str, Judge]]] = {
    "все": ("всё", _all_is_it),
    "все-таки": ("всё-таки", lambda _row, _at: True),
    "чем": ("чём", _after_preposition),
    "нем": ("нём", _after_preposition),
    "всем": ("всём", _is_all_of_it),
    "полет": ("полёт", lambda _row, _at: True),
    "узнаем": ("узнаём", _as_a_habit),
    "узнает": ("узнаёт", _as_a_habit),
    "признаем": ("признаём", _as_a_habit),
    "небо": ("нёбо", near("мягк", "твёрд", "тверд", "язык", "рта", "зуб", "полост")),
    "падеж": ("падёж", near("скот", "птиц", "рыб", "пчел", "пчёл", "животн", "поголов", "свин", "коров", "олен")),
    "осел": ("осёл", _is_noun),
    "берет": ("берёт", _takes),
    "королев": ("королёв", lambda row, at: row[at].capital),
    "огарев": ("огарёв", lambda row, at: row[at].capital),
    "огарева": ("огарёва", lambda row, at: row[at].capital),
    "мел": ("мёл", lambda _row, _at: False),
    "заем": ("заём", lambda _row, _at: True),
    "лен": ("лён", lambda _row, _at: True),
    "мед": ("мёд", lambda _row, _at: True),
    "лет": ("лёт", lambda _row, _at: False),
    "тем": ("тём", lambda _row, _at: False),
    "дне": ("днё", lambda _row, _at: False),
}
"""How the word is said when the judge says so; else as it is written."""
