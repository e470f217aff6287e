"""Which of two Russian words that are written alike is meant, where the words around it tell.

The first of a pair (see `benchmarks/homonyms.txt`) is the one that is said where nothing tells.
"""

from collections.abc import Sequence
from typing import Final

from .morphology import forms_of
from .neighbours import Judge, Word, after, before, near

_MODAL: Final = frozenset(
    "может могут мог могла могло могли можно нельзя должен должна должны хочет чтобы не рискует".split()
)


def second(row: Sequence[Word], at: int) -> bool:
    """Whether the second of the pair is meant."""
    judge = _JUDGES.get(row[at].low)
    return judge is not None and judge(row, at)


def _costs(row: Sequence[Word], at: int) -> bool:
    """Сто́ит: it has a price, or is worth doing."""
    following = after(row, at)
    if following and any(form.pos in ("INFN", "NUMR") for form in forms_of(following.low)[:1]):
        return True
    return _PRICE(row, at)


_PRICE: Final = near(
    "рубл", "руб", "крон", "евро", "доллар", "тысяч", "миллион", "дорого", "недорого", "дёшево", "дешево", "недёшево",
    "недешево", "дороже", "дешевле", "бесплатн", "сколько", "цен", "билет", "копе", "столько", "ничего", "труда",
    "усили",
)  # fmt: skip


def _the_greater(row: Sequence[Word], at: int) -> bool:
    """Бо́льшая часть: more than half."""
    following = after(row, at)
    return following is not None and following.low.startswith(
        ("част", "половин", "дол", "степен", "сторон", "количеств")
    )


def _narrower(row: Sequence[Word], at: int) -> bool:
    following = after(row, at)
    return following is not None and following.low == "чем"


def _with_sweat(row: Sequence[Word], at: int) -> bool:
    last = before(row, at)
    return last is not None and last.low.startswith(("облив", "пахн", "покр", "запах"))


def _forty(row: Sequence[Word], at: int) -> bool:
    """Сорока́: a number, before what is counted or behind a preposition or another number."""
    last, following = before(row, at), after(row, at)
    if last and last.low in _BOUNDS:
        return True
    quantity = following and any(
        (f.case == "gent" and f.number == "plur") or f.pos == "NUMR" for f in forms_of(following.low)
    )
    return bool(quantity)


_BOUNDS: Final = frozenset(
    "до от около более менее свыше больше меньше из с со после для ста двухсот трёхсот тысяча тысячи тысяч".split()
)


def _began(row: Sequence[Word], at: int) -> bool:
    """Начала́: somebody did, as a feminine subject or an infinitive beside it tells."""
    last, following = before(row, at), after(row, at)
    if following and any(form.pos == "INFN" for form in forms_of(following.low)[:1]):
        return True
    if last is None:
        return False
    return any(f.gender == "femn" and f.case == "nomn" and f.number == "sing" for f in forms_of(last.low)[:1])


def _by_way(row: Sequence[Word], at: int) -> bool:
    """Доро́гой: a noun, behind a preposition or what agrees with it in the instrumental."""
    last = before(row, at)
    if last is None:
        return False
    if last.low in ("за", "над", "под", "перед", "между", "с", "со", "всей"):
        return True
    forms = forms_of(last.low)
    return forms[0].pos == "ADJF" and any(f.gender == "femn" and f.case == "ablt" for f in forms)


def _abyss(row: Sequence[Word], at: int) -> bool:
    """Про́пасть, unless a modal word makes it a verb."""
    last = before(row, at)
    return last is None or last.low not in _MODAL


def _is_dear(row: Sequence[Word], at: int) -> bool:
    """Дорога́: an adjective, behind an adverb of degree or a feminine noun that it says something of."""
    last = before(row, at)
    if last is None:
        return False
    subject = any(f.pos == "NOUN" and (f.case, f.number, f.gender) == _FEMININE for f in forms_of(last.low))
    return last.low in _DEGREES or subject


_DEGREES: Final = frozenset("очень так слишком весьма особенно мне нам вам ему ей им".split())
_FEMININE: Final = ("nomn", "sing", "femn")
_REGIMENTS: Final = near(
    "войск", "арми", "стрелков", "пехот", "гвард", "дивизи", "казач", "фронт", "танков", "авиа", "гусар", "конн",
)  # fmt: skip
_SHOOTERS: Final = near(
    "соревн", "спорт", "снайпер", "лук", "олимп", "ранен", "сборн", "медал", "меткие", "чемпион", "турнир", "рот",
    "батальон", "пулем",
)  # fmt: skip
_PROTEIN: Final = near(
    "жир", "углевод", "калор", "питан", "пищ", "аминокис", "кров", "моч", "яичн", "молочн", "содерж", "витамин", "клет",
)  # fmt: skip
_SPIRITS: Final = near("злые", "злых", "лесные", "предк", "добрые", "нечист", "верил", "верят", "святые")


