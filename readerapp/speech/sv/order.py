"""The order in which the rules read: the first one to claim a character keeps it."""

from typing import Final

from ..rule import Rule
from .rules import (
    abbreviations,
    acronyms,
    agreeing,
    chemistry,
    clock,
    compared,
    compounds,
    coordinates,
    dates,
    finland,
    fractions,
    identity,
    inflected,
    law,
    lives,
    measures,
    money,
    neighbours,
    notes,
    ordinals,
    percents,
    phones,
    places,
    plain_numbers,
    prepositions,
    registers,
    roman,
    scripture,
    shortened,
    spans_of_letters,
    sport,
    streets,
    strokes,
    symbols,
    web,
    weeks,
    years,
)

ORDER: Final[tuple[Rule, ...]] = (
    # Addresses first: full stops, strokes and digits inside them mean nothing else.
    web.hidden, web.addresses, web.sites, web.files, web.handles,
    # What parts a line, while the numbers beside it can still be told from units.
    symbols.dots,
    scripture.places, scripture.chapters, scripture.psalms,
    # Laws and paragraphs, whose years and strokes look like dates and fractions.
    registers.shared_land, registers.check_letters, registers.editions,
    law.points, law.paragraphs, law.parts_in_words, law.chapters, law.signs_first, law.series,
    # Full dates before telephone numbers, which may be written with the same hyphens.
    dates.iso, finland.ranges, finland.days, dates.day_first, dates.packed, finland.single,
    # Numbers that name something, from the most telling shape to those that only a word before them tells.
    identity.ibans, identity.persons, phones.foreign, phones.telephones, phones.emergency, phones.short_numbers,
    law.files, law.bodies, law.cases, law.issues, law.directives, law.turned_files, phones.labelled, phones.texted,
    phones.solid, identity.accounts, identity.giros, plain_numbers.scales, identity.properties, identity.street_numbers,
    identity.postcodes, streets.streets,
    # What looks like dates, ranges and times, but a word beside it says otherwise.
    lives.married, lives.born, compared.compared, compared.in_front, compared.pairs,
    chemistry.powers_of_ten, chemistry.carets,
    notes.marks, notes.behind_stops, notes.keys, coordinates.places, coordinates.decimals, measures.letters,
    strokes.shares, strokes.pages, strokes.grades, strokes.either, strokes.posts,
    strokes.models, strokes.divisions, plain_numbers.labelled_versions, plain_numbers.courses,
    plain_numbers.course_points, plain_numbers.points,
    plain_numbers.standards,
    sport.goals, sport.scores, sport.lengths,
    sport.counted_minutes, sport.minutes, sport.hours, sport.stopped_hours,
    # Dates and times before years, fractions and numbers with stops.
    dates.written, clock.labelled, dates.with_stroke, dates.iso_months, dates.month_ranges, dates.month_years,
    dates.months_alone, dates.last_months, weeks.weekday_lists, weeks.weekdays, weeks.of_letters, weeks.short_lists,
    weeks.shortest, weeks.weeks,
    weeks.named_weeks,
    # Money before times (12.50 kr) and measures (2 m kr).
    neighbours.fees, money.pointed, measures.compounds, measures.genitives, money.bare, money.euros,
    money.dotted_thousands, money.crowns, money.after, money.before_point, money.before,
    clock.ranges, clock.every_hour, clock.hours, clock.bare, years.also_centuries, years.centuries, years.eras,
    dates.alone,
    measures.pressure, places.winds, fractions.signs, fractions.written, percents.twice, percents.percents,
    compounds.halves, compounds.cut_short, compounds.compounds, ordinals.ordinals, ordinals.before_nouns,
    ordinals.figures, ordinals.latin, ordinals.in_words, ordinals.genitives, measures.times, measures.pointed,
    measures.amperes,
    measures.doses, measures.measures,
    money.scaled, measures.counted, measures.words_per, measures.units_per, measures.rates, roman.rulers,
    roman.numbered, roman.forms, roman.ordered,
    roman.signs, roman.labels, roman.lone, symbols.formulas, chemistry.formulas,
    # Abbreviations while the numbers after them can still be seen, but after units ("5 min.").
    places.saints, places.districts, places.points_of_the_compass, places.regions, neighbours.vice,
    lives.tenants, neighbours.silver, neighbours.told_by_the_next, neighbours.least, neighbours.told_by_a_count,
    neighbours.told_by_the_last,
    abbreviations.chains, prepositions.prepositions,
    agreeing.agreeing, abbreviations.before_dates, lives.letters, abbreviations.following,
    abbreviations.numbered, abbreviations.lettered, abbreviations.titles, shortened.tight, shortened.joined,
    shortened.circa, shortened.cycleways, abbreviations.words, shortened.last_parts, shortened.titles,
    shortened.numbers, shortened.endings,
    shortened.and_between, abbreviations.with_more, abbreviations.capitals, abbreviations.initials,
    # Years only where nothing else wanted the four digits.
    years.ranges, years.cued, years.short, years.lone, dates.packed_alone,
    # What is left of the digits, from the most telling shape to the least.
    plain_numbers.versions, plain_numbers.grades, plain_numbers.joined, plain_numbers.hyphened,
    plain_numbers.listed, plain_numbers.shelved,
    plain_numbers.lettered, plain_numbers.decimals_with_letters, plain_numbers.decimal_codes,
    plain_numbers.codes,
    symbols.minus, symbols.in_front, symbols.number_signs,
    plain_numbers.chains, plain_numbers.repeated, plain_numbers.amounts, plain_numbers.digits,
    # Signs last: between numbers that have been read they are arithmetic.
    notes.stars, symbols.pointers, symbols.inches, chemistry.roots, plain_numbers.between, dates.weekday_dates,
    money.alone, measures.units,
    chemistry.powers, notes.raised, percents.signs, law.lone_signs, symbols.by, symbols.arithmetic,
    symbols.plus_after, symbols.ampersands, symbols.and_or, symbols.copyrights, symbols.greek,
    # Letters after everything that letters may be a part of.
    symbols.strokes, symbols.strokes_in_codes, spans_of_letters.spans, inflected.inflected,
    acronyms.genitives, acronyms.spelled,
)  # fmt: skip
