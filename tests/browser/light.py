"""How far the light on a word is from its sound: what the page lit when, against what left the sound device when."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

import httpx

from readerapp.audio import decode, milliseconds
from tests.browser.engines import Engine
from tests.browser.sound import RATE, Place, Samples, find

ALIKE: Final = 0.5
"""How much alike a sentence must be to what was heard; another sentence of the same voice reaches 0.2."""
AROUND_S: Final = 1.5
"""A sentence is looked for from so long before its first lit word until so long after its last one: not as far as its
neighbours, which may be much like it."""
SHORTEST_S: Final = 1.0
"""Less of a sentence than this is not looked for: it could be found in another."""
WATCH: Final = """() => {
    Object.assign(window, { lit: [], frames: [] });
    let [before, drawn] = ["", performance.now()];
    const moment = (name) => ({ timeStamp }) => { window[name] = performance.timeOrigin + timeStamp; };
    addEventListener("click", moment("pressed"), true);
    addEventListener("playing", moment("playing"), true);
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


class Starved(Exception):
    """What was heard has holes in it: the machine had too much else to do."""


class Lit(NamedTuple):
    """A word that was lit: when, in seconds since 1970; its sentence, and where in that it begins."""

    moment: float
    n: int
    start: int


class Said(NamedTuple):
    """A sentence: its sound, how long that lasts in seconds, and when each word begins, by its first character."""

    sound: Samples
    seconds: float
    marks: Mapping[int, float]


def watch(engine: Engine) -> None:
    """Note from now on what is lit, and when."""
    engine.run(WATCH)


def lit(engine: Engine) -> list[Lit]:
    """The words that were lit since, in order."""
    return [Lit(moment / 1000, n, start) for moment, n, start in engine.run("() => window.lit")]


def said(address: str) -> Said:
    """A sentence by its address without the ending: the service's own sound and marks."""
    sound = httpx.get(f"{address}.mp3", timeout=60).content
    told = httpx.get(f"{address}.json", timeout=60).json()
    marks = {start: begin / 1000 for start, _, begin, _ in told["marks"]}
    return Said(decode(sound)[0], milliseconds(sound) / 1000, marks)


def differences(
    heard: Samples,
    began: float,
    words: Sequence[Lit],
    sentence: Callable[[int], Said],
    rate: float = 1,
    find: Callable[[Samples, Samples, float], Place] = find,
) -> list[float]:
    """Light minus sound in seconds for each word; `began` is when the first sample was heard.

    A sentence is looked for from its first word that was lit: before that there may have been a pause.
    Raises Starved where one is not found whole.
    """
    found: list[float] = []
    for n in sorted({word.n for word in words}):
        spoken = sentence(n)
        here = [word for word in words if word.n == n and word.start in spoken.marks]
        cut = spoken.marks[here[0].start] if here else spoken.seconds
        if spoken.seconds - cut < SHORTEST_S:
            continue
        from_ = max(0, int((here[0].moment - began - AROUND_S) * RATE))
        until = int((here[-1].moment - began + AROUND_S) * RATE)
        place = find(heard[from_:until], spoken.sound[int(cut * RATE) :], 2 * AROUND_S)
        if place.likeness < ALIKE:
            raise Starved(f"sentence {n} was not heard whole")
        at = began + from_ / RATE + place.at - cut / rate
        found += [word.moment - at - spoken.marks[word.start] / rate for word in here]
    return found
