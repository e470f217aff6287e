"""Reads strokes between two numbers by the word beside them: grades, pages, parts of a full post, models."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import number, substitution, value
from ..tokens import anno, card
from .fractions import PARTS as _NAMES

_TWO: Final = r"(?P<a>\d{1,3})/(?P<b>\d{1,4})(?![\w/,:%]|[.-]\d)"
_PAGE: Final = re.compile(rf"(?P<word>\b[Ss]id(?:a|an)?\.?):? {_TWO}")
_PART: Final = re.compile(
    r"(?<!\w)(?i:steg|bild|blad|del|slide|fråga|foto|avsnitt|moment|kort):? "
    r"(?P<a>\d{1,3})/(?P<b>\d{1,4})(?![\w/%]|[.,:-]\d)"
)
_GRADED: Final = re.compile(
    r"(?<!\w)(?P<word>(?i:\w{0,14}betyg\w*|\w{0,10}omdöme\w*|poäng\w*|snitt\w*|resultat\w*|fick|får|ger|gav|"
    r"satte)[^.!?\d/]{0,30}[ (:])"
    r"(?P<a>\d{1,2})/(?P<b>5|10|6|100)(?![\w/,:%-]|\.\d)"
)
_VERB: Final = re.compile(r"(?i:fick|får|ger|gav|satte)(?!\w)")
_WHOLE: Final = re.compile(r" av [a-zåäö]+")
_POINTS: Final = re.compile(
    r"(?<!\w)(?P<word>(?i:\w{0,14}betyg\w*|\w{0,10}omdöme\w*|\w{0,12}poäng(?:en)?|snitt\w*|\w{0,8}nöjdhet\w*|rätt|svar|trivsel\w*|recension\w*|"
    r"\w{0,12}resultat(?:et)?|index|nki|score|quiz\w*|prov(?:et)?|test(?:et)?)[^.!?\d/]{0,16}[ (:])"
    r"(?P<a>\d{1,3}(?:,\d)?)/(?P<b>\d{1,3})(?![\w/,:%-]|\.\d)"
)
_TOLD: Final = re.compile(r"(?i:betyg|omdöme|recension)")
_EACH: Final = re.compile(r"(?<=[\w)] )(?P<a>\d{1,2})/(?P<b>5|6|10)(?![\w/,:%-]\d|[\w/:%-]|\.\d)")
"""Grades behind other ones, where the text tells of grades."""
_RIGHT: Final = re.compile(
    r"(?<![\w,./:-])(?P<a>\d{1,3})/(?P<b>\d{1,3})(?= (?:rätt|möjliga|poäng|stjärnor|godkända|röster|mål|svar)(?!\w))"
)
_EITHER: Final = re.compile(
    r"(?<!\w)(?i:grupp(?:en)?|lag(?:et)?|klass(?:en)?|åk|årskurs|sal|rum|lokal|hus|nivå|omgång|pass|spår|port|avdelning|zon|linje|"
    r"kvartal|plan|våning|trappa|bord)\.? (?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%]|[.,:-]\d)"
)
_POST: Final = re.compile(r"(?<![\w,./])(?P<a>[1-9])/(?P<b>10|[2-9])-(?=[a-zåäö]{3})(?!del)")
_PARTS: Final = {"1/2": "halv", "3/4": "trekvarts", "1/4": "kvarts"}
_MODEL: Final = re.compile(r"(?<![\w/])m/(?P<year>\d{2,4})(?P<letter>[A-Z])?(?!\w|[/,.]\d)")
_SHARE: Final = re.compile(r"(?<=[a-zåäö]{3})/(?=1(?: ?0{2,3}){1,2} [a-zåäö]{3})")
_EACH_OF: Final = re.compile(
    r"(?<![\w.,:/\ue000\ue001-])(?<!\d )(?:1|[Ee]n|[Ee]tt) [a-zåäö]{2,20}(?P<stroke>/)"
    r"(?=(?:[5-9]|[1-9]\d{1,3}|[1-9]\d{0,2} \d{3}) [a-zåäö]{3})"
)
"""One of something for many; "2 vuxna/3 barn" are both counted."""
_DIVIDED: Final = re.compile(
    r"(?<=\d) ?/ ?(?=\d{1,6}(?:,\d{1,4})? =)|(?<=\d) [:÷] ?(?=\d{1,6}(?:,\d{1,4})? =)|"
    r"(?<=[\w)]\)) ?/ ?(?=[\d(\ue000\ue001]|[a-zA-Z](?!\w))|"
    r"(?<=(?<!\w)[a-z])(?: / |/)(?=\()|(?<=(?<!\w)[a-zA-Z]) / (?=[a-zA-Z](?!\w))"
)


@rule(cue="/")
def shares(text: str) -> Iterable[Substitution]:
    """What is counted by several of something: antal/1 000 invånare, 1 ledare/10 barn."""
    for match in _SHARE.finditer(text):
        yield substitution(*match.span(), " per ", "stroke")
    for match in _EACH_OF.finditer(text):
        yield substitution(*match.span("stroke"), " per ", "stroke")


@rule(cue="/")
def pages(text: str) -> Iterable[Substitution]:
    """A page of all pages: sid. 5/12."""
    for match in _PAGE.finditer(text):
        word = "Sidan" if match["word"][0] == "S" else "sidan"
        yield substitution(*match.span(), (word, " ", card(match["a"]), " av ", card(match["b"])), "page")
    for match in _PART.finditer(text):
        if int(match["a"]) <= int(match["b"]):
            yield substitution(match.start("a"), match.end(), (card(match["a"]), " av ", card(match["b"])), "page")


@rule(cue="/")
def grades(text: str) -> Iterable[Substitution]:
    """So many of so many points: betyg 4/5."""
    grades_alone = (m for m in _GRADED.finditer(text) if not _is_share(text, m))
    several = _EACH.finditer(text) if _TOLD.search(text) else ()
    for match in chain(grades_alone, _POINTS.finditer(text), _RIGHT.finditer(text), several):
        if value(match["a"]) <= int(match["b"]):
            wording = (number(match["a"]), " av ", card(match["b"]))
            yield substitution(match.start("a"), match.end(), wording, "grade")


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether only a verb tells of a grade and the whole follows: "får högst 1/10 av beloppet"."""
    return _VERB.match(match["word"]) is not None and _WHOLE.match(text, match.end()) is not None


