"""Lets the names of a page's parts speak against them, and believes those that a witness of another kind seconds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from ..dates import written
from .choice import Around, Choice
from .contacts import beside
from .outline import Chunk, Outline
from .places import Places
from .roles import line_role
from .vocabulary import BYLINE, COMMENTS, DECORATION, FORM, FRAME, HEADINGS, MENU, RELATED, Hint, telling_words
from .witnesses import FEWEST, Witnesses, speaks
from .worth import LISTED

SHARES: Final = {1: 0.35, 2: 0.6, 3: 0.9}
"""How much of the page's good text a part may hold and still be left out, by how sure its names are."""
MOST_OF_PAGE: Final = 0.8
"""The share of a page's words from which a name speaks of the page and not of a part of it."""
MOST_SAID: Final = 0.6
"""The share of a page's good text from which names that say the same of it are not believed."""
LEAST: Final = 25
"""Words of good text that must be left, or the names are not believed."""
_SURE_FRAME: Final = Hint(3, FRAME)
_SAMPLE: Final = 12
_EITHER: Final = frozenset(("menu", "meny"))
"""What a list of links and one of dishes are called."""
_DISHES: Final = 5
"""Words of a menu to eat from."""
_OF_PICTURES: Final = frozenset((DECORATION, FRAME))
"""Rules whose names mean a photographer's or an owner's name where they stand in a figure."""


