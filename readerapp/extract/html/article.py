"""Page to Article: parse, outline, choose, clean, read."""

import dataclasses
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from ...errors import NoArticle, OnlyFrames, PageEmpty
from ...model import Article, Block, Document, Locator
from ...model.article import Role
from ..language import article_language, block_language
from ..limits import BLOCKS as MOST
from ..limits import TOO_LONG
from ..rules import Region, SiteRules
from ..switches import ALL_ON, Switches
from .about import About, about
from .beside import beside
from .cells import with_empty_cells
from .choice import Choice
from .claims import declared_language, more_claims, properties
from .contacts import subject
from .described import description
from .extraction import Extraction
from .fallbacks import main_frame, told_in_data, without_scripts
from .headed import bare
from .heads import Heads
from .judge import MOST as LONG
from .judge import judge
from .leftovers import beyond, leftovers
from .links import target
from .listing import leading_on, listing
from .locators import Paths, locators
from .markup import soup
from .metadata import lines_of, metadata
from .noscripts import may_swallow
from .outline import Chunk, Outline
from .parse import at_once, bounded, parse, parsed
from .reading import blocks
from .region import within
from .roles import bylines, section_roles
from .selecting import named
from .traces import recognise
from .undisturbed import undisturbed
from .vocabulary import HEADINGS, HIDDEN
from .voting import LEAST
from .walk import outline, parts

FEWEST: Final = 3
"""Words of body that make an article."""
_NONE: Final[frozenset[etree._Element]] = frozenset()
_OFF: Final[frozenset[str]] = frozenset()


@undisturbed()
def extracted(
    document: Document,
    *,
    region: Region | None = None,
    rules: SiteRules | None = None,
    site: frozenset[int] | None = None,
    switches: Switches = ALL_ON,
) -> tuple[Article, tuple[int, ...]]:
    """The page's article, and where traces of its `site` are given, the page's own. The same gives the same.

    A region, else the site's rules, decide what is read; else the page's own structure does.
    Raises PageEmpty where the page holds no text, NoArticle where none of it reads as an article
    or the region is not on the page, OnlyFrames where the text is another page's.
    """
    heads, rest = _heads(document)
    # while the parser's tree is near: to look through it later costs three times as much
    paths, microdata = Paths(heads.root), properties(heads.root)
    address = document.final_address
    reading = read(heads, address, *named(heads.root, region, rules), site, switches.off)
    out, choice, roles, page = reading.out, reading.choice, reading.roles, reading.page
    chunks = with_empty_cells(out, choice.kept, MOST)
    drafts = blocks(soup(out, chunks), address)
    texts = [block.text for block in drafts]
    language = article_language(declared_language(page.heads, document.language), texts)
    more_claims(page.heads, page.claims, microdata)
    places = locators(out, chunks, paths) if reading.on_page else [None] * len(chunks)
    article_blocks = tuple(
        _finished(block, text, language, roles.get(c, "body"), place)
        for block, text, c, place in zip(drafts, texts, chunks, places, strict=True)
    )
    return Article(
        address=address,
        title=page.headline,
        language=language,
        blocks=article_blocks,
        metadata=metadata(page.claims, lines_of(article_blocks), bylines(out, choice), address),
        skipped=(*leftovers(out, choice, paths, page.headline), *beyond(rest)) if reading.on_page else beyond(rest),
        links=choice.links,
        described=reading.described,
    ), reading.traces


def _heads(document: Document) -> tuple[Heads, str]:
    """What is read of a page, as a tree, and the text of what lies behind that. Raises PageEmpty."""
    root = at_once(document.utf8)
    if root is not None and not may_swallow((heads := Heads(root)).all("noscript")):
        return heads, ""
    text, rest = bounded(document.text)
    return Heads(parsed(text, root)), rest


@undisturbed()
def body(html: str, address: str) -> list[Block]:
    """The blocks of the same article, without locators, language or metadata."""
    try:
        reading = read(Heads(parse(html)), address)
    except (NoArticle, PageEmpty):
        return []
    out, choice = reading.out, reading.choice
    chunks = with_empty_cells(out, choice.kept, MOST)
    drafts = blocks(soup(out, chunks), address)
    return [msgspec.structs.replace(b, role=reading.roles.get(c, "body")) for b, c in zip(drafts, chunks, strict=True)]


def read(  # noqa: PLR0913, PLR0917 - each says what is looked at
    heads: Heads,
    address: str,
    inclusions: frozenset[etree._Element] | None = None,
    exclusions: frozenset[etree._Element] = _NONE,
    site: frozenset[int] | None = None,
    off: frozenset[str] = _OFF,
) -> Extraction:
    """The article, from where the page has it. Raises PageEmpty, NoArticle, OnlyFrames."""
    page = about(heads, address)
    out = outlined(page, inclusions, exclusions, off=off)
    traces = recognise(out, site)
    try:
        reading = _read(out, page, inclusions)
        if inclusions is None and _leads_only(reading):
            reading = _in_data(out, page, told_in_data(page.heads, alone=True)) or reading
        return dataclasses.replace(reading, traces=reading.traces or traces)
    except (NoArticle, PageEmpty) as problem:
        if inclusions is not None or len(out.chunks) > LONG:
            raise
        elsewhere = _elsewhere(out, page, exclusions, site)
        if elsewhere is None:
            frame = main_frame(heads.root)
            if frame and not heads.root.findtext(".//p"):
                raise OnlyFrames(address=target(frame, address) or frame) from problem
            elsewhere = description(page)
        if elsewhere is None:
            raise
        return dataclasses.replace(elsewhere, traces=elsewhere.traces or traces)


