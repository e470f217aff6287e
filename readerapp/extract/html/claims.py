"""Reads what a page claims of itself in its head: meta elements, links, JSON-LD and microdata."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

import msgspec
from lxml import etree

from ...text.cleaning import squeeze
from .heads import Heads

_LONGEST: Final = 300_000
_MOST: Final = 400
_PUBLISHED: Final = frozenset(("article:published_time", "article:modified_time", "datepublished", "pubdate"))
"""What only articles say; the date in Dublin Core is any page's."""
_TYPES: Final = ("Article", "Posting", "WebPage", "Report", "Page", "Product", "Event", "Service", "Recipe", "Book")


@dataclass(slots=True)
class Claims:
    """A page's claims by name, in lower case; the first of several wins."""

    meta: dict[str, str] = field(default_factory=dict)
    links: list[tuple[list[str], str, str | None]] = field(default_factory=list)
    """To what: in which relations, where, and in which language if that is told."""
    microdata: dict[str, str] = field(default_factory=dict)
    linked_data: list[dict[str, Any]] = field(default_factory=list)

    @property
    def article(self) -> bool:
        """Whether the page says of itself that it is an article, or when it was published as one."""
        return "article" in self.meta.get("og:type", "").lower() or not _PUBLISHED.isdisjoint(self.meta)

    def first(self, *names: str) -> str | None:
        """The first meta element among the names that says something."""
        return next((self.meta[n] for n in names if self.meta.get(n)), None)

    def datum(self, *names: str) -> str | None:
        """The first property among the names in JSON-LD about the page, else in microdata."""
        for facts in self.linked_data:
            for name in names:
                text = as_text(facts.get(name))
                if text:
                    return text
        return next((self.microdata[n] for n in names if self.microdata.get(n)), None)


_TOLD: Final = frozenset(("author", "dateModified", "datePublished", "description", "editor", "image"))
"""The properties that are asked for."""
properties: Final = etree.XPath("/descendant::*/@itemprop")
"""The names of a tree's microdata."""
_BOTH: Final = etree.XPath("/descendant::*[@itemprop or self::a[@rel = 'author']]")


def claims(heads: Heads) -> Claims:
    """Collect what the page's meta elements say."""
    page_claims = Claims()
    for el in heads.all("meta"):
        content = squeeze(el.get("content", ""))
        name = el.get("property") or el.get("name") or el.get("itemprop") or el.get("http-equiv") if content else None
        if name:
            page_claims.meta.setdefault(name.lower(), content)
    return page_claims


def more_claims(heads: Heads, page_claims: Claims, microdata: list[Any]) -> None:
    """Add what is only needed for metadata: JSON-LD, links to other forms of the page, and microdata."""
    for el in heads.data():
        page_claims.linked_data += _about_pages(el.text or "")
    links = ((el, rel, href) for el in heads.all("link") if (rel := el.get("rel")) and (href := el.get("href")))
    for el, rel, href in islice(links, _MOST):
        page_claims.links.append((rel.lower().split(), href, el.get("hreflang")))
    names = [name for name in microdata[:_MOST] if name in _TOLD]
    # what linked data tells comes before what links do
    authors = [] if page_claims.datum("author") else [a for a in heads.all("a") if a.get("rel") == "author"]
    both = "author" in names and authors  # the first counts
    for el in _BOTH(heads.root)[:_MOST] if both else [*(name.getparent() for name in names), *authors]:
        _microdatum(el, page_claims.microdata)


def declared_language(heads: Heads, header: str | None) -> str | None:
    """The language that the page says it is in, itself or in the header that came with it."""
    for el in heads.root.iter("html", "body", "main", "article"):
        if el.get("lang") or el.get("xml:lang"):
            return str(el.get("lang") or el.get("xml:lang"))
    for el in heads.all("meta"):
        if (el.get("http-equiv") or el.get("name") or "").lower() in ("content-language", "language"):
            return str(el.get("content", ""))
    return header


def as_text(value: object) -> str:
    """The text of a property: itself, its name, or the first of several."""
    if isinstance(value, str):
        return squeeze(value)[:1000]
    if isinstance(value, list) and value:
        return as_text(value[0])
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("url") or value.get("@value"))
    return ""


def _about_pages(text: str) -> list[dict[str, Any]]:
    if len(text) > _LONGEST:
        return []
    try:
        value = parsed(text)
    except (ValueError, RecursionError):
        return []
    return [facts for facts in _objects(value) if any(str(kind).endswith(_TYPES) for kind in _kinds(facts))]


def parsed(text: str) -> object:
    """What JSON says, also where lines are broken within strings. Raises ValueError, RecursionError."""
    try:
        return msgspec.json.decode(text)
    except ValueError:
        return json.loads(text, strict=False)


def _kinds(facts: dict[str, Any]) -> list[object]:
    kind = facts.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value[:_MOST]:
            yield from _objects(part) if not isinstance(part, list) else ()
    elif isinstance(value, dict):
        yield value
        graph = value.get("@graph")
        if isinstance(graph, list):
            yield from (part for part in graph[:_MOST] if isinstance(part, dict))


def _microdatum(el: etree._Element, microdata: dict[str, str]) -> None:
    name = el.get("itemprop") or "author"
    if name not in _TOLD or name in microdata:
        return
    value = el.get("content") or el.get("datetime") or (el.get("src") if el.tag == "img" else None)
    microdata[name] = squeeze(value or " ".join(t for t, _ in zip(el.itertext(), range(20), strict=False)))[:300]
