"""The frame in which a page of frames shows its text: such a page has none of its own."""

import re
from typing import Final

from .tags import LOOKED_AT, attributes, tags

_NAME: Final = re.compile(r"</?([^\s/>]{1,20})")
_HEAD: Final = frozenset(
    "!doctype ?xml html head title meta link base script style noscript noframes template object".split()
)
"""What may stand before the frames; anything else makes the page one with text, as it does for a browser."""
_MAIN: Final = ("main", "content", "text", "body")
"""What the frame with the text is called, if it is called anything telling."""


def in_page(page: str) -> str | None:
    """The address of the main frame, where the page is made of frames: by its name, else the last, as menus come first.

    A frame that stands in a page with text of its own is no such frame.
    """
    if "<frameset" not in page[:LOOKED_AT].lower():
        return None
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
