"""Abbreviations by what may come after their dot: the rest of the sentence, or the end of it."""

from .abbreviations import ADJECTIVES, FIXED
from .places import AFTER_NUMBER, BEFORE_NAME, BEFORE_NUMBER, TITLES
from .units import SCALES, UNITS


def _last_words(*tables: object) -> frozenset[str]:
    """The last word of each abbreviation, without its dot."""
    abbreviations = (w for table in tables for w in table)  # type: ignore[attr-defined]  # tables and sets alike
    return frozenset(w.rstrip(".").replace(".", " ").split()[-1].lower() for w in abbreviations if w.rstrip("."))


CLOSING = _last_words(UNITS, SCALES, AFTER_NUMBER) | frozenset(
    [
        "др",
        "проч",
        "пр",
        "т.д",
        "т.п",
        "д",
        "п",
        "э",
        "кв",
        "чел",
        "руб",
        "коп",
        "к",
        "долл",
        "экз",
        "шт",
        "мес",
        "нед",
        "сут",
        "мин",
        "сек",
        "час",
        "тыс",
        "млн",
        "млрд",
        "вкл",
        "искл",
        "см",
        "м",
        "км",
        "л",
        "т",
        "ч",
        "г",
    ]
)
"""These may end a sentence; those that are in OPENING as well only after a number."""

MONTHS = frozenset("янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек".split())
"""Shortened months, before their year."""

TIMES = frozenset({"г", "гг", "в", "вв", "э", "годы"})
"""These end a sentence or an adverbial of time: only the rest of the sentence tells."""

OPENING = (
    _last_words(BEFORE_NAME, BEFORE_NUMBER, TITLES, ADJECTIVES, FIXED)
    | frozenset(
        [
            "тел",
            "факс",
            "моб",
            "доб",
            "внутр",
            "напр",
            "см",
            "ср",
            "им",
            "т",
            "е",
            "к",
            "н",
            "о",
            "ок",
            "ред",
            "изд",
            "сост",
            "авт",
            "перев",
            "род",
            "ум",
            "англ",
            "лат",
            "соч",
            "собр",
        ]
    )
) - frozenset({"др", "проч", "пр", "вкл", "искл", "врио", "б/у"})
"""These ask for a name, a number or a word behind them."""
