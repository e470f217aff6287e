"""Reads times of day: "klockan åtta till sexton och trettio"."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import between, held, substitution
from ..tokens import Wording, card, linked, rewritten, spell

_HOUR: Final = r"(?:2[0-4]|1\d|0?\d)"
_MINUTES: Final = r"[.:][0-5]\d"
_TIME: Final = rf"{_HOUR}(?:{_MINUTES}(?::[0-5]\d)?)?(?!\d)(?!,\d)"
_PART: Final = r"(?: ?(?P<part>[fe]\.? ?m\b\.?))?"
_SOLID: Final = r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)"
_JOINT: Final = re.compile(r" ?[-–] ?|, | & | (?:till|och|eller|samt) ")
_TIMES: Final = re.compile(r"\d[\d.:]*")
_LABELLED: Final = re.compile(
    rf"(?<!\w)(?:[Kk]l\.?|KL\.?(?! ?\d:)|[Kk]lockan|[Kk]lo) ?(?P<times>(?:{_SOLID}|{_TIME})(?:"
    rf"(?:{_JOINT.pattern})(?:{_SOLID}|{_TIME})){{0,6}}){_PART}"
)
_FULL: Final = rf"{_HOUR}{_MINUTES}(?!\d)"
_RANGE: Final = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<a>{_FULL}) ?[-–] ?(?P<b>{_TIME})|(?P<c>{_HOUR}) ?[-–] ?(?P<d>{_FULL}))(?![.,]?\d)(?! ?"
    rf"(?:kr|%|m\b|km))"
)
_HOURS: Final = re.compile(
    r"(?<![\w.,:/-])(?:0\d ?[-–] ?(?:[01]\d|2[0-4])|(?:1[6-9]|2[0-4]) ?[-–] ?0[1-9])(?![\w:/-]|[.,]\d| \d)"
)
_BARE: Final = re.compile(
    r"(?<![\w.,:/–-])(?P<a>(?:2[0-4]|1\d|0\d|\d)[.:][0-5]\d)(?::(?P<sec>[0-5]\d))?(?!\d|:\d|[.,]\d)(?! ?(?:kr|%|m\b|"
    r"km|miljon|milj))"
)
_LATE: Final = re.compile(
    r"(?i:öppe[tn]|stäng|(?<!\w)kl(?:\.|ockan|(?!\w))|\ue001|natt|nätter|kväll|jour|tyst|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag\w{0,3})?(?!\w))"
)
"""Where the hours of an evening and a night are told; elsewhere "18-03" is the number of something."""
_NOT_A_TIME: Final = re.compile(
    r"(?i:\b(?:avsnitt|version|ver|kapitel|kap|punkt|tabell|figur|bilaga|artikel|art|rubrik|mål|del|paragraf|nr|"
    r"nummer|bil|fig|tab|v|rum|sal|lokal|hus|bord|gate)\.? ?)$"
)
_TRAVEL: Final = re.compile(
    r"(?i:\bavg\b|\bank\b|\bavg(?:år|ick|ång\w{0,3})\b|\bank(?:omst|ommer)|\w{0,10}(?:tåg|buss|färja|båt|flyg)(?:en|et|ar|or)?\b|"
    r"hållplats|tidtabell|turlista|\bsol(?:en|ens)? (?:upp|ned|går)|\bsol(?:upp|ned)gång)"
)
"""Where every number with a stop is likely a time: "Avg. Lund C 6.05"."""
_NEWS: Final = re.compile(r"(?i:(?<!\w)(?:uppdatering|uppdaterad|uppdaterat|publicerad|publicerat|ändrad):? )$")
_PROPERTY: Final = re.compile(r"(?i:fastighet|kvarter|tomt|detaljplan|\bkv\.|\bskala)")
_STATUTE: Final = re.compile(r"(?<!\w)[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,3}[A-ZÅÄÖ] $")
_DATED: Final = re.compile(r"\ue001,? $")
_EVERY_HOUR: Final = re.compile(r"(?<![\w.:])[xX]{1,2}[.:]([0-5]\d)(?![\w:]|[.,]\d)")
_QUARTERS: Final = frozenset({"00", "15", "30", "45"})
_PARTS: Final = {"f": "på förmiddagen", "e": "på eftermiddagen"}


@rule(cue="lL", amount=True)
def labelled(text: str) -> Iterable[Substitution]:
    """kl. 13.30, kl 9–12, klockan 8.00-16.30."""
    for match in _LABELLED.finditer(text):
        till = between(text, match.start())
        times = _JOINT.sub(partial(_joint, till=till), match["times"])
        part = f" {_PARTS[match['part'][0].lower()]}" if match["part"] else ""
        wording = ("klockan ", rewritten(times, _TIMES, lambda time: clock(time[0])), part)
        yield substitution(*match.span(), wording, "time")


@rule(cue=".:", amount=True)
def ranges(text: str) -> Iterable[Substitution]:
    """08.00–16.30 without "kl."."""
    for match in _RANGE.finditer(text):
        if not _numbering(text, match.start()):
            first, second = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
            yield substitution(*match.span(), (clock(first), between(text, match.start()), clock(second)), "time")


@rule(cue="xX", amount=True)
def every_hour(text: str) -> Iterable[Substitution]:
    """The minutes of every hour, as timetables have them: kl. x.05, xx:35."""
    for match in _EVERY_HOUR.finditer(text):
        yield substitution(*match.span(), ("x ", spell(match[1]) if match[1][0] == "0" else card(match[1])), "time")


@rule(cue="0", amount=True)
def hours(text: str) -> Iterable[Substitution]:
    """Full hours of which the first has a nought before it: 08-16."""
    late = held(_LATE, text)
    for match in _HOURS.finditer(text):
        if match[0][0] != "0" and not late():
            continue
        ends = (card(int(hour)) for hour in re.findall(r"\d+", match[0]))
        yield substitution(*match.span(), linked(between(text, match.start()), ends), "time")


@rule(cue=".:", amount=True)
def bare(text: str) -> Iterable[Substitution]:
    """18:30 and 10.15; with one digit for the hour and a full stop only at the quarters (4.2 is a section)."""
    travel = held(_TRAVEL, text)
    for match in _BARE.finditer(text):
        time = match["a"]
        if time[1] == ":" and _STATUTE.search(text, max(0, match.start() - 8), match.start()):
            continue
        if ":" in time and _PROPERTY.search(text, max(0, match.start() - 60), match.start()):
            continue
        if _numbering(text, match.start()):
            continue
        news = _NEWS.search(text, max(0, match.start() - 24), match.start())
        if time[1] == "." and time[-2:] not in _QUARTERS and not (travel() or news):
            continue
        seconds = (" och ", card(int(match["sec"])), " sekunder") if match["sec"] else ""
        label = "klockan " if _DATED.search(text, max(0, match.start() - 3), match.start()) else ""
        yield substitution(*match.span(), (label, clock(time), seconds), "time")


def _joint(match: re.Match[str], till: str) -> str:
    joint = match[0].strip()
    return f" {joint} " if joint.isalpha() else ", " if joint == "," else " och " if joint == "&" else till


def clock(time: str) -> Wording:
    """What is said for a time: full hours without minutes, noughts said before single minutes."""
    if len(time) == len("1630") and time.isdecimal():
        time = f"{time[:2]}.{time[2:]}"
    hour, _, rest = time.replace(":", ".").partition(".")
    minutes, _, seconds = rest.partition(".")
    if seconds not in {"", "00"}:
        return (clock(f"{hour}.{minutes}"), " och ", card(int(seconds)), " sekunder")
    wording = (card(0), " ", card(0)) if hour == "00" else card(int(hour))
    if not minutes or minutes == "00":
        return wording
    return (wording, " ", spell(minutes)) if minutes[0] == "0" else (wording, " och ", card(minutes))


def _numbering(text: str, start: int) -> bool:
    return _NOT_A_TIME.search(text, max(0, start - 16), start) is not None
