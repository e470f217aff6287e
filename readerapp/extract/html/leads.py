"""Finds the lead: what stands between the headline and the text, in whatever box the page puts it.

A lead stands in the box of the headline, in one of its own or in one as lists of teasers have them, and seldom in that
of the text. Two witnesses tell that it belongs to the article, its place and its shape: a sentence right under the
headline, without a link in it or beside it. How likely it is altogether is the third.
"""

from collections import Counter
from itertools import islice
from typing import Final

from ..dates import occasion, written
from .choice import Choice
from .headed import small_print
from .outline import Chunk, Outline
from .second import Setting, setting
from .stories import is_story
from .vocabulary import DECORATION, FRAME, HEADINGS, OUTSIDE, RELATED, SITE
from .worth import LISTED

_NEAR: Final = 10
"""Stretches of text behind the headline among which the lead is."""
_BOXES: Final = 3
"""Elements around a line that may be boxes of its own."""
_FEW: Final = 3
"""Words of a line that says what a page is about."""
_LEAST: Final = 8
"""Words of a lead."""
_SECOND: Final = 5
"""Words of a second headline."""
_LONG: Final = 14
"""Words of a line that says something whatever it ends in, and is more than a date."""
_CAPTION: Final = (4, 40)
"""Words of what is said of a picture."""
_ENDS: Final = '.!?…”"»'
_BEFORE: Final = frozenset((OUTSIDE, DECORATION, RELATED, FRAME, SITE))
"""Rules that a lead is left out by, for the box that it stands in."""
_ASIDE: Final = frozenset("nav aside footer form menu button figcaption label".split())


def leads(out: Outline, choice: Choice, titles: frozenset[str]) -> list[Chunk]:
    """What was left out between the headline and the first text that is kept, and reads as a lead."""
    members = set(choice.kept)
    first = next((i for i, c in enumerate(out.chunks) if c in members and c.value > 0 and not c.forced), -1)
    head = headline_before(out, titles, first)
    if head < 0:
        return []
    between = out.chunks[head + 1 : min(first, head + 1 + _NEAR)]
    headline = out.chunks[head]
    rest = [c for c in between if c in choice.left and c not in choice.sure]
    box = {c for c in rest if choice.left[c][0] in _BEFORE}
    return [c for c in rest if _second(out, headline, c, between) or (c in box and _leads(out, c, between))]


def captions(out: Outline, choice: Choice, titles: frozenset[str]) -> set[Chunk]:
    """What was left out soon after the headline: of the picture in its box, or right under it, and when it is."""
    members = set(choice.kept)
    first = next((i for i, c in enumerate(out.chunks) if c in members and c.value > 0), -1)
    head = headline_before(out, titles, first)
    if head < 0 or is_story(out, members):
        return set()
    headline, near = out.chunks[head], out.chunks[head + 1 : head + 1 + _NEAR]
    own = headline.text.casefold() in titles
    return {
        c
        for c in near
        if choice.left.get(c, ("",))[0] in _BEFORE
        and c not in choice.sure
        and (
            (_tells(out, c) and not out.published)
            or (c is near[0] and _right_under(out, headline, c) and (_when(out, c) or (own and _introduces(out, c))))
        )
    }


def _right_under(out: Outline, headline: Chunk, c: Chunk) -> bool:
    """Whether a line stands in one row with the headline, by itself or in a box that says nothing else."""
    title = out.parents[headline.node]
    row = next((n for n in out.ancestors(c.node)[:_BOXES] if out.parents[n] == title), -1)
    return row >= 0 and out.counts().within(out.counts().words, row) == c.words


def _introduces(out: Outline, c: Chunk) -> bool:
    """Whether a line right under the page's own headline says what it is about, on a page that is no news."""
    if out.published or c in out.shared or c.linked or c.caption or c.image or small_print(out, c):
        return False
    if any(out.tags[n] == "header" for n in out.ancestors(c.node)):
        return False
    return c.words >= _FEW and not out.wording(c) and not written(c.text) and out.tags[c.node] not in LISTED


def _when(out: Outline, c: Chunk) -> bool:
    """Whether a line tells when what the headline names takes place."""
    return c.words <= _LONG and not c.linked and not out.wording(c) and occasion(c.text)


def _tells(out: Outline, c: Chunk) -> bool:
    """Whether a line is all that is said in a box with one picture, and more than whose picture it is or when."""
    if not _CAPTION[0] <= c.words <= _CAPTION[1] or c.linked or c.image or written(c.text) or out.wording(c):
        return False
    box = out.parents[c.node]
    counts = out.counts()
    if box < 0 or counts.within(counts.words, box) != c.words:
        return False
    pictures = sum(1 for _ in islice(out.elements[box].iter("img"), 2))
    return pictures == 1 and out.elements[c.node].tag != "a"


def read_leads(out: Outline, choice: Choice, titles: frozenset[str]) -> set[Chunk]:
    """What is read between the headline and the first text of the make that most of it has, and reads as a lead."""
    members = {c for c in choice.kept if c.value > 0}
    makes: Counter[Setting] = Counter()
    for c in members:
        makes[setting(out, c)] += c.words
    usual = max(makes, key=makes.__getitem__, default=())
    first = next((i for i, c in enumerate(out.chunks) if c in members and setting(out, c) == usual), -1)
    head = headline_before(out, titles, first)
    between = out.chunks[head + 1 : min(first, head + 1 + _NEAR)] if head >= 0 else []
    return {c for c in between if c in members and _says(out, c)}


def _second(out: Outline, headline: Chunk, c: Chunk, between: list[Chunk]) -> bool:
    """Whether a stretch of text is a lesser heading without links, right under the headline and in the same box."""
    beside = c is between[0] and out.parents[c.node] == out.parents[headline.node]
    lesser = out.tags[c.node] in HEADINGS and out.tags[c.node] != "h1" and not c.linked
    return beside and lesser and c.words >= _SECOND and not out.wording(c)


def headline_before(out: Outline, titles: frozenset[str], before: int) -> int:
    """The last stretch of text before another one that is the headline, or -1."""
    for i in range(before - 1, -1, -1):
        c = out.chunks[i]
        if out.tags[c.node] in HEADINGS and (out.tags[c.node] == "h1" or c.text.casefold() in titles):
            return i
    return -1


def _leads(out: Outline, c: Chunk, between: list[Chunk]) -> bool:
    """Whether a stretch of text under the headline reads as a lead, and leads nowhere, nor does what stands beside."""
    if not ((c.text[-1] in _ENDS or c.words >= _LONG) and _says(out, c)):
        return False
    return not any(other.linked and out.holds(out.parents[c.node], other.node) for other in between)


def _says(out: Outline, c: Chunk) -> bool:
    """Whether a stretch of text has the words of a lead and is no date, without a link or a part of its own around."""
    if c.words < _LEAST or c.linked or c.caption or (c.words < _LONG and written(c.text)) or out.wording(c):
        return False
    return not any(n >= 0 and out.tags[n] in _ASIDE for n in out.ancestors(c.node))
