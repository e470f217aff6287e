"""Every error in one shape: a page for people, RFC 9457 for programs, in the visitor's language."""

import structlog
from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from ..errors import MethodWrong, NotHere, RangeWrong, ReaderError, RequestWrong, TooManyRequests
from .locale import gettext
from .onward import blames_address, onward
from .policy import of_request
from .requests import number
from .statuses import status_of

log = structlog.get_logger(__name__)

_OURS: dict[int, type[ReaderError]] = {404: NotHere, 405: MethodWrong, 416: RangeWrong, 429: TooManyRequests}
_KEPT_HEADERS = {"Allow", "Content-Range", "Retry-After"}
_SHAPES = ("text/html", "application/problem+json", "application/json")


def install(app: Flask) -> None:
    """Answer every ReaderError, HTTP error and bug of this app."""
    app.register_error_handler(ReaderError, answer)
    app.register_error_handler(HTTPException, _from_http)
    app.register_error_handler(Exception, _from_bug)


def answer(problem: ReaderError, status: int = 0) -> Response:
    """The error page, or the problem document where the client does not ask for HTML first.

    `status` is given where an error of the protocol has another one than the ReaderError that tells it.
    """
    status = status or status_of(problem)
    title, advice = told(problem)
    if _wants_page():
        error = {"title": title, "advice": advice, "code": problem.code, "status": status, "request": number()}
        address = request.args.get("url", "")
        way = {"onward": onward(problem), "fault": bool(address) and blames_address(problem)}
        response = make_response(render_template("error.html", error=error, address=address, **way))
    else:
        response = jsonify(
            type=f"urn:readerapp:{problem.code}", title=title, detail=advice, status=status, request=number()
        )
        response.mimetype = "application/problem+json"
    response.status_code = status
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "no-store"
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def told(problem: ReaderError) -> tuple[str, str]:
    """What went wrong and what to do next, in the visitor's language."""
    title, advice = (gettext(text) % _Given(problem.facts) for text in (problem.title, problem.advice))
    return title, advice


class _Given(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _wants_page() -> bool:
    shapes = request.accept_mimetypes
    return of_request().pages and (not shapes or shapes.best_match(_SHAPES) == _SHAPES[0])


def _from_http(problem: HTTPException) -> Response | HTTPException:
    status = problem.code or 500
    if status < 400:
        return problem
    usual = RequestWrong if status < 500 else ReaderError
    response = answer(_OURS.get(status, usual)(), status)
    response.headers.extend((name, value) for name, value in problem.get_headers() if name in _KEPT_HEADERS)
    return response


def _from_bug(problem: Exception) -> Response:
    log.error("request failed", path=request.path, exc_info=problem)
    return answer(ReaderError())
