"""A running `readerapp serve`, asked and ended by tests."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Serve:
    """A running service."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    held: list[socket.socket] = field(default_factory=list)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, path: str, headers: dict[str, str] | None = None, method: str = "GET"
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers of an answer; status 0 for none."""
        request = urllib.request.Request(self.root + path, headers=headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read(), dict(answer.headers)
        except urllib.error.HTTPError as problem:
            with problem:
                return problem.code, problem.read(), dict(problem.headers)
        except OSError:
            return 0, b"", {}

    def send(self, request: str, count: int = 1, room: int = 4096) -> list[socket.socket]:
        """So many clients that have sent this, with little room for what they don't read."""
        clients = []
        for _ in range(count):
            client = socket.socket()
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
            client.settimeout(60)
            client.connect(("127.0.0.1", self.port))
            client.sendall(request.encode())
            clients.append(client)
        self.held += clients
        return clients

    def workers(self) -> list[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def ready(self) -> None:
        """Wait until it answers."""
        end = time.monotonic() + 90
        while self.ask("/sv/about")[0] != 200:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end
            time.sleep(0.2)

    def stop(self) -> int:
        """End it as an operator does; its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


Start = Callable[..., Serve]
"""Starts `readerapp serve` with the settings that are given by name."""
