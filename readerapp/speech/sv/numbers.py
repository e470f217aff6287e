"""Swedish number words: cardinals, ordinals, years, and digits one by one."""

from typing import Final

_ONES: Final = (
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
).split()
_TENS: Final = "- - tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()
_SCALES: Final = ((10**12, "biljon"), (10**9, "miljard"), (10**6, "miljon"))
_ORDINALS: Final = (
    "nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde "
    "femtonde sextonde sjuttonde artonde nittonde"
).split()
_MASCULINE: Final = {"första": "förste", "andra": "andre"}

LARGEST: Final = 10**15 - 1
"""The largest number that has words here."""

_THOUSAND: Final = 1000
_FIRST_HUNDREDS_YEAR: Final = 1100
_LAST_HUNDREDS_YEAR: Final = 2099


def _below_hundred(number: int, one: str) -> str:
    if number == 1:
        return one
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (one if ones == 1 else _ONES[ones] if ones else "")


def _below_thousand(number: int, one: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, one)
    return (_ONES[hundreds] if hundreds > 1 else "") + "hundra" + (_below_hundred(rest, one) if rest else "")


def cardinal(number: int, *, common: bool = False) -> str:
    """Words of `number`, 0 to LARGEST: "ettusen tvåhundratrettiofyra".

    A last one is "ett" as in counting and before a neuter noun; `common` makes it "en" ("tjugoen kronor").
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    one = "en" if common else "ett"
    parts: list[str] = []
    rest = number
    for scale, name in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(_below_thousand(count, "en") + " " + name + ("er" if count > 1 else ""))
    thousands, rest = divmod(rest, _THOUSAND)
    if thousands:
        parts.append(_thousands(thousands, alone=number == _THOUSAND))
    if rest or not parts:
        words = _below_thousand(rest, one)
        parts.append("ett" + words if parts and words.startswith("hundra") else words)
    return " ".join(parts)


def _thousands(count: int, *, alone: bool) -> str:
    if alone:
        return "tusen"
    word = _below_thousand(count, "ett")
    return word.removesuffix("t") + "tusen" if word.endswith("tt") else word + "tusen"


def ordinal(number: int, *, masculine: bool = False) -> str:
    """Words of the ordinal, 0 to LARGEST: "tjugoförsta"; `masculine` is the form of kings: "den andre"."""
    scale, rest = divmod(number, 100)
    if scale and rest:
        joint = " " if scale % 10 == 0 else ""
        return cardinal(number - rest) + joint + ordinal(rest, masculine=masculine)
    if scale:
        return _round_ordinal(number)
    tens, ones = divmod(number, 10)
    if number < len(_ORDINALS):
        word = _ORDINALS[number]
    elif ones:
        word = _TENS[tens] + ordinal(ones, masculine=masculine)
    else:
        word = _TENS[tens] + "nde"
    return _MASCULINE.get(word, word) if masculine else word


def _round_ordinal(number: int) -> str:
    words = cardinal(number)
    if number % 10**6 == 0:
        return words.removesuffix("er") + "te"
    return words + "de"


def year(number: int) -> str:
    """Words of the year: "nittonhundranittiofem", "tjugohundrafyra", but "tvåtusen"."""
    if number == 2000 or not _FIRST_HUNDREDS_YEAR <= number <= _LAST_HUNDREDS_YEAR:
        return cardinal(number)
    hundreds, rest = divmod(number, 100)
    return _below_hundred(hundreds, "ett") + "hundra" + (_below_hundred(rest, "ett") if rest else "")


def digits(figures: str) -> str:
    """Each digit by itself: "noll åtta"."""
    return " ".join(_ONES[int(digit)] for digit in figures)
