"""Tests of worker processes that hang, die, lie and outlive: what the caller sees, and what is left behind."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from readerapp.errors import EngineBusy
from readerapp.processes import Workers
from readerapp.processes import pool as room

WORKER = """
import json, os, struct, sys, time
while len(size := sys.stdin.buffer.read(4)) == 4:
    question = json.loads(sys.stdin.buffer.read(*struct.unpack("<I", size)))
    if question.get("die"):
        os._exit(3)
    if question.get("die_once") and not os.path.exists(question["die_once"]):
        open(question["die_once"], "w").close()
        os._exit(3)
    if meeting := question.get("meet"):
        open(os.path.join(meeting, str(os.getpid())), "w").close()
        while len(os.listdir(meeting)) < question["of"]:
            time.sleep(0.01)
    time.sleep(question.get("sleep", 0))
    sys.stderr.write("x" * question.get("chatter", 0))
    head = json.dumps({"pid": os.getpid(), **question}).encode()
    body = struct.pack("<I", len(head)) + head + b"s" * question.get("size", 0)
    body = b"garbage" if question.get("garbage") else body
    sys.stdout.buffer.write(struct.pack("<I", len(body)))
    for i in range(0, len(body), question.get("trickle", len(body))):
        sys.stdout.buffer.write(body[i : i + question.get("trickle", len(body))])
        sys.stdout.buffer.flush()
        time.sleep(0.05 if question.get("trickle") else 0)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A worker that does what the question asks of it."""
    path = tmp_path / "worker.py"
    path.write_text(WORKER)
    return path


@pytest.fixture
def workers(script: Path) -> Iterator[Workers]:
    """Two of them, with all the time that a busy machine may need."""
    with closing(Workers((sys.executable, "-I", "-S", str(script)), 2, 60)) as pool:
        yield pool


def alive(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def wait_until_dead(pid: int) -> None:
    """Fail if it never is; a minute is a net against hanging."""
    deadline = time.monotonic() + 60
    while alive(pid):
        assert time.monotonic() < deadline, f"process {pid} lives on"
        time.sleep(0.01)


def test_a_warm_worker_answers_again(workers: Workers) -> None:
    """The process that answered last is asked next; its answer comes back whole, a megabyte as well."""
    first, _ = workers.ask({"n": 1})
    second, samples = workers.ask({"n": 2, "size": 1 << 20})
    assert first["pid"] == second["pid"]
    assert samples == b"s" * (1 << 20)


def test_a_worker_that_dies_is_replaced_and_asked_again(workers: Workers, tmp_path: Path) -> None:
    """One death costs the caller nothing but time."""
    facts, _ = workers.ask({"die_once": str(tmp_path / "died")})
    assert facts["die_once"]
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize("fault", [{"die": True}, {"garbage": True}])
def test_a_question_that_loses_two_workers_is_given_up(workers: Workers, fault: dict[str, object]) -> None:
    """Death and garbage end as EngineBusy, and the next question works."""
    with pytest.raises(EngineBusy):
        workers.ask(fault)
    assert workers.ask({"n": 3})[0]["n"] == 3


@pytest.mark.parametrize("fault", [{"sleep": 600}, {"size": 100_000, "trickle": 3}])
def test_a_question_that_takes_too_long_is_given_up(script: Path, fault: dict[str, object]) -> None:
    """Hanging and a trickle, which would last for ever, end as EngineBusy."""
    with closing(Workers((sys.executable, "-I", "-S", str(script)), 2, 0.5)) as workers, pytest.raises(EngineBusy):
        workers.ask(fault)


@pytest.mark.parametrize("starved", [1.0, 0.0])
def test_waiting_for_a_processor_does_not_count(script: Path, monkeypatch: pytest.MonkeyPatch, starved: float) -> None:
    """A worker that is late since it found no processor free may take as much longer; one that is just late may not."""
    began = time.monotonic()
    monkeypatch.setattr(room, "STARVED", 100)
    monkeypatch.setattr(room, "queued", lambda _process: starved * (time.monotonic() - began))
    with closing(Workers((sys.executable, "-I", "-S", str(script)), 1, 0.5)) as workers:
        ask = partial(workers.ask, {"sleep": 2}, attempts=1)
        if starved:
            assert ask()[0]["sleep"] == 2
        else:
            with pytest.raises(EngineBusy):
                ask()


def test_the_system_tells_who_waits_for_a_processor() -> None:
    """Of this process it does not shrink; of one that is none it is nothing."""
    before = room.queued(os.getpid())
    assert 0.0 <= before <= room.queued(os.getpid())
    assert room.queued(-1) == 0.0


def test_a_worker_may_complain_without_end(workers: Workers) -> None:
    """A megabyte on standard error does not block it."""
    assert workers.ask({"chatter": 1 << 20})[0]["chatter"] == 1 << 20


def test_as_many_questions_at_once_as_workers(workers: Workers) -> None:
    """Twenty callers share two processes, each gets its own answer, and no third process is started."""
    answers: dict[int, int] = {}

    def ask(number: int) -> None:
        facts, _ = workers.ask({"n": number, "sleep": 0.01})
        assert facts["n"] == number
        answers[number] = facts["pid"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 20
    assert len(set(answers.values())) <= 2


def test_a_killed_worker_is_noticed(workers: Workers) -> None:
    """A worker that was killed while it waited is replaced on the next question."""
    pid = workers.ask({})[0]["pid"]
    os.kill(pid, signal.SIGKILL)
    assert workers.ask({})[0]["pid"] != pid


def test_closing_ends_the_processes_and_those_at_work(script: Path, tmp_path: Path) -> None:
    """After close no process is left, whoever waited for one hears EngineBusy, and close may be called again."""
    pool = Workers((sys.executable, "-I", "-S", str(script)), 4, 60)
    meeting = tmp_path / "meeting"
    meeting.mkdir()
    with ThreadPoolExecutor(3) as callers:
        pids = {facts["pid"] for facts, _ in callers.map(pool.ask, [{"meet": str(meeting), "of": 3}] * 3)}
    assert len(pids) == 3
    failures: list[EngineBusy] = []

    def ask() -> None:
        with pytest.raises(EngineBusy) as caught:
            pool.ask({"meet": str(meeting), "of": 600})
        failures.append(caught.value)

    caller = threading.Thread(target=ask)
    caller.start()
    pool.close()
    caller.join(60)
    pool.close()
    assert failures
    for pid in pids:
        wait_until_dead(pid)
    with pytest.raises(EngineBusy):
        pool.ask({})


def test_workers_do_not_outlive_a_killed_owner(script: Path) -> None:
    """Killing the owner (-9) ends its workers: their standard input ends."""
    code = (
        "import sys; from readerapp.processes import Workers\n"
        f"print(Workers((sys.executable, '-I', '-S', {str(script)!r}), 1, 5).ask({{}})[0]['pid'], flush=True)\n"
        "import time; time.sleep(60)"
    )
    owner = subprocess.Popen((sys.executable, "-c", code), stdout=subprocess.PIPE)
    assert owner.stdout is not None
    pid = int(json.loads(owner.stdout.readline()))
    assert alive(pid)
    owner.kill()
    owner.wait()
    owner.stdout.close()
    wait_until_dead(pid)


def test_a_command_that_does_not_exist_is_a_failure(tmp_path: Path) -> None:
    """And it is one again on the next question: the place in the pool is not lost."""
    with closing(Workers((str(tmp_path / "nothing"),), 1, 1, queue_seconds=1)) as pool:
        for _ in range(3):
            with pytest.raises(EngineBusy):
                pool.ask({})
