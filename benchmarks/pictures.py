"""Makes the pictures of docs/pages.md: the main states of the pages, as Chromium shows them.

    python -m benchmarks.pictures        (or: make pictures)

Small files: WebP, of windows that people have. Look at them before they are committed.
"""

import base64
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from .own_pages import FLAGS, article, chromium, served

FOLDER = Path(__file__).parents[1] / "docs" / "pages"
QUALITY = 70
DESK, PHONE, ZOOMED = (1000, 700), (320, 640), (500, 350)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        swedish, russian = article(address, "sv"), article(address, "ru")
        take(browser, FOLDER, "first-page", f"{address}/sv/", DESK)
        take(browser, FOLDER, "article-light", swedish, DESK, listen)
        take(browser, FOLDER, "article-dark", russian, DESK, listen, dark=True)
        take(browser, FOLDER, "article-narrow", russian, PHONE, listen)
        take(browser, FOLDER, "article-200-percent", swedish, ZOOMED, listen, scale=2)
        take(browser, FOLDER, "other-language", article(address, "ru", "sv"), PHONE)
        take(browser, FOLDER, "choices", swedish, DESK, choices)
        take(browser, FOLDER, "only-the-text", article(address, "sv", only="text"), DESK)
        take(browser, FOLDER, "left-out", swedish, DESK, left_out, dark=True)
        take(browser, FOLDER, "statement", f"{address}/sv/accessibility", PHONE)
        take(browser, FOLDER, "error", f"{article(address, 'ru')}&readid=x", PHONE, dark=True)
        browser.close()


def take(  # noqa: PLR0913, PLR0917 - each says how the window is
    browser: Browser,
    folder: Path,
    name: str,
    address: str,
    size: tuple[int, int],
    act: Callable[[Page], None] = lambda _page: None,
    *,
    dark: bool = False,
    scale: float = 1,
    state: StorageState | None = None,
) -> None:
    """One window, after something was done in it; `state` is what the browser remembers."""
    context = browser.new_context(
        storage_state=state,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    act(page)
    (folder / f"{name}.webp").write_bytes(picture(page))
    context.close()


def picture(page: Page) -> bytes:
    """What is in the window."""
    page.wait_for_timeout(500)  # what moves has come to rest
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(shot["data"])


def listen(page: Page) -> None:
    """Press, and stop where some sentences have been heard."""
    page.locator("[data-part=listen]").click()
    page.wait_for_function("() => document.querySelector('lyssna-player').getAttribute('state') === 'playing'")
    page.wait_for_timeout(6000)


def choices(page: Page) -> None:
    """Open what can be chosen."""
    page.locator(".options > summary").click()
    page.locator(".options").evaluate("element => element.scrollIntoView()")


def left_out(page: Page) -> None:
    """Open what is not read."""
    page.locator(".skipped summary").click()
    page.locator(".skipped").evaluate("element => element.scrollIntoView()")


if __name__ == "__main__":
    main()
