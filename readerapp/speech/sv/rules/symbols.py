"""Reads signs between words and numbers: "Hennes och Mauritz", "fem plus tre är lika med åtta"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.units import PER

_BETWEEN: Final = re.compile(r"(?<=[\w)\ue000\ue001]) ?([+=×÷·<>≤≥≈≠]|−|–) ?(?=[\w(\ue000\ue001½¼¾])")
_BY: Final = re.compile(
    r"(?<=[\ue001)]) ?[x×*] ?(?=[\ue001(])|(?<=[^\W\d_]{2}) [x×*] (?=[\ue001(])|(?<=[\ue001)]) [x×*] (?=[a-zåäö]{3})"
)
_OF_WORDS: Final = re.compile(
    r"(?i:(?<!\w)\w{0,20}(?:längd|bredd|höjd|djup|pris|antal|inkomst|vikt|area|yta|tid|timmar|avgift|lön|hastighet|kostnad|"
    r"kraft|massa|bas)(?:en)?)(?P<sign> [x×*] )(?=[a-zåäö]{3})"
)
"""Things that are multiplied: "längd x bredd x höjd"."""
_DIVIDED: Final = re.compile(r"(?<=[\ue001)]) / (?=[\ue001])|(?<= [a-zA-Z]) / (?=[\ue001a-zA-Z](?!\w))")
_ARITHMETIC: Final = {
    "+": "plus", "=": "är lika med", "×": "gånger", "÷": "delat med", "·": "gånger", "<": "är mindre än",
    ">": "är större än", "≤": "är högst", "≥": "är minst", "≈": "är ungefär", "≠": "är inte lika med",
}  # fmt: skip
_MINUS: Final = re.compile(r"(?<=[\d\ue001]) ([−–-]) (?=[\d\ue001 −–+()x×*·/-]{1,24}=)")
_FRONT: Final = re.compile(
    r"(?<!\w)((?<![\w\ue000\ue001] )[<>≤≥≈]|(?:(?<=[a-zåäö]{3} )|(?<=(?<!\w)(?:är|på|om|av|ca) ))"
    r"[<>≤≥≈](?= ?[\d\ue001])|"
    r"[±~Ø⌀]|\+/[-–−]) ?(?=[\d\ue001])"
)
_BOTH_WAYS: Final = re.compile(r"(?<!\w)(?P<plus>\+)\d{1,4}(?P<minus> ?/ ?[-–−])(?=\d)")
_FRONTS: Final = {
    "<": "mindre än ",
    ">": "mer än ",
    "≤": "högst ",
    "≥": "minst ",
    "≈": "ungefär ",
    "±": "plus minus ",
    "~": "ungefär ",
    "Ø": "diameter ",
    "⌀": "diameter ",
    "+/-": "plus minus ",
    "+/–": "plus minus ",
    "+/−": "plus minus ",
}
_AFTER_NUMBER: Final = re.compile(
    r"(?:(?<=[\d\ue000\ue001])| (?<=\d år )| (?<=\ue001 år ))\+(?= ?(?:[^\w ]|$)| [a-zåäö])"
)
_AMPERSAND: Final = re.compile(r" ?& ?")
_AND_OR: Final = re.compile(r"(?<=[a-zåäö])/(?=eller\b)")
_STROKE: Final = re.compile(
    r"(?<=[a-zåäö]{3}) ?/ ?(?=[^\W\d_]{3})|(?<=[a-zåäö]{3})/(?=[\ue000\ue001])|(?<=[a-zåäö]{3}-)/(?=\w{2})"
)
_STROKE_IN_CODE: Final = re.compile(
    r"(?<![a-zåäö]{3})(?<=[\w\ue000\ue001])/(?=[\w\ue000\ue001])|(?<=[\w\ue000])/(?=[\w\ue000]{1,2}\b)"
)
_NUMBER_SIGN: Final = re.compile(r"(?:№|#) ?(?=\d)")
_FORMULA: Final = re.compile(
    r"(?<!\w)CO(?:2|₂)(?P<e>e(?![a-zåäö])|-?ekvivalent(?:er)?)?(?P<joint>-(?=[a-zåäö]))?"
    rf"(?:/(?P<per>{'|'.join(sorted(map(re.escape, PER), key=len, reverse=True))})(?!\w))?"
)
_LETTERS: Final = {
    "α": "alfa",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "π": "pi",
    "µ": "my",
    "Ω": "omega",
    "€": "euro",
    "£": "pund",
    "°": "grader",
}
_INCHES: Final = re.compile(r"(?<=[\d\ue001])(?:\"|''|”)(?!\w)(?P<joint>-(?=[a-zåäö]{2}))?")
_QUOTE: Final = re.compile(r"[\"”“]")
_HEADING: Final = re.compile(r"(?:^|(?<=\n))#{1,4} (?=\w)")
_ARROW: Final = re.compile(r"(?<=[\d\ue001]) ?(?:→|->) ?(?=[\d\ue001])")
_APART: Final = re.compile(r"(?<=[^\s²³])(?<!\W[a-z]) · (?=\S)(?![a-z](?!\w)|10[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
"""Not between units ("kW · h") nor before a power of ten."""
_APART_IN_SUM: Final = re.compile(r"(?<=[a-zåäö]{2}) · (?=[^\W\d_]{2})")
_COPYRIGHT: Final = re.compile(r"(?i:copyright ?)?©")
_LETTER: Final = re.compile(rf"(?<!\w)[{''.join(_LETTERS)}](?!\w)")


@rule(cue="+=×÷·<>≤≥≈≠", digits=False)
def arithmetic(text: str) -> Iterable[Substitution]:
    """Signs of arithmetic between numbers or letters."""
    for match in _BETWEEN.finditer(text):
        if match[1] in _ARITHMETIC:
            yield substitution(*match.span(), f" {_ARITHMETIC[match[1]]} ", "sign")


@rule(cue="x×*", digits=False)
def by(text: str) -> Iterable[Substitution]:
    """Sides that each have their unit: 10 m x 5 m; a sum in words: "månadsinkomst x 12 / 365"."""
    times = [match.span() for match in _BY.finditer(text)]
    if " x " in text or " × " in text or " * " in text:
        times += [match.span("sign") for match in _OF_WORDS.finditer(text)]
    for start, end in times:
        yield substitution(start, end, " gånger ", "sign")
    for match in _DIVIDED.finditer(text) if times else ():
        yield substitution(*match.span(), " delat med ", "sign")


@rule(cue="=", digits=False)
def minus(text: str) -> Iterable[Substitution]:
    """A minus between two numbers before an equals sign."""
    for match in _MINUS.finditer(text):
        yield substitution(*match.span(), " minus ", "sign")


@rule(cue="<>≤≥≈±~/Ø⌀", digits=False)
def in_front(text: str) -> Iterable[Substitution]:
    """<5, >10, ±2."""
    for match in _BOTH_WAYS.finditer(text):
        yield substitution(*match.span("plus"), "plus ", "sign")
        yield substitution(*match.span("minus"), ", minus ", "sign")
    for match in _FRONT.finditer(text):
        yield substitution(*match.span(), _FRONTS[match[1]], "sign")


@rule(cue="+", digits=False)
def plus_after(text: str) -> Iterable[Substitution]:
    """65+."""
    for match in _AFTER_NUMBER.finditer(text):
        yield substitution(*match.span(), " plus", "sign")


@rule(cue="&", digits=False)
def ampersands(text: str) -> Iterable[Substitution]:
    """& between words."""
    for match in _AMPERSAND.finditer(text):
        yield substitution(*match.span(), " och ", "sign")


@rule(cue="/", digits=False)
def and_or(text: str) -> Iterable[Substitution]:
    """och/eller."""
    for match in _AND_OR.finditer(text):
        yield substitution(*match.span(), " ", "sign")


@rule(cue="/", digits=False)
def strokes(text: str) -> Iterable[Substitution]:
    """A stroke between two words: elev/förälder."""
    for match in _STROKE.finditer(text):
        yield substitution(*match.span(), ", ", "sign")


@rule(cue="/", digits=False)
def strokes_in_codes(text: str) -> Iterable[Substitution]:
    """A stroke between letters and figures: A/B, 4G/5G."""
    for match in _STROKE_IN_CODE.finditer(text):
        yield substitution(*match.span(), " ", "sign")


@rule(cue="№#")
def number_signs(text: str) -> Iterable[Substitution]:
    """№ 5 and #5."""
    for match in _NUMBER_SIGN.finditer(text):
        yield substitution(*match.span(), "nummer ", "sign")


