"""A listener tells which word was read wrongly: a plain form, which works without JavaScript."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...errors import ReportUnknown, RequestWrong, WordNotHere
from ...model import PlannedUtterance
from ...reports import COMMENT, WORD, Report, Reports
from ..locale import current
from ..problems import told
from ..services import narration
from ..statuses import status_of
from . import linking
from .occurrences import bare, occurrences

_LONGEST_ADDRESS: Final = 2000
_CHOICES: Final = 12
"""Sentences to choose from at most: nobody reads through more."""
_ANY: Final = "any"
"""Told as the sentence's number by whoever does not know which one it was."""


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
    word = argument("word", "")[:WORD]
    try:
        places = _places(word, lines, number)
    except WordNotHere as problem:
        return Response(_form(lines, number, problem), status_of(problem), mimetype="text/html")
    if len(places) > 1 and number not in places and argument("n") != _ANY:
        return _form(lines, None, places=places)
    number = number if number in places else places[0]
    entry = _keep(word, argument("comment", ""), page, lines[number])
    sentence = linking.short(lines[number].utterance.segment)
    address = url_for("reader.reported", locale=locale, key=entry.key, url=page or None, sentence=sentence, sent=1)
    return redirect(address, 303)


def _form(
    lines: Sequence[PlannedUtterance],
    number: int | None,
    problem: WordNotHere | None = None,
    places: Sequence[int] = (),
) -> str:
    """The form with what the visitor wrote already, and what is wrong with it; the sentences that may be meant."""
    most = {"key": None, "url": _LONGEST_ADDRESS, "n": None, "word": WORD, "comment": COMMENT}
    fields = {name: request.values.get(name, "")[:length] for name, length in most.items()}
    sentence = lines[number].utterance if number is not None else None
    link = linking.link(fields["url"], sentence.segment) if sentence and sentence.segment and fields["url"] else ""
    name = linking.short(sentence.segment) if sentence else None
    wrong = told(problem) if problem else None
    choices = [(place, lines[place].utterance) for place in places[:_CHOICES]]
    facts = {"most": most, "sentence": sentence, "link": link, "name": name or None, "choices": choices, "any": _ANY}
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


def _keep(word: str, comment: str, page: str, line: PlannedUtterance) -> Report:
    now = datetime.now(UTC)
    return _reports().file(
        Report(
            key="",
            word=bare(word),
            sentence=line.utterance.text,
            language=line.utterance.language,
            voice=line.voice,
            page=page,
            comment=comment,
            first=now,
            last=now,
        )
    )


def _places(word: str, lines: Sequence[PlannedUtterance], number: int | None) -> list[int]:
    """The sentences that may be meant: the one that was named if the word is in it, else all that have it."""
    if number is not None and occurrences(word, [lines[number].utterance.text]):
        return [number]
    places = occurrences(word, (line.utterance.text for line in lines))
    if not places:
        raise WordNotHere(word=word)
    return places


def _number(digits: str, lines: Sequence[PlannedUtterance]) -> int | None:
    return (
        int(digits)
        if digits.isascii() and digits.isdecimal() and len(digits) < 7 and int(digits) < len(lines)
        else None
    )
