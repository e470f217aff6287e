"""The order in which the rules read: the first one to claim a character keeps it."""

from typing import Final

from ..rule import Rule
from .rules.abbreviations import fixed, glued, nouns
from .rules.adjectives import adjectives
from .rules.ages import ages_until, terms, years_ago
from .rules.bare_years import bare_years
from .rules.centuries import arabic_centuries, centuries, parted_centuries, periods
from .rules.contractions import contractions, floors
from .rules.dates import dates
from .rules.doses import doses, types
from .rules.electronic import addresses
from .rules.formulas import formulas
from .rules.formulas import ratios as proportions
from .rules.hours import ages, days, hours, zones
from .rules.identifiers import identifiers, joined, lettered
from .rules.initials import initials
from .rules.kilometres import places as kilometres
from .rules.letters import acronyms, labels
from .rules.lone_units import lone_units
from .rules.lookalikes import lookalikes
from .rules.marks import hashtags, notes, stars
from .rules.names import names
from .rules.ordinals import compounds, decades, ordinals, parted_compounds, per_cent_adjectives, short_compounds
from .rules.pairs import pairs
from .rules.participles import participles
from .rules.phones import phones
from .rules.powers import powers
from .rules.quantities import quantities
from .rules.references import numbered, references
from .rules.roman import disabilities, quarters, roman_numerals
from .rules.sheets import backs, copies, pages, papers, volumes
from .rules.spelled import spelled_twice, units_after_words
from .rules.symbols import divisions, fractions, ratios, signs, slashed
from .rules.times import races, times
from .rules.titles import titles
from .rules.weekdays import weekdays
from .rules.winds import winds
from .rules.years import years
from .yo import yo

ORDER: Final[tuple[Rule, ...]] = (
    # What has a shape of its own comes first: its dots, hyphens and figures mean nothing by themselves.
    addresses,
    notes,
    hashtags,
    formulas,
    initials,
    phones,
    proportions,
    races,
    dates,
    times,
    zones,
    volumes,
    backs,
    papers,
    pages,
    copies,
    ages_until,
    years_ago,
    terms,
    hours,
    days,
    ages,
    kilometres,
    doses,
    types,
    winds,
    spelled_twice,
    # Then what a word beside it makes of a number, before the number could be counted.
    disabilities,
    quarters,
    centuries,
    parted_centuries,
    periods,
    arabic_centuries,
    years,
    bare_years,
    weekdays,
    pairs,
    participles,
    fixed,
    glued,
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
    powers,
    divisions,
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
    stars,
    signs,
)
