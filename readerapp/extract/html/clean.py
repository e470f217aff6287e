"""Leaves out the lines inside the article's region that are not part of the article."""

import re
from collections import Counter
from typing import Final

from ...model.article import Role
from .buttons import buttons
from .cells import links_beside_text
from .choice import Choice
from .headed import small_print
from .hiding import is_control
from .outline import Chunk, Outline
from .pointers import HEADLINE
from .roles import line_role
from .second import Setting, seconded, setting
from .stamps import shows_address, stamps
from .vocabulary import (
    BYLINE,
    COMMENTS,
    CONTROL,
    DECORATION,
    HEADINGS,
    NOTE_MARK,
    RELATED,
    SHARE,
    SUBSCRIBE,
)

TITLE: Final = "title"
"""Not a rule for visitors: the headline is kept, as the article's title."""
EDGE: Final = 0.15
"""How much of the good text its beginning and its end are, where lines about the article stand."""
_LISTED: Final = frozenset(("li", "td", "th", "dt", "dd", "blockquote"))
_MARKED: Final = frozenset(("blockquote", "details"))
"""Elements that only an article's own parts stand in."""
_CREDIT: Final = re.compile(r".*\((?:image|photo|picture|pic|foto|bild|фото)s?\b[^)]{0,60}\)\W*$", re.IGNORECASE)
_LONG_CAPTION: Final = 40
_HEADLINE: Final = 8
_REAL: Final = 15
_FEW: Final = 3
_UNENDED: Final = 7
"""Words from which a line beside paragraphs is text though no mark ends it."""
_MANY: Final = 4
"""Words of such a line for each that is in a link."""
_NEAR: Final = 4

Look = tuple[tuple[str, str | None], ...]


def clean(out: Outline, choice: Choice, titles: frozenset[str], roles: dict[Chunk, Role]) -> None:
    """Move from `kept` to `left` what is no part of the article; put lines about the article in `roles`."""
    idle = {} if "buttons" in out.off else {c: (CONTROL, c.node) for c in buttons(out, choice.kept)}
    choice.sure.update(idle)
    choice.leave(idle)
    chunks = choice.kept
    items, things = _introduced(out, chunks)
    reasons = _lines(
        out, chunks, titles, roles, (items - _link_buttons(out, items)) | choice.speakers | _notes(out, chunks)
    )
    if "edges" not in out.off:
        _trim(out, [c for c in chunks if c not in roles], reasons, things)
    choice.left.update({c: (rule, c.node) for c, rule in reasons.items()})
    choice.kept = [c for c in chunks if c not in reasons]


def only_link(c: Chunk) -> bool:
    """Whether a link is nearly all there is; a name behind a word and a colon, or an address, is told."""
    if not c.linked or c.words - c.linked > 1 or (c.linked < _FEW and shows_address(c)):
        return False
    return c.words == c.linked or c.linked >= HEADLINE or not c.text.split(None, 1)[0].endswith(":")


def _lines(
    out: Outline, chunks: list[Chunk], titles: frozenset[str], roles: dict[Chunk, Role], always: set[Chunk]
) -> dict[Chunk, str]:
    reasons: dict[Chunk, str] = {}
    total = sum(c.words for c in chunks if c.value > 0) or 1
    before = 0
    home: Setting = ()
    cut: str | None = None
    last: Chunk | None = None
    over = _over_text(out, chunks)
    end = next((c for c in reversed(chunks) if c.value > 0), None)
    for place, c in enumerate(chunks):
        previous, last = last, c
        if c in roles or c.image or c.forced:
            continue
        c.caption = c.caption or _credits(c)
        if cut and not (c.value > 0 and c.linked <= 0.3 * c.words and c.words >= _REAL and setting(out, c) == home):
            reasons[c] = cut
            continue
        cut = None
        edge = not EDGE * total <= before <= (1 - EDGE) * total
        role = line_role(c.text, c.words) if edge or out.tags[c.node] not in _LISTED else None
        if role:
            roles[c] = role
        if role or c in always:
            continue
        mine = titles if before < 2 * EDGE * total else frozenset[str]()
        over_text = c in over and not _leads(out, chunks, place, home)
        rule = _rule(out, c, mine, home, edge=edge, last=c is end, over_text=over_text)
        if rule is None and previous in reasons and previous.node == c.node and reasons[previous] in (SHARE, SUBSCRIBE):
            rule = reasons[previous]
        if rule:
            reasons[c] = rule
            follows = before > EDGE * total and rule in (RELATED, COMMENTS) and "rest" not in out.off
            if follows and _heads(out, chunks, place, home):
                cut = rule
        elif c.value > 0:
            before += c.words
            home = setting(out, c)
    return reasons


