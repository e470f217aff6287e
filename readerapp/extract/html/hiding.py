"""Tells what a page hides for good from what it only folds away until somebody asks for it."""

import re
from typing import Final

from lxml import etree

_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ONLY_FOR_READERS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader element-invisible a11y-hidden "
    "env-assistive-text off-screen offscreen".split()
)
_FOLDED: Final = re.compile(
    r"accordi|akkordeon|dragspel|collaps|expand|spoiler|spoyler|faq|fallut|utfall|toggle-?content|"
    r"tab-?(?:panel|pane|content)|details|disclosure|fold(?:ed|able|out)",
    re.IGNORECASE,
)


def only_for_readers(names: str) -> bool:
    """Whether a class is for words that only assistive technology says, mostly once more."""
    return not ONLY_FOR_READERS.isdisjoint(names.lower().split())


class Hiding:
    """What one page hides. Controls are noted as they come: they stand before the panels that they unfold."""

    def __init__(self) -> None:
        self._opened: set[str] = set()

    def note(self, el: etree._Element) -> None:
        """Remember what a control unfolds."""
        named = el.get("aria-controls") or el.get("data-target") or el.get("data-bs-target")
        if named is None and (el.get("aria-expanded") or el.get("data-toggle") or el.get("role") == "tab"):
            named = el.get("href")
        if named:
            self._opened.update(name.lstrip("#") for name in named.split())

    def hides(self, el: etree._Element) -> bool:
        """Whether nobody is meant to see the element; a panel that a click unfolds is meant to be seen."""
        if only_for_readers(el.get("class") or ""):
            return True
        style = el.get("style")
        if el.get("hidden") is not None or el.get("aria-hidden") == "true" or (style and _HIDING.search(style)):
            return not self._unfolds(el)
        return False

    def _unfolds(self, el: etree._Element) -> bool:
        if not len(el) and not (el.text or "").strip():
            return False
        if el.get("hidden") == "until-found" or el.get("role") == "tabpanel":
            return True
        around = [el, el.getparent()]
        if any(_FOLDED.search(f"{e.get('class', '')} {e.get('id', '')}") for e in around if e is not None):
            return True
        return el.get("id") in self._opened and el.tag not in ("nav", "ul", "form")
