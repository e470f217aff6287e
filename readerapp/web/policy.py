"""What a door promises with each of its answers: its headers, and in which shape it tells errors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, Response, current_app, request

SAFE: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""What every answer carries unless its door says otherwise, the server's own refusals too."""
NO_INDEX: Final = {"X-Robots-Tag": "noindex, nofollow"}
"""For what is somebody else's text: search engines are to find it where it was written."""


@dataclass(frozen=True)
class Policy:
    """One door's own promises."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """Beside and before those of `SAFE`."""
    endpoints: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Those of single views, by their names, before the door's."""
    pages: bool = True
    """Whether people ask there, and are told errors as pages; else programs, told as RFC 9457 says."""


USUAL: Final = Policy()


def install(app: Flask, doors: Mapping[str, Policy]) -> None:
    """Have every answer carry the promises of its door, which is known by the name of its blueprint."""
    app.extensions["policies"] = doors
    app.after_request(_promise)
    app.after_request(_stay_here)


def of_request() -> Policy:
    """The policy of the door that is asked."""
    doors: Mapping[str, Policy] = current_app.extensions["policies"]
    return doors.get(request.blueprint or "", USUAL)


def _promise(response: Response) -> Response:
    mine = of_request()
    view = mine.endpoints.get((request.endpoint or "").rpartition(".")[2], {})
    there = {name.lower() for name, _ in response.headers}
    headers = {**SAFE, **mine.headers, **view}
    response.headers.extend([(name, value) for name, value in headers.items() if name.lower() not in there])
    return response


def _stay_here(response: Response) -> Response:
    """Redirect within the service by path alone: the visitor's browser knows best under which name it found us."""
    where = urlsplit(response.headers.get("Location", ""))
    if where.netloc == request.host and where.scheme in {"http", "https"}:
        response.headers["Location"] = urlunsplit(("", "", "/" + where.path.lstrip("/"), where.query, where.fragment))
    return response
