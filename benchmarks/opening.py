"""Opening a page that is known: requests a second, against a bare Flask answer of the same bytes on the same server.

    python -m benchmarks.opening [--seconds 4] [--runs 5] [--paragraphs 12]

The real service on loopback, 32 clients; needs `wrk`, and says so where it lacks. The peer is a Flask app with one view
that returns the bytes of the very answer that the service gave, under the same server with the same settings; both are
asked by turns in one run, with and without compression, and the ratio of their medians is told. So is how much more it
costs to say how far a page of 3,000 sentences has come than one of 100. Ends with 1 where a bar is missed.
"""

import argparse
import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .narration import free_port, running, service

CLIENTS = 32
WANTED = 0.25
FEW, MANY = 100, 3_000
SAME = 1.5
"""How many times as much the state of the longer page may cost; to count its sentences would cost thirty times."""
SENTENCE = "Region Sörmland och Leningrad oblast möttes för gång nummer {n} och talade om skolor, vård och miljö. "
BARE = """
import sys
from pathlib import Path
from readerapp.cli import serve
from readerapp.web import compression
from flask import Flask, Response
body = Path(sys.argv.pop(1)).read_bytes()

class Nothing:
    def close(self): pass
    def warm(self): pass

class Services:
    narration = Nothing()

def bare(_settings):
    app = Flask("bare")
    app.extensions["services"] = Services()
    compression.install(app)
    @app.get("/")
    @app.get("/sv/read")
    def page():
        return Response(body, mimetype="text/html")
    return app

serve.create_app = bare
sys.argv[1:] = ["serve"]
from readerapp.cli import main
main()
"""


class Site(BaseHTTPRequestHandler):
    """The address /N is an article of N paragraphs, each of two sentences."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = article(int(self.path.removeprefix("/")))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def article(paragraphs: int) -> bytes:
    text = "".join(f"<p>{SENTENCE.format(n=3 * n)}{SENTENCE.format(n=3 * n + 1)}</p>" for n in range(paragraphs))
    head = '<html lang="sv"><title>Möte i Nyköping</title><body><main><article><h1>Möte i Nyköping</h1>'
    return f"{head}{text}</article></main></body></html>".encode()


def get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        sys.exit(f"{path}: {answer.status} {body[:300]!r}")
    connection.close()
    return body


def rate(port: int, path: str, seconds: int, *, compressed: bool) -> float:
    """Requests a second that are answered with 200."""
    accepted = ["-H", "Accept-Encoding: gzip"] if compressed else []
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}", "-H", "Accept: text/html", *accepted]
    said = subprocess.run([*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=True)
    if "Non-2xx" in said.stdout:
        sys.exit(said.stdout)
    return float(said.stdout.partition("Requests/sec:")[2].split()[0])


@contextmanager
def both(folder: Path, site: int, paragraphs: int) -> Iterator[tuple[int, int, str]]:
    """The service and the peer: their ports, and the path to ask both for."""
    ours, bare = free_port(), free_port()
    path = reading(site, paragraphs)
    with service(folder / "cache", ours, site):
        answer = folder / "answer.html"
        answer.write_bytes(get(ours, path))
        settings = {"READERAPP_PORT": str(bare), "READERAPP_CACHE": str(folder / "other")}
        with running([sys.executable, "-c", BARE, str(answer)], bare, settings):
            yield ours, bare, path


def reading(site: int, paragraphs: int) -> str:
    """The path of the service that opens such a page."""
    return f"/sv/read?url={urllib.parse.quote(f'http://127.0.0.1:{site}/{paragraphs}', safe='')}"


def medians(asks: Mapping[str, Callable[[], float]], runs: int) -> list[float]:
    """The medians of what each gives, asked by turns."""
    rates: dict[str, list[float]] = {name: [] for name in asks}
    for _ in range(runs):
        for name, ask in asks.items():
            rates[name].append(ask())
    return [statistics.median(each) for each in rates.values()]


def opened(ports: tuple[int, int], path: str, seconds: int, runs: int) -> bool:
    """Whether our rate is near enough to the peer's; told, with and without compression."""
    ratios = []
    for compressed in (False, True):
        asks = {str(port): partial(rate, port, path, seconds, compressed=compressed) for port in ports}
        mine, peer = medians(asks, runs)
        ratios.append(mine / peer)
        how = "compressed" if compressed else "as it is"
        print(f"{how}: {mine:.0f}/s, bare Flask {peer:.0f}/s, ratio {mine / peer:.2f} (wanted {WANTED})", flush=True)
    return min(ratios) >= WANTED


def stated(port: int, site: int, seconds: int, runs: int) -> bool:
    """Whether the state of a page costs the same whatever its length; told."""
    asks = {}
    for sentences in (FEW, MANY):
        folder = re.search(rb"/audio/[0-9a-f]{64}\b", get(port, reading(site, sentences // 2)))
        if folder is None:
            sys.exit("the page has no sound")
        asks[str(sentences)] = partial(rate, port, f"{folder[0].decode()}/state.json", seconds, compressed=False)
    few, many = medians(asks, runs)
    print(f"state.json: {few:.0f}/s of {FEW} sentences, {many:.0f}/s of {MANY}, {few / many:.2f} x (wanted {SAME})")
    return few / many <= SAME


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=int, default=4)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--paragraphs", type=int, default=12)
    given = arguments.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed (on Debian: apt-get install wrk)")
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    port = site.server_port
    with tempfile.TemporaryDirectory() as name, both(Path(name), port, given.paragraphs) as (ours, bare, path):
        fine = [opened((ours, bare), path, given.seconds, given.runs), stated(ours, port, given.seconds, given.runs)]
    sys.exit(not all(fine))


if __name__ == "__main__":
    main()
