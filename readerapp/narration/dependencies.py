"""What the story needs of the rooms below; `wiring` chooses it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec

from .. import speech
from ..engines.voice_registry import VoiceRegistry
from ..errors import PageNotFound
from ..extract import SiteRules
from ..model import Document
from ..store import Store
from .preparing import Preparer
from .request import ReadingPreferences


def nothing(address: str) -> Document:
    """What a site has where nobody asks it."""
    raise PageNotFound(address=address)


class Dependencies(msgspec.Struct, frozen=True, kw_only=True):
    """The rooms, as the settings wish them."""

    store: Store
    voices: VoiceRegistry
    fetch: Callable[[str, Document | None, str], Document]
    """A page by its address, given the one that is kept and who asks."""
    text: Callable[[str], Document] = nothing
    """What is no page: a site's robots.txt and sitemap."""
    prepare: Preparer
    """Where strangers' pages are worked on."""
    stamp: Callable[[], object] = str
    """Stands for the lexicons and the words of structure: what was prepared with others is prepared anew."""
    prepared_bytes: int = 64_000_000
    """Memory for prepared pages."""
    options: Callable[[ReadingPreferences], speech.SpeechOptions]
    """The spoken structure words and lexicons for what a visitor prefers."""
    rules: Mapping[str, SiteRules] = {}
    """What to read and to skip on the pages of a host, by host pattern."""
    timekeeper: str = "espeak"
    """The engine whose word times stand in for those of a voice that tells none."""
    accent: speech.Accent | None = None
    """Tells how Russian words are stressed, for the voices that obey it."""
    fresh: timedelta = timedelta(minutes=5)
    """For how long a fetched page is not asked for again."""
