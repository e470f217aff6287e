"""Leaves out what only the eye follows: numbers of footnotes, and stars."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution

_MARK: Final = (
    r"\[(?:\d{1,3}|[a-z]|(?:not|anm\.?|bilaga) \d{1,2}|källa behövs|när\?|vem\?|var\?|förtydliga|sic!?|redigera)\]"
)
_NOTE: Final = re.compile(rf"(?<=[\w.,;:!?)”\"»\]\ue000\ue001²³°%]) ?(?:{_MARK}){{1,5}}(?! ?\w{{0,3}}\))")
_BEHIND_STOP: Final = re.compile(r"(?<=[a-zåäö][.,])\d{1,2}\)(?=\s|$)")
_RAISED: Final = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)”»%\ue000\ue001]))"
    r"[¹²³⁰⁴-⁹]{1,3}(?:[, ][¹²³⁰⁴-⁹]){0,3}(?!\w|[+-])"
)
_STARS: Final = re.compile(r"(?<![\w*)]) ?\*{1,3}(?=[^\W\d_])|(?<=[\w.,:;!?)”»\ue000\ue001])\*{1,3}(?![\w*])")

_LONE: Final = re.compile(r"(?<!\S)\*{1,3}(?!\S)")
_OF_IT: Final = re.compile(
    r" (?:är|betyder|måste|anger|betecknar|visar|innebär|markerar|ska|kan|i|på|vid|efter|för|har)(?!\w)"
)
"""What is told of a star between words."""
_KEY: Final = re.compile(
    r"(?i:\b(?:märkta|markerade|tryck|tryck på|knappa in|slå|"
    r"med|med en|tecknet|symbolen|tangenten|knappen|och|eller|sedan|därefter|följt av|"
    r"med tecknet)) "
    r"(?P<bracket>[(”\"]?)(?P<sign>[*#])(?![\w*#\ue000\ue001])"
)
_SHARP: Final = re.compile(r"(?<=(?<!\w)[CF])#(?!\w)")
_KEYS: Final = {"*": "stjärna", "#": "fyrkant"}


@rule(cue="[", digits=False)
def marks(text: str) -> Iterable[Substitution]:
    """The number of a footnote: "byggdes 1931.[3]"."""
    for match in _NOTE.finditer(text):
        yield substitution(*match.span(), "", "footnote")


@rule(cue=")", digits=False)
def behind_stops(text: str) -> Iterable[Substitution]:
    """The number of a note behind the end of a sentence: "enligt följande.1)"."""
    for match in _BEHIND_STOP.finditer(text):
        yield substitution(*match.span(), "", "footnote")


@rule(cue="¹²³⁰⁴⁵⁶⁷⁸⁹", digits=False)
def raised(text: str) -> Iterable[Substitution]:
    """The raised number of a footnote: "ökade.²"; after a word, or after what ends one."""
    for match in _RAISED.finditer(text):
        yield substitution(*match.span(), "", "footnote")


@rule(cue="*#", digits=False)
def keys(text: str) -> Iterable[Substitution]:
    """A sign that is spoken of: "märkta med *", "tryck #", C#."""
    for match in _KEY.finditer(text):
        yield substitution(*match.span("sign"), _KEYS[match["sign"]], "sign")
    for match in _SHARP.finditer(text):
        yield substitution(*match.span(), " sharp", "sign")


@rule(cue="*", digits=False)
def stars(text: str) -> Iterable[Substitution]:
    """A star that points to a note, or makes words bold: "50 kr*", "**Viktigt**"."""
    for match in _STARS.finditer(text):
        yield substitution(*match.span(), " " if match[0][0] == " " else "", "star")
    first = len(text) - len(text.lstrip())
    for match in _LONE.finditer(text):
        note = match.start() > first and _OF_IT.match(text, match.end())
        yield substitution(*match.span(), "stjärna" if note or text.startswith(" =", match.end()) else "", "star")
