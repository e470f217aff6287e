"""Chooses which part of a page is its article."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from .contacts import beside, cards
from .copies import copies
from .outline import Chunk, Outline
from .teasers import teasers
from .vocabulary import CAPTION, COMMENTS, CONTACT, HEADINGS, NOTE, OUTSIDE, RELATED
from .witnesses import LINKED, Witnesses
from .worth import LISTED, best, inside

SHARES: Final = {1: 0.35, 2: 0.6, 3: 0.9}
"""How much of the page's good text a part may hold and still be left out, by how sure its names are."""
LEAST: Final = 25
"""Words of good text that must be left, or the names are not believed."""
_ENDS: Final = '.!?…:”"»)'
_LONGEST_CAPTION: Final = 70
_SENTENCE: Final = 8
_SAMPLE: Final = 12
_SHORT_SENTENCE: Final = 4
_HEADING: Final = 6
_CARD: Final = 24
"""Words of contacts that are a card however little the page says beside them."""
_LABELS: Final = frozenset((CAPTION, CONTACT, NOTE))


@dataclass(slots=True)
class Choice:
    """What to read, and for the rest why not: the rule, and the element that it speaks of."""

    kept: list[Chunk]
    left: dict[Chunk, tuple[str, int]] = field(default_factory=dict)
    contacts: set[Chunk] = field(default_factory=set)
    notes: set[Chunk] = field(default_factory=set)
    links: int = 0
    """How many links there are, where a page is read as a list of them."""


def choose(out: Outline) -> Choice:
    """The chunks of the article's region, and of the contacts that stand outside it, in order; all are appraised."""
    choice = Choice(out.chunks)
    around = _marks(out, choice)
    _vote(out, around, choice)
    for name, find in (("copies", copies), ("headings", _after_headings), ("teasers", teasers)):
        if name in out.off:
            continue
        lost = {c: why for c, why in find(out, choice.kept).items() if not c.forced}
        _leave(choice, lost)
    if "region" in out.off:
        return choice
    within_region = inside(out, [c for c in choice.kept if c not in choice.contacts])
    contacts = choice.contacts if within_region else set()
    lost = {c: (OUTSIDE, c.node) for c in choice.kept if not (c in within_region or c in contacts or c.forced)}
    _leave(choice, lost)
    return choice


def within(out: Outline, roots: set[int]) -> Choice:
    """Everything in the elements that a publisher or a visitor named."""
    appraise(out)
    named = [not roots.isdisjoint(out.ancestors(c.node)) for c in out.chunks]
    choice = Choice(out.chunks)
    _marks(out, choice)
    _leave(choice, {c: (OUTSIDE, c.node) for c, inside in zip(out.chunks, named, strict=True) if not inside})
    return choice


def appraise(out: Outline) -> None:
    """Give each chunk its value: much for sentences, a little less than nothing for scraps and links."""
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


def _leave(choice: Choice, lost: dict[Chunk, tuple[str, int]]) -> None:
    if lost:
        choice.left.update(lost)
        choice.kept = [c for c in choice.kept if c not in lost]


Around = dict[tuple[int, ...], list[Chunk]]
"""The chunks by the elements around them that names speak of, from the inside out."""


def _marks(out: Outline, choice: Choice) -> Around:
    """Group the chunks by what names speak against; set apart captions, contacts, notes, and what must be read."""
    hinted, forced = out.hints, out.forced
    nearest: list[tuple[int, ...]] = []
    for n, parent in enumerate(out.parents):
        above = nearest[parent] if parent >= 0 else ()
        nearest.append((n, *above) if n in hinted or n in forced else above)
    named: Around = {}
    for c in out.chunks:
        named.setdefault(nearest[c.node], []).append(c)
    around: Around = {}
    labelled: dict[int, list[Chunk]] = {}
    for mine, chunks in named.items():
        against = [n for n in mine if n in hinted and hinted[n].rule not in _LABELS]
        for n in mine:
            if n in hinted and hinted[n].rule in _LABELS:
                _label(hinted[n].rule, chunks, choice, labelled.setdefault(n, []))
        if any(n in forced for n in mine):
            against = []
            for c in chunks:
                c.forced = True
        around.setdefault(tuple(against), []).extend(chunks)
    total = sum(c.words for c in out.chunks if c.value > 0)
    for chunks in (*labelled.values(), *cards(out)):
        under_title = bool(chunks) and out.title_part() in out.ancestors(chunks[0].node)
        if sum(c.words for c in chunks) < max(SHARES[1] * total, _CARD if under_title else 0):
            choice.contacts.update(chunks)
    return around


def _label(rule: str, chunks: list[Chunk], choice: Choice, card: list[Chunk]) -> None:
    if rule is CAPTION:
        for c in chunks:
            c.caption = c.words <= _LONGEST_CAPTION
    elif rule is NOTE:
        choice.notes.update(chunks)
    else:
        card.extend(chunks)