def _heads(out: Outline, chunks: list[Chunk], place: int, home: Setting) -> bool:
    """Whether a line is the headline of what does not belong to the article, and no button that unfolds more of it."""
    c = chunks[place]
    if out.wording(c) is RELATED and is_control(out.elements[c.node]):
        return False
    return c.words <= _HEADLINE and not c.linked and _leads(out, chunks, place, home)


def _leads(out: Outline, chunks: list[Chunk], place: int, home: Setting) -> bool:
    """Whether links follow soon, or parts that look like each other and not like the article's text."""
    following = chunks[place + 1 : place + 4]
    settings = [setting(out, c) for c in following[:2]]
    return any(c.linked for c in following) or (len(settings) > 1 and settings[0] == settings[1] != home)


def _over_text(out: Outline, chunks: list[Chunk]) -> set[Chunk]:
    """The headings without links that stand right over a sentence that is kept."""
    members = set(chunks)
    pairs = zip(out.chunks, out.chunks[1:], strict=False)
    return {
        c
        for c, after in pairs
        if out.tags[c.node] in HEADINGS and not c.linked and after.value > 0 and after in members
    }


def _credits(c: Chunk) -> bool:
    """Whether a line ends in a photographer's name, as only captions do."""
    short = c.words <= _LONG_CAPTION and len(c.text) < 16 * _LONG_CAPTION
    return short and "(" in c.text and _CREDIT.match(c.text) is not None


def _introduced(out: Outline, chunks: list[Chunk]) -> tuple[set[Chunk], set[Chunk]]:
    """The items of lists that a line ending in a colon announces, or that are not all links; names after a sentence."""
    lists: dict[int, list[Chunk]] = {}
    after_colon: set[int] = set()
    after_sentence: set[int] = set()
    before: Chunk | None = None
    for c in chunks:
        around = next((n for n in out.ancestors(c.node)[:4] if out.tags[n] in ("ul", "ol")), -1)
        if around >= 0:
            if around not in lists and before is not None and before.text.endswith(":") and not only_link(before):
                after_colon.add(around)
                if before.value > 0:
                    after_sentence.add(around)
            lists.setdefault(around, []).append(c)
        before = c
    text_lists = {
        n for n, items in lists.items() if n in after_colon or sum(not only_link(c) for c in items) * 3 > len(items) > 1
    }
    names = {n for n in after_sentence if all(c.linked < HEADLINE for c in lists[n])}
    return {c for n in text_lists for c in lists[n]}, {c for n in names for c in lists[n]}


def _link_buttons(out: Outline, items: set[Chunk]) -> set[Chunk]:
    """The links that say the same in several items that tell something besides: they are there to be pressed."""
    links = [c for c in items if c.words < _FEW and only_link(c) and out.parents[c.node] >= 0]
    counts, usual = out.counts(), Counter(c.text for c in links)
    return {c for c in links if usual[c.text] >= _FEW and counts.within(counts.chunks, out.parents[c.node]) > 1}


def _notes(out: Outline, chunks: list[Chunk]) -> set[Chunk]:
    """What the marks of notes in the text lead to: such a line tells of the text, as when a law was changed."""
    links = (a.get("href") or "" for el, rule in out.unread if rule is NOTE_MARK for a in el.iter("a"))
    names = {link[1:] for link in links if link.startswith("#")}
    return {c for c in chunks if out.elements[c.node].get("id") in names} if names else set()


