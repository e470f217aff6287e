"""What a listener waits for: from the press to the sound in Chromium, and when a hundred ask at once.

    python -m benchmarks.listening [--runs 20] [--chromium /usr/bin/chromium]

The real service under gunicorn on loopback. Pages of 20,000 characters, each opened fresh by a new visitor; the time
runs from the button's click event to the audio element's `playing`, inside the browser. Then 100 callers for the first
sentences of 20 unread pages at once, beside a lone caller for other pages in the same run; each sentence that the voice
speaks is counted, to see that none is spoken twice.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import threading
import time
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from .narration import Site, finished, free_port, opened, plan_of, service

CALLERS, PAGES, LONE = 100, 20, 20
FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
CLOCK = """
addEventListener("click", event => { globalThis.pressed ??= event.timeStamp }, true);
addEventListener("playing", event => { globalThis.sounded ??= event.timeStamp }, true);
"""
COUNTING = """
import os, sys
from readerapp.engines.espeak import EspeakEngine
from readerapp.cli import main
tally = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
speak = EspeakEngine.speak
def counted(engine, spoken, voice):
    os.write(tally, b".")
    return speak(engine, spoken, voice)
EspeakEngine.speak = counted
main()
"""


def press(browser: Browser, address: str) -> float:
    """Milliseconds from the click to `playing`."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(CLOCK)
    page.goto(address)
    page.wait_for_timeout(300)
    page.locator("[data-part=listen]").click()
    page.wait_for_function("() => globalThis.sounded")
    spent = page.evaluate("() => globalThis.sounded - globalThis.pressed")
    context.close()
    return float(spent)


def pressing(port: int, site: int, folder: Path, chromium: str, runs: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS), chromium_sandbox=False)
        for language in ("sv", "ru"):
            unread, kept = [], []
            for run in range(runs + 1):
                key = opened(port, site, language, 5000 + run)
                address = f"http://127.0.0.1:{port}/sv/read?url=http://127.0.0.1:{site}/{language}/{5000 + run}"
                unread.append(press(browser, address))
                finished(port, folder, key)
                kept.append(press(browser, address))
            # The browser's very first page is not counted: it is the browser that is cold.
            for name, times in (("unread", unread[1:]), ("kept", kept[1:])):
                print(f"{language}: press to playing, {name}: median {statistics.median(times):.0f} ms", end="")
                print(f" (max {max(times):.0f}, {len(times)} pages)")
        browser.close()


async def ask(port: int, key: str) -> float:
    """Milliseconds from the question to the first byte of MP3."""
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /audio/{key}/0.mp3 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        sys.exit(head.decode())
    await reader.readexactly(1)
    spent = 1000 * (time.perf_counter() - begun)
    await reader.read()
    writer.close()
    return spent


async def together(port: int, keys: list[str]) -> list[float]:
    return list(await asyncio.gather(*(ask(port, key) for key in keys)))


def crowd(port: int, site: int, folder: Path, tally: Path) -> None:
    lone = []
    for salt in range(LONE):
        key = opened(port, site, "sv", 7000 + salt)
        time.sleep(0.1)
        lone.append(asyncio.run(ask(port, key)))
        finished(port, folder, key)
    keys = [opened(port, site, ("sv", "ru")[salt % 2], 8000 + salt) for salt in range(PAGES)]
    before = tally.stat().st_size
    waits = sorted(asyncio.run(together(port, keys * (CALLERS // PAGES))))
    for key in keys:
        finished(port, folder, key)
    spoken = tally.stat().st_size - before
    clips = len({planned.clip for key in keys for planned in plan_of(folder, key).utterances})
    alone, worst = statistics.median(lone), waits[int(len(waits) * 0.99) - 1]
    print(f"lone caller: first byte median {alone:.1f} ms (max {max(lone):.1f})")
    print(f"{CALLERS} callers, {PAGES} pages: median {statistics.median(waits):.1f} ms, ", end="")
    print(f"p99 {worst:.1f} ms = {worst / alone:.1f} x the lone caller's")
    print(f"sentences spoken {spoken}, different sentences {clips}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=20)
    arguments.add_argument("--chromium", default="/usr/bin/chromium")
    given = arguments.parse_args()
    port = free_port()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as name:
        folder, tally = Path(name, "cache"), Path(name, "tally")
        with service(folder, port, site.server_port, ("-c", COUNTING, str(tally))):
            crowd(port, site.server_port, folder, tally)
            pressing(port, site.server_port, folder, given.chromium, given.runs)


if __name__ == "__main__":
    main()
