"""A file that somebody broke by hand: named with its lines, and what to do about it. Everything else goes on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import structlog
from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...catalogs import languages
from ...errors import CatalogueWrong, LexiconWrong, RequestWrong
from ..locale import gettext
from .desk import check_right, services, session

log = structlog.get_logger(__name__)

STATUS: Final = 503
"""It is nobody's request that is wrong, and it is over when the file is mended."""
_SHOWN: Final = 20
_WRITTEN: Final = ("form", "alias", "phonemes")
"""What the fields of the workbench's forms are called whose words must not be lost."""


class Place(NamedTuple):
    """What is wrong with a line."""

    line: str
    what: str


def page(problem: CatalogueWrong | LexiconWrong) -> Response:
    """The page about it; what was being written stands on it, to be kept."""
    html = render_template(
        "translate/broken.html",
        file=_short(problem.facts["path"]),
        places=places(problem)[:_SHOWN],
        written=[text for name, text in request.form.items() if name.startswith(_WRITTEN) and text],
        lexicon=isinstance(problem, LexiconWrong),
        language=_remakable(problem),
    )
    return make_response(html, STATUS)


def remake(locale: str, language: str) -> Response:
    """Make the language's catalogue anew."""
    check_right(language)
    if language not in languages(services().translations) or not services().bench.remakable(language):
        raise RequestWrong
    services().bench.texts.remake(language)
    log.warning("catalogue made anew", language=language, author=session().person.name)
    return redirect(url_for("translate.listing", locale=locale, language=language), 303)


def _remakable(problem: CatalogueWrong | LexiconWrong) -> str:
    """The language whose catalogue whoever asks may make anew, if there is one."""
    language = str((request.view_args or {}).get("language", ""))
    may = isinstance(problem, CatalogueWrong) and session().person.may(language)
    return language if may and services().bench.remakable(language) else ""


def places(problem: CatalogueWrong | LexiconWrong) -> Sequence[Place]:
    """Its lines, and what is wrong with each."""
    if isinstance(problem, LexiconWrong):
        return [Place(fault.where, fault.told(gettext).removeprefix(f"{fault.where}: ")) for fault in problem.faults]
    return [Place(problem.facts["line"], problem.facts["what"])]


def _short(file: str) -> str:
    """The file's name within the folder of translations: what lies above it is the operator's business."""
    path, folder = Path(file), services().translations
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path.name)
