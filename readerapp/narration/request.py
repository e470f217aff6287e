"""What a visitor asks for: a page, and how to have it read."""

import msgspec

from .. import speech
from ..extract import Region
from ..model import Document


class ReadingPreferences(msgspec.Struct, frozen=True):
    """What a visitor prefers beyond the page."""

    language: str | None = None
    """The page's language, where it says the wrong one."""
    voice: str | None = None
    liked: tuple[str, ...] = ()
    """Voices to speak their languages where `voice` does not; each can be used now."""
    region: Region | None = None
    verbosity: speech.Verbosity = speech.Verbosity()
    """What of the article is said, and what is said about its structure."""


class NarrationRequest(msgspec.Struct, frozen=True):
    """One page, by the address that somebody typed or as the caller has it in hand, and how to read it."""

    address: str = ""
    preferences: ReadingPreferences = ReadingPreferences()
    document: Document | None = None
    """What need not be fetched."""
    client: str = ""
    """Who asks, as the door knows its visitors: one of them gets a share of the work only."""
