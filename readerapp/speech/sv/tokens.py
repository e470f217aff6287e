"""How rules write what is said with its numbers still numbers.

A rule's text is spoken words, with each number in angle brackets; `parts` makes it the typed parts of a Substitution:

    <c:12345>    cardinal as in counting ("ett", "tjugoett") and before neuter nouns
    <c:21:u>     cardinal before a noun of common gender ("en", "tjugoen")
    <o:10>       ordinal; <o:2:m> in the form of kings ("andre")
    <y:1995>     year, said in hundreds
    <d:08>       digits one by one

A number with letters right after it is the first part of a compound: "<c:65>åringar". A comma between
numbers is a short rest. `words` says the parts in ordinary words.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

from ...model import Number
from . import numbers

_NUMBER: Final = re.compile(r"<([coyd]):(\d{1,64})(?::([um]))?>")
_KINDS: Final[dict[str, Literal["cardinal", "ordinal", "year", "digits"]]] = {
    "c": "cardinal",
    "o": "ordinal",
    "y": "year",
    "d": "digits",
}
_FORMS: Final[dict[str | None, Literal["", "common", "masculine"]]] = {None: "", "u": "common", "m": "masculine"}


def card(number: int | str, *, common: bool = False) -> str:
    """The token of a cardinal. Only a last one shows gender, so no other number carries the flag."""
    digits = _ascii(str(number))
    shows = common and digits.endswith("1") and not digits.endswith("11")
    return f"<c:{digits}:u>" if shows else f"<c:{digits}>"


def nth(number: int | str, *, masculine: bool = False) -> str:
    """The token of an ordinal."""
    return f"<o:{int(number)}:m>" if masculine else f"<o:{int(number)}>"


def anno(number: int | str) -> str:
    """The token of a year."""
    return f"<y:{int(number)}>"


def spell(digits: str) -> str:
    """The token of digits said one by one."""
    return f"<d:{_ascii(digits)}>"


def _ascii(digits: str) -> str:
    """Digits of any script as 0 to 9, which renderers know."""
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def parts(wording: str) -> tuple[str | Number, ...]:
    """What a rule wrote, typed: "<c:3> komma <c:5>" is a cardinal, " komma " and a cardinal."""
    pieces: list[str | Number] = []
    at = 0
    for match in _NUMBER.finditer(wording):
        if at < match.start():
            pieces.append(wording[at : match.start()])
        kind, digits, flag = match.groups()
        pieces.append(Number(_KINDS[kind], digits, _FORMS[flag]))
        at = match.end()
    if at < len(wording):
        pieces.append(wording[at:])
    return tuple(pieces)


def words(wording: Iterable[str | Number]) -> str:
    """The parts in ordinary words: "tre komma fem"."""
    return "".join(part if isinstance(part, str) else _say(part) for part in wording)


def aloud(wording: str) -> str:
    """What a rule wrote in ordinary words."""
    return words(parts(wording))


def _say(wording: Number) -> str:
    number = int(wording.digits)
    if wording.kind == "digits" or number > numbers.LARGEST:
        return numbers.digits(wording.digits)
    if wording.kind == "ordinal":
        return numbers.ordinal(number, masculine=wording.form == "masculine")
    if wording.kind == "year":
        return numbers.year(number)
    return numbers.cardinal(number, common=wording.form == "common")
