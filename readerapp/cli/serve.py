"""`readerapp serve`: the web service."""

import ipaddress
import socket
from functools import partial
from typing import Any

import click
import structlog
from flask import Flask

from .. import memory
from ..app import create_app
from ..errors import PortTaken
from ..i18n import N_
from ..serving.server import Server, Service
from ..settings import Settings, bracketed
from ..store import Store
from ..web import guards
from ..web.policy import SAFE
from ..wiring import settle
from .terminal import gettext as _

log = structlog.get_logger(__name__)


@click.command()
@click.option("--host", help=N_("Address to listen on."))
@click.option("--port", type=int, help=N_("Port to listen on."))
def serve(host: str | None, port: int | None) -> None:
    """Serve the reader until interrupted."""
    overrides = {name: value for name, value in {"host": host, "port": port}.items() if value is not None}
    settings = settle(**overrides)
    guards.check(settings.rate_storage)
    _check_free(settings)
    _tell_of_trouble(settings)
    _tell_of_the_world(settings)
    _tell_of_the_nameless(settings)
    Server(
        Service(
            build=partial(_build, settings),
            close=_close,
            place=_place(settings),
            headers=SAFE,
            processes=settings.processes,
            threads=settings.threads,
            ready=partial(_announce, settings),
        )
    ).run()


def _build(settings: Settings) -> Flask:
    """The app with its voices warm. A voice that fails to start is told and costs nothing else."""
    memory.keep()
    app = create_app(settings)
    try:
        app.extensions["services"].narration.warm()
    except Exception:  # the door of a voice's start: the service serves, and asks it again when it is needed
        log.exception("voice not warm")
    return app


def _close(app: Any) -> None:  # noqa: ANN401 - a WSGI application with its services
    app.extensions["services"].narration.close()


def _announce(settings: Settings) -> None:
    address = f"http://{_place(settings)}/"
    click.echo(_("The reader is at %(address)s (stop it with Ctrl+C)") % {"address": address})


def _place(settings: Settings) -> str:
    return f"{bracketed(settings.host)}:{settings.port}"


def _tell_of_trouble(settings: Settings) -> None:
    """A full or read-only disk stops nobody from hearing what is kept, but the operator must know."""
    if reason := Store(settings.cache).trouble():
        text = N_("Nothing can be written to “%(folder)s” (%(reason)s): only what is kept there can be heard.")
        click.echo(_(text) % {"folder": settings.cache.absolute(), "reason": reason}, err=True)


def _tell_of_the_world(settings: Settings) -> None:
    """Whoever opens the service to other machines hears what that takes."""
    if _loopback(settings.host):
        return
    if not settings.proxies:
        text = N_(
            "The service is open to other machines without a proxy that is named. Put nginx or the like in front, for "
            "encryption and for limits on connections, and set READERAPP_PROXIES=1; docs/serving.md has an example."
        )
        click.echo(_(text), err=True)
    if "*" in settings.sites:
        text = N_(
            "Anybody who reaches this service can have any public page read (sites=*). Narrow it with READERAPP_SITES, "
            "such as *.example.se."
        )
        click.echo(_(text), err=True)


def _tell_of_the_nameless(settings: Settings) -> None:
    """A service that others reach owes them a name and a place to write to."""
    if (settings.proxies or not _loopback(settings.host)) and not (settings.operator and settings.contact):
        text = N_(
            "The accessibility statement and the privacy page cannot name you: set READERAPP_OPERATOR and "
            "READERAPP_CONTACT, as the Swedish act on accessibility asks for."
        )
        click.echo(_(text), err=True)


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_free(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as problem:
            raise PortTaken(place=_place(settings)) from problem
