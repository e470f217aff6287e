"""One narration for any number of callers; the nearest sentence first; a second voice when the first one fails."""

import itertools
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from readerapp import audio
from readerapp.errors import EngineFailed, StoreFull
from readerapp.model import Clip, Plan, PlannedUtterance
from readerapp.narration import making, schedule
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.fallbacks import effective, effective_anew
from readerapp.narration.service import NarrationService
from tests.hummer import Hummer, parts_with, plan_of

SENTENCES = tuple(f"Mening nummer {n}." for n in range(20))


class Narrator(NarrationService):
    """The service, asked by plans that were not made by opening a page."""

    def __init__(self, parts: Dependencies, workers: int) -> None:
        super().__init__(parts, workers)
        self.parts = parts

    def clip(self, plan: Plan, number: int, patience: float = 60.0) -> tuple[PlannedUtterance, Clip]:
        return self._making.clip(plan, number, patience)

    def stream(self, plan: Plan) -> Iterator[bytes]:
        return self._making.stream(plan)

    def spoken(self, plan: Plan) -> Plan:
        return effective(plan, self.parts)


@pytest.fixture
def narrators() -> Iterator[Callable[..., Narrator]]:
    made: list[Narrator] = []

    def make(*arguments: Any) -> Narrator:
        made.append(Narrator(*arguments))
        return made[-1]

    yield make
    for narrator in made:
        narrator.close()


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until it is true; fail if it never is."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.005)


def finished(narrator: Narrator, plan: Plan) -> Callable[[], bool]:
    return lambda: narrator.parts.store.sound(narrator.spoken(plan).key) is not None


def test_a_hundred_askers_cost_one_narration(tmp_path: Path, narrators) -> None:
    """Every sentence is spoken once, and every caller hears the same bytes."""
    hummer = Hummer()
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 2), plan_of(parts, *SENTENCES)
    with ThreadPoolExecutor(100) as callers:
        heard = set(callers.map(lambda _: b"".join(narrator.stream(plan)), range(100)))
    assert len(heard) == 1
    assert Counter(hummer.said) == Counter(dict.fromkeys(SENTENCES, 1))


def test_the_joined_file_is_what_was_streamed(tmp_path: Path, narrators) -> None:
    """A finished recording has the streamed bytes, cues that follow each other, and the length of its frames."""
    parts = parts_with(tmp_path, Hummer())
    narrator, plan = narrators(parts, 2), plan_of(parts, *SENTENCES)
    streamed = b"".join(narrator.stream(plan))
    until(finished(narrator, plan))
    recording = parts.store.recording(plan.key)
    assert parts.store.sound(plan.key).path.read_bytes() == streamed
    assert recording.milliseconds == audio.milliseconds(streamed)
    assert [cue.utterance for cue in recording.cues] == list(range(len(SENTENCES)))
    pairs = itertools.pairwise(recording.cues)
    assert all(before.finish <= after.begin < before.finish + 300 for before, after in pairs)
    assert narrator.state(plan.key).complete


def test_the_first_sentence_does_not_wait_for_the_page(tmp_path: Path, narrators) -> None:
    """The first sentence is there while the others still wait for their voice."""
    hummer, others = Hummer(), threading.Event()
    hummer.breaks_at = lambda text: text != SENTENCES[0] and not others.wait(60)
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    assert next(narrator.stream(plan))
    assert hummer.said == [SENTENCES[0]]
    others.set()


def test_a_sentence_that_somebody_waits_for_comes_next(tmp_path: Path, narrators) -> None:
    """A jump to the last sentence is made at once, and work goes on from there."""
    hummer = Hummer()
    hummer.seconds = 0.02
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    narrator.clip(plan, 0)
    narrator.clip(plan, 18)
    assert hummer.said.index(SENTENCES[18]) <= 2
    until(finished(narrator, plan))
    after = hummer.said[hummer.said.index(SENTENCES[18]) :]
    assert after[1] == SENTENCES[19]


