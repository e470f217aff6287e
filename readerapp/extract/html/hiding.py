"""Tells what a page hides for good from what it only folds away until somebody asks for it."""

import re
from itertools import islice
from typing import Final

from lxml import etree

from .styles import Styles, hides
from .vocabulary import BLOCK, HEADINGS

ONLY_FOR_READERS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader element-invisible a11y-hidden "
    "env-assistive-text off-screen offscreen".split()
)
NOT_SHOWN: Final = frozenset("hidden d-none is-hidden hide u-hidden".split())
"""What the frameworks that most sites are built with call an element that nobody sees."""
_FOLDED: Final = re.compile(
    r"accordi|akkordeon|dragspel|collaps|expand|spoiler|spoyler|faq|fallut|utfall|toggle-?content|"
    r"tab-?(?:panel|pane|content)|details|disclosure|fold(?:ed|able|out)"
)
"""In small letters."""
_SHOWN_WIDE: Final = re.compile(
    r"(?<!\S)(?:(?:sm|md|lg|xl|2xl)[:-]|d-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|table|contents|show)"
)
_STREAMED: Final = re.compile(r"S:[0-9a-f]{1,4}")
"""What React calls the parts that it sends behind the page, to be moved into sight as they arrive."""
NOTED: Final = frozenset("aria-controls data-target data-bs-target aria-expanded data-toggle role".split())
"""Attributes by which a control may say what it unfolds."""
_ELLIPSES: Final = ("…", "...")
_LONGEST: Final = 400
_LONGEST_WAIT: Final = 40
"""Letters that stand where a text is to come."""
_FOLDS: Final = BLOCK - HEADINGS
_MOST_PARTS: Final = 8
"""Elements that they stand in."""
_MOST_TABS: Final = 1000
"""Places on the page that links lead to."""
_WHOLE: Final = frozenset(("html", "body", "main"))
_CLOSED: Final = frozenset(("nav", "ul", "form"))


def only_for_readers(names: str) -> bool:
    """Whether a class is for words that only assistive technology says, mostly once more."""
    return not ONLY_FOR_READERS.isdisjoint(names.lower().split())


def not_shown(names: str) -> bool:
    """Whether a class hides an element on screens of every width."""
    return not NOT_SHOWN.isdisjoint(names.split()) and _SHOWN_WIDE.search(names) is None


def concealed(el: etree._Element) -> bool:
    """Whether an element's own attributes hide it."""
    return el.get("hidden") is not None or hides(el.get("style") or "")


