"""One address, asked for over the network: redirects followed by hand, each as carefully as the first."""

import functools
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import certifi
import httpcore
import msgspec

from ..errors import (
    AddressForbidden,
    AddressMalformed,
    AddressMissing,
    HostClosed,
    HostUnreachable,
    PageEmpty,
    PageFailed,
    PageNotFound,
    PageRefused,
    PageTimeout,
    PageTooLarge,
    ReaderError,
    TooManyRedirects,
)
from ..model import Document
from . import refresh
from .address import clean, place, readable, shown
from .connect import Deadline, GuardedBackend, Resolver, resolve
from .cookies import Cookies
from .inflate import ACCEPTED, inflated
from .kind import SNIFFED, media_type
from .policy import Limits, Policy
from .reading import Read, Received, read

PROXY_PORT: Final = 3128
"""Where a proxy listens whose address names no port."""
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_NOTHING_INSIDE: Final = (204, 205)
_NOT_MODIFIED: Final = 304
_FAILURES: Final[dict[int, type[ReaderError]]] = {
    401: PageRefused,
    402: PageRefused,
    403: PageRefused,
    404: PageNotFound,
    407: PageRefused,
    410: PageNotFound,
    451: PageRefused,
}


def fetch(  # noqa: PLR0913 - each has its default
    address: str,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    policy: Policy = Policy(),  # noqa: B008 - frozen
    previous: Document | None = None,
    resolver: Resolver = resolve,
    reader: Callable[[Received], Read] = read,
    plain: bool = False,
) -> Document:
    """Fetch a document. With `previous`, ask whether it changed, and return it newly checked if it did not.

    With `plain`, any text will do, as robots.txt and sitemaps are.

    Raises a ReaderError for whatever goes wrong, within the time of `limits`; an address that leads, or is
    redirected, to a place that `policy` does not admit is AddressForbidden before anything is sent there.
    `reader` works on the bytes that came, in a place of its own where others must not suffer from them.
    """
    target = clean(address)
    question = _Question(target, previous, limits, policy, Deadline(limits.seconds), Cookies(), reader, plain)
    with _pool(question, resolver) as pool:
        for _ in range(limits.redirects + 1):
            question.visited.add(target)
            outcome = _hop(pool, target, question)
            if isinstance(outcome, Document):
                return outcome
            target = outcome
    raise TooManyRedirects


def _pool(question: "_Question", resolver: Resolver) -> httpcore.ConnectionPool:
    """Connections that are judged as they are made; through the operator's proxy where there is one, by whom then."""
    proxy = question.policy.proxy
    if not proxy:
        backend = GuardedBackend(question.policy, question.deadline, resolver)
        return httpcore.ConnectionPool(ssl_context=_trust(), network_backend=backend)
    parts = urlsplit(proxy)
    host, port = parts.hostname or "", parts.port or PROXY_PORT
    backend = GuardedBackend(Policy(private=frozenset({(host, port)})), question.deadline, resolver)
    user = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    where = httpcore.URL(scheme=parts.scheme.encode(), host=host.encode(), port=port, target=b"/")
    return httpcore.HTTPProxy(where, user, ssl_context=_trust(), network_backend=backend)


@dataclass(frozen=True)
class _Question:
    """What stays the same from redirect to redirect."""

    address: str
    previous: Document | None
    limits: Limits
    policy: Policy
    deadline: Deadline
    cookies: Cookies
    reader: Callable[[Received], Read]
    plain: bool = False
    visited: set[str] = field(default_factory=set)
    """Where this fetch has been; a page that sends its reader to one of these is itself the page."""


def _hop(pool: httpcore.ConnectionPool, target: str, question: _Question) -> Document | str:
    """Send one request, its failures told as ours; see _ask."""
    host, port = place(target)
    if not question.policy.admits(host, port) or (question.policy.proxy and question.policy.closes(host, port)):
        raise AddressForbidden(address=shown(target))
    try:
        return _ask(pool, target, question)
    except httpcore.TimeoutException as late:
        raise PageTimeout from late
    except httpcore.ConnectError as closed:
        kind = HostClosed if target == question.address else HostUnreachable
        raise kind(host=readable(host)) from closed
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as broken:
        raise HostUnreachable(host=readable(host)) from broken


