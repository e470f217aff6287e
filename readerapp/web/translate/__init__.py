"""The translators' workbench: sign in, find a text, hear it, save it, and see it on the site at the next request."""

from collections.abc import Callable
from typing import Final

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ...errors import CatalogueWrong, LexiconWrong
from ..rates import Rates
from . import (
    account,
    broken,
    hearing,
    home,
    invitations,
    listing,
    passkeys,
    places,
    provider,
    reports,
    signing,
    specimens,
    words,
    writing,
)

OWN: Final = "/<interface:locale>/translate"
LANGUAGE: Final = f"{OWN}/<language>"
GET, POST, BOTH = ("GET",), ("POST",), ("GET", "POST")
View = Callable[..., ResponseReturnValue]
Limit = Callable[[View], View]
Route = tuple[str, str, View, tuple[str, ...]]


def blueprint(rates: Rates, sounds_per_minute: int, sign_ins_per_minute: int) -> Blueprint:
    """All of its pages; whoever is not signed in is led to do so first."""
    translate = Blueprint("translate", __name__)
    translate.before_request(signing.guard)
    translate.context_processor(signing.known)
    translate.register_error_handler(CatalogueWrong, broken.page)
    translate.register_error_handler(LexiconWrong, broken.page)
    few = rates.limit(sign_ins_per_minute, methods=["POST"])
    leave = rates.limit(sign_ins_per_minute)
    for address, name, view, methods in (*_signing(few, leave), *_desk(rates.limit(sounds_per_minute))):
        translate.add_url_rule(address, name, view, methods=methods)
    return translate


def _signing(few: Limit, leave: Limit) -> tuple[Route, ...]:
    """Where one comes in, and what one has oneself."""
    return (
        ("/translate/", "root", signing.root, GET),
        ("/translate/invitation/<token>", "invited", signing.invited, GET),
        ("/translate/openid", "returned", provider.returned, GET),
        (f"{OWN}/sign-in", "sign_in", few(signing.sign_in), BOTH),
        (f"{OWN}/sign-out", "sign_out", signing.sign_out, POST),
        (f"{OWN}/invitation/<token>", "invitation", few(invitations.invitation), BOTH),
        (f"{OWN}/openid", "openid", leave(provider.leave), GET),
        (f"{OWN}/openid/back", "back", leave(provider.back), GET),
        (f"{OWN}/passkey", "passkey", few(passkeys.sign_in), POST),
        (f"{OWN}/passkey/options", "passkey_options", few(passkeys.asking), POST),
        (f"{OWN}/account", "account", account.account, GET),
        (f"{OWN}/account/passkeys", "add_passkey", few(passkeys.add), POST),
        (f"{OWN}/account/passkeys/options", "new_passkey_options", few(passkeys.registering), POST),
        (f"{OWN}/account/passkeys/remove", "remove_passkey", passkeys.remove, POST),
    )


def _desk(sounds: Limit) -> tuple[Route, ...]:
    """Where one works."""
    return (
        (f"{OWN}/", "home", home.home, GET),
        (f"{OWN}/begin", "begin", home.begin, POST),
        (f"{LANGUAGE}/", "listing", listing.listing, GET),
        (f"{LANGUAGE}/remake", "remake", broken.remake, POST),
        (f"{LANGUAGE}/reports", "reports", reports.reports, BOTH),
        (f"{LANGUAGE}/words", "words", words.words, BOTH),
        (f"{LANGUAGE}/words/undo", "undo_word", words.undo, POST),
        (f"{LANGUAGE}/words/say", "say", sounds(words.say), POST),
        (f"{LANGUAGE}/<key>", "text", writing.text, BOTH),
        (f"{LANGUAGE}/<key>/undo", "undo", writing.undo, POST),
        (f"{LANGUAGE}/<key>/hear", "hear", sounds(hearing.hear), POST),
        (f"{LANGUAGE}/<key>/failure", "failure", places.failure, GET),
        (f"{LANGUAGE}/<key>/specimen/<int:number>", "specimen", specimens.specimen, GET),
        (f"{LANGUAGE}/<key>/check", "check", sounds(hearing.check), POST),
    )
