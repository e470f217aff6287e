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
    for c in choice.kept[choice.kept.index(first) :]:
        line = not (c.forced or c.image or out.tags[c.node] in LISTED or out.tags[c.node] == "h1")
        told = c in roles or c in never
        if line and not told and (_leads_into(out, c) or _announces(out, c, following.get(c, [])) or c in over):
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
    line, links, before = None, 0, None
    for c in out.chunks:
        if c in members:
            if line is not None and links >= _CONTENTS and out.tags[c.node] in HEADINGS:
                around = out.parents[line.node]
                if not out.holds(around, c.node):
                    yield line
            around = out.parents[c.node]
            first = before is None or not out.holds(around, before.node)
            line, links = (c if first and c.words <= _LABEL and not c.linked else None), 0
        elif line is not None and c.words:
            links += 1
            down = c.link >= 0 and out.elements[c.link].get("href", "").startswith("#")
            if not (down and out.holds(out.parents[line.node], c.node)):
                line = None
        before = c


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