_SURROUNDINGS: Final = (
    "окруж", "воздуш", "городск", "образоват", "доступ", "безбарьер", "конкурент", "социальн", "цифров", "комфорт",
    "информац", "питат", "природ", "языков", "водн", "агрессив", "благоприят", "безопасн",
)  # fmt: skip
_TEMPLES: Final = near("болит", "болят", "болью", "боли", "седы", "массаж", "голов", "лоб", "стуч", "пульс")


def _is_around(row: Sequence[Word], at: int) -> bool:
    """Среду́: what is around somebody, which a word right beside it says; elsewhere the day."""
    last, following = before(row, at), after(row, at)
    beside = last is not None and last.low.startswith(_SURROUNDINGS) and last.low.endswith(("ую", "юю"))
    return beside or (following is not None and following.low.startswith("обит"))


def _is_news(row: Sequence[Word], at: int) -> bool:
    """Ве́сти: what is told; elsewhere the verb."""
    last, following = before(row, at), after(row, at)
    if last is None:
        return row[at].opens and following is not None and following.low in ("из", "с", "от")
    return any(f.pos in ("ADJF", "PRTF") and f.number == "plur" and f.case == "nomn" for f in forms_of(last.low)[:3])


def _is_lock(row: Sequence[Word], at: int) -> bool:
    """Замо́к, on a door; a castle where anything speaks of one, or a name in -ский stands before it."""
    last = before(row, at)
    name = last is not None and last.capital and last.low.endswith(("ский", "ского", "ском"))
    return not name and not _CASTLE(row, at) and _LOCK(row, at)


_LOCK: Final = near(
    "двер", "ключ", "сменил", "смен", "навесн", "врезн", "висе", "слома", "откры", "запер", "закры", "кодов",
    "электронн",     "взлом", "ворот", "сейф", "кварти", "почин", "замен", "установ", "вскры", "подъезд", "чемодан",
)  # fmt: skip
_CASTLE: Final = near(
    "старинн", "средневек", "корол", "рыцар", "экскурс", "музе", "истор", "граф", "княж", "крепост", "башн", "архитект",
)  # fmt: skip
_FLOUR: Final = near(
    "пшенич", "ржан", "хлеб", "сахар", "грамм", "килограмм", "сорт", "тест", "выпе", "яйц", "яиц", "масл", "мельниц",
    "стакан", "тонн", "зерн", "соль", "соли", "крахмал", "просе", "высш", "пакет", "мешок", "кукурузн", "овсян",
    "рисов",
)  # fmt: skip
_RECALL: Final = near(
    "лиценз",
    "депутат",
    "согласи",
    "товар",
    "посл",
    "аккредит",
    "полномоч",
    "банк",
    "подпис",
    "иск",
    "заявлен",
    "доверенност",
)
_INSTRUMENT: Final = near(
    "музык", "концерт", "игра", "зал", "бах", "органн", "органист", "звуч", "труб", "кирх", "собор"
)
_CUPS: Final = near("чай", "чая", "кофе", "пив", "фарфор", "чашк", "посуд", "глинян", "тарел", "молок")
_WEEPING: Final = near("горьк", "слез", "слёз", "ребён", "ребен", "от", reach=2)
_SATIN: Final = near("ткан", "бель", "плать", "шёлк", "шелк", "син")
_CLAP: Final = near("раздал", "громк", "услыш", "взрыв", "слыш")
_IRIS: Final = near("конфет", "сливочн", "тянучк")

_JUDGES: Final[dict[str, Judge]] = {
    **dict.fromkeys("замок замка замке".split(), _is_lock),
    **dict.fromkeys("мука муки муку".split(), _FLOUR),
    "мукой": near("совест", "душ", "страш"),
    **dict.fromkeys("стоит стоят стоять".split(), _costs),
    **dict.fromkeys("большая большую большие".split(), _the_greater),
    "дорога": _is_dear,
    "виски": _TEMPLES,
    "вести": _is_news,
    "среду": _is_around,
    "полки": _REGIMENTS,
    "стрелки": _SHOOTERS,
    "белки": _PROTEIN,
    "духи": _SPIRITS,
    "уже": _narrower,
    "потом": _with_sweat,
    "сорока": _forty,
    "начала": _began,
    "дорогой": _by_way,
    **dict.fromkeys("отзыв отзыва отзыве отзывом".split(), _RECALL),
    **dict.fromkeys("орган органа органе".split(), _INSTRUMENT),
    **dict.fromkeys("кружки кружка".split(), _CUPS),
    "плачу": _WEEPING,
    "пропасть": _abyss,
    "атлас": _SATIN,
    "хлопок": _CLAP,
    "ирис": _IRIS,
}
"""When the second of each pair is meant; the first where the word is not here."""
