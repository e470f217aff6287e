"""A slow network: 400 ms away, 50 KB a second."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import Open, Reader
from tests.browser.shifts import SHIFTS
from tests.browser.test_player import part

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def test_the_player_comes_in_one_request_and_moves_nothing(visit: Open, reader: Reader) -> None:
    """One file holds the whole player, another all its styles; the page does not shift as they come.

    When the button can be pressed on such a network is measured by `python -m benchmarks.slow`.
    """
    page = visit(f"{reader.address}/sv/", SHIFTS)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    sent: list[tuple[str, int]] = []
    page.on("requestfinished", lambda done: sent.append((urlsplit(done.url).path, done.sizes()["responseBodySize"])))
    page.goto(reader.url("slow"))
    expect(part(page, "listen")).to_be_visible()
    scripts = {path.rsplit("/", 1)[1]: size for path, size in sent if path.endswith(".js")}
    assert scripts.keys() <= {"early.js", "page.js", "read.js"}
    assert scripts["read.js"] < 50_000
    assert sum(path.endswith(".css") for path, _ in sent) == 2
    assert page.evaluate("() => window.shifted ?? 0") < 0.0005
