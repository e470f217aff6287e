"""The reader's pages."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import msgspec
from flask import Blueprint, redirect, render_template, request, url_for
from flask_limiter import Limiter
from werkzeug.wrappers import Response

from ...engines.roster import Roster
from ...errors import AddressMissing, NotHere, PageRefused
from ...extract import named
from ...fetch import clean
from ...jobs import Narrator
from ...languages import INTERFACE, READ
from ...model import Page, Plan, Recording
from ...narrate import Ask, Narration, prepare, read_typed
from ..locale import current, gettext, negotiated
from . import choices, markup

AGENT = "readerapp"
"""What our own requests to sites call themselves."""


class Demo(msgspec.Struct, frozen=True):
    """A demo article: its title, its language and its path on this server."""

    title: str
    language: str
    path: str


Own = Callable[[str], Page | None]
"""The page of this very service at an address; None for a stranger's address."""


def blueprint(
    narrator: Narrator, limiter: Limiter, per_minute: int, demos: Sequence[Demo] = (), own: Own = lambda _: None
) -> Blueprint:
    """The pages; one client may open `per_minute` articles a minute."""
    pages = Blueprint("reader", __name__)
    parts = narrator.parts

    @pages.url_value_preprocessor
    def check_locale(_endpoint: str | None, arguments: dict[str, str] | None) -> None:
        if (arguments or {}).get("locale", INTERFACE[0]) not in INTERFACE:
            raise NotHere

    @pages.get("/")
    def root() -> Response:
        response = redirect(url_for("reader.home", locale=negotiated()))
        response.headers["Vary"] = "Accept-Language, Cookie"
        return response

    @pages.get(f"/<any({', '.join(INTERFACE)}):locale>/")
    def home(locale: str) -> str:
        del locale
        here = request.root_url.rstrip("/")
        links = [{"title": demo.title, "language": demo.language, "url": here + demo.path} for demo in demos]
        return render_template("home.html", demos=links)

    @pages.get("/<locale>/about")
    def about(locale: str) -> str:
        del locale
        return render_template("about.html", voices=parts.roster.ready())

    @pages.get("/<locale>/read")
    @limiter.limit(f"{per_minute}/minute")
    def article(locale: str) -> str:
        del locale
        if AGENT in (request.user_agent.string or ""):
            raise PageRefused(address=request.path)  # a page that leads back here would have us read it for ever
        typed = request.args.get("url", "").strip()
        if not typed:
            raise AddressMissing
        ask = _ask()
        told = prepare(own(clean(typed)) or read_typed(typed, parts), ask, parts)
        narrator.renew(told.plan)
        parts.store.keep_plan(told.plan)
        plan = narrator.settled(told.plan)
        return render_template("read.html", **_shown(told, plan, ask, parts.store.recording(plan.key), parts.roster))

    @pages.get("/<locale>/choose")
    def choose(locale: str) -> Response:
        """Remember what the visitor ticked, and go back to the article with an address that tells it too."""
        chosen = choices.arguments(choices.ticked())
        query = urlencode([*choices.other_arguments(), *chosen])
        response = redirect(url_for("reader.article", locale=locale) + (f"?{query}" if query else ""), 303)
        choices.remember(response, chosen)
        return response

    return pages


def _shown(told: Narration, plan: Plan, ask: Ask, recording: Recording | None, roster: Roster) -> dict[str, object]:
    """What the template of an article shows."""
    voice = roster.voice(plan.voice)
    used = {roster.voice(name) for name in {line.voice for line in plan.lines}}
    return {
        "article": told.article,
        "heading": markup.render_title(told.article, told.script),
        "body": markup.render(told.article, told.script, gettext, current()),
        "recording": {
            "key": told.plan.key,
            "audio": url_for("sound.whole", key=told.plan.key),
            "plan": url_for("sound.plan", key=told.plan.key),
            "complete": recording is not None,
            "provisional": plan.provisional,
            "milliseconds": recording.milliseconds if recording else None,
            "made_at": recording.made_at if recording else None,
        },
        "voice": voice,
        "providers": sorted({used_voice.provider for used_voice in used if used_voice.online}),
        "other_voices": [v for v in roster.ready() if v.language == told.article.language and v.id != voice.id],
        "unvoiced": told.unvoiced,
        "page_address": told.page.final_address,
        "asked_address": told.page.address,
        "fetched_at": told.page.fetched_at,
        "checked_at": told.page.checked_at,
        "skipped": told.article.skipped,
        "ask": ask,
        "other_arguments": choices.other_arguments(),
        "again": _again,
    }


def _again(**changes: str | None) -> str:
    """This article with other wishes: its address with some arguments changed, or taken away where None."""
    arguments: dict[str, str | None] = {**request.args.to_dict(), **changes}
    if "region" in changes and "region" not in request.args and changes["region"] is None:
        arguments.update(readid=None, readclass=None)  # it was these that named the part
    return "?" + urlencode({name: value for name, value in arguments.items() if value is not None})


def _ask() -> Ask:
    """The visitor's wishes, from the address."""
    language, wanted = request.args.get("language"), request.args.get
    return Ask(
        language=language if language in READ else None,
        voice=request.args.get("voice") or None,
        region=named(wanted("readid", ""), wanted("readclass", ""), wanted("region", "")),
        choices=choices.current(),
    )
