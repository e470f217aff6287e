"""Reads weekdays and weeks: "måndag till fredag", "vecka fyrtiotvå"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..shapes import between, halting, held, substitution
from ..small_words import small_words
from ..tables.calendar import TWO_LETTERS, WEEKDAYS, WEEKDAYS_THAT_ARE_WORDS
from ..tokens import Wording, card

_WEEKDAYS: Final = frozenset(WEEKDAYS)
_SHORT_NAMES: Final = frozenset(TWO_LETTERS)
_NAME: Final = rf"(?i:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})(?!\w)"
_RANGE: Final = re.compile(rf"(?<!\w)({_NAME})\.?( ?[-–] ?|, ?| och | o | & |/| t\.o\.m\. | samt )(?=({_NAME}))")
_LAST: Final = re.compile(rf"(?<!\w)({_NAME})")
_SHORT: Final = re.compile(r"(?<![\w/])(?i:månd?|tisd?|onsd?|torsd?|tor|fred?|lörd?|sönd?)(?!\w)")
_BEFORE_TIME: Final = re.compile(r"[.:]? ?(?:kl|\d|den |\ue001|v\.? ?\d)")
_WEEK: Final = re.compile(
    r"(?<![\w/])[Vv]\.? ?(\d{1,2})(?!\d|[:/]\d|,\d| ?[%‰§]| kap| mandat| ledam| röster| procent)"
    r"((?: ?[-–] ?|, ?| och | samt )\d{1,2}(?![\d/]|:\d))?(( och |, )\d{1,2}(?![\d/]|:\d))?"
)
_LAST_WEEK: Final = 53
_IN_A_MONTH: Final = re.compile(r"(?<!\w)i mån\b(?P<stop>\.?)(?= *+$|[,;)]| (?:kl|kring|och|samt|på|\d|\ue001))")
_TWO_LETTERS: Final = "|".join(TWO_LETTERS)
_SHORTEST: Final = re.compile(rf"(?<![\w-])({_TWO_LETTERS})\.? ?[-–] ?({_TWO_LETTERS})(?![\w-])", re.IGNORECASE)
_BEFORE_NUMBER: Final = re.compile(r"(?<![\w-])(?i:(må|lö|sö))\.? (?=\d|\ue001|kl|stängt|öppet)")
_LISTED: Final = re.compile(r"(?:^|(?<=[,;\n] )|(?<=[,;\n]))(?i:(ti|on|to|fr))\.?(?= (?:\d|\ue001|kl|stängt|öppet))")
_OPEN_HOURS: Final = re.compile(
    r"(?:^|(?<=[,;:\n(] )|(?<=\n))(?i:(ti|on|to|fr))\.?"
    r"(?= (?:[01]?\d|2[0-4])(?:[.:]\d\d)? ?[-–] ?(?:[01]?\d|2[0-4])(?:[.:]\d\d)?"
    r"(?: ?[,;)&\n]|\.? *$| och [A-ZÅÄÖa-zåäö]{2} \d))|"
    r"(?<![\w-])(?<!\ue001 )(?i:(ti|on|to))\.?(?= \ue001| och (?i:on|to|fr|lö|sö)\.? \ue001)"
)
"""Days that hours of opening, or a time of day, tell from the words that are written alike."""
_NAMED_WEEK: Final = re.compile(
    r"(?i:\b(?:(?P<many>jämna|ojämna|udda)|nästa|denna|förra|varje|varannan) )(?P<week>v)(?!\w)"
)
_OTHER_DAY: Final = re.compile(r"(?<![\w/])(?i:tis|ons|tors|fre|lör|sön)(?!\w)")
_LIST_START: Final = re.compile(r"(?:^|[:;,(/\n] ?)$")
_COUNTED_DAY: Final = re.compile(
    r"(?i:(?P<every>\bvar )?(?:(?<!\d)\d{1,2}:[ae]|första|andra|tredje|fjärde|sista) |(?:varje|varannan) )$"
)
_MONTHS: Final = re.compile(r"(?<![Vv] )(?<![Vv]\. )(?<!ecka )(?<![\d.:/-])\d{1,2} ?$|[-–] ?\d{1,2} ?$")
"""A number before "mån" counts months, unless it is a week's."""
_TWO_LETTER_LIST: Final = re.compile(
    rf"(?<![\w-])(?i:{_TWO_LETTERS})(?:(?:, ?| och | o\.? | & |/)(?i:{_TWO_LETTERS})){{1,6}}(?=\.?:? ?(?:kl|\d|"
    rf"\ue001))|"
    rf"(?<![\w-])(?i:må)(?:(?:, ?| och | o\.? | & |/)(?i:{_TWO_LETTERS})){{1,6}}(?=[.;)]|$)"
)
_TWO_LETTER_DAY: Final = re.compile(rf"(?i:{_TWO_LETTERS})(?!\w)")
_LETTERS: Final = {
    "M": "måndag", "T": "torsdag", "F": "fredag", "L": "lördag", "S": "söndag"
}  # fmt: skip
_TWO_LETTERS_OF_DAYS: Final = re.compile("[MLF] ?[-–] ?[TFLS]")
"""A quick look."""
_OF_LETTERS: Final = re.compile(
    r"(?<![\w-])(M|L|F) ?[-–] ?(T|F|L|S)(?=:? (?:kl\b|(?:[01]?\d|2[0-4])(?:[.:]\d\d)? ?[-–]))|"
    r"(?:(?<=går )|(?<=kör )|(?<=gäller )|(?<=öppet )|(?<=dagar )|(?<=trafikeras ))(M)[-–](T|F|L|S)(?![\w-])"
)
_OPENING: Final = re.compile(r"(?i:\b(?:utom|varje|stängt|öppet) )$")


