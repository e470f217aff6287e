"""What an element looks like: what its tag and the presence of attributes tell of it, and what its class does.

Each is found once for all that look alike. A page repeats its looks, and so do a site's pages: an element costs two
look-ups, and more only where one of them says so.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

import msgspec

from .gate import Gate, may_refuse, refuses
from .names import NAMED, TAGS
from .styles import Styles
from .vocabulary import BLOCK, Hint, hint

BLOCKS: Final = 1
BREAKS: Final = 2
IMAGES: Final = 3
LINES: Final = 4
"""Kinds of elements for the walk: around lines of text, and within them."""
_SPECIAL: Final = {"br": BREAKS, "img": IMAGES}
_PLACED: Final = frozenset(("footer", "figure"))
"""Elements whose names mean something else by where they stand, or by what they are."""


class Shape(msgspec.Struct, frozen=True, gc=False):
    """What is known of all elements with one tag and the same attributes, whatever these say."""

    tag: str
    """As the outline has it: what leads nowhere is no link."""
    kind: int
    hint: Hint | None
    """What the tag says of what they hold."""
    has_class: bool
    tells: bool
    """Whether their role or language is told."""
    takes_names: bool
    """Whether the class says something of what they hold."""
    asks: bool
    """Whether id, role or place may say more."""
    judged: bool
    """Whether the gate must judge each one."""
    leads: bool
    """Whether they are links."""
    parted: bool
    """Whether they may stand on lines of their own, though no block by their tag."""


class Meaning(msgspec.Struct, frozen=True, gc=False):
    """What is known of all elements with one class."""

    hint: Hint | None = None
    """What it says of what they hold."""
    judged: bool = False
    """Whether the gate must judge each one."""
    parted: bool = False
    """Whether they may stand on lines of their own."""


_FEW: Final = 16
"""Attributes of an element past which its shape is kept for this page alone, or one page could fill the memory."""
_SHORT: Final = 400
"""Characters of a class past which the same holds."""
NOTHING: Final = Meaning()
_JUDGED: Final = Meaning(judged=True)


@lru_cache(maxsize=8192)
def _shape(key: tuple[str, ...], off: AbstractSet[str]) -> Shape:
    tag, *attributes = key
    own = None if "tags" in off else TAGS.get(tag)
    by_id = "id" in attributes and "names" not in off
    by_role = "role" in attributes and "tags" not in off
    leads = tag == "a" and "href" in attributes
    return Shape(
        tag="span" if tag == "a" and not leads else tag,
        kind=BLOCKS if tag in BLOCK else _SPECIAL.get(tag, LINES),
        hint=own,
        has_class="class" in attributes,
        tells="role" in attributes or "lang" in attributes,
        takes_names=tag in NAMED and "names" not in off,
        asks=(tag in NAMED and (by_id or by_role)) or tag in _PLACED,
        judged=may_refuse(tag, attributes),
        leads=leads,
        parted="-" in tag or "style" in attributes,
    )


@lru_cache(maxsize=8192)
def _meaning(names: str) -> Meaning:
    verdict, judged = hint(names), refuses(names)
    if verdict is None:
        return _JUDGED if judged else NOTHING
    return Meaning(verdict, judged)


class Shapes(dict[tuple[str, ...], Shape]):
    """The shapes of one page's elements, by tag and attributes."""

    __slots__ = ("_all_judged", "_off", "_styles")

    def __init__(self, off: frozenset[str], styles: Styles, gate: Gate) -> None:
        """Begin with none."""
        super().__init__()
        self._off = off
        self._styles = styles
        self._all_judged = bool(gate.named)

    def __missing__(self, key: tuple[str, ...]) -> Shape:
        """Find out, and keep it."""
        shape = (_shape if len(key) <= _FEW else _shape.__wrapped__)(key, self._off)
        judged = shape.judged or self._all_judged or ("id" in key[1:] and self._styles.hides_ids)
        parted = shape.parted or ("id" in key[1:] and self._styles.parts_ids)
        if (judged, parted) != (shape.judged, shape.parted):
            shape = msgspec.structs.replace(shape, judged=judged, parted=parted)
        self[key] = shape
        return shape


class Meanings(dict[str, Meaning]):
    """What one page's classes mean, by its style sheets too."""

    __slots__ = ("_styles",)

    def __init__(self, styles: Styles) -> None:
        """Begin with none."""
        super().__init__()
        self._styles = styles

    def __missing__(self, names: str) -> Meaning:
        """Find out, and keep it."""
        meaning = (_meaning if len(names) <= _SHORT else _meaning.__wrapped__)(names)
        judged = meaning.judged or self._styles.may_hide(names)
        parted = self._styles.may_part(names)
        if parted or judged != meaning.judged:
            meaning = Meaning(meaning.hint, judged, parted)
        self[names] = meaning
        return meaning
