"""Reads results and times of sport: "vann med tre ett", "en timme, två minuter och trettiotre sekunder"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tokens import card, spell

_GOALS: Final = r"(\d{1,2}) ?[-–] ?(\d{1,2})"
_AFTER: Final = r"(?![\w:/%]|[.,]\d| \d| ?[-–] ?\d| (?:kr|år|mål|poäng|spelare|personer|barn|deltagare|km|m|kg)(?!\w))"
_SCORE: Final = re.compile(rf"(?<![\w.,:/–-]){_GOALS}{_AFTER}(?: \({_GOALS}\))?")
_TEAM: Final = r"[A-ZÅÄÖ]\w{1,20}(?: [A-ZÅÄÖ]{2,4})?"
_TEAMS: Final = re.compile(rf"{_TEAM} ?[-–] ?{_TEAM},? $")
_MATCH: Final = re.compile(
    r"(?i:\b(?:vann|vinner|vinst|förlora(?:de|r|t)|förlust|slutade|slutar|spelade|besegra(?:de|r)|seger|segra(?:de|r)|"
    r"matchen|finalen|slog|slår|resultat(?:et)?|ställning(?:en)?|ledde|leder|ledning(?:en)?|utjämna(?:de|r)|kvitterade)"
    r"(?!\w)[^.!?\d]{0,40})$"
)
_REACH: Final = 60
_MINUTES: Final = re.compile(r"(?<![\w.,:/-])(\d{1,2})[.:]([0-5]\d),(\d{1,2})(?![\w:]|[.,]\d| ?(?:kr|%))")
_LONG: Final = re.compile(r"(?<![\w.,:/-])([1-9]):([0-5]\d):([0-5]\d)(?:,(\d{1,2}))?(?![\w:]|[.,]\d)")


@rule(cue="-–", amount=True)
def scores(text: str) -> Iterable[Substitution]:
    """Goals of two teams: "Åsby–Norrby 2–5 (1–3)", "vann med 4–1"."""
    for match in _SCORE.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if match[3] or _TEAMS.search(before) or _MATCH.search(before):
            halves = f", {card(match[3])} {card(match[4])}" if match[3] else ""
            yield substitution(*match.span(), f"{card(match[1])} {card(match[2])}{halves}", "score")


@rule(cue=",", amount=True)
def minutes(text: str) -> Iterable[Substitution]:
    """Minutes and seconds with decimals: 1.58,43."""
    for match in _MINUTES.finditer(text):
        seconds = spell(match[2]) if match[2][0] == "0" else card(match[2])
        parts = spell(match[3]) if match[3][0] == "0" else card(match[3])
        yield substitution(*match.span(), f"{card(int(match[1]))} {seconds} komma {parts}", "sports time")


@rule(cue=":", amount=True)
def hours(text: str) -> Iterable[Substitution]:
    """Hours, minutes and seconds that are no time of day: 2:14:09."""
    for match in _LONG.finditer(text):
        said = ", ".join(_counted(int(match[n]), one) for n, one in ((1, "timme"), (2, "minut")) if int(match[n]))
        decimals = f" komma {card(match[4])}" if match[4] else ""
        seconds = int(match[3])
        unit = "sekund" if seconds == 1 and not decimals else "sekunder"
        yield substitution(*match.span(), f"{said} och {card(seconds, common=True)}{decimals} {unit}", "sports time")


def _counted(count: int, one: str) -> str:
    return f"{card(count, common=True)} {one if count == 1 else 'timmar' if one == 'timme' else one + 'er'}"
