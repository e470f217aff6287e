"""`readerapp serve`: the web service under gunicorn."""

import socket
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from .. import memory
from ..app import create_app
from ..errors import PortTaken
from ..i18n import N_
from ..settings import Settings, bracketed
from ..store import Store
from ..web import guards
from ..wiring import settle
from .talk import gettext as _


@click.command()
@click.option("--host", help=N_("Address to listen on."))
@click.option("--port", type=int, help=N_("Port to listen on."))
def serve(host: str | None, port: int | None) -> None:
    """Serve the reader until interrupted."""
    given = {name: value for name, value in {"host": host, "port": port}.items() if value is not None}
    settings = settle(**given)
    guards.check(settings.rate_storage)
    _check_free(settings)
    _tell_of_trouble(settings)
    Server(settings).run()


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """One app in each of gunicorn's processes, with its own voices, closed when the process ends."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Put our settings into gunicorn's."""
        wanted: dict[str, Any] = {
            "bind": _place(self.settings),
            "workers": self.settings.processes,
            "threads": self.settings.threads,
            "worker_class": "gthread",
            "keepalive": 15,
            "timeout": 120,
            "graceful_timeout": 5,
            "loglevel": "warning",
            "proc_name": "readerapp",
            "when_ready": self._announce,
            "worker_exit": _close,
        }
        for name, value in wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Build the app, in the process that will serve it, with its voices warm."""
        memory.keep()
        app = create_app(self.settings)
        app.extensions["house"].warm()
        return app

    def _announce(self, _arbiter: object) -> None:
        address = f"http://{_place(self.settings)}/"
        click.echo(_("The reader is at %(address)s (stop it with Ctrl+C)") % {"address": address})


def _close(_arbiter: object, worker: Any) -> None:  # noqa: ANN401 - gunicorn has no types
    app = getattr(worker, "wsgi", None)
    if app is not None:
        app.extensions["house"].close()


def _place(settings: Settings) -> str:
    return f"{bracketed(settings.host)}:{settings.port}"


def _tell_of_trouble(settings: Settings) -> None:
    """A full or read-only disk stops nobody from hearing what is kept, but the operator must know."""
    if reason := Store(settings.cache).trouble():
        text = N_("Nothing can be written to “%(folder)s” (%(reason)s): only what is kept there can be heard.")
        click.echo(_(text) % {"folder": settings.cache.absolute(), "reason": reason}, err=True)


def _check_free(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((settings.host, settings.port))
        except OSError as problem:
            raise PortTaken(place=_place(settings)) from problem
