"""A small public body's site, invented, to try the reader on: it behaves like a stranger's site, only nearer."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from ...errors import PageNotFound, ReaderError
from ...fetch import clean, from_bytes
from ...model import Document

PATH: Final = "/demo"
"""Under which the site lies on this service."""
blueprint: Final = Blueprint(
    "demo", __name__, url_prefix=PATH, template_folder="pages", static_folder="static", static_url_path="/static"
)

ARTICLES: Final = {"sv": "samarbete-leningrad-oblast", "ru": "sotrudnichestvo-sormland"}
"""The article in each language, by the last part of its address."""
TITLES: Final = {
    "sv": "Sörmland och Leningrad oblast förlänger samarbetet om vård nära hemmet",
    "ru": "Ленинградская область и Сёрмланд вместе займутся сельской медициной",
}
_COOKIE: Final = "demo_cookies"


@blueprint.get("/")
def start() -> str:
    """The site's first page."""
    return render_template("demo/start.html", articles=ARTICLES)


@blueprint.get("/<language>/<name>")
def article(language: str, name: str) -> Response:
    """One press release, with everything around it that such a site has around it."""
    if ARTICLES.get(language) != name:
        abort(404)
    accepted = "cookies" in request.args
    answer = make_response(_shown(language, name, request.base_url, cookies=accepted or _COOKIE in request.cookies))
    if accepted:
        answer.set_cookie(_COOKIE, "ok", path=url_for("demo.start"), httponly=True, samesite="Lax")
    return answer


def own_page(text: str, places: Collection[str] = ()) -> Document | None:
    """The page of this site at what somebody typed, made here and now; None for every address of another site.

    The service is known by the host that the visitor asked, and by `places` ("127.0.0.1:8000"). So the demo can be
    read wherever it is served, though the service may not fetch from itself. A visitor who lies about the host is
    given the demo, and nothing else. Raises PageNotFound, AddressMalformed.
    """
    address = clean(text)
    parts = urlsplit(address)
    root = f"{request.script_root}{PATH}/"
    if not parts.path.startswith(root) or parts.netloc not in _netlocs(parts.scheme, (request.host, *places)):
        return None
    language, _, name = parts.path.removeprefix(root).partition("/")
    if not parts.path.removeprefix(root):
        html = start()
    elif ARTICLES.get(language) == name:
        html = _shown(language, name, address, cookies=False)
    else:
        raise PageNotFound(address=address)
    return from_bytes(html.encode(), address=address, content_type="text/html; charset=utf-8")


def _netlocs(scheme: str, places: Iterable[str]) -> Iterator[str]:
    """The places as they stand in clean addresses; the odd ones, which only a Host header can be, left out."""
    for place in places:
        with suppress(ReaderError):
            yield urlsplit(clean(f"{scheme}://{place}")).netloc


def _shown(language: str, name: str, here: str, *, cookies: bool) -> str:
    """The article as HTML; `here` is its full address, `cookies` whether the box about them has been answered."""
    return render_template(
        f"demo/{name}.html",
        articles=ARTICLES,
        listen=f"{request.script_root}/{language}/read",
        cookies_accepted=cookies,
        here=here,
    )
