"""What slow clients cost the others, under each server that is to be had.

    python -m benchmarks.serving [--servers readerapp,gthread,…] [--tries N]

Starts the product under each server (`readerapp` is the product's own, and what is tried unless others are named, or
`all`; they are tried where they are installed:
pip install gevent granian waitress hypercorn uvicorn a2wsgi) with two processes of 32 threads where it has such, reads
a page of loopback, and asks for the "about" page again and again, alone and while

- 200 clients have sent half of a request's headers (`headers`), or announced a body and sent none (`bodies`),
- 70 listeners have asked for the MP3 of a finished recording of some megabytes and read nothing of it (`finished`),
- 70 have asked for that of an unfinished one and read nothing of it (`unfinished`),
- all but the second of these at once (`together`): the bar is a median of at most twice the one alone. While a
  recording is being made, "alone" is with one listener to it: its voices work whoever listens.

Prints the ratio of the medians with and without them, taken in turns, and both in ms; `stuck` where a try took five
seconds. Then how
much memory all of them cost the processes, the CPU time of the processes for a range of 100 kB and for the whole file
(the lower the better; of a machine's own kind, to be compared within a run), and whether ranges are right.
"""

import argparse
import http.client
import importlib.util
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

HALF: Final = 200
LISTENERS: Final = 70
PATIENCE: Final = 5.0
ROUNDS: Final = 3
FINISHED_WITHIN: Final = 240
"""Half seconds that a recording may take to be joined when it was heard to its end."""
SETTLED: Final = 5.0
"""Seconds until a page that was opened is being spoken and nothing else."""
PROCESSES, THREADS = 2, 32
BAR: Final = 2.0
NEEDS: Final = {
    "readerapp": "gunicorn",
    "gthread": "gunicorn",
    "gevent": "gevent",
    "granian": "granian",
    "waitress": "waitress",
    "hypercorn": "hypercorn",
    "uvicorn": "a2wsgi",
}


# --- the servers, each in a process of its own that `launch` fills ------------------------------------


def application() -> Any:
    """The product's WSGI application, as the variables wish it."""
    from readerapp.app import create_app  # noqa: PLC0415 - in the process that serves it, after what patches modules

    return create_app()


def asgi() -> Any:
    """The same behind the adapter that is to be had."""
    from a2wsgi import WSGIMiddleware  # noqa: PLC0415 - as above

    return WSGIMiddleware(application(), workers=THREADS)


def _gunicorn(port: int, worker: str) -> None:
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - as above

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        def load_config(self) -> None:
            for name, value in {
                "bind": f"127.0.0.1:{port}",
                "workers": PROCESSES,
                "threads": THREADS,
                "worker_class": worker,
                "keepalive": 15,
                "timeout": 120,
                "loglevel": "error",
            }.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application()

    Server().run()


def _granian(port: int) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415 - as above
    from granian.server import Server  # noqa: PLC0415 - as above

    Server(
        "",
        port=port,
        workers=PROCESSES,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_enabled=False,
    ).serve(target_loader=application, wrap_loader=False)


def _waitress(port: int) -> None:
    from waitress import serve  # noqa: PLC0415 - as above

    serve(application(), listen=f"127.0.0.1:{port}", threads=THREADS * PROCESSES, connection_limit=1000)


def _uvicorn(port: int) -> None:
    import uvicorn  # noqa: PLC0415 - as above

    uvicorn.run(
        "benchmarks.serving:asgi", factory=True, port=port, workers=PROCESSES, log_level="error", timeout_keep_alive=15
    )


def _hypercorn(port: int) -> None:
    import asyncio  # noqa: PLC0415 - as above

    from hypercorn.asyncio import serve  # noqa: PLC0415 - as above
    from hypercorn.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    config.loglevel = "ERROR"
    asyncio.run(serve(application(), config, mode="wsgi"))


def _readerapp(_port: int) -> None:
    from readerapp.cli import main  # noqa: PLC0415 - as above

    sys.argv = ["readerapp", "serve"]
    main()


LAUNCH: Final[dict[str, Callable[[int], None]]] = {
    "readerapp": _readerapp,
    "gthread": lambda port: _gunicorn(port, "gthread"),
    "gevent": lambda port: _gunicorn(port, "gevent"),
    "granian": _granian,
    "waitress": _waitress,
    "hypercorn": _hypercorn,
    "uvicorn": _uvicorn,
}


