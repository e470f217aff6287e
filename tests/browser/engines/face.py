"""What a test may do with a browser, whichever it is."""

import json
import shutil
import time
from collections.abc import Sequence
from typing import Any, Protocol

PATIENCE_S = 30
"""How long a browser on a busy machine may take to show what is expected of it."""


NAMED = {
    "Tab": "\ue004",
    "Enter": "\ue006",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Space": " ",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
}
"""How WebDriver names keys that write nothing."""


def strokes(together: str) -> list[dict[str, str]]:
    """Keys that are pressed together, as WebDriver wants them: down in order, up in the opposite one."""
    held = [NAMED.get(key, key) for key in together.split("+")]
    return [{"type": "keyDown", "value": key} for key in held] + [
        {"type": "keyUp", "value": key} for key in reversed(held)
    ]


class Lacking(Exception):
    """A program that a browser needs is not installed."""


class Engine(Protocol):
    """One window of one browser."""

    name: str

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""

    def back(self) -> None:
        """Go back to the page before."""

    def run(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function of one argument gives, or what its promise comes to."""

    def press(self, selector: str) -> None:
        """A real click in the middle of an element."""

    def keys(self, together: str) -> None:
        """Press keys together, as in "Alt+Shift+p" or "Tab", and let go of them."""


def lacking(programs: Sequence[str], packages: str) -> None:
    """Raise Lacking where one of the programs is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise Lacking(f"{', '.join(missing)} not installed (apt-get install {packages})")


def wait(engine: Engine, function: str, argument: Any = None, seconds: float = PATIENCE_S) -> Any:
    """Ask a function of the page until what it gives is true; that value."""
    end = time.monotonic() + seconds
    while not (found := engine.run(function, argument)):
        assert time.monotonic() < end, f"{engine.name}: never came true: {function} {json.dumps(argument)}"
        time.sleep(0.05)
    return found
