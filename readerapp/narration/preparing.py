"""From a document to what will be said of it, in which voices: a plain function, run where strangers' bytes may be."""

from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec

from .. import speech
from ..errors import NoVoice
from ..extract import SiteRules, extracted
from ..fetch import Read, Received, read
from ..model import Article, Diction, Document, Plan, PlannedUtterance, Script, Utterance, Voice
from ..store import clip_key, plan_key
from .request import ReadingPreferences


class Speaker(msgspec.Struct, frozen=True):
    """A voice, how its engine wants its text, and what else decides how it sounds."""

    voice: Voice
    diction: Diction
    version: str
    stands_in: bool = False
    """Whether it is there for another one, the visitor's or the settings' first choice."""


class Preparation(msgspec.Struct, frozen=True):
    """All that decides what is made of a page, but for the lexicons and the words of structure."""

    document: Document
    preferences: ReadingPreferences
    speakers: Mapping[str, Speaker]
    """By language; what is in another one is not said."""
    encoding: str
    """How clips are encoded, which is part of their keys."""
    rules: SiteRules | None = None
    site: frozenset[int] = frozenset()
    """What stands on other pages of the page's site."""


class PreparedPage(msgspec.Struct, frozen=True):
    """A page that is ready to be heard; `unvoiced` are languages in it that no voice speaks."""

    article: Article
    script: Script
    plan: Plan
    unvoiced: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    """Those that are heard."""
    languages: tuple[str, ...] = ()
    """Those that are heard."""
    traces: tuple[int, ...] = ()
    """What its site's other pages are compared with, where it was prepared just now."""

    @classmethod
    def of(cls, article: Article, plan: Plan, silent: tuple[str, ...], traces: tuple[int, ...] = ()) -> "PreparedPage":
        """The page whose script is what the plan says."""
        utterances = tuple(line.utterance for line in plan.utterances)
        script = Script(title=article.title, language=article.language, utterances=utterances)
        voices = tuple(sorted({line.voice for line in plan.utterances}))
        languages = tuple(sorted({utterance.language for utterance in utterances}))
        return cls(article, script, plan, silent, voices, languages, traces)


def prepare(
    preparation: Preparation,
    options: Callable[[ReadingPreferences], speech.SpeechOptions],
    accent: speech.Accent | None,
) -> PreparedPage:
    """Find the article, decide what will be said in which voice. Raises PageEmpty, NoArticle, NoVoice."""
    article, traces = extracted(
        preparation.document, region=preparation.preferences.region, rules=preparation.rules, site=preparation.site
    )
    if preparation.preferences.language:
        article = _in_language(article, preparation.preferences.language)
    script = speech.script(article, options(preparation.preferences))
    if article.language not in preparation.speakers:
        raise NoVoice(language=article.language)
    silent = dict.fromkeys(u.language for u in script.utterances if u.language not in preparation.speakers)
    utterances = tuple(
        planned(u, preparation.speakers[u.language], preparation.encoding, accent)
        for u in script.utterances
        if u.language in preparation.speakers
    )
    plan = Plan(
        key=plan_key(utterances),
        address=preparation.document.address,
        title=article.title,
        language=article.language,
        voice=preparation.speakers[article.language].voice.id,
        utterances=utterances,
        page_fingerprint=preparation.document.fingerprint,
        page_fetched_at=preparation.document.fetched_at,
        provisional=preparation.speakers[article.language].stands_in,
    )
    return PreparedPage.of(article, plan, tuple(silent), traces)


def planned(utterance: Utterance, speaker: Speaker, encoding: str, accent: speech.Accent | None) -> PlannedUtterance:
    """The utterance as that voice is to say it, and where its clip will be kept."""
    speech_text = speech.render(utterance, speaker.diction, accent)
    key = clip_key(speech_text, speaker.voice, speaker.version, encoding)
    return PlannedUtterance(utterance, speech_text, speaker.voice.id, key)


def _in_language(article: Article, language: str) -> Article:
    """The article with its main language put right by whoever asks; passages in other languages stay as they are."""
    blocks = tuple(
        msgspec.structs.replace(block, language=language) if block.language == article.language else block
        for block in article.blocks
    )
    return msgspec.structs.replace(article, language=language, blocks=blocks)


class Preparer(Protocol):
    """Where pages are prepared."""

    def __call__(self, preparation: Preparation, key: str, client: str = "") -> PreparedPage:
        """The page prepared, for `client`; `key` stands for all that decides the outcome."""

    def read(self, response: Received, client: str = "") -> Read:
        """What a site sent, read as a page for `client`."""

    def warm(self) -> None:
        """Have the first page not wait for what takes a while to start."""

    def close(self) -> None:
        """Let go of processes."""


class InProcess:
    """Prepares pages right here, without limits: for pages of one's own, and machines with little memory."""

    def __init__(
        self, options: Callable[[ReadingPreferences], speech.SpeechOptions], accent: speech.Accent | None
    ) -> None:
        self._options = options
        self._accent = accent

    def __call__(self, preparation: Preparation, key: str, client: str = "") -> PreparedPage:
        """The page prepared."""
        del key, client
        return prepare(preparation, self._options, self._accent)

    def read(self, response: Received, client: str = "") -> Read:
        """What a site sent, read as a page."""
        del client
        return read(response)

    def warm(self) -> None:
        """Read what every language needs."""
        speech.warm()

    def close(self) -> None:
        """Nothing is held."""
