"""What takes a while is awaited by the server, so that no thread waits; under another server the view waits itself."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from flask import Response, abort, request

from ..errors import EngineFailed
from ..serving.environ import AGAIN, AWAITED


def awaited(ask: Callable[[], "Future[Any]"]) -> None:
    """Return when what was asked for is done, raise what it raises; else give the thread back until it is.

    The view is then called anew, and nothing is asked for twice. Raises EngineFailed where it took too long.
    """
    answers = request.environ.get(AWAITED)
    if answers is None:
        return
    again = AGAIN in request.environ
    answer: Future[Any] = answers[0] if again else ask()
    if answer.done():
        answer.result()
    elif again:
        raise EngineFailed(reason="it takes too long")
    else:
        answers.append(answer)
        abort(Response(status=202))  # nobody sees it


def put_off() -> bool:
    """Whether this answer is one that nobody sees."""
    return bool(request.environ.get(AWAITED)) and AGAIN not in request.environ