@rule(digits=False, amount=True)
def weekday_lists(text: str) -> Iterable[Substitution]:
    """mån–fre, "lör, sön", tis & tors."""
    if _WEEKDAYS.isdisjoint(small_words(text)):
        return
    at = 0
    while (match := _RANGE.search(text, at)) is not None:
        names = [match[1]]
        joints = [match[2]]
        at = match.end()
        while (more := _RANGE.match(text, at)) is not None:
            names.append(more[1])
            joints.append(more[2])
            at = more.end()
        last = _LAST.match(text, at)
        if last is None:
            continue
        names.append(last[1])
        at = last.end()
        if all(name.lower() == WEEKDAYS[name.lower()] for name in names) and not any(
            "-" in j or "–" in j for j in joints
        ):
            continue
        wording = WEEKDAYS[names[0].lower()]
        till = between(text, match.start())
        for joint, name in zip(joints, names[1:], strict=True):
            wording += _joint(joint, till) + WEEKDAYS[name.lower()]
        yield substitution(match.start(), halting(text, at), wording, "weekdays")


@rule(digits=False, amount=True)
def weekdays(text: str) -> Iterable[Substitution]:
    """One short weekday: "tors 10 maj", "mån 8–16"."""
    if _WEEKDAYS.isdisjoint(small_words(text)):
        return
    others = held(_OTHER_DAY, text)
    for match in _SHORT.finditer(text):
        name = match[0].lower()
        before = text[max(0, match.start() - 12) : match.start()]
        count = _COUNTED_DAY.search(before)
        time_after = _BEFORE_TIME.match(text, match.end()) or _OPENING.search(before)
        in_list = _LIST_START.search(before) is not None and others()
        full_stop = count is not None and text.startswith(".", match.end())
        if name == "mån" and _MONTHS.search(before):
            continue
        if name in WEEKDAYS_THAT_ARE_WORDS and not (time_after or in_list or full_stop):
            continue
        wording = WEEKDAYS[name]
        if count and name == "mån" and count["every"]:
            wording = "månad"
        elif count and not count[0].lower().startswith("var"):
            wording += "en"
        yield substitution(match.start(), halting(text, match.end()), wording, "weekday")


@rule(cue="-–", digits=False, amount=True)
def of_letters(text: str) -> Iterable[Substitution]:
    """One letter a day before hours: M–F 8–17, L-S 10–14."""
    for match in _OF_LETTERS.finditer(text) if _TWO_LETTERS_OF_DAYS.search(text) else ():
        yield substitution(
            *match.span(), f"{_LETTERS[match[1] or match[3]]} till {_LETTERS[match[2] or match[4]]}", "weekdays"
        )


@rule(cue=",&/", digits=False, amount=True)
def short_lists(text: str) -> Iterable[Substitution]:
    """The shortest days in a row: "må, ti, to kl 8"."""
    for row in () if _SHORT_NAMES.isdisjoint(small_words(text)) else _TWO_LETTER_LIST.finditer(text):
        for day in _TWO_LETTER_DAY.finditer(text, row.start(), row.end()):
            stroke = text[day.end() : day.end() + 1] == "/"
            wording = TWO_LETTERS[day[0].lower()] + (", " if stroke else "")
            yield substitution(day.start(), day.end() + stroke, wording, "weekday")


@rule(digits=False, amount=True)
def shortest(text: str) -> Iterable[Substitution]:
    """må–fr, lö 10–14."""
    if _SHORT_NAMES.isdisjoint(small_words(text)):
        return
    sure = False
    for match in _SHORTEST.finditer(text):
        sure = True
        first, second = (TWO_LETTERS[name.lower()] for name in match.groups())
        yield substitution(match.start(), halting(text, match.end()), f"{first} till {second}", "weekdays")
    for match in _BEFORE_NUMBER.finditer(text):
        sure = True
        yield substitution(match.start(), match.end(), TWO_LETTERS[match[1].lower()] + " ", "weekday")
    for match in (_LISTED if sure else _OPEN_HOURS).finditer(text):
        start, end = match.span(match.lastindex or 0)
        yield substitution(start, halting(text, end), TWO_LETTERS[text[start:end].lower()], "weekday")


@rule(cue="v", digits=False)
def named_weeks(text: str) -> Iterable[Substitution]:
    """jämna v., nästa v."""
    for match in _NAMED_WEEK.finditer(text):
        wording = "veckor" if match["many"] else "vecka"
        yield substitution(match.start("week"), halting(text, match.end()), wording, "week")


@rule(cue="vV", amount=True)
def weeks(text: str) -> Iterable[Substitution]:
    """v. 42, v 23–25, v. 8 och 10."""
    for match in _WEEK.finditer(text):
        if int(match[1]) > _LAST_WEEK:
            continue
        wording: Wording = ("vecka ", card(int(match[1])))
        for tail in (match[2], match[3]):
            if tail:
                number = re.findall(r"\d+", tail)[0]
                wording = (wording, _joint(tail[: tail.index(number)], between(text, match.start())), card(int(number)))
        yield substitution(*match.span(), wording, "week")


def _joint(joint: str, till: str) -> str:
    word = joint.strip()
    if word in {"-", "–"}:
        return till
    if word == "t.o.m.":
        return " till och med "
    return ", " if word == "," else " och " if word in {"&", "/", "o"} else f" {word} "


@rule(cue="m", digits=False)
def in_a_month(text: str) -> Iterable[Substitution]:
    """Sista torsdagen i mån.: how often, and no Monday; "i mån av tid" is another word."""
    for match in _IN_A_MONTH.finditer(text) if "i mån" in text else ():
        end = match.end() - (1 if match["stop"] and at_end(text, match.end()) else 0)
        yield substitution(match.start(), end, "i månaden", "month")
