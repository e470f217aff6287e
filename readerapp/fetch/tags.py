"""The tags of a page's head, found without making a tree of it: before anybody has said that the page will be read."""

import html
import re
from collections.abc import Iterator
from typing import Final

LOOKED_AT: Final = 50_000
"""Characters of a page: what sends a browser on stands in the head."""
_HIDING: Final = ("script", "style", "noscript", "noframes", "template", "title", "textarea", "iframe", "xmp")
"""Elements in which there are no tags, or none for a browser that runs scripts and shows frames."""
LONGEST: Final = 5000
"""Characters of a tag that count."""
_ATTRIBUTE: Final = re.compile(r"""([^\s"'>/=]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]*)""")


def tags(page: str, *names: str) -> Iterator[str]:
    """The tags that begin with one of these names, each place of the head looked at once.

    What is not closed hides the rest.
    """
    page = page[:LOOKED_AT]
    lower, at = page.replace("İ", "I").lower(), 0  # the one letter that is two in small letters
    begins = tuple(f"<{name}" for name in names)
    while (at := lower.find("<", at)) >= 0:
        if lower.startswith("<!--", at):
            end = lower.find("-->", at + 4)
        elif name := next((name for name in _HIDING if lower.startswith(f"<{name}", at)), ""):
            end = lower.find(f"</{name}", at)
        elif lower.startswith("<body", at):
            return
        else:
            end = lower.find(">", at)
            if lower.startswith(begins, at):
                yield page[at : min(len(page) if end < 0 else end, at + LONGEST)]
        if end < 0:
            return
        at = end + 1


def attributes(tag: str) -> dict[str, str]:
    """What a tag's attributes say, by their names in small letters."""
    return {name.lower(): html.unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag)}
