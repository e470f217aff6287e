"""The order in which the rules read: the first one to claim a character keeps it."""

from typing import Final

from ..rule import Rule
from .rules.abbreviations import adjectives, fixed, lone_units, nouns
from .rules.bare_years import bare_years
from .rules.centuries import arabic_centuries, centuries, parted_centuries, periods
from .rules.contractions import contractions, floors
from .rules.dates import dates
from .rules.electronic import addresses
from .rules.identifiers import identifiers, joined, lettered
from .rules.initials import initials
from .rules.letters import acronyms, labels
from .rules.lookalikes import lookalikes
from .rules.names import names
from .rules.ordinals import compounds, decades, ordinals, parted_compounds, per_cent_adjectives, short_compounds
from .rules.phones import phones
from .rules.quantities import quantities
from .rules.references import numbered, references
from .rules.roman import roman_numerals
from .rules.spelled import spelled_twice, units_after_words
from .rules.symbols import fractions, ratios, signs, slashed
from .rules.times import times
from .rules.titles import titles
from .rules.weekdays import weekdays
from .rules.years import years
from .yo import yo

ORDER: Final[tuple[Rule, ...]] = (
    # What has a shape of its own comes first: its dots, hyphens and figures mean nothing by themselves.
    addresses,
    initials,
    phones,
    dates,
    times,
    spelled_twice,
    # Then what a word beside it makes of a number, before the number could be counted.
    centuries,
    parted_centuries,
    periods,
    arabic_centuries,
    years,
    bare_years,
    weekdays,
    fixed,
    references,
    floors,
    numbered,
    decades,
    parted_compounds,
    short_compounds,
    per_cent_adjectives,
    ordinals,
    compounds,
    roman_numerals,
    identifiers,
    ratios,
    lettered,
    fractions,
    slashed,
    # Any number that is left counts or measures.
    quantities,
    units_after_words,
    lone_units,
    joined,
    labels,
    # Words without numbers: a name beside the abbreviation decides before an adjective could.
    names,
    titles,
    adjectives,
    nouns,
    contractions,
    acronyms,
    lookalikes,
    # Words that nothing has read, as they are spelled in full.
    yo,
    # Signs that nothing has claimed.
    signs,
)
