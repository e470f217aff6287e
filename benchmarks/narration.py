"""How long until the first sound, how fast a whole page, how fast a kept recording: ratios against the bare parts.

    python benchmarks/narration.py [--runs 15]

Everything goes through the real service under gunicorn on loopback. The peers, in the same run and by turns:
- the bare espeak-ng library, the same build, in this process, in a loop over the same sentences, and lameenc: once to
  the encoding that the service makes (24 kHz, by way of soxr), and once at 22,050 Hz as the library gives it, which
  is less to encode and nothing to resample; neither trims, levels or keeps anything, nor knows when a word is said;
- a Flask app of four lines that sends the same file, under the same server with the same settings (needs `wrk`).
"""

import argparse
import ctypes
import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import lameenc
import numpy as np
import soxr

from readerapp.audio.encoding import RATE
from readerapp.engines.espeak_builds import find_build
from readerapp.model import Plan
from readerapp.store import Store

CORES = os.cpu_count() or 1
SENTENCE = {
    "sv": "Region Sörmland och Leningrad oblast möttes för gång nummer {n} och talade om skolor, vård och miljö. ",
    "ru": "Встреча номер {n} прошла в Выборге, и участники говорили о школах, здравоохранении и природе. ",
}
HEADLINE = {
    "sv": "Sörmland och Leningrad oblast förlänger samarbetet, möte {n}",
    "ru": "Ленинградская область и Сёрмланд продолжат работу, встреча {n}",
}
CHARACTERS = 20_000


class Bare:
    """The library by itself: samples out of `espeak_Synth`, MP3 out of lameenc."""

    def __init__(self) -> None:
        build = find_build(None)
        if build is None:
            sys.exit("no espeak-ng")
        self.rates = build.rates
        self.library = ctypes.CDLL(str(build.library))
        self.rate = self.library.espeak_Initialize(2, 200, str(build.data).encode(), 0)
        self.chunks: list[bytes] = []
        self.language = ""
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
        self.callback = kind(self._collect)
        self.library.espeak_SetSynthCallback(self.callback)

    def _collect(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, _events: int) -> int:
        if count > 0:
            self.chunks.append(ctypes.string_at(samples, count * 2))
        return 0

    def speak(self, text: str, language: str, rate: int) -> bytes:
        """The MP3 at `rate` Hz."""
        if language != self.language:
            self.library.espeak_SetVoiceByName(language.encode())
            self.library.espeak_SetParameter(1, self.rates[language], 0)
            self.language = language
        self.chunks.clear()
        body = text.encode()
        self.library.espeak_Synth(body, len(body) + 1, 0, 1, 0, 1, None, None)
        encoder = lameenc.Encoder()
        encoder.set_bit_rate(48)
        encoder.set_in_sample_rate(rate)
        encoder.set_out_sample_rate(rate)
        encoder.set_channels(1)
        encoder.set_quality(7)
        encoder.silence()
        samples = np.frombuffer(b"".join(self.chunks), "<i2")
        if rate != self.rate:
            samples = soxr.resample(samples, self.rate, rate, "HQ")
        return bytes(encoder.encode(samples) + encoder.flush())