@rule(cue="C", digits=False)
def formulas(text: str) -> Iterable[Substitution]:
    """CO₂-utsläpp."""
    for match in _FORMULA.finditer(text):
        tail = "ekvivalenter" if match["e"] else ""
        per = f" per {PER[match['per']]}" if match["per"] else ""
        yield substitution(*match.span(), f"koldioxid{tail}{per}", "formula")


@rule(cue="\"”'", digits=False)
def inches(text: str) -> Iterable[Substitution]:
    """24″ and 1,5", where no quotation is open."""
    quotes = 0
    at = 0
    for match in _INCHES.finditer(text):
        quotes += len(_QUOTE.findall(text, at, match.start()))
        at = match.start()
        if quotes % 2 == 0 or match[0] == "''":
            yield substitution(*match.span(), " tums" if match["joint"] else " tum", "measure")
            at = match.end()


@rule(cue="·", digits=False)
def dots(text: str) -> Iterable[Substitution]:
    """A dot that parts what stands in one line: "Kontakt · Karta", "3 maj 2026 · 5 min"; in a sum only words."""
    for match in (_APART_IN_SUM if "=" in text else _APART).finditer(text):
        yield substitution(*match.span(), ", ", "sign")


@rule(cue="#→>", digits=False)
def pointers(text: str) -> Iterable[Substitution]:
    """The marks of a heading, and an arrow between two numbers."""
    for match in _ARROW.finditer(text):
        yield substitution(*match.span(), " till ", "sign")
    for match in _HEADING.finditer(text):
        yield substitution(*match.span(), "", "sign")


@rule(cue="©", digits=False)
def copyrights(text: str) -> Iterable[Substitution]:
    """© with or without the word."""
    for match in _COPYRIGHT.finditer(text):
        yield substitution(*match.span(), "copyright", "sign")


@rule(cue="".join(_LETTERS), digits=False)
def greek(text: str) -> Iterable[Substitution]:
    """Greek letters and currencies that stand alone."""
    for match in _LETTER.finditer(text):
        yield substitution(*match.span(), _LETTERS[match[0]], "sign")
