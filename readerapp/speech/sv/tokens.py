"""What is said, with its numbers still numbers: the text of `Reading.token`.

Spoken words, with each number in angle brackets:

    <c:12345>    cardinal as in counting ("ett", "tjugoett") and before neuter nouns
    <c:21:u>     cardinal before a noun of common gender ("en", "tjugoen")
    <o:10>       ordinal; <o:2:m> in the form of kings ("andre")
    <y:1995>     year, said in hundreds
    <d:08>       digits one by one

A number with letters right after it is the first part of a compound: "<c:65>åringar". A comma between
numbers is a short rest. `words` says all of it in ordinary words.
"""

import re
from typing import Final

from . import numbers

_NUMBER: Final = re.compile(r"<([coyd]):(\d{1,64})(?::([um]))?>")


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


def words(token: str) -> str:
    """`token` in ordinary words: "<c:3> komma <c:5>" is "tre komma fem"."""
    return _NUMBER.sub(_say, token)


def _say(match: re.Match[str]) -> str:
    kind, digits, flag = match.groups()
    if kind == "d":
        return numbers.digits(digits)
    number = int(digits)
    if number > numbers.LARGEST:
        return numbers.digits(digits)
    if kind == "o":
        return numbers.ordinal(number, masculine=flag == "m")
    if kind == "y":
        return numbers.year(number)
    return numbers.cardinal(number, common=flag == "u")
