"""The link of the operator: whoever has it chooses a passphrase, once, and is signed in."""

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from ...errors import PassphraseWeak
from ..problems import told
from ..statuses import status_of
from .desk import room
from .signing import begun, with_form_cookie


def invitation(locale: str, token: str) -> Response:
    """The form, and what becomes of it. Raises InvitationOver."""
    person = room().accounts.invited(token)
    if request.method == "GET":
        return with_form_cookie(render_template("translate/invitation.html", name=person.name, fault=None))
    passphrase = request.form.get("passphrase", "")
    try:
        room().accounts.accept(token, passphrase)
    except PassphraseWeak as problem:
        page = render_template("translate/invitation.html", name=person.name, fault=told(problem))
        return with_form_cookie(page, status_of(problem))
    return begun(room().sessions.sign_in(person.name, passphrase), url_for("translate.home", locale=locale))
