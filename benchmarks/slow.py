"""A visitor on a slow network: when the large button can be pressed, what is asked for until then, and what jumps.

    python -m benchmarks.slow [--runs 5] [--chromium /usr/bin/chromium]

The real service under its own server on loopback; Chromium's network is made 400 ms away and 50 KB a second wide, its
cache empty. The clock is the page's own: `performance.now()` counts from the visit's beginning. The button is usable
when the player has put it in the page, with what it does. It is pressed at once, which tells when there is sound.

Bars, as medians: usable within 2500 ms, one request for the player's script, nothing shifts. It ends with 1 where one
is missed.
"""

import argparse
import statistics
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, Request, sync_playwright

from .narration import Site, free_port, opened, service
from .own_pages import FLAGS

SLOW: Final = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
USABLE_MS, SHIFT = 2500, 0.0005
CHARACTERS: Final = 4000
CLOCK: Final = """
const tell = (name) => { window.told ??= {}; window.told[name] ??= performance.now(); };
new MutationObserver(() => {
    if (document.querySelector("lyssna-player[state] [data-part=listen]")) tell("usable");
}).observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
        if (name === "first-contentful-paint") { window.told ??= {}; window.told.painted = startTime; }
    }
}).observe({ type: "paint", buffered: true });
new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });
window.shifted = 0;
addEventListener("playing", () => tell("sounds"), true);
"""


class Visit(NamedTuple):
    """Milliseconds since its beginning; requests for the player's scripts, all and their size; what shifted."""

    painted: float
    usable: float
    sounds: float
    scripts: int
    requests: int
    kilobytes: float
    shifted: float


def visit(browser: Browser, address: str) -> Visit:
    """Open a page as a new visitor, and press as soon as that is possible."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(CLOCK)
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    sent: list[Request] = []
    page.on("requestfinished", lambda request: sent.append(request))  # noqa: PLW0108 - it writes on its listener
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.told?.usable", timeout=60_000)
    page.wait_for_load_state()
    until_loaded = list(sent)
    page.locator("[data-part=listen]").click()
    page.wait_for_function("() => window.told.sounds", timeout=60_000)
    told, shifted = page.evaluate("() => [window.told, window.shifted]")
    sizes = [request.sizes() for request in until_loaded]
    bodies = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    names = [urlsplit(request.url).path.rsplit("/", 1)[1] for request in until_loaded]
    scripts = sum(name.endswith(".js") and name not in {"early.js", "page.js"} for name in names)
    context.close()
    return Visit(told["painted"], told["usable"], told["sounds"], scripts, len(names), bodies / 1000, shifted)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--chromium", default="/usr/bin/chromium")
    given = asked.parse_args()
    port = free_port()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    good = True
    with (
        tempfile.TemporaryDirectory() as folder,
        service(Path(folder), port, site.server_port),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(FLAGS))
        for language in ("sv", "ru"):
            opened(port, site.server_port, language, f"1/{CHARACTERS}")  # its own site is not slow here
            page = f"http://127.0.0.1:{site.server_port}/{language}/1/{CHARACTERS}"
            address = f"http://127.0.0.1:{port}/{language}/read?{urlencode({'url': page})}"
            visits = [visit(browser, address) for _ in range(given.runs)]
            middle = Visit(*(statistics.median(values) for values in zip(*visits, strict=True)))
            held = middle.usable <= USABLE_MS and middle.scripts == 1 and middle.shifted < SHIFT
            good &= held
            print(f"{language}: painted {middle.painted:.0f} ms, button usable {middle.usable:.0f}, ", end="")
            print(f"sound {middle.sounds:.0f} (of an early press); {middle.scripts:.0f} script of the player, ", end="")
            print(f"{middle.requests:.0f} requests, {middle.kilobytes:.0f} KB; shifted {middle.shifted:.4f}", end="")
            print("" if held else "  MISSED", flush=True)
        browser.close()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
