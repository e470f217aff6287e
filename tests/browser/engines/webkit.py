"""Debian's WebKitGTK, the engine of Safari, by its own WebDriver on a screen that nobody sees."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from .face import PATIENCE_S, Lacking, lacking, strokes

PACKAGES = "webkit2gtk-driver gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-libav xvfb"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name under which WebDriver hands over an element."""


class WebKit:
    """One window of WebKitGTK's small browser."""

    name = "webkit"

    def __init__(self, driver: httpx.Client, browser: Path) -> None:
        self._driver = driver
        wanted = {"webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        self._session = ""
        self._session = "/" + self._ask("", capabilities={"alwaysMatch": wanted})["sessionId"]
        self._ask("/timeouts", script=PATIENCE_S * 1000)

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._ask("/url", url=address)

    def back(self) -> None:
        """Go back to the page before."""
        self._ask("/back")

    def run(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function of one argument gives, or what its promise comes to."""
        value, fault = self._ask(
            "/execute/async",
            script=f"""const told = arguments[0];
            (async () => JSON.stringify(await ({function})({json.dumps(argument)})) ?? "null")()
                .then((value) => told([value, null]), (fault) => told([null, String(fault)]));""",
            args=[],
        )
        if fault:
            raise AssertionError(fault)
        return json.loads(value)

    def press(self, selector: str) -> None:
        """A real click in the middle of an element."""
        found = self._ask("/element", using="css selector", value=selector)
        self._ask(f"/element/{found[ELEMENT]}/click")

    def keys(self, together: str) -> None:
        """Press keys together, and let go of them."""
        self._ask("/actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes(together)}])

    def close(self) -> None:
        """End the browser."""
        self._driver.delete(f"/session{self._session}")

    def _ask(self, path: str, **told: Any) -> Any:
        answer = self._driver.post(f"/session{self._session}{path}", json=told).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{path}: {answer['error']}: {answer['message']}")
        return answer


@contextmanager
def webkit(variables: Mapping[str, str]) -> Iterator[WebKit]:
    """A fresh WebKit on a screen of its own. Raises Lacking."""
    lacking(("WebKitWebDriver", "Xvfb"), PACKAGES)
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    if not browsers:
        raise Lacking(f"WebKitGTK's MiniBrowser not installed (apt-get install {PACKAGES})")
    with _screen() as screen, _driver({**variables, "DISPLAY": screen}) as driver:
        window = WebKit(driver, browsers[-1])
        try:
            yield window
        finally:
            window.close()


@contextmanager
def _driver(variables: Mapping[str, str]) -> Iterator[httpx.Client]:
    """WebKit's WebDriver on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    apart = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    started = subprocess.Popen(
        ("WebKitWebDriver", f"--port={port}"),
        env={**variables, **apart},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=2 * PATIENCE_S, trust_env=False) as driver:
            _listening(port)
            yield driver
    finally:
        started.terminate()
        started.wait()


def _listening(port: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                return
        assert time.monotonic() < end, "WebKit's driver does not listen"
        time.sleep(0.05)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"),
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()
