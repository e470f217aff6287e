"""Every error in one shape: a page for people, RFC 9457 for programs, in the visitor's language."""

import structlog
from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from ..errors import MethodWrong, NotHere, ReaderError, TooManyRequests
from .locale import gettext

log = structlog.get_logger(__name__)

_OURS: dict[int, type[ReaderError]] = {404: NotHere, 405: MethodWrong, 429: TooManyRequests}


def install(app: Flask) -> None:
    """Answer every ReaderError, HTTP error and bug of this app."""
    app.register_error_handler(ReaderError, answer)
    app.register_error_handler(HTTPException, _from_http)
    app.register_error_handler(Exception, _from_bug)


def answer(problem: ReaderError) -> tuple[Response | str, int]:
    """The error page, or the problem document where the client does not ask for HTML first."""
    title, advice = (gettext(text) % _Given(problem.facts) for text in (problem.title, problem.advice))
    if _wants_page():
        shown = {"title": title, "advice": advice, "code": problem.code, "status": problem.status}
        return render_template("error.html", error=shown, address=request.args.get("url", "")), problem.status
    document = jsonify(type=f"urn:readerapp:{problem.code}", title=title, detail=advice, status=problem.status)
    document.mimetype = "application/problem+json"
    return document, problem.status


class _Given(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _wants_page() -> bool:
    return not request.path.startswith("/audio/") and request.accept_mimetypes.accept_html


def _from_http(problem: HTTPException) -> Response | HTTPException:
    status = problem.code or 500
    if status < 400:
        return problem
    if status == 416:
        return problem
    kind = _OURS.get(status, ReaderError)
    shown, _ = answer(kind())
    response = make_response(shown, status)
    response.headers.extend((name, value) for name, value in problem.get_headers() if name in {"Allow", "Retry-After"})
    return response


def _from_bug(problem: Exception) -> tuple[Response | str, int]:
    log.exception("request failed", path=request.path, exc_info=problem)
    return answer(ReaderError())
