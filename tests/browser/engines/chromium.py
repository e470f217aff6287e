"""Debian's Chromium, by Playwright, with its sound on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Error, Page, Playwright

from .face import PATIENCE_S

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Chromium:
    """One page of a Chromium of its own."""

    name = "chromium"

    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._page.goto(address)

    def back(self) -> None:
        """Go back to the page before."""
        self._page.go_back()

    def run(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function of one argument gives, or what its promise comes to."""
        try:
            return self._page.evaluate(function, argument)
        except Error as fault:
            if "context was destroyed" not in fault.message:
                raise
            self._page.wait_for_load_state()  # the page was left meanwhile
            return self._page.evaluate(function, argument)

    def press(self, selector: str) -> None:
        """A real click in the middle of an element."""
        self._page.locator(selector).first.click()

    def keys(self, together: str) -> None:
        """Press keys together, and let go of them."""
        if len(together) > 1:
            self._page.keyboard.press(together)
        else:
            self._page.keyboard.type(together)  # whatever letter it is


@contextmanager
def chromium(playwright: Playwright, program: str, variables: Mapping[str, str]) -> Iterator[Chromium]:
    """A fresh Chromium without a screen, heard at the device."""
    started = playwright.chromium.launch(
        executable_path=program, args=ARGUMENTS.split(), ignore_default_args=["--mute-audio"], env=dict(variables)
    )
    try:
        page = started.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        yield Chromium(page)
    finally:
        started.close()
