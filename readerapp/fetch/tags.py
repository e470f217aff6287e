"""The tags of a page, found without making a tree of it: before anybody has said that the page will be read."""

import html
import re
from collections.abc import Iterator
from typing import Final

LOOKED_AT: Final = 50_000
"""Characters of a page: what sends a browser on stands in the head."""
_HIDING: Final = ("script", "style", "noscript", "noframes", "template", "title", "textarea", "iframe", "xmp")
"""Elements in which there are no tags, or none for a browser that runs scripts and shows frames."""
_HIDES: Final = ("<!--", *(f"<{name}" for name in _HIDING))
LONGEST: Final = 5000
"""Characters of a tag that count."""
_ATTRIBUTE: Final = re.compile(r"""([^\s"'>/=]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]*)""")


def tags(page: str, *names: str) -> Iterator[str]:
    """The tags of the head that begin with one of these names, but for those that hide what they hold."""
    begins = tuple(f"<{name}" for name in names)
    for _, tag in marks(page):
        begin = tag[:20].lower()
        if begin.startswith("<body"):
            return
        if begin.startswith(begins) and not begin.startswith(_HIDES):
            yield tag


def marks(page: str, beside: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Each tag with the text before it, and at last the text behind the last one; each place is looked at once.

    What stands in remarks, in scripts and the like, and in elements that are called as `beside` says, is neither.
    What is not closed hides the rest.
    """
    page = page[:LOOKED_AT]
    lower, at = page.replace("İ", "I").lower(), 0  # the one letter that is two in small letters
    while (begin := lower.find("<", at)) >= 0:
        name = next((name for name in (*_HIDING, *beside) if lower.startswith(name, begin + 1)), "")
        end = lower.find(">", begin)
        yield page[at:begin], page[begin : min(len(page) if end < 0 else end, begin + LONGEST)]
        if lower.startswith("<!--", begin):
            end = lower.find("-->", begin + 4)
        elif name:
            end = lower.find(f"</{name}", begin)
        if end < 0:
            return
        at = lower.find(">", end) + 1
        if not at:
            return
    yield page[at:], ""


def attributes(tag: str) -> dict[str, str]:
    """What a tag's attributes say, by their names in small letters."""
    return {name.lower(): html.unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(tag)}
