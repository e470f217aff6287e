"""Chooses which part of a page is its article."""

from typing import Final

from .choice import Around, Choice
from .contacts import cards
from .copies import contents, copies
from .imprints import headline, imprints, in_masthead
from .outline import Chunk, Outline
from .phrases import of_comments
from .places import ENOUGH, article, main_part
from .teasers import teasers
from .vocabulary import CAPTION, CONTACT, HEADINGS, NOTE, OUTSIDE, RELATED
from .voting import SHARES, vote
from .worth import LISTED, best, inside

_ENDS: Final = '.!?…:。！？”"»)'
_LONGEST_CAPTION: Final = 70
_SENTENCE: Final = 8
_SHORT_SENTENCE: Final = 4
_CARD: Final = 24
"""Words of contacts that are a card however little the page says beside them."""
_FEW: Final = 2
"""Stretches of text from which what a page calls its main part is not empty; articles of which one is another."""
_LABELS: Final = frozenset((CAPTION, CONTACT, NOTE))
_OF_PARTS: Final = frozenset(("h1", "h2", "h3"))
"""Headings of parts of a text; lesser ones stand over pictures too."""


def choose(out: Outline, titles: frozenset[str] = frozenset()) -> Choice:
    """The chunks of the article's region, and of the contacts that stand outside it, in order; all are appraised."""
    choice = Choice(out.chunks)
    around = _marks(out, choice)
    vote(out, around, choice, titles)
    own = {} if "region" in out.off else imprints(out, choice)
    choice.sure.update(own)
    choice.leave(own)
    for name, find in (("copies", copies), ("copies", contents), ("teasers", teasers)):
        if name in out.off:
            continue
        reasons = {c: why for c, why in find(out, choice.kept).items() if not c.forced}
        choice.leave(reasons)
    if "region" in out.off:
        return choice
    choice.leave({c: why for c, why in _outside_main(out, choice.kept).items() if c not in choice.contacts})
    others = {c: why for c, why in _others(out, choice.kept, titles).items() if not c.forced}
    choice.sure.update(others)
    choice.leave(others)
    within_region = inside(out, [c for c in choice.kept if c not in choice.contacts])
    within_region -= _of_comments(out, within_region)
    contacts = choice.contacts if within_region else set()
    reasons = {c: (OUTSIDE, c.node) for c in choice.kept if not (c in within_region or c in contacts or c.forced)}
    choice.leave(reasons)
    return choice


def _of_comments(out: Outline, region: set[Chunk]) -> set[Chunk]:
    """What is said of comments beside the part whose text is worth most, after it."""
    end = out.ends[best(out)]
    return {c for c in region if c.node > end and of_comments(c.text, c.words)}


def _others(out: Outline, chunks: list[Chunk], titles: frozenset[str]) -> dict[Chunk, tuple[str, int]]:
    """What stands in articles beside the one that has the headline and text enough: they are others."""
    if out.tags.count("article") < _FEW:
        return {}
    own = article(out, titles, 0.1)
    if own < 0 or sum(c.words for c in chunks if c.value > 0 and out.holds(own, c.node)) < ENOUGH:
        return {}
    reasons = {}
    for c in chunks:
        if out.holds(own, c.node):
            continue
        outermost = next((n for n in reversed(out.ancestors(c.node)) if n >= 0 and out.tags[n] == "article"), -1)
        if outermost >= 0 and not out.holds(outermost, own):
            reasons[c] = (RELATED, outermost)
    return reasons


def _outside_main(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """What stands outside of what the page itself calls its main part, where that holds the headline or most text."""
    main = main_part(out)
    if main < 0:
        return {}
    inside = [c for c in chunks if out.holds(main, c.node)]
    good, all_good = (sum(c.words for c in part if c.value > 0) for part in (inside, chunks))
    headed = any(out.tags[c.node] in HEADINGS for c in inside)
    if len(inside) < _FEW or not (headed or 2 * good > all_good):
        return {}
    return {c: (OUTSIDE, c.node) for c in chunks if not c.forced and not out.holds(main, c.node)}


def within(out: Outline, roots: set[int]) -> Choice:
    """Everything in the elements that a publisher or a visitor named."""
    appraise(out)
    membership = [not roots.isdisjoint(out.ancestors(c.node)) for c in out.chunks]
    choice = Choice(out.chunks)
    _marks(out, choice)
    choice.leave({c: (OUTSIDE, c.node) for c, inside in zip(out.chunks, membership, strict=True) if not inside})
    return choice


def appraise(out: Outline) -> None:
    """Give each chunk its value: much for sentences, a little less than nothing for scraps and links."""
    out.value_anew()
    for c in out.chunks:
        own = c.words - 1.5 * c.linked
        tag = out.tags[c.node]
        if tag in HEADINGS or c.image:
            c.value = 0.0
        elif own >= _SENTENCE or (own >= _SHORT_SENTENCE and c.text[-1] in _ENDS):
            c.value = own**0.8
        elif c.linked == 0 and tag in LISTED:
            c.value = 0.0
        else:
            c.value = -min(4.0, 1.0 + 0.3 * c.linked)


def _marks(out: Outline, choice: Choice) -> Around:
    """Group the chunks by what names speak against; set apart captions, contacts, notes, and what must be read."""
    hints, must_read = out.hints, out.forced
    nearest: dict[int, tuple[int, ...]] = {-1: ()}
    for n in reversed(out.holders()):
        above = nearest[out.parents[n]]
        nearest[n] = (n, *above) if n in hints or n in must_read else above
    groups: Around = {}
    for c in out.chunks:
        groups.setdefault(nearest[c.node], []).append(c)
    around: Around = {}
    labels: dict[int, list[Chunk]] = {}
    for mine, chunks in groups.items():
        against = [n for n in mine if n in hints and hints[n].rule not in _LABELS]
        for n in mine:
            if n in hints and hints[n].rule in _LABELS:
                labels.setdefault(n, []).extend(chunks)
        if any(n in must_read for n in mine):
            against = []
            for c in chunks:
                c.forced = True
        around.setdefault(tuple(against), []).extend(chunks)
    _set_apart(out, labels, choice)
    return around


def _set_apart(out: Outline, labels: dict[int, list[Chunk]], choice: Choice) -> None:
    """Take parts for what they are called, pictures' texts, notes and contacts, if they are no more than parts."""
    total = sum(c.words for c in out.chunks if c.value > 0)
    contacts = []
    title = headline(out)
    for n, chunks in labels.items():
        rule = out.hints[n].rule
        if rule is CONTACT:
            if not in_masthead(out, n, title):
                contacts.append(chunks)
        elif sum(c.words for c in chunks if c.value > 0) <= SHARES[1] * total:
            _label(out, rule, chunks, choice)
    for chunks in (*contacts, *cards(out)):
        under_title = bool(chunks) and out.holds(out.title_part(), chunks[0].node)
        if sum(c.words for c in chunks) < max(SHARES[1] * total, _CARD if under_title else 0):
            choice.contacts.update(chunks)


def _label(out: Outline, rule: str, chunks: list[Chunk], choice: Choice) -> None:
    """Note what is said about a picture, which no part of a text with a heading is, or beside the text."""
    if rule is NOTE:
        choice.notes.update(chunks)
    elif not any(out.tags[c.node] in _OF_PARTS for c in chunks):
        for c in chunks:
            c.caption = c.words <= _LONGEST_CAPTION
