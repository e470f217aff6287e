"""Hears the best witness of what is frame: the site's other pages. It too needs a second one.

What stands on other pages may be said here as well: the same instruction on ten pages, a card of the same office. So it
is left out only where links, a place beside what this page alone says, a tag or a name speak for it too. Nor is it
frame that a headline heads, where the page says nothing of its own under it.
"""

from collections.abc import Iterable
from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .vocabulary import CAPTION, CONTACT, HEADINGS, NOTE, OUTSIDE, SITE
from .witnesses import LINKED, Witnesses

_OWN: Final = 0.1
"""The share of a page's good text that must be its own, where its headline is not, or it is the copy of another."""
_FEWEST: Final = 4
"""Words of its own that a page must have."""
_OPEN: Final = frozenset((CAPTION, CONTACT, NOTE))
_PARTS: Final = frozenset("body main article section div header footer aside nav form td details".split())
"""What parts of a page are made of, rather than parts of a text."""


def discount(out: Outline) -> None:
    """Let what other pages say as well be worth nothing in the choice of a region; forget it on a copy of another."""
    if not out.shared:
        return
    own = [c for c in out.chunks if c not in out.shared]
    good = sum(c.words for c in own if c.value > 0)
    total = sum(c.words for c in out.chunks if c.value > 0)
    title = next((c for c in out.chunks if out.tags[c.node] == "h1"), None)
    headed = title is not None and title not in out.shared
    if sum(c.words for c in own) < _FEWEST or not (headed or (good and good >= _OWN * total)):
        out.shared = frozenset()
        return
    out.shared -= _under_headline(out)
    out.value_anew()
    for c in out.shared:
        c.value = min(c.value, 0.0)


def _under_headline(out: Outline) -> set[Chunk]:
    """What stands in one part with the headline, where all that is said there stands on other pages.

    So it is with a post that stands in full on the pages of its month and its subjects.
    """
    title = next((c for c in out.chunks if out.tags[c.node] == "h1"), None)
    counts = out.counts()
    for n in _parts(out, title) if title is not None else ():
        masthead = out.tags[n] == "header" and out.tags[out.parents[n]] == "body"
        if counts.within(counts.good, n) and not masthead:
            chunks = [c for c in out.chunks if out.holds(n, c.node)]
            return set(chunks) if all(c in out.shared for c in chunks if c.value > 0) else set()
    return set()


def leave_frame(out: Outline, choice: Choice) -> None:
    """Leave out what is kept, stands on other pages and has a second witness against it; tell it of what is left."""
    if not out.shared:
        return
    witnesses = Witnesses(out)
    own = {n for c in choice.kept if c not in out.shared and c.words for n in _parts(out, c)}
    reasons = {
        c: (SITE, c.node)
        for c in choice.kept
        if c in out.shared
        and not (c.forced or c in choice.contacts or c in choice.notes)
        and _seconded(out, witnesses, c, own)
    }
    choice.kept = [c for c in choice.kept if c not in reasons]
    choice.left.update(reasons)
    outside = [c for c, (rule, _) in choice.left.items() if rule == OUTSIDE and c in out.shared]
    choice.left.update({c: (SITE, c.node) for c in outside})
    _take_back(out, choice)
    _drop_headings(out, choice)


def _take_back(out: Outline, choice: Choice) -> None:
    """Read sentences of this page alone that look like its text, where only the place they stand at spoke against."""
    looks = {_look(out, c) for c in choice.kept if c.value > 0 and c not in out.shared}
    back = {
        c
        for c, (rule, _) in choice.left.items()
        if rule == OUTSIDE and c.value > 0 and not c.linked and c not in out.shared and _look(out, c) in looks
    }
    if back:
        choice.left = {c: why for c, why in choice.left.items() if c not in back}
        choice.kept = [c for c in out.chunks if c not in choice.left]


def _look(out: Outline, c: Chunk) -> tuple[tuple[str, str | None], ...]:
    """The kinds and classes of the elements around a chunk."""
    return tuple((out.tags[n], out.classes[n]) for n in out.ancestors(c.node) if n >= 0)


def _seconded(out: Outline, witnesses: Witnesses, c: Chunk, own: set[int]) -> bool:
    """Whether links, the place, a tag, a role or a name say of a chunk what the other pages say."""
    if c.linked > LINKED * c.words:
        return not (out.reaches(c) or out.outward(c) or out.document(c))
    part = next(iter(_parts(out, c)), -1)
    if part >= 0 and part not in own:
        return True
    around = [n for n in out.ancestors(c.node) if n >= 0 and n not in own]
    return any(witnesses.framed(n) or _named(out, n) for n in around)


def _named(out: Outline, n: int) -> bool:
    return n in out.hints and out.hints[n].rule not in _OPEN


def _parts(out: Outline, c: Chunk) -> Iterable[int]:
    """The parts of the page around a chunk, from the inside out."""
    return [n for n in out.ancestors(c.node) if n >= 0 and out.tags[n] in _PARTS]


def _drop_headings(out: Outline, choice: Choice) -> None:
    """Leave out shared headings under which nothing is read any more."""
    following, level = False, 7
    orphans: set[Chunk] = set()
    for c in reversed(choice.kept):
        tag = out.tags[c.node]
        if tag not in HEADINGS:
            following, level = True, 7
        elif c in out.shared and not following and int(tag[1]) >= level:
            orphans.add(c)
        else:
            following, level = False, int(tag[1])
    choice.left.update({c: (SITE, c.node) for c in orphans})
    choice.kept = [c for c in choice.kept if c not in orphans]
