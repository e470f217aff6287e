"""A small public body's site, invented, to try the reader on: it behaves like a stranger's site, only nearer."""

from typing import Final

from flask import Blueprint, abort, render_template, request

blueprint: Final = Blueprint(
    "demo", __name__, template_folder="pages", static_folder="static", static_url_path="/static"
)

ARTICLES: Final = {"sv": "samarbete-leningrad-oblast", "ru": "sotrudnichestvo-sormland"}
"""The article in each language, by the last part of its address."""


@blueprint.get("/")
def start() -> str:
    """The site's first page."""
    return render_template("demo/start.html", articles=ARTICLES)


@blueprint.get("/<language>/<name>")
def article(language: str, name: str) -> str:
    """One press release, with everything around it that such a site has around it."""
    if ARTICLES.get(language) != name:
        abort(404)
    return render_template(
        f"demo/{name}.html",
        articles=ARTICLES,
        listen=f"{request.script_root}/{language}/read",
        cookies_accepted="cookies" in request.args,
    )
