"""Leaves out what only points elsewhere: a line with a colon, and nothing behind it but links to other pages.

Its shape announces something, and what it announces is not read: "Further reading:" over links that are left out, "See
also:" before another page's headline. Names, addresses, files and other sites behind a colon are told, and stay.
"""

from collections.abc import Container, Iterator
from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .vocabulary import HEADINGS, RELATED
from .worth import LISTED

_LINE: Final = 10
"""Words of a line over links."""
_LABEL: Final = 4
"""Words before a link in one line with it."""
HEADLINE: Final = 6
"""Words of a link that is a headline, and no name of a person or a service."""
_CONTENTS: Final = 2
"""Links that make a list of contents."""
_UP: Final = 4
"""Elements around a line over contents."""
_NEAR: Final = 6
"""Stretches of text that tell what a line announces."""
_MOSTLY: Final = 0.5


def pointers(out: Outline, choice: Choice, roles: Container[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """The lines of a choice that lead to nothing that is read, once the text has begun, and why they are left out."""
    first = next((c for c in choice.kept if c.value > 0), None)
    if choice.links or first is None:
        return {}
    following = dict(_following(out, choice))
    over = set(_over_contents(out, frozenset(choice.kept)))
    never = {*choice.contacts, *choice.notes, *choice.speakers}
    reasons: dict[Chunk, tuple[str, int]] = {}
    begun = False
    for c in choice.kept:
        begun = begun or c is first
        line = not (c.forced or c.image or out.tags[c.node] in LISTED or out.tags[c.node] == "h1")
        if not line or c in roles or c in never:
            continue
        if c in over or (begun and (_leads_into(out, c) or _announces(out, c, following.get(c, [])))):
            reasons[c] = (RELATED, c.node)
    return reasons


def _following(out: Outline, choice: Choice) -> Iterator[tuple[Chunk, list[Chunk]]]:
    """Each line that ends in a colon, with what of the page is left out right behind it."""
    members = frozenset(choice.kept)
    for i, c in enumerate(out.chunks):
        if c in members and c.text.endswith(":"):
            behind: list[Chunk] = []
            for other in out.chunks[i + 1 : i + 1 + _NEAR]:
                if other in members:
                    break
                behind.append(other)
            yield c, [other for other in behind if other.words]


def _over_contents(out: Outline, members: Container[Chunk]) -> Iterator[Chunk]:
    """Each line over a list of what the page holds, none of which is read: its links lead down the page to headings.

    The line and the list are all of what holds them.
    """
    line, prior, before = None, None, None
    links, around = 0, -1
    for c in out.chunks:
        if c in members:
            if (
                line is not None
                and links >= _CONTENTS
                and out.tags[c.node] in HEADINGS
                and not out.holds(around, c.node)
            ):
                yield line
            line, prior, links = (c if c.words <= _LABEL and not c.linked else None), before, 0
        elif line is not None and c.words:
            if not links:
                around = _holder(out, line, c)
            inside = out.holds(around, c.node) and not (prior is not None and out.holds(around, prior.node))
            down = _links_down(out, c) if inside else 0
            line, links = (line if down else None), links + down
        before = c


def _holder(out: Outline, line: Chunk, c: Chunk) -> int:
    """What holds a line, if only just, and what follows; -1 where nothing so near does."""
    return next((n for n in out.ancestors(line.node)[:_UP] if out.holds(n, c.node)), -1)


def _links_down(out: Outline, c: Chunk) -> int:
    """How many links a stretch of text is made of that lead down the page; none where it is made of anything else."""
    links = {n for _, around in c.pieces for n in around if out.tags[n] == "a"}
    down = all(out.elements[n].get("href", "").startswith("#") for n in links)
    return len(links) if down and 2 * c.linked > c.words else 0


def _announces(out: Outline, c: Chunk, following: list[Chunk]) -> bool:
    """Whether a line without links has nothing behind it but links to pages of the site, none of which is read."""
    if c.linked or c.words > _LINE or not following:
        return False
    next_ = following[0]
    links, words = sum(other.linked for other in following), sum(other.words for other in following)
    leads = next_.linked > _MOSTLY * next_.words and links > _MOSTLY * words
    return leads and not out.outward(next_) and not out.document(next_)


def _leads_into(out: Outline, c: Chunk) -> bool:
    """Whether a line is a few words and a colon, linked or not, and another page's headline."""
    if c.linked < HEADLINE:
        return False
    label, _, headline = c.text.partition(": ")
    words = len(headline.split())
    if words < HEADLINE or c.linked < words or len(label.split()) > _LABEL or out.tags[c.node] in HEADINGS:
        return False
    return not out.outward(c) and not out.document(c)
