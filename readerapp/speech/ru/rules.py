"""The rules in their order, and how their readings are put together."""

from collections.abc import Callable, Iterable

from readerapp.model.script import Reading

from .dates import dates
from .quantities import quantities
from .surface import flatten
from .times import times
from .years import years

Rule = Callable[[str], Iterable[Reading]]

RULES: tuple[Rule, ...] = (dates, times, years, quantities)


def read(text: str, rules: Iterable[Rule] = RULES) -> tuple[Reading, ...]:
    """What `rules` replace in `text`: the first rule that claims a character has it."""
    flat = flatten(text)
    claimed = bytearray(len(text))
    found: list[Reading] = []
    for rule in rules:
        for reading in rule(flat):
            if reading.start < reading.end and 1 not in claimed[reading.start : reading.end]:
                claimed[reading.start : reading.end] = b"\x01" * (reading.end - reading.start)
                found.append(reading)
    return tuple(sorted(found, key=lambda r: r.start))
