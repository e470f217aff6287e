"""The languages that the product speaks, and how their tags are read."""

from typing import Final

SHIPPED: Final = ("sv", "ru", "en")
"""Languages of labels, errors and spoken messages that the product comes with; the first is the default."""

READ: Final = ("sv", "ru", "en")
"""Languages that articles are read in; detection is limited to these."""


def base(tag: str | None) -> str | None:
    """The primary subtag of a BCP 47 tag in lower case, or None: 'sv-SE' and 'SV_se' give 'sv'."""
    if not tag:
        return None
    primary = tag.strip().replace("_", "-").partition("-")[0].lower()
    return primary if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 else None


def readable(tag: str | None) -> str | None:
    """The language of READ that a tag names, or None."""
    primary = base(tag)
    return primary if primary in READ else None
