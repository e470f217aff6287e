"""From the settings to the parts: rooms made as the settings wish, and put together."""

import functools
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import structlog

from ..catalogs import Catalogues, compile_all, merge
from ..engines.contract import Engine
from ..engines.declaring import entries
from ..engines.failures import Failure, Failures
from ..engines.voice_registry import VoiceRegistry
from ..errors import CatalogueWrong
from ..fetch import FetchLimiter, Limits, Policy, fetch
from ..i18n import SHIPPED_TEXTS, here
from ..model import Document
from ..narration.dependencies import Dependencies
from ..narration.page_work import PAGE_WORKER, Work
from ..narration.page_workers import PageWorkers
from ..narration.preparing import InProcess, Preparer
from ..narration.service import NarrationService
from ..narration.speaking import accent, speech_options, stamp
from ..processes import worker_command
from ..reports import Folder, Reports
from ..settings import ENGINES, Settings, arguments
from ..store import Kind, Store, content_key
from ..workbench import Follower, Workbench
from .site_rules import site_rules

if TYPE_CHECKING:
    from ..accounts.openid import Provider
    from ..accounts.room import Room

log = structlog.get_logger(__name__)

MEGABYTE = 1_000_000
REPORTS_MEGABYTES = 20
FAILURES = Kind("failures", "json", durable=False, needed=False)
THREADS_A_WORKER = 2
"""One thread encodes what a worker has said while another has it say the next sentence."""


class Services(msgspec.Struct, frozen=True):
    """Everything that a door may call."""

    settings: Settings
    narration: NarrationService
    catalogues: Catalogues
    dependencies: Dependencies
    """What the narration stands on, for the operator's commands."""
    room: Callable[[], "Room"]
    """Accounts and edits; the database is opened when somebody asks for them, and its libraries loaded."""
    provider: "Callable[[], Provider] | None"
    """Who tells who somebody is, where the operator names one."""
    translations: Path
    """The folder of the catalogues."""
    reports: Reports
    """What listeners say is read wrongly."""
    bench: Workbench
    """What translators change."""
    follower: Follower | None
    """What brings over what other machines saved, where several share a database."""


def build(settings: Settings) -> Services:
    """The services as the settings wish them."""
    translations = own_translations(settings.translations)
    lexicons = settings.lexicon_paths
    options, stress = speech_options(translations, lexicons), accent(stress=settings.stress)
    # Flask takes a relative folder from its own
    store = Store(settings.cache.absolute(), settings.cache_megabytes * MEGABYTE)
    prepare = _page_workers(settings) if settings.page_workers else InProcess(options, stress)
    using = Dependencies(
        store=store,
        voices=voices(settings, _failures(store)),
        fetch=_fetcher(settings, prepare),
        text=_texts(settings, prepare),
        prepare=prepare,
        stamp=stamp(translations, lexicons),
        options=options,
        rules=site_rules(settings.site_rules),
        accent=stress,
        fresh=timedelta(seconds=settings.fresh_seconds),
    )
    accounts = room(settings)
    listener_reports = reports(settings, accounts)
    bench = Workbench(translations, settings.translators_lexicons, lambda: accounts().edits)
    return Services(
        settings,
        NarrationService(using, THREADS_A_WORKER * settings.workers),
        Catalogues(translations, settings.language_percent / 100),
        using,
        accounts,
        provider(settings),
        translations,
        listener_reports,
        bench,
        Follower((bench.agree, listener_reports.bring_over), settings.follow_seconds)
        if settings.shares_database
        else None,
    )


def reports(settings: Settings, accounts: "Callable[[], Room] | None" = None) -> Reports:
    """What listeners report: in the database, and meanwhile in a folder that no sound is pruned from."""
    accounts_room = accounts or room(settings)
    return Reports(
        Folder(Store(settings.reports.absolute(), REPORTS_MEGABYTES * MEGABYTE)), lambda: accounts_room().reports
    )


