"""What can be wrong with one translation, told without looking at the others.

A translation stands in a template as markup and is filled in with %: one with another placeholder breaks the
page, one with another tag is a hole. Neither is ever served.
"""

import functools
import gettext
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from babel.messages.catalog import Catalog, Message

_PLACEHOLDER: Final = re.compile(r"%(?:\((\w+)\))?[-+ #0]*+(?:\d++|\*)?+(?:\.(?:\d++|\*))?+([A-Za-z%])|%")
_TAG: Final = re.compile(r"<[^>]*>?")
_SAME: Final = {"i": "d", "u": "d", "X": "x", "F": "f", "G": "g"}
_ENOUGH: Final = 1000
"""Counts that are tried to see which form each of them takes."""


def forms(message: Message) -> Sequence[str]:
    """The translation, one string for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def ids(message: Message) -> Sequence[str]:
    """The English original: one string, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translated(message: Message) -> bool:
    """Whether every form is there and somebody stands behind it."""
    return not message.fuzzy and all(forms(message))


def servable(message: Message, catalog: Catalog) -> bool:
    """Whether a visitor may see it."""
    return translated(message) and not any(faults(message, catalog))


def faults(message: Message, catalog: Catalog) -> Iterator[str]:
    """Say in English what is wrong with the forms that are there."""
    written = forms(message)
    if message.pluralizable and len(written) != catalog.num_plurals:
        yield f"{len(written)} plural forms, {catalog.num_plurals} expected"
        return
    lone = _forms_of_one_count(catalog.plural_expr) if message.pluralizable else frozenset()
    original = ids(message)[-1]
    for number, form in enumerate(written):
        if form:
            where = f"form {number}: " if message.pluralizable else ""
            yield from (where + fault for fault in _differences(original, form, exact=number not in lone))


def _differences(original: str, form: str, *, exact: bool) -> Iterator[str]:
    expected, found = _placeholders(original), _placeholders(form)
    for name in sorted((found - expected).keys()):
        yield f"{name} is not in the original"
    for name in sorted((expected - found).keys() if exact else ()):
        yield f"{name} is missing"
    if Counter(_TAG.findall(original)) != Counter(_TAG.findall(form)):
        yield "the tags differ from the original"


def _placeholders(text: str) -> Counter[str]:
    """The placeholders, written alike where % takes them alike; how often counts only for those without a name."""
    found: Counter[str] = Counter()
    for match in _PLACEHOLDER.finditer(text):
        name, kind = match.groups()
        if kind == "%" and not name:
            continue
        found[f"%({name}){_SAME.get(kind, kind)}" if name else f"%{_SAME.get(kind, kind or '')}"] += 1
    return Counter({key: 1 if key.startswith("%(") else count for key, count in found.items()})


@functools.lru_cache(maxsize=16)
def _forms_of_one_count(expression: str) -> frozenset[int]:
    """The plural forms that only one count takes, as English "one": they need not repeat the number."""
    times = Counter(plural_rule(expression))
    return frozenset(form for form, count in times.items() if count == 1)


def plural_rule(expression: str) -> list[int]:
    """The form that each count from 0 takes. Raises ValueError for what is no rule."""
    chosen = gettext.c2py(expression)
    try:
        return [chosen(count) for count in range(_ENOUGH)]
    except ZeroDivisionError as wrong:
        raise ValueError(expression) from wrong
