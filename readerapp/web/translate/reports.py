"""What listeners say is read wrongly: with its sentence and its sound, and what has become of it."""

from collections import Counter
from typing import Final, get_args

import structlog
from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...errors import NotHere, ReportUnknown, RequestWrong
from ...languages import READ
from ...reports import Report, State
from .desk import check_right, services, session

log = structlog.get_logger(__name__)

A_PAGE: Final = 30
STATES: Final[tuple[State, ...]] = get_args(State)


def reports(locale: str, language: str) -> str | Response:
    """One page of the list, the undecided ones first; and its forms, by which a report gets a state."""
    if language not in READ:
        raise NotHere
    if request.method == "POST":
        return _decide(locale, language)
    every = services().reports.all(language=language)
    show = request.args.get("show", "")
    choice = [each for each in every if not show or each.state == show]
    page = max(request.args.get("page", 1, type=int), 1)
    return render_template(
        "translate/reports.html",
        language=language,
        reports=choice[(page - 1) * A_PAGE : page * A_PAGE],
        counts=Counter(each.state for each in every),
        total=len(every),
        show=show,
        page=page,
        pages=max(-(-len(choice) // A_PAGE), 1),
        mine=session().person.may(language),
    )


def one(language: str, key: str) -> Report | None:
    """The report of a word of this language that has the key."""
    report = services().reports.get(key) if key else None
    return report if report and report.language == language else None


def decided(language: str, key: str, state: State) -> Report:
    """Write what has become of it. Raises ReportUnknown."""
    if one(language, key) is None or not (report := services().reports.decide(key, state, session().person.name)):
        raise ReportUnknown
    log.info("report decided", language=language, state=state)
    return report


def _decide(locale: str, language: str) -> Response:
    check_right(language)
    state = next((each for each in STATES if each == request.form.get("state")), None)
    if state is None:
        raise RequestWrong
    key = decided(language, request.form.get("report", ""), state).key
    show, page = (request.form.get(name) or None for name in ("show", "page"))
    here = url_for("translate.reports", locale=locale, language=language, show=show, page=page, _anchor=f"r{key[:12]}")
    return redirect(here, 303)
