"""A Redis server on loopback for tests: Debian's, with nothing of it on the disk."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.serving.running import free_port


class Redis:
    """A running server that can be ended, and begun again with nothing in it."""

    def __init__(self, program: str) -> None:
        self.port = free_port()
        self._command = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = self.begin()

    @property
    def address(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def begin(self) -> "subprocess.Popen[bytes]":
        """Start it, and wait until it answers."""
        self.process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as asking:
                asking.sendall(b"PING\r\n")
                if asking.recv(5) == b"+PONG":
                    break
            time.sleep(0.05)
        return self.process

    def end(self) -> None:
        """Kill it, whatever state it is in."""
        self.process.kill()
        self.process.wait()


@contextmanager
def redis_server() -> Iterator[Redis]:
    """One that runs; skipped where it is not installed, but not in CI."""
    program = shutil.which("redis-server")
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("redis-server is not installed")
        return
    running = Redis(program)
    try:
        yield running
    finally:
        running.end()
