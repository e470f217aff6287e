"""What the command line says, in the language of the terminal where we have it, else in English."""

import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import negotiate_locale

from ..catalogs import Catalogues
from ..errors import AddressForbidden, Faulty, FileUnwritable, ReaderError
from ..i18n import N_, SHIPPED_TEXTS, here
from ..languages import base
from ..text.files import full_disk_told, write_whole
from .log import start_logging

if TYPE_CHECKING:
    from ..settings import Settings
    from ..wiring import Services

_OPERATORS: Final[dict[type[ReaderError], str]] = {
    AddressForbidden: N_("READERAPP_SITES and READERAPP_PRIVATE_HOSTS say what may be read (readerapp settings)."),
}
"""What else can be done by who sits at the machine; no visitor is told of it."""


def language() -> str:
    """The terminal's language by the usual variables."""
    names = next(
        (os.environ[name] for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    tags = [tag for name in names.split(":") if (tag := base(name.partition(".")[0]))]
    return negotiate_locale(tags, list(_catalogues(folder()).languages())) or "en"


def folder() -> Path:
    """Where the catalogues are, known before the settings are read, because their faults must be told too.

    A folder of one's own that the first start of the service will make is not there yet.
    """
    own = here(Path(os.environ.get("READERAPP_TRANSLATIONS") or "translations"))
    return own if own.is_dir() else SHIPPED_TEXTS


def gettext(message: str) -> str:
    """The message in the terminal's language."""
    return _catalogues(folder()).translations(language()).ugettext(message)


@functools.cache
def _catalogues(place: Path) -> Catalogues:
    return Catalogues(place)


def describe(problem: ReaderError) -> str:
    """What went wrong and what to do next, for an operator."""
    facts = {"address": "?", **problem.facts}
    if isinstance(problem, Faulty) and problem.faults:
        facts["problems"] = "\n".join(fault.told(gettext) for fault in problem.faults)
    lines = (problem.title, problem.advice, _OPERATORS.get(type(problem)))
    return "\n".join(gettext(text) % facts for text in lines if text)


@contextmanager
def services(**overrides: object) -> Iterator["Services"]:
    """The services for the length of one command."""
    from ..wiring import build, settle

    start_logging()
    service = build(settle(**overrides))
    try:
        yield service
    finally:
        service.narration.close()


def words(text: str, language: str) -> str:
    """A text as it is said, with the lexicons of the settings: what needs no voice needs none of the other parts."""
    from .. import speech

    lexicons = speech.LexiconSet(settings().lexicon_paths).lexicons()
    return speech.render(speech.utterance(text, language, lexicons.get(language, ()))).text


def settings() -> "Settings":
    """The settings in force."""
    from ..settings import load

    return load()


def write_out(path: Path, content: bytes) -> None:
    """Write a file that somebody asked for: whole, or where it is a device or a pipe, straight into it.

    Raises FileUnwritable, StoreFull.
    """
    if not path.parent.is_dir():
        raise FileUnwritable(path=path)
    try:
        if path.exists() and not path.is_file():
            with full_disk_told(), path.open("wb") as target:
                target.write(content)
        else:
            write_whole(path, [content])
    except OSError as problem:
        raise FileUnwritable(path=path) from problem
