"""What a stretch of text tells by itself: its words, its links, the sign at its end, the element that it stands in."""

from bisect import bisect_right
from typing import Final

from .outline import Chunk

WORDS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40, 80)
SHARES: Final = (0.001, 0.2, 0.5, 0.9)
_LOOKS: Final = {
    **dict.fromkeys(("p", "blockquote", "pre"), 1),
    "li": 2,
    **dict.fromkeys(("td", "th", "caption"), 3),
    "h1": 4,
    "h2": 5,
    "h3": 6,
    **dict.fromkeys(("h4", "h5", "h6"), 7),
    **dict.fromkeys(("dt", "dd"), 8),
    "figcaption": 9,
    "img": 10,
    **dict.fromkeys(("div", "section", "article", "main", "body"), 11),
    **dict.fromkeys(("label", "button", "legend", "form"), 12),
    "summary": 13,
}
_RIGHTS: Final = ("©", "(c)", "copyright", "all rights reserved")
_ENDS: Final = {**dict.fromkeys(".!?…。！？", 0), ":": 1, ",": 2, ";": 2, **dict.fromkeys('”"»)', 3)}


def own(tag: str, c: Chunk, worth: int) -> list[str | int]:
    """What a chunk tells by itself."""
    look = _LOOKS.get(tag, 0)
    ends = _ENDS.get(c.text[-1], 4)
    begin = c.text[:400].lower()
    return [
        bisect_right(WORDS, c.words),
        bisect_right(SHARES, c.linked / c.words if c.words else 0),
        look,
        ends,
        worth,
        look * 3 + worth,
        bisect_right((3, 6, 12, 24), c.words) * 5 + ends,
        int(c.image),
        int(any(sign in begin for sign in _RIGHTS)),
        int(c.text.isdigit()) + 2 * int(not c.text[0].isalnum() and not any(sign.isalnum() for sign in c.text[:80])),
    ]


def beside(c: Chunk) -> str | int:
    """What a chunk tells of its neighbours."""
    return bisect_right((2, 4, 8, 16, 40), c.words) * 2 + (c.linked > 0.5 * c.words)