def _ask(pool: httpcore.ConnectionPool, target: str, question: _Question) -> Document | str:
    """Return the page, or the address that the site sends us on to."""
    previous = question.previous
    copy = previous if previous and previous.final_address == target else None
    with pool.stream("GET", target, headers=_request_headers(target, question, copy)) as response:
        question.cookies.keep(target, response.headers)
        headers = _response_headers(response)
        if response.status in _REDIRECTS:
            return _next(target, headers.get("location"))
        if response.status == _NOT_MODIFIED and copy:
            return _still_current(copy, question.address, headers)
        _refuse_failures(response.status, target)
        if onward := _onward(target, refresh.target(headers.get("refresh", "")), question):
            return onward
        body, cut = _body(response, headers, question)
    kind, limits = headers.get("content-type"), question.limits
    outcome = question.reader(
        Received(body=body, address=question.address, content_type=kind, limits=limits, plain=question.plain)
    )
    if question.plain:
        return msgspec.structs.replace(outcome.document, final_address=target)
    if onward := _onward(target, outcome.onward, question) or _framed(target, outcome.frame, question):
        return onward
    return msgspec.structs.replace(
        outcome.document,
        final_address=target,
        cut=cut,
        language=_single(headers.get("content-language")),
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def _onward(current: str, link: str | None, question: _Question) -> str | None:
    """Where a page sends its reader on to, if that is a place of the web that this fetch has not seen yet."""
    if link is None:
        return None
    try:
        onward = clean(urljoin(current, link))
    except (AddressMalformed, AddressMissing, ValueError):
        return None
    return None if onward in question.visited else onward


def _framed(current: str, frame: str | None, question: _Question) -> str | None:
    """The frame with a page's text, where it stands on the same site: another site's page must be asked for by name."""
    onward = _onward(current, frame, question)
    return onward if onward and _site(onward) == _site(current) else None


def _site(address: str) -> str:
    return place(address)[0].removeprefix("www.")


def _request_headers(target: str, question: _Question, copy: Document | None) -> list[tuple[bytes, bytes]]:
    headers = {
        "Host": urlsplit(target).netloc,
        "User-Agent": question.policy.user_agent,
        "Accept": "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5, */*;q=0.1",
        "Accept-Encoding": ACCEPTED,
        "Cookie": question.cookies.header(target),
        "If-None-Match": copy.etag if copy else None,
        "If-Modified-Since": copy.last_modified if copy else None,
        "Connection": "close",
    }
    return [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items() if value]


def _response_headers(response: httpcore.Response) -> dict[str, str]:
    """Names in lower case; of a repeated header the first. Printable, so that it can be kept and sent again."""
    headers: dict[str, str] = {}
    for name, value in response.headers:
        text = value.decode("latin-1").strip()
        if text.isprintable():
            headers.setdefault(name.decode("latin-1").lower(), text)
    return headers


def _next(current: str, location: str | None) -> str:
    if not location:
        raise PageFailed(upstream="Location")
    try:
        # Non-ASCII bytes in a Location are UTF-8 in the field.
        return clean(urljoin(current, location.encode("latin-1").decode("utf-8", "replace")))
    except (AddressMalformed, AddressMissing, ValueError) as odd:
        raise AddressForbidden(address=shown(location)) from odd


def _still_current(copy: Document, address: str, headers: dict[str, str]) -> Document:
    return msgspec.structs.replace(
        copy,
        address=address,
        checked_at=datetime.now(UTC),
        etag=headers.get("etag", copy.etag),
        last_modified=headers.get("last-modified", copy.last_modified),
    )


def _refuse_failures(status: int, target: str) -> None:
    if status in _NOTHING_INSIDE:
        raise PageEmpty
    if not 200 <= status < 300:
        raise _FAILURES.get(status, PageFailed)(upstream=status, address=shown(target))


def _body(response: httpcore.Response, headers: dict[str, str], question: _Question) -> tuple[bytes, bool]:
    """Read the body within the limits; whether it was cut short. What cannot be read is known by its beginning."""
    limits, kind, cuts = question.limits, headers.get("content-type"), list[bool]()
    cut = partial(cuts.append, True)  # noqa: FBT003 - a list of them
    body = bytearray()
    accepted: bool = question.plain
    for piece in inflated(_stream(response, cut), headers.get("content-encoding", ""), limits, cut):
        question.deadline.left()
        body += piece
        if not accepted and len(body) >= SNIFFED:
            media_type(bytes(body[:SNIFFED]), kind)
            if int(headers.get("content-length", "0")) > limits.size:
                raise PageTooLarge(limit=limits.megabytes)
            accepted = True
    return bytes(body), bool(cuts)


def _stream(response: httpcore.Response, cut: Callable[[], object]) -> Iterator[bytes]:
    """The body as sent; `cut` is called where the site broke off. Nothing at all of it is a site that broke off."""
    started = False
    try:
        for piece in response.iter_stream():
            started = True
            yield piece
    except (httpcore.ReadError, httpcore.RemoteProtocolError):
        if not started:
            raise
        cut()


def _single(tags: str | None) -> str | None:
    """The one language of a page; a list says whom it is for, not what it is in."""
    return tags if tags and "," not in tags else None


@functools.cache
def _trust() -> ssl.SSLContext:
    """The system's certificates and, where a bare machine has none, certifi's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