def room(settings: Settings) -> Callable[[], "Room"]:
    """What opens the database once, and gives it to everybody who asks; nobody waits for another's attempt."""
    rooms: list[Room] = []
    lock = threading.Lock()

    def opened() -> "Room":
        if not rooms:
            from ..accounts.room import Room  # noqa: PLC0415 - half a second that only translators are to wait for

            mine = Room(settings.database)
            with lock:
                if rooms:
                    mine.database.close()
                else:
                    rooms.append(mine)
        return rooms[0]

    return opened


def provider(settings: Settings) -> "Callable[[], Provider] | None":
    """What opens the way to the provider of sign-ins once; None where there is none."""
    if not settings.openid_issuer:
        return None

    @functools.cache
    def opened() -> "Provider":
        from ..accounts.openid import Provider  # noqa: PLC0415 - not everybody installs it

        return Provider(settings.openid_issuer, settings.openid_client, settings.openid_secret, settings.openid_claim)

    return opened


def own_translations(folder: Path) -> Path:
    """The folder of translations, in step with this version; what the upgrade did is logged, and what it could not."""
    own = here(folder).absolute()
    try:
        changes = merge(SHIPPED_TEXTS, own)
        for change in changes:
            log.info("translations merged", language=change.language, taken=change.taken, differing=change.differing)
        if changes:
            compile_all(own)
    except (CatalogueWrong, OSError) as problem:
        log.warning("translations not merged", folder=str(own), reason=str(problem))
    return own


def _page_workers(settings: Settings) -> PageWorkers:
    work = Work(
        translations=str(here(settings.translations).absolute()),
        lexicons=tuple(str(Path(name).absolute()) for name in settings.lexicon_paths),
        stress=settings.stress,
        cpu_seconds=settings.page_cpu_seconds,
        memory_bytes=settings.page_memory_megabytes * MEGABYTE,
    )
    command = worker_command(PAGE_WORKER, msgspec.json.encode(work).decode(), packages=True)
    return PageWorkers(command, settings.page_workers, settings.page_work_seconds, settings.fresh_seconds)


def voices(settings: Settings, failures: Failures | None = None) -> VoiceRegistry:
    """The voices; only an order that the operator wrote down makes us miss a voice that never answered."""
    order, by_operator = settings.voices, settings.names_voices
    return VoiceRegistry(engines(settings), order, offline=settings.offline, expected=by_operator, failures=failures)


def _failures(store: Store) -> Failures:
    """Why voices failed, kept where the operator's commands find what the service was told."""
    records = (store.load(FAILURES, content_key(name), Failure) for name in entries(ENGINES).names)
    return Failures(
        lambda failure: store.save(FAILURES, content_key(failure.engine), failure), [each for each in records if each]
    )


def engines(settings: Settings) -> dict[str, Engine]:
    """Every registered engine by name, made as its own settings say, but those whose settings are not given."""
    pairs = ((entry, arguments(entry.name, settings)) for entry in entries(ENGINES))
    return {entry.name: entry.load()(**options) for entry, options in pairs if options is not None}


def _fetcher(settings: Settings, prepare: Preparer) -> FetchLimiter:
    ask = partial(fetch, limits=_limits(settings), policy=_policy(settings))

    def fetched(address: str, previous: Document | None, client: str) -> Document:
        return ask(address, previous=previous, reader=partial(prepare.read, client=client))

    return FetchLimiter(fetched, settings.threads)


def _texts(settings: Settings, prepare: Preparer) -> Callable[[str], Document]:
    return partial(fetch, limits=_limits(settings), policy=_policy(settings), reader=prepare.read, plain=True)


def _limits(settings: Settings) -> Limits:
    return Limits(size=settings.page_megabytes * MEGABYTE, seconds=settings.page_seconds)


def _policy(settings: Settings) -> Policy:
    return Policy(
        private=frozenset(_host_and_port(pair) for pair in settings.private_hosts),
        sites=settings.sites,
        closed=tuple(ip_network(each) for each in settings.closed_networks),
        proxy=settings.egress_proxy,
    )


def _host_and_port(pair: str) -> tuple[str, int]:
    host, _, port = pair.rpartition(":")
    return host.strip("[]"), int(port)
