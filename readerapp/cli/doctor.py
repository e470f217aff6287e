"""`readerapp doctor`: what is there, what answers, what can be written, and which voice speaks."""

import importlib.metadata
import os
import platform
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
import httpx
from babel.numbers import format_decimal

from .. import __version__, catalogs
from ..compiled import folder
from ..errors import DatabaseSilent, EngineFailed, NoVoice, ServiceUnwell
from ..i18n import N_, here
from ..languages import READ
from ..model import Voice
from ..settings import DEFAULT_FILE, FILE_VARIABLE, Settings, bracketed
from ..web import guards
from ..wiring import Services
from .terminal import gettext as _
from .terminal import language as terminal_language
from .terminal import services

FINE: Final = N_("fine")
NOTE: Final = N_("note")
FAULT: Final = N_("fault")
SENTENCES: Final = {"sv": "Det här är ett prov.", "ru": "Это проверка.", "en": "This is a test."}
_PACKAGES: Final = ("flask", "gunicorn", "babel", "beautifulsoup4", "lxml", "gtts", "piper-tts", "silero-stress")
_PATIENCE: Final = 5.0


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: how it is, what it is, and what was found, in the operator's language."""

    state: str
    what: str
    detail: str


@click.command()
def doctor() -> None:
    """Examine the installation: what is there, what answers, which voice speaks."""
    ill = False
    width = max(len(_(state)) for state in (FINE, NOTE, FAULT))
    with services() as service:
        for finding in examine(service):
            ill |= finding.state == FAULT
            click.echo(f"{_(finding.state):<{width}} {finding.what}: {finding.detail}")
    if ill:
        raise ServiceUnwell


def examine(service: Services) -> Iterator[Finding]:
    """Everything that the service stands on, the quick things first."""
    settings = service.settings
    yield Finding(FINE, _("Version"), ", ".join(_versions()))
    yield _extraction()
    yield _settings()
    yield _operator(settings)
    yield _cache(service)
    yield _translations(settings)
    yield _database(service)
    yield _counting(settings)
    yield _port(settings)
    for voice in service.dependencies.voices.voices():
        yield _voice(voice, service)
    for language in READ:
        yield _language(language, service)


def _versions() -> Iterator[str]:
    yield f"readerapp {__version__}"
    yield f"Python {platform.python_version()} ({platform.machine()})"
    packages = {distribution.name.lower() for distribution in importlib.metadata.distributions()}
    yield from (f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES if name in packages)


def _extraction() -> Finding:
    """Whether what takes most of the time of a page is compiled."""
    what = _("Extraction of texts")
    if folder().is_dir():
        return Finding(FINE, what, _("is compiled"))
    text = N_("is not compiled, so pages take longer: install gcc and python3-dev, remove .venv and set up anew")
    return Finding(NOTE, what, _(text))


def _settings() -> Finding:
    file = os.environ.get(FILE_VARIABLE) or DEFAULT_FILE
    there = Path(file).is_file()
    text = N_("from the variables and %(file)s") if there else N_("from the variables; there is no %(file)s")
    return Finding(FINE, _("Settings"), _(text) % {"file": file})


def _operator(settings: Settings) -> Finding:
    """Who the statements name, and where visitors are told to write."""
    names = {"READERAPP_OPERATOR": settings.operator, "READERAPP_CONTACT": settings.contact}
    if lacking := [name for name, value in names.items() if not value]:
        text = N_("the accessibility statement and the privacy page lack it: set %(settings)s")
        return Finding(NOTE, _("Operator"), _(text) % {"settings": ", ".join(lacking)})
    return Finding(FINE, _("Operator"), ", ".join(names.values()))


def _cache(service: Services) -> Finding:
    store = service.dependencies.store
    what = _("Cache") + f" ({store.folder})"
    if reason := store.trouble():
        return Finding(FAULT, what, _(N_("cannot be written (%(reason)s)")) % {"reason": reason})
    free = shutil.disk_usage(store.folder if store.folder.exists() else store.folder.parent).free / 1e9
    return Finding(
        FINE,
        what,
        _(N_("can be written; %(free)s gigabytes are free"))
        % {"free": format_decimal(free, "0.0", terminal_language())},
    )


def _translations(settings: Settings) -> Finding:
    folder = here(settings.translations)
    problems = catalogs.check(folder)
    state = "; ".join(map(str, problems[:3])) if problems else _(N_("complete"))
    return Finding(FAULT if problems else FINE, _("Translations") + f" ({folder})", state)


def _database(service: Services) -> Finding:
    """Whether accounts, edits and reports can be kept; a file that nobody wanted yet is not made."""
    what, settings = _("Database"), service.settings
    if not settings.shares_database and not Path(settings.database).exists():
        return Finding(FINE, what, _("is made when somebody signs in or reports a word"))
    try:
        service.room()
    except DatabaseSilent as silent:
        return Finding(FAULT, what, _(N_("does not answer (%(reason)s)")) % silent.facts)
    return Finding(FINE, what, _("answers"))


def _counting(settings: Settings) -> Finding:
    answers = guards.answers(settings.rate_storage)
    return Finding(
        FINE if answers else FAULT, _("Counting of requests"), _("answers") if answers else _("does not answer")
    )


def _port(settings: Settings) -> Finding:
    """Whether the place to listen on is free, or who answers there."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104 - told, not bound
    place = f"{bracketed(host)}:{settings.port}"
    what = _("Port") + f" {place}"
    try:
        answer = httpx.get(f"http://{place}/readyz", timeout=_PATIENCE, trust_env=False)
        state = answer.json()
        ready, ailments = bool(state["ready"]), ", ".join(state["ailments"])
    except httpx.ConnectError:
        return Finding(FINE, what, _("is free"))
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return Finding(FAULT, what, _("is taken by something else"))
    if ready:
        return Finding(FINE, what, _("a service answers there, and can work"))
    text = N_("a service answers there, but cannot work now (%(reason)s)")
    return Finding(FAULT, what, _(text) % {"reason": ailments})


def _voice(voice: Voice, service: Services) -> Finding:
    """Whether it says a sentence; why not, as it told it."""
    what, voices = _("Voice %(voice)s") % {"voice": voice.id}, service.dependencies.voices
    if why := voices.why_unavailable(voice):
        return Finding(NOTE, what, _("does not speak: %(reason)s") % {"reason": _(why)})
    if voice.language not in SENTENCES:
        return Finding(NOTE, what, voice.language)
    began = time.perf_counter()
    try:
        service.narration.speak(SENTENCES[voice.language], voice.language, voice.id)
    except (EngineFailed, NoVoice) as problem:
        failure = voices.failures.last(voice.engine)
        reason = failure.reason if failure else str(problem)
        return Finding(NOTE, what, _("does not speak: %(reason)s") % {"reason": reason})
    took = f"{(time.perf_counter() - began) * 1000:.0f}"
    return Finding(FINE, what, _("speaks (first sound after %(milliseconds)s ms)") % {"milliseconds": took})


def _language(language: str, service: Services) -> Finding:
    what = _("Language %(language)s") % {"language": language}
    try:
        voice = service.dependencies.voices.choose(language)
    except NoVoice:
        return Finding(FAULT, what, _("has no voice that is ready"))
    return Finding(FINE, what, _("is read by %(voice)s") % {"voice": voice.id})
