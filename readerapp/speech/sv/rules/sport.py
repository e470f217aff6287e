"""Reads results and times of sport: "vann med tre ett", "en timme, två minuter och trettiotre sekunder"."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, held, substitution
from ..tokens import Wording, card, linked, spell

_GOALS: Final = r"(\d{1,2}) ?[-–] ?(\d{1,2})"
_AFTER: Final = r"(?![\w:/%]|[.,]\d| \d| ?[-–] ?\d| (?:kr|år|mål|poäng|spelare|personer|barn|deltagare|km|m|kg)(?!\w))"
_SCORE: Final = re.compile(
    rf"(?<![\w.,:/–-]){_GOALS}{_AFTER}(?: (?P<halves>\((?:{_GOALS}[,;] ){{0,5}}{_GOALS}\)))?"
    rf"(?P<sets>(?:, {_GOALS}(?: \({_GOALS}\))?(?!\d)){{1,4}})?"
)
_PAIR: Final = re.compile(_GOALS)
_TEAM: Final = r"(?:[A-ZÅÄÖ]{1,5} )?[A-ZÅÄÖ]\w{1,20}(?: [A-ZÅÄÖ]\w{1,20}){0,2}"
_TEAMS: Final = re.compile(rf"{_TEAM} ?[-–] ?{_TEAM},? $")
_SCORER: Final = re.compile(
    r"(?<![\w.,:/–-])(\d{1,2})[-–](\d{1,2})(?=:? \(?(?:[A-ZÅÄÖ][\w.'-]{0,20} ){1,3}\((?:\d{1,3}|\ue000))"
)
_GOAL: Final = re.compile(
    r"(?<![\w.,:/–-])(\d{1,2})[-–](\d{1,2})(?=-(?:mål|match|seger|ledning|förlust|vinst|resultat|kvittering|reducering|puck|boll|kryss|vändning))"
)
_MATCH: Final = re.compile(
    r"(?i:\b(?:vann|vinner|vinst|förlora(?:de|r|t)|förlust|slutade|slutar|spelade|besegra(?:de|r)|seger|segra(?:de|r)|"
    r"matchen|finalen|slog|slår|resultat(?:et)?|"
    r"slutresultat(?:et)?|siffrorna|oavgjort|kryss(?:ade)?|kvittering(?:en)?|set(?:en|et)?|mål till|rösterna föll|"
    r"omröstningen|ställning(?:en)?|ledde|leder|ledning(?:en)?|"
    r"utjämna(?:de|r)|kvittera(?:de|r)|reducera(?:de|r)|utöka(?:de|r)|matchserien|satte|nickade in|gjorde)"
    r"(?!\w)[^.!?\d]{0,40})$"
)
_REACH: Final = 60
_OPEN: Final = re.compile(
    r"(?i:\bkl\b|\bmax \d|\böppe[tn]|\böppettid|\btim\b|parkering|\bp-(?:skiva|tid|avgift|plats)|vardag|helgd|\bavgift|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag\w{0,3})?\b)"
)
"""Where hours of opening are told, with those of Saturdays in brackets."""
_RANKED: Final = re.compile(r"(?:^|[ :;,])\d{1,2}[.)] [A-ZÅÄÖ][^\d]{1,30}$")
_MINUTES: Final = re.compile(
    r"(?<![\w.,:/-])(\d{1,2})(?:[.:]([0-5]\d),|:([0-5]\d)\.)(\d{1,2})(?=w(?!\w)|(?!\w))(?!:|[.,]\d| ?(?:kr|%))"
)
_FIELD: Final = re.compile(
    r"(?i:(?<!\w)(?:kul(?:a|an|stötning\w*)|diskus|spjut|slägga|längdhopp|höjdhopp|stav(?:hopp)?|tresteg|"
    r"i (?:längd|höjd|kula)|stöten)(?!\w))"
)
_LENGTHS: Final = re.compile(r"(?<![\w.,:/-])(\d{1,2})\.(\d\d)(?![\w:]|[.,]\d| ?[-–]|–)")
_HUNDREDTHS: Final = re.compile(r"(?<![\w.,:/-])([1-9]|[1-5]\d)\.([0-5]\d)\.(\d\d)(?![\w:]|[.,]\d)")
_DISTANCE: Final = re.compile(r"(?<![\w,.])(?:[1-9]|10|[1-3] ?)\d?00 ?m(?:eter)?(?!\w)|[×x]\d{3,4}")
_STOPPED: Final = re.compile(r"(?<![\w.,:/-])([1-9])\.([0-5]\d)\.([0-5]\d)(?:,(\d{1,2}))?(?![\w:]|[.,]\d)")
_RACE: Final = re.compile(
    r"(?i:\b(?:\w{0,12}tid(?:en|er|erna)?|\w{0,12}rekord(?:et)?|\w{0,8}lopp(?:et)?|\w{0,4}maraton\w{0,4}|milen|maran|"
    r"vann|vanns|avgjordes|vinner|"
    r"segra(?:de|r)|sprang|gick i mål|åkte)"
    r"(?!\w)[^.!?\d]{0,30}(?:\d{1,5} k?m(?:eter)?(?!\w)[^.!?\d]{0,16})?)$"
)
_LONG: Final = re.compile(r"(?<![\w.,:/-])([1-9]|00?):([0-5]\d):([0-5]\d)(?:,(\d{1,2}))?(?![\w:]|[.,]\d)")
_LASTING: Final = re.compile(r"(?<![\w.,:/-])(0[1-9]):([0-5]\d):([0-5]\d)(?:,(\d{1,2}))?(?![\w:]|[.,]\d)")
_LENGTH: Final = re.compile(
    r"(?i:(?<!\w)(?:\w{0,12}längd(?:en)?|varaktighet(?:en)?|speltid(?:en)?|tidsåtgång(?:en)?|\w{0,10}film(?:en)?|"
    r"klipp(?:et)?|inspelning(?:en)?|podd\w{0,8}|avsnitt(?:et)?|\w{0,8}lopp(?:et)?|sluttid(?:en)?|"
    r"video(?:n)?|ljudfil(?:en)?|segertid(?:en)?)(?!\w)[^.!?\d]{0,30})$"
)
_OVER_A_DAY: Final = re.compile(r"(?<![\w.,:/-])(2[5-9]|[3-5]\d)[.:]([0-5]\d)(?![\w:]|[.,]\d| ?(?:kr\b|%|€|:-))")
"""Minutes and seconds: no clock has so many hours."""
_RACED: Final = re.compile(r" \((?:\d{1,2}(?:,\d{1,2})?|½|1/2|halv|hel) ?(?:km|mil|mara)")
"""The length of a race, behind its time."""
_COUNTED: Final = re.compile(r"(?<![\w.,:/-])(\d{1,3}):([0-5]\d) ?min(?:uter)?(?!\w)")
_ON_THE_CLOCK: Final = re.compile(r"(?i:\bkl\.? |klockan |\ue001,? )$")


@rule(cue="-–", amount=True)
def scores(text: str) -> Iterable[Substitution]:
    """Goals of two teams: "Åsby–Norrby 2–5 (1–3)", "vann med 4–1"."""
    opening = held(_OPEN, text)
    for match in _SCORE.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        pairs = [(int(pair[1]), int(pair[2])) for pair in _PAIR.finditer(match[0])]
        if match["halves"] and all(first < second for first, second in pairs) and opening():
            continue
        falls = match["sets"] and any(first > second for first, second in pairs)
        if match["halves"] or falls or _TEAMS.search(before) or _MATCH.search(before):
            wording = linked(", ", ((card(first), " ", card(second)) for first, second in pairs))
            yield substitution(*match.span(), wording, "score")


@rule(cue="-–", amount=True)
def goals(text: str) -> Iterable[Substitution]:
    """A goal with its scorer and minute, "1–2 Alm (67)", and the first part of a compound: "sitt 2–2-mål"."""
    for match in chain(_SCORER.finditer(text), _GOAL.finditer(text)):
        yield substitution(*match.span(), (card(match[1]), " ", card(match[2])), "score")


@rule(cue=".", amount=True)
def lengths(text: str) -> Iterable[Substitution]:
    """Metres of jumps and throws, with a point as the lists of results have it: "kula med 18.21"."""
    for match in _LENGTHS.finditer(text) if _FIELD.search(text) else ():
        parts = spell(match[2]) if match[2][0] == "0" else card(match[2])
        yield substitution(*match.span(), (card(match[1]), " komma ", parts), "sports length")


@rule(cue=",.", amount=True)
def minutes(text: str) -> Iterable[Substitution]:
    """Minutes and seconds with decimals: 1.58,43."""
    for match in _MINUTES.finditer(text):
        yield substitution(*match.span(), _short(match[1], match[2] or match[3], match[4]), "sports time")


@rule(cue=":", amount=True)
def hours(text: str) -> Iterable[Substitution]:
    """Hours, minutes and seconds that are no time of day: 2:14:09."""
    for match in _LONG.finditer(text):
        if not match[1].startswith("0") or not _ON_THE_CLOCK.search(text, max(0, match.start() - 8), match.start()):
            yield substitution(*match.span(), _length(match), "sports time")
    for match in _LASTING.finditer(text):
        if _LENGTH.search(text, max(0, match.start() - _REACH), match.start()):
            yield substitution(*match.span(), _length(match), "sports time")


@rule(cue=":", amount=True)
def counted_minutes(text: str) -> Iterable[Substitution]:
    """Minutes and seconds that say so: 27:14 min."""
    for match in _COUNTED.finditer(text):
        minutes, seconds = int(match[1]), int(match[2])
        parts: list[Wording] = [_counted(minutes, "minut")] if minutes or not seconds else []
        parts += [_counted(seconds, "sekund")] if seconds else []
        yield substitution(match.start(), halting(text, match.end()), linked(" och ", parts), "sports time")


@rule(cue=".:", amount=True)
def stopped_hours(text: str) -> Iterable[Substitution]:
    """The same with full stops, where a race is told of: "tiden 2.31.07"; minutes and seconds: "milen på 41.23"."""
    distance = held(_DISTANCE, text)
    for match in _STOPPED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if (_RACE.search(before) or _RANKED.search(before)) and not distance():
            yield substitution(*match.span(), _length(match), "sports time")
    for match in _HUNDREDTHS.finditer(text) if distance() else ():
        yield substitution(*match.span(), _short(*match.groups()), "sports time")
    for match in _OVER_A_DAY.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _RACE.search(before) or _RANKED.search(before) or _RACED.match(text, match.end()):
            seconds = spell(match[2]) if match[2][0] == "0" else card(match[2])
            yield substitution(*match.span(), (card(match[1]), " ", seconds), "sports time")


def _short(minutes: str, seconds: str, parts: str) -> Wording:
    """Minutes, seconds and parts of one: "tre trettioåtta komma tjugotvå"."""
    words = [spell(part) if part[0] == "0" else card(part) for part in (seconds, parts)]
    return (card(int(minutes)), " ", words[0], " komma ", words[1])


def _length(match: re.Match[str]) -> Wording:
    wording = linked(", ", (_counted(int(match[n]), one) for n, one in ((1, "timme"), (2, "minut")) if int(match[n])))
    decimals = (" komma ", card(match[4])) if match[4] else ""
    seconds = int(match[3])
    unit = "sekund" if seconds == 1 and not decimals else "sekunder"
    if wording and not seconds and not decimals:
        return wording
    return ((wording, " och ") if wording else "", card(seconds, common=True), decimals, " ", unit)


def _counted(count: int, one: str) -> Wording:
    return (card(count, common=True), " ", one if count == 1 else "timmar" if one == "timme" else one + "er")
