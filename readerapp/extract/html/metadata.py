"""Gathers what a page says of itself: first what it claims in its head, then what its text tells."""

import re
from collections.abc import Iterable
from typing import Final

from ...languages import base
from ...model import Alternate, Block, Metadata
from ..dates import claimed, written
from .claims import Claims
from .links import target

_MOST: Final = 50
_BY: Final = re.compile(
    r"(?:av|by|text|av|автор|text och foto)\b[ :]{1,2}([^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){1,3})(?=$|[,|·•]| \d)",
    re.IGNORECASE,
)
_PUBLISHED: Final = ("publi", "опублик", "размещ")


def metadata(page_claims: Claims, lines: Iterable[tuple[str, str]], bylines: list[str], address: str) -> Metadata:
    """`lines` are the roles and texts of the page's lines about itself, `bylines` short lines above its text."""
    about_page = list(lines)
    updates = [text for role, text in about_page if role == "updated"]
    publication = next((d for t in updates if any(p in t.lower() for p in _PUBLISHED) and (d := written(t))), None)
    revision = next((d for t in updates if not any(p in t.lower() for p in _PUBLISHED) and (d := written(t))), None)
    image = page_claims.first("og:image", "twitter:image") or page_claims.datum("image")
    canonical = _link(page_claims, "canonical") or page_claims.first("og:url")
    return Metadata(
        published=claimed(
            page_claims.datum("datePublished")
            or page_claims.first(
                "article:published_time", "og:published_time", "dcterms.created", "dc.date.issued", "date", "pubdate"
            )
        )
        or publication
        or next((d for t in bylines if (d := written(t))), None),
        updated=claimed(
            page_claims.datum("dateModified")
            or page_claims.first("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")
        )
        or revision,
        author=page_claims.datum("author")
        or _name(page_claims.first("author", "article:author", "dc.creator"))
        or _author(bylines),
        editor=page_claims.datum("editor") or _told(about_page, "editor"),
        canonical=target(canonical, address) if canonical else None,
        image=target(image, address) if image else None,
        description=page_claims.first("og:description", "description", "twitter:description")
        or page_claims.datum("description"),
        site=page_claims.first("og:site_name", "application-name"),
        alternates=_alternates(page_claims, address),
    )


def lines_of(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """The lines about the page itself among an article's blocks."""
    return [(b.role, b.text) for b in blocks if b.role in ("updated", "editor")]


def _author(bylines: list[str]) -> str | None:
    byline = next((m for m in map(_BY.match, bylines) if m), None)
    return byline[1] if byline else None


def _told(about_page: list[tuple[str, str]], role: str) -> str | None:
    for other, text in about_page:
        if other == role:
            _, _, name = text.partition(":")
            return (name or text).strip(" :–—-") or None
    return None


def _name(text: str | None) -> str | None:
    return None if text is None or text.startswith(("http://", "https://")) else text


def _link(page_claims: Claims, relation: str) -> str | None:
    return next((href for relations, href, _ in page_claims.links if relation in relations and href.strip()), None)


def _alternates(page_claims: Claims, address: str) -> tuple[Alternate, ...]:
    alternates = []
    for relations, href, tongue in page_claims.links:
        language = base(tongue) if "alternate" in relations else None
        where = target(href, address) if language else None
        if language and where:
            alternates.append(Alternate(language, where))
    return tuple(alternates[:_MOST])
