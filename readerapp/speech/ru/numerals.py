"""Numbers as Russian words: cardinals, ordinals, decimals, fractions and the stems of compounds, fully declined.

A case is one of `CASES` (pymorphy's names), a gender one of "masc", "femn", "neut"; "plur" stands in the place
of a gender where Russian makes no difference of gender. The forms come from `tables.numerals`.
"""

from collections.abc import Iterator
from functools import lru_cache

from .tables import numerals as tables

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
LARGEST = 10**15 - 1
_SCALES = ((10**12, "триллион"), (10**9, "миллиард"), (10**6, "миллион"), (10**3, "тысяча"))


@lru_cache(maxsize=8192)
def cardinal(number: int, case: str = "nomn", gender: str = "masc", *, animate: bool = False) -> str:
    """`number` (0 to `LARGEST`) as a cardinal: cardinal(21, "gent", "femn") is "двадцати одной"."""
    if number == 0:
        return tables.ZERO[CASES.index(case)]
    words: list[str] = []
    for size, noun in _SCALES:
        count, number = divmod(number, size)
        if count:
            # "тысяча пятьсот", but "два миллиона одна тысяча": a leading thousand needs no "one".
            if not (count == 1 and size == 10**3 and not words):
                words += _below_thousand(count, case, "femn" if size == 10**3 else "masc", animate=False)
            words.append(scale(noun, count, case))
    # "двадцать одного врача", but "двадцать два врача"
    one = number % 10 == 1 and number % 100 != tables.ELEVEN
    words += _below_thousand(number, case, gender, animate=animate and (number < tables.SMALL or one))
    return " ".join(words)


