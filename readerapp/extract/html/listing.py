"""Reads a page of links or teasers as what it is: its headings and what stands under them."""

from typing import Final

from .choice import Choice
from .clean import Look, look
from .entries import are_entries
from .outline import Chunk, Outline
from .vocabulary import (
    ADVERT,
    CONSENT,
    CONTROL,
    DECORATION,
    FEEDBACK,
    FORM,
    FRAME,
    HEADINGS,
    MENU,
    OUTSIDE,
    RELATED,
    SHARE,
    SUBSCRIBE,
)

FEWEST: Final = 3
"""Links that make a page of links."""
MOSTLY: Final = 2
"""How many words of links there are for each other word of a page that is one of links."""
_FRAMES: Final = frozenset("nav aside footer form menu button search".split())
_NOT_LISTS: Final = frozenset((MENU, FRAME, CONSENT, CONTROL, FORM, SHARE, ADVERT, SUBSCRIBE, FEEDBACK))
_LISTS: Final = frozenset(("ul", "ol", "dl"))
_LOST: Final = frozenset((RELATED, DECORATION, OUTSIDE))
_SHARE: Final = 0.3
"""How many words the entries of an index have at least, for each word of the text that they stand in one row with."""
_NOTICE: Final = 15
"""Words of a notice."""
_IN_ROW: Final = HEADINGS | {"p"}
_MANY: Final = 5
"""Links, or lists of links under headings of one look, that are an index, and no boxes beside a notice."""
_SURE: Final = 3
_ENDS: Final = ".!?…"


def listing(out: Outline, titles: frozenset[str] = frozenset()) -> Choice | None:
    """What is read of a page of links, or of one that shows pictures told in words; None where the page is neither."""
    frame = {n for n in range(len(out.elements)) if _frames(out, n)}
    chunks = [c for c in out.chunks if frame.isdisjoint(out.ancestors(c.node)) and out.wording(c) is not FRAME]
    main = [c for c in chunks if any(_is_main(out, n) for n in out.ancestors(c.node))]
    chunks = [c for c in _from_title(out, main or chunks) if c.text.casefold() not in titles]
    links = sum(c.linked > 0 for c in chunks)
    if links < FEWEST and not (main and any(c.image and c.text.count(" ") >= FEWEST - 1 for c in chunks)):
        return None
    entries = frozenset(chunks)
    reasons = {c: (OUTSIDE, c.node) for c in out.chunks if c not in entries}
    return Choice(chunks, reasons, links=links)


def leading_on(out: Outline, chunks: list[Chunk]) -> int:
    """How many links there are in what is read, where it is little but links to other pages; else none."""
    links = [c for c in chunks if c.linked and not out.reaches(c)]
    others = sum(c.words - c.linked for c in chunks if out.tags[c.node] not in HEADINGS)
    return len(links) if len(links) >= FEWEST and sum(c.linked for c in links) >= MOSTLY * others else 0


def whole_lists(out: Outline, choice: Choice) -> set[Chunk]:
    """The links that were left out of lists of which other links are read: an index is read whole."""
    rest = [c for c, (rule, _) in choice.left.items() if rule is RELATED and c.linked and c not in choice.sure]
    read = {_list_of(out, c) for c in choice.kept if c.linked} - {None} if rest else set()
    return {c for c in rest if _list_of(out, c) in read}


def _list_of(out: Outline, c: Chunk) -> int | None:
    return next((n for n in out.ancestors(c.node) if n >= 0 and out.tags[n] in _LISTS), None)


def index(out: Outline, choice: Choice) -> set[Chunk]:
    """What was left out of an index: most of it links, by their shape entries, and no headlines of other pages.

    It stands in one row with a text that is read, or has headings of one look over its lists, too many for boxes
    beside a notice.
    """
    rest = {c for c, (rule, _) in choice.left.items() if rule in _LOST and c not in choice.sure}
    row, links = _index(out, choice, rest)
    if links:  # seldom: only then is looked for what leads elsewhere
        row, links = _index(out, choice, rest - _elsewhere(out))
    others = not links.isdisjoint(row) and of_others(out, choice.kept, [c for c in out.chunks if c in row])
    return links - row if others else links


