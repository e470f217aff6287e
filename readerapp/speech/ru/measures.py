"""The words behind a number: "два с половиной миллиона", "квадратных метров", "градусов Цельсия"."""

from . import numerals
from .figures import Number
from .morphology import gender_of, inflect, paradigm
from .tables import numerals as scales
from .tables.units import TIME_NOUNS, Unit


def gender_of_scale(scale: str) -> str:
    """The gender of "тысяча" (feminine) or of a larger scale word (masculine)."""
    return "femn" if scale == "тысяча" else "masc"


def scale_word(scale: str, last: Number, case: str) -> str:
    """ "тысяч", "миллиона": the scale word after a number that stands in `case`."""
    if last.half:
        number, noun_case = _after_half(last, case)
        return scales.SCALES[scale][number == "plur"][numerals.CASES.index(noun_case)]
    if last.decimals:
        return scales.SCALES[scale][0][1]
    return numerals.scale(scale, last.whole, case)


def says_halves(number: Number, unit: Unit | None) -> bool:
    """ "полтора километра", "два с половиной часа", but "двенадцать целых пять десятых километра"."""
    return unit is not None and unit.after != "Цельсия" and (number.whole == 1 or unit.noun in TIME_NOUNS)


def _after_half(last: Number, case: str) -> tuple[str, str]:
    """ "полтора часа", "полутора часов", "пяти с половиной часов"."""
    if last.whole == 1:
        return ("sing", "gent") if case in {"nomn", "accs"} else ("plur", case)
    return numerals.agreement(last.whole, case)


def unit_words(unit: Unit, last: Number, case: str, *, after_scale: bool) -> str:
    """The unit after a number that stands in `case`: "квадратных метров", "градуса Цельсия"."""
    singular, plural = paradigm(unit.noun)
    if after_scale:
        number, noun_case = "plur", "gent"
    elif last.half and says_halves(last, unit):
        number, noun_case = _after_half(last, case)
    elif last.decimals:
        number, noun_case = "sing", "gent"
    else:
        number, noun_case = numerals.agreement(last.whole, case)
    noun = (singular if number == "sing" else plural)[numerals.CASES.index(noun_case)]
    adjective = _adjective(
        unit,
        number,
        noun_case,
        counted=noun_case == "gent"
        and case in {"nomn", "accs"}
        and (not last.decimals or (last.half and says_halves(last, unit))),
    )
    return " ".join(filter(None, (adjective, noun, unit.after)))


def _adjective(unit: Unit, number: str, case: str, *, counted: bool) -> str:
    if not unit.before:
        return ""
    return inflect(unit.before, case, "plur" if counted else number, gender_of(unit.noun))
