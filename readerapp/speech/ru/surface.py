"""The displayed text as the rules see it: every character keeps its place, spaces and dashes are of one kind."""

import re
from collections.abc import Iterator

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
_TABLE = str.maketrans(
    {**dict.fromkeys(_SPACES, " "), "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "-", "\u2015": "—"}
)
_LOOKALIKES = str.maketrans("aceopxykABCEHKMOPTX", "асеорхукАВСЕНКМОРТХ")
_LONE = re.compile(r"(?<![^\s(«])[cokayCOKAB](?= [А-Яа-яЁё\d])")

_MINUTES = re.compile(r"(?:(?<=°\d)|(?<=°\d\d)|(?<=° \d)|(?<=° \d\d))['’]")
_SECONDS = re.compile(r"(?:(?<=′\d)|(?<=′\d\d)|(?<=′ \d\d)|(?<=\.\d)|(?<=,\d))[\"”](?=\s?(?:[сюзвNSEWСЮЗВ]|,|$))")

LETTER = "А-Яа-яЁё"
"""Russian letters, for use inside a character class."""


def flatten(text: str) -> str:
    """`text` with each kind of space as " ", each hyphen and minus as "-"; the length is unchanged.

    A line break stays one: nothing is read across it. A lone Latin letter that looks like a Russian
    preposition ("c 2000 года") becomes Russian.
    """
    if "°" in text:
        text = _SECONDS.sub("″", _MINUTES.sub("′", text))
    return _LONE.sub(lambda match: cyrillic(match[0]), text.translate(_TABLE))


def lone_lookalikes(text: str) -> Iterator[tuple[int, str]]:
    """Where a lone Latin letter stands for a Russian word, and that word."""
    for match in _LONE.finditer(text.translate(_TABLE)):
        yield match.start(), cyrillic(match[0])


def cyrillic(text: str) -> str:
    """`text` with each Latin letter that looks Russian made Russian."""
    return text.translate(_LOOKALIKES)
