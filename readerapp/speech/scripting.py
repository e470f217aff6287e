"""Article → Script: what will be said, utterance by utterance, in reading order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

import msgspec

from ..languages import base
from ..model import Article, Block, Run, Script, Substitution, Utterance
from . import pauses
from .cutting import Span, outside, sounding, sounds, spans
from .options import Choices, SpeechOptions
from .reading import compose, read
from .structure import LINK, Announcer

TITLE = -1
"""The number of the block that an article's title counts as."""


class _Around(NamedTuple):
    """What is said before a block's first word and after its last, and the silence that follows."""

    before: str
    after: str
    pause: int


def script(article: Article, options: SpeechOptions | None = None) -> Script:
    """Everything that will be said of an article: the title, its blocks in order, contacts last."""
    chosen = options or SpeechOptions()
    blocks, order = article.blocks, tuple(_order(article.blocks, chosen.choices))
    announcer = Announcer(article, order, chosen)
    title = Block(kind="heading", level=1, runs=(Run(article.title),), language=article.language)
    utterances = list(_utterances(title, TITLE, _Around("", "", pauses.TITLE), chosen))
    for number, later in zip_longest(order, order[1:]):
        pause = pauses.after(blocks[number], None if later is None else blocks[later])
        around = _Around(announcer.before(number), announcer.after(number), pause)
        utterances += _utterances(blocks[number], number, around, chosen)
    return Script(title=article.title, language=article.language, utterances=tuple(utterances))


def _order(blocks: Sequence[Block], choices: Choices) -> Iterator[int]:
    """The numbers of the blocks that are said, in the order in which they are."""
    said = [number for number, block in enumerate(blocks) if _said(block, choices)]
    yield from (number for number in said if blocks[number].role != "contact")
    if choices.contacts:
        yield from (number for number in said if blocks[number].role == "contact")


def _said(block: Block, choices: Choices) -> bool:
    if not sounds(block.text) or (block.kind == "image" and not choices.images):
        return False
    return choices.tables != "skip" or all(held.kind != "table" for held in block.path)


def _utterances(block: Block, number: int, around: _Around, options: SpeechOptions) -> Iterator[Utterance]:
    """One block's utterances."""
    text = block.text
    if not sounds(text):
        return
    links = tuple(_links(block)) if options.choices.links else ()
    cut = [said for passage in _passages(block) for said in _cut(text, passage, links, options)]
    for place, (span, language, readings) in enumerate(cut):
        last = place + 1 == len(cut)
        silence = around.pause if last else pauses.SENTENCE if span.ends else pauses.BORDER
        added = [
            *_inserted(around.before if place == 0 else "", language, 0),
            *readings,
            *_inserted(around.after if last else "", language, span.end - span.start),
        ]
        yield Utterance(
            text=text[span.start : span.end],
            language=language,
            block=number,
            start=span.start,
            end=span.end,
            substitutions=tuple(added),
            pause=silence,
        )


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
    kept = sounding(block.text, borders)
    changes = [*kept[:1], *(start for before, start in pairwise(kept) if tags[start] != tags[before])]
    starts = [0, *changes[1:], len(block.text)]
    return [(start, end, tags[change]) for start, end, change in zip(starts, starts[1:], changes, strict=False)]


def _cut(
    text: str, passage: tuple[int, int, str], links: Sequence[int], options: SpeechOptions
) -> Iterator[tuple[Span, str, list[Substitution]]]:
    """The spans of one passage, each with its readings as offsets in the span."""
    start, end, language = passage
    part = text[start:end]
    found = read(part, language, options.lexicons.get(language, ()))
    cut = list(spans(part, found.starts, found.substitutions))
    rest = list(reversed(_linked(found.substitutions, links, passage, options)))
    for number, span in enumerate(cut):
        held: list[Substitution] = []
        while rest and rest[-1].start < span.end:
            reading = rest.pop()
            held.append(_moved(reading, span))
        ends = span.ends and (number + 1 < len(cut) or end == len(text))
        yield Span(start + span.start, start + span.end, ends), language, held


def _moved(reading: Substitution, span: Span) -> Substitution:
    """The reading by its place in the span; the white space around a span is no part of it, nor of a reading there."""
    start, end = max(reading.start, span.start), min(reading.end, span.end)
    return msgspec.structs.replace(reading, start=start - span.start, end=max(start, end) - span.start)


def _links(block: Block) -> Iterator[int]:
    """Where each link of a block begins."""
    at = 0
    before: str | None = None
    for run in block.runs:
        if run.link and run.link != before and run.text.strip():
            yield at + len(run.text) - len(run.text.lstrip())
        before = run.link
        at += len(run.text)


def _linked(
    readings: Sequence[Substitution], links: Sequence[int], passage: tuple[int, int, str], options: SpeechOptions
) -> list[Substitution]:
    """The readings and, before each link of the passage, the word that says so."""
    start, end, language = passage
    phrases: list[Substitution] = []
    for link in links:
        if start <= link < end:
            place = outside(link - start, readings)
            phrases += _inserted(options.say(language, LINK), language, place)
    return sorted([*phrases, *readings], key=lambda reading: (reading.start, reading.end))


def _inserted(phrase: str, language: str, place: int) -> Iterator[Substitution]:
    """A phrase that is said but not displayed, as a reading of no characters."""
    if phrase:
        spoken, parts = compose(phrase, language)
        yield Substitution(place, place, spoken, "structure", parts)
