"""Signing in by the operator's provider: the browser leaves for it, and comes back with an answer."""

import secrets
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from ...errors import NotHere, ProviderFailed, ProviderRefused, SignInOver
from ..locale import cookie_form, negotiated
from .desk import room, services
from .signing import begun, own, refused

if TYPE_CHECKING:
    from ...accounts.openid import Provider

COOKIE: Final = "readerapp_attempt"
"""Binds an answer to the browser that asked."""
_ANSWER: Final = ("code", "state", "iss", "error")


def leave(locale: str) -> Response:
    """To the provider; what was asked of it is remembered. Raises NotHere where the operator names none."""
    after = own(request.args.get("next", "")) or url_for("translate.home", locale=locale)
    state = f"{locale}.{secrets.token_urlsafe(32)}"
    try:
        address, facts = _provider().question(_back(), state)
    except ProviderFailed as problem:
        return refused(after, problem)
    response = redirect(address, 303)
    response.set_cookie(COOKIE, room().sessions.leave({**facts, "next": after}), **cookie_form())
    return response


def returned() -> Response:
    """The one address that the provider knows: on to that of the language in which the sign-in was begun."""
    locale = request.args.get("state", "").partition(".")[0]
    answer = urlencode({name: request.args[name] for name in _ANSWER if name in request.args})
    languages = current_app.extensions["languages"]()
    place = url_for("translate.back", locale=locale if locale in languages else negotiated())
    return redirect(f"{place}?{answer}", 303)


def back(locale: str) -> Response:
    """A session for whom the provider names, if that is an account of ours. Raises NotHere."""
    provider = _provider()
    facts = room().sessions.come_back(request.cookies.get(COOKIE, ""))
    after = facts.get("next") or url_for("translate.home", locale=locale)
    try:
        who = provider.identity(facts, request.args, _back())
        response = begun(room().sessions.sign_in_as(who.subject, who.name), after)
    except (SignInOver, ProviderRefused, ProviderFailed) as problem:
        response = refused(after, problem)
    response.delete_cookie(COOKIE, **cookie_form())
    return response


def _provider() -> "Provider":
    provider = services().provider
    if provider is None:
        raise NotHere
    return provider()


def _back() -> str:
    return url_for("translate.returned", _external=True)
