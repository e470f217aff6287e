"""What every answer promises about safety, and how much one client may ask for."""

import structlog
from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import storage_from_string

from ..errors import Fault, SettingsWrong
from ..fetch import asker
from ..i18n import N_

log = structlog.get_logger(__name__)

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def check(storage: str) -> None:
    """Raise SettingsWrong where requests cannot be counted, because the place to count them in does not answer."""
    try:
        answers = storage_from_string(storage).check()
    except Exception:  # drivers of other people's databases raise what they like
        log.exception("rate storage failed")
        answers = False
    if not answers:
        raise SettingsWrong(
            [Fault("READERAPP_RATE_STORAGE", N_("nothing answers there; start it, or mend the address"))]
        )


def install(app: Flask, storage: str) -> Limiter:
    """Put the headers on every answer; return the limiter that doors hang their limits on.

    While the storage does not answer, each process counts for itself.
    """
    app.before_request(_say_who_asks)
    app.after_request(_promise)
    return Limiter(get_remote_address, app=app, storage_uri=storage, in_memory_fallback_enabled=True)


def _say_who_asks() -> None:
    asker.set(get_remote_address())


def _promise(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "public, max-age=3600"
    return response