def vote(out: Outline, around: Around, choice: Choice, titles: frozenset[str]) -> None:
    """Leave out the parts that names speak against and another witness too, unless one holds too much of the text."""
    values = {mine: sum(c.value for c in chunks if c.value > 0) for mine, chunks in around.items()}
    inside: dict[int, list[Chunk]] = {}
    for mine, chunks in around.items():
        for n in mine:
            inside.setdefault(n, []).extend(chunks)
    witnesses = Witnesses(out)
    places = Places(out, titles)
    headline = _around_headline(out, titles)
    empty = _empty_words(out, witnesses, headline)
    imprint = {n for n, chunks in inside.items() if _is_imprint(out, witnesses, n, chunks)}
    rejects = {
        n
        for n, chunks in inside.items()
        if (witnesses.landmark(n) or not (n in headline or (empty and frozenset() < _names(out, n) <= empty)))
        and _believed(out, witnesses, places, n, chunks)
    }
    rejects -= _to_eat(out, witnesses, rejects) | _authors(out, inside, rejects)
    rejects -= _everywhere(out, values, rejects) | _telling(out, inside, rejects)
    enough = min(LEAST, sum(c.words for c in out.chunks if c.value > 0) // 12)
    reasons: dict[Chunk, tuple[str, int]] = {}
    for limit in range(4):
        reasons = {}
        for mine, chunks in around.items():
            speakers = [n for n in mine if n in imprint or (n in rejects and out.hints[n].level > limit)]
            if speakers:
                reasons.update(_against(out, speakers, _but_instructions(out, places, speakers, chunks), choice))
        if sum(c.words for c in out.chunks if c not in reasons and _says(out, c)) >= enough:
            break
    choice.sure = {c for mine, chunks in around.items() if not imprint.isdisjoint(mine) for c in chunks}
    choice.leave(reasons)


def _says(out: Outline, c: Chunk) -> bool:
    """Whether a stretch of text is a sentence, or stands in a list or a table without links, as all of a page may."""
    return c.value > 0 or (out.tags[c.node] in LISTED and not c.linked)


def _telling(out: Outline, inside: dict[int, list[Chunk]], rejects: set[int]) -> set[int]:
    """Of the parts called by-lines those that tell something besides, and what is called so in them."""
    bylines = {n for n in rejects if out.hints[n].rule is BYLINE}
    tellers = {n for n in bylines if _tells_some(out, inside[n][:_SAMPLE])}
    return {n for n in bylines if not tellers.isdisjoint(out.ancestors(n))} if tellers else tellers


def _tells_some(out: Outline, chunks: list[Chunk]) -> bool:
    """Whether a line, or a name and its value in a list, tells something."""
    return any(_tells(out, c, c.text) for c in chunks) or any(_tells(out, c, text) for c, text in _rows(out, chunks))


def _tells(out: Outline, c: Chunk, text: str) -> bool:
    """Whether a line tells something by a name and a colon that is neither a writer nor a day: a place, a price."""
    name, _, value = text.partition(": ")
    if c.linked or not value or len(name.split()) > FEWEST - 1 or out.wording(c) or written(value):
        return False
    return len(value.split()) > 1 and any(map(str.isalpha, value)) and not line_role(text, len(text.split()))


def _rows(out: Outline, chunks: list[Chunk]) -> Iterator[tuple[Chunk, str]]:
    """The values of a list that are nobody's names alone, each with the line that it makes with what it is called."""
    for c, after in pairwise(chunks):
        pair = out.tags[c.node] == "dt" and out.tags[after.node] == "dd"
        if pair and any(word[0].islower() for word in after.text.split()):
            yield after, f"{c.text.rstrip(':')}: {after.text}"


def _around_headline(out: Outline, titles: frozenset[str]) -> set[int]:
    """What holds the page's headline: an h1, or else the first heading that says what the page's title does."""
    heads = [c for c in out.chunks if out.tags[c.node] in HEADINGS and c.text.casefold() in titles]
    first = [c for c in heads if out.tags[c.node] == "h1"] or heads[:1]
    return {n for c in first for n in out.ancestors(c.node) if n >= 0}


def _empty_words(out: Outline, witnesses: Witnesses, headline: set[int]) -> frozenset[str]:
    """The words that name what holds the headline too: on this page they tell nothing, as the names of blocks do."""
    return frozenset(word for n in headline if not witnesses.landmark(n) for word in _names(out, n))


def _names(out: Outline, n: int) -> frozenset[str]:
    el = out.elements[n]
    return telling_words(f"{el.get('class', '')} {el.get('id', '')}") if n in out.hints else frozenset()


def _believed(out: Outline, witnesses: Witnesses, places: Places, n: int, chunks: list[Chunk]) -> bool:
    """Whether a name may be believed: of no more than a part of the page, not of its best part, and seconded."""
    hint = out.hints[n]
    value = sum(c.value for c in chunks if c.value > 0)
    share = SHARES[hint.level]
    words, of_page = witnesses.words(n), witnesses.words(0)
    mostly = value > share * witnesses.worth and (hint.rule is BYLINE or words > share * of_page)
    if mostly or words > MOST_OF_PAGE * of_page:
        return False  # the page's sentences are nobody's name and no date, however long its menus are
    if hint.rule is RELATED and hint.level < _SURE_FRAME.level:
        away = any(c.linked and not out.document(c) for c in chunks)
        if not away or _offers(out, n, chunks):
            return False  # what leads nowhere, or to files, is no other page, whatever cards and boxes are called
    if hint.rule is BYLINE and out.tags[n] == "table":
        return False
    if places.around(n) and hint.rule is not COMMENTS and not witnesses.landmark(n):
        return False
    return _seconded(out, witnesses, places, n, chunks)


def _authors(out: Outline, inside: dict[int, list[Chunk]], rejects: set[int]) -> set[int]:
    """Of the parts called by-lines those of one make that name several, as of books: none of them wrote the page."""
    makes: dict[tuple[str, str | None], list[int]] = {}
    for n in rejects:
        if out.hints[n].rule is BYLINE and not any(c.linked or written(c.text) for c in inside[n]):
            makes.setdefault((out.tags[n], out.classes[n]), []).append(n)
    return {
        n
        for several in makes.values()
        if len({inside[n][0].text for n in several}) >= FEWEST and len({out.parents[n] for n in several}) >= FEWEST
        for n in several
    }


def _to_eat(out: Outline, witnesses: Witnesses, parts: Iterable[int]) -> set[int]:
    """Of some parts those of menus to eat from: nothing leads anywhere in all that is called so around them."""
    menus: dict[int, list[int]] = {}
    for n in parts:
        if out.hints[n].rule is MENU and not witnesses.landmark(n):
            outer = next(m for m in reversed(out.ancestors(n)) if m in out.hints and out.hints[m].rule is MENU)
            menus.setdefault(outer, []).append(n)
    return {n for outer, inner in menus.items() if _serves(out, witnesses, outer) for n in inner}


def _serves(out: Outline, witnesses: Witnesses, n: int) -> bool:
    counts = out.counts()
    if witnesses.words(n) < _DISHES or counts.within(counts.links, n) or witnesses.framed(n):
        return False
    return frozenset() < _names(out, n) <= _EITHER


def _offers(out: Outline, n: int, chunks: list[Chunk]) -> bool:
    """Whether a card tells facts in a list of its own and leads on by a button alone: it is no teaser of a page."""
    listed = any(c.node > n and out.tags[c.node] in LISTED and not c.linked for c in chunks)
    return listed and all(c.words < FEWEST and not out.wording(c) for c in chunks if c.linked)


def _is_imprint(out: Outline, witnesses: Witnesses, n: int, chunks: list[Chunk]) -> bool:
    """Whether a part called frame is the site's imprint beyond doubt: no page is there for it."""
    if out.hints[n].rule is not FRAME or any(out.tags[c.node] == "h1" for c in chunks):
        return False
    if witnesses.landmark(n) and out.tags[n] != "header":
        return True
    return any(out.wording(c) is FRAME for c in chunks[:_SAMPLE])


def _everywhere(out: Outline, values: dict[tuple[int, ...], float], rejects: set[int]) -> set[int]:
    """The parts whose names say the same of most of the page, as the names of a system's building blocks do."""
    parts = Counter(out.hints[n].rule for n in rejects)
    usual = {rule for rule, count in parts.items() if count >= FEWEST} - {COMMENTS}
    if not usual:
        return set()
    total = sum(values.values())
    shares: dict[str, float] = {}
    for mine, value in values.items():
        for rule in usual.intersection([out.hints[n].rule for n in mine if n in rejects]):
            shares[rule] = shares.get(rule, 0.0) + value
    often = {rule for rule, value in shares.items() if value > MOST_SAID * total}
    return {n for n in rejects if out.hints[n].rule in often}


def _seconded(out: Outline, witnesses: Witnesses, places: Places, n: int, chunks: list[Chunk]) -> bool:
    """Whether a witness of another kind says of a part what its name says; those that take longest come last."""
    return (
        witnesses.landmark(n)
        or places.outside(n)
        or witnesses.scrap(n, chunks)
        or witnesses.leads_away(n)
        or (out.hints[n].rule in _OF_PICTURES and witnesses.pictured(n))
        or places.at_edge(chunks, bare=out.hints[n].rule is BYLINE or out.hints[n] == _SURE_FRAME)
        or (out.hints[n].rule is BYLINE and witnesses.signed(n))
        or witnesses.repeats(n)
        or witnesses.on_site(chunks)
        or witnesses.holds_row(n, chunks)
        or (out.hints[n].rule is not RELATED and witnesses.framed(n))
        or any(out.wording(c) == out.hints[n].rule and out.tags[c.node] != "button" for c in chunks[:_SAMPLE])
    )


def _but_instructions(out: Outline, places: Places, speakers: list[int], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks but for sentences in a form that stands in the text: they tell how to fill it in."""
    if any(out.tags[n] != "form" or out.hints[n].rule is not FORM for n in speakers) or places.outside(speakers[0]):
        return chunks
    return [c for c in chunks if not (out.tags[c.node] == "p" and c.value > 0 and speaks(c))]


def _against(out: Outline, speakers: list[int], chunks: list[Chunk], choice: Choice) -> dict[Chunk, tuple[str, int]]:
    """What is left out by the outermost name against it; a contact card may stand beside the article."""
    why = (out.hints[speakers[-1]].rule, speakers[-1])
    if choice.contacts and all(beside(out, n) for n in speakers):
        return {c: why for c in chunks if c not in choice.contacts}
    return dict.fromkeys(chunks, why)
