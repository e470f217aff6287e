"""How Swedish numbers are put for espeak-ng, and for the espeak-ng inside piper-tts.

Both read joined number words wrongly ("femtionio" with a false sj-sound, "tionde" as "sjonde", "arton" with the
stress on its end), and digits rightly as long as they have at most three figures. So a number becomes digits up to
999 with its scale as a word: "12 tusen 345". Number words on the page itself are put the same way. Never more than
four digits together: after some large numbers espeak-ng 1.52 reads "12345" as millions until another million comes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from ..model import Number

_SCALES: Final = ((10**12, "biljon", "biljoner"), (10**9, "miljard", "miljarder"), (10**6, "miljon", "miljoner"))
_LONGEST: Final = 15
"""Digits of the largest number that has words here; a longer one is said digit by digit."""
_ELEVEN: Final = 11
"""Ends in one, but has no genders: "elva"."""
_YEARS_IN_HUNDREDS: Final = frozenset(range(1100, 2100)) - {2000}
_UNITS: Final = (
    "nollte", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tijonde",
    "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "arrtonde", "nittonde",
)  # fmt: skip
_TENS: Final = (
    "-", "-", "tjugonde", "trettijonde", "förtijonde", "femtijonde", "sextijonde", "sjuttijonde", "åttijonde",
    "nittijonde",
)  # fmt: skip
_MASCULINE: Final = {"första": "förste", "andra": "andre"}
_WORD: Final = re.compile(r"(?<![\w-])[a-zåäö]{3,}(?![\w-])|\d{5,}", re.IGNORECASE)


def put(parts: Sequence[str | Number]) -> str:
    """What typed parts are put as; before the rest of a compound digits take a hyphen: "90-talet"."""
    wording: list[str] = []
    for part, following in pairwise((*parts, "")):
        words = part if isinstance(part, str) else _number(part)
        compound = not isinstance(part, str) and isinstance(following, str) and following[:1].isalpha()
        wording.append(words + "-" if compound and words[-1:].isdigit() else words)
    return "".join(wording)


def respelled(text: str) -> Iterator[tuple[int, int, str]]:
    """Number words as they stand on a page, and digits too many to be read: where, and what they are put as."""
    for word in _WORD.finditer(text):
        words = " ".join(word.group()) if word.group().isdigit() else _written().get(word.group().lower())
        if words:
            yield word.start(), word.end(), words


def cardinal(number: int, *, common: bool = False) -> str:
    """A number of at most 15 digits; `common` ends it with "en" instead of "ett"."""
    words: list[str] = []
    rest = number
    for scale, one, many in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            words.append(f"en {one}" if count == 1 else f"{count} {many}")
    thousands, rest = divmod(rest, 1000)
    if thousands:
        words.append("tusen" if number == 1000 else f"{thousands} tusen")
    if common and rest % 10 == 1 and rest % 100 != _ELEVEN:
        words += [str(rest - 1), "en"] if rest > 1 else ["en"]
    elif rest or not words:
        words.append(str(rest))
    return " ".join(words)


def ordinal(number: int, *, masculine: bool = False) -> str:
    """An ordinal: all but its last word as digits, that word spelled as it is heard."""
    before, last = divmod(number, 100)
    if not last and before:
        return _round(number)
    if last >= len(_UNITS) and not last % 10:
        word = _TENS[last // 10]
    else:
        last = last if last < len(_UNITS) else last % 10
        word = _UNITS[last]
    head = [cardinal(number - last)] if number > last else []
    return " ".join([*head, _MASCULINE.get(word, word) if masculine else word])


def _round(number: int) -> str:
    """The ordinal of whole hundreds and more."""
    hundreds = number // 100 % 10
    if hundreds:
        head = [cardinal(number - hundreds * 100)] if number > hundreds * 100 else []
        return " ".join([*head, *([str(hundreds)] if hundreds > 1 else []), "hundrade"])
    words = cardinal(number)
    return words + "de" if words.endswith("tusen") else words.removesuffix("er") + "te"


def _number(words: Number) -> str:
    if words.kind == "digits" or len(words.digits) > _LONGEST:
        return " ".join(words.digits)
    number = int(words.digits)
    if words.kind == "ordinal":
        return ordinal(number, masculine=words.form == "masculine")
    if words.kind == "year" and number in _YEARS_IN_HUNDREDS:
        hundreds, rest = divmod(number, 100)
        return f"{hundreds} hundra {rest}" if rest else f"{hundreds} hundra"
    return cardinal(number, common=words.form == "common")


@cache
def _written() -> dict[str, str]:
    """Number words in ordinary spelling, and what they are put as."""
    from .sv import numbers  # noqa: PLC0415 - only when a Swedish page is spoken

    counts = [5, *range(13, 100), *range(101, 1000)]
    words = {numbers.cardinal(number): cardinal(number) for number in counts}
    words |= {
        numbers.cardinal(number, common=True): cardinal(number, common=True)
        for number in range(21, 1000, 10)
        if number % 100 != _ELEVEN
    }
    for masculine in (False, True):
        words |= {
            numbers.ordinal(number, masculine=masculine): ordinal(number, masculine=masculine)
            for number in [10, *range(18, 100)]
        }
    return words
