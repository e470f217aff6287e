"""Where a text stands that is not always there: its page with all that it can ever show, and the text lit."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from flask import current_app, g, url_for
from jinja2 import BaseLoader
from markupsafe import Markup

from ...catalogs import Entry
from ...errors import TextUnknown
from ..locale import interface
from .desk import one, services
from .lighting import lit, marked
from .whole import PLACE, Anything, Everything, rounds, standing

_MAIN: Final = '<main id="main" tabindex="-1">'
_TEMPLATES: Final = "readerapp/web/templates/"
_PARTS: Final = {
    **dict.fromkeys(("_looks.html", "_player.html", "_verbosity.html", "_voices.html"), "read.html"),
    "_address.html": "home.html",
    "_operator.html": "accessibility.html",
    "base.html": "home.html",
    "translate/frame.html": "translate/home.html",
    "translate/passkey.html": "translate/account.html",
    "translate/specimen.html": "home.html",
}
"""Templates that are parts of others, and one that has them."""
_TOLD: Final = {
    "readerapp/extract/": "read.html",
    "readerapp/web/onward.py": "error.html",
    "readerapp/web/reader/markup.py": "read.html",
    "readerapp/catalogs/faults.py": "translate/text.html",
    "readerapp/catalogs/remarks.py": "translate/text.html",
}
"""What the program tells, by its files, and the templates that say it."""


def template(file: str) -> str:
    """The template of a page that shows the texts of a file of the program; nothing where none does."""
    if file.startswith(_TEMPLATES):
        name = file.removeprefix(_TEMPLATES)
        return _PARTS.get(name, name)
    return next((name for start, name in _TOLD.items() if file.startswith(start)), "")


def always(file: str, entry: Entry) -> bool:
    """Whether the page of a file has the text whatever happens, where people read it."""
    loader = current_app.jinja_env.loader
    if loader is None or not file.startswith(_TEMPLATES):
        return not file.startswith(tuple(_TOLD))
    return entry.ids[0] in _standing(loader, file.removeprefix(_TEMPLATES))


@cache
def _standing(loader: BaseLoader, name: str) -> frozenset[str]:
    environment = current_app.jinja_env
    return frozenset(standing(environment.parse(loader.get_source(environment, name)[0])))


def specimen(locale: str, language: str, key: str, number: int) -> str:
    """The page of one of the files that have a text. Raises TextUnknown where there is none."""
    entry = one(language, key)
    name = template(entry.files[number]) if number < len(entry.files) else ""
    if not name:
        raise TextUnknown
    g.specimen = entry, services().catalogues.translations(language)
    back = url_for("translate.text", locale=locale, language=language, key=key)
    note = _everything().get_template("translate/specimen.html").render(back=back)
    page = _everything().get_template(name).render(**_known(language, entry.files[number], entry))
    return lit(page.replace(_MAIN, _MAIN + note, 1), _shown(entry))


def _known(language: str, file: str, entry: Entry) -> Mapping[str, Any]:
    """What a page must know: the language, and what is told on it by other files than its template."""
    text = marked(_shown(entry))
    verdict = {"faults": [("", text)], "standing": []} if "/catalogs/" in file else {}
    body = {"body": text} if file.endswith("/markup.py") else {}
    return {"locale": language, "language": language, "interface": interface(), "wanted": {}, **verdict, **body}


def _shown(entry: Entry) -> str:
    """The text as it is served, each form of it; where it is not, the original."""
    forms = entry.forms if entry.state == "translated" and all(entry.forms) else entry.ids
    return " · ".join(dict.fromkeys(forms))


def _everything() -> Everything:
    environment: Everything = current_app.extensions.get("specimens") or _environment()
    current_app.extensions["specimens"] = environment
    return environment


def _environment() -> Everything:
    usual = current_app.jinja_env
    environment = Everything(
        loader=usual.loader, autoescape=usual.autoescape, extensions=["jinja2.ext.i18n"], undefined=Anything
    )
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    ours = {name: each for name, each in usual.filters.items() if name not in environment.filters}
    environment.filters.update({name: _patient(each) for name, each in ours.items()}, rounds=rounds)
    environment.globals["url_for"] = _address
    return environment


def _patient(usual: Callable[..., str]) -> Callable[..., str]:
    """A filter that takes what is not known."""

    def patient(value: object, *arguments: object) -> str:
        return PLACE if isinstance(value, (Anything, Markup)) else usual(value, *arguments)

    return patient


def _address(endpoint: str, **facts: Any) -> str:  # noqa: ANN401 - what `url_for` takes
    return url_for(endpoint, **facts) if endpoint == "static" else "#"


def _gettext(message: str | Anything) -> str:
    entry, translations = g.specimen
    if isinstance(message, Anything) or message == entry.ids[0]:
        text = marked(_shown(entry))
        return text.replace("%", "%%") if isinstance(message, Anything) else text
    return str(translations.ugettext(message))


def _ngettext(singular: str, plural: str, _count: object) -> str:
    entry, translations = g.specimen
    return marked(_shown(entry)) if singular == entry.ids[0] else str(translations.ungettext(singular, plural, 2))
