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


def metadata(said: Claims, lines: Iterable[tuple[str, str]], bylines: list[str], address: str) -> Metadata:
    """`lines` are the roles and texts of the page's lines about itself, `bylines` short lines above its text."""
    told = list(lines)
    updates = [text for role, text in told if role == "updated"]
    published = next((d for t in updates if any(p in t.lower() for p in _PUBLISHED) and (d := written(t))), None)
    updated = next((d for t in updates if not any(p in t.lower() for p in _PUBLISHED) and (d := written(t))), None)
    image = said.first("og:image", "twitter:image") or said.datum("image")
    canonical = _link(said, "canonical") or said.first("og:url")
    return Metadata(
        published=claimed(
            said.datum("datePublished")
            or said.first(
                "article:published_time", "og:published_time", "dcterms.created", "dc.date.issued", "date", "pubdate"
            )
        )
        or published
        or next((d for t in bylines if (d := written(t))), None),
        updated=claimed(
            said.datum("dateModified")
            or said.first("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")
        )
        or updated,
        author=said.datum("author") or _name(said.first("author", "article:author", "dc.creator")) or _author(bylines),
        editor=said.datum("editor") or _told(told, "editor"),
        canonical=target(canonical, address) if canonical else None,
        image=target(image, address) if image else None,
        description=said.first("og:description", "description", "twitter:description") or said.datum("description"),
        site=said.first("og:site_name", "application-name"),
        alternates=_alternates(said, address),
    )


def lines_of(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """The lines about the page itself among an article's blocks."""
    return [(b.role, b.text) for b in blocks if b.role in ("updated", "editor")]


def _author(bylines: list[str]) -> str | None:
    found = next((m for m in map(_BY.match, bylines) if m), None)
    return found[1] if found else None


def _told(told: list[tuple[str, str]], role: str) -> str | None:
    for other, text in told:
        if other == role:
            _, _, name = text.partition(":")
            return (name or text).strip(" :–—-") or None
    return None


def _name(text: str | None) -> str | None:
    return None if text is None or text.startswith(("http://", "https://")) else text


def _link(said: Claims, relation: str) -> str | None:
    return next((held.get("href") for rel, held in said.links if relation in rel.split()), None)


def _alternates(said: Claims, address: str) -> tuple[Alternate, ...]:
    found = []
    for rel, held in said.links:
        language = base(held.get("hreflang"))
        where = target(held["href"], address)
        if "alternate" in rel.split() and language and where:
            found.append(Alternate(language, where))
    return tuple(found[:_MOST])
