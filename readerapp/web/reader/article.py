"""An article to hear: its page, and the choices of how it is read."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from flask import current_app, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from ...errors import AddressMissing, PageRefused
from ...extract import named
from ...languages import READ
from ...model import Document
from ...narration.request import NarrationRequest, ReadingPreferences
from ...narration.views import OpenedPage
from ..guards import client
from ..locale import current, gettext, interface, negotiated, texts
from ..services import narration
from . import linking, markup, notices, verbosity, voices
from .lately import Lately

AGENT = "readerapp"
"""What our own requests to sites call themselves."""

Own = Callable[[str], Document | None]
"""The page of this very service at what somebody typed; None for a stranger's address."""


def nothing_of_ours(_text: str) -> Document | None:
    """No page of this service can be read."""
    return None


def shared() -> Response:
    """A link that somebody sent: to the article in the language of whoever follows it."""
    query = request.query_string.decode("ascii", "replace")
    response = redirect(url_for("reader.article", locale=negotiated()) + (f"?{query}" if query else ""))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def article(locale: str) -> str | Response:
    """The article at the address that the visitor gave, ready to be heard, at the sentence that the address names."""
    del locale
    if AGENT in (request.user_agent.string or ""):
        raise PageRefused(address=request.path)  # a page that leads back here would have us read it for ever
    address = request.args.get("url", "").strip()
    if not address:
        raise AddressMissing
    own: Own = current_app.extensions["own_pages"]
    preferences = _preferences()
    page = narration().open(NarrationRequest(address, preferences, own(address), client()))
    sentence = request.args.get(linking.SENTENCE, "")
    place = linking.place(page.script.utterances, sentence)
    if place is not None and request.args.get(linking.PLACE) != str(place):
        return redirect(_again({linking.SENTENCE: sentence, linking.PLACE: str(place)}) + f"#s{place}")
    return _page(page, preferences, gone=bool(sentence) and place is None)


def choose(locale: str) -> Response:
    """Remember what the visitor ticked, and go back to the article with an address that tells it too."""
    choices = verbosity.arguments(verbosity.ticked())
    favourites, voice = voices.chosen(narration().voices())
    own = [(voices.VOICE, voice)] if voice else []
    query = urlencode([*verbosity.other_arguments(voices.VOICE, voices.SPOKEN), *own, *choices])
    response = redirect(url_for("reader.article", locale=locale) + (f"?{query}" if query else "") + "#saved", 303)
    verbosity.remember(response, [*choices, *voices.pairs(favourites)])
    return response


def _preferences() -> ReadingPreferences:
    """What the visitor prefers, from the address."""
    argument = request.args.get
    language = argument("language")
    return ReadingPreferences(
        language=language if language in READ else None,
        voice=argument(voices.VOICE) or None,
        liked=tuple(sorted(voices.remembered(narration().voices()).values())),
        region=named(argument("readid", ""), argument("readclass", ""), argument("region", "")),
        verbosity=verbosity.current(),
    )


def _page(opening: OpenedPage, preferences: ReadingPreferences, *, gone: bool) -> str:
    """The page, as it was shown before while nothing that it shows has changed."""
    pages: Lately[str] = current_app.extensions["pages"]
    place = request.scheme, request.host, request.script_root, request.full_path, texts(), interface(), preferences
    state = opening.version, opening.key, opening.provisional, opening.recording
    facts = opening.document
    page = facts.address, facts.final_address, facts.fetched_at, facts.checked_at
    voices = opening.voice, tuple(opening.used), tuple(opening.others)
    key = (place, state, page, voices)
    template = "text.html" if request.args.get("only") == "text" else "read.html"
    return pages.get(key, lambda: render_template(template, gone=gone, **_shown(opening, preferences)))


def _body(page: OpenedPage) -> Markup:
    bodies: Lately[Markup] = current_app.extensions["bodies"]
    key = (page.version, texts())
    return bodies.get(key, lambda: markup.render(page.article, page.script, gettext, current()))


def _shown(page: OpenedPage, preferences: ReadingPreferences) -> dict[str, object]:
    """What the template of an article shows."""
    recording = page.recording
    return {
        "article": page.article,
        "heading": markup.render_title(page.article, page.script),
        "body": _body(page),
        "recording": {
            "key": page.key,
            "audio": url_for("sound.whole", key=page.key),
            "plan": url_for("sound.plan", key=page.key),
            "complete": recording is not None,
            "provisional": page.provisional,
            "milliseconds": recording.milliseconds if recording else None,
            "made_at": recording.made_at if recording else None,
        },
        "voice": page.voice,
        "providers": sorted({voice.provider for voice in page.used if voice.online}),
        "voices": sorted((page.voice, *page.others), key=lambda voice: voice.name),
        "chosen_voice": _chosen(page, preferences),
        "unvoiced": page.unvoiced,
        "report": url_for("reader.report", locale=current(), key=page.key, url=page.document.address),
        "page_address": page.document.final_address,
        "asked_address": page.document.address,
        "fetched_at": page.document.fetched_at,
        "cut": page.document.cut,
        "checked_at": page.document.checked_at,
        "skipped": page.article.skipped,
        "preferences": preferences,
        "counterpart": notices.counterpart(page.article, page.document.final_address, current()),
        "languages": READ,
        "other_arguments": verbosity.other_arguments,
        "again": again,
        "shared": linking.shared(),
    }


def _chosen(page: OpenedPage, preferences: ReadingPreferences) -> str | None:
    """The voice that the visitor asked for, if it reads the page."""
    choices = {preferences.voice, *preferences.liked}
    return page.voice.id if page.voice.id in choices else None


def again(**changes: str | None) -> str:
    """This article with other preferences, for templates."""
    return _again(changes)


def _again(changes: Mapping[str, str | None]) -> str:
    """This article with other preferences: its address with some arguments changed, or taken away where None."""
    page = {name: value for name, value in request.args.items() if name not in linking.PASSING}
    arguments: dict[str, str | None] = {**page, **changes}
    if "region" in changes and "region" not in request.args and changes["region"] is None:
        arguments.update(readid=None, readclass=None)  # it was these that named the part
    query = urlencode({name: value for name, value in arguments.items() if value is not None})
    return url_for("reader.article", locale=current()) + "?" + query
