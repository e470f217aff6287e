"""The master process: it listens, starts the processes that answer, and starts a new one where one ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from wsgiref.types import WSGIApplication

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from .bridge import Bridge
from .worker import Worker

IDLE_SECONDS: Final = 15
"""How long a connection may be idle, and how long a client may take to send the headers of a request."""
WATCHED_SECONDS: Final = 120
"""After how long a process whose event loop does not turn is ended."""
GRACE_SECONDS: Final = 5


@dataclass(frozen=True)
class Service:
    """What is served, and how."""

    build: Callable[[], WSGIApplication]
    """Makes the application, in the process that will serve it."""
    close: Callable[[WSGIApplication], None]
    place: str
    """Host and port, the host of an IPv6 address in brackets."""
    headers: Mapping[str, str]
    """What every answer carries; the server itself answers what is no request."""
    processes: int
    threads: int
    ready: Callable[[], None]
    """Called once, when the place answers."""


class Log(Logger):  # type: ignore[misc]  # gunicorn has no types
    """The server's own words, told the way all others are told."""

    def setup(self, cfg: object) -> None:
        """Leave it to the handlers of the whole process."""
        super().setup(cfg)
        for mine in (self.error_log, self.access_log):
            mine.handlers.clear()
            mine.propagate = True


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """One application in each process."""

    def __init__(self, service: Service) -> None:
        self.service = service
        super().__init__()

    def load_config(self) -> None:
        """Put our settings into gunicorn's settings."""
        options: dict[str, Any] = {
            "bind": self.service.place,
            "workers": self.service.processes,
            "worker_class": Worker,
            "keepalive": IDLE_SECONDS,
            "timeout": WATCHED_SECONDS,
            "graceful_timeout": GRACE_SECONDS,
            "backlog": 2048,
            "limit_request_line": 8190,
            "limit_request_fields": 100,
            "limit_request_field_size": 8190,
            "forwarded_allow_ips": "",  # who is believed is decided by the application, from the setting “proxies”
            "asgi_lifespan": "off",
            "asgi_loop": "asyncio",
            "logger_class": Log,
            "loglevel": "warning",
            "proc_name": "readerapp",
            "when_ready": lambda _arbiter: self.service.ready(),
            "worker_exit": self._close,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Bridge:
        """Build the application, in the process that will serve it."""
        return Bridge(self.service.build(), self.service.threads)

    def _close(self, _arbiter: object, worker: Any) -> None:  # noqa: ANN401 - gunicorn has no types
        bridge = getattr(worker, "asgi", None)
        if bridge is not None:
            bridge.close()
            self.service.close(bridge.application)
