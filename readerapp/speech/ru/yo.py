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
from .agreement import located, plural
from .morphology import dotted_plural, dotted_singular, forms_of, known, may_be_dotted, spelled_forms, spellings
from .neighbours import Word, after, words
from .yo_pairs import PAIRS

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
    special = word in PAIRS or "-" in word or word.endswith(_OF_MANY) or _SWEDISH.search(word) is not None
    return special or may_be_dotted(word) or _compound(word) is not None


def _restored(row: Sequence[Word], at: int) -> str | None:
    word = row[at].low
    judge = PAIRS.get(word)
    if judge:
        return judge[0] if judge[1](row, at) else _participle(row, at)
    if word.endswith("ье") and _is_thing(word):
        return None if _stands_in(row, at) else f"{word[:-1]}ё"
    if _plural_has_it(word):
        return _dotted(word) if plural(row, at) else None
    if _singular_has_it(word):
        return None if plural(row, at) else _dotted(word)
    spelling = _unambiguous(word, named=row[at].capital) or (_called(word) if row[at].capital else None)
    if spelling or "-" not in word:
        return spelling or _compound(word) or _participle(row, at)
    parts = word.split("-")
    dotted_parts = [_unambiguous(part, named=False) or part for part in parts]
    return "-".join(dotted_parts) if dotted_parts != parts else None


@lru_cache(maxsize=16384)
def _unambiguous(word: str, *, named: bool) -> str | None:
    """The spelling with ё, where the dictionary leaves no doubt about it; `named` for a word with a capital."""
    likely = dict(spellings(word)) if named else _as_common(word)
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
def _compound(word: str) -> str | None:
    """Спецотчёт, четырёхкомнатная: a word that the dictionary lacks, with ё where its parts have it."""
    head = next((head for head in _COUNTING if word.startswith(head)), "")
    firsts = [at for at in range(_HEAD, min(len(word) - _TAIL, _LONGEST_HEAD) + 1) if word[:at] in _HEADS]
    if not (head or firsts) or known(word):
        return None
    if head:
        rest = word[len(head) :]
        return _COUNTING[head] + (_unambiguous(rest, named=False) or rest) if known(f"двух{rest}") else None
    tails = ((at, _unambiguous(word[at:], named=False)) for at in firsts)
    return next((word[:at] + tail for at, tail in tails if tail), None)


_COUNTING: Final = {"трех": "трёх", "четырех": "четырёх"}
_HEADS: Final = frozenset(
    """
    авиа авто агро анти архи аудио био взаимо видео водо высоко гео гидро гос дву двух евро еже жил зоо гипер кибер
    контр крупно лже макро мало мед мега мелко меж микро мини много моно мото мульти над нано нарко не недо нефте низко
    обще онлайн пар пере пневмо под полу после пост проф псевдо пяти радио равно разно само сверх семи социо спец спорт
    супер тепло теле тех транс турбо ультра фото хоз цветно шести широко экс экспресс электро энерго этно
    """.split()
)
"""First parts that any word may have."""
_HEAD, _TAIL, _LONGEST_HEAD = 2, 4, 8
"""Letters of the first part and of the last at least, and of the first at most."""


def _as_common(word: str) -> dict[str, float]:
    """The spellings of a word in small letters with how likely each is.

    Of "черных" and "отменен" not those of a surname and of the adjective "отменный": "чёрных", "отменён" are meant.
    """
    likely = dict(spellings(word))
    if len(likely) == 1 or not any("ё" in spelling for spelling in likely):
        return likely
    forms = spelled_forms(word)
    plain = [form for spelling, form in forms if "ё" not in spelling]
    with_yo = [form for spelling, form in forms if "ё" in spelling]
    names = all(form.marks & _PEOPLE for form in plain)
    done = word not in _QUALITIES and all(f.pos == "ADJS" for f in plain) and all(f.pos == "PRTS" for f in with_yo)
    return {spelling: share for spelling, share in likely.items() if "ё" in spelling} if names or done else likely


_NAMES: Final = frozenset({"Name", "Surn", "Patr", "Geox"})
_PEOPLE: Final = frozenset({"Name", "Surn", "Patr"})
_QUALITIES: Final = frozenset("склонен сложен ценен волен заметен страшен жесток смел".split())
"""Adjectives that are meant although a participle is spelled like them."""


def _called(word: str) -> str | None:
    """A name that the dictionary lacks, or has in the singular only: Бергстрём, Йёнчёпинг, Воробьёвых."""
    if known(word) or not _SWEDISH.search(word):
        return _surname(word)
    return _SWEDISH.sub(lambda match: match[0].replace("е", "ё", 1), word)


_SWEDISH: Final = re.compile(
    "(?<=[а-я])(?:стрем|[чк]епинг|лефстад)(?=(?:а|у|ом|е|ы|ов|ам|ами|ах|ск[а-я]{1,3})?$)"
    "|^(?:бьерн|бьерк|геран(?=(?:а|у|ом|е|ссон[а-я]{0,3})?$)|шеберг|шегрен|седер|лефгрен|лефвен|хегберг|йен(?=че)|йерген|шевд)"
)
"""Beginnings and ends of Swedish names that have ё."""


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
    return all(form.marks & _NAMES for form in forms_of(word))


def _same_word(word: str) -> bool:
    """Whether the two spellings are one word that people write both ways (шофер, шофёр): a person's trade in -ер."""
    return bool(_TRADE.search(word)) and any(form.animate for form in forms_of(word))


@lru_cache(maxsize=1024)
def _is_thing(word: str) -> bool:
    """Жильё, whose locative alone has no ё: "в жилье"."""
    likely = dict(spellings(word))
    return len(likely) > 1 and all(f.pos == "NOUN" and f.gender == "neut" for _, f in spelled_forms(word))


def _stands_in(row: Sequence[Word], at: int) -> bool:
    """Whether "в", "о" or "при" asks for the locative, with what agrees between; "на" more often has an accusative."""
    return located(row, at, ("в", "во", "о", "об", "при"))


_TRADE: Final = re.compile(r"(?:те|фе|же|не|ле|ре|се)р(?:а|у|ом|е|ы|ов|ам|ами|ах)?$")


def _as_written(surface: str, right: str) -> str:
    """The word with ё in the capitals of the page."""
    return "".join(
        (letter.upper() if old.isupper() else letter) if letter == "ё" else old
        for old, letter in zip(surface, right, strict=True)
    )


def _participle(row: Sequence[Word], at: int) -> str | None:
    """«Преступление, совершённое ночью»: a participle behind a comma, or with what was done by, where or when."""
    spelling = next((s for s, _ in spellings(row[at].low) if "ённ" in s), None)
    if spelling is None or "енн" not in row[at].low:
        return None
    following = after(row, at)
    agent = following is not None and any(form.case == "ablt" for form in forms_of(following.low))
    return spelling if row[at].comma or agent else None