@rule(cue="/")
def either(text: str) -> Iterable[Substitution]:
    """Two numbers of what is numbered: grupp 1/2."""
    for match in _EITHER.finditer(text):
        yield substitution(match.start("a"), match.end(), (card(match["a"]), ", ", card(match["b"])), "numbers")


@rule(cue="/")
def posts(text: str) -> Iterable[Substitution]:
    """Part of a whole as the first part of a compound: 1/2-tid."""
    for match in _POST.finditer(text):
        part = f"{match['a']}/{match['b']}"
        if part in _PARTS:
            yield substitution(*match.span(), _PARTS[part], "fraction")
        elif match["a"] < match["b"] or match["b"] == "10":
            wording = (card(match["a"], common=True), " ", _NAMES[int(match["b"])], "s")
            yield substitution(*match.span(), wording, "fraction")


@rule(cue="/")
def models(text: str) -> Iterable[Substitution]:
    """The year of a model: m/1685."""
    for match in _MODEL.finditer(text):
        yield substitution(
            *match.span(), ("modell ", anno(match["year"]), f" {match['letter']}" if match["letter"] else ""), "model"
        )


@rule(cue="=)(/", digits=False, amount=True)
def divisions(text: str) -> Iterable[Substitution]:
    """A stroke between two numbers of which a third is the quotient (240 / 8 = 30), or after a bracket: (a + b) / 2."""
    for match in _DIVIDED.finditer(text):
        yield substitution(*match.span(), " delat med ", "sign")