def _index(out: Outline, choice: Choice, rest: set[Chunk]) -> tuple[set[Chunk], set[Chunk]]:
    """What of the rest stands in one row with a text that is read, and what is the entries of an index."""
    links: set[Chunk] = set()
    if sum(c.linked > 0 for c in rest) < _MANY:
        return set(), links
    homes = {out.parents[c.node] for c in choice.kept if c.value > 0}
    whole = sum(c.words for c in choice.kept)
    row = {c for c in rest if not homes.isdisjoint(_rows_of(out, c))}
    for part, least in ((row, _SHARE * whole), *((part, whole) for part in _headed_lists(out, choice, rest))):
        if sum(c.linked > 0 for c in part) >= _MANY and sum(c.words for c in part) >= least:
            links |= part
    return row, links


def of_others(out: Outline, text: list[Chunk], links: list[Chunk]) -> bool:
    """Whether links under a text are headlines of other pages: it is a notice, and they are no entries."""
    headline = next((c for c in out.chunks if out.tags[c.node] == "h1"), None)
    words = sum(c.words for c in text if c.value > 0)
    sentences = sum(c.text.count(". ") + (c.text[-1] in _ENDS) for c in text if c.value > 0)
    if words < _NOTICE or sentences < 2 or headline is None or headline.words < 2:
        return False
    return not are_entries(out, links)


def are_cards(out: Outline, text: list[Chunk], links: list[Chunk]) -> bool:
    """Whether what follows one paragraph is nothing but links of one make, a name and what it tells each.

    No heading over them says that they are something else than what the page is there for.
    """
    rest = [c for c in links if c not in text]
    if len(text) != 1 or not rest or rest[0].node < text[0].node or out.tags[rest[0].node] not in HEADINGS:
        return False
    names = [c for c in rest if out.tags[c.node] in HEADINGS]
    texts = [c for c in rest if out.tags[c.node] not in HEADINGS and c.words >= FEWEST]
    makes = {look(out, c) for c in names}
    return len(names) >= FEWEST and len(makes) == 1 and len(texts) == len(rest) - len(names) == len(names)


def _elsewhere(out: Outline) -> set[Chunk]:
    """What stands under a lesser heading and leads to other pages: it says so, or lists what are no entries."""
    below: set[Chunk] = set()
    for head, *section in _sections(out):
        if out.wording(head) is RELATED or (out.tags[head.node] != "h1" and not are_entries(out, section, head.text)):
            below.update((head, *section))
    return below


def _sections(out: Outline) -> list[list[Chunk]]:
    """The page's headings, each with what follows it."""
    sections: list[list[Chunk]] = []
    for c in out.chunks:
        if out.tags[c.node] in HEADINGS:
            sections.append([])
        if sections:
            sections[-1].append(c)
    return sections


def _rows_of(out: Outline, c: Chunk) -> tuple[int, ...]:
    """In which elements' row a chunk stands, or its list, by itself or in a plain box of its own."""
    entry_list = _list_of(out, c)
    if entry_list is None:
        return (out.parents[c.node],) if out.tags[c.node] in _IN_ROW else ()
    box = out.parents[entry_list]
    if entry_list in out.hints or box < 0:
        return ()
    return (box, out.parents[box]) if out.tags[box] == "div" and box not in out.hints else (box,)


def _headed_lists(out: Outline, choice: Choice, rest: set[Chunk]) -> list[set[Chunk]]:
    """What was left out of headings with nothing but lists under them, by their look, where there are many."""
    members = rest.union(choice.kept)
    if sum(out.tags[c.node] in HEADINGS for c in members) < _MANY:
        return []
    likes: dict[tuple[Look, Look], list[list[Chunk]]] = {}
    for head, *entries in _sections(out):
        if entries and members.issuperset((head, *entries)) and all(_list_of(out, c) is not None for c in entries):
            likes.setdefault((look(out, head), look(out, entries[0])), []).append([head, *entries])
    return [{c for section in same for c in section if c in rest} for same in likes.values() if len(same) >= _MANY]


def _from_title(out: Outline, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks from the page's first heading on, if there is one with most of them under it."""
    start = next((i for i, c in enumerate(chunks) if out.tags[c.node] == "h1"), 0)
    return chunks[start:] if start * 2 < len(chunks) else chunks


def _frames(out: Outline, n: int) -> bool:
    tag = out.tags[n]
    if tag in _FRAMES or out.roles.get(n) in ("navigation", "contentinfo", "search", "banner"):
        return True
    if tag == "header" and not any(_is_main(out, m) for m in out.ancestors(n)):
        return True
    hint = out.hints.get(n)
    return bool(hint and hint.level == _SURE and hint.rule in _NOT_LISTS)


def _is_main(out: Outline, n: int) -> bool:
    return n >= 0 and (out.tags[n] in ("main", "article") or out.roles.get(n) == "main")