def test_pages_take_turns(tmp_path: Path, narrators) -> None:
    """The first sentences of ten pages are all made before the last of the page that was asked for first."""
    hummer = Hummer()
    hummer.seconds = 0.01
    parts = parts_with(tmp_path, hummer)
    narrator = narrators(parts, 1)
    pages = [plan_of(parts, *(f"Sida {page}, {text}" for text in SENTENCES)) for page in range(10)]
    with ThreadPoolExecutor(10) as callers:
        list(callers.map(lambda plan: narrator.clip(plan, 0), pages))
    firsts = [hummer.said.index(f"Sida {page}, {SENTENCES[0]}") for page in range(10)]
    assert max(firsts) < 30


def test_nothing_is_made_ahead_while_a_first_sound_goes_out(tmp_path: Path, narrators, monkeypatch) -> None:
    """Who has just pressed hears before anything is made that nobody waits for; then the page goes on by itself."""
    monkeypatch.setattr(schedule, "GRACE_SECONDS", 0.4)
    hummer = Hummer()
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 2), plan_of(parts, *SENTENCES)
    pressed = time.monotonic()
    narrator.clip(plan, 0)
    until(lambda: len(hummer.said) > 1)
    assert time.monotonic() - pressed >= 0.4
    until(lambda: narrator.state(plan.key).complete)


