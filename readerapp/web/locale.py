"""The visitor's language: in the address, else remembered, else what the browser asks for, else Swedish.

It is never mixed up with the article's language.
"""

from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from babel.support import Translations
from babel.units import format_unit
from flask import Flask, Response, current_app, g, request, url_for
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import dump_cookie
from werkzeug.routing import BaseConverter, Map, ValidationError

from ..catalogs import Catalogues, locale_of
from ..languages import SHIPPED

COOKIE = "readerapp_language"
_COOKIE_SECONDS = 365 * 24 * 3600
_DAY = "d\u00a0MMMM y"
"""No line ends between a day and its month."""


class _Interface(BaseConverter):
    """A language that is offered now, in an address."""

    regex = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"

    def __init__(self, url_map: Map, languages: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(url_map)
        self._offered = languages

    def to_python(self, value: str) -> str:
        """The language. Any other word leads nowhere."""
        if value not in self._offered():
            raise ValidationError
        return value


def install(app: Flask, catalogues: Catalogues) -> None:
    """Give every template `_`, `ngettext` and the formats of the visitor's language, and every answer its headers."""

    def texts() -> Translations:
        if "translations" not in g:  # looked for once a request, which has many texts
            g.translations = catalogues.translations(current())
        translations: Translations = g.translations
        return translations

    def gettext(message: str) -> str:
        return texts().ugettext(message)

    def ngettext(singular: str, plural: str, count: int) -> str:
        return texts().ungettext(singular, plural, count)

    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    app.jinja_env.filters.update(when=when, duration=duration, number=number)
    app.jinja_env.filters.update(
        language_name=language_name, heading_name=heading_name, own_name=own_name, moment=moment, day=day
    )
    app.extensions.update(gettext=gettext, texts=texts, languages=catalogues.languages)
    converter = partial(_Interface, languages=catalogues.languages)
    app.url_map.converters["interface"] = converter  # type: ignore[assignment]  # whatever makes one does
    app.context_processor(lambda: {"locale": current(), "interface": interface(), "switch_url": switch_url})
    app.after_request(_say_language)


def interface() -> tuple[str, ...]:
    """The languages that a visitor may choose now."""
    if "interface" not in g:
        g.interface = current_app.extensions["languages"]()
    languages: tuple[str, ...] = g.interface
    return languages


def current() -> str:
    """The interface language of this request."""
    if "locale" not in g:
        in_path = (request.view_args or {}).get("locale") or request.path.strip("/").partition("/")[0]
        g.locale = in_path if in_path in interface() else negotiated()
    return str(g.locale)


def negotiated() -> str:
    """The language of a request whose address names none."""
    choice = request.cookies.get(COOKIE)
    if choice in interface():
        return choice
    preferences: LanguageAccept = request.accept_languages
    return preferences.best_match(interface()) or SHIPPED[0]


def gettext(message: str) -> str:
    """The message in the visitor's language."""
    return str(current_app.extensions["gettext"](message))


def texts() -> Hashable:
    """Stands for all texts in the visitor's language: another object when any of them has changed."""
    translations: Hashable = current_app.extensions["texts"]()
    return translations


def switch_url(language: str) -> str:
    """This very page in another interface language."""
    if request.endpoint and request.view_args and "locale" in request.view_args:
        query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
        return url_for(request.endpoint, **{**request.view_args, "locale": language}) + query
    return url_for("reader.home", locale=language)


def cookie_form() -> dict[str, Any]:
    """How our cookies are told: to this service only, by pages of this service only."""
    path = request.script_root or "/"
    return {"path": path, "secure": request.is_secure, "samesite": "Lax", "httponly": True}


def when(moment: datetime) -> str:
    """A moment as the visitor writes it, in the server's time zone."""
    return format_datetime(moment.astimezone(), f"{_DAY}, HH:mm", locale=locale_of(current()))


def day(date_: date) -> str:
    """A day as the visitor writes it."""
    return str(format_date(date_, _DAY, locale=locale_of(current())))


def moment(seconds: float) -> str:
    """A moment that is told in seconds since 1970."""
    return when(datetime.fromtimestamp(seconds, UTC))


def number(value: float) -> str:
    """A number as the visitor writes it."""
    return str(format_decimal(value, locale=locale_of(current())))


def duration(milliseconds: float) -> str:
    """A length in minutes and seconds, "3 min 20 sek", in the visitor's language."""
    minutes, seconds = divmod(int(timedelta(milliseconds=milliseconds).total_seconds() + 0.5), 60)
    parts = [(minutes, "minute"), (seconds, "second")] if minutes else [(seconds, "second")]
    lengths = (format_unit(value, f"duration-{unit}", "short", locale=locale_of(current())) for value, unit in parts)
    return " ".join(lengths).replace(" ", "\xa0")  # on one line


def language_name(language: str) -> str:
    """A language's name in the visitor's language."""
    return name_in(current(), language)


def name_in(display: str, language: str) -> str:
    """A language's name in another."""
    locale = locale_of(display)
    try:
        return (
            locale.languages.get(language.replace("-", "_")) or locale_of(language).get_display_name(locale) or language
        )
    except (UnknownLocaleError, ValueError):
        return language


def heading_name(language: str) -> str:
    """A language's name in the visitor's language, as it stands at the beginning of a line."""
    name = language_name(language)
    return name[:1].upper() + name[1:]


def own_name(language: str) -> str:
    """A language's name in that language, as it stands at the beginning of a line."""
    name = locale_of(language).get_display_name() or language
    return name[:1].upper() + name[1:]


@lru_cache(64)
def _remembering(language: str, **form: Any) -> str:  # noqa: ANN401 - what `dump_cookie` takes
    """The cookie of a language; it is told by its age alone, which holds however late it is sent."""
    return dump_cookie(COOKIE, language, max_age=_COOKIE_SECONDS, sync_expires=False, **form)


def _say_language(response: Response) -> Response:
    if response.mimetype in {"text/html", "application/problem+json"}:
        response.headers["Content-Language"] = current()
        if "Vary" in response.headers:
            response.vary.update(("Accept-Language", "Cookie"))
        else:
            response.headers["Vary"] = "Accept-Language, Cookie"
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if (request.view_args or {}).get("locale") in interface() and response.status_code < 400:
            response.headers.add("Set-Cookie", _remembering(current(), **cookie_form()))
    return response
