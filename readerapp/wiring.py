"""The only place that chooses parts: from the settings to a house that is ready to live in."""

import tomllib
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

import msgspec

from . import speech
from .catalogs import Catalogues
from .engines.contract import Engine
from .engines.roster import Roster
from .errors import SettingsWrong
from .extract import SiteRules
from .fetch import Limits, Policy, fetch
from .jobs import Narrator
from .languages import INTERFACE
from .model import Page
from .narrate import Ask, Parts
from .settings import Settings
from .store import Store, room

ENGINES = "readerapp.engines"
"""Entry point group; an engine that somebody else wrote is found like ours."""
MEGABYTE = 1_000_000
THREADS_A_WORKER = 2
"""One thread encodes what a worker has said while another has it say the next sentence."""


class House(msgspec.Struct, frozen=True):
    """Everything that a door may call."""

    settings: Settings
    parts: Parts
    narrator: Narrator
    catalogues: Catalogues
    shelf: speech.Shelf

    def warm(self) -> None:
        """Start the engines that take a while to start, so that the first visitor does not wait for it."""
        for engine in self.parts.roster.usable():
            if warm := getattr(engine, "warm", None):
                warm()
        if self.parts.accent:
            self.parts.accent("")

    def close(self) -> None:
        """Stop the threads, processes and connections."""
        self.narrator.close()
        self.parts.roster.close()


def build(settings: Settings) -> House:
    """The house as the settings wish it."""
    catalogues = Catalogues(settings.translations)
    shelf = speech.Shelf([Path(name) for name in settings.lexicons])
    parts = Parts(
        store=Store(settings.cache),
        roster=Roster(engines(settings), settings.voices, offline=settings.offline),
        fetch=_fetcher(settings),
        options=_wishes(catalogues, shelf),
        rules=_site_rules(settings.site_rules),
        accent=_accent() if settings.stress else None,
        fresh=timedelta(seconds=settings.fresh_seconds),
    )
    tidy = partial(room.prune, parts.store, settings.cache_megabytes * MEGABYTE)
    return House(settings, parts, Narrator(parts, THREADS_A_WORKER * settings.workers, tidy), catalogues, shelf)


def engines(settings: Settings) -> dict[str, Engine]:
    """Every registered engine by name; the remote one only where its server is named."""
    wanted = [entry for entry in entry_points(group=ENGINES) if entry.name != "remote" or settings.remote_address]
    return {entry.name: entry.load()(**_arguments(entry.name, settings)) for entry in wanted}


def _arguments(engine: str, settings: Settings) -> dict[str, object]:
    """How our own engines are made from the settings; a stranger's is made without arguments."""
    if engine == "espeak":
        return {"workers": settings.workers}
    if engine == "gtts":
        return {"domain": settings.gtts_domain}
    if engine == "piper":
        return {"folder": settings.voices_folder}
    if engine == "remote":
        return {
            "address": settings.remote_address,
            "model": settings.remote_model,
            "voices": dict(pair.split("=", 1) for pair in settings.remote_voices),
            "key": settings.remote_key.get_secret_value(),
        }
    return {}


def _accent() -> speech.Accent:
    """The model of Russian stress. Raises SettingsWrong where it is not installed."""
    if not speech.Silero.installed():
        raise SettingsWrong(problems="READERAPP_STRESS: silero-stress is missing: pip install readerapp[stress]")
    return speech.Silero()


def _fetcher(settings: Settings) -> Callable[[str, Page | None], Page]:
    limits = Limits(size=settings.page_megabytes * MEGABYTE, seconds=settings.page_seconds)
    policy = Policy(private=frozenset(_host_and_port(pair) for pair in settings.private_hosts), sites=settings.sites)
    return lambda address, previous: fetch(address, limits=limits, policy=policy, previous=previous)


def _host_and_port(pair: str) -> tuple[str, int]:
    host, _, port = pair.rpartition(":")
    return host.strip("[]"), int(port)


def _site_rules(file: Path | None) -> dict[str, SiteRules]:
    """Host patterns with their rules. Raises SettingsWrong for a file that cannot be read or used."""
    try:
        tables = tomllib.loads(file.read_text("utf-8")) if file else {}
        return {
            host: SiteRules(**{name: tuple(found) for name, found in table.items()}) for host, table in tables.items()
        }
    except (OSError, TypeError, AttributeError, ValueError) as problem:
        raise SettingsWrong(problems=f"{file}: {problem}") from problem


def _wishes(catalogues: Catalogues, shelf: speech.Shelf) -> Callable[[str, Ask], speech.SpeechOptions]:
    def say(language: str, message: str, plural: str = "", /, **facts: object) -> str:
        """Structure words in the article's language, which is not the visitor's."""
        known = catalogues.translations(language if language in INTERFACE else INTERFACE[0])
        text = known.ungettext(message, plural, int(str(facts["count"]))) if plural else known.ugettext(message)
        return text % facts if facts else text

    def options(_language: str, ask: Ask) -> speech.SpeechOptions:
        return speech.SpeechOptions(choices=ask.choices, lexicons=shelf.lexicons(), say=say)

    return options
