"""How far a recording has come costs the same to tell for a long page, and every process says the same."""

import sys
import threading
from pathlib import Path

import pytest

from readerapp import cli
from readerapp.model import Plan
from readerapp.narration import recordings
from readerapp.narration.making import Making
from readerapp.narration.progress import Progress
from readerapp.narration.service import NarrationService
from readerapp.store.kinds import PROGRESS
from readerapp.store.store import Store
from tests.hummer import Hummer, parts_with, plan_of


def calls_of_state(folder: Path, sentences: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the store's objects are asked when the state is told, once it has been told before."""
    parts = parts_with(folder, Hummer())
    plan = plan_of(parts, *(f"Mening nummer {n}." for n in range(sentences)))
    parts.store.keep_plan(plan)
    service = NarrationService(parts, 1)
    try:
        service.sentence(plan.key, 0)
        service.state(plan.key)
        asked = 0
        objects = parts.store.objects
        for name in ("get", "has", "put", "address", "touch"):
            honest = getattr(objects, name)

            def counted(*given: object, honest=honest):
                nonlocal asked
                asked += 1
                return honest(*given)

            monkeypatch.setattr(objects, name, counted)
        assert service.state(plan.key).made >= 1
        return asked
    finally:
        service.close()


def test_the_state_of_a_long_page_costs_what_that_of_a_short_one_does(tmp_path: Path, monkeypatch) -> None:
    """A hundred sentences or two thousand: the store is asked equally often, and not often."""
    short, long = (calls_of_state(tmp_path / str(n), n, monkeypatch) for n in (100, 2000))
    assert short == long < 12


def test_another_process_says_the_same(tmp_path: Path) -> None:
    """What one process has made is told by another, also of sentences that were made for other pages before."""
    parts, others = (parts_with(tmp_path, Hummer()) for _ in range(2))
    narrator, other = Making(parts, 1), Making(others, 1)
    try:
        first = plan_of(parts, "Ett.", "Två.")
        narrator.clip(first, 0)
        assert next(iter(narrator.stream(first)))
        narrator.clip(first, 1)
        assert narrator.made(first) == other.made(first) == 2
        second = plan_of(parts, "Två.", "Tre.", "Fyra.")
        assert other.made(second) == narrator.made(second) == 1
    finally:
        narrator.close()
        other.close()


def test_reading_a_page_joins_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`readerapp read` writes the recording's file once, whoever of its threads comes first."""
    page = tmp_path / "page.html"
    body = "".join(f"<p>Mening nummer {n} på sidan handlar om skolor och vård.</p>" for n in range(8))
    page.write_text(f"<html lang=sv><title>Möte</title><main><article><h1>Möte</h1>{body}</article></main></html>")
    joined: list[str] = []
    honest = recordings._joined
    monkeypatch.setattr(recordings, "_joined", lambda plan, using: (joined.append(plan.key), honest(plan, using))[1])
    monkeypatch.setenv("READERAPP_OFFLINE", "1")
    for run in range(5):
        monkeypatch.setenv("READERAPP_CACHE", str(tmp_path / f"cache{run}"))
        monkeypatch.setattr(sys, "argv", ["readerapp", "read", str(page), "-o", str(tmp_path / "page.mp3")])
        cli.main()
        assert len(joined) == run + 1
        assert Store(tmp_path / f"cache{run}").sound(joined[-1])


def test_marks_of_several_processes_are_all_kept(tmp_path: Path) -> None:
    """Two that note what they made at the same time, from the first sentence on, write over none of each other's."""
    parts, others = (parts_with(tmp_path, Hummer()) for _ in range(2))
    for turn in range(20):
        plan = plan_of(parts, *(f"Mening {n} av varv {turn}." for n in range(40)))
        begin = threading.Barrier(4)

        def note(progress: Progress, first: int, plan: Plan = plan, begin: threading.Barrier = begin) -> None:
            begin.wait()
            for number in range(first, 40, 4):
                progress.mark(plan, number)

        one, other = Progress(parts), Progress(others)
        threads = [threading.Thread(target=note, args=(who, n)) for n, who in enumerate((one, other, one, other))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert one.count(plan) == other.count(plan) == 40


def test_what_was_noted_and_pruned_is_noted_again(tmp_path: Path) -> None:
    """Where the list is gone, the next sentence begins another one, of all the clips that are there."""
    parts = parts_with(tmp_path, Hummer())
    plan = plan_of(parts, "Ett.", "Två.", "Tre.")
    making = Making(parts, 1)
    try:
        for number in range(3):
            making.clip(plan, number)
        progress = Progress(parts)
        parts.store.forget(PROGRESS, plan.key)
        progress.mark(plan, 1)
        assert progress.count(plan) == 3
    finally:
        making.close()