def page(language: str, salt: int, characters: int = CHARACTERS) -> str:
    """A page whose sentences nobody has heard yet."""
    sentences, size, number = [], 0, salt * 1000
    while size < characters:
        sentences.append(SENTENCE[language].format(n=number))
        size += len(sentences[-1])
        number += 1
    paragraphs = ["".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    title = HEADLINE[language].format(n=salt)
    head = f'<html lang="{language}"><title>{title}</title><body><main><article><h1>{title}</h1>'
    return f"{head}{body}</article></main></body></html>"


class Site(BaseHTTPRequestHandler):
    """/sv/7 is the seventh Swedish page, /sv/7/900 a short one."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        _, language, *numbers = self.path.split("/")
        body = page(language, *map(int, numbers)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def service(folder: Path, port: int, site: int, program: tuple[str, ...] = ("-m", "readerapp.cli")) -> Iterator[None]:
    settings = {
        "READERAPP_CACHE": str(folder),
        "READERAPP_PORT": str(port),
        "READERAPP_OFFLINE": "1",
        "READERAPP_PRIVATE_HOSTS": f"127.0.0.1:{site}",
        "READERAPP_PAGES_PER_MINUTE": "100000",
        "READERAPP_SOUNDS_PER_MINUTE": "10000000",
    }
    with running([sys.executable, *program, "serve"], port, settings):
        yield


@contextmanager
def running(command: list[str], port: int, settings: dict[str, str], folder: Path | None = None) -> Iterator[int]:
    """A server that answers, in a folder if one is told: the number of its process."""
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=silent, stderr=silent, cwd=folder)
    try:
        while process.poll() is None:
            try:
                get(port, "/")
                break
            except OSError:
                time.sleep(0.05)
        else:
            sys.exit("the service did not start")
        time.sleep(1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Accept": "text/html"})
    body = connection.getresponse().read()
    connection.close()
    return body


def opened(port: int, site: int, language: str, salt: int | str) -> str:
    """Open an article as a visitor does; its recording's key."""
    address = urllib.parse.quote(f"http://127.0.0.1:{site}/{language}/{salt}", safe="")
    html = get(port, f"/sv/read?url={address}").decode()
    found = re.search(r"/audio/([0-9a-f]{64})/plan\.json", html)
    if not found:
        sys.exit(html)
    return found[1]


def first_byte(port: int, path: str) -> float:
    """Milliseconds from the request to the first byte of MP3."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    if not response.read(144):
        sys.exit(f"no sound: {response.status}")
    spent = 1000 * (time.perf_counter() - began)
    connection.close()
    return spent


def plan_of(folder: Path, key: str) -> Plan:
    found = Store(folder).plan(key)
    if found is None:
        sys.exit("the plan is not in the store")
    return found


def bare_sentence(bare: Bare, plan: Plan) -> float:
    began = time.perf_counter()
    bare.speak(plan.utterances[0].spoken.text, plan.language, RATE)
    return 1000 * (time.perf_counter() - began)


def bare_page(bare: Bare, plan: Plan, rate: int) -> float:
    began = time.perf_counter()
    for planned in plan.utterances:
        bare.speak(planned.spoken.text, planned.utterance.language, rate)
    return time.perf_counter() - began


def whole(port: int, folder: Path, key: str) -> float:
    """Seconds from pressing the button to the finished recording."""
    began = time.perf_counter()
    finished(port, folder, key)
    return time.perf_counter() - began


def finished(port: int, folder: Path, key: str) -> None:
    """Hear the rest of the page, so that the next measurement has the machine to itself."""
    store = Store(folder)
    get(port, f"/audio/{key}.mp3")
    while store.sound(key) is None:
        time.sleep(0.005)


def sounding(port: int, site: int, folder: Path, runs: int) -> str:
    """First byte and whole page; the key of one finished recording."""
    bare = Bare()
    key = ""
    for language in ("sv", "ru"):
        firsts, bares, pages = [], [], []
        loops: dict[int, list[float]] = {RATE: [], bare.rate: []}
        for run in range(runs):
            key = opened(port, site, language, run)
            plan = plan_of(folder, key)
            time.sleep(0.1)
            bares.append(bare_sentence(bare, plan))
            firsts.append(first_byte(port, f"/audio/{key}/0.mp3"))
            finished(port, folder, key)
        for run in range(runs, runs + max(3, runs // 4)):
            key = opened(port, site, language, run)
            pages.append(whole(port, folder, key))
            for rate, times in loops.items():
                times.append(bare_page(bare, plan_of(folder, key), rate))
        ratio = statistics.median(a / b for a, b in zip(firsts, bares, strict=True))
        print(
            f"{language}: first MP3 byte {statistics.median(firsts):.1f} ms (max {max(firsts):.1f}), "
            f"bare first sentence {statistics.median(bares):.1f} ms, ratio {ratio:.2f}"
        )
        print(f"{language}: whole page {statistics.median(pages):.2f} s")
        for rate, times in loops.items():
            share = statistics.median(b / a for a, b in zip(pages, times, strict=True))
            print(
                f"    bare loop at {rate} Hz {statistics.median(times):.2f} s, "
                f"{share:.2f} x bare = {share / CORES:.2f} x {CORES} cores x bare"
            )
    return key


BARE_APP = """
import sys
from flask import Flask, send_file
app = Flask(__name__)
@app.get("/f")
def f():
    return send_file(sys.argv[1], mimetype="audio/mpeg", conditional=True)
@app.get("/")
def root():
    return "ready"
from readerapp.cli.serve import Server
from readerapp.settings import load
class Bare(Server):
    def load(self):
        return app
    def load_config(self):
        super().load_config()
        self.cfg.set("worker_exit", lambda _arbiter, _worker: None)
Bare(load()).run()
"""


def kept_file(folder: Path, key: str) -> Path:
    """Where the recording lies."""
    sound = Store(folder).sound(key)
    if sound is None:
        raise LookupError(key)
    return sound.path


def serving(port: int, folder: Path, key: str) -> None:
    """Requests a second for a kept recording, against a bare `send_file` of the same file."""
    if not shutil.which("wrk"):
        print("wrk is not installed: the rate of kept recordings is not measured")
        return
    file = kept_file(folder, key)
    other = free_port()
    with running([sys.executable, "-c", BARE_APP, str(file)], other, {"READERAPP_PORT": str(other)}):
        for name, header in (("whole file", ""), ("100 KB range", "Range: bytes=100000-199999")):
            ours, bare = [], []
            for _ in range(4):
                bare.append(rate(other, "/f", header))
                ours.append(rate(port, f"/audio/{key}.mp3", header))
            ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
            print(
                f"kept recording, {name}, 32 clients: {statistics.median(ours):.0f}/s, bare send_file "
                f"{statistics.median(bare):.0f}/s, ratio {ratio:.2f}"
            )


def rate(port: int, path: str, header: str) -> float:
    command = ["wrk", "-t1", "-c32", "-d4", *(["-H", header] if header else []), f"http://127.0.0.1:{port}{path}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    return float(found[1]) if found else 0.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=15)
    given = arguments.parse_args()
    port = free_port()
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with service(folder, port, site.server_port):
            key = sounding(port, site.server_port, folder, given.runs)
            serving(port, folder, key)


if __name__ == "__main__":
    main()
