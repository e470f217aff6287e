"""One text: shown with all that helps, saved over what its author saw, and taken back."""

from collections.abc import Sequence

import structlog
from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ... import catalogs
from ...accounts import Kind
from ...catalogs import Clash, Entry, Refused, Saved, Wish
from ...errors import Fault, TextUnknown
from ..locale import gettext
from . import places
from .desk import check_right, direction, one, room, services, session, texts, wanted
from .listing import following

log = structlog.get_logger(__name__)

LONGEST = 20_000
"""Characters of one form."""


def text(locale: str, language: str, key: str) -> Response:
    """The page of a text, and what becomes of its form."""
    entry = one(language, key)
    if request.method == "GET":
        return _page(locale, language, entry, entry.forms)
    check_right(language)
    forms = written(entry)
    review = request.form.get("action") == "review"
    outcome = _save(Wish(language, key, forms, review, request.form.get("seen", "")), "saved")
    if isinstance(outcome, Clash):
        return _page(locale, language, outcome.now, forms, status=409, clash=True)
    if isinstance(outcome, Refused):
        return _page(locale, language, outcome.now, forms, status=422, faults=outcome.faults)
    return _go_on(locale, language, key)


def undo(locale: str, language: str, key: str) -> Response:
    """Have a text say again what it said before a change, or what was written in the file and not taken.

    What was to be reviewed then is to be reviewed again.
    """
    check_right(language)
    edit = room().edits.get(request.form.get("edit", 0, type=int))
    if edit is None or (edit.change.language, edit.change.text) != (language, key):
        raise TextUnknown
    entry = one(language, key)
    change = edit.change
    target, mark = (change.after, change.after_mark) if edit.kind == "clash" else (change.before, change.before_mark)
    forms = (*target, *[""] * len(entry.forms))[: len(entry.forms)]
    review = catalogs.mark(target, review=True) == mark
    outcome = _save(Wish(language, key, forms, review, request.form.get("seen", "")), "undone")
    if isinstance(outcome, Saved):
        here = url_for("translate.text", locale=locale, language=language, key=key, **wanted(), saved=key)
        return redirect(here, 303)
    if isinstance(outcome, Clash):
        return _page(locale, language, outcome.now, forms, status=409, clash=True)
    return _page(locale, language, outcome.now, forms, status=422, faults=outcome.faults)


def written(entry: Entry) -> tuple[str, ...]:
    """The forms as they were sent, as many as the text has."""
    return tuple(request.form.get(f"form{number}", "")[:LONGEST] for number in range(len(entry.forms)))


def _save(wish: Wish, kind: Kind) -> Saved | Clash | Refused:
    outcome = services().bench.texts.save(wish, session().person.name, kind)
    if isinstance(outcome, Saved):
        log.info("text saved", language=wish.language, text=wish.key, kind=kind)
    return outcome


def _go_on(locale: str, language: str, key: str) -> Response:
    """To the next text that needs work, or back to this one."""
    after = following(texts(language), wanted(), key) if request.form.get("action") == "next" else None
    there = after.key if after else key
    return redirect(url_for("translate.text", locale=locale, language=language, key=there, **wanted(), saved=key), 303)


def _page(  # noqa: PLR0913 - what became of the form
    locale: str,
    language: str,
    entry: Entry,
    forms: Sequence[str],
    *,
    status: int = 200,
    clash: bool = False,
    faults: Sequence[Fault] = (),
) -> Response:
    every, edits = texts(language), room().edits.of(language, entry.key)
    after = following(every, wanted(), entry.key)
    page = render_template(
        "translate/text.html",
        language=language,
        direction=direction(language),
        entry=entry,
        forms=forms,
        clash=clash,
        faults=told(faults),
        standing=told(entry.judged.faults if tuple(forms) == entry.forms else ()),
        odd=told(entry.judged.remarks if tuple(forms) == entry.forms else ()),
        samples=counts(language),
        places=places.of(entry, locale, language),
        similar=catalogs.similar(entry, every),
        edits=edits,
        following=after,
        left=sum(each.state != "translated" for each in every),
        saved=request.args.get("saved", ""),
        wanted=wanted(),
        mine=session().person.may(language),
    )
    return make_response(page, status)


def told(faults: Sequence[Fault]) -> list[tuple[str, str]]:
    """Each fault in the visitor's language, with the number of the form that it is in."""
    return [(fault.where, Fault("", fault.text, fault.facts).told(gettext)) for fault in faults]


def counts(language: str) -> Sequence[Sequence[int]]:
    """Sample counts for each plural form."""
    return catalogs.plural_samples(language)
