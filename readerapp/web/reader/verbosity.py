"""What is read aloud, as the visitor chose: in the address, else remembered from another page, else as usual."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final, get_args
from urllib.parse import parse_qsl, urlencode

from flask import request
from werkzeug.wrappers import Response

from ...speech import Tables, Verbosity
from ..locale import cookie_form
from . import linking

COOKIE: Final = "readerapp_choices"
_COOKIE_SECONDS: Final = 365 * 24 * 3600
_USUAL: Final = {field.name: field.default for field in fields(Verbosity)}
_SWITCHES: Final = tuple(name for name, usual in _USUAL.items() if isinstance(usual, bool))
_BOTH: Final = {"1": True, "0": False}


def current() -> Verbosity:
    """The choices of this request; what the address says wins over what is remembered."""
    query = tuple((name, request.args[name]) for name in _USUAL if name in request.args)
    return _chosen(request.cookies.get(COOKIE, ""), query)


def ticked() -> Verbosity:
    """The choices of a form that was sent: a box that is not ticked sends nothing."""
    boxes = {name: request.args.get(name, "0") for name in _SWITCHES}
    return _read({**request.args.to_dict(), **boxes})


def arguments(verbosity: Verbosity) -> list[tuple[str, str]]:
    """Those choices that are not the usual ones, as arguments of an address."""
    choices = ((name, getattr(verbosity, name)) for name, usual in _USUAL.items() if getattr(verbosity, name) != usual)
    return [(name, str(int(value)) if isinstance(value, bool) else value) for name, value in choices]


def other_arguments(*but: str) -> list[tuple[str, str]]:
    """The rest of this request's arguments, `but` some: the address to read and the other preferences."""
    names = {*_USUAL, *linking.PASSING, *but}
    return [(name, value) for name, value in request.args.items(multi=True) if name not in names]


def remember(response: Response, choices: Iterable[tuple[str, str]]) -> None:
    """Have the browser keep the choices for other pages; the usual ones need no cookie."""
    if value := urlencode(list(choices)):
        response.set_cookie(COOKIE, value, max_age=_COOKIE_SECONDS, **cookie_form())
    else:
        response.delete_cookie(COOKIE, **cookie_form())


@lru_cache(256)
def _chosen(cookie: str, query: tuple[tuple[str, str], ...]) -> Verbosity:
    return _read({**dict(parse_qsl(cookie)), **dict(query)})


def _read(query: Mapping[str, str]) -> Verbosity:
    """The choices as they are written; what cannot be understood is as usual."""
    choices: dict[str, Any] = {name: _BOTH[query[name]] for name in _SWITCHES if query.get(name) in _BOTH}
    if query.get("tables") in get_args(Tables):
        choices["tables"] = query["tables"]
    return Verbosity(**choices)
