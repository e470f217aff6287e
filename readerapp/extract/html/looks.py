"""What tag, class and the presence of attributes tell of an element, found once for all that look alike.

A page repeats its looks, and so do a site's pages: an element costs one look-up, and more only where its look says so.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from .gate import Gate, may_refuse
from .names import by_class, has_own_names
from .styles import Styles
from .vocabulary import BLOCK, Hint

BLOCKS: Final = 1
BREAKS: Final = 2
IMAGES: Final = 3
LINES: Final = 4
"""Kinds of elements for the walk: around lines of text, and within them."""
_SPECIAL: Final = {"br": BREAKS, "img": IMAGES}
_PLACED: Final = frozenset(("footer", "figure"))
"""Elements whose names mean something else by where they stand, or by what they are."""

Key = tuple[str, str, tuple[str, ...]]
"""A tag, a class, and the names of the attributes."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of all elements of one look."""

    tag: str
    """As the outline has it: what leads nowhere is no link."""
    kind: int
    hint: Hint | None
    """What tag and class say of what they hold."""
    asks: bool
    """Whether its id, its role or its place may say more."""
    judged: bool
    """Whether the gate must judge each one."""
    leads: bool
    """Whether it is a link."""
    parted: bool
    """Whether it may stand on lines of its own, though no block by its tag."""


@lru_cache(maxsize=8192)
def look(tag: str, names: str, attributes: tuple[str, ...], off: AbstractSet[str]) -> Look:
    """The look of an element on any page."""
    hint = by_class(tag, names, off)
    leads = tag == "a" and "href" in attributes
    return Look(
        tag="span" if tag == "a" and not leads else tag,
        kind=BLOCKS if tag in BLOCK else _SPECIAL.get(tag, LINES),
        hint=hint,
        asks=has_own_names(tag, attributes, off) or (hint is not None and tag in _PLACED),
        judged=may_refuse(tag, names, attributes),
        leads=leads,
        parted="-" in tag or "style" in attributes,
    )


class Looks(dict[Key, Look]):
    """The looks of one page's elements, with what its style sheets and its publisher do to them."""

    __slots__ = ("_all_judged", "_off", "_styles")

    def __init__(self, off: frozenset[str], styles: Styles, gate: Gate) -> None:
        """Begin with none."""
        super().__init__()
        self._off = off
        self._styles = styles
        self._all_judged = bool(gate.named)

    def __missing__(self, key: Key) -> Look:
        """Find out, and keep it."""
        tag, names, attributes = key
        known = look(tag, names, attributes, self._off)
        judged = known.judged or self._all_judged or self._styles.may_hide(names, attributes)
        parted = known.parted or self._styles.may_part(names, attributes)
        if (judged, parted) != (known.judged, known.parted):
            known = replace(known, judged=judged, parted=parted)
        self[key] = known
        return known
