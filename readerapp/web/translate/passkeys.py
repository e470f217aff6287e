"""Passkeys: the browser is asked a question as JSON, and its answer comes back in a form like any other."""

import json

from flask import Response as Answer
from flask import jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from ...accounts import Question, Site
from ...errors import NotHere, PasskeyRefused, PasskeyUnfit
from ...text.cleaning import squeeze
from . import account
from .desk import room, session
from .signing import begun, own, refused
from .site import installed, site

_LARGEST = 2**31
"""What a database holds as a number."""


def asking(locale: str) -> Answer:
    """What a browser is asked that is to sign in. Raises NotHere where there can be no passkeys."""
    del locale
    return _told(room().passkeys.asking(_here()))


def sign_in(locale: str) -> Response:
    """A session for whoever's passkey answered. Raises NotHere."""
    after, here = own(request.form.get("next", "")) or url_for("translate.home", locale=locale), _here()
    try:
        return begun(room().passkeys.sign_in(here, *_answer()), after)
    except PasskeyRefused as problem:
        return refused(after, problem)


def registering(locale: str) -> Answer:
    """What a browser is asked that is to make a passkey. Raises NotHere, PasskeyUnfit."""
    del locale
    return _told(room().passkeys.registering(session().person, _here()))


def add(locale: str) -> Response:
    """Keep the passkey that the browser made. Raises NotHere."""
    here, name = _here(), squeeze("".join(filter(str.isprintable, request.form.get("name", "")[:100])))
    try:
        room().passkeys.register(session().person, here, *_answer(), name)
    except PasskeyUnfit as problem:
        return account.page(problem)
    return redirect(url_for("translate.account", locale=locale), 303)


def remove(locale: str) -> Response:
    """Have a passkey open nothing any more. Raises NotHere."""
    if not installed():
        raise NotHere
    number = request.form.get("passkey", 0, type=int)
    room().passkeys.remove(session().person, number if 0 < number < _LARGEST else 0)
    return redirect(url_for("translate.account", locale=locale), 303)


def _answer() -> tuple[str, str]:
    return request.form.get("attempt", ""), request.form.get("credential", "")


def _here() -> Site:
    here = site()
    if here is None:
        raise NotHere
    return here


def _told(question: Question) -> Answer:
    return jsonify(attempt=question.token, options=json.loads(question.options))
