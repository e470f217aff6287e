"""Takes out of a line what the page unfolds over a name in it: a card of links that a visitor sees by pointing there.

Two witnesses tell it from a line that lists links: nothing but links stands in it, and one of them leads where the
name right in front of it does.
"""

from typing import Final

from .outline import Chunk, Outline, Piece, count_words
from .vocabulary import RELATED

_LEAST: Final = 8
"""Words in links from which a line is looked at."""
_LINKS: Final = 3
"""Links of a card."""
_DEEP: Final = 8
"""Inline elements around a piece that are looked at."""


def fold(out: Outline) -> None:
    """Take the cards out of all lines that say something besides, and report them as not read."""
    for c in out.chunks:
        if _LEAST <= c.linked < c.words and len(c.pieces) > _LINKS:
            cards = _cards(out, c.pieces)
            if cards:
                _take_out(out, c, cards)


def _cards(out: Outline, pieces: list[Piece]) -> set[int]:
    """The inline elements that hold nothing but links, behind a link that leads where one of these does."""
    inside: dict[int, list[int]] = {}
    others: set[int] = set()
    before: dict[int, int] = {}
    last = -1
    for text, around in pieces:
        if text.isspace():
            continue
        link = next((n for n in around if out.tags[n] == "a"), -1)
        for n in around[:_DEEP]:
            if n == link:
                break
            before.setdefault(n, last)
            if link < 0:
                others.add(n)
            elif link not in inside.setdefault(n, [])[-1:]:
                inside[n].append(link)
        last = link
    return {
        n
        for n, links in inside.items()
        if n not in others and len(links) >= _LINKS and before[n] >= 0 and _leads_alike(out, before[n], links)
    }


def _leads_alike(out: Outline, name: int, links: list[int]) -> bool:
    """Whether one of the links leads where the name does."""
    address = out.elements[name].get("href")
    return address is not None and any(out.elements[link].get("href") == address for link in links)


def _take_out(out: Outline, c: Chunk, cards: set[int]) -> None:
    pieces = []
    for text, around in c.pieces:
        card = next((n for n in around[:_DEEP] if n in cards), -1)
        if card < 0:
            pieces.append((text, around))
        elif out.unread[-1:] != [(out.elements[card], RELATED)]:
            out.unread.append((out.elements[card], RELATED))
    c.pieces = pieces
    c.text = " ".join("".join([text for text, _ in pieces]).split())
    c.words = count_words(c.text)
    c.linked = sum(count_words(text) for text, around in pieces if any(out.tags[n] == "a" for n in around))
