"""The network under a fetch: names looked up once, every answer judged, one deadline for every wait.

httpcore asks this backend for each connection, the ones after redirects included, so that what was judged is
what is connected to; the name stays with TLS and the Host header. The timeouts that httpcore passes are per
operation and would let a server drip for ever: here each wait gets what is left of the whole.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import httpcore

from ..errors import AddressForbidden, HostUnknown
from .address import readable
from .policy import Policy, is_number, is_own_name

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to numeric addresses, best first. Raises OSError when there are none."""

_LOOKUPS: Final = threading.BoundedSemaphore(64)
"""A look-up cannot be broken off; its thread lives as long as the system's resolver waits."""
_TRIED: Final = 4
"""Addresses of one host that are tried."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


class Deadline:
    """The moment at which everything must be over."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self, error: type[Exception] = httpcore.ReadTimeout) -> float:
        """Seconds left, always more than none; raises `error` when the time is up."""
        seconds = self._ends - time.monotonic()
        if seconds <= 0:
            raise error
        return seconds


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to judged addresses only."""

    def __init__(self, policy: Policy, deadline: Deadline, resolver: Resolver = resolve) -> None:
        self._policy, self._deadline, self._resolver = policy, deadline, resolver
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
        local_address: str | None = None,  # noqa: ARG002 - never set
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Look the name up once, refuse if any answer is not public, connect to one of these answers."""
        answers = self._judged(host, port)[:_TRIED]
        for rest in range(len(answers), 0, -1):
            patience = self._deadline.left(httpcore.ConnectTimeout) / rest
            try:
                stream = self._sockets.connect_tcp(answers[-rest], port, patience, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if rest == 1:
                    raise
            else:
                return _TimedStream(stream, self._deadline)
        raise HostUnknown(host=readable(host))

    def _judged(self, host: str, port: int) -> Sequence[str]:
        answers = self._look_up(host, port)
        if self._policy.trusts(host, port) or all(map(self._policy.opens, answers)):
            return answers
        if is_number(host) or is_own_name(host):
            raise AddressForbidden(address=readable(host))
        raise HostUnknown(host=readable(host))  # a stranger is not told which names there are inside

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        """Resolve in a thread of its own: the system's resolver knows no timeout."""
        outcome: list[Sequence[str] | OSError] = []
        end = threading.Event()

        def work() -> None:
            try:
                outcome.append(self._resolver(host, port))
            except (OSError, UnicodeError) as failure:
                outcome.append(failure if isinstance(failure, OSError) else OSError(str(failure)))
            finally:
                _LOOKUPS.release()
                end.set()

        if not _LOOKUPS.acquire(timeout=self._deadline.left(httpcore.ConnectTimeout)):
            raise httpcore.ConnectTimeout
        try:
            threading.Thread(target=work, name="look-up", daemon=True).start()
        except RuntimeError as full:  # no thread to be had
            _LOOKUPS.release()
            raise httpcore.ConnectError from full
        if not end.wait(self._deadline.left(httpcore.ConnectTimeout)):
            raise httpcore.ConnectTimeout
        if not outcome or isinstance(outcome[0], OSError):
            raise HostUnknown(host=readable(host))
        return outcome[0]


class _TimedStream(httpcore.NetworkStream):
    """A connection on which every wait ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline rules
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline rules
        self._stream.write(buffer, self._deadline.left(httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
    ) -> httpcore.NetworkStream:
        seconds = self._deadline.left(httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._stream.get_extra_info(info)
