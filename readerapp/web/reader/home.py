"""The first page."""

import msgspec
from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ..locale import negotiated


class Demo(msgspec.Struct, frozen=True):
    """A demo article: its title, its language and its path on this server."""

    title: str
    language: str
    path: str


def root() -> Response:
    """To the first page in the visitor's language."""
    response = redirect(url_for("reader.home", locale=negotiated()))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def home(locale: str) -> str:
    """The form, and the demo articles to try it on."""
    del locale
    here = request.root_url.rstrip("/")
    demos: tuple[Demo, ...] = current_app.extensions["demos"]
    links = [{"title": demo.title, "language": demo.language, "url": here + demo.path} for demo in demos]
    return render_template("home.html", demos=links)
