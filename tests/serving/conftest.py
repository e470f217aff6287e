"""`readerapp serve` as operators start it, in front of a site on loopback."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.listening import listening
from tests.serving.running import Serve, Start, free_port


class Site(BaseHTTPRequestHandler):
    """A site whose page /N has N different sentences."""

    def do_GET(self) -> None:
        count = int(self.path[1:].partition("-")[0])
        rows = "".join(
            f"<p>Mening nummer {n} handlar om skolan vid torget, som byggs om i vår.</p>" for n in range(count)
        )
        body = f"<html lang=sv><title>Sida</title><body><main><h1>Sida {self.path}</h1>{rows}</main>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """The address of such a site."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    with listening(site):
        yield f"http://127.0.0.1:{site.server_port}"


@pytest.fixture
def start(origin: str, tmp_path: Path) -> Iterator[Start]:
    """Start `readerapp serve` with these settings; it is ended with the test."""
    with starting(origin, tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def start_once(origin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """The same for tests that leave it as they found it; it is ended with the last of them."""
    with starting(origin, tmp_path_factory.mktemp("served")) as start:
        yield start


@contextmanager
def starting(origin: str, folder: Path) -> Iterator[Start]:
    """Services that keep what they keep in a folder, and are ended with it."""
    begun: list[Serve] = []

    def start(*, ready: bool = True, command: tuple[str, ...] = ("-m", "readerapp.cli"), **settings: object) -> Serve:
        port = free_port()
        given = {
            "PORT": port,
            "OFFLINE": 1,
            "CACHE": folder / "cache",
            "DATABASE": folder / "readerapp.db",
            "REPORTS": folder / "reports",
            "PRIVATE_HOSTS": origin.removeprefix("http://"),
            **{name.upper(): value for name, value in settings.items()},
        }
        variables = os.environ | {f"READERAPP_{name}": str(value) for name, value in given.items()}
        log = folder / f"log{len(begun)}"
        with log.open("wb") as told:
            process = subprocess.Popen([sys.executable, *command, "serve"], env=variables, stdout=told, stderr=told)
        served = Serve(process, port, log)
        begun.append(served)
        if ready:
            served.ready()
        return served

    try:
        yield start
    finally:
        for served in begun:
            served.let_go()
            if served.process.poll() is None:
                served.stop()
