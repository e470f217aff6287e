"""Decides which elements the walk over a page does not enter at all."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from .hiding import NOT_SHOWN, NOTED, ONLY_FOR_READERS, Hiding, not_shown, only_for_readers, waits
from .marks import LOOKED_AT, silent
from .vocabulary import BLOCK, CONTROL, HIDDEN, IN_LINE, LONGEST, PUBLISHER, in_line, words_in

_CONTROLS: Final = frozenset(("a", "button"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What an element's class says of whether it is read at all."""

    skipped: bool = False
    """The publisher asked for it not to be read."""
    inserted: bool = False
    """It stands in lines of text, but is not part of them."""
    telling: bool = False
    """It may not be read."""


_NOTHING: Final = _Said()
_WORDS: Final = IN_LINE | {"rs", "print"} | {words_in(name)[0] for name in ONLY_FOR_READERS | NOT_SHOWN}
"""Words without one of which a class says nothing here."""
_TELLING: Final = frozenset(("style", "aria-hidden", "hidden", "data-lyssna", "aria-busy", "aria-live", "popover"))
"""Attributes that may say that an element is not read, or must be."""


@lru_cache(maxsize=4096)
def _said(names: str) -> _Said:
    words = words_in(names.lower())
    if _WORDS.isdisjoint(words):
        return _NOTHING
    classes = names.split()
    skipped = "rs_skip" in classes or "rs_skip_always" in classes
    inserted = in_line(words) or "print-only" in classes
    telling = skipped or inserted or only_for_readers(names) or not_shown(names)
    return _Said(skipped, inserted, telling) if telling else _NOTHING


def may_refuse(tag: str, attributes: Collection[str]) -> bool:
    """Whether a gate has to judge each element of such a tag with such attributes, whatever its class.

    Links that lead down the page may be marks of notes: those are left to whoever looks at where links lead.
    """
    if tag in LOOKED_AT and (tag != "a" or "role" in attributes):
        return True
    return (tag in _CONTROLS and not NOTED.isdisjoint(attributes)) or not _TELLING.isdisjoint(attributes)


def refuses(names: str) -> bool:
    """Whether a gate has to judge each element of such a class."""
    return _said(names[:LONGEST]).telling


@dataclass(slots=True)
class Gate:
    """One page's gate: what the page hides, what the publisher or a visitor wants read or skipped."""

    wanted: frozenset[etree._Element]
    unwanted: frozenset[etree._Element]
    hiding: Hiding
    named: frozenset[etree._Element] = field(init=False)

    def __post_init__(self) -> None:
        self.named = self.wanted | self.unwanted

    def judge(self, el: etree._Element, tag: str, names: str) -> tuple[bool, str | None]:
        """Whether the element must be read, else why it is not entered, if it is not; `names` are its classes."""
        if tag in LOOKED_AT and (refusal := silent(el, tag)):
            return False, refusal
        if tag in _CONTROLS:
            self.hiding.note(el)
        if el in self.wanted or el.get("data-lyssna") == "read":
            return True, None
        return False, self._refusal(el, tag, _said(names[:LONGEST]))

    def _refusal(self, el: etree._Element, tag: str, verdict: _Said) -> str | None:
        if verdict.skipped or el in self.unwanted or el.get("data-lyssna") == "skip":
            return PUBLISHER
        if self.hiding.hides(el):
            return HIDDEN
        if waits(el):
            return CONTROL
        return CONTROL if verdict.inserted and tag not in BLOCK else None
