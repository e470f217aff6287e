"""The order in which the rules read: the first one to claim a character keeps it."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from msgspec import structs

from readerapp.model.script import Reading

from .rules import (
    abbreviations,
    acronyms,
    clock,
    compounds,
    dates,
    fractions,
    identity,
    law,
    measures,
    money,
    ordinals,
    phones,
    plain_numbers,
    roman,
    symbols,
    web,
    weeks,
    years,
)
from .shapes import fold, hide

Finder = Callable[[str], Iterable[Reading]]


class Rule(NamedTuple):
    """A rule and when it is worth trying.

    `cue`: characters of which the text must have one, any text will do if empty; `digits`: whether the text
    must have an unread digit or fraction; `amount`: whether a dash after what the rule reads means "till".
    """

    find: Finder
    cue: str = ""
    digits: bool = True
    amount: bool = False


def _word(find: Finder, cue: str = "") -> Rule:
    return Rule(find, cue, digits=False)


def _amount(find: Finder, cue: str = "") -> Rule:
    return Rule(find, cue, amount=True)


_DASHES: Final = "-–−"
_FRACTIONS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_ROMAN: Final = "IVXL"
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"

ORDER: Final[tuple[Rule, ...]] = (
    # Addresses first: full stops, strokes and digits inside them mean nothing else.
    _word(web.addresses, "@"),
    _word(web.sites, "."),
    _word(web.handles, "@#"),
    # Laws and paragraphs, whose years and strokes look like dates and fractions.
    Rule(law.paragraphs, "§"),
    Rule(law.chapters, "p"),
    Rule(law.signs_first, "§"),
    Rule(law.series, ":"),
    # Full dates before telephone numbers, which may be written with the same hyphens.
    _amount(dates.iso, "-./"),
    _amount(dates.day_first, "-./"),
    # Numbers that name something, from the most telling shape to those that only a word before them tells.
    Rule(identity.ibans, _CAPITALS),
    Rule(identity.persons, "-–+"),
    Rule(phones.foreign, "+0"),
    Rule(phones.telephones, "0"),
    Rule(phones.emergency, "1"),
    Rule(phones.short_numbers, "1"),
    Rule(law.files, "-/"),
    Rule(law.cases, "-/"),
    Rule(law.issues, "-/"),
    Rule(law.directives, "/"),
    Rule(law.turned_files, "/"),
    Rule(phones.labelled),
    Rule(phones.solid, "0"),
    Rule(identity.accounts),
    Rule(identity.street_numbers, _DASHES),
    Rule(identity.postcodes, " "),
    # Dates and times before years, fractions and numbers with stops.
    _amount(dates.written),
    _amount(clock.labelled, "lL"),
    _amount(dates.with_stroke, "/"),
    Rule(dates.iso_months, "-"),
    _word(dates.month_ranges, _DASHES),
    Rule(dates.month_years),
    Rule(weeks.weekday_lists, digits=False, amount=True),
    Rule(weeks.weekdays, digits=False, amount=True),
    _amount(weeks.weeks, "vV"),
    # Money before times (12.50 kr) and measures (2 m kr).
    _amount(money.pointed, ".:"),
    _amount(money.dotted_thousands, "."),
    _amount(money.crowns, "krKR"),
    _amount(money.after),
    _amount(money.before_point, "€$£"),
    _amount(money.before, "€$£¥₩₽SEUGNDCk"),
    _amount(clock.ranges, ".:"),
    _amount(clock.bare, ".:"),
    Rule(years.also_centuries, "-"),
    Rule(years.centuries, "t"),
    Rule(years.eras, "Kk"),
    Rule(dates.alone, "d"),
    _amount(fractions.signs, _FRACTIONS),
    _amount(fractions.written, "/"),
    _amount(measures.percent_twice, "%‰"),
    _amount(measures.percent, "%‰p"),
    Rule(compounds.halves, "-"),
    Rule(compounds.compounds, "-"),
    _amount(ordinals.ordinals, ":"),
    Rule(ordinals.figures, ":"),
    Rule(ordinals.genitives, ":"),
    _amount(measures.times, "x×*g"),
    _amount(measures.pointed, "."),
    _amount(measures.measures),
    _amount(money.scaled, "tmbTMB"),
    Rule(measures.counted, "/"),
    _word(roman.rulers, _ROMAN),
    _word(roman.numbered, _ROMAN),
    _word(roman.ordered, _ROMAN),
    _word(symbols.formulas, "C"),
    # Abbreviations while the numbers after them can still be seen, but after units ("5 min.").
    _word(abbreviations.chains, ". "),
    _word(abbreviations.agreeing),
    _word(abbreviations.before_dates),
    Rule(abbreviations.following, "f"),
    _word(abbreviations.numbered),
    _word(abbreviations.lettered, _CAPITALS),
    _word(abbreviations.titles, "."),
    _word(abbreviations.tight, "."),
    _word(abbreviations.words),
    _word(abbreviations.with_more, "m"),
    _word(abbreviations.capitals, _CAPITALS),
    _word(abbreviations.initials, "."),
    # Years only where nothing else wanted the four digits.
    _amount(years.ranges, "-–−/"),
    _amount(years.cued, "å"),
    _amount(years.short, "-–'"),
    _amount(years.lone, "12"),
    # What is left of the digits, from the most telling shape to the least.
    Rule(plain_numbers.versions, "."),
    Rule(plain_numbers.grades, "Ff"),
    Rule(plain_numbers.scales, ":"),
    Rule(plain_numbers.joined, "/:"),
    Rule(plain_numbers.hyphened, "-"),
    Rule(plain_numbers.decimal_codes, ","),
    Rule(plain_numbers.codes),
    _word(symbols.minus, "="),
    Rule(symbols.in_front, "<>≤≥≈±~"),
    Rule(symbols.number_signs, "№#"),
    Rule(plain_numbers.chains, "-–/"),
    Rule(plain_numbers.repeated, _DASHES),
    _amount(plain_numbers.amounts),
    Rule(plain_numbers.digits),
    # Signs last: between numbers that have been read they are arithmetic.
    _word(plain_numbers.between, _DASHES),
    _word(money.alone, "k"),
    _word(measures.units),
    _word(measures.percent_signs, "%‰"),
    _word(law.lone_signs, "§"),
    _word(symbols.arithmetic, "+=×÷·<>≤≥≈≠"),
    _word(symbols.plus_after, "+"),
    _word(symbols.ampersands, "&"),
    _word(symbols.and_or, "/"),
    _word(symbols.copyrights, "©"),
    _word(symbols.greek),
    # Letters after everything that letters may be a part of.
    _word(symbols.strokes, "/"),
    _word(symbols.strokes_in_codes, "/"),
    _word(acronyms.genitives, ":"),
    _word(acronyms.spelled),
)


_DIGIT: Final = re.compile(rf"[\d{_FRACTIONS}]")
_NOISE: Final = re.compile(r"[^\w\s§%&]{100,}")
"""Rows of signs, which nobody reads; leaving them out keeps a page of them from taking long."""


def read(text: str) -> tuple[Reading, ...]:
    """Every reading of `text`, in order."""
    shape = fold(text)
    found: list[Reading] = []
    at = 0
    for noise in _NOISE.finditer(shape):
        found += _stretch(shape, at, noise.start())
        at = noise.end()
    return (*found, *_stretch(shape, at, len(shape)))


def _stretch(text: str, start: int, end: int) -> list[Reading]:
    shape = text[start:end]
    present = frozenset(shape)
    digits = _DIGIT.search(shape)
    found: list[Reading] = []
    for rule in ORDER:
        if (rule.digits and digits is None) or (rule.cue and present.isdisjoint(rule.cue)):
            continue
        new = list(rule.find(shape))
        if new:
            found += new
            shape = hide(shape, new, amount=rule.amount)
            digits = _DIGIT.search(shape)
    found.sort(key=lambda reading: reading.start)
    if start:
        return [structs.replace(r, start=r.start + start, end=r.end + start) for r in found]
    return found
