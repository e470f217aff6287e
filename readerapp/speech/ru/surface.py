"""The displayed text as the rules see it: every character keeps its place, spaces and dashes are of one kind."""

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\v\f"
_TABLE = str.maketrans({**dict.fromkeys(_SPACES, " "), "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "-", "\u2015": "—"})

LETTER = "А-Яа-яЁё"
"""Russian letters, for use inside a character class."""


def flatten(text: str) -> str:
    """`text` with each kind of space as " ", each hyphen and minus as "-"; the length is unchanged."""
    return text.translate(_TABLE)
