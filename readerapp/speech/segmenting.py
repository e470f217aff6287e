"""Article → its sentences: what is displayed, in the article's order, before anything is decided about how it is said.

A segment is known by its own text, so that a paragraph put in before it, another voice or another wish makes it no
other segment.
"""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from itertools import pairwise

from ..languages import base
from ..model import Article, Block, Run, Segment
from .cutting import Span, sounding, sounds, spans
from .reading import read, sentence_starts

TITLE = -1
"""The number of the block that an article's title counts as."""
_ID = 16
"""Hexadecimal digits of an id: one in 10^13 pages of a thousand sentences has two alike."""


def segment(article: Article) -> tuple[Segment, ...]:
    """Every sentence of an article that has something to say, the title's first."""
    segments: list[Segment] = []
    equal: dict[str, int] = {}
    title = Block(kind="heading", level=1, runs=(Run(article.title),), language=article.language)
    for number, block in enumerate((title, *article.blocks), start=TITLE):
        text = block.text
        for span, language in _cut(block) if sounds(text) else ():
            words = text[span.start : span.end]
            equal[words] = count = equal.get(words, 0) + 1
            sentence = Segment(
                id=f"{sha256(words.encode(errors='surrogatepass')).hexdigest()[:_ID]}-{count}",
                text=words,
                language=language,
                block=number,
                start=span.start,
                end=span.end,
                ends=span.ends,
            )
            segments.append(sentence)
    return tuple(segments)


def _cut(block: Block) -> Iterator[tuple[Span, str]]:
    """The spans of a block, each with its language."""
    text = block.text
    for start, end, language in _passages(block):
        part = text[start:end]
        cut = list(spans(part, sentence_starts(part, language), partial(read, tag=language)))
        for number, span in enumerate(cut):
            ends = span.ends and (number + 1 < len(cut) or end == len(text))
            yield Span(start + span.start, start + span.end, ends), language


def _passages(block: Block) -> list[tuple[int, int, str]]:
    """The block's text cut where the language changes: start, end, language."""
    own = base(block.language) or block.language
    borders: list[int] = []
    tags: dict[int, str] = {}
    at = 0
    for run in block.runs:
        if run.text:
            borders.append(at)
            tags[at] = base(run.language) or own
        at += len(run.text)
    places = sounding(block.text, borders)
    changes = [*places[:1], *(start for before, start in pairwise(places) if tags[start] != tags[before])]
    starts = [0, *changes[1:], len(block.text)]
    return [(start, end, tags[change]) for start, end, change in zip(starts, starts[1:], changes, strict=False)]
