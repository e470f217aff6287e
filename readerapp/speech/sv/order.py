"""The order in which the rules read: the first one to claim a character keeps it."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from msgspec import structs

from readerapp.model.script import Reading

from .rules import (
    abbreviations,
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


class Rule(NamedTuple):
    """A rule; `digits` if it needs a digit in the text, `amount` if a dash after what it reads means "till"."""

    find: Callable[[str], Iterable[Reading]]
    digits: bool = True
    amount: bool = False


def _words(*finders: Callable[[str], Iterable[Reading]]) -> tuple[Rule, ...]:
    return tuple(Rule(find, digits=False) for find in finders)


def _numbers(*finders: Callable[[str], Iterable[Reading]], amount: bool = False) -> tuple[Rule, ...]:
    return tuple(Rule(find, amount=amount) for find in finders)


ORDER: Final[tuple[Rule, ...]] = (
    # Addresses first: full stops, strokes and digits inside them mean nothing else.
    *_words(web.addresses, web.sites, web.handles),
    # Files, laws and paragraphs, whose years and strokes look like dates and fractions.
    *_numbers(law.paragraphs, law.chapters, law.signs_first, law.series),
    # Full dates before telephone numbers, which may be written with the same hyphens.
    *_numbers(dates.iso, dates.day_first, amount=True),
    *_numbers(identity.ibans, identity.persons, phones.foreign, phones.telephones, phones.emergency, phones.short_numbers),
    *_numbers(law.files, law.cases, law.directives, law.turned_files),
    *_numbers(phones.labelled, phones.solid, identity.accounts),
    *_numbers(identity.street_numbers, identity.postcodes),
    # Dates and times before years, fractions and numbers with stops.
    *_numbers(dates.written, amount=True),
    *_numbers(clock.labelled, dates.with_stroke, amount=True),
    *_numbers(dates.iso_months),
    *_words(dates.month_ranges, dates.month_years, weeks.weekday_lists, weeks.weekdays),
    *_numbers(weeks.weeks),
    # Money before times (12.50 kr) and measures (2 m kr).
    *_numbers(money.pointed, money.dotted_thousands, money.crowns, money.after, money.before_point, money.before, amount=True),
    *_numbers(clock.ranges, clock.bare, amount=True),
    *_numbers(years.also_centuries, years.centuries, years.eras, dates.alone),
    *_numbers(fractions.signs, fractions.written, measures.percent_twice, measures.percent, amount=True),
    *_numbers(compounds.halves, compounds.compounds),
    *_numbers(ordinals.ordinals, amount=True),
    *_numbers(ordinals.figures, ordinals.genitives),
    *_numbers(measures.times, measures.measures, money.scaled, amount=True),
    *_numbers(measures.counted),
    *_words(roman.rulers, roman.numbered, roman.ordered, symbols.formulas),
    # Abbreviations while the numbers after them can still be seen, but after units ("5 min.").
    *_words(abbreviations.chains, abbreviations.agreeing, abbreviations.before_dates),
    *_numbers(abbreviations.following, abbreviations.numbered),
    *_words(abbreviations.lettered, abbreviations.titles, abbreviations.tight, abbreviations.words, abbreviations.with_more, abbreviations.capitals),
    *_words(abbreviations.initials),
    # Years only where nothing else wanted the four digits.
    *_numbers(years.ranges, years.cued, years.lone, amount=True),
    # What is left of the digits, from the most telling shape to the least.
    *_numbers(plain_numbers.versions, plain_numbers.grades, plain_numbers.scales, plain_numbers.joined, plain_numbers.hyphened, plain_numbers.decimal_codes, plain_numbers.codes),
    *_numbers(symbols.minus, symbols.in_front, symbols.number_signs, plain_numbers.chains),
    *_numbers(plain_numbers.amounts, amount=True),
    *_numbers(plain_numbers.digits),
    # Signs last: between numbers that have been read they are arithmetic.
    *_words(plain_numbers.between, money.alone, measures.units, measures.percent_signs, law.lone_signs),
    *_words(symbols.arithmetic, symbols.plus_after, symbols.ampersands, symbols.and_or, symbols.copyrights, symbols.greek),
)


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
    has_digits = any(character.isnumeric() for character in shape)
    found: list[Reading] = []
    for rule in ORDER:
        if rule.digits and not has_digits:
            continue
        new = list(rule.find(shape))
        if new:
            found += new
            shape = hide(shape, new, amount=rule.amount)
    found.sort(key=lambda reading: reading.start)
    if start:
        return [structs.replace(r, start=r.start + start, end=r.end + start) for r in found]
    return found
