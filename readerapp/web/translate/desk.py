"""What every view of the workbench stands on: the services, the language in the address, and the right to it."""

from typing import TYPE_CHECKING, Any

from flask import current_app, g, request

from ...accounts import Session
from ...catalogs import Entry, Texts, languages, locale_of, path
from ...errors import CatalogueWrong, NotHere, RightLacking, TextUnknown
from ...wiring import Services

if TYPE_CHECKING:
    from ...accounts.room import Room


def services() -> Services:
    """The services behind this app."""
    services: Services = current_app.extensions["services"]
    return services


def room() -> "Room":
    """Accounts and edits."""
    return services().room()


def session() -> Session:
    """Who asks; the guard let nobody else in."""
    session: Session = g.session
    return session


def texts(language: str) -> tuple[Entry, ...]:
    """The texts of a language that is there. Raises NotHere for any other, CatalogueWrong."""
    if language not in languages(services().translations):
        raise NotHere
    catalogues: Texts = current_app.extensions["catalogue_texts"]
    try:
        services().bench.texts.agree(language)
        return catalogues.of(language)
    except OSError as gone:
        file = path(services().translations, language)
        raise CatalogueWrong(path=file, line=1, what=gone.strerror or "", problems=f"{file}:1: {gone}") from gone


def check_right(language: str) -> None:
    """Raise RightLacking where the account may not change the language."""
    if not session().person.may(language):
        raise RightLacking


def one(language: str, key: str) -> Entry:
    """The text with that key. Raises TextUnknown."""
    for each in texts(language):
        if each.key == key:
            return each
    raise TextUnknown


def direction(language: str) -> str:
    """Which way a language is written."""
    return locale_of(language).text_direction


def wanted() -> dict[str, Any]:
    """What of the list the visitor looks at, carried from page to page."""
    arguments = {name: request.values.get(name, "") for name in ("show", "q")}
    return {name: value for name, value in arguments.items() if value}
