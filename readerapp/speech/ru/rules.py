"""The rules in their order, and how their readings are put together."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import structs

from readerapp.model.script import Reading

from .abbreviations import adjectives, fixed, lone_units, nouns
from .bare_years import bare_years
from .centuries import arabic_centuries, centuries, parted_centuries, periods
from .contractions import contractions, floors
from .dates import dates
from .electronic import addresses
from .identifiers import identifiers, joined, lettered
from .initials import initials
from .letters import acronyms, labels
from .lookalikes import lookalikes
from .names import names
from .ordinals import compounds, decades, ordinals, parted_compounds, per_cent_adjectives, short_compounds
from .phones import phones
from .quantities import quantities
from .references import numbered, references
from .roman import roman_numerals
from .spelled import spelled_twice, units_after_words
from .surface import flatten, lone_lookalikes
from .symbols import fractions, ratios, signs, slashed
from .times import times
from .titles import titles
from .weekdays import weekdays
from .years import years

Rule = Callable[[str], Iterable[Reading]]

RULES: tuple[Rule, ...] = (
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
    # Signs that nothing has claimed.
    signs,
)


_OPENING = frozenset("«„“")


def read(text: str, rules: Iterable[Rule] = RULES) -> tuple[Reading, ...]:
    """What `rules` replace in `text`: the first rule that claims a character has it."""
    flat = flatten(text)
    claimed = bytearray(len(text))
    found: list[Reading] = []
    for rule in rules:
        for reading in rule(flat):
            if reading.start < reading.end and 1 not in claimed[reading.start : reading.end]:
                claimed[reading.start : reading.end] = b"\x01" * (reading.end - reading.start)
                found.append(_without_full_stop(reading, flat))
    found += (Reading(at, at + 1, word, "lookalike") for at, word in lone_lookalikes(text) if not claimed[at])
    return tuple(_apart(sorted(found, key=lambda r: r.start), text))


def _apart(found: list[Reading], text: str) -> Iterator[Reading]:
    """With spaces where the words would run into letters beside them: "3,8процента", "тел.+7"."""
    last = Reading(0, 0, "", "")
    for reading in found:
        spoken = reading.spoken
        touching = text[reading.start - 1 : reading.start] if last.end < reading.start else last.spoken[-1:]
        before = " " if touching.isalnum() and spoken[:1].isalnum() else ""
        following = text[reading.end : reading.end + 1]
        after = " " if (following.isalnum() or following in _OPENING) and spoken[-1:].isalnum() else ""
        last = structs.replace(reading, spoken=f"{before}{spoken}{after}") if before or after else reading
        yield last


def _without_full_stop(reading: Reading, text: str) -> Reading:
    """A dot that also ends the sentence stays for the voice: "и т. д." at the end of the text."""
    last = reading.end - 1
    if text[last] == "." and not text[reading.end :].strip() and reading.spoken:
        return Reading(reading.start, last, reading.spoken, reading.rule)
    return reading
