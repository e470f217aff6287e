"""Where a text is used: the page of the site that shows it, with the text lit on it."""

import re
from typing import Final, NamedTuple
from urllib.parse import quote

from flask import current_app, request, url_for

from ...catalogs import Entry

_PIECE: Final = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{[^{}]*\}|<[^<>]*>|\n")
_SHORTEST: Final = 3


class Place(NamedTuple):
    """A file of the program, and the page that shows its texts, if there is one."""

    file: str
    address: str


def of(entry: Entry, locale: str, language: str) -> list[Place]:
    """Where a text stands; the page is shown in the language that is translated, where visitors may have it."""
    shown = language if language in current_app.extensions["languages"]() else locale
    return [Place(file, _address(file, shown, entry)) for file in entry.files]


def _address(file: str, locale: str, entry: Entry) -> str:
    name = file.rpartition("/")[2]
    if "/templates/translate/" in file or "/web/translate/" in file:
        address = url_for("translate.home", locale=locale)
    elif name in {"home.html", "_address.html", "base.html"}:
        address = url_for("reader.home", locale=locale)
    elif name in {"about.html", "accessibility.html", "privacy.html"}:
        address = url_for(f"reader.{name.removesuffix('.html')}", locale=locale)
    elif name in {"error.html", "onward.py"}:
        address = url_for("reader.article", locale=locale)
    elif name in {
        "read.html",
        "_verbosity.html",
        "_looks.html",
        "_player.html",
        "_voices.html",
        "text.html",
        "markup.py",
    }:
        address = _demo(locale)
    else:
        return ""
    return address + _lit(entry) if address else ""


def _demo(locale: str) -> str:
    """A demo article, where there is one: in the language of the page if possible."""
    demos = current_app.extensions["demos"]
    found = next((demo for demo in demos if demo.language == locale), demos[0] if demos else None)
    return url_for("reader.article", locale=locale, url=request.root_url.rstrip("/") + found.path) if found else ""


def _lit(entry: Entry) -> str:
    """A fragment by which browsers find the text and light it: its longest piece without fields and tags."""
    told = entry.forms[0] if entry.state == "translated" and entry.forms[0] else entry.ids[0]
    piece = max(_PIECE.split(told), key=len).strip(" .:…")
    return "#:~:text=" + quote(piece, safe="").replace("-", "%2D") if len(piece) >= _SHORTEST else ""
