"""The workbench's first page: every language with its progress, the latest changes, and a new language to begin."""

from collections import Counter
from typing import Final, NamedTuple

from babel.messages.plurals import PLURALS
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ... import catalogs
from ...errors import CatalogueWrong, RequestWrong
from ..locale import current, language_name
from .desk import check_right, room, services, session, texts

_SCRIPTS: Final = ("sr-Latn", "uz-Cyrl", "az-Cyrl", "bs-Cyrl")
"""Languages with two alphabets of which Unicode names but one."""


class Standing(NamedTuple):
    """How far a language has come."""

    language: str
    total: int
    translated: int
    review: int
    untranslated: int
    faulty: int
    offered: bool
    mine: bool
    reports: int
    """Of wrongly read words, that nobody has decided on."""
    broken: bool = False
    """Whether its file cannot be read."""


def home(locale: str) -> str:
    """Where to go on."""
    del locale
    reports = services().reports.undecided()
    standings = [_standing(each, reports.get(each, 0)) for each in catalogs.languages(services().translations)]
    mine = [standing.language for standing in standings if standing.mine]
    latest = [edit for language in mine for edit in room().edits.latest(language, 5)]
    return render_template(
        "translate/home.html",
        standings=standings,
        latest=sorted(latest, key=lambda edit: -edit.at)[:8],
        beginnable=_beginnable({standing.language for standing in standings}),
    )


def begin(locale: str) -> Response:
    """Begin a language."""
    language = request.form.get("language", "")
    check_right(language)
    try:
        services().bench.begin(language, session().person.name)
    except ValueError as wrong:
        raise RequestWrong from wrong
    return redirect(url_for("translate.listing", locale=locale, language=language), 303)


def _standing(language: str, reports: int) -> Standing:
    offered = language in services().catalogues.languages()
    mine = session().person.may(language)
    try:
        states = Counter(entry.state for entry in texts(language))
    except CatalogueWrong:
        return Standing(language, 0, 0, 0, 0, 0, offered, mine, reports, broken=True)
    complete, review, missing, faulty = (states[each] for each in ("translated", "review", "untranslated", "faulty"))
    return Standing(language, states.total(), complete, review, missing, faulty, offered, mine, reports)


def _beginnable(there: set[str]) -> list[tuple[str, str]]:
    """The languages that this account may begin, by name: those whose plural forms are known, and its own."""
    own, every = session().person, [str(tag) for tag in catalogs.locale_of(current()).languages]
    candidates = {*(tag for tag in every if tag in PLURALS or "_" in tag), *_SCRIPTS, *own.languages}
    tags = {tag.replace("_", "-") for tag in candidates} - there
    mine = [tag for tag in tags if catalogs.is_language(tag) and own.may(tag)]
    return sorted(((tag, language_name(tag)) for tag in mine), key=lambda pair: pair[1].casefold())
