"""What is heard: in each browser engine the page comes out of the sound device, sentence after sentence."""

import itertools
import time
from collections.abc import Sequence
from math import inf
from statistics import median
from typing import NamedTuple
from urllib.parse import urljoin

import httpx
import pytest

from readerapp.audio import FRAME_MS
from tests.browser.conftest import Reader
from tests.browser.engines import Engine, wait
from tests.browser.light import ALIKE, Lit, Said, Starved, differences, lit, said, watch
from tests.browser.sound import RATE, Device, Samples, find

LISTEN = "lyssna-player [data-part=listen]"
SENTENCE = """() => {
    const [range] = CSS.highlights.get("lyssna-sentence") ?? [];
    return Number(range?.startContainer.parentElement.closest("[data-n]").dataset.n ?? -1);
}"""
PLAYS = "() => document.querySelector('audio').currentTime > 0.1"
TRIES = 8
GAP_S = 0.15
"""How much longer than it asks a pause between two sentences may be."""
APART_S = 0.2
"""How far light and sound may be apart here, as a median; `python -m benchmarks.sync` has bars of milliseconds."""
SOFT = 0.25
"""The volume that is chosen after the first sentence."""
SOFTER = (0.6 * SOFT, 1.6 * SOFT)
"""How loud what follows may be then, beside what came before."""
VOLUME = """(wanted) => {
    const slider = document.querySelector("[data-part=volume]");
    slider.value = wanted;
    slider.dispatchEvent(new Event("input"));
}"""
SHIFT = """(milliseconds) => {
    const usual = window.fetch;
    window.fetch = async (address, options) => {
        const answer = await usual(address, options);
        if (!/[0-9]+\\.json$/.test(String(address))) return answer;
        const told = await answer.json();
        for (const mark of told.marks) for (const at of [2, 3]) mark[at] += milliseconds;
        return Response.json(told);
    };
}"""


def plan_of(engine: Engine) -> str:
    """The address of the plan of the page that is open."""
    return str(engine.run("() => new URL(document.querySelector('lyssna-player').getAttribute('plan'), location).href"))


def sentences_of(plan: str, count: int) -> list[Said]:
    """The first sentences of a plan."""
    return [said(urljoin(plan, str(n))) for n in range(count)]


def keep(reader: Reader, plan: str) -> None:
    """Have the whole recording made."""
    httpx.get(plan.removesuffix("/plan.json") + ".mp3", timeout=60)
    end = time.monotonic() + 60
    while not httpx.get(plan).json()["complete"]:
        assert time.monotonic() < end
        time.sleep(0.1)


def loudness(heard: Samples, wanted: Said) -> float:
    """How loud a sentence was heard, where 1 is as it was made."""
    at = round(find(heard, wanted.sound).at * RATE)
    part = heard[at : at + len(wanted.sound)]
    sound = wanted.sound[: len(part)]
    return float((part * sound).sum() / (sound * sound).sum())


def gaps(heard: Samples, wanted: Sequence[Said]) -> list[float]:
    """How much longer than asked the time from each sentence to the next was; for ever where one was not heard."""
    places = [find(heard, each.sound) for each in wanted]
    if min(place.likeness for place in places) < ALIKE:
        return [inf]
    return [
        after.at - before.at - each.seconds
        for (before, after), each in zip(itertools.pairwise(places), wanted, strict=False)
    ]


def apart(heard: Samples, began: float, words: Sequence[Lit], wanted: Sequence[Said]) -> float:
    """How many seconds light and sound are apart, as a median; for ever where that cannot be told."""
    try:
        found = differences(heard, began, [word for word in words if word.n < len(wanted)], lambda n: wanted[n])
    except Starved:
        return inf
    return abs(median(found)) if found else inf


class Heard(NamedTuple):
    """What came of one listening."""

    gaps: list[float]
    apart: float
    softer: float
    """How loud the last sentence was beside the first one."""

    @property
    def well(self) -> bool:
        """No gap, light and sound together, and as loud as was chosen."""
        without_gap = all(-FRAME_MS / 1000 <= gap <= GAP_S for gap in self.gaps)
        return without_gap and self.apart <= APART_S and SOFTER[0] < self.softer < SOFTER[1]


def listening(engine: Engine, device: Device, sentences: int) -> Heard:
    """Press and hear the first sentences to their end; after the first of them the volume is turned down."""
    plan = plan_of(engine)
    watch(engine)
    engine.run(VOLUME, 1)
    with device.recording() as recorder:
        engine.press(LISTEN)
        wait(engine, PLAYS)
        wait(engine, f"() => ({SENTENCE})() >= 1", seconds=60)
        engine.run(VOLUME, SOFT)
        wait(engine, f"() => ({SENTENCE})() >= {sentences}", seconds=60 + 5 * sentences)
        heard = recorder.stop()
    wanted = sentences_of(plan, sentences)
    softer = loudness(heard, wanted[-1]) / loudness(heard, wanted[0])
    return Heard(gaps(heard, wanted), apart(heard, recorder.began_before, lit(engine), wanted), softer)


