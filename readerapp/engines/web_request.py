"""One request to a speech service: a time limit on the whole answer, a limit on its size, no redirects."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext
from typing import Final

import httpx

LARGEST: Final = 16 << 20
CONNECT_SECONDS: Final = 2.0
READ_SECONDS: Final = 10.0


class RequestFailed(Exception):
    """The service did not answer with what was asked for.

    `passing` failures are worth another try, after `seconds` if the service said when. `late` ones are time-outs.
    """

    def __init__(self, reason: str, *, passing: bool, seconds: float | None = None, late: bool = False) -> None:
        super().__init__(reason)
        self.passing = passing
        self.seconds = seconds
        self.late = late


@dataclass(frozen=True)
class Limits:
    """Seconds to connect, between two pieces of an answer and for the whole of it."""

    connect: float = CONNECT_SECONDS
    read: float = READ_SECONDS
    whole: float = READ_SECONDS


def open_client(connections: int, limits: Limits, certificates: SSLContext | None = None) -> httpx.Client:
    """A client with pooled connections that checks certificates, keeps no cookies and follows no redirects."""
    return httpx.Client(
        timeout=httpx.Timeout(limits.read, connect=limits.connect),
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        verify=certificates or True,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        follow_redirects=False,
    )


def post(client: httpx.Client, address: str, content: bytes, headers: Mapping[str, str], limits: Limits) -> bytes:
    """The body of a 200 answer. Raises RequestFailed for anything else, and for one that takes too long."""
    deadline = time.monotonic() + limits.whole
    try:
        with client.stream("POST", address, content=content, headers=dict(headers)) as answer:
            _check(answer)
            return _body(answer, deadline)
    except httpx.HTTPError as error:
        late = isinstance(error, httpx.TimeoutException)
        raise RequestFailed(f"{type(error).__name__}: {error}", passing=True, late=late) from error


def _check(answer: httpx.Response) -> None:
    if answer.status_code == httpx.codes.OK:
        return
    passing = answer.status_code in {408, 425, 429} or answer.is_server_error
    raise RequestFailed(
        f"status {answer.status_code}", passing=passing, seconds=_retry_after(answer.headers.get("Retry-After"))
    )


def _body(answer: httpx.Response, deadline: float) -> bytes:
    """Piece by piece: a read time-out alone lets a trickle go on for ever."""
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if time.monotonic() > deadline:
            raise RequestFailed("the answer trickles", passing=True, late=True)
        if len(body) > LARGEST:
            raise RequestFailed("the answer is too large", passing=False)
    return bytes(body)


def _retry_after(value: str | None) -> float | None:
    """Seconds, or a date; nonsense is no answer."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def exists(client: httpx.Client, address: str) -> bool:
    """Whether anything answers there, whatever it says. Sends nothing but the question."""
    try:
        client.head(address)
    except (httpx.HTTPError, RuntimeError):  # The latter when the engine was closed meanwhile.
        return False
    return True
