"""A file that somebody broke by hand: named with its lines, and what to do about it. Everything else goes on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from ...errors import CatalogueWrong, LexiconWrong
from ..locale import gettext
from .desk import services

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
    shown = render_template(
        "translate/broken.html",
        file=_short(problem.facts["path"]),
        places=places(problem)[:_SHOWN],
        written=[text for name, text in request.form.items() if name.startswith(_WRITTEN) and text],
        lexicon=isinstance(problem, LexiconWrong),
    )
    return make_response(shown, STATUS)


def places(problem: CatalogueWrong | LexiconWrong) -> Sequence[Place]:
    """Its lines, and what is wrong with each."""
    if isinstance(problem, LexiconWrong):
        return [Place(fault.where, fault.told(gettext).removeprefix(f"{fault.where}: ")) for fault in problem.faults]
    return [Place(problem.facts["line"], problem.facts["what"])]


def _short(file: str) -> str:
    """The file's name within the folder of translations: what lies above it is the operator's business."""
    path, folder = Path(file), services().translations
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path.name)
