"""A running `readerapp serve`, asked and ended by tests."""

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPMessage
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlencode


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Leave a redirect to whoever asked."""


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


_STAYING = urllib.request.build_opener(_Stay)


@dataclass
class Serve:
    """A running service."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    held: list[socket.socket] = field(default_factory=list)
    path: str = ""
    """Under which it is served."""

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def ask(
        self, path: str, headers: dict[str, str] | None = None, method: str = "GET", form: dict[str, str] | None = None
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, body and headers of an answer, which may be a redirect; status 0 for none."""
        body = urlencode(form).encode() if form else None
        request = urllib.request.Request(self.root + path, body, headers or {}, method="POST" if form else method)
        try:
            with _STAYING.open(request, timeout=60) as answer:
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

    def let_go(self) -> None:
        """The clients that are held leave."""
        while self.held:
            self.held.pop().close()

    def workers(self) -> list[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def voices(self) -> list[int]:
        """The processes of the built-in voice."""
        found: list[int] = []
        for worker in self.workers():
            with suppress(OSError):
                tasks = Path(f"/proc/{worker}/task").glob("*/children")
                children = [int(pid) for path in tasks for pid in path.read_text().split()]
                found += [pid for pid in children if b"espeak_worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        return found

    def ready(self) -> None:
        """Wait until it answers."""
        end = time.monotonic() + 90
        while self.ask("/sv/about")[0] != 200:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end
            time.sleep(0.2)

    def sound(self, page: str) -> str:
        """The folder of a page's sound."""
        found = re.search(rb"/audio/[0-9a-f]{64}\b", self.ask(f"/sv/read?url={quote(page, safe='')}")[1])
        assert found
        return found[0].decode()

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
