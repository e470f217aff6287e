"""Where a text is used: the page of the site that shows it, with the text lit on it."""

import re
from typing import Final, NamedTuple
from urllib.parse import quote

from flask import current_app, render_template, request, url_for

from ...catalogs import Entry
from ...errors import ReaderError, TextUnknown
from ..problems import told
from ..statuses import STATUSES, status_of
from . import lighting, specimens
from .desk import one

_PIECE: Final = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{[^{}]*\}|<[^<>]*>|\n")
_SHORTEST: Final = 3


_PAGES: Final = {
    **dict.fromkeys(("home.html", "_address.html", "base.html"), "reader.home"),
    **dict.fromkeys(("accessibility.html", "_operator.html"), "reader.accessibility"),
    "about.html": "reader.about",
    "privacy.html": "reader.privacy",
    "translate/home.html": "translate.home",
    "translate/account.html": "translate.account",
}
"""Pages by their templates."""
_OWN: Final = {"list.html": "listing", "words.html": "words", "reports.html": "reports", "frame.html": "listing"}
"""Pages of the workbench for one language, by their templates."""


class Place(NamedTuple):
    """A file of the program, and the page that shows its texts, if there is one."""

    file: str
    address: str


def of(entry: Entry, locale: str, language: str) -> list[Place]:
    """Where a text stands; the page is shown in the language that is translated, where visitors may have it."""
    interface = language if language in current_app.extensions["languages"]() else locale
    return [
        Place(file, _address(file, interface, language, entry) or _specimen(number, file, locale, language, entry))
        for number, file in enumerate(entry.files)
    ]


def failure(locale: str, language: str, key: str) -> str:
    """The page of the error that has a text, as a visitor who meets it sees it. Raises TextUnknown where none has."""
    del locale
    kind = _failure(one(language, key))
    if kind is None:
        raise TextUnknown
    title, advice = told(kind())
    error = {"title": title, "advice": advice, "code": kind.code, "status": status_of(kind()), "request": ""}
    return render_template("error.html", error=error, address="")


def _failure(entry: Entry) -> type[ReaderError] | None:
    return next((kind for kind in STATUSES if entry.ids[0] in {kind.title, kind.advice}), None)


def _address(file: str, locale: str, language: str, entry: Entry) -> str:
    """The page that always has it; nothing where there is none."""
    name = file.rpartition("/templates/")[2]
    if "/errors/" in file and _failure(entry):
        address = url_for("translate.failure", locale=locale, language=language, key=entry.key)
    elif not specimens.always(file, entry):
        return ""
    elif name in _PAGES:
        address = url_for(_PAGES[name], locale=locale)
    elif name.removeprefix("translate/") in _OWN:
        address = url_for(f"translate.{_OWN[name.removeprefix('translate/')]}", locale=locale, language=language)
    elif name == "read.html":
        address = _demo(locale)
    else:
        return ""
    return address + _lit(entry) if address else ""


def _specimen(number: int, file: str, locale: str, language: str, entry: Entry) -> str:
    """Its page with all that it can show, where there is one."""
    if not specimens.template(file):
        return ""
    key, anchor = entry.key, lighting.NAME
    return url_for("translate.specimen", locale=locale, language=language, key=key, number=number, _anchor=anchor)


def _demo(locale: str) -> str:
    """A demo article, where there is one: in the language of the page if possible."""
    demos = current_app.extensions["demos"]
    article = next((demo for demo in demos if demo.language == locale), demos[0] if demos else None)
    return url_for("reader.article", locale=locale, url=request.root_url.rstrip("/") + article.path) if article else ""


def _lit(entry: Entry) -> str:
    """A fragment by which browsers find the text and light it: its longest piece without fields and tags."""
    words = entry.forms[0] if entry.state == "translated" and entry.forms[0] else entry.ids[0]
    piece = max(_PIECE.split(words), key=len).strip(" .:…")
    return "#:~:text=" + quote(piece, safe="").replace("-", "%2D") if len(piece) >= _SHORTEST else ""
