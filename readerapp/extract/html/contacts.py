"""Finds contact cards by what they hold: a heading that promises one, and an address or a number under it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from .outline import Chunk, Outline
from .vocabulary import ASIDE, HEADINGS, RELATED

HEADING: Final = re.compile(
    r"\W*(?:kontakt(?:a (?:oss|mig|kommunen)|er|uppgifter|person(?:er)?|information)?|press ?kontakt(?:er)?|"
    r"(?:för )?(?:mer|ytterligare) information,? (?:vänligen )?kontakta|har du frågor|frågor|"
    r"frågor och svar till media|"
    r"(?:media |press )?contacts?(?: us| information| details| person)?|for (?:more|"
    r"further) information,? (?:please )?contact|"
    r"контакт(?:ы|ная информация|ные данные|ное лицо|ные лица|ные телефоны|ный телефон|ы для сми)?|"
    r"пресс-служба|по всем вопросам|свяжитесь с нами|как с нами связаться)\W*",
    re.IGNORECASE,
)
"""What stands over contacts and is nothing else."""
_OPENING: Final = re.compile(
    r"\W*(?:(?:press|media)?kontakt(?:a|er|person(?:er)?|uppgifter|information)?|hör av dig|"
    r"(?:media |press )?contacts?|контакт\w*|пресс-контакт\w*|обращ\w+|справки)\b.{0,60}",
    re.IGNORECASE,
)
"""What may stand over contacts, where an address or a number follows."""
_SUBJECT: Final = re.compile(
    r"\b(?:kontakta?|kontaktuppgifter|contacts?|контакты|контактная информация)\b", re.IGNORECASE
)
_REACHED: Final = re.compile(r"[\w.+-]@[\w-]++\.\w|(?:\+|\b[08])[\d\s\u00a0()/\u2010-\u2013-]{6,}\d")
_LINKS: Final = ("mailto:", "tel:")
_PLACES: Final = frozenset(("main", "article", "aside"))
_LINE: Final = 8
_CHUNKS: Final = 24
_WORDS: Final = 120
_CLIMB: Final = 3
_SURE: Final = 3
_NEAR: Final = 5
"""Lines under a heading among which a telephone number makes a card of them, whatever the heading says."""


def cards(out: Outline) -> Iterator[list[Chunk]]:
    """The cards in the page's main part or beside it, each with its heading, and address elements that hold any."""
    addresses: dict[int, list[Chunk]] = {}
    marked = "address" in out.tags
    others: list[list[Chunk]] = []
    for i, c in enumerate(out.chunks):
        tag = out.tags[c.node]
        if tag in HEADINGS and c.words <= _LINE and _placed(out, c):
            if _OPENING.match(c.text + " "):
                yield _headed(out, i)
            elif any(_calls(out, other) for other in out.chunks[i + 1 : i + _NEAR]):
                others.append(_headed(out, i))
        for n in out.ancestors(c.node)[:_CLIMB] if marked else ():
            if out.tags[n] == "address":
                addresses.setdefault(n, []).append(c)
    if len(others) == 1 and any(_calls(out, c) for c in others[0]):  # several are a list of people: the page's text
        yield others[0]
    yield from (card for card in addresses.values() if _placed(out, card[0]) and _is_card(out, card))


def subject(out: Outline) -> bool:
    """Whether a headline says that contacts are what the page is about, so that they are its text."""
    return any(out.tags[c.node] == "h1" and _SUBJECT.search(c.text) for c in out.chunks)


def beside(out: Outline, node: int) -> bool:
    """Whether a name speaks only for standing beside the article, where a contact card may stand too."""
    hint = out.hints[node]
    return hint.rule is ASIDE or (hint.rule is RELATED and hint.level < _SURE)


def _placed(out: Outline, c: Chunk) -> bool:
    around = out.ancestors(c.node)
    if out.title_part() in around:
        return True
    return any(out.tags[n] in _PLACES or out.roles.get(n) == "main" for n in around) or any(
        n in out.hints and beside(out, n) for n in around
    )


def _headed(out: Outline, i: int) -> list[Chunk]:
    """The card that begins with chunk `i`, or nothing: what else its parent holds, if that is no more than a card."""
    heading = out.chunks[i]
    node = out.parents[heading.node]
    for _ in range(_CLIMB):
        if node < 0 or (i and out.holds(node, out.chunks[i - 1].node)):
            return []
        card = [c for c in islice(out.chunks, i, i + _CHUNKS) if out.holds(node, c.node)]
        if len(card) > 1:
            return card if _is_card(out, card[1:]) else []
        node = out.parents[node]
    return []


def _calls(out: Outline, c: Chunk) -> bool:
    """Whether a chunk links a telephone number."""
    return c.link >= 0 and (out.elements[c.link].get("href") or "").startswith("tel:")


def _is_card(out: Outline, chunks: list[Chunk]) -> bool:
    return sum(c.words for c in chunks) <= _WORDS and any(names_contact(out, c) for c in chunks)


def names_contact(out: Outline, c: Chunk) -> bool:
    """Whether somebody can be reached by what a chunk says or links."""
    links = (out.elements[n].get("href") or "" for _, around in c.pieces for n in around if out.tags[n] == "a")
    return any(href.strip().lower().startswith(_LINKS) for href in links) or _REACHED.search(c.text) is not None
