"""Reads the classes of a school and the spans of other numbers with letters: "klass sju A", "nio A till nio D"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import between, substitution
from ..tokens import card

_CLASS: Final = re.compile(r"(?<!\w)(?P<kl>[Kk]l)\.? ?(?=[1-9][A-Ha-h](?![\w.:]|-\w))")
_SPAN: Final = re.compile(
    r"(?<![\w.,:/+–-])(?P<a>[1-9]\d?)(?P<first> ?[A-Za-zÅÄÖåäö]) ?[-–] ?(?:(?P<b>[1-9]\d?) ?)?"
    r"(?P<last>[A-Za-zÅÄÖåäö])(?![\w/²³-]|[.:]\w)"
)
_ORDER: Final = "abcdefghijklmnopqrstuvwxyzåäö"


@rule(cue="Kk")
def named(text: str) -> Iterable[Substitution]:
    """A number with a letter is a class, not an hour: kl. 7A."""
    for match in _CLASS.finditer(text):
        yield substitution(*match.span(), "Klass " if match["kl"] == "Kl" else "klass ", "class")


@rule(cue="-–")
def spans(text: str) -> Iterable[Substitution]:
    """From one to a later one of the same row: 9A–9D, 9A–D, hus 2b–3a; no steps down, and no two kinds of letters."""
    for match in _SPAN.finditer(text):
        first, last = match["first"].strip(), match["last"]
        one, other = int(match["a"]), int(match["b"] or match["a"])
        if first.isupper() is last.isupper() and (one, _ORDER.index(first.lower())) < (
            other,
            _ORDER.index(last.lower()),
        ):
            wording = (
                card(one),
                f" {first}{between(text, match.start())}",
                *((card(other), " ") if match["b"] else ()),
            )
            yield substitution(*match.span(), (*wording, last), "letters")
