"""Article → Script: what will be said, utterance by utterance, in reading order."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..model import Article, Block, Script, Segment, Substitution, Utterance
from . import pauses
from .cutting import outside, sounds
from .options import SpeechOptions, Verbosity
from .reading import compose, read
from .segmenting import TITLE, segment
from .structure import LINK, Announcer


class _Around(NamedTuple):
    """What is said before a block's first word and after its last, and the silence that follows."""

    before: str
    after: str
    pause: int


def script(article: Article, options: SpeechOptions | None = None, segments: Sequence[Segment] | None = None) -> Script:
    """Everything that will be said of an article: the title, its blocks in order, contacts last.

    `segments` are the article's, if they are at hand.
    """
    preferences = options or SpeechOptions()
    blocks, order = article.blocks, tuple(_order(article.blocks, preferences.verbosity))
    announcer = Announcer(article, order, preferences)
    by_block: dict[int, list[Segment]] = {}
    for one in segment(article) if segments is None else segments:
        by_block.setdefault(one.block, []).append(one)
    utterances = list(
        _utterances(by_block.get(TITLE, ()), (), _Around("", announcer.after_title(), pauses.TITLE), preferences)
    )
    for number, later in zip_longest(order, order[1:]):
        pause = pauses.after(blocks[number], None if later is None else blocks[later])
        around = _Around(announcer.before(number), announcer.after(number), pause)
        links = tuple(_links(blocks[number])) if preferences.verbosity.links else ()
        utterances += _utterances(by_block.get(number, ()), links, around, preferences)
    return Script(title=article.title, language=article.language, utterances=tuple(utterances))


def _order(blocks: Sequence[Block], verbosity: Verbosity) -> Iterator[int]:
    """The numbers of the blocks that are said, in the order in which they are."""
    numbers = [number for number, block in enumerate(blocks) if _wording(block, verbosity)]
    yield from (number for number in numbers if blocks[number].role != "contact")
    if verbosity.contacts:
        yield from (number for number in numbers if blocks[number].role == "contact")


def _wording(block: Block, verbosity: Verbosity) -> bool:
    if not sounds(block.text) or (block.kind == "image" and not verbosity.images):
        return False
    return verbosity.tables != "skip" or all(container.kind != "table" for container in block.path)


def _utterances(
    segments: Sequence[Segment], links: Sequence[int], around: _Around, options: SpeechOptions
) -> Iterator[Utterance]:
    """One block's utterances."""
    for place, one in enumerate(segments):
        last = place + 1 == len(segments)
        language = one.language
        readings = read(one.text, language, options.lexicons.get(language, ()))
        substitutions = [
            *_inserted(around.before if place == 0 else "", language, 0),
            *_linked(readings, links, one, options),
            *_inserted(around.after if last else "", language, len(one.text)),
        ]
        yield Utterance(
            text=one.text,
            language=language,
            block=one.block,
            start=one.start,
            end=one.end,
            substitutions=tuple(substitutions),
            pause=around.pause if last else pauses.SENTENCE if one.ends else pauses.BORDER,
            segment=one.id,
        )


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
    readings: Sequence[Substitution], links: Sequence[int], one: Segment, options: SpeechOptions
) -> list[Substitution]:
    """The readings and, before each link of the segment, the word that says so."""
    phrases: list[Substitution] = []
    for link in links:
        if one.start <= link < one.end:
            place = outside(link - one.start, readings)
            phrases += _inserted(options.say(one.language, LINK), one.language, place)
    return sorted([*phrases, *readings], key=lambda reading: (reading.start, reading.end))


def _inserted(phrase: str, language: str, place: int) -> Iterator[Substitution]:
    """A phrase that is said but not displayed, as a reading of no characters."""
    if phrase:
        wording, parts = compose(phrase, language)
        yield Substitution(place, place, wording, "structure", parts)
