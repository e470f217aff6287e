"""The text of one block as HTML: its sentences, links, emphasis and languages.

A sentence is `<span class="s" id="s17" data-n="17" data-s="1a2b3c4d">`; `data-s` is its id for links. Where a link of
the text goes on over the end of a sentence, it is kept whole and the sentence is cut in pieces with the same
`data-n`, of which the first has the `id`: two links in a row to one place would be read twice by a screen reader.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from ...languages import base
from ...model import Run, Utterance
from .linking import short

Numbered = Sequence[tuple[int, Utterance]]
"""Utterances of one block, each with its number in the script."""

_LINKS: Final = re.compile(r"(?:https?://|mailto:|tel:)[^\x00-\x20]+", re.IGNORECASE)
_UNSENDABLE: Final = re.compile("[\x00\r\ud800-\udfff]")
"""What HTML cannot carry; each is replaced by one character, since offsets count characters."""


class _Piece(NamedTuple):
    """A stretch within one run and one sentence; `stretch` numbers the link it belongs to."""

    text: str
    run: Run
    sentence: int | None
    stretch: int


def text(runs: Sequence[Run], utterances: Numbered, language: str) -> Markup:
    """The runs of a block in `language` with every sentence marked."""
    pieces = list(_pieces(runs, utterances))
    wide = _wide(pieces)
    sentences = dict(utterances)
    anchors: set[int] = set()
    html: list[Markup] = []
    for stretch, part in groupby(pieces, key=lambda piece: piece.stretch if piece.stretch in wide else -1):
        members = list(part)
        inner = _sentences(members, sentences, anchors, language, linked=stretch in wide)
        html.append(_link(members[0].run, inner) if stretch in wide else inner)
    return Markup("").join(html)


def language_attribute(language: str | None, around: str) -> Markup:
    """` lang="…"` where the language is known and is not that of what stands around."""
    tag = base(language)
    return Markup(' lang="{}"').format(tag) if tag and tag != base(around) else Markup("")


def _pieces(runs: Sequence[Run], utterances: Numbered) -> Iterator[_Piece]:
    edges = deque(_edges(utterances, sum(len(run.text) for run in runs)))
    at = stretch = 0
    before: str | None = None
    for run in runs:
        stretch += run.link is None or run.link != before
        before = run.link
        end = at + len(run.text)
        while edges and edges[0][0] < end:
            start, stop, sentence = edges[0]
            yield _Piece(run.text[max(start - at, 0) : stop - at], run, sentence, stretch)
            if stop > end:
                break
            edges.popleft()
        at = end


def _edges(utterances: Numbered, length: int) -> Iterator[tuple[int, int, int | None]]:
    """The block cut at its sentences: start, end, sentence number or None for what is not said."""
    at = 0
    for number, utterance in sorted(utterances, key=lambda pair: pair[1].start):
        start, end = max(utterance.start, at), min(utterance.end, length)
        if start >= end:
            continue
        if start > at:
            yield at, start, None
        yield start, end, number
        at = end
    if at < length:
        yield at, length, None


def _wide(pieces: Iterable[_Piece]) -> set[int]:
    """The links that reach outside one sentence."""
    reach: dict[int, set[int | None]] = {}
    for piece in pieces:
        if piece.run.link:
            reach.setdefault(piece.stretch, set()).add(piece.sentence)
    return {stretch for stretch, sentences in reach.items() if len(sentences) > 1}


def _sentences(
    pieces: list[_Piece], sentences: dict[int, Utterance], anchors: set[int], around: str, *, linked: bool
) -> Markup:
    html: list[Markup] = []
    for number, part in groupby(pieces, key=lambda piece: piece.sentence):
        language = around if number is None else sentences[number].language
        inner = _links(list(part), language, linked=linked)
        if number is None:
            html.append(inner)
            continue
        anchor = Markup(' id="s{}"').format(number) if number not in anchors else Markup("")
        name = short(sentences[number].segment) if number not in anchors else ""
        linked_as = Markup(' data-s="{}"').format(name) if name else Markup("")
        anchors.add(number)
        html.append(
            Markup('<span class="s"{} data-n="{}"{}{}>{}</span>').format(
                anchor, number, linked_as, language_attribute(language, around), inner
            )
        )
    return Markup("").join(html)


def _links(pieces: list[_Piece], around: str, *, linked: bool) -> Markup:
    html: list[Markup] = []
    for _, part in groupby(pieces, key=lambda piece: piece.stretch):
        members = list(part)
        inner = Markup("").join(_run(piece, around) for piece in members)
        html.append(inner if linked else _link(members[0].run, inner))
    return Markup("").join(html)


def _link(run: Run, inner: Markup) -> Markup:
    if not run.link or not _LINKS.fullmatch(run.link):
        return inner
    return Markup('<a href="{}" rel="noopener">{}</a>').format(run.link, inner)


def _run(piece: _Piece, around: str) -> Markup:
    language = language_attribute(piece.run.language, around)
    inner = escape(_UNSENDABLE.sub(lambda match: " " if match[0] == "\r" else "\ufffd", piece.text))
    tag = piece.run.emphasis or ("span" if language else "")
    return Markup("<{0}{1}>{2}</{0}>").format(tag, language, inner) if tag else inner
