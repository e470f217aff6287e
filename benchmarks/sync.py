"""How far the light on a word is from its sound, and the sound from the press, measured at the sound device's monitor.

    python -m benchmarks.sync [--engines chromium firefox webkit] [--sentences 5] [--long]

Real browsers play pages of the real service into a silent sound device whose monitor is recorded; each change of the
lit word is noted with the wall clock. Each sentence's MP3 is found again in the recording, and the service's marks say
where in it each word begins: light minus sound, in milliseconds. At half and double speed it is found by its loudness.
How far a bare `<audio>`'s own clock (`currentTime`) is from the monitor is measured in the same way in the same browser
and told beside it; the bars are about what is left when that is taken off, which is what the player adds. Light comes
with a frame: on a machine that draws one each 100 ms it is 50 ms late at least, so that is told too. Then the press:
from the click event to the first sound at the monitor, unread, kept, and of a bare `<audio>` with the same sentence.
`--long` plays ten minutes as well; `make proof` does.

Bars, in Chromium: |median| 25 ms, p95 80, drift 20; in the others 60 and 150. It ends with 1 where one is missed.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

import httpx
import numpy as np
from playwright.sync_api import sync_playwright

from readerapp.audio import decode, milliseconds
from tests.browser.engines import Engine, chromium, firefox, wait, webkit
from tests.browser.sound import RATE, Device, first_sound, silent_device

from .monitor import Heard, find_at, listening
from .narration import Site, finished, free_port, opened, service

ENGINES: Final = ("chromium", "firefox", "webkit")
BARS: Final = {"chromium": (25, 80, 20), "firefox": (60, 150, None), "webkit": (60, 150, None)}
SPEEDS: Final = {"half speed": 0.5, "double speed": 2.0}
SPED_SENTENCES: Final = 8
"""At another speed at least: by its loudness each sentence is found less exactly, so more of them are asked."""
LONG_SENTENCES: Final = 80
"""More than ten minutes."""
PRESSES: Final = 5
CHARACTERS: Final = 101
"""Of a sentence, with the space after it."""
ALIKE: Final = 0.5
WHOLE_S: Final = 0.04
"""A sentence that is heard so much later than the one before it ends was held up on its way to the device."""
UNSURE_S: Final = 0.015
"""A recording whose clock is known less well is thrown away."""
TRIES: Final = 4
LISTEN: Final = "lyssna-player [data-part=listen]"
WATCH: Final = """() => {
    [window.lit, window.frames] = [[], []];
    let [before, drawn] = ["", performance.now()];
    addEventListener("click", ({ timeStamp }) => { window.pressed = performance.timeOrigin + timeStamp; }, true);
    const look = () => {
        const [range] = CSS.highlights.get("lyssna-word") ?? [];
        const sentence = range?.startContainer.parentElement.closest("[data-n]");
        let place = [];
        if (sentence) {
            const until = new Range();
            until.selectNodeContents(sentence);
            until.setEnd(range.startContainer, range.startOffset);
            place = [Number(sentence.dataset.n), [...String(until)].length];
        }
        const now = performance.timeOrigin + performance.now();
        if (sentence && String(place) !== before) window.lit.push([now, ...place]);
        before = String(place);
        window.frames.push(performance.now() - drawn);
        drawn = performance.now();
        requestAnimationFrame(look);
    };
    look();
}"""
BARE: Final = """(address) => {
    const [button, audio] = [document.createElement("button"), new Audio(address)];
    button.id = "bare";
    button.textContent = "bare";
    button.style.cssText = "position: fixed; inset: 100px auto auto 100px; z-index: 9";
    window.times = [];
    const look = () => {
        if (!audio.paused) window.times.push([performance.timeOrigin + performance.now(), audio.currentTime]);
        requestAnimationFrame(look);
    };
    button.addEventListener("click", () => { audio.play(); look(); });
    audio.preload = "auto";
    audio.addEventListener("ended", () => { window.over = true; });
    document.body.append(button);
}"""
REACHED: Final = """(n) => {
    const [range] = CSS.highlights.get("lyssna-sentence") ?? [];
    return Number(range?.startContainer.parentElement.closest("[data-n]")?.dataset.n ?? -1) >= n;
}"""


class Pages:
    """The service and the pages that it reads; each asked for once, unless it is to be heard again."""

    def __init__(self, port: int, site: int, folder: Path) -> None:
        self.port, self.site, self.folder = port, site, folder
        self._salt = 0

    def fresh(self, sentences: int, *, kept: bool) -> tuple[str, str]:
        """The reader's address of a page that nobody has heard, or that is kept whole; and its recording's key."""
        self._salt += 1
        name = f"{self._salt}/{CHARACTERS * sentences}"
        key = opened(self.port, self.site, "sv", name)
        if kept:
            finished(self.port, self.folder, key)
        page = f"http://127.0.0.1:{self.site}/sv/{name}"
        return f"http://127.0.0.1:{self.port}/sv/read?{urlencode({'url': page})}", key

    def sound(self, key: str, n: int) -> str:
        """The address of a sentence's sound."""
        return f"http://127.0.0.1:{self.port}/audio/{key}/{n}.mp3"

    def marks(self, key: str, n: int) -> dict[int, float]:
        """When each word of a sentence begins, in seconds, by its first character."""
        told = httpx.get(f"http://127.0.0.1:{self.port}/audio/{key}/{n}.json", timeout=60).json()
        return {start: begin / 1000 for start, _, begin, _ in told["marks"]}