def _vote(out: Outline, around: Around, choice: Choice) -> None:
    """Leave out the parts that names speak against and another witness too, unless one holds too much of the text."""
    values = {mine: sum(c.value for c in chunks if c.value > 0) for mine, chunks in around.items()}
    total = sum(values.values()) or 1.0
    held: dict[int, float] = {}
    inside: dict[int, list[Chunk]] = {}
    for mine, value in values.items():
        for n in mine:
            held[n] = held.get(n, 0.0) + value
            inside.setdefault(n, []).extend(around[mine])
    seen = Witnesses(out)
    places = Places(out)
    gone = {
        n
        for n, value in held.items()
        if value <= SHARES[out.hints[n].level] * total and _seconded(out, seen, places, n, inside[n])
    }
    enough = min(LEAST, sum(c.words for c in out.chunks if c.value > 0) // 12)
    for limit in range(4):
        lost: dict[Chunk, tuple[str, int]] = {}
        for mine, chunks in around.items():
            said = [n for n in mine if n in gone and out.hints[n].level > limit]
            if said:
                lost.update(_against(out, said, chunks, choice))
        if sum(c.words for c in out.chunks if c.value > 0 and c not in lost) >= enough:
            _leave(choice, lost)
            return


def _seconded(out: Outline, seen: Witnesses, places: "Places", n: int, chunks: list[Chunk]) -> bool:
    """Whether a witness of another kind says of a part what its name says."""
    return (
        seen.framed(n)
        or seen.leads_away(n)
        or places.outside(n)
        or places.at_edge(chunks)
        or seen.on_site(chunks)
        or seen.repeats(n)
        or seen.holds_row(n, chunks)
        or any(out.wording(c) == out.hints[n].rule for c in chunks[:_SAMPLE])
    )


class Places:
    """Which elements stand outside of the best part of the page, as its text alone tells."""

    def __init__(self, out: Outline) -> None:
        """Find the element whose text is worth most."""
        found = max(0, best(out))
        self._around = frozenset(out.ancestors(found)) if out.elements else frozenset()
        self._home = found
        self._out = out
        self._title = next((c for c in out.chunks if out.tags[c.node] == "h1"), None)
        self._order = {c: i for i, c in enumerate(out.chunks)}
        good = [i for i, c in enumerate(out.chunks) if c.value > 0 and found in out.ancestors(c.node)]
        self._first, self._last = (good[0], good[-1]) if good else (0, len(out.chunks))

    def outside(self, n: int) -> bool:
        """Whether an element neither holds that part nor stands in it."""
        return n not in self._around and self._home not in self._out.ancestors(n)

    def at_edge(self, chunks: list[Chunk]) -> bool:
        """Whether a part stands before the page's first h1, or has links where the text has not begun or is over."""
        first, last = self._order[chunks[0]], self._order[chunks[-1]]
        if self._title is not None and last < self._order[self._title]:
            return True
        return (first <= self._first or last >= self._last) and any(
            c.linked and not self._out.outward(c) for c in chunks
        )


def _against(out: Outline, said: list[int], chunks: list[Chunk], choice: Choice) -> dict[Chunk, tuple[str, int]]:
    """What is left out by the outermost name against it; a contact card may stand beside the article."""
    why = (out.hints[said[-1]].rule, said[-1])
    if choice.contacts and all(beside(out, n) for n in said):
        return {c: why for c in chunks if c not in choice.contacts}
    return dict.fromkeys(chunks, why)


def _after_headings(out: Outline, chunks: list[Chunk]) -> dict[Chunk, tuple[str, int]]:
    """What stands under a heading such as "Related articles", in the heading's own parent."""
    total = sum(c.value for c in chunks if c.value > 0) or 1.0
    lost: dict[Chunk, tuple[str, int]] = {}
    everything = out.chunks
    for i, c in enumerate(everything):
        tag = out.tags[c.node]
        if tag not in HEADINGS or c.words > _HEADING or c in lost:
            continue
        rule = out.wording(c) or out.hints.get(c.node, (0, None))[1]
        if rule not in (RELATED, COMMENTS):
            continue
        parent = out.parents[c.node]
        under = []
        for other in islice(everything, i + 1, None):
            if parent not in out.ancestors(other.node) or (
                out.tags[other.node] in HEADINGS and out.parents[other.node] == parent
            ):
                break
            under.append(other)
        alone = not any(parent in out.ancestors(b.node) for b in everything[max(0, i - 1) : i])
        seconded = sum(o.linked > 0 for o in under) > LINKED * len(under) or _all_alike(out, under)
        if seconded and sum(o.value for o in under if o.value > 0) <= SHARES[3 if alone else 1] * total:
            lost.update(dict.fromkeys(under, (str(rule), parent if alone else c.node)))
    return lost


def _all_alike(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether the chunks stand in a row of parts with one class, as comments do."""
    rows: dict[tuple[int, str | None], set[int]] = {}
    for c in chunks:
        for n in out.ancestors(c.node)[:3]:
            if out.elements[n].get("class"):
                rows.setdefault((out.parents[n], out.elements[n].get("class")), set()).add(n)
    return any(len(row) > 1 for row in rows.values())
