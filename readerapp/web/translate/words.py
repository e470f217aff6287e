"""How a word is said: heard as it is, tried another way, kept in the translators' own lexicon, made anew everywhere."""

from pathlib import Path
from typing import Final

import structlog
from flask import Response as Answer
from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ... import speech
from ...accounts import Kind
from ...errors import LexiconWrong, NotHere, RequestWrong, TextUnknown
from ...languages import READ
from ...reports import Report
from ...speech import Entry
from ...text.cleaning import squeeze
from ...workbench.words import SharedWords, name
from ..locale import gettext
from ..services import narration
from .desk import check_right, room, services, session
from .reports import decided, one

log = structlog.get_logger(__name__)

VOWELS: Final = {"ru": "аеёиоуыэюя"}
"""Of languages whose stress a mark after the vowel tells."""
STRESS: Final = "\u0301"
LONGEST: Final = 200
MENTIONS: Final = 20


def words(locale: str, language: str) -> Response:
    """The page of a word, or where none is asked for, of all that the translators said of words; and its form."""
    _check_language(language)
    word = _word()
    if request.method == "GET" or not word:
        return _page(language, word)
    check_right(language)
    removed = request.form.get("action") == "remove"
    failure = _change(language, Entry(word) if removed else tried(word, language), "saved")
    if failure:
        return failure
    report = _reported(language)
    if report and not removed:
        decided(language, report.key, "mended")
    more = report.key if report else None
    return redirect(url_for("translate.words", locale=locale, language=language, word=word, saved=1, report=more), 303)


def undo(locale: str, language: str) -> Response:
    """Have a word said as before a change, unless it was changed meanwhile. Raises TextUnknown."""
    _check_language(language)
    check_right(language)
    word = _word()
    edit = room().edits.get(request.form.get("edit", 0, type=int))
    if edit is None or (edit.change.language, edit.change.text) != (language, name(word)):
        raise TextUnknown
    alias, phonemes = edit.change.after if edit.kind == "clash" else edit.change.before
    failure = _change(language, Entry(word, alias, phonemes), "undone")
    return failure or redirect(url_for("translate.words", locale=locale, language=language, word=word, saved=1), 303)


def _change(language: str, wish: Entry, kind: Kind) -> Response | None:
    """Say a word so from now on; a page where that cannot be."""
    word = wish.grapheme
    try:
        clash = not _shared().save(wish, language, request.form.get("seen", ""), (session().person.name, kind))
    except LexiconWrong as problem:
        if _unreadable(language):
            raise
        return _page(language, word, faults=[fault.told(gettext) for fault in problem.faults], status=422)
    if clash:
        return _page(language, word, clash=True, status=409)
    log.info("word saved", language=language, kind=kind)
    return None


def say(locale: str, language: str) -> Answer:
    """A word, or the sentence that is given, as it would be said if the form were saved."""
    del locale
    _check_language(language)
    word = _word()
    if not word:
        raise RequestWrong
    trial = tried(word, language)
    text = request.form.get("sentence", "")[: 5 * LONGEST] if request.form.get("hear") == "sentence" else word
    voice = next((each.id for each in narration().voices() if each.id == request.form.get("voice")), None)
    sample = narration().speak(text or word, language, voice, trial if trial.alias or trial.phonemes else None)
    return Answer(sample.audio, mimetype="audio/mpeg")


def tried(word: str, language: str) -> Entry:
    """What the form says of a word: a respelling, IPA, or the word with one of its vowels stressed."""
    alias = squeeze(request.form.get("alias", "")[:LONGEST])
    phonemes = squeeze(request.form.get("phonemes", "")[:LONGEST])
    place = request.form.get("stress", -1, type=int)
    if place in stressable(word, language):
        alias = stressed(word, place)
        phonemes = narration().restressed(word, place)
    return Entry(word, alias, phonemes)


def stressable(word: str, language: str) -> list[int]:
    """Where the vowels of a word are, in a language whose stress can be marked."""
    return [place for place, letter in enumerate(word) if letter.lower() in VOWELS.get(language, "")]


def stressed(word: str, place: int) -> str:
    """The word with its stress on the vowel at a place."""
    return word[: place + 1] + STRESS + word[place + 1 :]


def _page(
    language: str, word: str, *, clash: bool = False, faults: list[str] | None = None, status: int = 200
) -> Response:
    _shared().agree(language)
    entry = speech.own(_file(language), word) if word else Entry("")
    draft = tried(word, language) if request.method == "POST" else entry
    page = render_template(
        "translate/words.html",
        language=language,
        word=word,
        entry=entry,
        typed=draft,
        mark=speech.mark(entry),
        now=narration().words(word, language) if word else "",
        stresses=[(place, stressed(word, place)) for place in stressable(word, language)],
        mentions=narration().mentions(word, MENTIONS) if word else [],
        report=_reported(language) if word else None,
        own=sorted(_all(language), key=lambda each: each.grapheme.casefold()),
        edits=room().edits.of(language, name(word)) if word else [],
        clash=clash,
        faults=faults or [],
        saved=request.args.get("saved", ""),
        mine=session().person.may(language),
    )
    return make_response(page, status)


def _all(language: str) -> tuple[Entry, ...]:
    file = _file(language)
    return speech.read(file).entries if file.exists() else ()


def _reported(language: str) -> Report | None:
    """The report that led here."""
    return one(language, request.values.get("report", ""))


def _word() -> str:
    return squeeze(request.values.get("word", "")[:LONGEST].replace(STRESS, ""))


def _unreadable(language: str) -> bool:
    """Whether it is the file that is faulty, and not what was to be written."""
    file = _file(language)
    return file.exists() and bool(speech.check(file))


def _shared() -> SharedWords:
    return services().bench.words


def _file(language: str) -> Path:
    return _shared().file(language)


def _check_language(language: str) -> None:
    if language not in READ:
        raise NotHere
