"""Sound: what an engine gives, what the store keeps, and what a visitor hears."""

from datetime import datetime

import msgspec

from .script import SpokenText, Utterance


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One way to speak one language with one engine."""

    id: str
    """`engine:name`, unique: `espeak:sv`, `gtts:ru`, `piper:sv_SE-nst-medium`."""
    engine: str
    language: str
    name: str
    licence: str = ""
    online: bool = False
    """Whether the text leaves this machine."""
    provider: str = ""
    """Who receives the text, for an online voice: "Google"."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """One word: its characters from `start` to `end` (code points), its sound from `begin` to `finish` (ms).

    In a Sound and a Clip the characters are those of the spoken text and time runs from its first sample;
    in a Cue they are those of the utterance's displayed text and time runs from the recording's start.
    """

    start: int
    end: int
    begin: float
    finish: float


class Sound(msgspec.Struct, frozen=True):
    """What an engine gives back: 16-bit little-endian mono samples, and words where it knows them."""

    samples: bytes
    rate: int
    """Samples per second."""
    marks: tuple[Mark, ...] = ()

    @property
    def milliseconds(self) -> float:
        """Length."""
        return len(self.samples) * 500 / self.rate


class Clip(msgspec.Struct, frozen=True):
    """The audio of one utterance in one voice: whole MP3 frames without tags, and its marks."""

    key: str
    audio: bytes
    marks: tuple[Mark, ...]


class Cue(msgspec.Struct, frozen=True):
    """Where utterance number `utterance` stands in a recording (ms), pause not included, and its words."""

    utterance: int
    begin: float
    finish: float
    voice: str
    marks: tuple[Mark, ...] = ()


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """A whole article as heard. `key` names its content: another text, voice or version is another key."""

    key: str
    address: str
    title: str
    language: str
    voice: str
    cues: tuple[Cue, ...]
    milliseconds: float
    made_at: datetime
    page_fingerprint: str
    page_fetched_at: datetime
    provisional: bool = False
    """Whether a voice of second choice had to finish it."""


class PlannedUtterance(msgspec.Struct, frozen=True):
    """One utterance as one voice is to say it, and the key of the clip that holds, or will hold, its sound."""

    utterance: Utterance
    spoken: SpokenText
    voice: str
    clip: str


class Plan(msgspec.Struct, frozen=True, kw_only=True, rename={"utterances": "lines"}):
    """A recording to be: everything that decides its sound, before any sound is made. `key` is the recording's."""

    key: str
    address: str
    title: str
    language: str
    voice: str
    utterances: tuple[PlannedUtterance, ...]
    page_fingerprint: str
    page_fetched_at: datetime
    provisional: bool = False


class Fallback(msgspec.Struct, frozen=True):
    """A recording's plan as it is really being spoken, because the engines `refused` failed on it."""

    plan: Plan
    refused: tuple[str, ...] = ()