def waits(el: etree._Element) -> bool:
    """Whether an element says that its text is still to come, and holds no more than a word with an ellipsis."""
    if el.get("aria-busy") != "true" and not el.get("aria-live"):
        return False
    parts = list(islice(el.iter(), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        return False
    inner = "".join(f"{part.text or ''}{part.tail or ''}" for part in parts[1:] if isinstance(part.tag, str))
    text = f"{el.text or ''}{inner}".strip()
    return len(text) <= _LONGEST_WAIT and text.endswith(_ELLIPSES)


class Hiding:
    """What one page hides. Controls are noted as they come: they stand before the panels that they unfold."""

    def __init__(self, styles: Styles | None = None, *, by_name: bool = True) -> None:
        """Believe names and style sheets, unless what they hide is all that there is."""
        self._opened: set[str] = set()
        self._led_to: set[str] = set()
        self._styles = styles or Styles()
        self._by_name = by_name

    def note(self, el: etree._Element) -> None:
        """Remember what a control unfolds."""
        targets = el.get("aria-controls") or el.get("data-target") or el.get("data-bs-target")
        if targets is None and (el.get("aria-expanded") or el.get("data-toggle") or el.get("role") == "tab"):
            targets = el.get("href")
        href = el.get("href") or ""
        if href.startswith("#") and len(self._led_to) < _MOST_TABS:
            self._led_to.add(href[1:])
        if targets:
            self._opened.update(name.lstrip("#") for name in targets.split())

    def hides(self, el: etree._Element) -> bool:
        """Whether nobody is meant to see the element; a panel that a click unfolds is meant to be seen."""
        names = el.get("class") or ""
        if only_for_readers(names):
            return not _stands_for_another(el)
        if el.tag in _WHOLE:
            return False
        if "popover" in el.attrib:
            return True  # as a dialog it lies over the page, and is no part of what it lies over
        style = el.get("style")
        if (
            el.get("hidden") is not None
            or el.get("aria-hidden") == "true"
            or (style and hides(style))
            or (self._by_name and (not_shown(names) or self._styles.hides(el)))
        ):
            return not self._unfolds(el)
        return False

    def _unfolds(self, el: etree._Element) -> bool:
        if not len(el) and not (el.text or "").strip():
            return False
        if any(around.tag in ("button", "summary") for around in islice(el.iterancestors(), _MOST_PARTS)):
            return False  # what stands in a control is not what it unfolds: a sign of which way it goes
        if _STREAMED.fullmatch(el.get("id", "")) or el.get("hidden") == "until-found" or el.get("role") == "tabpanel":
            return True
        around = [el, el.getparent()]
        if any(_FOLDED.search(f"{e.get('class', '')} {e.get('id', '')}".lower()) for e in around if e is not None):
            return True
        if el.tag in _CLOSED or el.get("aria-hidden") == "true":
            return el.tag not in _CLOSED and (el.get("id") in self._opened or _controlled(el, "aria-expanded"))
        return el.get("id") in self._opened or _controlled(el) or self._is_panel(el)

    def _is_panel(self, el: etree._Element) -> bool:
        """Whether a link led to the element, and to one of the same make beside it that is in sight."""
        if el.get("id") not in self._led_to:
            return False
        return any(
            other.tag == el.tag
            and other.get("class") == el.get("class")
            and other.get("id") in self._led_to
            and not concealed(other)
            for other in islice(el.itersiblings(preceding=True), _MOST_PARTS)
        )


def heads_fold(el: etree._Element) -> bool:
    """Whether a control stands first in its part, right before what by its name is folded away."""
    inner, behind = el, el.getnext()
    if behind is None and (around := el.getparent()) is not None:  # a heading holds it, or a line
        inner, behind = around, around.getnext()
    return (
        behind is not None
        and inner.getprevious() is None
        and _FOLDED.search(f"{behind.get('class', '')} {behind.get('id', '')}"[:_LONGEST].lower()) is not None
    )


def _stands_for_another(el: etree._Element) -> bool:
    """Whether what only assistive technology says stands beside what it does not say."""
    return any(
        other is not None
        and other.get("aria-hidden") == "true"
        and any(ch.isalnum() for ch in "".join(other.itertext())[:200])
        for other in (el.getprevious(), el.getnext())
    )


def _controlled(el: etree._Element, saying: str = "") -> bool:
    """Whether a button stands right before the element, or right after it: it shows the rest of a text."""
    beside = (el.getprevious(), el.getnext())
    return any(is_control(other) and (not saying or (other is not None and saying in other.attrib)) for other in beside)


def is_control(el: etree._Element | None) -> bool:
    """Whether an element is there to be pressed, and leads to no other page."""
    if el is None:
        return False
    if len(el) == 1 and not (el.text or "").strip():
        el = el[0]
    if el.tag in ("button", "summary", "label") or el.get("role") == "button" or el.get("onclick"):
        return True
    href = el.get("href") if el.tag == "a" else None
    return href is not None and (href.startswith("#") or href.lower().startswith("javascript:"))


def unfolds(el: etree._Element) -> bool:
    """Whether a link leads nowhere, and asks or hides what stands right under it: a script unfolds the answer there."""
    href = el.get("href", "#")
    if href != "#" and href[:11].lower() != "javascript:":
        return False
    part = el.getnext()
    if part is None and el.getprevious() is None and (around := el.getparent()) is not None:
        part = around.getnext()
    if part is None or part.tag not in _FOLDS or (el.tail and not el.tail.isspace()):
        return False
    asks = "".join(islice(el.itertext(), _MOST_PARTS)).rstrip().endswith("?")
    if not (asks or part.get("hidden") is not None or hides(part.get("style", ""))):
        return False
    in_links = sum(len(text) for a in islice(part.iter("a"), _MOST_PARTS) for text in a.itertext())
    return 2 * in_links < sum(map(len, islice(part.itertext(), _MOST_PARTS)))
