"""What the service answers: just what a door shows or sends on."""

from collections.abc import AsyncGenerator, Iterator, Sequence
from datetime import datetime

import msgspec

from ..model import Article, Cue, Document, Plan, Script, Voice
from ..speech import Row, render
from ..store import LocalFile


class RecordingFacts(msgspec.Struct, frozen=True):
    """A finished recording's length and age."""

    milliseconds: float
    made_at: datetime


class OpenedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page that can be heard under `key`, as it is spoken now."""

    key: str
    version: str
    """Stands for the article and the script: while it is the same, what is shown of them is the same."""
    document: Document
    """All about it but its bytes."""
    article: Article
    script: Script
    plan: Plan
    """All that decides the sound, to be written out as JSON."""
    voice: Voice
    """The one that speaks the article's own language."""
    used: Sequence[Voice]
    voice_idle: bool
    """Whether nothing on the page is in the language of the voice that was asked for."""
    others: Sequence[Voice]
    """Voices that could speak it instead."""
    unvoiced: Sequence[str]
    """Languages in the page that no voice speaks."""
    provisional: bool
    """Whether a voice of second choice speaks."""
    recording: RecordingFacts | None
    """Where it is made already."""

    def spoken(self) -> Sequence[str]:
        """Each sentence in ordinary words, as a listener would write it down."""
        return [render(line.utterance).text for line in self.plan.utterances]

    def engine_text(self) -> Sequence[str]:
        """Each sentence as its voice is given it, spelled so that it says it right."""
        return [line.spoken.text for line in self.plan.utterances]


class State(msgspec.Struct, frozen=True):
    """How far a recording has come."""

    made: int
    of: int
    complete: bool
    provisional: bool


class Sentence(msgspec.Struct, frozen=True):
    """A sentence's MP3 with the pause after it; `lasting` where it is what it was planned to be."""

    audio: bytes
    lasting: bool


class TimedSentence(msgspec.Struct, frozen=True):
    """When the words of a sentence are heard, from its own beginning, and how long it lasts with its pause."""

    cue: Cue
    milliseconds: float
    lasting: bool


class Finished(msgspec.Struct, frozen=True):
    """A whole recording as a file to be sent; `lasting` where it is what was planned."""

    key: str
    file: LocalFile
    lasting: bool


class Growing(msgspec.Struct, frozen=True):
    """A whole recording, piece by piece as it is made: for who waits in a thread, or for who awaits the pieces."""

    pieces: Iterator[bytes]
    later: AsyncGenerator[bytes, None]


class Chapter(msgspec.Struct, frozen=True):
    """A part of a recording under a heading of its article; times in milliseconds. It ends where the next begins."""

    title: str
    level: int
    n: int
    """The number of its first sentence."""
    begin: float
    finish: float


class OutlinedSentence(msgspec.Struct, frozen=True):
    """A sentence's place in the article; `milliseconds` with its pause, where the recording is finished."""

    n: int
    block: int
    start: int
    end: int
    language: str
    characters: int
    milliseconds: float | None


class Outline(msgspec.Struct, frozen=True):
    """What a player needs to know of a recording before it plays."""

    key: str
    language: str
    title: str
    complete: bool
    provisional: bool
    utterances: Sequence[OutlinedSentence]


class Sample(msgspec.Struct, frozen=True):
    """A text said by itself: its words as every reader would say them, by whom it is spoken, and its MP3."""

    words: str
    voice: Voice
    audio: bytes


class Mention(msgspec.Struct, frozen=True):
    """A sentence of a kept page that says a word."""

    address: str
    sentence: str


class Explanation(msgspec.Struct, frozen=True):
    """How a text is said, and what is read how by which rule."""

    words: str
    rows: Sequence[Row]
