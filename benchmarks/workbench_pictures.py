"""Makes the pictures of docs/translators.md: the workbench as a translator sees it in Chromium.

    python -m benchmarks.workbench_pictures        (or: make pictures)

On a folder of translations of its own, so that nothing of the project's is written. Look at them before they are
committed.
"""

import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import structlog
from playwright.sync_api import Browser, Page, StorageState, sync_playwright
from werkzeug.serving import make_server

from readerapp.app import create_app
from readerapp.settings import Settings

from .own_pages import FLAGS, chromium
from .pictures import take

FOLDER = Path(__file__).parents[1] / "docs" / "translators"
DESK, PHONE = (1000, 700), (320, 640)
WORDS = "fyra blå hästar i dimma"
NO_VOICE = "There is no voice called"
ELSEWHERE = "Somebody else changed this word"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with served() as (address, invitation), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        inside = joined(browser, invitation)
        for name, path, size, act, dark in (
            ("languages", "sv/translate/", DESK, still, False),
            ("list", f"sv/translate/sv/?q={quote('röst')}", DESK, still, False),
            ("text", f"sv/translate/sv/?q={quote(NO_VOICE)}", DESK, mistaken, False),
            ("text-narrow", f"ru/translate/ru/?q={quote(NO_VOICE)}", PHONE, mistaken, True),
            ("word", f"ru/translate/ru/words?word={quote('Гатчина')}", DESK, still, False),
            ("account", "sv/translate/account", DESK, still, True),
            ("lit", f"sv/translate/sv/?q={quote(ELSEWHERE)}", DESK, shown, False),
        ):
            take(browser, FOLDER, name, f"{address}/{path}", size, act, dark=dark, state=inside)
        browser.close()


@contextmanager
def served() -> Iterator[tuple[str, str]]:
    """The address of the service, by the name that browsers give passkeys to, and a link for a translator."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = create_app(
            Settings(
                page_workers=0,
                cache=folder / "cache",
                reports=folder / "reports",
                translations=folder / "translations",
                database=str(folder / "readerapp.db"),
                offline=True,
                voices=("espeak",),
            )
        )
        services = app.extensions["services"]
        server = make_server("localhost", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://localhost:{server.server_port}"
        try:
            yield address, f"{address}/translate/invitation/{services.room().accounts.add('Åsa Öberg', ['*'])}"
        finally:
            server.shutdown()
            server.server_close()
            services.narration.close()
            services.room().database.close()


def joined(browser: Browser, invitation: str) -> StorageState:
    """What a browser remembers of somebody who has used the link."""
    context = browser.new_context(locale="sv")
    page = context.new_page()
    page.goto(invitation)
    page.fill("#passphrase", WORDS)
    page.keyboard.press("Enter")
    page.wait_for_selector(".standings")
    remembered = context.storage_state()
    context.close()
    return remembered


def still(_page: Page) -> None:
    """Do nothing."""


def mistaken(page: Page) -> None:
    """Open the first text of the list and leave its placeholder out."""
    page.locator(".texts a").first.click()
    page.fill("#form0", "Det finns ingen sådan röst." if "/sv/translate/sv/" in page.url else "Такого голоса нет.")
    page.wait_for_selector("#said0 .wrong")


def shown(page: Page) -> None:
    """Open the first text of the list, and the page that it is lit on."""
    page.locator(".texts a").first.click()
    page.locator(".places a").first.click()
    page.wait_for_selector("#lit")


if __name__ == "__main__":
    main()
