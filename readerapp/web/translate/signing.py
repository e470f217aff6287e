"""Signing in and out. Forms carry a token that only their own page knows; a session is a cookie that only we read."""

import hmac
import secrets
from typing import Any, Final
from urllib.parse import urlsplit

from flask import g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...accounts import Session
from ...errors import FormStale, ReaderError, SignInRefused, SignInsTooMany
from ..locale import cookie_form, negotiated
from ..problems import told
from ..statuses import status_of
from .desk import room, services
from .site import site

COOKIE: Final = "readerapp_session"
FORM_COOKIE: Final = "readerapp_form"
FIELD: Final = "form_token"
_OPEN: Final = {
    f"translate.{name}"
    for name in (
        *("root", "invited", "sign_in", "invitation"),
        *("passkey", "passkey_options", "openid", "returned", "back"),
    )
}
"""What is there for who is not signed in."""


_BLAMED: Final = (SignInRefused, SignInsTooMany)
"""What is wrong with a name and passphrase; passkeys and providers have faults of their own."""


def guard() -> Response | None:
    """Learn who asks; lead strangers to sign in, and refuse forms that are not from our own pages."""
    token = request.cookies.get(COOKIE)
    g.session = room().sessions.of(token) if token else None
    if request.method == "POST":
        if g.session is None and request.endpoint not in _OPEN:
            raise FormStale
        _check_form()
    elif g.session is None and request.endpoint not in _OPEN:
        locale = (request.view_args or {}).get("locale", "")
        return redirect(url_for("translate.sign_in", locale=locale, next=request.full_path.rstrip("?")), 303)
    return None


def known() -> dict[str, Any]:
    """What every template of the workbench knows."""
    return {"who": session.person if (session := g.get("session")) else None, "form_token": form_token}


def form_token() -> str:
    """What a form of this visitor must carry: of the session, or of a cookie where there is none yet."""
    session: Session | None = g.get("session")
    if session:
        return session.form_token
    if "form_token" not in g:
        g.form_token = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)
    return str(g.form_token)


def with_form_cookie(page: str, status: int = 200) -> Response:
    """A page with a form for somebody who is not signed in."""
    response = make_response(page, status)
    response.set_cookie(FORM_COOKIE, form_token(), **cookie_form())
    return response


def root() -> Response:
    """To the workbench in the visitor's language."""
    return redirect(url_for("translate.home", locale=negotiated()), 303)


def invited(token: str) -> Response:
    """To the page of a link, in the visitor's language."""
    return redirect(url_for("translate.invitation", locale=negotiated(), token=token), 303)


def sign_in(locale: str) -> Response:
    """The form, and what becomes of it."""
    after = own(request.values.get("next", "")) or url_for("translate.home", locale=locale)
    if request.method == "GET":
        return redirect(after, 303) if g.session else with_form_cookie(_page(after))
    try:
        token = room().sessions.sign_in(request.form.get("name", "")[:200], request.form.get("passphrase", ""))
    except _BLAMED as problem:
        return refused(after, problem)
    return begun(token, after)


def refused(after: str, problem: ReaderError) -> Response:
    """The form again, with the reason."""
    response = with_form_cookie(_page(after, problem), status_of(problem))
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def begun(token: str, after: str) -> Response:
    """Go on as somebody who is signed in."""
    response = redirect(after, 303)
    response.set_cookie(COOKIE, token, **cookie_form())
    response.delete_cookie(FORM_COOKIE, **cookie_form())
    return response


def sign_out(locale: str) -> Response:
    """End the session, here and in the database."""
    room().sessions.sign_out(request.cookies.get(COOKIE, ""))
    response = redirect(url_for("translate.sign_in", locale=locale), 303)
    response.delete_cookie(COOKIE, **cookie_form())
    return response


def _page(after: str, problem: ReaderError | None = None) -> str:
    fault = told(problem) if problem else None
    name = request.form.get("name", "")
    provider = urlsplit(services().settings.openid_issuer).hostname
    facts = {"after": after, "fault": fault, "name": name, "passkeys": bool(site()), "provider": provider}
    return render_template("translate/sign_in.html", blamed=isinstance(problem, _BLAMED), **facts)


def _check_form() -> None:
    """Raise FormStale unless the form comes from a page that we gave this visitor."""
    token = request.form.get(FIELD, "")
    own = g.session.form_token if g.session else request.cookies.get(FORM_COOKIE, "")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise FormStale
    if not own or not hmac.compare_digest(token.encode(), own.encode()):
        raise FormStale


def own(address: str) -> str:
    """The address if it is one of the workbench, so that nobody is led elsewhere by a link."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return ""
    inside = not parts.scheme and not parts.netloc and parts.path.startswith("/") and "\\" not in address
    return request.script_root + address.removeprefix(request.script_root) if inside and "//" not in parts.path else ""
