"""Decides which elements the walk over a page does not enter at all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from .hiding import Hiding, only_for_readers
from .vocabulary import BLOCK, CONTROL, HIDDEN, PUBLISHER, in_line

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


@lru_cache(maxsize=4096)
def _said(names: str) -> _Said:
    words = names.split() if "rs_skip" in names else ()
    skipped = "rs_skip" in words or "rs_skip_always" in words
    inserted = in_line(names)
    telling = skipped or inserted or only_for_readers(names)
    return _Said(skipped, inserted, telling) if telling else _NOTHING


@dataclass(slots=True)
class Gate:
    """One page's gate: what the page hides, what the publisher or a visitor wants read or skipped."""

    wanted: frozenset[etree._Element]
    unwanted: frozenset[etree._Element]
    hiding: Hiding

    def judge(self, el: etree._Element, tag: str) -> tuple[bool, str | None]:
        """Whether the element must be read, else why it is not entered, if it is not."""
        if tag in _CONTROLS:
            self.hiding.note(el)
        names = el.get("class")
        said = _said(names) if names else _NOTHING
        if not (
            said.telling
            or el.get("style")
            or el.get("aria-hidden")
            or el.get("hidden") is not None
            or el.get("data-lyssna")
            or el in self.unwanted
            or el in self.wanted
        ):
            return False, None
        if el in self.wanted or el.get("data-lyssna") == "read":
            return True, None
        return False, self._refusal(el, tag, said)

    def _refusal(self, el: etree._Element, tag: str, said: _Said) -> str | None:
        if said.skipped or el in self.unwanted or el.get("data-lyssna") == "skip":
            return PUBLISHER
        if self.hiding.hides(el):
            return HIDDEN
        return CONTROL if said.inserted and tag not in BLOCK else None