def _rule(  # noqa: PLR0913 - where the line stands takes three words
    out: Outline, c: Chunk, titles: frozenset[str], home: Setting, *, edge: bool, last: bool, over_text: bool
) -> str | None:
    """Why a line is left out, from what it says and how it is linked."""
    tag = out.tags[c.node]
    in_table = tag in ("td", "th") and not links_beside_text(out, c.node)
    if c.text.casefold() in titles:
        return TITLE
    if in_table and not c.linked:
        return None
    rule = None if tag in HEADINGS and over_text else out.wording(c)
    if rule and (rule is not BYLINE or not edge) and not seconded(out, c, rule, home, edge=edge, last=last):
        rule = None
    if rule is BYLINE and not edge:
        rule = None
    if rule is None and edge and tag not in HEADINGS and stamps(out, c):
        return BYLINE
    if (
        rule is None
        and "links" not in out.off
        and only_link(c)
        and tag not in HEADINGS
        and not in_table
        and not (out.outward(c) or out.document(c))
    ):
        rule = RELATED
    return rule


def _trim(out: Outline, chunks: list[Chunk], reasons: dict[Chunk, str], things: set[Chunk]) -> None:
    """Leave out the scraps before the first and after the last good text, but for what a sentence names."""
    paragraphs = [c for c in chunks if c.value > 0 and c not in reasons and out.tags[c.node] == "p"]
    homes, beside = {setting(out, c) for c in paragraphs}, {out.parents[c.node] for c in paragraphs}
    likes = _likes(out, [c for c in chunks if c not in reasons])

    def weak(i: int) -> bool:
        c = chunks[i]
        if c in reasons or c.caption or c.image or _in_small(out, c):
            return True
        prose = c.linked == 0 or out.reaches(c)
        if c.value > 0 or c.forced or c in things or _like(out, c) in likes or (prose and setting(out, c) in homes):
            return False
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        if following is not None and following.node == c.node and following not in reasons and following.value > 0:
            return False
        quoted = not _MARKED.isdisjoint(out.tags[n] for n in out.ancestors(c.node)[:3])
        item = out.tags[c.node] in _LISTED and (c.linked == 0 or out.document(c))
        own = c.words - c.linked
        alike = c.linked == 0 or setting(out, c) in homes
        sentence = c.text[-1] in ".!?。！？" and (own >= _HEADLINE or (own >= _FEW and alike))
        unended = _MANY * c.linked <= c.words and own >= _UNENDED and out.parents[c.node] in beside
        return not (quoted or item or sentence or unended)

    first, last = 0, len(chunks)
    while last and weak(last - 1):
        last -= 1
    while first < last and weak(first):
        first += 1
    while first and chunks[first - 1] not in reasons and _like_heading(out, chunks[first - 1]):
        first -= 1
    for c in (*chunks[:first], *chunks[last:]):
        if not (c.caption or c.image):
            reasons.setdefault(c, DECORATION)


def _in_small(out: Outline, c: Chunk) -> bool:
    """Whether a line is in small letters and no sentence, as what a site says of itself."""
    return c.value <= 0 and c.text[-1] not in ".!?" and small_print(out, c)


def _likes(out: Outline, chunks: list[Chunk]) -> set[tuple[Look, bool]]:
    """How lines look that stand amid the text several times: the last of a row is no worse than these."""
    good = [i for i, c in enumerate(chunks) if c.value > 0]
    amid = chunks[good[0] : good[-1]] if good else []
    counts = Counter(_like(out, c) for c in amid if c.value <= 0 and out.classes[out.parents[c.node]])
    return {like for like, count in counts.items() if count >= (_FEW if like[1] else _NEAR // 2)}


def _like(out: Outline, c: Chunk) -> tuple[Look, bool]:
    return look(out, c), c.linked > 0


def look(out: Outline, c: Chunk) -> Look:
    """The kinds and classes of the elements right around a chunk."""
    return tuple((out.tags[n], out.classes[n]) for n in out.ancestors(c.node)[:_NEAR] if n >= 0)


def _like_heading(out: Outline, c: Chunk) -> bool:
    if out.tags[c.node] in HEADINGS:
        return out.tags[c.node] != "h1"
    bold = all(part.isspace() or any(out.tags[n] in ("b", "strong") for n in around) for part, around in c.pieces)
    return bold and not c.linked and c.words <= _REAL
