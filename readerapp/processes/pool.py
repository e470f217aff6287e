"""Worker processes that are asked over pipes: started when needed, replaced when they hang or die."""

import fcntl
import json
import os
import queue
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import EngineBusy

LENGTH = struct.Struct("<I")
LONGEST_ANSWER = 1 << 30
"""What claims to be longer is no answer."""
PIPE_BYTES = 1 << 20
"""A sentence's samples fit, so that a worker can write them in one step and say the next sentence."""
STARVED = 3
"""How many times its seconds a question may take besides, where the worker found no processor free in those."""
_SCHEDSTAT = 100
"""Bytes that hold its three numbers."""
MAIN = Path(__file__).with_name("main.py")


class WorkerLost(EngineBusy):
    """The worker process died, hung or answered what is no answer."""


class WorkersBusy(EngineBusy):
    """No worker was free in time, or none could be started."""


def worker_command(script: Path, *arguments: str, packages: bool) -> tuple[str, ...]:
    """How to run a script with a function `start(*arguments)` that gives the function to ask.

    Isolated from the user's environment; without `packages`, also from everything installed, which starts faster.
    """
    flags = ("-I",) if packages else ("-I", "-S")
    return (sys.executable, *flags, str(MAIN), str(script), *arguments)


class _Worker:
    """One process. Its standard error goes nowhere, so that it can never block on it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own script, texts go through the pipe
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
        pipes = self._process.stdin, self._process.stdout
        self._in, self._out = (pipe.fileno() for pipe in pipes if pipe is not None)
        os.set_blocking(self._in, False)
        with suppress(OSError):  # more than the system allows: then it is written in more steps
            fcntl.fcntl(self._out, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        self._poll_in, self._poll_out = select.poll(), select.poll()
        self._poll_in.register(self._in, select.POLLOUT)
        self._poll_out.register(self._out, select.POLLIN)

    def ask(self, question: bytes, seconds: float) -> bytearray:
        """One question, packed, and one answer. Raises WorkerLost, after which the worker is of no use."""
        patience = _Patience(seconds, self._process.pid)
        try:
            self._write(question, patience)
            (size,) = LENGTH.unpack(self._read(LENGTH.size, patience))
            if size > LONGEST_ANSWER:
                raise WorkerLost(reason=f"an answer of {size} bytes")
            return self._read(size, patience)
        except OSError as error:
            raise WorkerLost(reason=error) from error

    def stop(self) -> None:
        """End the process; whoever waits for its answer hears that it is lost."""
        self._process.kill()

    def kill(self) -> None:
        """End the process and let go of everything. Nobody may be waiting for its answer."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _write(self, data: bytes, patience: "_Patience") -> None:
        rest = memoryview(data)
        while rest:
            patience.wait(self._poll_in)
            rest = rest[os.write(self._in, rest) :]

    def _read(self, size: int, patience: "_Patience") -> bytearray:
        buffer = bytearray(size)
        rest = memoryview(buffer)
        while rest:
            patience.wait(self._poll_out)
            count = os.readv(self._out, [rest])
            if not count:
                raise WorkerLost(reason=f"the process ended ({self._process.poll()})")
            rest = rest[count:]
        return buffer


class _Patience:
    """How long a process may take over a question; that it found no processor free meanwhile is not its fault."""

    def __init__(self, seconds: float, process: int) -> None:
        self._process = process
        self._end = time.monotonic() + seconds
        self._last = self._end + STARVED * seconds
        self._queued = queued(process)

    def wait(self, poll: select.poll) -> None:
        """Wait for a pipe. Raises WorkerLost."""
        while (seconds := self._left()) > 0:
            if poll.poll(seconds * 1000):
                return
        raise WorkerLost(reason="no answer in time")

    def _left(self) -> float:
        if self._end <= time.monotonic():
            before, self._queued = self._queued, queued(self._process)
            self._end = min(self._end + self._queued - before, self._last)
        return self._end - time.monotonic()


def queued(process: int) -> float:
    """Seconds that a process has waited for a processor in all its life; 0 where the system does not tell."""
    try:
        with open(f"/proc/{process}/schedstat", "rb", buffering=0) as file:  # noqa: PTH123 - asked at every question
            return int(file.read(_SCHEDSTAT).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


class Workers:
    """Up to `count` processes of one command. Safe for threads: each question has a worker to itself.

    `seconds` is the longest that one question may take. A caller who finds all workers at work waits, at
    most `queue_seconds`.
    """

    def __init__(self, command: Sequence[str], count: int, seconds: float, queue_seconds: float = 60.0) -> None:
        self._command = command
        self._seconds = seconds
        self._queue_seconds = queue_seconds
        self._count = count
        self._lock = threading.Lock()
        self._reset()

    def _reset(self) -> None:
        self._owner = os.getpid()
        self._closed = False
        self._all: set[_Worker] = set()
        # The one used last is asked first: its caches are warm. None stands for a worker not started yet.
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(self._count):
            self._idle.put(None)

    @property
    def count(self) -> int:
        """How many there may be."""
        return self._count

    def ask(
        self, question: dict[str, Any], more_seconds: float = 0.0, *, body: bytes = b"", attempts: int = 2
    ) -> tuple[dict[str, Any], bytes]:
        """The facts and the bytes of the answer; a worker that is lost is replaced and, if it may be, asked again."""
        message = {**question, "body_bytes": len(body)} if body else question
        head = json.dumps(message, ensure_ascii=False).encode(errors="replace")
        frame = LENGTH.pack(len(head)) + head + body
        for _ in range(attempts - 1):
            with suppress(WorkerLost):
                return self._ask_one(frame, self._seconds + more_seconds)
        return self._ask_one(frame, self._seconds + more_seconds)

    def _ask_one(self, question: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
        worker = self._take()
        try:
            answer = worker.ask(question, seconds)
            (size,) = LENGTH.unpack_from(answer)
            facts = json.loads(answer[LENGTH.size : LENGTH.size + size])
        except (ValueError, struct.error) as error:
            self._drop(worker)
            raise WorkerLost(reason=error) from error
        except BaseException:
            self._drop(worker)  # Lost, or interrupted in the middle: what it would answer next belongs to nobody.
            raise
        self._idle.put(worker)
        return facts, bytes(memoryview(answer)[LENGTH.size + size :])

    def _take(self) -> _Worker:
        with self._lock:
            if self._owner != os.getpid():
                self._reset()  # After a fork the processes belong to the parent.
        try:
            worker = self._idle.get(timeout=self._queue_seconds)
        except queue.Empty as error:
            raise WorkersBusy(reason="all workers are busy") from error
        return worker or self._start()

    def _start(self) -> _Worker:
        """A new worker in the place that was taken, or the place given back."""
        with self._lock:
            try:
                if not self._closed:
                    worker = _Worker(self._command)
                    self._all.add(worker)
                    return worker
            except OSError as error:
                self._idle.put(None)
                raise WorkersBusy(reason=error) from error
        self._idle.put(None)
        raise WorkersBusy(reason="closed")

    def _drop(self, worker: _Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.kill()
        self._idle.put(None)

    def close(self) -> None:
        """Kill them all, also those at work, whose callers get EngineBusy. Calling it again does nothing."""
        with self._lock:
            if self._owner != os.getpid() or self._closed:
                return
            self._closed = True
            for worker in self._all:
                worker.stop()  # Its pipes stay open: a caller may be waiting on them, and drops it then.
        for idle in [self._idle.get() for _ in range(self._idle.qsize())]:
            if idle is not None:
                self._drop(idle)
            else:
                self._idle.put(None)
