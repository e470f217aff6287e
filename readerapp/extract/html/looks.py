"""What an element looks like: what its tag, the presence of attributes and its class tell of it.

It is found once for all that look alike. A page repeats its looks, and so do a site's pages: an element costs one
look-up, and more only where that says so.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from .gate import Gate, may_refuse, refuses
from .names import NAMED, TAGS
from .styles import Styles
from .vocabulary import BLOCK, SURE, Hint, hint, surer

BLOCKS: Final = 1
BREAKS: Final = 2
IMAGES: Final = 3
LINES: Final = 4
"""Kinds of elements for the walk: around lines of text, and within them."""
_SPECIAL: Final = {"br": BREAKS, "img": IMAGES}
_PLACED: Final = frozenset(("footer", "figure"))
"""Elements whose names mean something else by where they stand, or by what they are."""


@dataclass(slots=True)
class Look:
    """What is known of all elements with one class, one tag and the same other attributes, whatever these say."""

    tag: str
    """As the outline has it: what leads nowhere is no link."""
    kind: int
    plain: bool
    """Whether each need not be looked at to know whether it is entered, unless it leads down the page."""
    hint: Hint | None
    """What tag and class say of what they hold."""
    tells: bool
    """Whether their role or language is told."""
    asks: bool
    """Whether id, role or place may say more."""
    judged: bool
    """Whether the gate must judge each one."""
    leads: bool
    """Whether they are links."""
    parted: bool
    """Whether they may stand on lines of their own, though no block by their tag."""


Key = tuple[str | None, str, *tuple[str, ...]]
"""A class, where there is one, a tag, and the names of the attributes."""
_MOST: Final = 16_384
"""Looks that are kept from page to page."""
_LONGEST: Final = 400
"""Letters of a class and attributes past which their look is kept for one page alone, or it could fill the memory."""


def key(el: etree._Element, tag: str, names: str | None) -> Key:
    """By what the look of an element of a tag and a class is found: most have no other attribute."""
    attributes = el.keys()
    return (names, tag) if len(attributes) <= (names is not None) else (names, tag, *attributes)


def _look(key: Key, off: AbstractSet[str]) -> Look:
    """The look of elements of a class, a tag and some attributes, whatever a page's style sheets say."""
    classes, tag, *attributes = key
    names = classes or ""
    own = None if "tags" in off else TAGS.get(tag)
    by_id = "id" in attributes and "names" not in off
    by_role = "role" in attributes and "tags" not in off
    leads = tag == "a" and "href" in attributes
    takes_names = tag in NAMED and "names" not in off
    verdict = surer(own, hint(names)) if names and takes_names else own
    tells = "role" in attributes or "lang" in attributes
    asks = (tag in NAMED and (by_id or by_role)) or tag in _PLACED
    judged = may_refuse(tag, attributes) or refuses(names)
    return Look(
        tag="span" if tag == "a" and not leads else tag,
        kind=BLOCKS if tag in BLOCK else _SPECIAL.get(tag, LINES),
        plain=not ((verdict and verdict.level >= SURE) or tells or asks or judged),
        hint=verdict,
        tells=tells,
        asks=asks,
        judged=judged,
        leads=leads,
        parted="-" in tag or "style" in attributes,
    )


class _Common(dict[Key, Look]):
    """The looks that were met on any page, with some rules off."""

    __slots__ = ("_off",)

    def __init__(self, off: AbstractSet[str]) -> None:
        """Begin with none."""
        super().__init__()
        self._off = off

    def __missing__(self, key: Key) -> Look:
        """Find out, and keep it, while they are not too many."""
        look = _look(key, self._off)
        if len("".join(filter(None, key))) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[key] = look
        return look


@lru_cache(maxsize=2)
def _common(off: frozenset[str]) -> _Common:
    return _Common(off)


def looks(off: frozenset[str], styles: Styles, gate: Gate) -> Mapping[Key, Look]:
    """The looks of one page's elements, by class, tag and attributes."""
    common = _common(off)
    return _Looks(common, styles, gate) if styles.hidden or styles.lines or gate.named else common


class _Looks(dict[Key, Look]):
    """The looks of a page whose style sheets, or whose reader, say more of them."""

    __slots__ = ("_all_judged", "_by_id", "_common", "_named", "_styles")

    def __init__(self, common: _Common, styles: Styles, gate: Gate) -> None:
        """Begin with none."""
        super().__init__()
        self._common = common
        self._styles = styles
        self._named = styles.classes
        self._by_id = styles.hides_ids or styles.parts_ids
        self._all_judged = bool(gate.named)

    def __missing__(self, key: Key) -> Look:
        """Find out, and keep it."""
        look, names = self._common[key], key[0]
        spoken_of = names is not None and not self._named.isdisjoint(names.split())
        if spoken_of or self._all_judged or (self._by_id and "id" in key[2:]):
            look = self._own(look, names if spoken_of else None, by_id="id" in key[2:])
        self[key] = look
        return look

    def _own(self, look: Look, names: str | None, *, by_id: bool) -> Look:
        """What the page itself makes of a look, by those of its names that its style sheets speak of."""
        styles = self._styles
        judged = look.judged or self._all_judged or (by_id and styles.hides_ids)
        parted = look.parted or (by_id and styles.parts_ids)
        if names is not None:
            judged = judged or styles.may_hide(names)
            parted = parted or styles.may_part(names)
        plain = look.plain and not judged
        return Look(
            look.tag, look.kind, plain, look.hint, look.tells, look.asks, judged, look.leads, parted
        )  # quicker than to replace
