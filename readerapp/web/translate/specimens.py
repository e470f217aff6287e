"""Pages of listeners' reports, which are there only after somebody sent one, shown with made-up facts."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final, get_args

import msgspec
from flask import render_template
from markupsafe import escape

from ...catalogs import Entry
from ...errors import TextUnknown, WordNotHere
from ...model import Utterance
from ...reports import COMMENT, WORD, Report, State
from ..locale import gettext
from ..problems import told
from .desk import one

PAGES: Final = ("report.html", "reported.html")
_WORD: Final = "Bjärkeby"
_SENTENCE: Final = Utterance(text=f"Bussen går till {_WORD}.", language="sv", block=0, start=0, end=0)
_ADDRESS: Final = "https://www.example.se/"


def specimen(locale: str, language: str, key: str) -> str:
    """The page that has a text, in the state in which it has it. Raises TextUnknown where there is none."""
    del locale
    entry = one(language, key)
    for name in PAGES:
        if any(file.endswith(f"/{name}") for file in entry.files):
            pages = [render_template(name, **facts) for facts in _facts(name)]
            return next((page for page in pages if _shows(page, entry)), pages[0])
    raise TextUnknown


def _shows(page: str, entry: Entry) -> bool:
    return str(escape(gettext(entry.ids[0]))) in page


def _facts(name: str) -> Iterator[Mapping[str, Any]]:
    """What the template is given, in each of its states."""
    if name == "reported.html":
        now = datetime.now(UTC)
        report = Report(
            key="",
            word=_WORD,
            sentence=_SENTENCE.text,
            language="sv",
            voice="",
            page=_ADDRESS,
            first=now,
            last=now,
        )
        back = {"url": _ADDRESS, "sentence": None}
        for state in get_args(State):
            told_of = msgspec.structs.replace(report, state=state)
            yield {"report": told_of, "back": back, "sent": state == "new", "own": _ADDRESS}
        yield {"report": report, "back": back, "sent": False, "own": _ADDRESS}
        return
    usual = {
        "report": {"key": "", "url": _ADDRESS, "n": "0", "word": _WORD, "comment": ""},
        "most": {"word": WORD, "comment": COMMENT},
        "wrong": None,
        "sentence": _SENTENCE,
        "link": _ADDRESS,
        "name": None,
        "choices": [],
        "any": "any",
    }
    yield usual
    yield {**usual, "wrong": told(WordNotHere(word=_WORD))}
    yield {**usual, "sentence": None, "choices": [(0, _SENTENCE), (1, _SENTENCE)]}