# --- a running service, and clients ------------------------------------------------------------------


class Site(BaseHTTPRequestHandler):
    """A site with long pages: /3000 has 3000 different sentences."""

    def do_GET(self) -> None:
        number, _, seed = self.path[1:].partition("-")
        rows = "".join(
            f"<p>Mening nummer {n} {seed} handlar om skolan vid torget, som ska byggas om i vår.</p>"
            for n in range(int(number))
        )
        body = f"<html lang=sv><title>Sida</title><body><main><h1>Sida {seed}</h1>{rows}</main>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Service:
    """The product under one server, and what its processes use."""

    def __init__(self, server: str, site: int, cache: Path, log: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        given = {
            "PORT": self.port,
            "OFFLINE": 1,
            "CACHE": cache,
            "PRIVATE_HOSTS": f"127.0.0.1:{site}",
            "PROCESSES": PROCESSES,
            "THREADS": THREADS,
            "PAGES_PER_MINUTE": 1_000_000,
            "SOUNDS_PER_MINUTE": 1_000_000,
        }
        variables = os.environ | {f"READERAPP_{name}": str(value) for name, value in given.items()}
        command = [sys.executable, "-m", "benchmarks.serving", "--launch", server, str(self.port)]
        with log.open("wb") as told:
            self.process = subprocess.Popen(
                command, env=variables, stdout=told, stderr=told, start_new_session=True, cwd=Path.cwd()
            )
        end = time.monotonic() + 60
        while self.ask("/sv/about") is None:
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"{server} does not start:\n{log.read_text()[-2000:]}")
            time.sleep(0.2)
        time.sleep(1)  # the other process

    def ask(
        self, path: str, headers: dict[str, str] | None = None, patience: float = PATIENCE
    ) -> tuple[int, bytes, float] | None:
        """Status, body and seconds; None where there is no answer in time."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read(), time.monotonic() - begun
        except OSError:
            return None
        finally:
            connection.close()

    def family(self) -> list[int]:
        """The processes of the server, the voices' not among them."""
        pids, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            with suppress_gone():
                if b"_worker" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                    pids.append(pid)
                for task in Path(f"/proc/{pid}/task").iterdir():
                    waiting += map(int, (task / "children").read_text().split())
        return pids

    def megabytes(self) -> float:
        """Memory of those processes that is in use."""
        pages = 0
        for pid in self.family():
            with suppress_gone():
                pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6

    def cpu_seconds(self) -> float:
        """CPU time of those processes."""
        ticks = 0
        for pid in self.family():
            with suppress_gone():
                ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self) -> float:
        """End it; the seconds that this took."""
        begun = time.monotonic()
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()
        return time.monotonic() - begun


@contextmanager
def suppress_gone() -> Iterator[None]:
    """A process that ended meanwhile."""
    try:
        yield
    except OSError:
        return


@contextmanager
def held(service: Service, count: int, request: str) -> Iterator[None]:
    """So many clients that have sent this and read nothing."""
    clients = []
    for _ in range(count):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(PATIENCE)
        client.connect(("127.0.0.1", service.port))
        client.sendall(request.encode())
        clients.append(client)
    time.sleep(1)
    try:
        yield
    finally:
        for client in clients:
            client.close()
        time.sleep(1)


def median(service: Service, tries: int) -> float:
    """Milliseconds that a quick page takes; infinite where one is not answered."""
    took = []
    for _ in range(tries):
        answer = service.ask("/sv/about")
        if answer is None:
            return float("inf")
        took.append(answer[2] * 1000)
    return statistics.median(took)


# --- the measurement ---------------------------------------------------------------------------------


def sound(service: Service, address: str) -> str:
    """The address of a page's recording, which is being made from now on."""
    answer = service.ask(f"/sv/read?url={urllib.parse.quote(address, safe='')}", patience=120)
    found = re.search(rb"/audio/[0-9a-f]{64}\.mp3", answer[1]) if answer else None
    if not found:
        raise SystemExit(f"no recording: {answer}")
    return found[0].decode()


