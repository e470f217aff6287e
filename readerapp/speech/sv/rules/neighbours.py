"""Reads abbreviations that stand for one thing or another, where what stands beside them tells which."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, substitution
from ..small_words import small_words
from ..tables.neighbours import AFTER_COUNT, AFTER_WORD, BEFORE
from .abbreviations import any_of, cased

_ANY: Final = re.compile(
    rf"(?<![\w.])(?i:{any_of(dict.fromkeys(word for word, _, _ in BEFORE))})(?=\.?[ ,/):]|\.[a-zåäö])"
)
_WORDS_BEFORE: Final = frozenset(word for word, _, _ in BEFORE)
_BEFORE: Final = tuple((word, re.compile(following), wording) for word, following, wording in BEFORE)
_AFTER: Final = tuple(
    (re.compile(rf"(?:{before})(?P<word>{word})(?![\w-]|:\w)"), word, wording) for before, word, wording in AFTER_WORD
)
_WORDS_AFTER: Final = frozenset(word for _, word, _ in AFTER_WORD)
_LEAST: Final = re.compile(
    r"(?<![\w.])[Mm]in\.(?= (?!(?:den|det|men|och|som|jag|han|hon|mamma|pappa)(?!\w))[a-zåäö]{3})"
)
_MINE: Final = re.compile(r"(?i:(?<!\w)(?:är|var|blev|blir|bara|inte|också|som) )$")
"""Before what belongs to somebody: "boken är min."."""
_MINUTES: Final = re.compile(
    r"(?i:[\d\ue000\ue001]|(?<!\w)(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|femton|tjugo|trettio|några|par|halv|varje|per|ett|"
    r"antal)) ?$"
)
_OFFICE: Final = (
    r"(?:ordf|ordförande|talman|värd|sekreterare|kassör|rektor|president|vd|häradshövding|borgmästare|pastor|konsul|"
    r"lagman|överläkare|ledamot|kommun\w{2,14}|preses|domprost|generalsekreterare|partiledare|statsminister|chef|"
    r"föreståndare|kapten|lagkapten|åldersman|dekan|kansler|prefekt|landshövding)"
)
_VICE: Final = re.compile(rf"(?<![\w.])[Vv]\.? (?={_OFFICE}(?!\w))")
_FEE: Final = re.compile(
    r"(?i:(?<![\w.])(?P<word>avg\.?)(?=:? \d[\d ]{0,8}(?:[.,]\d\d)?(?: ?(?:kr|kronor|euro|€)(?!\w)|:?[-–])))"
)
_SILVER: Final = re.compile(r"(?i:(?:daler|öre|mark) (?P<word>s\. ?m))(?=\.)")
_COUNTABLE: Final = re.compile(r"[\d\ue000\ue001] [a-zåäö]{2,6}\.")
"""A quick look."""
_COUNTED: Final = re.compile(
    rf"(?P<one>(?<![\d,.])1 )?(?<=[\d\ue000\ue001] )(?P<word>{any_of(AFTER_COUNT)})(?=\.(?!\w))"
)


@rule()
def fees(text: str) -> Iterable[Substitution]:
    """avg. before an amount of money: no departure."""
    for match in _FEE.finditer(text) if "avg" in small_words(text) else ():
        yield substitution(match.start("word"), match.end("word"), cased("avgift", match["word"], text), "abbreviation")


@rule(cue=".", digits=False)
def silver(text: str) -> Iterable[Substitution]:
    """s.m. behind old money: "daler s.m.", which elsewhere is the same month."""
    for match in _SILVER.finditer(text):
        yield substitution(match.start("word"), halting(text, match.end()), "silvermynt", "abbreviation")


@rule(digits=False)
def told_by_the_next(text: str) -> Iterable[Substitution]:
    """ank. 4512, anm. senast, ing. B, spec. i, pens. 85 kr."""
    for match in () if _WORDS_BEFORE.isdisjoint(small_words(text)) else _ANY.finditer(text):
        for word, following, wording in _BEFORE:
            if match[0].lower() == word and (stop := following.match(text, match.end())):
                yield substitution(match.start(), stop.end(), cased(wording, match[0], text), "abbreviation")
                break


@rule(cue=".", digits=False, amount=True)
def told_by_a_count(text: str) -> Iterable[Substitution]:
    """11 led. och 4 ers."""
    for match in _COUNTED.finditer(text) if _COUNTABLE.search(text) else ():
        wording = AFTER_COUNT[match["word"]][match["one"] is None]
        number = "en " if match["one"] else ""
        start = match.start("one" if match["one"] else "word")
        yield substitution(start, halting(text, match.end()), number + wording, "abbreviation")


@rule(cue=".", digits=False)
def vice(text: str) -> Iterable[Substitution]:
    """v. before the name of an office: v. ordf., v. talman."""
    for match in _VICE.finditer(text):
        yield substitution(match.start(), match.end() - 1, cased("vice", match[0], text), "abbreviation")


@rule(cue="mM", digits=False)
def least(text: str) -> Iterable[Substitution]:
    """min. before what is no amount: "Min. ålder 18 år", unless it counts minutes."""
    for match in _LEAST.finditer(text) if "in. " in text else ():
        near = max(0, match.start() - 12)
        if not (_MINUTES.search(text, near, match.start()) or _MINE.search(text, near, match.start())):
            yield substitution(*match.span(), "Minsta" if match[0][0] == "M" else "minsta", "abbreviation")


@rule(digits=False)
def told_by_the_last(text: str) -> Iterable[Substitution]:
    """enl. ök., 12:50 per st., "68 kr st"."""
    words = small_words(text)
    if _WORDS_AFTER.isdisjoint(words):
        return
    readings = (
        (match, wording) for pattern, word, wording in _AFTER if word in words for match in pattern.finditer(text)
    )
    for match, wording in readings:
        yield substitution(match.start("word"), halting(text, match.end()), wording, "abbreviation")
