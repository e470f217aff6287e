"""The shapes that rules look for: one kind of space and dash, written amounts, and what was read already.

Every pattern here and in the rules repeats a bounded number of times, so that reading takes time in
proportion to the text, whatever the text is.
"""

import re
from collections.abc import Callable
from typing import Final

from readerapp.model import Number, Substitution

from ..language import SAID, SAID_AMOUNT
from .tokens import Wording, card, parts, spell, words

_FOLD: Final = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "
        ),
        **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2012\u2014\u2015", "–"),
        "\u2212": "−",
        "º": "°",
        "˚": "°",
        "μ": "µ",
        "″": '"',
        "′": "'",
        "’": "'",
        SAID: "\ufffd",
        SAID_AMOUNT: "\ufffd",
    }
)

EDGE: Final = r"(?<!\w)(?<!\d[.,:/])"
"""Nothing before that would make a number a part of something longer."""
DASH: Final = r" ?(?:--|[-–−]) ?"
WHOLE: Final = (
    r"(?:[1-9]\d{0,2}(?: \d{3}){1,4}(?!\d)|[1-9]\d{0,2}(?:\.\d{3}){1,4}(?=,\d{1,2}(?!\d))|"
    r"[1-9]\d{0,2}(?:\.\d{3}){2,4}(?!\d)|\d{1,15}(?!\d))"
)
"""A whole number, in groups of three (12 345 or 1.234.567) or not."""
NUMBER: Final = rf"(?:{WHOLE}(?:,\d{{1,6}}(?!\d))?)"
"""A whole or decimal number without a sign."""
SIGN: Final = r"(?:(?<![\w.,)%–\ue000\ue001-])(?:[-–−+±](?=\d)|[−±] (?=\d)))?"
AMOUNT: Final = rf"{EDGE}(?P<sign>{SIGN})(?P<a>{NUMBER})(?:(?P<dash>{DASH})(?P<b>[-−]?{NUMBER}))?"
"""A number with its sign, or a range of two."""

_SIGNS: Final = {"": "", "-": "minus ", "–": "minus ", "−": "minus ", "+": "plus ", "±": "plus minus "}
_LAST_SPOKEN_DIGIT: Final = 2
_LONGEST: Final = 15
_REACH: Final = 32
_BETWEEN: Final = re.compile(
    r"\b[Mm]ellan (?:(?:ca\.?|cirka|omkring|ungefär|den|de|åren|åldrarna|vecka|veckorna|v\.?|klockan|kl\.?|klo|"
    r"sidorna|kapitel|nummer|nr\.?|årskurs|åk\.?|temperaturen|hela|dag|nivå|steg|punkterna|rum|hus|våning|"
    r"[A-ZÅÄÖ][a-zåäö]{1,20}(?:gatan|vägen)) ){0,2}$"
)


def fold(text: str) -> str:
    """`text` with one kind of space, hyphen, dash and apostrophe; every character stays where it is."""
    return text.translate(_FOLD)


def substitution(start: int, end: int, wording: Wording, rule: str) -> Substitution:
    """What is said for what stands from `start` to `end`."""
    if isinstance(wording, str):
        return Substitution(start, end, wording, rule)
    pieces = parts(wording)
    numbers = any(isinstance(piece, Number) for piece in pieces)
    return Substitution(start, end, words(pieces), rule, pieces if numbers else ())


def plain(figures: str) -> str:
    """The digits of a whole number: "12 345" is "12345"."""
    return figures.replace(" ", "").replace(".", "")


def number(figures: str, *, common: bool = False) -> Wording:
    """What is said for a NUMBER: "0,75" is a cardinal, " komma " and a cardinal."""
    if figures[0] in "-−":
        return ("minus ", number(figures[1:], common=common))
    whole, comma, decimals = figures.partition(",")
    digits = plain(whole)
    if len(digits) > _LONGEST or (digits[0] == "0" and len(digits) > 1):
        wording: Wording = spell(digits)
    else:
        wording = card(digits, common=common)
    return (wording, " komma ", _decimals(decimals)) if comma else wording


def _decimals(digits: str) -> Wording:
    """Two decimals are a number, unless they begin with a nought; more are said one by one."""
    if len(digits) <= _LAST_SPOKEN_DIGIT and digits[0] != "0":
        return card(digits)
    return spell(digits)


def between(text: str, start: int) -> str:
    """The word between the two ends of what begins at `start`: "mellan fem och tio", else "fem till tio"."""
    return " och " if _BETWEEN.search(text, max(0, start - _REACH), start) else " till "


def amount(match: re.Match[str], *, common: bool = False, falling: bool = False) -> Wording:
    """What is said for an AMOUNT: "fem till tio", or "tre ett" where the second is not the larger.

    `falling` says that what is counted can go down: "trettio till femton dagar före".
    """
    first = (_SIGNS[match["sign"].strip()], number(match["a"], common=common))
    if match["b"] is None:
        return first
    if ascending(match["a"], match["b"]) or match["sign"] or (falling and match["a"] != match["b"]):
        joint = between(match.string, match.start())
    else:
        joint = " minus " if match["dash"] == " − " else " "
    return (first, joint, number(match["b"], common=common))


def ascending(first: str, second: str) -> bool:
    """Whether two written numbers can be the ends of a range."""
    return value(second) > value(first) or second[0] in "-−"


def value(figures: str) -> float:
    """What a NUMBER amounts to."""
    whole, _, decimals = figures.lstrip("-−").partition(",")
    return float(f"{plain(whole)}.{decimals or 0}")


def single(match: re.Match[str]) -> bool:
    """Whether an AMOUNT is exactly one, or up to one, which takes the singular."""
    return (match["a"] if match["b"] is None else match["b"]) == "1"


def held(pattern: re.Pattern[str], text: str) -> Callable[[], bool]:
    """A question whether a text has something anywhere; it is looked for once, when the question is first asked."""
    answers: list[bool] = []

    def asked() -> bool:
        if not answers:
            answers.append(pattern.search(text) is not None)
        return answers[0]

    return asked


def halting(text: str, end: int, *, final: bool = True) -> int:
    """`end`, or past the full stop that stands there if it ends an abbreviation and no sentence.

    `final` says whether the abbreviation may end a sentence, so that a capital begins the next one.
    """
    if not text.startswith(".", end):
        return end
    after = text[end + 1 : end + 3]
    ends = not after.strip() or (final and after[0].isspace() and after[1:].isupper())
    return end if ends else end + 1
