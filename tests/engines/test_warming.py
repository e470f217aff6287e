"""Warming is a courtesy: nothing that a voice does in it keeps the service from serving."""

import signal
import threading
from functools import partial
from pathlib import Path

import structlog

from readerapp.engines.contract import Engine, NeedsWarming
from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.gtts import GttsEngine
from readerapp.engines.piper import PiperEngine
from readerapp.engines.remote import RemoteEngine
from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.engines.warming import warm
from readerapp.errors import EngineBusy, EngineFailed
from readerapp.testing import SilentEngine


def test_failures_of_every_kind_are_told_and_nothing_else() -> None:
    """An exception of ours, a stranger's, and an attempt to end the process: each is told, and the others go on."""

    def fail(problem: BaseException) -> None:
        raise problem

    noted: dict[str, BaseException] = {}
    problems = {"ours": EngineFailed(reason="no sound"), "theirs": LookupError("x"), "exit": SystemExit("bye")}
    done = list[int]()
    tasks = {name: partial(fail, problem) for name, problem in problems.items()}
    warm({**tasks, "well": partial(done.append, 1)}, noted.setdefault)
    assert done == [1]
    assert noted == problems


def test_one_that_hangs_is_left_behind() -> None:
    """Serving begins although a voice never ends its warming."""
    gate, noted = threading.Event(), dict[str, BaseException]()
    with structlog.testing.capture_logs() as told:
        warm({"hung": lambda: gate.wait(60)}, noted.setdefault, patience=0.05)
    gate.set()
    assert noted == {}
    assert [(line["event"], line["voice"]) for line in told] == [("not warm yet", "hung")]


def test_a_voice_whose_processes_are_killed_is_logged(tmp_path: Path) -> None:
    """The kernel kills espeak's workers as they start, as it does where memory runs out: told, and over."""
    script = tmp_path / "killed.py"
    script.write_text(f"import os\nos.kill(os.getpid(), {int(signal.SIGKILL)})\n")
    registry = VoiceRegistry({"espeak": EspeakEngine(2, "loader", worker=script)}, ["espeak"])
    with structlog.testing.capture_logs() as told:
        registry.warm({})
    registry.close()
    assert [line["voice"] for line in told] == ["espeak"]
    assert "ended" in told[0]["reason"]
    assert isinstance(told[0]["exc_info"], EngineBusy)


def test_who_needs_it(tmp_path: Path) -> None:
    """An engine declares by its method that it takes a while to start; one without it is not asked."""
    engines: list[Engine] = [EspeakEngine(1, "loader"), GttsEngine(), PiperEngine(tmp_path), SilentEngine()]
    engines.append(RemoteEngine("http://127.0.0.1:1/v1", "m", {"sv": "a"}))
    assert [engine.name for engine in engines if not isinstance(engine, NeedsWarming)] == ["silent"]
    for engine in engines:
        engine.close()
