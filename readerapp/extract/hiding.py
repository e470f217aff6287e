"""Tells what a page hides for good from what it only folds away until somebody asks for it."""

import re
from typing import Final

from lxml import etree

_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ONLY_FOR_READERS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|element-invisible|a11y-hidden|"
    r"env-assistive-text|off-?screen)(?:\s|$)",
    re.IGNORECASE,
)
_FOLDED: Final = re.compile(
    r"accordi|akkordeon|dragspel|collaps|expand|spoiler|spoyler|faq|fallut|utfall|toggle-?content|"
    r"tab-?(?:panel|pane|content)|details|disclosure|fold(?:ed|able|out)",
    re.IGNORECASE,
)
_OPENERS: Final = etree.XPath(
    "//@aria-controls | //@data-target | //@data-bs-target | //@data-toggle-target | "
    "//*[@aria-expanded or @data-toggle='collapse' or @data-bs-toggle='collapse' or @role='tab']/@href",
    smart_strings=False,
)


def only_for_readers(names: str) -> bool:
    """Whether a class is for words that only assistive technology says, mostly once more."""
    return _ONLY_FOR_READERS.search(names) is not None


class Hiding:
    """What one page hides."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._opened: frozenset[str] | None = None

    def hides(self, el: etree._Element) -> bool:
        """Whether nobody is meant to see the element; a panel that a click unfolds is meant to be seen."""
        held = el.attrib
        if only_for_readers(held.get("class") or ""):
            return True
        style = held.get("style")
        if "hidden" in held or held.get("aria-hidden") == "true" or (style and _HIDING.search(style)):
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
        return bool(el.get("id")) and el.tag not in ("nav", "ul", "form") and el.get("id") in self._openable()

    def _openable(self) -> frozenset[str]:
        if self._opened is None:
            named = " ".join(_OPENERS(self._root))
            self._opened = frozenset(name.lstrip("#") for name in named.split())
        return self._opened
