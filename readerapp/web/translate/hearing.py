"""A text before it is saved: what it sounds like, and what is wrong with it."""

import re
from typing import Final

from flask import Response, jsonify, request

from ... import catalogs
from ...catalogs import Entry
from ...errors import NoVoice
from ...languages import READ, base
from ...text.cleaning import squeeze
from ..locale import language_name
from ..services import narration
from .desk import check_right, one, services
from .writing import counts, told, written

_TAG: Final = re.compile(r"<[^<>]*>")
_PAUSE: Final = "…"
LONGEST: Final = 1000
"""Characters that are spoken."""


def hear(locale: str, language: str, key: str) -> Response:
    """The form that is asked for, spoken in the language's voice. Raises NoVoice and what a voice raises."""
    del locale
    entry = one(language, key)
    number = request.form.get("hear", 0, type=int)
    forms = written(entry)
    voice_language = base(language)
    if voice_language not in READ:
        raise NoVoice(language=language_name(language))
    sentence = sayable(forms[number if 0 <= number < len(forms) else 0] or entry.ids[0], entry, language, number)
    sample = narration().speak(sentence[:LONGEST] or _PAUSE, voice_language)
    return Response(sample.audio, mimetype="audio/mpeg")


def sayable(form: str, entry: Entry, language: str, number: int = 0) -> str:
    """The text as a visitor would hear it: without tags, a count where the form counts, a pause for other fields."""
    plain = _TAG.sub("", form)
    samples = counts(language)
    count = str(samples[number][0]) if len(entry.forms) > 1 and number < len(samples) else ""
    for chip in sorted(entry.chips, key=len, reverse=True):
        sample = count if chip.endswith("d") or chip in {"%(num)s", "%(count)s"} else ""
        plain = plain.replace(chip, sample or _PAUSE)
    return squeeze(plain.replace("%%", "%"))


def check(locale: str, language: str, key: str) -> Response:
    """What is wrong and what is odd with the forms as they stand in the page: the same that a save is judged by."""
    del locale
    check_right(language)
    entry = one(language, key)
    catalog = catalogs.read(catalogs.path(services().translations, language), language)
    message = catalogs.find(catalog, entry.key)
    catalogs.put(message, written(entry), review=False)
    verdict = catalogs.judge(message, catalog, language)
    return jsonify(
        faults=[{"form": where or "0", "told": what} for where, what in told(verdict.faults)],
        remarks=[{"form": where or "0", "told": what} for where, what in told(verdict.remarks)],
    )