class Starved(Exception):
    """What was heard has holes in it: the machine had too much else to do."""


class Light(NamedTuple):
    """Light minus sound of each word in milliseconds, in order; how exactly that is known; from frame to frame."""

    found: list[float]
    unsure: float
    frame: float


def tried(engine: Engine, pages: Pages, device: Device, way: str, sentences: int) -> Light | None:
    """The first play whose sound came out whole: where other programs starve the sound device nothing can be told."""
    for _ in range(TRIES):
        try:
            return play(engine, pages, device, way, sentences)
        except Starved:
            continue
    return None


def play(engine: Engine, pages: Pages, device: Device, way: str, sentences: int) -> Light:
    """Hear some sentences of a page, in one of the ways, and compare."""
    rate = SPEEDS.get(way, 1.0)
    sentences = max(sentences, SPED_SENTENCES) if rate != 1 else sentences
    address, key = pages.fresh(sentences + 12, kept=way != "unread")
    engine.open(address)
    engine.run(WATCH)
    engine.run(
        """(rate) => {
            const speed = document.querySelector("[data-part=speed]");
            speed.value = String(rate);
            speed.dispatchEvent(new Event("change"));
        }""",
        rate,
    )
    first, last = (10, 10 + sentences) if way == "after a seek and a pause" else (0, sentences)
    with listening(device) as monitor:
        engine.press(LISTEN)
        if first:
            seek_and_pause(engine, first)
        wait(engine, REACHED, last, seconds=60 + 20 * sentences / rate)
        heard = monitor.stop()
    engine.press("[data-part=stop]")
    if heard.unsure > UNSURE_S:
        raise Starved
    lit = engine.run("() => window.lit")
    frame = statistics.median(engine.run("() => window.frames"))
    return Light(differences(pages, key, heard, lit, rate), heard.unsure * 1000, frame)


def seek_and_pause(engine: Engine, first: int) -> None:
    """Jump into the page, and hold the sound for a while in the sentence before those that are compared."""
    wait(engine, REACHED, 0)
    engine.run("(n) => document.querySelector(`[data-n='${n}']`).click()", first - 1)
    wait(engine, "() => window.lit.length > 3")
    engine.press("[data-part=toggle]")
    time.sleep(1)
    engine.run("() => { window.lit = []; }")
    engine.press("[data-part=toggle]")


def differences(pages: Pages, key: str, heard: Heard, lit: list[list[float]], rate: float) -> list[float]:
    """Light minus sound for each word that was lit. Raises Starved where the sound itself was not whole."""
    found: list[float] = []
    expected = None
    for n in sorted({int(place[1]) for place in lit})[:-1]:  # the last one is cut off by the recorder's end
        words = [(moment / 1000, int(start)) for moment, number, start in lit if number == n]
        from_ = max(0, int((words[0][0] - heard.began - 3) * RATE))
        until = int((words[-1][0] - heard.began + 3) * RATE)
        clip = httpx.get(pages.sound(key, n)).content
        place = find_at(heard.sound[from_:until], decode(clip)[0], rate)
        at = from_ / RATE + place.at
        if place.likeness < ALIKE or abs(at - (expected or at)) > WHOLE_S:
            raise Starved
        expected, marks = at + milliseconds(clip) / 1000 / rate, pages.marks(key, n)
        found += [1000 * (moment - heard.began - at - marks[start] / rate) for moment, start in words if start in marks]
    return found


