"""Reads what numbers are left: ranges, codes with letters, versions, and any other digits."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_common, counts_something
from ..shapes import AMOUNT, WHOLE, amount, held, number, plain, substitution
from ..shapes import between as between_ends
from ..tokens import Wording, anno, card, linked, spell
from .acronyms import letters

_VERSION: Final = re.compile(r"(?<![\w.,])(?:\d{1,6}\.){1,4}\d{1,6}(?![\w]|\.\d|,\d)(?P<letter> ?[a-h](?=[ ,.)]|$))?")
_LABELLED_VERSION: Final = re.compile(
    r"(?<![\w.])(?:[Vv]\.? ?|[Vv]ers?\. ?)(?P<no>\d{1,3}(?:\.\d{1,5}){1,4})(?![\w-]|[.,/:]\d)"
)
_POINTED_RANGE: Final = re.compile(r"(?<![\w.,/-])(\d{1,3})\.([1-9])[-–](\d{1,3})\.([1-9])(?![\w/-]|[.,]\d)")
_RANGE_OF_THOUSANDS: Final = re.compile(
    r"(?<![\w.,/-])(?P<a>[1-9]\d{0,2}(?:\.\d{3}){1,3}) ?[-–] ?(?P<b>[1-9]\d{0,2}(?:\.\d{3}){1,3})(?![\w-]|[.,]\d)"
)
_LETTERED_YEAR: Final = re.compile(r"((?:19|20)\d\d)([a-e])")
_CLASSES: Final = re.compile(r"(?<![\w-])([A-ZÅÄÖ])([1-9]\d)[-–]([1-9]\d)(?![\w-]|[.,]\d)")
_LISTED: Final = re.compile(r"(?<![\w.])([A-ZÅÄÖ][a-zåäö]{1,5})([1-9]\d?(?:,[1-9]\d?){1,6})(?!\w|[.,]\d)")
_SHELVED: Final = re.compile(
    r"(?<![\w:.-])(?P<shelf>[A-ZÅÄÖ]{1,2}\d{1,3}|[A-H][IVX]{1,3}|[A-HN-P]):(?P<no>\d{1,3})(?P<part>[a-z]?)(?![\w:]|[.,]\d)"
)
_LETTERED: Final = re.compile(
    r"(?<![\w.])(?P<letter>[A-ZÅÄÖ])(?:\.(?P<no>[1-9]\d?)|(?P<whole>[1-9]\d?)\.(?P<part>\d{1,2}))(?!\w|[.,]\d)"
)
_STOP_INSIDE: Final = re.compile(r"\. (?=[a-zåäö])")
_DECIMAL_LETTER: Final = re.compile(rf"{AMOUNT}(?=[a-zåäö]{{1,2}}(?!\w))")
_MIXED: Final = re.compile(r"(?<!\w)(?=[A-Za-zÅÄÖåäö]{0,8}\d)[A-Za-zÅÄÖåäö\d]{2,20}(?!\w)")
_HYPHENED: Final = re.compile(r"(?<!\w)(?P<letters>[^\W\d_]{2,30})-(?P<number>\d{1,4})(?!\w|-\d|[.,]\d)")
_NUMBERS: Final = re.compile(AMOUNT)
_SERIAL: Final = re.compile(r"(?<![\w,.:/-])(?<!\d )(\d{2,4})[-–](0\d{1,5})(?![\w-]|[.,:]\d)")
_CHAIN: Final = re.compile(r"(?<![\w,.])\d{1,10}(?:[-–/]\d{1,10}){2,6}(?![\w])")
_COURSE: Final = re.compile(r"(?<![\d.,:/])(\d)([a-e]):(\d{1,2})(?![\w:])")
_CREDITS: Final = re.compile(r"(?<=[a-zåäö] )(\d)( ?[-–] ?)(?=\d{2,3} ?(?:p|hp|poäng|yhp)(?!\w))")
_POINTS: Final = re.compile(r"(?<![\w.,:/-])(?!(?:144|240|360|480|576|720)p)(\d{2,3})p(?!\w)")
"""But for how many lines a film has: 720p."""
_STANDARD: Final = re.compile(
    r"\b(?:EN|ISO|IEC|SS|SIS|DIN|ETSI|AFS)(?:[- /](?:EN|ISO|IEC|TS)){0,5} (\d{2,3}(?: \d{2,3}){1,2})(?![\w,]| \d)"
)
_RANGE_OF_GRADES: Final = re.compile(r"(?<!\w)(F|f|åk F) ?[-–] ?(\d)(?!\d)")
_ANY: Final = re.compile(r"\d{1,64}")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_ROUND: Final = ".000"
"""How thousands may end, and no part of a text."""
_OF_MONEY: Final = re.compile(r"(?i:\bkr\b|poäng|kronor|belopp|\beuro|SEK|€|\ue001)")
_PART_WORD: Final = re.compile(
    r"(?i:(?:version|ver\.?|\bv\.?|avsnitt|punkt|kapitel|kap\.?|artikel|bilaga|§|nr\.?|nummer) )$"
)
_JOINED: Final = re.compile(r"(?<![\w,./:])(?<!\d-)(\d{1,9})([/:])(\d{1,9})(?![\w/:]|[.,-]\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DECIMAL_CODE: Final = re.compile(r"(?<!\w)[A-ZÅÄÖ]{1,4}(\d{1,3},\d{1,2})(?!\w)")
_SCALE: Final = re.compile(
    rf"(?i:\b(?:\w{{0,12}}skalan?|lutning(?:en)?|\w{{0,8}}förhållande[nt]?|proportion(?:en|erna)?|utväxling(?:en)?|"
    rf"\w{{0,10}}kvot(?:en)?|\w{{0,8}}spädning(?:en)?|späd\w{{0,2}}|koncentration(?:en)?|blandning(?:en)?|blanda[ds]?|"
    rf"blandade?s?)[:,]? (?:(?:är|på|om|ca|i|blir|max|högst|minst|med|saft|saften|vatten) ){{0,2}})"
    rf"((\d{{1,3}}):({WHOLE}))(?!\w)"
)
_RATIO: Final = re.compile(r"(?<=[a-zåäö] )((\d):([1-9]|[1-9]\d\d|[1-9]\d00|[1-9]0 000))(?![\w:]|[.,-]\d| \d)")
_MAP: Final = re.compile(r"(?<![\w.,:/-])((1):([1-9]\d{0,2}(?: ?\d00|000)|[1-9]\d00))(?![\w:]|[.,-]\d| \d)")
_COMMON: Final = re.compile(r"(?<!\w)[a-zåäö]{2,30} $")
_NO_RATIO: Final = re.compile(
    r"(?i:\b(?:psalm|kapitel|avsnitt|tomt(?:en)?|\w{0,16}fastighet(?:en|er|erna)?|stadsäga|kvarter(?:et)?|vers|tabell|figur|bilaga|fönster|paragraf|kvartal|till|från|artikel|"
    r"punkt|nummer|del|avdelning|kurs) )$"
)
_JOINTS: Final = {"/": "snedstreck", ":": "kolon"}
_SHORT_YEAR: Final = 2
_WHOLE_PERCENT: Final = 100
_ROUND_THE_CLOCK: Final = "24/7"
_REPEATED: Final = re.compile(r"[\d\ue001] (?P<word>[a-zåäö]{2,12})(?P<dash> ?[-–] ?)(?=\d{1,4} (?P=word)(?!\w))")
_BETWEEN: Final = re.compile(
    r"(?<=\ue001) ?[-–−]{1,2} ?(?=\ue001|\ue000{2,6} ?\ue001)|(?<=[a-zåäö]{4})–(?=\ue000{2,8} ?\ue001)"
)
"""Between two amounts, or a word and what is numbered: "förskoleklass–åk 3"."""
_BOTH_ENDS: Final = re.compile(r"(?<!\w)[Mm]ellan (?:(?:ca|cirka|den|klockan) )?\ue001[\ue000\ue001 ]{0,30}$")
_LONGEST_END: Final = 56
_PERIODS: Final = re.compile(
    r" (?:arbets)?(?:dagar|dygn|veckor|månader|timmar|minuter|år|grader|meter|kilo|procent)(?!\w)"
)
_LONGEST_WORD: Final = 9


@rule(cue="vV")
def labelled_versions(text: str) -> Iterable[Substitution]:
    """v. 5.1, v2.0.3: no week has parts."""
    for match in _LABELLED_VERSION.finditer(text):
        wording = linked(" punkt ", map(_code, match["no"].split(".")))
        yield substitution(*match.span(), ("Version " if match[0][0] == "V" else "version ", wording), "version")


@rule(cue=".")
def versions(text: str) -> Iterable[Substitution]:
    """Numbers with stops in them: artikel 6.1 c, 2.4.1, 193.1.89.60."""
    for match in _POINTED_RANGE.finditer(text):
        wording: Wording = linked(
            " till ", ((card(whole), " punkt ", card(part)) for whole, part in (match.group(1, 2), match.group(3, 4)))
        )
        yield substitution(*match.span(), wording, "number with stops")
    for match in _RANGE_OF_THOUSANDS.finditer(text):
        first, last = (part.replace(".", "") for part in match.group("a", "b"))
        if int(first) < int(last):
            yield substitution(*match.span(), (number(first), between_ends(text, match.start()), number(last)), "range")
    of_money = held(_OF_MONEY, text)
    for match in _VERSION.finditer(text):
        if _THOUSANDS.fullmatch(match[0]) and (
            counts_something(text, match.end())
            or (not _is_part(text, match) and (match[0].endswith(_ROUND) or of_money()))
        ):
            yield substitution(*match.span(), number(match[0].replace(".", "")), "number")
            continue
        letter = match["letter"] or ""
        parts = match[0].removesuffix(letter).split(".")
        wording = linked(" punkt ", (spell(part) if part[0] == "0" and len(part) > 1 else card(part) for part in parts))
        end = match.end() + (_STOP_INSIDE.match(text, match.end()) is not None)
        yield substitution(match.start(), end, (wording, f" {letter.strip()}" if letter else ""), "number with stops")


@rule(cue="Ff")
def grades(text: str) -> Iterable[Substitution]:
    """F–3, as schools number their years."""
    for match in _RANGE_OF_GRADES.finditer(text):
        yield substitution(*match.span(), (match[1], " till ", card(match[2])), "school years")


@rule(cue="-")
def hyphened(text: str) -> Iterable[Substitution]:
    """A word and a number with a hyphen: covid-19."""
    for match in _HYPHENED.finditer(text):
        start = match.start("number") - 1
        yield substitution(start, match.end(), (" ", _code(match["number"])), "code")


@rule(cue=",")
def decimal_codes(text: str) -> Iterable[Substitution]:
    """PM2,5."""
    for match in _DECIMAL_CODE.finditer(text):
        yield substitution(*match.span(1), (" ", number(match[1])), "code")


@rule()
def codes(text: str) -> Iterable[Substitution]:
    """Letters and digits together: A4, E20, 12A, H1N1."""
    for match in _MIXED.finditer(text):
        parts = re.findall(r"\d+|\D+", match[0])
        if len(parts) > 1:
            year = _LETTERED_YEAR.fullmatch(match[0])
            if year:
                yield substitution(*match.span(), (anno(year[1]), " ", year[2]), "year")
                continue
            wording = linked(" ", (_code(part) if part.isdecimal() else letters(part) for part in parts))
            yield substitution(*match.span(), wording, "code")


@rule(cue=":", amount=True)
def scales(text: str) -> Iterable[Substitution]:
    """The scale of a map: skala 1:50 000; what else can be no time: "en grupp 1:5"."""
    for match in chain(_SCALE.finditer(text), _RATIO.finditer(text), _MAP.finditer(text)):
        before = text[max(0, match.start() - 32) : match.start()]
        if match.re in {_SCALE, _MAP} or (_COMMON.search(before) and not _NO_RATIO.search(before)):
            yield substitution(*match.span(1), (number(match[2]), " till ", number(match[3])), "scale")


@rule(cue="/:", amount=True)
def joined(text: str) -> Iterable[Substitution]:
    """Two numbers with a stroke or a colon, of which nothing better is known: Kil 1:23."""
    for match in _JOINED.finditer(text):
        first, last = int(match[1]), int(match[3])
        silent = match[0] == _ROUND_THE_CLOCK or first == last or first + last == _WHOLE_PERCENT
        silent = silent or (first + 1 == last and len(match[1]) == len(match[3]) == _SHORT_YEAR)
        joint = "" if silent else _JOINTS[match[2]] + " "
        second = anno(match[3]) if _YEAR.fullmatch(match[3]) else _code(match[3])
        yield substitution(*match.span(), (_code(match[1]), " ", joint, second), "numbers with a stroke")


@rule(cue=":")
def courses(text: str) -> Iterable[Substitution]:
    """The code of a course: Matematik 2b:1."""
    for match in _COURSE.finditer(text):
        before = " " if text[match.start() - 1 : match.start()].isalpha() else ""
        yield substitution(*match.span(), (before, card(match[1]), " ", match[2], " kolon ", card(match[3])), "code")


@rule(cue="-–")
def course_points(text: str) -> Iterable[Substitution]:
    """The number of a course, and its points: Svenska 1 – 100 p."""
    for match in _CREDITS.finditer(text):
        yield substitution(*match.span(), (card(match[1]), ", "), "code")


@rule(cue="p")
def points(text: str) -> Iterable[Substitution]:
    """The points of a course right behind their number: 100p."""
    for match in _POINTS.finditer(text):
        yield substitution(*match.span(), (card(match[1]), " poäng"), "measure")


@rule()
def standards(text: str) -> Iterable[Substitution]:
    """The number of a standard, in its groups: SS-EN 301 549."""
    for match in _STANDARD.finditer(text):
        wording = linked(" ", (spell(part) if part[0] == "0" else card(part) for part in match[1].split()))
        yield substitution(*match.span(1), wording, "standard")


@rule(cue="-–/")
def chains(text: str) -> Iterable[Substitution]:
    """Three or more numbers with hyphens or strokes between them, which are no range."""
    for match in _SERIAL.finditer(text):
        yield substitution(*match.span(), (card(match[1]), " streck ", spell(match[2])), "code")
    for match in _CHAIN.finditer(text):
        yield substitution(*match.span(), linked(", ", (_code(part) for part in re.findall(r"\d+", match[0]))), "code")


@rule(cue="-–−")
def repeated(text: str) -> Iterable[Substitution]:
    """A range that says twice what it counts: 1 år–5 år."""
    for match in _REPEATED.finditer(text):
        yield substitution(*match.span("dash"), " till ", "range")


@rule(cue="-–−", digits=False)
def between(text: str) -> Iterable[Substitution]:
    """A dash between two amounts that have been read."""
    for match in _BETWEEN.finditer(text):
        both = _BOTH_ENDS.search(text, max(0, match.start() - _LONGEST_END), match.start())
        yield substitution(*match.span(), " och " if both else " till ", "range")


@rule(cue=",-–")
def listed(text: str) -> Iterable[Substitution]:
    """Several of a row that bear one name: "Rc1,2 och 4", H17-44."""
    for match in _LISTED.finditer(text):
        wording = linked(", ", (card(number) for number in match[2].split(",")))
        yield substitution(*match.span(), (letters(match[1]), " ", wording), "code")
    for match in _CLASSES.finditer(text):
        if match[2] < match[3]:
            yield substitution(*match.span(), (match[1], " ", card(match[2]), " till ", card(match[3])), "code")


@rule(cue=":")
def shelved(text: str) -> Iterable[Substitution]:
    """What archives number: "arkiv nr A12:3", "Tuna AI:12"."""
    for match in _SHELVED.finditer(text):
        shelf = re.findall(r"\d+|\D", match["shelf"])
        names = linked(" ", (card(part) if part.isdecimal() else part for part in shelf))
        yield substitution(*match.span(), (names, " kolon ", card(match["no"]), f" {match['part']}".rstrip()), "code")


@rule(cue=".")
def lettered(text: str) -> Iterable[Substitution]:
    """A part that has a letter and a number: D.1; a road or a form that has two: E6.20."""
    for match in _LETTERED.finditer(text):
        wording: Wording = card(match["no"]) if match["no"] else (card(match["whole"]), " punkt ", _code(match["part"]))
        yield substitution(*match.span(), (match["letter"], " ", wording), "code")


@rule(cue=",", amount=True)
def decimals_with_letters(text: str) -> Iterable[Substitution]:
    """A decimal number with letters at its end: 11,05w."""
    for match in _DECIMAL_LETTER.finditer(text):
        if "," in match["a"]:
            yield substitution(*match.span(), (amount(match), " "), "number")


@rule(amount=True)
def amounts(text: str) -> Iterable[Substitution]:
    """Whole and decimal numbers with or without a sign, and ranges of them."""
    for match in _NUMBERS.finditer(text):
        common = counts_common(text, match.end())
        falling = match["b"] is not None and _PERIODS.match(text, match.end()) is not None
        yield substitution(*match.span(), amount(match, common=common, falling=falling), "number")


@rule()
def digits(text: str) -> Iterable[Substitution]:
    """Any digit that is left."""
    for match in _ANY.finditer(text):
        before = " " if match.start() and text[match.start() - 1].isalpha() else ""
        after = " " if text[match.end() : match.end() + 1].isalpha() else ""
        yield substitution(*match.span(), (before, _code(match[0]), after), "digits")


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether thousands with a point stand after a word that numbers its parts."""
    return _PART_WORD.search(text[max(0, match.start() - 20) : match.start()]) is not None


def _code(part: str) -> Wording:
    if len(part) > _LONGEST_WORD or (part[0] == "0" and len(part) > 1):
        return spell(part)
    return card(int(plain(part)))
