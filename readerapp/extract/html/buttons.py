"""Leaves out what is only there to be pressed though it stands amid the text, and unfolds nothing under it.

Its tag or its name is one witness. The other is that the page says the same on several buttons, or that one beside it
turns the other way.
"""

from collections import Counter
from itertools import chain, islice
from typing import Final

from .hiding import heads_fold
from .outline import Chunk, Outline
from .vocabulary import words_in

_UNFOLDING: Final = frozenset(("aria-expanded", "aria-controls", "data-target", "data-bs-target"))
"""What makes a button the heading of a part that it unfolds."""
_LONGEST: Final = 4
"""Words on a button that says nothing of its own."""
_WAYS: Final = ({"prev", "previous"}, {"next"})
_NEAR: Final = 4
"""Elements beside a button among which is the one that turns the other way."""


def is_button(out: Outline, c: Chunk) -> bool:
    """Whether a chunk is a button that unfolds nothing."""
    el = out.elements[c.node]
    return out.tags[c.node] == "button" and _UNFOLDING.isdisjoint(el.keys()) and not heads_fold(el)


def buttons(out: Outline, chunks: list[Chunk]) -> set[Chunk]:
    """Of some chunks the buttons that say the same as others of the page, and those that turn pictures."""
    labels = Counter(c.text for c in out.chunks if out.tags[c.node] == "button")
    return {
        c
        for c in chunks
        if c.words <= _LONGEST
        and not (c.image or c.forced or c.linked or any(map(str.isdigit, c.text)))
        and ((labels[c.text] > 1 and is_button(out, c)) or _turns(out, c))
    }


def _turns(out: Outline, c: Chunk) -> bool:
    """Whether a line is called after one way, and one beside it after the other."""
    own = _names(out.classes[c.node])
    for way, other in (_WAYS, _WAYS[::-1]):
        if not way.isdisjoint(own) and other.isdisjoint(own):
            el = out.elements[c.node]
            beside = chain(islice(el.itersiblings(), _NEAR), islice(el.itersiblings(preceding=True), _NEAR))
            return any(not other.isdisjoint(_names(sibling.get("class"))) for sibling in beside)
    return False


def _names(classes: str | None) -> list[str]:
    return words_in(classes.lower()) if classes else []
