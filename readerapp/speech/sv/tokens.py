"""What rules say: words, and numbers that are still numbers.

A rule answers with a `Wording`: a string, a Number, or a tuple of wordings, nested as it comes:

    card(12345)               cardinal as in counting ("ett", "tjugoett") and before neuter nouns
    card(21, common=True)     cardinal before a noun of common gender ("en", "tjugoen")
    nth(10)                   ordinal; nth(2, masculine=True) in the form of kings ("andre")
    anno(1995)                year, said in hundreds
    spell("08")               digits one by one

`parts` lays a wording flat, as a Substitution has it, and `words` says that in ordinary words. Nothing else makes text
of a number, and none is put into an f-string. A number with letters right after it is the first part of a
compound: `(card(65), "åringar")`. A comma between numbers is a short rest.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from ...model import Number
from . import numbers

Wording: TypeAlias = "str | Number | tuple[Wording, ...]"
"""What is said, with its numbers still numbers."""


def card(number: int | str, *, common: bool = False) -> Number:
    """A cardinal. Only a last one shows gender, so no other number carries the form."""
    digits = _ascii(str(number))
    shows = common and digits.endswith("1") and not digits.endswith("11")
    return Number("cardinal", digits, "common" if shows else "")


def nth(number: int | str, *, masculine: bool = False) -> Number:
    """An ordinal."""
    return Number("ordinal", str(int(number)), "masculine" if masculine else "")


def anno(number: int | str) -> Number:
    """A year."""
    return Number("year", str(int(number)))


def spell(digits: str) -> Number:
    """Digits said one by one."""
    return Number("digits", _ascii(digits))


def linked(joint: str, wordings: Iterable[Wording]) -> Wording:
    """The wordings in a row, with `joint` between each two."""
    pieces: list[Wording] = []
    for wording in wordings:
        pieces += (joint, wording)
    return tuple(pieces[1:])


def rewritten(text: str, pattern: re.Pattern[str], say: Callable[[re.Match[str]], Wording]) -> Wording:
    """The text with what `say` makes of each match in its place."""
    pieces: list[Wording] = []
    at = 0
    for match in pattern.finditer(text):
        pieces += (text[at : match.start()], say(match))
        at = match.end()
    return (*pieces, text[at:])


def parts(wording: Wording) -> tuple[str | Number, ...]:
    """The wording laid flat: strings that meet are one, and none is empty."""
    pieces: list[str | Number] = []
    run: list[str] = []
    for leaf in (*_leaves(wording, []), None):
        if isinstance(leaf, str):
            run.append(leaf)
            continue
        if text := "".join(run):
            pieces.append(text)
        run.clear()
        if leaf:
            pieces.append(leaf)
    return tuple(pieces)


def words(pieces: Iterable[str | Number]) -> str:
    """Parts in ordinary words: "tre komma fem"."""
    return "".join(piece if isinstance(piece, str) else _say(piece) for piece in pieces)


def aloud(wording: Wording) -> str:
    """A wording in ordinary words."""
    return words(_leaves(wording, []))


def _leaves(wording: Wording, leaves: list[str | Number]) -> list[str | Number]:
    """`leaves` and those of a wording."""
    if isinstance(wording, tuple):
        for inner in wording:
            _leaves(inner, leaves)
    else:
        leaves.append(wording)
    return leaves


def _say(token: Number) -> str:
    number = int(token.digits)
    if token.kind == "digits" or number > numbers.LARGEST:
        return numbers.digits(token.digits)
    if token.kind == "ordinal":
        return numbers.ordinal(number, masculine=token.form == "masculine")
    if token.kind == "year":
        return numbers.year(number)
    return numbers.cardinal(number, common=token.form == "common")


def _ascii(digits: str) -> str:
    """Digits of any script as 0 to 9, which renderers know."""
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)
