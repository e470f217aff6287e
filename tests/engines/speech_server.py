"""A server on loopback that speaks two protocols of speech services, and fails in every way they can."""

import base64
import json
import ssl
import struct
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import lameenc
import numpy as np

from tests.listening import listening

CERTIFICATE = Path(__file__).with_name("loopback.pem")
CAPTCHA = b"<!DOCTYPE html><html><body>Our systems have detected unusual traffic.</body></html>"
MS_A_LETTER = 60


@cache
def mp3(letters: int, rate: int = 24_000) -> bytes:
    """A buzz as long as so many letters take, in silence at both ends, as the real service sends it."""
    time_ = np.arange(rate * letters * MS_A_LETTER // 1000) / rate
    buzz = np.sign(np.sin(2 * np.pi * 130 * time_)) * 6000
    samples = np.concatenate([np.zeros(rate // 15), buzz, np.zeros(rate * 3 // 10)]).astype("<i2")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(7)
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())


def pcm(letters: int) -> bytes:
    """Bare samples at 24 kHz."""
    samples = np.full(24 * letters * MS_A_LETTER, 4000, "<i2")
    samples[::2] = -4000
    return samples.tobytes()


def streamed_wav(samples: bytes) -> bytes:
    """WAV as a server sends it that did not know the length when it began."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 24_000, 48_000, 2, 16)
    return b"RIFF\xff\xff\xff\xffWAVE" + form + b"data\xff\xff\xff\xff" + samples


FAULTY_SOUNDS = {"not mp3", "empty", "short", "rate"}


class SpeechServer(ThreadingHTTPServer):
    """`faults` are taken one a request, `None` for none; the last one stays. `asked` is what was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.faults: list[str | None] = [None]
        self.asked: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = self.most_at_once = self.connections = 0
        self.delay = 0.0
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.scheme = "http"

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"

    def next_fault(self) -> str | None:
        """The fault that is due."""
        with self.lock:
            return self.faults.pop(0) if len(self.faults) > 1 else self.faults[0]

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients hang up on it all the time; that is what it is for."""


class Handler(BaseHTTPRequestHandler):
    """HTTP/1.1, so that connections can be used again."""

    protocol_version = "HTTP/1.1"
    server: SpeechServer

    def setup(self) -> None:
        with self.server.lock:
            self.server.connections += 1
        super().setup()

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
            self.server.headers.append(dict(self.headers))
        time.sleep(self.server.delay)
        try:
            self._fail_or_answer(self.server.next_fault(), body)
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def _fail_or_answer(self, fault: str | None, body: bytes) -> None:
        status, _, wait = (fault or "").partition(" after ")
        if status.isdigit():
            headers = {"Retry-After": wait} if wait else {}
            self._send(b"no", int(status), {**headers, "Location": "http://127.0.0.1:9/elsewhere"})
        elif fault == "hang":
            self.server.stopped.wait()
        elif fault == "close":
            self.close_connection = True
        elif fault == "captcha":
            self._send(CAPTCHA)
        elif self.path.endswith("/batchexecute"):
            self._google(fault, body)
        else:
            self._openai(fault, json.loads(body))

    def _google(self, fault: str | None, body: bytes) -> None:
        (call,) = json.loads(parse_qs(body.decode())["f.req"][0])
        (name, arguments, _, _) = call[0]
        text, language, *_ = json.loads(arguments)
        assert name == "jQ1olc"
        self.server.asked.append({"text": text, "language": language})
        sound = base64.b64encode(self._sound(fault, text)).decode()
        inner = {"null": None, "garbled": '["A"]'}.get(fault or "", f'["{sound}"]')
        line = json.dumps([["wrb.fr", name, inner, None, None, None, "generic"]], separators=(",", ":"))
        self._send(f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,132]]\n'.encode(), trickle=fault == "trickle")

    def _openai(self, fault: str | None, question: dict[str, str]) -> None:
        self.server.asked.append(question)
        text = question["input"]
        if fault in FAULTY_SOUNDS or question["response_format"] == "mp3":
            sound = self._sound(fault, text)
        else:
            sound = pcm(len(text)) + (b"\1" if fault == "half" else b"")
            sound = sound if question["response_format"] == "pcm" else streamed_wav(sound)
        self._send(sound, trickle=fault == "trickle")

    def _sound(self, fault: str | None, text: str) -> bytes:
        sounds = {"not mp3": b"RIFF" + bytes(2000), "empty": b"", "short": mp3(1), "rate": mp3(len(text) // 40, 16_000)}
        return sounds[fault] if fault in sounds else mp3(len(text))

    def _send(
        self, body: bytes, status: int = 200, headers: dict[str, str] | None = None, *, trickle: bool = False
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", "track=me; Path=/")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        size = max(1, len(body) // 200) if trickle else max(1, len(body))
        for at in range(0, len(body), size):
            self.wfile.write(body[at : at + size])
            self.wfile.flush()
            if trickle and self.server.stopped.wait(0.1):
                return


@contextmanager
def speech_server(faults: Sequence[str | None] = (None,), *, secure: bool = False) -> Iterator[SpeechServer]:
    """One that runs, with or without TLS."""
    server = SpeechServer()
    server.faults = list(faults)
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    with listening(server):
        try:
            yield server
        finally:
            server.stopped.set()
