"""How far the light on a word is from its sound, and the sound from the press, measured at the sound device's monitor.

    python -m benchmarks.sync [--engines chromium firefox webkit] [--sentences 5] [--long]

Real browsers play pages of the real service into a silent sound device whose monitor is recorded; each change of the
lit word is noted with the wall clock. Each sentence's MP3 is found again in the recording, and the service's marks say
where in it each word begins: light minus sound, in milliseconds. At half and double speed it is stretched as browsers
do it, and found by its loudness. Sentences whose sound has holes, as other programs starve it, are counted and left
out.
How far a bare `<audio>`'s own clock (`currentTime`) is from the monitor is measured in the same way in the same browser
and told beside it: so much is the engine's, and not the player's. Light comes with a frame: on a machine that draws one
each 100 ms it is 50 ms late at least, so that is told too, and how exactly the recorder's clock is known. Then the
press: from the click event to the element's `playing` and to the first sound at the monitor, unread and kept, with the
hand over the button before and without, and of a bare `<audio>` with the same sentence.

Bars, of light: in Chromium |median| 25 ms, p95 of |each| 80, drift from the first third to the last 20, and the first
word of an unread page 100; in the others 60 and 150. Of the press, as medians in Chromium: unread 200 ms to the sound
and 120 to `playing`, kept 130 and 80. It ends with 1 where one is missed or cannot be told.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, NamedTuple

import httpx
import numpy as np
from playwright.sync_api import sync_playwright

from tests.browser.engines import Engine, Lacking, chromium, firefox, webkit
from tests.browser.light import Starved
from tests.browser.sound import Device, silent_device

from .light import SPEEDS, Light, Pages, light, own_clock, press, whole
from .narration import Site, free_port, service

ENGINES: Final = ("chromium", "firefox", "webkit")
WAYS: Final = ("kept", "unread", "after a seek and a pause", *SPEEDS)
LONG_SENTENCES: Final = 80
"""More than ten minutes."""
PRESSES: Final = 5


HEAD: Final = (
    f"{'light minus sound, ms':35}words  median      p95         drift       first         own  player's frame clock±"
    " holes"
)


class Bars(NamedTuple):
    """The most that each figure of a way may be, in milliseconds; None: it is told only."""

    median: float
    p95: float
    drift: float | None
    first: float | None


CHROMIUM: Final = Bars(25, 80, 20, 100)
OTHERS: Final = Bars(60, 150, None, None)
PRESS_BARS: Final = {"unread": (120, 200), "kept": (80, 130)}
"""To `playing` and to the sound."""


def told(engine: str, way: str, light: Light, own: float) -> bool:
    """Print a line of the table; whether the bars hold."""
    print(f"{engine:9} {way:25}", end="")
    third = max(1, len(light.found) // 3)
    median = statistics.median(light.found)
    p95 = float(np.percentile(np.abs(light.found), 95))
    drift = statistics.median(light.found[-third:]) - statistics.median(light.found[:third])
    bars = CHROMIUM if engine == "chromium" else OTHERS
    first = bars.first if way == "unread" else None
    found = zip((median, p95, drift, light.found[0]), (bars.median, bars.p95, bars.drift, first), strict=True)
    cells = [
        (f"{value:+.0f}", "" if bar is None else f"≤{bar:.0f}", bar is None or abs(value) <= bar)
        for value, bar in found
    ]
    good = all(held for _, _, held in cells)
    print(f"{len(light.found):5}", *(f"{value:>6} {bar:<5}" for value, bar, _ in cells), end="")
    print(f"{own:+6.0f} {median - own:+8.0f} {light.frame:6.0f} {light.unsure:5.0f} {light.lost:5}", end="")
    print("" if good else "  MISSED", flush=True)
    return good


def presses(engine: Engine, pages: Pages, device: Device, bare: tuple[float, float]) -> bool:
    """Print the lines of the press; whether the bars hold, which are Chromium's."""
    good = True
    print(f"{engine.name:9} press, bare <audio>      playing {bare[0]:4.0f}        sound {bare[1]:4.0f}")
    for page, bars in PRESS_BARS.items():
        for near in (False, True):
            one = partial(press, engine, pages, device, kept=page == "kept", near=near)
            spent = [whole(one) for _ in range(PRESSES)]
            medians = tuple(statistics.median(each) for each in zip(*spent, strict=True))
            held = engine.name != "chromium" or all(value <= bar for value, bar in zip(medians, bars, strict=True))
            good &= held
            hand = "hand near" if near else "at once"
            print(f"{engine.name:9} press, {page:6}, {hand:11}", end="")
            print(f"playing {medians[0]:4.0f} ≤{bars[0]:<4}  sound {medians[1]:4.0f} ≤{bars[1]:<4} ", end="")
            print("" if held else "MISSED", flush=True)
    return good


def measured(engine: Engine, pages: Pages, device: Device, sentences: int, *, long: bool) -> bool:
    """All lines of one engine; whether its bars hold."""
    began = time.monotonic()
    bare = [whole(partial(own_clock, engine, pages, device)) for _ in range(PRESSES)]
    own = statistics.median(behind for behind, _ in bare)
    ways = [(way, sentences) for way in WAYS] + [("kept, ten minutes", LONG_SENTENCES)] * long
    good = []
    for way, count in ways:
        try:
            found = whole(partial(light, engine, pages, device, way, count))
            good.append(told(engine.name, way, found, own))
        except Starved as reason:
            good.append(False)
            print(f"{engine.name:9} {way:25}{reason}, at no try: nothing can be told  MISSED", flush=True)
    alone = [statistics.median(each) for each in zip(*(spent for _, spent in bare), strict=True)]
    good.append(presses(engine, pages, device, (alone[0], alone[1])))
    print(f"{engine.name:9} took {(time.monotonic() - began) / 60:.1f} minutes", flush=True)
    return all(good)


@contextmanager
def browser(name: str, device: Device, program: str) -> Iterator[Engine]:
    """One of the three engines."""
    with ExitStack() as rest:
        if name == "chromium":
            yield rest.enter_context(chromium(rest.enter_context(sync_playwright()), program, device.variables))
        else:
            other: AbstractContextManager[Engine] = (firefox if name == "firefox" else webkit)(device.variables)
            yield rest.enter_context(other)


def attempted(engine: str, pages: Pages, device: Device, given: argparse.Namespace) -> bool:
    """Whether an engine's bars hold. One that breaks off is told; the others are measured all the same."""
    try:
        with browser(engine, device, given.chromium) as started:
            return measured(started, pages, device, given.sentences, long=given.long)
    except (AssertionError, Lacking, Starved, httpx.HTTPError) as reason:
        print(f"{engine:9} broke off: {reason}  MISSED", flush=True)
        return False


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    asked.add_argument("--sentences", type=int, default=5)
    asked.add_argument("--long", action="store_true", help="ten minutes of each engine as well")
    asked.add_argument("--chromium", default="/usr/bin/chromium")
    given: Any = asked.parse_args()
    port = free_port()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory() as name, silent_device() as device:
        folder = Path(name, "cache")
        with service(folder, port, site.server_port):
            pages = Pages(port, site.server_port, folder)
            good = [attempted(engine, pages, device, given) for engine in given.engines]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
