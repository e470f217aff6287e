"""The only place that chooses parts: from the settings to a house that is ready to live in."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from importlib.metadata import entry_points
from pathlib import Path

import msgspec

from . import speech
from .catalogs import Catalogues
from .engines.contract import Engine
from .engines.gtts import DOMAINS
from .engines.roster import Roster
from .errors import Fault, SettingsWrong
from .extract import SiteRules
from .fetch import Limits, Policy, Turns, fetch
from .i18n import N_, here
from .jobs import Narrator
from .languages import INTERFACE
from .model import Page
from .narrate import Ask, Parts
from .settings import ENGINES, PREFIX, Settings, read
from .store import Store

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
    catalogues = Catalogues(here(settings.translations))
    shelf = speech.Shelf([Path(name) for name in settings.lexicons])
    parts = Parts(
        # Flask takes a relative folder from its own
        store=Store(settings.cache.absolute(), settings.cache_megabytes * MEGABYTE),
        roster=_roster(settings),
        fetch=_fetcher(settings),
        options=_wishes(catalogues, shelf),
        rules=_site_rules(settings.site_rules),
        accent=_accent() if settings.stress else None,
        fresh=timedelta(seconds=settings.fresh_seconds),
    )
    return House(settings, parts, Narrator(parts, THREADS_A_WORKER * settings.workers), catalogues, shelf)


def settle(**given: object) -> Settings:
    """The settings in force, tried with the parts that they choose. Raises SettingsWrong with all faults at once."""
    settings, faults = read(**given)
    faults = [*faults, *_untenable(settings)]
    if faults:
        raise SettingsWrong(faults)
    return settings


def _untenable(settings: Settings) -> Iterator[Fault]:
    """What is well formed but leads nowhere."""
    try:
        _site_rules(settings.site_rules)
    except SettingsWrong as wrong:
        yield from wrong.faults
    speech.Shelf([Path(name) for name in settings.lexicons])  # tells the faults of a lexicon in a way of its own
    if settings.gtts_domain not in DOMAINS:
        where = f"{PREFIX}GTTS_DOMAIN={settings.gtts_domain}"
        yield Fault(where, N_("must be one of: %(known)s"), {"known": " ".join(DOMAINS)})
        settings = settings.model_copy(update={"gtts_domain": DOMAINS[0]})
    with closing(_roster(settings)) as roster:
        for named in settings.voices if settings.names_voices else ():
            if fault := _unspeakable(named, roster):
                yield fault


def _unspeakable(named: str, roster: Roster) -> Fault | None:
    """What is wrong with an engine or voice that the setting “voices” names."""
    where = f"{PREFIX}VOICES={named}"
    engine = roster.engines.get(named.partition(":")[0])
    if engine is None:
        return Fault(where, N_("give its address with READERAPP_REMOTE_ADDRESS"))
    known = " ".join(voice.id for voice in engine.voices())
    if ":" not in named or named in known.split():
        return None
    if not known:
        return Fault(where, N_("there is no such voice yet; “readerapp voices” tells what its engine needs"))
    return Fault(where, N_("there is no such voice; there are: %(known)s"), {"known": known})


def _roster(settings: Settings) -> Roster:
    """The voices; only an order that the operator wrote down makes us miss a voice that never answered."""
    expected = settings.names_voices
    return Roster(engines(settings), settings.voices, offline=settings.offline, expected=expected)


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
        raise SettingsWrong([Fault("READERAPP_STRESS", N_("Install silero-stress: pip install readerapp[stress]"))])
    return speech.Silero()


def _fetcher(settings: Settings) -> Callable[[str, Page | None], Page]:
    limits = Limits(size=settings.page_megabytes * MEGABYTE, seconds=settings.page_seconds)
    policy = Policy(private=frozenset(_host_and_port(pair) for pair in settings.private_hosts), sites=settings.sites)
    return Turns(lambda address, known: fetch(address, limits=limits, policy=policy, previous=known), settings.threads)


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
        fault = Fault(f"{PREFIX}SITE_RULES={file}", N_("cannot be used: %(reason)s"), {"reason": str(problem)})
        raise SettingsWrong([fault]) from problem


def _wishes(catalogues: Catalogues, shelf: speech.Shelf) -> Callable[[str, Ask], speech.SpeechOptions]:
    def say(language: str, message: str, plural: str = "", /, **facts: object) -> str:
        """Structure words in the article's language, which is not the visitor's."""
        known = catalogues.translations(language if language in INTERFACE else INTERFACE[0])
        text = known.ungettext(message, plural, int(str(facts["count"]))) if plural else known.ugettext(message)
        return text % facts if facts else text

    def options(_language: str, ask: Ask) -> speech.SpeechOptions:
        return speech.SpeechOptions(choices=ask.choices, lexicons=shelf.lexicons(), say=say)

    return options
