"""One's own account: what it may change, and its passkeys."""

from flask import make_response, render_template
from werkzeug.wrappers import Response

from ...errors import ReaderError
from ..problems import told
from ..statuses import status_of
from .desk import room, session
from .site import installed, site


def account(locale: str) -> Response:
    """The page."""
    del locale
    return page()


def page(problem: ReaderError | None = None) -> Response:
    """The page, and what went wrong."""
    html = render_template(
        "translate/account.html",
        person=session().person,
        installed=installed(),
        possible=bool(site()),
        passkeys=room().passkeys.of(session().person) if installed() else [],
        fault=told(problem) if problem else None,
    )
    return make_response(html, status_of(problem) if problem else 200)
