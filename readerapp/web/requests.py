"""A line of log for each request, and a number that the visitor can tell those who run the service.

Nothing in the line says who asked or what they read: the route stands for the address, and there is no client, no
query, no cookie and no name of a browser in it.
"""

import re
import secrets
import time
from typing import Final

import structlog
from flask import Flask, Response, g, request

from ..serving.environ import BEGAN
from .awaiting import put_off

HEADER: Final = "X-Request-ID"
_FORM: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_QUIET: Final = frozenset({"health.alive", "health.ready", "static"})
"""Asked all the time, and nobody's visit."""

log = structlog.get_logger(__name__)


def install(app: Flask, proxies: int) -> None:
    """Number each request, or take the number that a trusted proxy gave it, and tell how it ended."""

    def begin() -> None:
        own = request.headers.get(HEADER, "") if proxies else ""
        g.request_number = own if _FORM.fullmatch(own) else secrets.token_hex(6)
        g.request_began = request.environ.get(BEGAN, time.perf_counter())
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=g.request_number)

    def end(response: Response) -> Response:
        response.headers[HEADER] = number()
        if request.endpoint not in _QUIET and not put_off():
            log.info(
                "request",
                method=request.method if request.url_rule else "",
                route=str(request.url_rule or ""),
                status=response.status_code,
                milliseconds=round((time.perf_counter() - g.get("request_began", time.perf_counter())) * 1000, 1),
            )
        return response

    app.before_request(begin)
    app.after_request(end)


def number() -> str:
    """The number of this request."""
    return str(g.get("request_number", ""))