def own_clock(engine: Engine, pages: Pages, device: Device) -> tuple[float, float]:
    """How far a bare element's clock is behind the monitor, and its press from its sound: both in milliseconds."""
    address, key = pages.fresh(2, kept=True)
    engine.open(address)
    engine.run(WATCH)
    engine.run(BARE, pages.sound(key, 0))
    time.sleep(0.5)
    with listening(device) as monitor:
        engine.press("#bare")
        wait(engine, "() => window.over")
        heard = monitor.stop()
    place = find_at(heard.sound, decode(httpx.get(pages.sound(key, 0)).content)[0], 1)
    times = [(at, now) for at, now in engine.run("() => window.times") if now > 0.3]
    behind = [1000 * (at / 1000 - (heard.began + place.at + now)) for at, now in times]
    return statistics.median(behind), pressed(engine, heard)


def pressed(engine: Engine, heard: Heard) -> float:
    """Milliseconds from the last press to the first sound after it."""
    moment = float(engine.run("() => window.pressed")) / 1000
    from_ = max(0, int((moment - heard.began) * RATE))
    sounded = first_sound(heard.sound[from_:])
    if sounded is None:
        raise SystemExit("nothing was heard after the press")
    return 1000 * (heard.began + from_ / RATE + sounded - moment)


def press(engine: Engine, pages: Pages, device: Device, *, kept: bool) -> float:
    """Milliseconds from a press to its sound, on a page of its own."""
    address, _ = pages.fresh(2, kept=kept)
    engine.open(address)
    engine.run(WATCH)
    time.sleep(0.5)
    with listening(device) as monitor:
        engine.press(LISTEN)
        wait(engine, "() => window.lit.length > 1")
        heard = monitor.stop()
    spent = pressed(engine, heard)
    engine.press("[data-part=stop]")
    return spent


def told(engine: str, way: str, light: Light | None, own: float) -> bool:
    """Print a line; whether the bars hold."""
    if light is None:
        print(f"{engine}, {way}: the sound had holes in {TRIES} tries; nothing is told")
        return False
    added = [found - own for found in light.found]
    third = max(1, len(added) // 3)
    median, p95 = statistics.median(added), float(np.percentile(np.abs(added), 95))
    drift = statistics.median(added[-third:]) - statistics.median(added[:third])
    most, worst, drifts = BARS[engine]
    good = abs(median) <= most and p95 <= worst and (drifts is None or abs(drift) <= drifts)
    print(f"{engine}, {way}: {len(added)} words, light minus sound median {median + own:.0f} ms", end=" ")
    print(f"(clock ±{light.unsure:.0f}, a frame each {light.frame:.0f})", end="; ")
    print(
        f"beyond the engine's own {median:.0f}, |p95| {p95:.0f}, first word {added[0]:.0f}, drift {drift:.0f}", end=""
    )
    print("" if good else "  MISSED", flush=True)
    return good


def measured(engine: Engine, pages: Pages, device: Device, sentences: int, *, long: bool) -> bool:
    """All lines of one engine; whether its bars hold."""
    bare = [own_clock(engine, pages, device) for _ in range(PRESSES)]
    own = statistics.median(behind for behind, _ in bare)
    print(f"{engine.name}: a bare element's clock minus its sound at the monitor, median {own:.0f} ms", flush=True)
    ways = ("kept", "unread", "after a seek and a pause", *SPEEDS)
    good = [told(engine.name, way, tried(engine, pages, device, way, sentences), own) for way in ways]
    if long:
        good.append(told(engine.name, "ten minutes", tried(engine, pages, device, "kept", LONG_SENTENCES), own))
    unread = statistics.median(press(engine, pages, device, kept=False) for _ in range(PRESSES))
    kept = statistics.median(press(engine, pages, device, kept=True) for _ in range(PRESSES))
    alone = statistics.median(spent for _, spent in bare)
    print(f"{engine.name}: press to sound, medians of {PRESSES}: unread {unread:.0f} ms, kept {kept:.0f}, ", end="")
    print(f"a bare <audio> with the same sentence {alone:.0f}")
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


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    asked.add_argument("--sentences", type=int, default=5)
    asked.add_argument("--long", action="store_true")
    asked.add_argument("--chromium", default="/usr/bin/chromium")
    given: Any = asked.parse_args()
    port = free_port()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    good = []
    with tempfile.TemporaryDirectory() as name, silent_device() as device:
        folder = Path(name, "cache")
        with service(folder, port, site.server_port):
            pages = Pages(port, site.server_port, folder)
            for engine in given.engines:
                with browser(engine, device, given.chromium) as started:
                    good.append(measured(started, pages, device, given.sentences, long=given.long))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