def hear(engine: Engine, reader: Reader, device: Device, way: str, sentences: int) -> None:
    """Hear a page well: at the first try, or at a later one, since a busy machine starves the sound server too."""
    tried = []
    for turn in range(TRIES):
        time.sleep(turn)  # what starves the sound may be over by then
        name = f"{engine.name}{way}{sentences}{'abcdefgh'[turn]}"
        engine.open(reader.short(name) if sentences <= 3 else reader.url(name, sentences=sentences))
        if way == "kept":
            keep(reader, plan_of(engine))
            engine.open(str(engine.run("() => location.href")))
        if way == "files":
            engine.run("() => { delete window.MediaSource; delete window.ManagedMediaSource; }")
        tried.append(listening(engine, device, sentences))
        if tried[-1].well:
            return
    pytest.fail(f"{engine.name}, {way}: seconds too many, or not as soft as chosen: {tried}")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("way", ["unread", "kept"])
def test_three_sentences_are_heard_without_a_gap(engine: Engine, reader: Reader, device: Device, way: str) -> None:
    """One press, and three sentences leave the sound device one after the other with the pauses that are asked for.

    Their words are lit as they are said; the volume is what the visitor chose, from when they chose it.
    """
    hear(engine, reader, device, way, 3)


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_light_that_is_late_is_found_out(engine: Engine, reader: Reader, device: Device) -> None:
    """Where the marks that the page gets are shifted by 400 ms the same measure says so."""
    for turn in "abcdef":
        engine.open(reader.short(f"late{turn}"))
        engine.run(SHIFT, 400)
        found = listening(engine, device, 1).apart
        if found < inf:
            break
    assert APART_S < found < inf


FOCUSED = "() => document.activeElement.dataset.part ?? document.activeElement.dataset.n ?? ''"
STATE = "(state) => document.querySelector('lyssna-player').getAttribute('state') === state"
FARTHEST = 20
"""Presses of Tab after which somebody gives up."""


def reach(engine: Engine, place: str) -> None:
    """Press Tab until a part of the player, or a sentence, has the focus."""
    for _ in range(FARTHEST):
        engine.keys("Tab")
        if engine.run(FOCUSED) == place:
            return
    pytest.fail(f"{engine.name}: Tab does not lead to {place}")


LAST = "() => [...document.querySelectorAll('[data-n]')].at(-1)"


def test_keys_in_each_engine(engine: Engine, reader: Reader) -> None:
    """With nothing but keys the page is started, paused, stepped through, stopped, and begun at another sentence.

    When the reading has gone on from the sentence with the focus, Tab leads on from what is read: past a link between.
    """
    engine.open(reader.url(f"{engine.name}keys", sentences=6))
    wait(engine, STATE, "idle")
    reach(engine, "listen")
    engine.keys("Enter")
    wait(engine, STATE, "playing")
    engine.keys("Space")
    wait(engine, STATE, "paused")
    engine.keys("ArrowRight")
    wait(engine, f"() => ({SENTENCE})() === 1")
    engine.keys("Alt+Shift+p")
    wait(engine, STATE, "playing")
    engine.keys("Alt+Shift+s")
    wait(engine, STATE, "idle")
    reach(engine, "1")
    engine.keys("ArrowRight")
    engine.keys("ArrowRight")
    engine.keys("Enter")
    wait(engine, f"() => ({SENTENCE})() === 3")
    wait(engine, STATE, "playing")
    engine.run(f"() => ({LAST})().click()")
    wait(engine, f"() => String(({SENTENCE})()) === ({LAST})().dataset.n")
    assert engine.run(FOCUSED) == "3"
    engine.keys("Tab")
    assert engine.run("() => document.activeElement.matches('.report')")


@pytest.mark.proof
def test_who_comes_back_to_a_page_goes_on_by_a_press(engine: Engine, reader: Reader) -> None:
    """Another page, and the way back: nothing plays by itself, whether the page was kept or not; a press does."""
    engine.open(reader.short(f"{engine.name}back"))
    wait(engine, STATE, "idle")
    engine.press(LISTEN)
    wait(engine, PLAYS)
    engine.open(urljoin(str(engine.run("() => location.href")), "/sv/about"))
    engine.back()
    wait(engine, "() => Boolean(document.querySelector('lyssna-player[state]'))")
    time.sleep(0.5)
    assert engine.run("() => document.querySelector('lyssna-player').getAttribute('state')") in {"idle", "paused"}
    engine.press(LISTEN)
    wait(engine, STATE, "playing")
    wait(engine, PLAYS)


@pytest.mark.proof
@pytest.mark.parametrize("way", ["unread", "kept", "files"])
def test_a_whole_page_is_heard_without_a_gap(engine: Engine, reader: Reader, device: Device, way: str) -> None:
    """The same through thirty sentences; also where no MediaSource takes MP3 and each sentence is a file of its own."""
    hear(engine, reader, device, way, 30)
