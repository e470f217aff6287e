"""The script: what will be said, utterance by utterance, and how each word of it came about."""

from collections.abc import Sequence
from typing import Literal

import msgspec


class Number(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number that is said, still a number: an engine may have its own best way to put it."""

    kind: Literal["cardinal", "ordinal", "year", "digits"]
    """`digits` are said one by one."""
    digits: str
    form: Literal["", "common", "masculine"] = ""
    """The gender that its last word shows, where it isn't the one of counting."""


class Substitution(msgspec.Struct, frozen=True, omit_defaults=True):
    """One replacement: the displayed text from `start` to `end` (code points) is said as `spoken`.

    `start == end` says something that is not displayed ("Rubrik nivå 2."). `rule` names the rule for
    "why does it say that?". `parts` is `spoken` with its numbers still numbers, from which an engine's own
    rendering is made; empty where the words are all there is. `phonemes` is IPA from a lexicon.
    """

    start: int
    end: int
    spoken: str
    rule: str
    parts: tuple[str | Number, ...] = ()
    phonemes: str = ""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence as it is displayed, or a part of a long one, in one language.

    `text` is the characters `start` to `end` of block number `block` of the article (block -1 is the title).
    """

    id: str
    """By the text and its number among equal ones: what is put in before it changes nothing."""
    text: str
    language: str
    block: int
    start: int
    end: int
    ends: bool = True
    """Whether a sentence ends with it."""


class Utterance(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One sentence in one language.

    `text` is what is displayed: the characters `start` to `end` of block number `block` of the article
    (block -1 is the title). `substitutions` are in order and do not overlap. `pause` is the silence after it.
    """

    text: str
    language: str
    block: int
    start: int
    end: int
    substitutions: tuple[Substitution, ...] = ()
    pause: int = 360
    """Milliseconds."""
    segment: str = ""
    """The id of the sentence that it says."""


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that will be said of one article."""

    title: str
    language: str
    utterances: tuple[Utterance, ...]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of spoken text and the displayed text that it stands for, as offsets in code points."""

    displayed: tuple[int, int]
    spoken: tuple[int, int]
    verbatim: bool
    phonemes: str = ""
    """IPA for the whole stretch, for engines that take phonemes; the others say the text."""


class SpokenText(msgspec.Struct, frozen=True):
    """An utterance as one engine is to say it, with the way back to what is displayed."""

    text: str
    language: str
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def join(cls, utterance: Utterance, wordings: Sequence[str]) -> "SpokenText":
        """Put the spoken form of each substitution, in order, into the utterance's text."""
        parts: list[str] = []
        pieces: list[Piece] = []
        at = length = 0

        def add(text: str, start: int, end: int, phonemes: str | None = None) -> None:
            nonlocal length
            parts.append(text)
            pieces.append(Piece((start, end), (length, length + len(text)), phonemes is None, phonemes or ""))
            length += len(text)

        for change, words in zip(utterance.substitutions, wordings, strict=True):
            if change.start > at:
                add(utterance.text[at : change.start], at, change.start)
            add(words, change.start, change.end, change.phonemes)
            at = change.end
        if at < len(utterance.text):
            add(utterance.text[at:], at, len(utterance.text))
        return cls("".join(parts), utterance.language, tuple(pieces))

    def displayed(self, start: int, end: int) -> tuple[int, int]:
        """The displayed characters that the spoken characters `start` to `end` stand for."""
        pieces = [p for p in self.pieces if p.spoken[0] < end and start < p.spoken[1]]
        if not pieces:
            return (0, 0)
        first, last = pieces[0], pieces[-1]
        begin = first.displayed[0] + (max(0, start - first.spoken[0]) if first.verbatim else 0)
        finish = last.displayed[1] - (max(0, last.spoken[1] - end) if last.verbatim else 0)
        return begin, finish
