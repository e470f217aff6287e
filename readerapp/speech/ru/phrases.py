"""What stands beside a word cut short: adjectives that are cut as well, a number in order, or how many there are."""

import re
from typing import Final

from .morphology import Form, all_forms
from .stems import OUTSIDE, adjective_of, noun_of
from .surface import LETTER

_REACH: Final = 40
_MOST: Final = 4
"""Words before a noun that belong to it."""
_PART: Final = re.compile(rf"(?<![{LETTER}\d.,-])(?:(?P<short>[{LETTER}]{{2,14}})\.|\d{{1,3}}-[а-яё]{{1,3}}) ?$")
_COUNT: Final = re.compile(r"(?<![\w.,:/№-])(?<!№ )(?<!\d )(?P<count>\d{1,3}(?: \d{3}){0,2}) ?$")
_GOES_ON: Final = re.compile(r"\.(?= ?[а-яё]{2})")


def cut_short(text: str, word: re.Match[str]) -> int | tuple[Form, ...]:
    """Where an adjective that is cut short ends if its noun follows ("2 муниц. школы"), or the forms of such a noun."""
    goes_on = _GOES_ON.match(text, word.end())
    if goes_on and adjective_of(word[1].lower()):
        return goes_on.end()
    noun = noun_of(word[1].lower())
    return all_forms(noun) if noun and noun not in OUTSIDE else ()


def phrase_start(text: str, at: int) -> int:
    """Where the phrase of the noun at `at` begins: "по рус. яз.", "врач 1-й кат."."""
    for _ in range(_MOST):
        part = _PART.search(text, max(0, at - _REACH), at)
        if part is None or (part["short"] and not adjective_of(part["short"].lower())):
            break
        at = part.start()
    return at


def count_before(text: str, at: int) -> tuple[int, int] | None:
    """How many of the noun at `at` there are, and where that number stands: "5 раб. дн."."""
    begin = phrase_start(text, at)
    match = _COUNT.search(text, max(0, begin - _REACH), begin)
    return (int(match["count"].replace(" ", "")), match.start()) if match else None
