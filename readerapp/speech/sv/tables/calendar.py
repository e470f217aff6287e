"""Months and weekdays as they are written."""

from typing import Final

MONTHS: Final = ("januari februari mars april maj juni juli augusti september oktober november december").split()
"""In order, from January."""

MONTH_NAMES: Final = {name: name for name in MONTHS} | {
    "jan": "januari", "feb": "februari", "febr": "februari", "mar": "mars", "apr": "april", "jun": "juni",
    "jul": "juli", "aug": "augusti", "sept": "september", "sep": "september", "okt": "oktober", "nov": "november",
    "dec": "december",
}  # fmt: skip
"""Full name of every spelling."""

WEEKDAYS: Final = {
    "måndag": "måndag", "tisdag": "tisdag", "onsdag": "onsdag", "torsdag": "torsdag", "fredag": "fredag",
    "lördag": "lördag", "söndag": "söndag", "mån": "måndag", "tis": "tisdag", "ons": "onsdag", "tors": "torsdag",
    "tor": "torsdag", "fre": "fredag", "lör": "lördag", "sön": "söndag", "månd": "måndag", "tisd": "tisdag",
    "onsd": "onsdag", "torsd": "torsdag", "fred": "fredag", "lörd": "lördag", "sönd": "söndag",
}  # fmt: skip
"""Full name of every spelling."""

TWO_LETTERS: Final = dict(
    zip(("må", "ti", "on", "to", "fr", "lö", "sö"), tuple(dict.fromkeys(WEEKDAYS.values())), strict=True)
)
"""Spellings that are read in a range only: "må–fr"."""

WEEKDAYS_THAT_ARE_WORDS: Final = frozenset({"mån", "tor", "fred"})
"""Short forms that also mean something else, read as weekdays only in a list or a range."""
