"""Plain text to Article: lines, groups, headings, paragraphs, lists."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from ...errors import NoArticle, PageEmpty
from ...model import Article, Block, Document, Run, Skipped
from ...text.cleaning import squeeze
from ..language import article_language, block_language
from ..limits import BLOCKS, CHARACTERS, EXCERPT, TOO_LONG
from ..rules import Region, SiteRules
from ..switches import ALL_ON, Switches
from .headings import Part, parts
from .lines import groups
from .lists import Path, paths
from .paragraphs import Paragraph, paragraphs
from .wrapping import ends_sentence, width_of

_LINK: Final = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]{1,2000}(?<![.,;:!?])")
_LONGEST_TITLE: Final = 120
_DEEPEST: Final = 12
"""Lists in lists that are told apart."""


def extracted(
    document: Document,
    *,
    region: Region | None = None,
    rules: SiteRules | None = None,
    site: frozenset[int] | None = None,
    switches: Switches = ALL_ON,
) -> tuple[Article, tuple[int, ...]]:
    """The text's article; nothing in a text has a name by which it could be left out, nor a frame around it.

    Raises PageEmpty where it says nothing, NoArticle where a region is asked for.
    """
    del rules, site, switches
    if region:
        raise NoArticle
    text, end = document.text[:CHARACTERS], document.text[CHARACTERS:]
    paragraphs = _paragraphs(text)
    if not paragraphs:
        raise PageEmpty
    language = article_language(document.language, [each.text for each in paragraphs])
    title, paragraphs = _title(paragraphs, document.final_address)
    body, rest = paragraphs[:BLOCKS], paragraphs[BLOCKS:]
    article = Article(
        address=document.final_address,
        title=title,
        language=language,
        blocks=tuple(_block(each, path, language) for each, path in zip(body, paths(body), strict=True)),
        skipped=_skipped([*(each.text for each in rest), end]),
    )
    return article, ()


def _paragraphs(text: str) -> list[Paragraph]:
    """Headings among them."""
    lines = list(groups(text))
    width = width_of(lines)
    return [each for part in parts(lines) for each in _of(part, width)]


def _of(part: Part, width: int) -> Iterator[Paragraph]:
    if part.heading:
        yield Paragraph(part.lines[0].text, heading=part.heading)
    else:
        yield from paragraphs(part.lines, width)


def _title(paragraphs: list[Paragraph], address: str) -> tuple[str, list[Paragraph]]:
    """The headline, and what follows it: the first line where it can be one of something, else the name of the file."""
    first = paragraphs[0]
    if first.heading or (len(paragraphs) > 1 and not first.mark and _can_head(first.text)):
        if len(paragraphs) > 1:
            return first.text, paragraphs[1:]
        return _name(address), [first._replace(heading=0)]
    return _name(address), paragraphs


def _can_head(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not ends_sentence(text) and not text.endswith((",", "-"))


def _name(address: str) -> str:
    """What a file is called, without its ending."""
    try:
        last = unquote(urlsplit(address).path.rpartition("/")[2])
    except ValueError:
        return ""
    return squeeze(last.rpartition(".")[0].replace("_", " "))[:_LONGEST_TITLE]


def _block(paragraph: Paragraph, path: Path, language: str) -> Block:
    text = paragraph.text[paragraph.mark :] if path else paragraph.text
    return Block(
        kind="heading" if paragraph.heading else "paragraph",
        runs=tuple(_runs(text)),
        language=block_language(text, language),
        level=paragraph.heading,
        path=path[: 2 * _DEEPEST],
    )


def _runs(text: str) -> Iterator[Run]:
    """The text with its addresses as links."""
    at = 0
    for link in _LINK.finditer(text):
        if link.start() > at:
            yield Run(text[at : link.start()])
        yield Run(link[0], link=link[0])
        at = link.end()
    if at < len(text):
        yield Run(text[at:])


def _skipped(rest: Sequence[str]) -> tuple[Skipped, ...]:
    """What lies behind the part that is read at all, if anything does."""
    words = sum(len(text.split()) for text in rest)
    begin = squeeze(" ".join(text[: EXCERPT * 20] for text in rest[:EXCERPT]))
    return (Skipped(TOO_LONG, begin[:EXCERPT], words, ""),) if words else ()