def _read(out: Outline, page: About, inclusions: frozenset[etree._Element] | None = None) -> Extraction:
    if not any(c.words for c in out.chunks):
        raise PageEmpty
    out.published = page.claims.article
    roles: dict[Chunk, Role] = {}
    choice = chosen(out, inclusions, page.forms(), roles)
    return Extraction(out, choice, roles, page)


def _anew(
    page: About,
    exclusions: frozenset[etree._Element],
    site: frozenset[int] | None,
    off: frozenset[str],
    *,
    hidden: bool = False,
) -> Extraction:
    """The article of a page that is outlined once more, now that what hid its text is let in."""
    out = outlined(page, exclusions=exclusions, hidden=hidden, off=off)
    traces = recognise(out, site)
    return dataclasses.replace(_read(out, page), traces=traces)


def _elsewhere(
    out: Outline, page: About, exclusions: frozenset[etree._Element], site: frozenset[int] | None
) -> Extraction | None:
    """The text of a page whose elements show none: hidden, without scripts, in linked data, else a page of links."""
    if any(rule == HIDDEN for _, rule in out.unread[:LONG]):
        with suppress(NoArticle, PageEmpty):
            return _anew(page, exclusions, site, out.off, hidden=True)
    heads = page.heads
    data = told_in_data(heads)
    reading = _links(out, page)
    if (
        reading is None
        and any(c.words for c in out.chunks)
        and bare(out)
        and not heads.all("script")
        and main_frame(heads.root) is None
    ):
        reading = Extraction(out, Choice(out.chunks), {}, page)
    if without_scripts(heads.root):
        with suppress(NoArticle, PageEmpty):
            return _whole(_anew(about(Heads(heads.root), page.address), exclusions, site, out.off)) or reading
    return _in_data(out, page, data) or reading


def _in_data(out: Outline, page: About, data: str | None) -> Extraction | None:
    """The article that the page's linked data holds."""
    if data:
        with suppress(NoArticle, PageEmpty):
            other = about(Heads(parse(data)), page.address)
            return dataclasses.replace(_read(outlined(other, off=out.off), other), page=page, on_page=False)
    return None


def _leads_only(reading: Extraction) -> bool:
    """Whether nothing but links is read: on a page whose linked data holds an article that is only its menu."""
    return reading.choice.links > 0 and not any(c.value > 0 for c in reading.choice.kept)


def _whole(reading: Extraction) -> Extraction | None:
    """What is for browsers without scripts, unless it only asks for them: it is long, or has the page's title."""
    out, titles = reading.out, [(el.text or "").casefold() for el in reading.page.heads.all("title")[:1]]
    headed = any(out.tags[c.node] in HEADINGS and c.text.casefold() in title for title in titles for c in out.chunks)
    return reading if headed or sum(c.words for c in reading.choice.kept) >= LEAST else None


def _links(out: Outline, page: About) -> Extraction | None:
    choice = listing(out)
    if choice is None:
        return None
    choice.kept = [c for c in choice.kept if c.text.casefold() != page.headline.casefold()][:MOST]
    return Extraction(out, choice, {}, page)


def outlined(
    page: About,
    inclusions: frozenset[etree._Element] | None = None,
    exclusions: frozenset[etree._Element] = _NONE,
    *,
    hidden: bool = False,
    off: frozenset[str] = _OFF,
) -> Outline:
    """The outline without menus and what stands beside an article, unless too little is left or parts were named."""
    heads, host = page.heads, _host(page.address)
    if inclusions is None:
        apart = {} if "beside" in off else beside(page)
        out = outline(heads, host, exclusions=exclusions, everything=False, hidden=hidden, off=off, apart=apart)
        if sum(c.words - c.linked for c in out.chunks if c.words > c.linked + FEWEST) >= LEAST:
            return out
    out = outline(heads, host, inclusions=inclusions or _NONE, exclusions=exclusions, hidden=hidden, off=off)
    if inclusions and out.cut is not None and not out.forced:
        return parts(heads, host, inclusions, exclusions, off)
    return out


def _host(address: str) -> str:
    """The host of an address, or nothing where it is malformed."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def chosen(
    out: Outline, inclusions: frozenset[etree._Element] | None, titles: frozenset[str], roles: dict[Chunk, Role]
) -> Choice:
    """What is read of an outline; the roles of its lines are added to `roles`. Raises NoArticle."""
    if inclusions is None:
        choice = judge(out, titles, roles)
    else:
        choice = within(out, {n for n, el in enumerate(out.elements) if el in inclusions})
        roles.update(section_roles(out, choice))
    for c in choice.kept[MOST:]:
        choice.left[c] = (TOO_LONG, choice.kept[MOST].node)
    choice.kept = choice.kept[:MOST]
    choice.links = choice.links or leading_on(out, choice.kept)
    if subject(out) or sum(c.words for c in choice.kept if roles.get(c, "body") == "body") < FEWEST:
        _read_contacts(choice, roles)
    if sum(c.words for c in choice.kept if roles.get(c, "body") == "body" or inclusions) < (
        1 if inclusions else FEWEST
    ):
        raise NoArticle
    return choice


def _read_contacts(choice: Choice, roles: dict[Chunk, Role]) -> None:
    """Where a page says nothing but whom to contact, or is about that, it is its text."""
    for c in choice.kept:
        if roles.get(c) == "contact":
            del roles[c]


def _finished(b: Block, text: str, language: str, role: Role, place: Locator | None) -> Block:
    """The block with all that its own markup does not tell; made anew, which is quicker than to replace fields."""
    own = b.language or block_language(text, language)
    return Block(b.kind, b.runs, own, b.level, role, b.path, place, b.source)
