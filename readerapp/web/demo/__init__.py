"""A small public body's site, invented, to try the reader on: it behaves like a stranger's site, only nearer."""

from typing import Final

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

blueprint: Final = Blueprint(
    "demo", __name__, template_folder="pages", static_folder="static", static_url_path="/static"
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
    page = render_template(
        f"demo/{name}.html",
        articles=ARTICLES,
        listen=f"{request.script_root}/{language}/read",
        cookies_accepted=accepted or _COOKIE in request.cookies,
    )
    answer = make_response(page)
    if accepted:
        answer.set_cookie(_COOKIE, "ok", path=url_for("demo.start"), httponly=True, samesite="Lax")
    return answer
