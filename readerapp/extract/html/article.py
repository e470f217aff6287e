"""Page to Article: parse, outline, choose, clean, read."""

from typing import Final
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from ...errors import NoArticle, PageEmpty, RegionUnfit
from ...model import Article, Block, Page
from ...model.article import Role
from ..language import article_language, block_language
from ..rules import Region, SiteRules
from .cells import with_empty_cells
from .claims import claims, more_claims
from .clean import clean
from .leftovers import beyond, leftovers
from .locators import Paths, locators
from .markup import markup
from .metadata import lines_of, metadata
from .outline import Chunk, Outline
from .parse import bounded, parse, parsed
from .reading import blocks
from .region import LEAST, Choice, choose, within
from .roles import bylines, keep_lines_about_page, section_roles
from .selecting import select
from .selectors import escaped
from .titles import title, title_forms
from .vocabulary import TOO_LONG
from .walk import outline, parts

MOST: Final = 5000
"""Blocks that an article may have."""
FEWEST: Final = 5
"""Words of body that make an article."""
_NONE: Final[frozenset[etree._Element]] = frozenset()


def extract(page: Page, *, region: Region | None = None, rules: SiteRules | None = None) -> Article:
    """The page's article. The same page gives the same article.

    A region, else the site's rules, decide what is read; else the page's own structure does.
    Raises PageEmpty where the page holds no text, NoArticle where none of it reads as an article
    or the region is not on the page.
    """
    text, rest = bounded(page.html)
    root = parsed(text)
    address = page.final_address
    wanted, unwanted = _named(root, region, rules)
    out = outlined(root, address, wanted, unwanted)
    if not any(c.words for c in out.chunks):
        raise PageEmpty
    said = claims(root)
    headline = title(root, said, address)
    roles: dict[Chunk, Role] = {}
    choice = chosen(out, wanted, title_forms(headline, root, said), roles)
    kept = with_empty_cells(out, choice.kept, MOST)
    read = blocks(markup(out, kept), address)
    language = article_language(_declared(root, page), " ".join(block.text for block in read))
    more_claims(root, said)
    paths = Paths(root)
    places = locators(out, kept, paths)
    finished = tuple(
        _finished(block, language, roles.get(c, "body"), locator=place)
        for block, c, place in zip(read, kept, places, strict=True)
    )
    return Article(
        address=address,
        title=headline,
        language=language,
        blocks=finished,
        metadata=metadata(said, lines_of(finished), bylines(out, choice), address),
        skipped=(*leftovers(out, choice, paths), *beyond(rest)),
    )


def body(html: str, address: str) -> list[Block]:
    """The blocks alone, without locators, language or metadata."""
    root = parse(html)
    out = outlined(root, address)
    said = claims(root)
    roles: dict[Chunk, Role] = {}
    try:
        choice = chosen(out, None, title_forms(title(root, said, address), root, said), roles)
    except NoArticle:
        return []
    read = blocks(markup(out, choice.kept), address)
    return [msgspec.structs.replace(b, role=roles.get(c, "body")) for b, c in zip(read, choice.kept, strict=True)]


def outlined(
    root: etree._Element,
    address: str,
    wanted: frozenset[etree._Element] | None = None,
    unwanted: frozenset[etree._Element] = _NONE,
) -> Outline:
    """The outline without menus and footers, unless too little is left or parts were named."""
    host = _host(address)
    if wanted is None:
        out = outline(root, host, unwanted=unwanted, everything=False)
        if sum(c.words - c.linked for c in out.chunks if c.words > c.linked + FEWEST) >= LEAST:
            return out
    out = outline(root, host, wanted=wanted or _NONE, unwanted=unwanted)
    if wanted and out.cut is not None and not out.forced:
        return parts(root, host, wanted, unwanted)
    return out


def _host(address: str) -> str:
    """The host of an address, or nothing where it is malformed."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _named(
    root: etree._Element, region: Region | None, rules: SiteRules | None
) -> tuple[frozenset[etree._Element] | None, frozenset[etree._Element]]:
    """The elements to read, or None where nobody named any; and those to skip."""
    rules = rules or SiteRules()
    unwanted = frozenset(select(root, rules.skip))
    if region:
        names = (
            *(f"#{escaped(i)}" for i in region.ids),
            *(f".{escaped(c)}" for c in region.classes),
            *region.selectors,
        )
        return frozenset(_selected(root, names)), unwanted
    return frozenset(select(root, rules.read)) if rules.read else None, unwanted


def _selected(root: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    try:
        return select(root, names)
    except ValueError as problem:
        raise RegionUnfit(region=names[0][:80]) from problem


def chosen(
    out: Outline, wanted: frozenset[etree._Element] | None, titles: frozenset[str], roles: dict[Chunk, Role]
) -> Choice:
    """What is read of an outline; the roles of its lines are added to `roles`. Raises NoArticle."""
    if wanted is None:
        choice = choose(out)
        keep_lines_about_page(out, choice, roles)
        roles.update(section_roles(out, choice))
        clean(out, choice, titles, roles)
    else:
        choice = within(out, {n for n, el in enumerate(out.elements) if el in wanted})
        roles.update(section_roles(out, choice))
    for c in choice.kept[MOST:]:
        choice.left[c] = (TOO_LONG, choice.kept[MOST].node)
    choice.kept = choice.kept[:MOST]
    if sum(c.words for c in choice.kept if roles.get(c, "body") == "body" or wanted) < (1 if wanted else FEWEST):
        raise NoArticle
    return choice


def _declared(root: etree._Element, page: Page) -> str | None:
    """The language that the page says it is in."""
    for el in root.iter("html", "body", "main", "article"):
        if el.get("lang") or el.get("xml:lang"):
            return str(el.get("lang") or el.get("xml:lang"))
    for el in root.iter("meta"):
        if (el.get("http-equiv") or el.get("name") or "").lower() in ("content-language", "language"):
            return str(el.get("content", ""))
    return page.language


def _finished(block: Block, language: str, role: Role, **also: object) -> Block:
    own = block.language or block_language(block.text, language)
    return msgspec.structs.replace(block, language=own, role=role, **also)