def finish(service: Service, path: str) -> int:
    """Hear the recording to its end; its size once it is finished."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=300)
    connection.request("GET", path)
    connection.getresponse().read()
    for _ in range(FINISHED_WITHIN):
        connection.request("HEAD", path)
        answer = connection.getresponse()
        answer.read()
        if answer.getheader("Accept-Ranges") == "bytes":
            return int(answer.getheader("Content-Length") or 0)
        time.sleep(0.5)
    raise SystemExit(f"{path} is not finished")


def cost(service: Service, path: str, headers: dict[str, str], times: int) -> float:
    """CPU milliseconds of the server for one answer, on one connection that is kept."""
    before = service.cpu_seconds()
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    for _ in range(times):
        connection.request("GET", path, headers=headers)
        connection.getresponse().read()
    return (service.cpu_seconds() - before) * 1000 / times


def compared(service: Service, tries: int, *waiting: tuple[int, str]) -> tuple[float, float]:
    """The median without and with such clients, in turns, so that whatever else the machine does hits both."""
    without, within = [], []
    for _ in range(ROUNDS):
        without.append(median(service, tries))
        with ExitStack() as clients:
            for count, request in waiting:
                clients.enter_context(held(service, count, request))
            within.append(median(service, tries))
    return statistics.median(without), statistics.median(within)


def measure(server: str, site: ThreadingHTTPServer, folder: Path, tries: int) -> bool:
    """Print one server's line; whether it stays under the bar. What was started is ended, whatever happens."""
    service = Service(server, site.server_port, folder / server, folder / f"{server}.log")
    try:
        return measured(server, service, f"http://127.0.0.1:{site.server_port}", tries)
    finally:
        service.stop()


def measured(server: str, service: Service, origin: str, tries: int) -> bool:
    """Print the line of a running one; whether it stays under the bar."""
    kept = sound(service, f"{origin}/300")
    size = finish(service, kept)
    finished = (LISTENERS, f"GET {kept} HTTP/1.1\r\nHost: a\r\n\r\n")
    headers = (HALF, "GET /sv/ HTTP/1.1\r\nHost: a\r\nX-a: b\r\n")
    bodies = (HALF, "POST /sv/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
    median(service, tries)
    part = cost(service, kept, {"Range": "bytes=0-99999"}, 200), cost(service, kept, {}, 50)
    told = [server]
    for name, waiting in {"headers": headers, "bodies": bodies, "finished": finished}.items():
        told.append(f"{name} {ratio(*compared(service, tries, waiting))}")
    growing = f"GET {sound(service, f'{origin}/3000-a')} HTTP/1.1\r\nHost: a\r\n\r\n"
    with held(service, 1, growing):
        time.sleep(SETTLED)
        before = service.megabytes()
        told.append(f"unfinished {ratio(*compared(service, tries, (LISTENERS, growing)))}")
        alone, together = compared(service, tries, (LISTENERS, growing), finished, headers)
        with held(service, LISTENERS, growing), held(service, *finished):
            memory = service.megabytes() - before
    told.append(f"together {ratio(alone, together)}")
    told.append(f"memory +{memory:.0f} MB (a file: {size / 1e6:.0f})")
    ranged = service.ask(kept, {"Range": "bytes=100-199"})
    right = ranged is not None and ranged[0] == 206 and len(ranged[1]) == 100
    told.append(f"CPU ms: range {part[0]:.2f}, whole {part[1]:.2f}")
    told += ["ranges right" if right else "RANGES WRONG", f"stopped in {service.stop():.1f} s"]
    print(" | ".join(told), flush=True)
    return together <= BAR * alone


def ratio(alone: float, milliseconds: float) -> str:
    """The median, and how many times the one alone it is."""
    if milliseconds == float("inf"):
        return "stuck"
    return f"×{milliseconds / alone:.2f} ({alone:.1f} → {milliseconds:.1f} ms)"


def main() -> None:
    """Measure the servers that are there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--servers", default="readerapp")
    parser.add_argument("--tries", type=int, default=15)
    parser.add_argument("--launch", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.launch:
        LAUNCH[given.launch[0]](int(given.launch[1]))
        return
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    folder = Path(tempfile.mkdtemp(prefix="serving-"))
    stands = {}
    try:
        for server in LAUNCH if given.servers == "all" else given.servers.split(","):
            if importlib.util.find_spec(NEEDS[server]) is None:
                print(f"{server:<10} not installed", flush=True)
                continue
            stands[server] = measure(server, site, folder, given.tries)
    finally:
        site.shutdown()
        shutil.rmtree(folder)
    sys.exit(not stands.get("readerapp", True))


if __name__ == "__main__":
    main()
