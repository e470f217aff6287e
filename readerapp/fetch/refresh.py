"""Pages that send a browser on by themselves: the Refresh header, and `<meta http-equiv="refresh">` in the head."""

import re
from typing import Final

from .tags import LONGEST, attributes, tags

SOON: Final = 30
"""Seconds after which a page may send its reader on and still be no page to read; a ticker's are longer."""
_DELAY: Final = re.compile(r"\s{0,99}(\d{1,9}|(?=\.))(?:\.\d{0,9})?(?:\s{0,9}[;,]|\s)\s{0,99}")
_URL: Final = re.compile(r"url\s{0,99}=\s{0,99}", re.IGNORECASE)


def target(value: str) -> str | None:
    """The address in "0; url=/new", where it comes soon; None for a page that renews itself."""
    delay = _DELAY.match(value[:LONGEST])
    if not delay or int(delay[1] or 0) > SOON:
        return None
    rest = value[delay.end() : LONGEST]
    rest = rest[match.end() :] if (match := _URL.match(rest)) else rest
    quote = rest[:1] if rest[:1] in {'"', "'"} else ""
    return (rest[1:].partition(quote)[0] if quote else rest).strip() or None


def in_page(page: str) -> str | None:
    """The address that the page's head sends a browser on to, if any."""
    for tag in tags(page, "meta"):
        pairs = attributes(tag)
        if pairs.get("http-equiv", "").strip().lower() == "refresh":
            return target(pairs.get("content", ""))
    return None
