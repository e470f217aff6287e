"""Plays of the real service in a real browser, each compared with what was heard at the sound device's monitor."""

import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar
from urllib.parse import urlencode

from tests.browser.engines import Engine, wait
from tests.browser.light import Said, Starved, differences, lit, said, watch
from tests.browser.sound import RATE, Device, first_sound

from .monitor import Heard, find_at, listening
from .narration import finished, opened

SPEEDS: Final = {"half speed": 0.5, "double speed": 2.0}
SPED_SENTENCES: Final = 8
"""At another speed at least: by its loudness each sentence is found less exactly, so more of them are asked."""
SOUGHT: Final = 10
"""The sentence after that in which the sound is held for a while, where a seek and a pause are measured."""
MORE: Final = 12
"""Sentences of a page that are not compared, so that its end is never near."""
CHARACTERS: Final = 101
"""Of a sentence, with the space after it."""
TRIES: Final = 4
NEAR_S: Final = 0.5
"""How long a hand is over the button before it presses, where it does not come with the press."""
LISTEN: Final = "lyssna-player [data-part=listen]"
NEAR: Final = f"""() => document.querySelector("{LISTEN}").dispatchEvent(new PointerEvent("pointerenter"))"""
SPEED: Final = """(rate) => {
    const speed = document.querySelector("[data-part=speed]");
    speed.value = String(rate);
    speed.dispatchEvent(new Event("change"));
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
    document.body.append(button, audio);
}"""
REACHED: Final = """(n) => {
    const [range] = CSS.highlights.get("lyssna-sentence") ?? [];
    return Number(range?.startContainer.parentElement.closest("[data-n]")?.dataset.n ?? -1) >= n;
}"""


Found = TypeVar("Found")


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

    def sentence(self, key: str, n: int) -> Said:
        """What is said in a sentence."""
        return said(f"http://127.0.0.1:{self.port}/audio/{key}/{n}")


class Light(NamedTuple):
    """Light minus sound of each word in milliseconds, in order; how exactly that is known; from frame to frame.

    `lost` are the sentences whose sound had holes, as other programs starved it: nothing is told of those.
    """

    found: list[float]
    unsure: float
    frame: float
    lost: int


class Press(NamedTuple):
    """From a press to the element's `playing`, and to the first sound at the monitor, in milliseconds."""

    playing: float
    sound: float


def whole(play: Callable[[], Found]) -> Found:
    """What the first play gives whose sound comes out whole. Raises Starved where other programs starve every one."""
    for _ in range(TRIES - 1):
        with suppress(Starved):
            return play()
    return play()


def light(engine: Engine, pages: Pages, device: Device, way: str, sentences: int) -> Light:
    """Hear some sentences of a page, in one of the ways, and compare."""
    rate = SPEEDS.get(way, 1.0)
    sentences = max(sentences, SPED_SENTENCES) if rate != 1 else sentences
    address, key = pages.fresh(sentences + MORE, kept=way != "unread")
    engine.open(address)
    watch(engine)
    engine.run(SPEED, rate)
    last = sentences + (SOUGHT if way == "after a seek and a pause" else 0)
    with listening(device) as monitor:
        engine.press(LISTEN)
        if last > sentences:
            _seek_and_pause(engine)
        wait(engine, REACHED, last, seconds=60 + 20 * sentences / rate)
        heard = monitor.stop()
    engine.press("[data-part=stop]")
    words = [word for word in lit(engine) if word.n < last]  # a later one is cut off by the recorder's end
    sentence = partial(pages.sentence, key)
    each = [[word for word in words if word.n == n] for n in sorted({word.n for word in words})]
    found, lost = [], 0
    for here in each:
        try:
            found += differences(heard.sound, heard.began, here, sentence, rate, partial(find_at, rate=rate))
        except Starved:
            lost += 1
    if 2 * lost > len(each) or not found:
        raise Starved(f"{lost} of {len(each)} sentences were not heard whole")
    frame = statistics.median(engine.run("() => window.frames"))
    return Light([1000 * each for each in found], heard.unsure * 1000, frame, lost)


def _seek_and_pause(engine: Engine) -> None:
    """Jump into the page, and hold the sound for a while in that sentence; what is lit counts from then on."""
    wait(engine, REACHED, 0)
    engine.run("(n) => document.querySelector(`[data-n='${n}']`).click()", SOUGHT - 1)
    wait(engine, REACHED, SOUGHT - 1)
    engine.run("() => { window.lit = []; }")
    wait(engine, "() => window.lit.length > 3")
    engine.press("[data-part=toggle]")
    time.sleep(1)
    engine.run("() => { window.lit = []; }")
    engine.press("[data-part=toggle]")


def own_clock(engine: Engine, pages: Pages, device: Device) -> tuple[float, Press]:
    """How far a bare element's clock is behind its sound at the monitor, in milliseconds, and its press."""
    address, key = pages.fresh(2, kept=True)
    engine.open(address)
    watch(engine)
    engine.run(BARE, f"http://127.0.0.1:{pages.port}/audio/{key}/0.mp3")
    time.sleep(NEAR_S)
    with listening(device) as monitor:
        engine.press("#bare")
        wait(engine, "() => window.over")
        heard = monitor.stop()
    place = find_at(heard.sound, pages.sentence(key, 0).sound)
    times = [(at, now) for at, now in engine.run("() => window.times") if now > NEAR_S]
    behind = [1000 * (at / 1000 - (heard.began + place.at + now)) for at, now in times]
    return statistics.median(behind), _pressed(engine, heard)


def press(engine: Engine, pages: Pages, device: Device, *, kept: bool, near: bool) -> Press:
    """From a press to its sound, on a page of its own; `near`: the hand was over the button before."""
    address, _ = pages.fresh(2, kept=kept)
    engine.open(address)
    watch(engine)
    time.sleep(NEAR_S)
    with listening(device) as monitor:
        if near:
            engine.run(NEAR)
            time.sleep(NEAR_S)
        engine.press(LISTEN)
        wait(engine, "() => window.lit.length > 1")
        heard = monitor.stop()
    spent = _pressed(engine, heard)
    engine.press("[data-part=stop]")
    return spent


def _pressed(engine: Engine, heard: Heard) -> Press:
    """From the last press to what followed it."""
    moment, playing = (float(each) / 1000 for each in engine.run("() => [window.pressed, window.playing]"))
    from_ = max(0, int((moment - heard.began) * RATE))
    sounded = first_sound(heard.sound[from_:])
    if sounded is None:
        raise Starved("nothing was heard after the press")
    return Press(1000 * (playing - moment), 1000 * (heard.began + from_ / RATE + sounded - moment))
