"""What is odd in a translation though nothing breaks: it is served, and told to those who can judge it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog, Message

from ..errors import Fault
from ..i18n import N_
from .faults import faults, forms, ids

QUOTES: Final = {"sv": "””", "ru": "«»", "en": "“”"}
"""The marks that a language opens and closes a quotation with; in another language any marks do."""
_MARKS: Final = "“”„«»"
_DOUBLED: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
LONGER: Final = 1.6
"""How much longer than the original a text may be before somebody should see whether there is room for it."""
_SLACK: Final = 12


def remarks(message: Message, language: str) -> Iterator[Fault]:
    """Say what is odd with the forms that are there; `where` is the number of the form, if it has several."""
    for number, form in enumerate(forms(message)):
        where = str(number) if message.pluralizable else ""
        yield from (Fault(where, text, facts) for text, facts in _of_form(form, ids(message)[-1], language))


class Judged(NamedTuple):
    """What is wrong with a translation, and what is odd."""

    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()


def judge(message: Message, catalog: Catalog, language: str) -> Judged:
    """What to say of a translation as it stands, to whoever may change it."""
    odd = list(remarks(message, language))
    for number, form in enumerate(forms(message)):
        if _too_long(form, ids(message)[-1]):
            where = str(number) if message.pluralizable else ""
            odd.append(Fault(where, N_("much longer than the original; see whether it fits where it is shown")))
    return Judged(tuple(faults(message, catalog)), tuple(odd))


def _too_long(form: str, original: str) -> bool:
    """Whether a text may not fit where the original does."""
    return len(form) > len(original) * LONGER + _SLACK


def _of_form(form: str, original: str, language: str) -> Iterator[tuple[str, dict[str, str]]]:
    own = QUOTES.get(language, "")
    if own and set(form) & (set(_MARKS) - set(own)):
        yield N_("quotation marks of another language; here they are %(marks)s"), {"marks": f"{own[0]}…{own[1]}"}
    elif own and not _paired(form, own):
        yield N_("a quotation mark without its partner"), {}
    if _DOUBLED.search(form) and not _DOUBLED.search(original):
        yield N_("two spaces in a row"), {}


def _paired(form: str, own: str) -> bool:
    opening, closing = form.count(own[0]), form.count(own[1])
    return opening % 2 == 0 if own[0] == own[1] else opening == closing
