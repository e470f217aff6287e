"""gunicorn's asynchronous worker, with what it lets clients do without end bounded."""

import asyncio
import os
import resource
import socket
from collections.abc import Iterable, Mapping
from typing import Any, Final

from gunicorn.asgi.protocol import ASGIProtocol
from gunicorn.workers.gasgi import ASGIWorker

SENT_AHEAD: Final = 1 << 17
"""Bytes that the system takes from us for one client that does not read. Left to itself it takes megabytes of them:
some hundred listeners would fill a machine, and have read what nobody hears."""
KEPT_FILES: Final = 256
"""Files that a process needs for itself: its cache, its voices' pipes, the pages that it fetches."""
MOST_FILES: Final = 65_536


class Connection(ASGIProtocol):  # type: ignore[misc]  # gunicorn has no types
    """One client's connection: it has as long for its first request as it may be idle between two."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin to wait for a request, unless there are as many connections as files may be open."""
        super().connection_made(transport)
        if self.worker.nr_conns > self.worker.worker_connections:
            transport.abort()
            return
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AHEAD)
        self._arm_keepalive_timer()  # let go when the headers are whole

    def _send_error_response(self, status: int, message: str, extra_headers: Iterable[tuple[str, str]] = ()) -> None:
        """Refuse what is no request, with the promises that every answer makes."""
        promises: Mapping[str, str] = self.worker.app.service.headers
        super()._send_error_response(status, message, (*promises.items(), *extra_headers))


class Worker(ASGIWorker):  # type: ignore[misc]  # as above
    """One process: an event loop in front of the threads of the application."""

    def __init__(self, *arguments: Any, **more: Any) -> None:  # noqa: ANN401 - gunicorn's own
        super().__init__(*arguments, **more)
        self.worker_connections = open_files() - KEPT_FILES

    async def _serve(self) -> None:
        for listener in self.sockets:
            # One at a time, so that a process at leisure takes the next; asyncio would take all there are.
            self.servers.append(await self.loop.create_server(lambda: Connection(self), sock=listener.sock, backlog=1))
            listener.sock.listen(self.cfg.backlog)
        while self.alive and self.ppid == os.getppid():
            self.notify()
            await asyncio.sleep(1.0)
        await self._shutdown()


def open_files() -> int:
    """How many files this process may have open, after asking for as many as it may ask for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft < limit:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    return max(soft, limit)
