"""Doubts the little of what the rules keep that everything which can be counted speaks against.

A likelihood of all the signs together is many witnesses in one. It may overrule the rules only on pages that say enough
for it to be told, only of lines that are hardly likely to belong to the text, and only where these are a small part.
On a story both mistakes count alike: of lines there that are said to be half likely a third belong.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from ...model.article import Role
from .choice import Choice
from .contacts import names_contact
from .leads import read_leads
from .outline import Chunk, Outline
from .price import EVEN, LIKELY
from .second import setting
from .stories import is_story
from .vocabulary import DECORATION, HEADINGS, OUTSIDE
from .witnesses import speaks
from .worth import LISTED

UNLIKELY: Final = 0.2
"""How likely at most a scrap is that is left out though the rules keep it; of a sentence the price says it."""
MOST: Final = 0.1
"""The share of a page's words that scraps may have to be left out, and sentences: more is a page of another kind."""
MOST_BESIDE: Final = 0.2
"""The same on a story: what stands beside it is more, and the page of a kind that is known."""
LEAST: Final = 120
"""Words of sentences from which a page says enough."""
LINKS: Final = 0.4
"""The share of words in links from which a page is a list of them."""
_HELD: Final = frozenset(("table", "li", "dl", "details", "figure"))
"""Elements whose short lines belong to what they hold: what a row is about."""
_NEAR: Final = 4
"""Elements around a line that are looked at, the first of which it stands in itself."""


def doubtful(out: Outline, choice: Choice, roles: Mapping[Chunk, Role]) -> frozenset[Chunk]:
    """What may be doubted: no cells, items, quotations, contacts or dates, and no sentence that stands as most do."""
    chunks = choice.kept
    good = [c for c in chunks if c.value > 0]
    words = sum(c.words for c in chunks)
    if choice.links or sum(c.words for c in good) < LEAST or sum(c.linked for c in chunks) > LINKS * words:
        return frozenset()
    places: Counter[tuple[str | None, ...]] = Counter()
    for c in good:
        places[setting(out, c)] += c.words
    usual = max(places, key=places.__getitem__)
    never = {*choice.contacts, *choice.notes, *choice.speakers, *roles}
    beside = {(out.parents[c.node], out.tags[c.node]) for c in good}
    never.update(
        c
        for c in chunks
        if c.value <= 0
        and (out.parents[c.node], out.tags[c.node]) in beside
        and ((speaks(c) and not c.linked) or names_contact(out, c))
    )
    return frozenset(
        c
        for c in chunks
        if not (c.forced or c.image or _listed(out, c) or (c.value > 0 and setting(out, c) == usual))
        and c not in never
        and not any(out.tags[n] == "blockquote" for n in out.ancestors(c.node)[:_NEAR])
    )


def _listed(out: Outline, c: Chunk) -> bool:
    """Whether a line is a cell or an item, or a paragraph right in one."""
    return out.tags[c.node] in LISTED or (out.tags[c.node] == "p" and out.tags[out.parents[c.node]] in LISTED)


def unlikely(
    out: Outline, choice: Choice, likely: Mapping[Chunk, float], titles: frozenset[str] = frozenset()
) -> dict[Chunk, tuple[str, int]]:
    """Of what is doubted that which is left out, and why; what heads a sentence that is read stays."""
    reasons: dict[Chunk, tuple[str, int]] = {}
    if not likely:
        return reasons
    story = is_story(out, choice.kept)
    lead = read_leads(out, choice, titles) if out.published else set[Chunk]()
    first: dict[int, int] = {}
    for c in choice.kept:
        if c.value > 0:
            first.setdefault(out.parents[c.node], c.node)
    after: Chunk | None = None
    for c in reversed(choice.kept):
        over = after if after not in reasons else None
        if c in likely and likely[c] < (LIKELY if c in lead else _least(out, c, over, story=story)):
            over_text = over is not None and over.value > 0 and _heads(out, c, over, first)
            if not over_text:
                reasons[c] = (OUTSIDE if c.value > 0 else DECORATION, c.node)
        after = c
    most = (MOST_BESIDE if story else MOST) * sum(c.words for c in choice.kept)
    words = {rule: sum(c.words for c, (other, _) in reasons.items() if other == rule) for rule in (OUTSIDE, DECORATION)}
    return {c: why for c, why in reasons.items() if words[why[0]] <= most}


def _least(out: Outline, c: Chunk, after: Chunk | None, *, story: bool) -> float:
    """How likely a line must be to be read; a heading over another line that is read needs little."""
    over = after is not None and out.tags[c.node] in HEADINGS and out.tags[after.node] not in HEADINGS
    held = any(out.tags[n] in _HELD for n in out.ancestors(c.node)[:_NEAR] if n >= 0)
    speech = c.value <= 0 and not c.linked and speaks(c)
    if story and not (held or speech) and not (over and not c.linked):
        return EVEN
    return LIKELY if c.value > 0 else UNLIKELY


def _heads(out: Outline, c: Chunk, after: Chunk, first: Mapping[int, int]) -> bool:
    """Whether a line is a heading, or stands as one: without links, amid the paragraphs that follow it in its part."""
    part = out.parents[c.node]
    amid = part == out.parents[after.node] and first.get(part, c.node) < c.node < after.node
    return out.tags[c.node] in HEADINGS or (amid and not c.linked and c.value <= 0)
