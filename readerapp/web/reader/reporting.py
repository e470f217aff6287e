"""A listener tells which word was read wrongly: a plain form, which works without JavaScript."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...errors import ReportUnknown, RequestWrong, WordNotHere
from ...model import PlannedUtterance
from ...reports import COMMENT, WORD, Report, Reports
from ...text.cleaning import squeeze
from ..locale import current
from ..problems import told
from ..services import narration
from ..statuses import status_of
from . import linking

_EDGES: Final = re.compile(r"^\W+|\W+$")
_LONGEST_ADDRESS: Final = 2000


def report(locale: str) -> str | Response:
    """The form; sent, it is kept and thanked for, or shown anew with what is wrong.

    Raises RecordingUnknown, RequestWrong.
    """
    argument = request.values.get
    key, page = argument("key", ""), argument("url", "")[:_LONGEST_ADDRESS]
    if not key:
        raise RequestWrong  # of no recording: somebody typed the address
    lines = narration().utterances(key)
    number = _number(argument("n", ""), lines)
    if request.method == "GET":
        return _form(lines, number)
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise RequestWrong
    try:
        entry = _keep(argument("word", "")[:WORD], argument("comment", ""), page, lines, number)
    except WordNotHere as problem:
        return Response(_form(lines, number, problem), status_of(problem), mimetype="text/html")
    sentence = linking.short(lines[number].utterance.segment) if number is not None else None
    address = url_for("reader.reported", locale=locale, key=entry.key, url=page or None, sentence=sentence, sent=1)
    return redirect(address, 303)


def _form(lines: Sequence[PlannedUtterance], number: int | None, problem: WordNotHere | None = None) -> str:
    """The form with what the visitor wrote already, and what is wrong with it."""
    most = {"key": None, "url": _LONGEST_ADDRESS, "n": None, "word": WORD, "comment": COMMENT}
    fields = {name: request.values.get(name, "")[:length] for name, length in most.items()}
    sentence = lines[number].utterance if number is not None else None
    link = linking.link(fields["url"], sentence.segment) if sentence and sentence.segment and fields["url"] else ""
    name = linking.short(sentence.segment) if sentence else None
    wrong = told(problem) if problem else None
    facts = {"most": most, "sentence": sentence, "link": link, "name": name or None}
    return render_template("report.html", report=fields, wrong=wrong, **facts)


def reported(locale: str, key: str) -> str:
    """What has become of a report, for whoever has its address: no account, and nothing of other listeners.

    Raises ReportUnknown.
    """
    del locale
    entry = _reports().get(key)
    if entry is None:
        raise ReportUnknown
    argument = request.args.get
    back = {
        "url": argument("url", "")[:_LONGEST_ADDRESS],
        "sentence": linking.short(argument(linking.SENTENCE, "")) or None,
    }
    own = url_for("reader.reported", locale=current(), key=key, _external=True)
    sent = "sent" in request.args
    return render_template("reported.html", report=entry, back=back, sent=sent, own=own)


def _reports() -> Reports:
    reports: Reports = current_app.extensions["services"].reports
    return reports


def _keep(word: str, comment: str, page: str, lines: Sequence[PlannedUtterance], number: int | None) -> Report:
    line = lines[_where(word, lines, number)]
    now = datetime.now(UTC)
    return _reports().file(
        Report(
            key="",
            word=_EDGES.sub("", word),
            sentence=line.utterance.text,
            language=line.utterance.language,
            voice=line.voice,
            page=page,
            comment=comment,
            first=now,
            last=now,
        )
    )


def _where(word: str, lines: Sequence[PlannedUtterance], number: int | None) -> int:
    """The sentence that is meant if the word is in it, else the first that has it."""
    core = squeeze(_EDGES.sub("", word).casefold())
    places = ([number] if number is not None else []) + list(range(len(lines)))
    for place in places if core else ():
        if core in squeeze(lines[place].utterance.text.casefold()):
            return place
    raise WordNotHere(word=word)


def _number(digits: str, lines: Sequence[PlannedUtterance]) -> int | None:
    return (
        int(digits)
        if digits.isascii() and digits.isdecimal() and len(digits) < 7 and int(digits) < len(lines)
        else None
    )
