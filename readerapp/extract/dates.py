"""Reads dates as Swedish, Russian and English pages write them."""

import re
from datetime import date, datetime
from typing import Final

_MONTHS: Final = {
    stem: number
    for number, stems in enumerate(
        (
            "jan янв",
            "feb фев",
            "mar мар",
            "apr апр",
            "maj may мая май",
            "jun июн",
            "jul июл",
            "aug авг",
            "sep сен",
            "okt oct окт",
            "nov ноя",
            "dec дек",
        ),
        1,
    )
    for stem in stems.split()
}
_NAME: Final = r"(?P<month>[A-Za-zА-Яа-яёЁ]{3,9})\.?"
_TIME: Final = r"(?:[\sT,]{1,3}(?:kl\.?\s?|klockan\s|at\s|в\s)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?"
_PATTERNS: Final = tuple(
    re.compile(pattern + _TIME)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})",
        rf"\b(?P<day>\d{{1,2}})(?:\.|:e|st|nd|rd|th)? {_NAME},? (?P<year>\d{{4}})(?:\s?г\.?)?",
        rf"\b{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        r"\b(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})",
    )
)


_DAY: Final = re.compile(rf"\b\d{{1,2}}(?:\.|:e)? {_NAME}")
_NUMBER: Final = re.compile(r"\d+")
_PAIR: Final = 2


def occasion(text: str) -> bool:
    """Whether a line tells when something happens: a day without a year, and until what day or at what time."""
    days = any(match["month"].lower()[:3] in _MONTHS for match in _DAY.finditer(text))
    return days and len(_NUMBER.findall(text)) >= _PAIR and written(text) is None


def written(text: str) -> str | None:
    """The first date in running text, in ISO 8601, with the time where it is told."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match.groupdict())
            if day:
                at = f"T{int(match['hour']):02}:{match['minute']}" if match["hour"] else ""
                return day + at
    return None


def _day(parts: dict[str, str | None]) -> str | None:
    month = int(parts.get("number") or 0) or _MONTHS.get((parts.get("month") or "").lower()[:3], 0)
    try:
        return date(int(parts["year"] or 0), month, int(parts["day"] or 0)).isoformat()
    except ValueError:
        return None


def claimed(text: str | None) -> str | None:
    """A date from a page's metadata in ISO 8601, as exact as it is given."""
    if not text:
        return None
    try:
        stamp = datetime.fromisoformat(text.strip())
    except ValueError:
        return written(text)
    return text.strip().replace(" ", "T") if stamp.year else None
