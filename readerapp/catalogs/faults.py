"""What can be wrong with one translation, told without looking at the others.

A translation stands in a template as markup and is filled in: one with another placeholder breaks the
page, one with another tag is a hole. Neither is ever served.
"""

import functools
import gettext
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from babel.messages.catalog import Catalog, Message

from ..errors import Fault
from ..i18n import N_
from .placeholders import placeholders

_TAG: Final = re.compile(r"<[^>]*>?")
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


def faults(message: Message, catalog: Catalog) -> Iterator[Fault]:
    """Say what is wrong with the forms that are there; `where` is the number of the form, if it has several."""
    every = forms(message)
    if message.pluralizable and len(every) != catalog.num_plurals:
        counts = {"found": str(len(every)), "expected": str(catalog.num_plurals)}
        yield Fault("", N_("%(found)s plural forms, %(expected)s expected"), counts)
        return
    lone = lone_forms(catalog.plural_expr) if message.pluralizable else frozenset()
    for number, form in enumerate(every):
        if form:
            where = str(number) if message.pluralizable else ""
            yield from _differences(message, form, where, alone=number in lone)


def _differences(message: Message, form: str, where: str, *, alone: bool) -> Iterator[Fault]:
    """A form that only one count takes is measured by either original, and need not repeat the number."""
    braces, original = "python-brace-format" in message.flags, ids(message)[-1]
    originals, fields = placeholders(original, braces=braces), placeholders(form, braces=braces)
    permissible = originals | placeholders(ids(message)[0], braces=braces) if alone else originals
    for name in sorted((fields - permissible).keys()):
        yield Fault(where, N_("%(name)s is not in the original"), {"name": name})
    for name in sorted((originals - fields).keys() if not alone else ()):
        yield Fault(where, N_("%(name)s is missing"), {"name": name})
    if Counter(_TAG.findall(original)) != Counter(_TAG.findall(form)):
        yield Fault(where, N_("the tags differ from the original"))
    if _edges(original) != _edges(form):
        yield Fault(where, N_("the spaces or line breaks at the beginning or the end differ from the original"))


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@functools.lru_cache(maxsize=16)
def lone_forms(expression: str) -> frozenset[int]:
    """The plural forms that only one count takes, as English "one": they need not repeat the number."""
    times = Counter(plural_rule(expression))
    return frozenset(form for form, count in times.items() if count == 1)


def plural_rule(expression: str) -> list[int]:
    """The form that each count from 0 takes. Raises ValueError for what is no rule."""
    rule = gettext.c2py(expression)
    try:
        return [rule(count) for count in range(_ENOUGH)]
    except ZeroDivisionError as wrong:
        raise ValueError(expression) from wrong
