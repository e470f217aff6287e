"""Finds the part of a page that its headline heads, by the page's build alone: for pages that say little.

Where there are hardly any sentences, worth tells nothing: opening hours, telephone numbers and a notice of two lines
are what their page is for. There the headline says where the text begins, and what is no frame follows it.
"""

from typing import Final

from .buttons import is_button
from .cells import links_beside_text
from .outline import Chunk, Outline
from .phrases import CALLS
from .vocabulary import BYLINE, COMMENTS, HEADINGS
from .witnesses import Witnesses
from .worth import LISTED

_BESIDE: Final = frozenset("nav aside footer menu search dialog".split())
_TOP: Final = frozenset(("body", "html"))
_MAIN: Final = frozenset(("main", "article"))
_CONTROLS: Final = frozenset(("label", "legend"))
"""What names something to fill in, where it stands in a form; outside of one it may head a part that it unfolds."""
_LABEL: Final = 8
"""Words that name a form."""
_NO_FIELDS: Final = frozenset(("hidden", "checkbox", "radio", "image", "button"))
_SMALL: Final = frozenset(("1", "-1", "-2", "-3"))
"""Sizes of letters that are less than a text's."""
_ITEMS: Final = 3
"""Links that make a menu."""
_SOME: Final = 3
"""Words under a heading that make a section, and of how many at least one is none of a link."""
_TOLD: Final = 8
"""Letters of a lesser heading that the page's title must repeat, for it to be the headline."""


def headed(out: Outline, titles: frozenset[str]) -> list[Chunk]:
    """What follows the page's headline in its part of the page, in order, as far as no words speak against it."""
    start = _headline(out, titles)
    if start is None:
        return []
    title = out.chunks[start].node
    roots, around = _parts(out, title)
    body = []
    for i, c in enumerate(out.chunks[start + 1 :], start + 2):
        if c.node not in around and roots.isdisjoint(out.ancestors(c.node)):
            continue
        rule = out.wording(c)
        if rule is COMMENTS and out.tags[c.node] in HEADINGS:
            break
        if (
            rule in CALLS
            and not c.linked
            and out.tags[c.node] in HEADINGS
            and any(not n.linked for n in out.chunks[i : i + 1])
        ):
            rule = None
        is_text = (rule is None or rule is BYLINE) and any(sign.isalnum() for sign in c.text)
        if is_text and not (_fills_in(out, c) or (c.linked and links_beside_text(out, c.node))):
            body.append(c)
    while body and small_print(out, body[-1]):
        body.pop()
    return body


def small_print(out: Outline, c: Chunk) -> bool:
    """Whether all of a chunk is in small letters: at the end of a page those tell of the site."""
    return all(part.isspace() or any(_small(out, n) for n in around) for part, around in c.pieces)


def _small(out: Outline, n: int) -> bool:
    return out.tags[n] == "small" or (out.tags[n] == "font" and out.elements[n].get("size") in _SMALL)


def _fills_in(out: Outline, c: Chunk) -> bool:
    """Whether a chunk is a button, or names something to fill in."""
    fields = out.tags[c.node] in _CONTROLS and any(out.tags[n] == "form" for n in out.ancestors(c.node) if n >= 0)
    return fields or is_button(out, c)


def bare(out: Outline) -> bool:
    """Whether nothing on a page leads anywhere or is called anything: it is all text, be it one word."""
    return not out.hints and not any(c.linked for c in out.chunks)


def lost_sections(out: Outline, chunks: list[Chunk], members: frozenset[Chunk], *, links: bool) -> list[list[Chunk]]:
    """Of these chunks the headings of which nothing is kept, each with what stands under it.

    Unless `links` are wanted, only where some words stand there and no more than a third of them leads elsewhere.
    """
    sections: list[list[Chunk]] = []
    for c in chunks:
        if out.tags[c.node] in HEADINGS:
            sections.append([c])
        elif sections:
            sections[-1].append(c)
    return [s for s in sections if len(s) > 1 and members.isdisjoint(s) and (links or _says_some(s[1:]))]


def _says_some(chunks: list[Chunk]) -> bool:
    """Whether there are some words, and few of them links."""
    words = sum(c.words for c in chunks)
    return words >= _SOME and sum(c.linked for c in chunks) * _SOME <= words


def tells_facts(out: Outline, section: list[Chunk]) -> bool:
    """Whether a section holds a list or a table under its heading, or half of its lines have numbers in them."""
    lines = section[1:]
    listed = any(out.tags[c.node] in LISTED for c in lines)
    return listed or 0 < len(lines) <= 2 * sum(any(sign.isdigit() for sign in c.text) for c in lines)


def _parts(out: Outline, title: int) -> tuple[set[int], set[int]]:
    """The parts beside the headline, and beside what holds it; and the elements whose own text is around it."""
    witnesses = Witnesses(out)
    children: dict[int, list[int]] = {}
    for n, parent in enumerate(out.parents):
        if witnesses.words(n):
            children.setdefault(parent, []).append(n)
    roots: set[int] = set()
    around = {title}
    inner, body_words = title, 0
    counts = out.counts()
    for n in out.ancestors(title)[1:-1]:
        top = out.tags[n] in _TOP
        before = [m for m in children.get(n, ()) if m < inner and counts.within(counts.links, m) >= _ITEMS]
        if body_words and any(witnesses.leads_away(m) for m in before):
            break  # what holds a menu before the headline is the page, and no part of its text
        following = [m for m in children.get(n, ()) if m > inner and not _against(out, witnesses, m)]
        following = [m for m in following if not top or _alike(out, m, inner)]
        roots.update(following)
        body_words += sum(witnesses.words(m) for m in following)
        if top:
            break
        around.add(n)
        if out.tags[n] == "td" or out.tags[n] in _MAIN or out.roles.get(n) == "main":
            break
        inner = n
    return roots, around


def _headline(out: Outline, titles: frozenset[str]) -> int | None:
    heads = [i for i, c in enumerate(out.chunks) if out.tags[c.node] == "h1"]
    first = next((i for i in heads if out.chunks[i].text.casefold() in titles), next(iter(heads), None))
    if first is not None:
        return first
    lesser = [i for i, c in enumerate(out.chunks) if out.tags[c.node] in HEADINGS and len(c.text) >= _TOLD]
    heading = next((i for i in lesser if any(out.chunks[i].text.casefold() in title for title in titles)), None)
    if heading is not None:
        return heading
    return next((i for i, c in enumerate(out.chunks) if not c.linked and c.text.casefold() in titles), None)


def _against(out: Outline, witnesses: Witnesses, n: int) -> bool:
    """Whether a part after the headline is frame by its tag or its links; what its name says was voted on before."""
    return out.tags[n] in _BESIDE or witnesses.leads_away(n) or _asks(out, witnesses, n)


def _asks(out: Outline, witnesses: Witnesses, n: int) -> bool:
    """Whether a part is something to fill in, with no more text than names it."""
    return witnesses.words(n) <= _LABEL and any(
        el.tag == "textarea" or el.get("type") not in _NO_FIELDS for el in out.elements[n].iter("textarea", "input")
    )


def _alike(out: Outline, n: int, other: int) -> bool:
    """Whether two parts go by a common name, as the rows of one page do."""
    one, two = (set((out.classes[m] or "").split()) for m in (n, other))
    return out.tags[n] == out.tags[other] and (one == two or not one.isdisjoint(two))
