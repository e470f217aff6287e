"""What an element's tag, role, class and id say of what it holds."""

from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from lxml import etree

from . import vocabulary
from .vocabulary import ASIDE, BLOCK, CAPTION, CONTROL, DECORATION, FORM, FRAME, HEADINGS, MENU, NOTE, Hint, hint, surer

_ROLES: Final = {
    "navigation": Hint(3, MENU),
    "menu": Hint(3, MENU),
    "menubar": Hint(3, MENU),
    "contentinfo": Hint(3, FRAME),
    "banner": Hint(2, FRAME),
    "search": Hint(3, FORM),
    "complementary": Hint(2, ASIDE),
    "dialog": Hint(3, CONTROL),
    "alertdialog": Hint(3, CONTROL),
    "toolbar": Hint(3, CONTROL),
    "doc-endnotes": Hint(1, NOTE),
    "doc-bibliography": Hint(1, NOTE),
}
TAGS: Final = {
    "nav": Hint(3, MENU),
    "menu": Hint(3, MENU),
    "footer": Hint(3, FRAME),
    "aside": Hint(2, ASIDE),
    "form": Hint(1, FORM),
    "header": Hint(1, FRAME),
    "figcaption": Hint(1, CAPTION),
    "caption": Hint(1, CAPTION),
}
_NONE: Final[frozenset[str]] = frozenset()
NAMED: Final = (BLOCK | {"span"}) - {"body", "html", "main", "article", *HEADINGS}
"""Elements whose names are looked at for what they hold."""
_LANDMARKS: Final = frozenset(("nav", "footer", "menu"))
_LISTS: Final = frozenset(("ul", "ol"))
_OWN_FOOTER: Final = Hint(3, ASIDE)
_NOTES: Final = Hint(1, NOTE)
_NEAR: Final = 16
"""Elements of a footer, and of an item in it, that are looked at."""


_SHORT: Final = {
    rule: name.lower()
    for name, rule in vars(vocabulary).items()
    if name.isupper() and isinstance(rule, str) and not name.startswith("_")
}


def shorthand(rule: str | None) -> str:
    """A rule's name, as the table of weights and the switches have it."""
    return _SHORT.get(rule or "", "")


def surest(el: etree._Element, tag: str, best: Hint | None, off: AbstractSet[str] = _NONE) -> Hint | None:
    """The surest of what tag and class, the id, the role and the place of an element say."""
    if tag in NAMED:
        if "names" not in off and (name := el.get("id")) and (verdict := hint(name)):
            best = surer(best, verdict)
        if "tags" not in off and (role := el.get("role")):
            best = surer(best, _ROLES.get(role))
    if best and best.rule is FRAME and tag == "footer":
        return None if next(el.iterancestors("blockquote"), None) is not None else _of_page(el, best)
    return None if best and best.rule is DECORATION and tag == "figure" else best


def _of_page(el: etree._Element, verdict: Hint) -> Hint:
    """What to think of a footer: it may end an article or the page's main part, instead of every page of the site."""
    own = el.get("role") != "contentinfo" and next(el.iterancestors("article", "main"), None) is not None
    return (_NOTES if _holds_notes(el) else _OWN_FOOTER) if own else verdict


def _holds_notes(el: etree._Element) -> bool:
    """Whether items that can be led to lead back into the text: its notes, whatever these are called."""
    return any(
        item.tag == "li"
        and item.get("id")
        and any(a.tag == "a" and a.get("href", "").startswith("#") for a in islice(item.iter(), _NEAR))
        for item in islice(el.iter(), _NEAR)
    )


def plainly_frame(el: etree._Element, tag: str, verdict: Hint) -> bool:
    """Whether an element of which something is sure is a menu or a footer beyond doubt.

    It is by its tag or role and its place, or by name and links.
    """
    if verdict is _OWN_FOOTER:
        return False
    if tag in _LANDMARKS or el.get("role") in _ROLES:
        return tag == "footer" or next(el.iterancestors("article", "main"), None) is None
    return tag in _LISTS and el.get("role") != "tablist" and _all_links(el)


def _all_links(el: etree._Element) -> bool:
    """Whether every item of a list leads somewhere, and not only down the page, as tabs do."""
    if next((False for a in el.iter("a") if not (a.get("href") or "").startswith("#")), True):
        return False
    return sum(1 for _ in el.iter("a")) >= sum(1 for _ in el.iter("li"))
