"""Finds what a page says of itself in its head, for a page whose elements hold no text worth reading."""

import re
from html import escape
from itertools import islice
from typing import Final

from ...text.cleaning import squeeze
from .about import About
from .choice import Choice
from .claims import Claims, as_text, more_claims
from .extraction import Extraction
from .heads import Heads
from .outline import Outline
from .parse import parse
from .walk import outline

_NAMES: Final = ("description", "og:description", "twitter:description", "dcterms.description", "dc.description")
_FEWEST: Final = 8
"""Words that a description has, or it is a slogan."""
_OWN: Final = 5
"""Words of it that neither the page's title nor its site's name says already."""
_COMMAS: Final = 3
"""Words that there are at least for each comma, or it is a list of words to be found by."""
_LONGEST: Final = 4000
_MOST: Final = 12
"""Claims that are looked at."""
_WORD: Final = re.compile(r"\w+")
_END: Final = re.compile(r"[.!?…][\"”»’)]*(?=\s)")
_ENDS: Final = (".", "!", "?", "…", ")", '"', "”", "»", "’")


def description(page: About) -> Extraction | None:
    """The page's own description as its only paragraph, or None where it has none but a name or a slogan."""
    more = Claims(dict(page.claims.meta))
    more_claims(page.heads, more, [])
    names = _words(
        f"{page.headline} {more.meta.get('og:title', '')} {more.first('og:site_name', 'application-name') or ''}"
    )
    texts = (*(more.meta.get(n, "") for n in _NAMES), *(as_text(d.get("description")) for d in more.linked_data))
    usable = [text for text in map(_plain, islice(filter(None, texts), _MOST)) if _is_one(text, names)]
    if not usable:
        return None
    whole = _whole_sentences(max(usable, key=len))
    out = _outline(f"<p>{escape(whole)}</p>")
    return Extraction(out, Choice(out.chunks), {}, page, on_page=False, described=True)


def _plain(text: str) -> str:
    """A claim without the marks of a page that some systems leave in it."""
    text = text[:_LONGEST]
    if "<" in text or "&" in text:
        text = " ".join(c.text for c in _outline(f"<div>{text}</div>").chunks)
    return squeeze(text)


def _outline(html: str) -> Outline:
    return outline(Heads(parse(html)), "")


def _is_one(text: str, names: frozenset[str]) -> bool:
    """Whether a claim is a sentence about the page, and no name, slogan or list of words to be found by."""
    words = _WORD.findall(text.casefold())
    own = [word for word in words if word not in names]
    return len(words) >= _FEWEST and len(own) >= _OWN and text.count(",") * _COMMAS < len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _whole_sentences(text: str) -> str:
    """A description that is cut off ends where its last whole sentence does, if that is most of it."""
    if text.endswith(_ENDS):
        return text
    last = max((match.end() for match in _END.finditer(text)), default=0)
    return text[:last] if last * 2 > len(text) else text
