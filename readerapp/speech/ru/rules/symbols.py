"""Signs between words and numbers: "5 + 3 = 8", "10 × 15", "1:50 000", "и/или", "3/4"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import at_end, rule
from ..context import asked_to, governed
from ..counted import noun_after
from ..figures import Number
from ..measures import unit_words
from ..morphology import gender_of, inflect
from ..numerals import agreement, cardinal, fraction, ordinal
from ..surface import LETTER
from ..tables.units import UNITS, Unit

_GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_VOTES = re.compile(r"(?i:(?<![а-яё])(?:прин|одобр|утвержд|изб[ир]|поддерж|отклон)[а-яё]{0,12} )$")
"""Before the majority by which something is decided: "принимается 2/3 голосов"."""
_STOREY = re.compile(r"(?<![\d.,:/№-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?=-?(?:й|м)? ?(?:этаж(?![а-яё])|эт\.))")
_DENOMINATORS = frozenset({*range(2, 11), 12, 15, 16, 20, 30, 50, 100})
"""Other pairs are more likely houses or acts: "12/37"."""
_GLYPH = re.compile(rf"(?<![\d,.])(?P<whole>\d{{1,6}})? ?(?P<glyph>[{''.join(_GLYPHS)}])")
_QUARTER = 4
_PARTS = {2: "половина", 3: "треть", 4: "четверть"}
_FRACTION = re.compile(
    r"(?<![\d.,:/№-])(?<!№ )(?:(?P<whole>\d{1,3}) )?(?P<top>[1-9]\d?)/(?P<bottom>[2-9]|\d{2,3})(?![\d/]|[.,-]\d)"
)
_OVER = re.compile(r"(?<![\d.,])(?P<whole>(?!))?(?P<top>[1-9]\d{0,2})⁄(?P<bottom>[2-9]|\d{2,3})(?!\d)")
"""With a stroke that means nothing else."""
_DIVIDED = re.compile(r"(?<=[\w)])⁄(?=[\w(])")
_SPOONS = either(u for u in UNITS if u[0].isalpha() and u not in {"ст. л", "ч. л"})
_MEASURED = re.compile(
    rf"(?<![\d.,:/№-])(?<!\d )(?:(?P<whole>\d{{1,2}})? ?(?P<glyph>[{''.join(_GLYPHS)}])"
    rf"|(?P<top>[1-9])/(?P<bottom>[2-4]))"
    rf" ?(?P<unit>{_SPOONS})(?![{LETTER}\d])\.?"
)
_PRESSURE = re.compile(r"(?<![\d.,:/])(?P<a>\d{2,3})/(?P<b>\d{2,3})(?![\d/]|[.,]\d)")
_BLOOD = re.compile(r"(?:(?<![А-ЯЁа-яё])АД|(?i:давлени)[а-яё]{0,9})(?: [а-яё]{1,30}){0,3}[ (:—–-]{0,9}$")
_REACH = 40
_PAIR = re.compile(r"(?<![\d.,:/])(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\d/.,:]\d|\d|/)")
_SCALE = re.compile(r"(?<![\w.,:/])(?P<a>\d{1,3}) ?: ?(?P<b>\d{1,3}(?: \d{3})+|\d{3,7})(?![\d:])")
_SCORE = re.compile(r"(?<![\d.,:/])(?P<a>\d{1,3}):(?P<b>\d{1,2})(?![\d:])")
_BETWEEN_NUMBERS = re.compile(r"(?<=[\d)%°]) ?(?P<sign>[×x*хXХ=+<>≤≥≈÷]) ?(?=[\d(√-])")
_SIGNS = {
    **dict.fromkeys("×xхXХ", "на"),
    "*": "умножить на",
    "÷": "разделить на",
    "=": "равно",
    "+": "плюс",
    "<": "меньше",
    ">": "больше",
    "≤": "меньше или равно",
    "≥": "больше или равно",
    "≈": "примерно равно",
}
_LONE = {
    "=": "равно",
    "≈": "примерно",
    "≠": "не равно",
    "→": ",",
    "←": ",",
    "&": "и",
    "±": "плюс-минус",
    "×": "на",
    "~": "примерно",
    "≥": "не меньше",
    "≤": "не больше",
    "%": "процентов",
}
_LONE_SIGN = re.compile(r"(?<=[ (])[=≈≠→←±×~≥≤%](?=[ )])|(?<=[А-Яа-яЁё] )&(?= [А-Яа-яЁё])")
_AND_MORE = re.compile(r"(?<=\d)\+(?![\w+(])")
_NUMBER_SIGN = re.compile(r"№ ?(?=\w)")
_EVERY = re.compile(
    rf"(?:раза?|смен[аы]?)(?P<mark>/)(?=(?:недел[юя]|месяц|год|день|сутки|час|минуту|полгода|квартал)(?![{LETTER}]))"
)
_FORM_NUMBER = re.compile(r"№ ?\d{1,6}(?P<mark>/)(?=[А-Яа-яё]{1,3}(?![А-Яа-яё]))")
_SLASH_NUMBER = re.compile(rf"(?<=\d [{LETTER}])/(?=\d)|(?<=\d [{LETTER}]{{2}})/(?=\d)")
"""What is used by a distance: "7 л/100 км"."""
_SLASH = re.compile(rf"(?<=[{LETTER}.])/(?=[{LETTER}])")


@rule(cue="⁄", digits=False)
def divisions(text: str) -> Iterator[Substitution]:
    """ "3⁄4", "a⁄2", as formulas are written in one line."""
    for match in _OVER.finditer(text):
        yield Substitution(*match.span(), _mixed(text, match, int(match["top"]), int(match["bottom"])), "fraction")
    for match in _DIVIDED.finditer(text):
        yield Substitution(*match.span(), " делить на ", "sign")


@rule(cue=f"/{''.join(_GLYPHS)}")
def fractions(text: str) -> Iterator[Substitution]:
    """ "3/4", "1½", "2 1/3"."""
    yield from _measured(text)
    for match in _STOREY.finditer(text):
        words = f"{ordinal(int(match['a']))} из {cardinal(int(match['b']), 'gent')}"
        yield Substitution(*match.span(), words, "ordinal")
    for match in _GLYPH.finditer(text):
        yield Substitution(*match.span(), _mixed(text, match, *_GLYPHS[match["glyph"]]), "fraction")
    for match in _FRACTION.finditer(text):
        top, bottom = int(match["top"]), int(match["bottom"])
        if top < bottom and (bottom in _DENOMINATORS or (top == 1 and _is_part(text, match.end()))):
            yield Substitution(*match.span(), _mixed(text, match, top, bottom), "fraction")


def _is_part(text: str, at: int) -> bool:
    """ "1/300 ключевой ставки": a genitive singular behind, of which it is a part."""
    return any((f.number, f.case) == ("sing", "gent") for f in noun_after(text, at))


def _measured(text: str) -> Iterator[Substitution]:
    """ "½ ч. л. соли", "3/4 л": halves, thirds and quarters of a measure."""
    for match in _MEASURED.finditer(text):
        glyph = match["glyph"] or ""
        top, bottom = _GLYPHS[glyph] if glyph else (int(match["top"]), int(match["bottom"]))
        unit = UNITS.get(match["unit"])
        if unit is None or not 0 < top < bottom or bottom not in _PARTS:
            continue
        order = asked_to(text, match.start())
        case = "accs" if order else (governed(text, match.start()) or ("nomn",))[0]
        if match["whole"]:
            part, measure = _whole_and_part(int(match["whole"]), top, bottom, case, unit)
        else:
            part = inflect(_PARTS[bottom], case) if top == 1 else fraction(top, bottom, case)
            measure = unit_words(unit, Number(0, "3"), case, after_scale=False)
        end = match.end() - (match[0][-1] == "." and at_end(text, match.end()))
        yield Substitution(match.start(), end, f"{part} {measure}", "fraction")


def _whole_and_part(whole: int, top: int, bottom: int, case: str, unit: Unit) -> tuple[str, str]:
    """ "полтора литра", "две с половиной чайных ложки", "два с четвертью стакана"."""
    gender = gender_of(unit.noun)
    if (top, bottom) == (1, 2):
        number, after = Number(whole, "5"), "sing" if whole == 1 else "plur"
        words = number.say_half(case, gender)
        form = agreement(whole, case) if whole > 1 else ("sing", "gent") if case in {"nomn", "accs"} else (after, case)
    else:
        part = "четвертью" if (top, bottom) == (1, _QUARTER) else fraction(top, bottom, "ablt")
        words = f"{cardinal(whole, case, gender)} с {part}"
        form = agreement(whole, case)
    adjective = inflect(unit.before, form[1], "plur" if form[1] == "gent" else form[0], gender) if unit.before else ""
    return words, " ".join(filter(None, (adjective, inflect(unit.noun, form[1], form[0]), unit.after)))


def _mixed(text: str, match: re.Match[str], top: int, bottom: int) -> str:
    case = (governed(text, match.start()) or governed(text, match.start(), "name") or ("nomn",))[0]
    whole = match["whole"]
    if text.startswith(" голос", match.end()) and _VOTES.search(text, max(0, match.start() - _REACH), match.start()):
        case = "ablt"
    if whole is None:
        of = any((f.number, f.case) == ("sing", "gent") for f in noun_after(text, match.end()))
        if of and top == 1 and bottom in _PARTS:
            return inflect(_PARTS[bottom], "accs" if asked_to(text, match.start()) else case)
        return fraction(top, bottom, case)
    if (top, bottom) == (1, 2):
        if whole == "1":
            return "полутора" if case not in {"nomn", "accs"} else "полтора"
        return f"{cardinal(int(whole), case)} с половиной"
    return f"{cardinal(int(whole), case, 'femn')} {'целая' if whole == '1' else 'целых'} {fraction(top, bottom, case)}"


@rule(cue="/")
def slashed(text: str) -> Iterator[Substitution]:
    """ "ул. Верхняя, 5/1": a house at a corner, or any other pair of numbers."""
    for match in _PRESSURE.finditer(text):
        around = text[max(0, match.start() - _REACH) : match.start()]
        if not (_BLOOD.search(around) or text[match.end() : match.end() + 7].strip().startswith("мм рт")):
            continue
        words = f"{cardinal(int(match['a']))} на {cardinal(int(match['b']))}"
        yield Substitution(match.start(), match.end(), words, "symbol")
    for match in _PAIR.finditer(text):
        yield Substitution(
            match.start(), match.end(), f"{cardinal(int(match['a']))} дробь {cardinal(int(match['b']))}", "symbol"
        )


@rule(cue=":")
def ratios(text: str) -> Iterator[Substitution]:
    """ "1:50 000" is a scale, "3:2" a score."""
    for match in _SCALE.finditer(text):
        words = f"{cardinal(int(match['a']))} к {cardinal(int(match['b'].replace(' ', '')), 'datv')}"
        yield Substitution(match.start(), match.end(), words, "ratio")
    for match in _SCORE.finditer(text):
        yield Substitution(
            match.start(), match.end(), f"{cardinal(int(match['a']))} {cardinal(int(match['b']))}", "ratio"
        )


@rule(cue=f"{''.join((*_SIGNS, *_LONE))}№/", digits=False)
def signs(text: str) -> Iterator[Substitution]:
    """Signs of arithmetic between numbers, and a few between words."""
    for match in _BETWEEN_NUMBERS.finditer(text):
        if match["sign"] in _SIGNS:
            yield Substitution(match.start(), match.end(), f" {_SIGNS[match['sign']]} ", "symbol")
    for match in _NUMBER_SIGN.finditer(text):
        yield Substitution(match.start(), match.end(), "номер ", "symbol")
    for match in _LONE_SIGN.finditer(text):
        yield Substitution(match.start(), match.end(), _LONE[match[0]], "symbol")
    for match in _AND_MORE.finditer(text):
        yield Substitution(match.start(), match.end(), " плюс", "symbol")
    for match in _SLASH_NUMBER.finditer(text):
        yield Substitution(match.start(), match.end(), " на ", "symbol")
    for match in _FORM_NUMBER.finditer(text):
        yield Substitution(*match.span("mark"), " дробь ", "symbol")
    for match in _EVERY.finditer(text):
        yield Substitution(match.start("mark"), match.end("mark"), " в ", "symbol")
    for match in _SLASH.finditer(text):
        yield Substitution(match.start(), match.end(), " ", "symbol")
