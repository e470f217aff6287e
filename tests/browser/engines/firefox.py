"""Debian's Firefox, by WebDriver BiDi: the browser speaks it itself over a WebSocket, no other program is needed."""

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websocket import WebSocket, create_connection

from .face import PATIENCE_S, lacking, strokes

QUIET = {
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
"""Preferences that keep a fresh profile from asking anybody anything."""

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """One tab of a Firefox that was started with a debugging port."""

    name = "firefox"

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._ask("session.new", capabilities={})
        # Of the window that was there from the start Firefox thinks that it has no focus: its buttons take no keys.
        self._tab = self._ask("browsingContext.create", type="window")["context"]

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def back(self) -> None:
        """Go back to the page before."""
        self._ask("browsingContext.traverseHistory", context=self._tab, delta=-1)

    def run(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function of one argument gives, or what its promise comes to."""
        told = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({function})({json.dumps(argument)})) ?? 'null')()",
            target={"context": self._tab},
            awaitPromise=True,
        )
        if told["type"] != "success":
            raise AssertionError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def press(self, selector: str) -> None:
        """A real click in the middle of an element."""
        x, y = self.run(
            """(selector) => {
                const found = document.querySelector(selector);
                found.scrollIntoView({ block: "center", behavior: "instant" });
                const { x, y, width, height } = found.getClientRects()[0];
                return [Math.round(x + width / 2), Math.round(y + height / 2)];
            }""",
            selector,
        )
        click = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._ask(
            "input.performActions", context=self._tab, actions=[{"type": "pointer", "id": "hand", "actions": click}]
        )

    def keys(self, together: str) -> None:
        """Press keys together, and let go of them."""
        pressed = {"type": "key", "id": "keyboard", "actions": strokes(together)}
        self._ask("input.performActions", context=self._tab, actions=[pressed])

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (told := json.loads(self._socket.recv())).get("id") != number:
            pass  # an event, or what nobody waits for
        if told["type"] == "error":
            raise AssertionError(f"{method}: {told['message']}")
        return told["result"]


@contextmanager
def firefox(variables: Mapping[str, str]) -> Iterator[Firefox]:
    """A fresh Firefox without a screen. Raises Lacking."""
    lacking(("firefox-esr",), "firefox-esr")
    folder = Path(tempfile.mkdtemp(prefix="firefox-"))
    (folder / "user.js").write_text(
        "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in QUIET.items())
    )
    told = folder / "told.txt"
    with told.open("w") as log:
        started = subprocess.Popen(
            ("firefox-esr", "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port=0"),
            env={**variables, "MOZ_CRASHREPORTER_DISABLE": "1"},
            stdout=log,
            stderr=log,
        )
    try:
        socket = create_connection(f"{_address(told)}/session", suppress_origin=True, timeout=PATIENCE_S)
        yield Firefox(socket)
        socket.close()
    finally:
        started.terminate()
        started.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _address(told: Path) -> str:
    end = time.monotonic() + PATIENCE_S
    while not (found := LISTENING.search(told.read_text())):
        assert time.monotonic() < end, f"Firefox does not listen: {told.read_text()}"
        time.sleep(0.1)
    return found[1]
