"""Pages that send a browser on by themselves: the Refresh header, and `<meta http-equiv="refresh">` in the head."""

import html
import re
from collections.abc import Iterator
from typing import Final

SOON: Final = 30
"""Seconds after which a page may send its reader on and still be no page to read; a ticker's are longer."""
_LOOKED_AT: Final = 50_000
"""Characters of a page: such a tag stands in the head."""
_HIDING: Final = ("script", "style", "noscript", "template", "title", "textarea", "iframe", "xmp")
"""Elements in which it is no tag, or is none for a browser that runs scripts."""
_LONGEST_TAG: Final = 5000
_ATTRIBUTE: Final = re.compile(r"""([^\s"'>/=]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]*)""")
_DELAY: Final = re.compile(r"\s{0,99}(\d{1,9}|(?=\.))(?:\.\d{0,9})?(?:\s{0,9}[;,]|\s)\s{0,99}")
_URL: Final = re.compile(r"url\s{0,99}=\s{0,99}", re.IGNORECASE)


def target(value: str) -> str | None:
    """The address in "0; url=/new", where it comes soon; None for a page that renews itself."""
    delay = _DELAY.match(value[:_LONGEST_TAG])
    if not delay or int(delay[1] or 0) > SOON:
        return None
    rest = value[delay.end() : _LONGEST_TAG]
    rest = rest[match.end() :] if (match := _URL.match(rest)) else rest
    quote = rest[:1] if rest[:1] in {'"', "'"} else ""
    return (rest[1:].partition(quote)[0] if quote else rest).strip() or None


def in_page(page: str) -> str | None:
    """The address that the page's head sends a browser on to, if any."""
    for tag in _metas(page[:_LOOKED_AT]):
        attributes = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(tag)}
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            return target(html.unescape(attributes.get("content", "")))
    return None


def _metas(page: str) -> Iterator[str]:
    """The meta tags, each place of the page looked at once; what is not closed hides the rest."""
    lower, at = page.lower(), 0
    while (at := lower.find("<", at)) >= 0:
        if lower.startswith("<!--", at):
            end = lower.find("-->", at + 4)
        elif name := next((name for name in _HIDING if lower.startswith(f"<{name}", at)), ""):
            end = lower.find(f"</{name}", at)
        elif lower.startswith("<body", at):
            return
        else:
            end = lower.find(">", at)
            if lower.startswith("<meta", at):
                yield page[at : min(end, at + _LONGEST_TAG)]
        if end < 0:
            return
        at = end + 1
