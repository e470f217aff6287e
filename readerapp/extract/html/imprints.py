"""Finds what a site says of itself at the end of each page, whatever it is called: who it belongs to and where.

Its place is one witness: the last part of the page, beside one that holds a menu and comes before the text. What it
says is another, of whose page it is or where they are, and where it asks for consent a button.
"""

import re
from itertools import islice
from typing import Final

from ...text.cleaning import squeeze
from .choice import Choice
from .contacts import subject
from .outline import Chunk, Outline
from .vocabulary import CONSENT, FRAME, HEADINGS, MENU
from .witnesses import LINKED

_OWNED: Final = re.compile(r"©|\([cс]\)[^\d\n]{0,60}(?:19|20)\d\d", re.IGNORECASE)
"""Whose it is, with a year where there is no sign for it."""
_PLACED: Final = re.compile(r"(?<![\d-])\d{6}(?=,)|\b\d{3} \d\d [A-ZÅÄÖ]")
"""Where they are: the number of the post before a place."""
_COOKIES: Final = re.compile(r"\b(?:cookies?|kakor)\b", re.IGNORECASE)
_YEARS: Final = re.compile(r"[^\w\n]{1,6}(?:19|20)\d\d\b")
"""What stands right behind an owner's name: since when, or when the page was made."""
_NAME: Final = 5
"""Letters of the site's name by which it is known again."""
_MOST: Final = 5
"""Parts at the end of a page that are looked at."""
_WORDS: Final = 60
_UNREAD: Final = 300
_DEPTH: Final = 80
"""Parts that were not walked into, and elements around each, among which the menu is looked for."""
_HOME: Final = ("/", "./")
_NEAR: Final = 20
"""Links among which the one to the site's first page is."""
_LINKS: Final = 3
"""Links that make a menu."""


def imprints(out: Outline, choice: Choice) -> dict[Chunk, tuple[str, int]]:
    """What is the page's last part and says of the site itself, and why it is left out."""
    first = next((c for c in choice.kept if c.value > 0), None)
    if first is None or subject(out):
        return {}
    reasons: dict[Chunk, tuple[str, int]] = {}
    members = set(choice.kept) - choice.contacts
    end = len(out.chunks)
    for _ in range(_MOST):
        n = _widest(out, out.chunks[end - 1].node, first.node) if end else -1
        if n < 0:
            break
        begin = end
        while begin and out.holds(n, out.chunks[begin - 1].node):
            begin -= 1
        whole = out.chunks[begin:end]
        part = [c for c in whole if c.words]
        end = begin
        if members.isdisjoint(part) or all(c.linked == c.words for c in part):
            continue
        rule = _says_of_site(out, choice, n, part, first)
        if rule is None or not _after_menu(out, n, first.node):
            break
        reasons.update((c, (rule, n)) for c in whole if c in members and not c.forced)
        if rule != CONSENT:
            break
    return reasons


def headline(out: Outline) -> int:
    """The page's first heading of the first rank, or -1."""
    return next((c.node for c in out.chunks if out.tags[c.node] == "h1"), -1)


def in_masthead(out: Outline, n: int, title: int) -> bool:
    """Whether a part stands before the page's headline, in one that leads to the site's first page."""
    if n > title:
        return False
    part = _widest(out, n, title)
    links = out.elements[part].iter("a") if part >= 0 else ()
    return any(a.get("href") in _HOME for a in islice(links, _NEAR))


def _widest(out: Outline, node: int, other: int) -> int:
    """The widest element around one that does not hold another, or -1."""
    widest = -1
    for n in out.ancestors(node):
        if out.holds(n, other):
            break
        widest = n
    return widest


def _says_of_site(out: Outline, choice: Choice, n: int, part: list[Chunk], first: Chunk) -> str | None:
    """What a part is by its words: who owns the page, where they are, a question for consent with its button."""
    if sum(c.words for c in part) > _WORDS or any(out.tags[c.node] in HEADINGS for c in part):
        return None
    text = " ".join(c.text for c in part)
    if _OWNED.search(text) or _owned_by_site(out, part, text):
        return FRAME
    if _PLACED.search(text) and _beside_text(out, choice, n, first):
        return FRAME
    asks = _COOKIES.search(text) and next(out.elements[n].iter("button"), None) is not None
    return CONSENT if asks else None


def _owned_by_site(out: Outline, part: list[Chunk], text: str) -> bool:
    """Whether a part has a number and speaks of rights, or begins with the name that leads home, and a year."""
    if not any(map(str.isdigit, text)):
        return False
    if any(out.wording(c) is FRAME for c in part):
        return True
    links = islice((el for el, tag in zip(out.elements, out.tags, strict=True) if tag == "a"), _NEAR)
    names = (squeeze("".join(el.itertext())) for el in links if el.get("href") in _HOME)
    return any(len(name) >= _NAME and text.startswith(name) and _YEARS.match(text, len(name)) for name in names)


def _beside_text(out: Outline, choice: Choice, n: int, first: Chunk) -> bool:
    """Whether all sentences but a part's own stand in one part beside it, and nothing else is the page's footer."""
    if any(rule == FRAME for _, rule in out.unread) or any(rule == FRAME for rule, _ in choice.left.values()):
        return False
    text = _widest(out, first.node, n)
    return all(out.holds(text, c.node) or out.holds(n, c.node) for c in choice.kept if c.value > 0)


def _after_menu(out: Outline, n: int, first: int) -> bool:
    """Whether a part that comes before the text, beside this one, leads elsewhere as a menu does."""
    around, counts = out.parents[n], out.counts()
    depth = len(out.ancestors(around)) + 1
    before = {out.ancestors(c.node)[-depth] for c in out.chunks if c.linked and around < c.node < first}
    for m in before:
        words, in_links = (counts.within(count, m) for count in (counts.words, counts.linked))
        links = sum(1 for _ in islice(out.elements[m].iter("a"), _LINKS))
        if links == _LINKS and in_links > LINKED * words and not out.holds(m, first):
            return True
    whole = out.elements[around]
    menus = (el for el, rule in out.unread[:_UNREAD] if rule == MENU)
    return any(whole in islice(el.iterancestors(), _DEPTH) for el in menus)
