"""Finds the headline, without the site's name."""

import re
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from ...text.cleaning import squeeze
from .claims import Claims
from .heads import Heads
from .hiding import Hiding

_BETWEEN: Final = re.compile(r"(?<!\s)\s++(?:[|–—\-:·•»«/\\]{1,2}\s++|[|»]\s*+)|[|»]\s*+|:: ")
_SIGNS: Final = re.compile(r"\W+")
_WORD: Final = re.compile(r"\w+")
_PAIR: Final = 2
_MARKS: Final = 40
"""Links and pictures among which the site's name is looked for."""
_HOMES: Final = frozenset(
    ("/", "./", "index.htm", "index.html", "index.php", "/index.html", "/index.php", "/sv", "/sv/", "/ru", "/ru/")
)
_MOST: Final = 20
_LOOKED_AT: Final = 400
"""Short texts among which the page's own title is looked for."""
_LONGEST: Final = 300
_SHORTEST: Final = 3


def title(heads: Heads, page_claims: Claims, address: str) -> str:
    """The headline: an h1 that the page's title agrees with, else the title without the site's name."""
    whole = _whole(heads)
    social_title = page_claims.first("og:title", "twitter:title") or ""
    headings = [text for text in (_text(el) for el in _visible(heads)) if _SHORTEST <= len(text) <= _LONGEST]
    site = page_claims.first("og:site_name", "application-name") or ""
    if not site and len(headings) <= 1:
        site = _site_shown(heads, whole, address)
    claims = [without_site(c, site, address) for c in (social_title, whole) if c]
    matches = [heading for heading in headings if any(_agree(heading, claim) for claim in claims)]
    if matches:
        return _not_linked(heads, matches)
    if len(headings) == 1 and (name := _on_page(heads, claims)):
        return name
    leads_home = bool(claims) and any(_leads_home(el, address) for el in _visible(heads)[:1])
    if len(headings) == 1 and not leads_home and not _names_site(headings[0], site, address, whole):
        return headings[0]
    if claims:
        front = None if headings else _on_page(heads, [_BETWEEN.split(claims[0])[0]])
        return front or claims[0][:_LONGEST]
    return headings[0] if headings else ""


def title_forms(headline: str, heads: Heads, page_claims: Claims) -> frozenset[str]:
    """The ways in which the page may repeat its headline, in case-folded form."""
    texts = [headline, page_claims.first("og:title", "twitter:title", "title") or "", _whole(heads)]
    headings = {_text(el) for el in heads.all("h1")}
    texts += [text for text in headings if len(headings) == 1 or any(_agree(text, claim) for claim in texts[:3])]
    forms = set(texts)
    for text in texts:
        parts = _BETWEEN.split(text)
        forms.update((parts[0], text[: text.rfind(parts[-1])].rstrip(" |–—-:·•»«/\\")))
    return frozenset(form.casefold() for form in forms if len(form) > _SHORTEST)


def without_site(text: str, site: str, address: str) -> str:
    """The text without a part that is the name of the site; without a name, the longest part in front."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part and part.strip()]
    if len(parts) < 2:
        return text
    host, name = _squeezed((urlsplit(address).hostname or "").removeprefix("www.")), _squeezed(site)
    ends = [p for p in (parts[-1], parts[0]) if (part := _squeezed(p)) == name or (part and part in host)]
    if not ends:
        return text if site else parts[0] if len(parts[0]) >= len(parts[-1]) else text
    start = text.find(parts[1]) if ends[0] == parts[0] else 0
    stop = len(text) if ends[0] == parts[0] else text.rfind(parts[-1])
    return text[start:stop].strip(" |–—-:·•»«/\\")


def _on_page(heads: Heads, claims: list[str]) -> str | None:
    """The page's title, or the front of it, where a short text says that word for word though no h1 does."""
    names = {claim.casefold(): claim for claim in claims if _SHORTEST <= len(claim) <= _LONGEST}
    texts = (el.text or "" for el in heads.root.iter("h2", "h3", "b", "strong", "div") if not len(el))
    return next((names[text] for t in islice(texts, _LOOKED_AT) if (text := squeeze(t).casefold()) in names), None)


def _visible(heads: Heads) -> list[etree._Element]:
    hiding = Hiding()
    return [el for el in heads.all("h1")[:_MOST] if not hiding.hides(el)]


def _whole(heads: Heads) -> str:
    """What the page's title element says."""
    elements = heads.all("title")
    return _text(elements[0]) if elements else ""


def _text(el: etree._Element | None) -> str:
    if el is None:
        return ""
    return squeeze("".join(el.itertext(with_tail=False))) or " ".join(i.get("alt", "") for i in el.iter("img"))


def _agree(heading: str, claim: str) -> bool:
    one = _words(heading)
    return bool(one) and (heading.casefold() in claim.casefold() or len(one & _words(claim)) >= 0.6 * len(one))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _squeezed(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def _site_shown(heads: Heads, whole: str, address: str) -> str:
    """The part of the page's title that a link home or a picture says near the page's top: the site's name."""
    parts = [part.strip() for part in _BETWEEN.split(whole) if part and part.strip()]
    if len(parts) < _PAIR:
        return ""
    candidates = {_squeezed(part): part for part in (parts[0], parts[-1])}
    homes = {*_HOMES, f"//{urlsplit(address).hostname or ''}/"}
    for el in heads.marks(_MARKS):
        link = el.get("href") or ""
        if el.tag == "img" or (link and link.partition(":")[2] in homes) or link in homes:
            name = _squeezed(el.get("alt") or "" if el.tag == "img" else _text(el))
            if name in candidates:
                return candidates[name]
    return ""


def _not_linked(heads: Heads, headings: list[str]) -> str:
    """The first of the headings like the page's title that is no link, as a site's name is; else the first."""
    if len(headings) == 1:
        return headings[0]
    leading = {_text(el) for el in _visible(heads) if _text(el.find(".//a")) == _text(el)}
    return next((heading for heading in headings if heading not in leading), headings[0])


def _leads_home(heading: etree._Element, address: str) -> bool:
    """Whether a heading is a link to the site's first page."""
    return any((a.get("href") or "") in _homes(address) for a in heading.iter("a"))


def _homes(address: str) -> frozenset[str]:
    """How pages write the address of the site's first page."""
    host = urlsplit(address).hostname or ""
    return _HOMES | {f"https://{host}/", f"http://{host}/", f"//{host}/", f"https://{host}", f"http://{host}"}


def _names_site(heading: str, site: str, address: str, whole: str) -> bool:
    """Whether a heading that is not the headline is the site's name: known as such, or a part of the page's title."""
    names = [site, (urlsplit(address).hostname or "").removeprefix("www.")]
    if site:
        return _squeezed(heading) in {_squeezed(name) for name in names}
    parts = _BETWEEN.split(whole)
    return _squeezed(heading) in {_squeezed(name) for name in (*names, *(parts if len(parts) > 1 else ()))}
