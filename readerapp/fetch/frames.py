"""The frame in which a page shows its text: of a page of frames, or the one frame that is the whole page."""

import re
from html import unescape
from typing import Final

from .tags import LOOKED_AT, attributes, marks, tags

_NAME: Final = re.compile(r"</?([^\s/>]{1,20})")
_HEAD: Final = frozenset(
    "!doctype ?xml html head title meta link base script style noscript noframes template object".split()
)
"""What may stand before the frames; anything else makes the page one with text, as it does for a browser."""
_MAIN: Final = ("main", "content", "text", "body")
"""What the frame with the text is called, if it is called anything telling."""


_MENUS: Final = ("nav", "footer")
"""What may stand beside the only frame of a page: it leads elsewhere, and says nothing of this page."""
_TEXTS: Final = ("articlebody", "shadowrootmode", "<p")
"""Signs that a page holds a text all the same, where no browser without scripts shows it."""
_UNSEEN: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"\shidden(?![\w-])", re.IGNORECASE)
_SMALL: Final = ("0", "1", "0px", "1px")
"""How wide or high a frame is that nobody is meant to see: those count visitors."""


def in_page(page: str) -> str | None:
    """The address of the frame that a page shows its text in, where the page is made of frames or of one alone."""
    begin = page[:LOOKED_AT].lower()
    if "<frameset" in begin:
        return _of_several(page)
    whole = len(page) <= LOOKED_AT and not any(sign in begin for sign in _TEXTS)
    return _alone(page) if whole and "<iframe" in begin else None


def _alone(page: str) -> str | None:
    """The address of the only frame of a page that says nothing itself, menus aside."""
    sources: list[str] = []
    for before, tag in marks(page, _MENUS):
        if unescape(before).strip():
            return None
        if tag[:7].lower() == "<iframe" and (source := _seen(tag)):
            sources.append(source)
    return sources[0] if len(sources) == 1 else None


def _seen(tag: str) -> str:
    """The address that a frame shows, where it is meant to be seen."""
    pairs = attributes(tag)
    small = pairs.get("width") in _SMALL or pairs.get("height") in _SMALL
    if small or _HIDDEN.search(tag) or _UNSEEN.search(pairs.get("style", "")):
        return ""
    source = pairs.get("src", "").strip()
    return "" if source.lower().startswith("about:") else source


def _of_several(page: str) -> str | None:
    """The address of the main frame, where the page is made of frames: by its name, else the last, as menus come first.

    A frame that stands in a page with text of its own is no such frame.
    """
    sources: list[tuple[str, str]] = []
    begun = False
    for tag in tags(page, ""):
        match = _NAME.match(tag)
        name = match[1].lower() if match else ""
        if name == "frameset":
            begun = True
        elif name == "frame" and begun:
            pairs = attributes(tag)
            sources.append((pairs.get("name", "").lower(), pairs.get("src", "").strip()))
        elif not begun and name not in _HEAD:
            return None
    visible = [(name, source) for name, source in sources if source]
    main = [source for name, source in visible if any(word in name for word in _MAIN)]
    return next(iter(main), visible[-1][1] if visible else None)
