"""Words that are another word with ё (все, всё; сел, сёл), and what about their neighbours tells which is meant."""

from collections.abc import Sequence
from typing import Final

from .agreement import located
from .morphology import Form, forms_of
from .neighbours import Judge, Word, after, before, near

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


def _anywhere(row: Sequence[Word], at: int) -> bool:
    del row, at
    return True


def _of_many(row: Sequence[Word], at: int) -> bool:
    """Сёл, слёз: a genitive, behind a preposition, a number, a noun or what agrees with it; not the verb."""
    last = before(row, at)
    if last is None or last.low in _SUBJECTS:
        return False
    if last.low in ("и", "или") and at > 1:
        last = row[at - 2]
    forms = forms_of(last.low)
    return (
        last.low in _ASKING
        or any(f.pos in ("ADJF", "PRTF", "NUMR") and f.number != "sing" and f.case == "gent" for f in forms)
        or (forms[0].pos == "NOUN" and (forms[0].case, forms[0].number) in _OWNERS)
    )


_OWNERS: Final = frozenset({("nomn", "plur"), ("gent", "sing"), ("gent", "plur")})
_SUBJECTS: Final = frozenset("он кто который".split())
_ASKING: Final = frozenset(
    "из до от для без у около кроме среди вокруг пять шесть семь восемь девять десять сто несколько много мало сколько "
    "больше более менее".split()
)


def _not_mine(row: Sequence[Word], at: int) -> bool:
    """Съём, поём: not what one person will do."""
    last = before(row, at)
    return last is None or last.low not in ("я", "не", "сначала", "если")


def _is_warm(row: Sequence[Word], at: int) -> bool:
    """В тёплом доме: a noun in the locative follows."""
    following = after(row, at)
    return located(row, at) and following is not None and any(f.case == "loct" for f in forms_of(following.low))


def _is_on_account(row: Sequence[Word], at: int) -> bool:
    """К счёту; but "на счету"."""
    last = before(row, at)
    return last is None or last.low != "на"


_CRIME: Final = near("преступл", "правонаруш", "сделк", "наезд", "деян", "краж", "ошибк", "дтп", "поступ", reach=2)
_GODPARENT: Final = near("отец", "отц", "мать", "матер", "сын", "дочь", "дочер", reach=1)
_GLANDS: Final = near("слюн", "лимф", "щитов", "молочн", "потов", "сальн", "эндокрин", "внутренн", "секрец")

PAIRS: Final[dict[str, tuple[str, Judge]]] = {
    "все": ("всё", _all_is_it),
    "все-таки": ("всё-таки", lambda _row, _at: True),
    "чем": ("чём", _after_preposition),
    "нем": ("нём", _after_preposition),
    "всем": ("всём", _is_all_of_it),
    **{
        spelling.replace("ё", "е"): (spelling, _anywhere)
        for spelling in (
            "полёт полёте подъём неё четвёртую стёр орёт углём козёл боёв живёте признаётся тёте шлёт заём микрозаём "
            "лён мёд шёлковый шёлковая шёлковые шёлкового шёлковой шёлковых"
        ).split()
    },
    **{
        spelling.replace("ё", "е"): (spelling, _CRIME)
        for spelling in (
            "совершённое совершённого совершённом совершённая совершённой совершённую совершённые совершённых"
        ).split()
    },
    **{
        spelling.replace("ё", "е"): (spelling, _GODPARENT)
        for spelling in "крёстный крёстного крёстному крёстным крёстная крёстной крёстную".split()
    },
    "слез": ("слёз", _of_many),
    "сел": ("сёл", _of_many),
    "желез": ("желёз", _GLANDS),
    "поем": ("поём", _not_mine),
    "съем": ("съём", _not_mine),
    "теплом": ("тёплом", _is_warm),
    "счету": ("счёту", _is_on_account),
    "берете": ("берёте", lambda row, at: not located(row, at)),
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
    "лет": ("лёт", lambda _row, _at: False),
    "тем": ("тём", lambda _row, _at: False),
    "дне": ("днё", lambda _row, _at: False),
}
"""How the word is said when the judge says so; else as it is written."""
