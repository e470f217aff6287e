"""Tells the line that says where on the site a page is: links one under the other, and last the page's own name."""

import re
from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .vocabulary import MENU

_SIGN: Final = re.compile(r"[»›>→/|\\]")
"""What leads from each to the next."""
_FIRST: Final = 5
_LONGEST: Final = 300
_LABEL: Final = 3
"""Words that may say what the line is."""


def trails(out: Outline, choice: Choice, titles: frozenset[str]) -> dict[Chunk, tuple[str, int]]:
    """What of a page's first lines that are read is such a one, and why it is left out."""
    return {c: (MENU, c.node) for c in choice.kept[:_FIRST] if c.linked and _is_trail(out, c, titles)}


def _is_trail(out: Outline, c: Chunk, titles: frozenset[str]) -> bool:
    """Whether a line is such a one: its last part is the headline, and all else but a label is in links."""
    if len(c.text) > _LONGEST:
        return False
    *above, last = _SIGN.split(c.text)
    if not above or last.strip().casefold() not in titles:
        return False
    plain = "".join([text for text, around in c.pieces if not any(out.tags[n] == "a" for n in around)])
    return len(_SIGN.sub(" ", plain).split()) <= _LABEL + len(last.split())