def _below_thousand(number: int, case: str, gender: str, *, animate: bool) -> Iterator[str]:
    at = CASES.index(case)
    hundreds, rest = divmod(number, 100)
    if hundreds:
        yield tables.HUNDREDS[hundreds - 1][at]
    if rest >= tables.SMALL:
        yield tables.TENS[rest // 10 - 2][at]
        rest %= 10
    if rest == 1:
        yield tables.ONE[gender][CASES.index("gent") if case == "accs" and animate and gender != "femn" else at]
    elif rest in tables.FEW:
        forms = tables.TWO["femn" if gender == "femn" else "masc"] if rest == tables.PAIR else tables.FEW[rest]
        yield forms[CASES.index("gent") if case == "accs" and animate else at]
    elif rest:
        yield tables.MANY[rest - 5][at]


def scale(noun: str, count: int, case: str) -> str:
    """The form of a scale word after `count`: scale("тысяча", 5, "nomn") is "тысяч"."""
    singular, plural = tables.SCALES[noun]
    return counted(count, case, singular, plural)


def counted(count: int, case: str, singular: tuple[str, ...], plural: tuple[str, ...]) -> str:
    """The form that a noun, given by its six forms in both numbers, takes after `count`."""
    number, noun_case = agreement(count, case)
    return (singular if number == "sing" else plural)[CASES.index(noun_case)]


def agreement(count: int, case: str) -> tuple[str, str]:
    """Number and case of a noun after `count`, which stands in `case`: (2, "nomn") wants ("sing", "gent")."""
    ends_in_teens = count % 100 // 10 == 1
    if count % 10 == 1 and not ends_in_teens:
        return "sing", case
    if case not in {"nomn", "accs"}:
        return "plur", case
    return ("sing" if count % 10 in {2, 3, 4} and not ends_in_teens else "plur"), "gent"


@lru_cache(maxsize=8192)
def ordinal(number: int, case: str = "nomn", gender: str = "masc", *, animate: bool = False) -> str:
    """`number` (0 to `LARGEST`) as an ordinal: ordinal(1997, "loct") ends in "девяносто седьмом"."""
    lead, last = _split_ordinal(number)
    stem, kind = last
    endings = tables.ORDINAL_ENDINGS[kind][gender]
    at = CASES.index(case)
    if case == "accs" and gender in {"masc", "plur"}:
        at = CASES.index("gent" if animate else "nomn")
    word = stem + endings[at]
    return f"{cardinal(lead)} {word}" if lead else word


def _split_ordinal(number: int) -> tuple[int, tuple[str, str]]:
    """What is said as a cardinal before, and the stem and kind of declension of the last word."""
    if number in tables.ORDINALS:
        return 0, tables.ORDINALS[number]
    for part in (100, 1000):
        rest = number % part
        if rest:
            if rest in tables.ORDINALS:
                return number - rest, tables.ORDINALS[rest]
            tail = rest % 10
            return number - tail, tables.ORDINALS[tail]
    for size, stem in ((10**12, "триллионн"), (10**9, "миллиардн"), (10**6, "миллионн"), (10**3, "тысячн")):
        count = number // size % 1000
        if number % size == 0:
            return number - count * size, ((stem_of(count) if count > 1 else "") + stem, "hard")
    return 0, (str(number), "hard")


@lru_cache(maxsize=2048)
def stem_of(number: int) -> str:
    """The first part of a compound word: 25 gives "двадцатипяти", 1000 gives "тысяче"."""
    parts: list[str] = []
    thousands, rest = divmod(number, 1000)
    if thousands:
        parts.append(("" if thousands == 1 else stem_of(thousands)) + "тысяче")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append("сто" if hundreds == 1 else tables.HUNDREDS[hundreds - 1][1])
    if rest >= tables.SMALL:
        parts.append({40: "сорока", 90: "девяносто"}.get(rest // 10 * 10, tables.TENS[rest // 10 - 2][1]))
        rest %= 10
    if rest:
        parts.append("одно" if rest == 1 else cardinal(rest, "gent"))
    return "".join(parts) or "нуле"


def fraction(top: int, bottom: int, case: str = "nomn") -> str:
    """A fraction: fraction(3, 5) is "три пятых"; thirds and quarters have names of their own."""
    if bottom in tables.NAMED_FRACTIONS and top < bottom:
        return f"{cardinal(top, case, 'femn')} {counted(top, case, *tables.NAMED_FRACTIONS[bottom])}"
    if top % 10 == 1 and top % 100 != tables.ELEVEN:
        return f"{cardinal(top, case, 'femn')} {ordinal(bottom, case, 'femn')}"
    return f"{cardinal(top, case, 'femn')} {ordinal(bottom, 'gent' if case in {'nomn', 'accs'} else case, 'plur')}"


def decimal(whole: int, digits: str, case: str = "nomn") -> str:
    """A decimal: decimal(3, "5") is "три целых пять десятых"; `digits` has at most six figures."""
    parts = ((whole, tables.WHOLE, "hard"), (int(digits), *tables.ORDINALS_OF_DECIMALS[len(digits)]))
    return " ".join(_decimal_part(value, stem, kind, case) for value, stem, kind in parts)


def _decimal_part(value: int, stem: str, kind: str, case: str) -> str:
    endings = tables.ORDINAL_ENDINGS[kind]
    if value % 10 == 1 and value % 100 != tables.ELEVEN:
        return f"{cardinal(value, case, 'femn')} {stem}{endings['femn'][CASES.index(case)]}"
    noun_case = "gent" if case in {"nomn", "accs"} else case
    return f"{cardinal(value, case, 'femn')} {stem}{endings['plur'][CASES.index(noun_case)]}"


def digits(figures: str) -> str:
    """Figures one by one: "015" is "ноль один пять"."""
    return " ".join(cardinal(int(figure)) for figure in figures)


def grouped(figures: str) -> str:
    """A group of figures as it is said in a telephone number: "012" is "ноль двенадцать", "00" "ноль ноль"."""
    zeros = len(figures) - len(figures.lstrip("0"))
    rest = figures[zeros:]
    return " ".join(["ноль"] * zeros + ([cardinal(int(rest))] if rest else []))
