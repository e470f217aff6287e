"""The translators' workbench: sign in, find a text, hear it, save it, and see it on the site at the next request."""

from flask import Blueprint

from ...errors import CatalogueWrong, LexiconWrong
from ..rates import Rates
from . import broken, hearing, home, invitations, listing, places, reports, signing, words, writing


def blueprint(rates: Rates, sounds_per_minute: int, sign_ins_per_minute: int) -> Blueprint:
    """All of its pages; whoever is not signed in is led to do so first."""
    translate = Blueprint("translate", __name__)
    translate.before_request(signing.guard)
    translate.context_processor(signing.known)
    translate.register_error_handler(CatalogueWrong, broken.page)
    translate.register_error_handler(LexiconWrong, broken.page)
    few, sounds = (
        rates.limit(sign_ins_per_minute, methods=["POST"]),
        rates.limit(sounds_per_minute),
    )
    own, language = "/<interface:locale>/translate", "/<interface:locale>/translate/<language>"
    get, post, both = ["GET"], ["POST"], ["GET", "POST"]
    for address, name, view, methods in (
        ("/translate/", "root", signing.root, get),
        ("/translate/invitation/<token>", "invited", signing.invited, get),
        (f"{own}/sign-in", "sign_in", few(signing.sign_in), both),
        (f"{own}/sign-out", "sign_out", signing.sign_out, post),
        (f"{own}/invitation/<token>", "invitation", few(invitations.invitation), both),
        (f"{own}/", "home", home.home, get),
        (f"{own}/begin", "begin", home.begin, post),
        (f"{language}/", "listing", listing.listing, get),
        (f"{language}/remake", "remake", broken.remake, post),
        (f"{language}/reports", "reports", reports.reports, both),
        (f"{language}/words", "words", words.words, both),
        (f"{language}/words/undo", "undo_word", words.undo, post),
        (f"{language}/words/say", "say", sounds(words.say), post),
        (f"{language}/<key>", "text", writing.text, both),
        (f"{language}/<key>/undo", "undo", writing.undo, post),
        (f"{language}/<key>/hear", "hear", sounds(hearing.hear), post),
        (f"{language}/<key>/failure", "failure", places.failure, get),
        (f"{language}/<key>/check", "check", sounds(hearing.check), post),
    ):
        translate.add_url_rule(address, name, view, methods=methods)
    return translate
