"""Finds what stands beside a plain article, before the page is walked over: it is not walked into at all.

Two witnesses: the page calls itself an article and has its paragraphs in one place; and the part stands elsewhere and
is mostly links. Half of what news pages hold is found so, at the cost of a few look-ups.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from lxml import etree

from ...text.cleaning import squeeze
from .about import About
from .unwalked import texts

_ENOUGH: Final = 600
"""Letters of paragraphs outside of links that make an article."""
_MOSTLY: Final = 0.7
"""Their share of all that the page has in paragraphs."""
_BEFORE: Final = 0.1
"""The share that may stand before them: what stands behind an article may be comments on it, or others."""
_SENTENCE: Final = 40
"""Letters of a paragraph that counts."""
_FEWEST: Final = 3
"""Links of a part that leads elsewhere."""
_MOST: Final = 2000
"""Paragraphs past which a page is walked over whole, and parts that are looked at."""
_DEEPEST: Final = 80
"""Elements around a paragraph that are looked at."""
_PLACE: Final = frozenset(("body", "html"))
_LONG: Final = 70
_sentences: Final = etree.XPath(
    f"count(descendant::text()[string-length() > {_LONG}]"
    "[not(parent::script or parent::style or parent::noscript or parent::a or ../parent::a or ../../parent::a)]"
    f"[string-length(normalize-space()) > {_LONG}])"
)
"""Texts outside of links that are as long as sentences."""
_alarms: Final = etree.XPath(
    "boolean(descendant-or-self::*/@role[. = 'alert'] | descendant-or-self::*/@data-lyssna)"  # half the time of "or"
)
_PRECIOUS: Final = re.compile(r"^(?:tel:|mailto:(?!\?))|\.(?:pdf|docx?|xlsx?)\b", re.MULTILINE)
"""Links to what a text without it would miss."""
_SIGNS: Final = ("tel:", "mailto:", ".pdf", ".doc", ".xls")
"""One of which they have, which is quicker to look for."""
_NEVER: Final = frozenset(("nav", "footer", "script", "style", "noscript", "template", "link", "svg"))
"""What the walk does not enter anyhow, or nearly never."""
_NONE: Final[frozenset[etree._Element]] = frozenset()


def beside(page: About) -> dict[etree._Element, list[str]]:
    """The outermost parts of a page that stand beside its paragraphs and lead elsewhere; none if it is no article.

    With what each says, text by text.
    """
    home = _home(page.heads.all("p")) if page.claims.article else None
    if home is None:
        return {}
    return {el: parts for el in _around(home, _headline(page)) if (parts := _leading_away(el)) is not None}


def _headline(page: About) -> etree._Element | None:
    """The heading that says the page's headline, or its only one."""
    titles = page.heads.all("h1")[:_FEWEST]
    if len(titles) == 1:
        return titles[0]
    return next((el for el in titles if squeeze("".join(el.itertext())) == page.headline), None)


def _home(paragraphs: list[etree._Element]) -> etree._Element | None:
    """The innermost element that holds most of the page's paragraphs, if these are enough and few stand before it."""
    groups: dict[etree._Element, int] = {}
    if len(paragraphs) > _MOST:
        return None
    for p in paragraphs:
        own = len(p.text or "")
        for child in p:
            own += len(child.tail or "")
        if own > _SENTENCE:
            around = p.getparent()
            groups[around] = groups.get(around, 0) + own
    total = sum(groups.values())
    if total < _ENOUGH:
        return None
    inside, chains = dict(groups), {}
    for group, letters in groups.items():
        chains[group] = frozenset(islice(group.iterancestors(), _DEEPEST))
        for el in chains[group]:
            inside[el] = inside.get(el, 0) + letters
    most = max(groups, key=groups.__getitem__)
    home = next((el for el in (most, *most.iterancestors()) if inside.get(el, 0) >= _MOSTLY * total), None)
    if home is None or home.tag in _PLACE:
        return None
    before = takewhile(lambda group: group is not home and home not in chains[group], groups)
    return home if sum(groups[group] for group in before) <= _BEFORE * total else None


def _around(home: etree._Element, headline: etree._Element | None) -> Iterator[etree._Element]:
    """The elements beside the home and what is around it, but for those between the headline and the home.

    What is made as the home is, or as what it stands in, may be another part of the same text.
    """
    within = _NONE if headline is None else frozenset((headline, *headline.iterancestors()))
    inside, below = home, home in within
    while inside.tag not in _PLACE and (parent := inside.getparent()) is not None:
        make = _make(inside)
        before = list(inside.itersiblings(preceding=True))
        if not below:
            crossing = next((i for i, el in enumerate(before) if el in within), -1)
            below = crossing >= 0
            before = before[crossing + 1 :] if below else []
        for el in (*inside.itersiblings(), *before):
            if _make(el) != make:
                yield el
        inside = parent


def _make(el: etree._Element) -> tuple[str, list[str]]:
    return el.tag, el.get("class", "").split(None, 1)[:1]


def _leading_away(el: etree._Element) -> list[str] | None:
    """What a part says that leads elsewhere; None where it does not."""
    links = [] if el.tag in _NEVER else [href for a in el.iter("a") if (href := a.get("href")) is not None]
    if len(links) < _FEWEST or _precious("\n".join(links)) or _alarms(el):
        return None
    parts = texts(el)
    long = sum(len(text) > _LONG and len(squeeze(text)) > _LONG for text in parts)
    # in links or not: where that makes no difference, they need not be looked at again
    return parts if long * 2 <= len(links) or _sentences(el) * 2 <= len(links) else None


def _precious(links: str) -> bool:
    return any(sign in links for sign in _SIGNS) and _PRECIOUS.search(links) is not None