def test_leaving_the_page_stops_the_work(tmp_path: Path, narrators, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nobody asks any more, what is made stays and the rest is not made."""
    monkeypatch.setattr(schedule, "INTEREST_SECONDS", 0.1)
    hummer = Hummer()
    hummer.seconds = 0.05
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    narrator.clip(plan, 0)
    said = -1
    while len(hummer.said) != said:
        said = len(hummer.said)
        time.sleep(0.5)
    assert 1 <= said < len(SENTENCES)
    assert narrator.state(plan.key).made == said


def test_an_online_voice_is_not_asked_for_more_than_may_be_heard(tmp_path: Path, narrators) -> None:
    """Text is sent away only for the next few sentences."""
    hummer = Hummer(online=True)
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 2), plan_of(parts, *SENTENCES)
    narrator.clip(plan, 0)
    until(lambda: len(hummer.said) == making.ONLINE_AHEAD)
    time.sleep(0.1)
    assert len(hummer.said) == making.ONLINE_AHEAD


def test_the_next_voice_finishes_the_page(tmp_path: Path, narrators) -> None:
    """When a voice fails in the middle, the rest is spoken by the next one, marked provisional, and made anew later."""
    first, second = Hummer("first"), Hummer("second")
    first.breaks_at = lambda text: text == SENTENCES[7]
    parts = parts_with(tmp_path, first, second)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    streamed = b"".join(narrator.stream(plan))
    until(finished(narrator, plan))
    spoken = narrator.spoken(plan)
    assert [planned.voice for planned in spoken.utterances] == ["first:sv"] * 7 + ["second:sv"] * 13
    assert spoken.provisional
    assert spoken.key != plan.key
    assert parts.store.sound(spoken.key).path.read_bytes() == streamed
    assert narrator.state(plan.key).provisional

    first.breaks_at = lambda _text: False
    until(lambda: narrator._making._threads.finished(plan.key))
    assert effective_anew(plan, parts, narrator._making) == plan
    b"".join(narrator.stream(plan))
    until(lambda: parts.store.sound(plan.key) is not None)
    assert not narrator.state(plan.key).provisional
    assert first.said.count(SENTENCES[0]) == 1, "what the first voice had said was not said again"


def test_without_another_voice_the_asker_is_told(tmp_path: Path, narrators) -> None:
    """The failure reaches the caller once, the sentence is not tried for ever, and the next question tries again."""
    hummer, tries = Hummer(), []
    hummer.breaks_at = lambda text: text == SENTENCES[1] and not tries.append(text)
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    narrator.clip(plan, 0)
    with pytest.raises(EngineFailed):
        narrator.clip(plan, 1)
    time.sleep(0.2)
    assert len(tries) <= 2
    hummer.breaks_at = lambda _text: False
    assert narrator.clip(plan, 1)[1].audio


def test_two_failing_voices_do_not_take_turns_for_ever(tmp_path: Path, narrators) -> None:
    """When every voice fails on a sentence, each is tried once and the caller is told at once."""
    first, second, tries = Hummer("first"), Hummer("second"), []
    for hummer in (first, second):
        hummer.breaks_at = lambda text: not tries.append(text)
    parts = parts_with(tmp_path, first, second)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    with pytest.raises(EngineFailed):
        narrator.clip(plan, 0, patience=60)
    assert tries.count(SENTENCES[0]) == 2


def test_a_forbidden_voice_stays_silent_in_an_old_plan(tmp_path: Path, narrators) -> None:
    """A plan that is older than the setting “offline” sends nothing away: the next voice speaks it."""
    online, own = Hummer("online", online=True), Hummer("own")
    parts = parts_with(tmp_path, online, own)
    plan = plan_of(parts, *SENTENCES)
    parts.voices.offline = True
    planned, _ = narrators(parts, 1).clip(plan, 0)
    assert planned.voice == "own:sv"
    assert online.said == []


def test_closing_tells_those_who_wait(tmp_path: Path, narrators) -> None:
    """Whoever waits for a sentence when the house closes is told at once instead of waiting in vain."""
    hummer = Hummer()
    hummer.seconds = 2
    parts = parts_with(tmp_path, hummer)
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    with ThreadPoolExecutor(4) as callers:
        asked = [callers.submit(narrator.clip, plan, number) for number in range(4)]
        time.sleep(0.1)
        narrator.close()
        failed = [future for future in asked if isinstance(future.exception(60), EngineFailed)]
    assert len(failed) >= 3


def test_waiting_keeps_a_page_from_being_forgotten(tmp_path: Path, narrators, monkeypatch) -> None:
    """However many pages are asked for, each caller is answered."""
    monkeypatch.setattr(schedule, "KEPT", 2)
    hummer = Hummer()
    hummer.seconds = 0.02
    parts = parts_with(tmp_path, hummer)
    narrator = narrators(parts, 1)
    pages = [plan_of(parts, *(f"Sida {page}, {text}" for text in SENTENCES)) for page in range(8)]
    with ThreadPoolExecutor(8) as callers:
        assert all(callers.map(lambda plan: narrator.clip(plan, 5, patience=60), pages))


def test_a_full_disk_is_told_and_does_not_stop_the_house(tmp_path: Path, narrators) -> None:
    """StoreFull reaches the caller; with room again the next question succeeds."""
    parts = parts_with(tmp_path, Hummer())
    narrator, plan = narrators(parts, 1), plan_of(parts, *SENTENCES)
    keep = parts.store.keep_clip

    def full(_clip: object) -> None:
        raise StoreFull

    parts.store.keep_clip = full  # type: ignore[assignment]  # fails where it would return
    with pytest.raises(StoreFull):
        narrator.clip(plan, 0)
    assert not list(tmp_path.rglob("*.clip"))
    parts.store.keep_clip = keep
    assert narrator.clip(plan, 0)[1].audio


OTHER = """
import sys
from pathlib import Path
from tests.hummer import Hummer, parts_with, plan_of
from readerapp.narration.making import Making
hummer = Hummer()
hummer.seconds = 0.01
parts = parts_with(Path(sys.argv[1]), hummer)
plan = plan_of(parts, *(f"Mening nummer {n}." for n in range(20)))
narrator = Making(parts, 2)
heard = b"".join(narrator.stream(plan))
narrator.close()
print(len(heard), *sorted(hummer.said), sep="|")
"""


def test_processes_share_a_page_without_saying_anything_twice(tmp_path: Path) -> None:
    """Three processes that narrate one page at the same time say each sentence once between them."""
    others = [
        subprocess.Popen([sys.executable, "-c", OTHER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    answers = [other.communicate(timeout=60)[0].strip().split("|") for other in others]
    assert len({answer[0] for answer in answers}) == 1
    assert Counter(text for answer in answers for text in answer[1:] if text) == Counter(dict.fromkeys(SENTENCES, 1))
