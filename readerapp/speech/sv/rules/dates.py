"""Reads dates: "den fjärde maj tjugohundrasjutton"."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_something
from ..shapes import between, halting, substitution
from ..small_words import small_words
from ..tables.calendar import MONTH_NAMES, MONTHS, WEEKDAYS
from ..tables.units import UNITS
from ..tokens import Wording, anno, card, nth, rewritten, spell

_MONTH_WORDS: Final = frozenset(MONTH_NAMES)
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?::[ae]|:dje|:de)?"
_NAME: Final = rf"(?i:{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})(?!\w)"
_MONTH: Final = rf"{_NAME}(?:\.(?=[ ,–-])(?! [A-ZÅÄÖ]))?"
_YEAR: Final = r"(?:(?:1[0-9]|20)\d\d(?![\d:]))"
_UPTO: Final = r"(?:t\. ?o\. ?m\.|t o m|tom|till och med|till)"
_WEEKDAY: Final = rf"(?i:(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?:en)?\.? (?=\d|den ))?"
_JOINT: Final = (
    rf"(?: ?[-–] ?{_WEEKDAY}(?:den )?|, ?{_WEEKDAY}| (?:och|eller|samt|respektive|{_UPTO}) {_WEEKDAY}(?:den )?)"
)
_WRITTEN: Final = re.compile(
    rf"(?<![\w,.:/])(?:{_DAY}\.?{_JOINT}){{0,6}}{_DAY}\.? ?{_MONTH}"
    rf"(?:,? {_YEAR}| [-–'](?P<short>\d\d)(?![\w-]))?(?: ?[-–] ?(?:den )?{_DAY} {_MONTH}(?:,? {_YEAR})?)?"
)
_PIECE: Final = re.compile(
    rf"(?P<year>{_YEAR})| [-–'](?P<short>\d\d)$|(?P<day>{_DAY})\.?|(?P<month>{_NAME})\.?|"
    rf"(?P<upto>{_UPTO})(?: den)?(?= \d)|(?P<joint> ?[-–] ?(?:den )?|,? )|(?P<word>[^\W\d]{{1,10}})\.?"
)
_COMPOUND: Final = re.compile(r"-[a-zåäö]")
_ISO: Final = re.compile(r"(?<![\w.,/-])((?:1[6-9]|20)\d\d)([-./])(\d\d)\2(\d\d)(?![\d-])(?:T(?=\d\d:))?")
_DAY_FIRST: Final = re.compile(r"(?<![\w.,/-])(\d{1,2})([-./])(\d{1,2})\2((?:1[6-9]|20)\d\d)(?!\d)")
_PACKED_DATE: Final = r"(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PACKED: Final = re.compile(
    rf"(?i:\b(?:per|dat(?:um|erad|erat|erade)?|den|inkom(?:men|met)?|upprätta[dt]|fastställ[dt]|revidera[dt]|rev|antagen|"
    rf"beslut(?:ad|at|ades)?|uppdatera[dt]|publicera[dt]|undertecknad|senast|fr\.?o\.?m|t\.?o\.?m|from|tom|från|till|protokoll|möte)"
    rf"[.:]{{0,2}} )({_PACKED_DATE})(?:( ?[-–] ?)({_PACKED_DATE}))?(?![\w-]|,\d| \d{{3}}| kr| %)"
)
_PACKED_ALONE: Final = re.compile(
    r"(?<![\w.,/:+-])(?<!\d )(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?![\w:/-]|[.,]\d| \d{2,3}(?!\d)| ?(?:kr|%|€))"
)
_ARTICLE: Final = re.compile(r"(?i:(?<!\w)den? )$")
_LAST_YEAR_OF_THIS_CENTURY: Final = 49
_STROKE: Final = r"(3[01]|[12]\d|0?[1-9])/(1[0-2]|0?[1-9])(?![\d/]|,\d)"
_STROKES: Final = re.compile(
    rf"(?<![\w.,/:-])(?:(?<![Vv]\. )(?<![Vv] )(?<!ecka )(3[01]|[12]\d|0?[1-9])(,(?= )| ?(?:[-–]|och)) ?)?{_STROKE}"
    rf"(?:(?P<stroke> ?[-–']| )(?P<year>(?:1[6-9]|20)?\d\d)"
    rf"(?![\d/:-]|[.,]\d))?"
    rf"(?:(?P<joint> ?[-–] ?| och | t\.o\.m\. | till ){_STROKE}(?:(?:[-–]| )(?P<year2>20\d\d)(?!\d))?)?"
)
DATE_WORD: Final = re.compile(
    r"(?i:(?:\b(?:den|d|till|senast|är|sista|sker|från|efter|före|innan|datum|stängt|stängd|öppet|öppen|med|utom|kring|omkring|runt|uppdaterad|publicerad|fr\.?o\.?m\.?|"
    r"t\.?o\.?m\.?|"
    r"fr o m|t o m|mån|tis|ons|tors?|fre|lör|sön|start(?:ar)?|börjar|slutar|deadline|öppnar|stänger|inkom|infördes|"
    r"ansökan|anmälan|premiär|\w{2,4}s?dag(?:en|ar|s|ens)?|kväll|fram|"
    r"påskdagen|skärtorsdagen)[.:]?|\(|\b1[5-9]\d\d\b)[ ]?)$"
)
_DONE: Final = re.compile(r"(?i:\b\w{3,14}[dt]es )$")
"""What was done says a day with a stroke behind it, but no day with a stop: "noterades 7.5"."""
_WEEK: Final = re.compile(r"\b[Vv](?:ecka|eckor|eckorna|\.)? $")
_FRACTION_OF: Final = re.compile(
    r" (?:av|liter|l|dl|cl|kg|hg|msk|tsk|krm|timme|tim|h|mil|km|m|år|dygn|tjänst|paket|"
    r"(?:per|för varje) (?:påbörjad |hel )?(?:vecka|månad|år|kvartal|dag))(?!\w)"
)
_HOUR: Final = re.compile(r",? ?\(?(?:kl(?:\.|\b)|klockan|\ue001{4}|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?!\w))")
"""An hour or a weekday, which only a day has behind it."""
_TOLD_IN_WORDS: Final = re.compile(r"(?i:(?:delar|del|delen|delars|hälften|majoritet) \()$")
_ORDINARY_DENOMINATORS: Final = range(2, 11)
_ONE_DAY: Final = r"(?:3[01]|[12]\d|[1-9])"
_ALONE: Final = re.compile(
    rf"(?i:\bden )(?P<days>{_ONE_DAY}(?:(?: ?[-–] ?|, | och | eller | samt ){_ONE_DAY}){{0,6}})"
    r"(?!\w|:\S|[.,/–-]\d| ?[%‰°/–-]| \d{3}(?!\d))"
)
_UNITS: Final = "|".join(map(re.escape, sorted({*UNITS, "år", "kronor", "kr", "procent", "första", "sista"})))
_COUNTED: Final = re.compile(rf" (?:{_UNITS}|procentiga?)(?!\w)")
_DIGITS: Final = re.compile(r"\d+")
_ISO_MONTH: Final = re.compile(r"(?<![\w.,/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\w/-]|[.,]\d| \d)")
_MONTH_YEAR: Final = re.compile(rf"(?<!\w)({_MONTH}),? ({_YEAR})")
_SHORT_MONTH: Final = "jan|febr?|apr|aug|sept?|okt|nov|dec"
_MONTH_ALONE: Final = re.compile(
    rf"\b(?:[Ii]|[Ff]rån|[Tt]ill|[Ss]edan|[Uu]nder|[Ss]enast|slutet av|början av|mitten av) "
    rf"(?P<after>{_SHORT_MONTH})(?!\w)|"
    rf"^(?P<whole>(?!Jan$)(?i:{_SHORT_MONTH}))(?=\.?$)"
)
_MONTH_LAST: Final = re.compile(rf"(?:,| o\.?| och| eller| samt) (?P<last>{_SHORT_MONTH})\.(?!\w)")
_MONTH_LISTED: Final = re.compile(
    rf"(?<!\w)(?P<month>{_SHORT_MONTH})\.?"
    rf"(?=(?:, | o\.? | och | eller | samt | resp\.? | respektive | till )(?:{_NAME}|[\ue000\ue001]))"
)
_TO_WEEKDAY: Final = re.compile(
    rf"(?<=\ue001) ?[-–−] ?(?=(?i:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?:en)?\.? (?:den )?\ue001)"
)
_MONTH_RANGE: Final = re.compile(rf"(?<!\w)({_MONTH}) ?[-–] ?({_MONTH})(?!\w)")


@rule(cue="-./", amount=True)
def iso(text: str) -> Iterable[Substitution]:
    """2017-05-04, 2017.05.04."""
    for match in _ISO.finditer(text):
        if _possible(match[4], match[3]):
            wording = (article(text, match.start()), nth(match[4]), " ", month_name(match[3]), " ", anno(match[1]))
            yield substitution(*match.span(), (wording, " " if match[0][-1] == "T" else ""), "date")


@rule(cue="-./", amount=True)
def day_first(text: str) -> Iterable[Substitution]:
    """15.5.2023, 02/01/2000."""
    for match in _DAY_FIRST.finditer(text):
        if _possible(match[1], match[3]):
            wording = (article(text, match.start()), nth(match[1]), " ", month_name(match[3]), " ", anno(match[4]))
            yield substitution(*match.span(), wording, "date")


@rule(amount=True)
def packed(text: str) -> Iterable[Substitution]:
    """Six or eight digits after a word that wants a date: "per 240131", "daterad 20150317"."""
    for match in _PACKED.finditer(text):
        if not counts_something(text, match.end()):
            wording: Wording = (article(text, match.start(1)), _unpacked(match[1]))
            wording = (wording, (" till den ", _unpacked(match[3])) if match[3] else "")
            yield substitution(match.start(1), match.end(), wording, "date")


@rule(amount=True)
def packed_alone(text: str) -> Iterable[Substitution]:
    """Eight digits that nothing else has read and that make a day: 20231201."""
    for match in _PACKED_ALONE.finditer(text):
        if not counts_something(text, match.end()):
            yield substitution(*match.span(), (article(text, match.start()), _unpacked(match[0])), "date")


@rule(amount=True)
def written(text: str) -> Iterable[Substitution]:
    """4 maj 2017, 28-31 oktober, 1 sept–30 nov, 5 och 6 maj."""
    for match in () if _MONTH_WORDS.isdisjoint(small_words(text)) else _WRITTEN.finditer(text):
        den = "" if _COMPOUND.match(text, match.end()) else article(text, match.start())
        joint = between(text, match.start())
        yield substitution(*match.span(), (den, rewritten(match[0], _PIECE, _piece(match[0], joint))), "date")


@rule(cue="/", amount=True)
def with_stroke(text: str) -> Iterable[Substitution]:
    """31/12, 1/6–31/8, 24-26/12 2024, where it cannot be a fraction or a date is expected."""
    for match in _STROKES.finditer(text):
        first, link, day, month, day2, month2 = match.group(1, 2, 3, 4, 8, 9)
        if not _possible(day, month) or not (first or day2 or match["year"] or _expected(text, match, day, month)):
            continue
        den = article(text, match.start())
        wording: Wording = (
            den,
            (nth(first), " och " if link == "och" else ", " if link == "," else " till den ") if first else "",
        )
        wording = (wording, nth(day), " ", month_name(month), _after_stroke(match["year"]))
        if day2:
            joint = (" och " if match["joint"].strip() == "och" else between(text, match.start())) + "den "
            joint = " till och med den " if "t.o.m" in match["joint"] else joint
            wording = (wording, joint, nth(day2), " ", month_name(month2), _after_stroke(match["year2"]))
        yield substitution(*match.span(), wording, "date")


@rule(cue="dD")
def alone(text: str) -> Iterable[Substitution]:
    """The day without its month: "den 25 varje månad", "den 11–13", unless it counts something."""
    for match in _ALONE.finditer(text):
        if not counts_something(text, match.end()) and not _COUNTED.match(text, match.end()):
            days = re.sub(r" ?[-–] ?", " till ", match["days"])
            yield substitution(*match.span("days"), rewritten(days, _DIGITS, lambda day: nth(day[0])), "date")


@rule(cue="-")
def iso_months(text: str) -> Iterable[Substitution]:
    """2024-02, where it cannot be two years."""
    for match in _ISO_MONTH.finditer(text):
        if int(match[2]) <= int(match[1][2:]):
            yield substitution(*match.span(), (month_name(match[2]), " ", anno(match[1])), "date")


@rule(cue="-–−", digits=False)
def month_ranges(text: str) -> Iterable[Substitution]:
    """jan–mars."""
    for match in () if _MONTH_WORDS.isdisjoint(small_words(text)) else _MONTH_RANGE.finditer(text):
        first, second = (MONTH_NAMES[name.lower().rstrip(".")] for name in match.groups())
        yield substitution(*match.span(), first + between(text, match.start()) + second, "months")


@rule(cue="-–−", digits=False)
def weekday_dates(text: str) -> Iterable[Substitution]:
    """A dash between two dates with their weekdays: lördag 4 juli - söndag 5 juli."""
    for match in _TO_WEEKDAY.finditer(text):
        yield substitution(*match.span(), " till ", "date")


@rule(digits=False)
def months_alone(text: str) -> Iterable[Substitution]:
    """A short month without its day: "i okt.", or all of a cell."""
    if _MONTH_WORDS.isdisjoint(small_words(text)):
        return
    for match in _MONTH_ALONE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        name = MONTH_NAMES[text[start:end].lower()]
        yield substitution(start, halting(text, end), name, "month")
    for match in _MONTH_LISTED.finditer(text):
        yield substitution(*match.span(), MONTH_NAMES[match["month"]], "month")


@rule(cue=".", digits=False)
def last_months(text: str) -> Iterable[Substitution]:
    """The last of a list: "mars, sept. och dec."."""
    for match in () if _MONTH_WORDS.isdisjoint(small_words(text)) else _MONTH_LAST.finditer(text):
        start, end = match.span("last")
        yield substitution(start, halting(text, end), MONTH_NAMES[match["last"]], "month")


@rule(amount=True)
def month_years(text: str) -> Iterable[Substitution]:
    """sept. 2023."""
    for match in () if _MONTH_WORDS.isdisjoint(small_words(text)) else _MONTH_YEAR.finditer(text):
        yield substitution(*match.span(), (MONTH_NAMES[match[1].lower().rstrip(".")], " ", anno(match[2])), "date")


def _piece(whole: str, till: str) -> Callable[[re.Match[str]], Wording]:
    """How each piece of a written date is said; `whole` tells what follows a joint."""

    def say(piece: re.Match[str]) -> Wording:
        kind = piece.lastgroup or ""
        if kind == "day" and whole[piece.end() : piece.end() + 1].isalpha():
            return (_SAID[kind](piece[kind]), " ")  # "6dec", as the leaf of a calendar is written
        if kind in _SAID:
            return _SAID[kind](piece[kind])
        day_follows = whole[piece.end() : piece.end() + 1].isdigit()
        if "-" in piece[0] or "–" in piece[0]:
            return till + "den " if day_follows else till
        return piece[0] if day_follows and "," in piece[0] else " "

    return say


def _unpacked(digits: str) -> Wording:
    year = int(digits[:-4])
    if year < 100:
        year += 2000 if year <= _LAST_YEAR_OF_THIS_CENTURY else 1900
    return (nth(digits[-2:]), " ", month_name(digits[-4:-2]), " ", anno(year))


def _expected(text: str, match: re.Match[str], day: str, month: str) -> bool:
    if match[0] == "24/7":  # round the clock, unless the day is named
        return text[max(0, match.start() - 4) : match.start()].lower() == "den "
    if _WEEK.search(text, max(0, match.start() - 8), match.start()) or _FRACTION_OF.match(text, match.end()):
        return False
    if _TOLD_IN_WORDS.search(text, max(0, match.start() - 16), match.start()):
        return False
    if any(word.search(text, max(0, match.start() - 24), match.start()) for word in (DATE_WORD, _DONE)):
        return True
    if _HOUR.match(text, match.end()):
        return True
    return int(day) >= int(month) or int(month) not in _ORDINARY_DENOMINATORS


def _after_stroke(year: str | None) -> Wording:
    if not year:
        return ""
    return (" ", anno(year) if len(year) == len("2024") else _two_digits(year))


def _two_digits(year: str) -> Wording:
    return spell(year) if year[0] == "0" else card(year)


_SAID: Final[dict[str, Callable[[str], Wording]]] = {
    "year": anno,
    "short": lambda year: (" ", _two_digits(year)),
    "day": lambda day: nth(re.split(r"[:.]", day)[0]),
    "month": lambda month: MONTH_NAMES[month.lower().rstrip(".")],
    "upto": lambda word: "till den" if word == "till" else "till och med den",
    "word": lambda word: WEEKDAYS.get(word.lower(), word),
}


def article(text: str, start: int) -> str:
    """What is said before a date that begins at `start`: "den ", unless it stands there."""
    return "" if _ARTICLE.search(text, max(0, start - 5), start) else "den "


def _possible(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= len(MONTHS)


def month_name(number: str | None) -> str:
    """The name of a month by its number."""
    return MONTHS[int(number or "1") - 1]
