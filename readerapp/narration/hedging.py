"""A silent voice costs a listener seconds, not a minute: where a page's first sound is late, the next voice speaks."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from ..errors import EngineBusy

LATE_SECONDS = 2.5
"""How long a first sound is waited for before another voice falls in."""

Answer = TypeVar("Answer")


class Late(EngineBusy):
    """The voice has not answered yet; `answer` is what it may still say."""

    def __init__(self, answer: Future[object]) -> None:
        super().__init__(reason="no first sound in time")
        self.answer = answer


def soon(make: Callable[[], Answer]) -> Answer:
    """What `make` gives, if it does so soon. Raises what it raises, or Late while it goes on in a thread of its own."""
    answer: Future[object] = Future()

    def run() -> None:
        try:
            answer.set_result(make())
        except BaseException as problem:  # noqa: BLE001 - it is raised where somebody waits
            answer.set_exception(problem)

    threading.Thread(target=run, name="first sound", daemon=True).start()
    try:
        return answer.result(LATE_SECONDS)  # type: ignore[return-value]  # it is what `make` gave
    except TimeoutError:
        raise Late(answer) from None
