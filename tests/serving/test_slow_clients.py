"""Clients that send or read slowly, or not as the protocol wants it: everybody else is served as ever.

No verdict by a clock: with as many threads as here, one such client too many would stop the service for good.
"""

import gzip
import os
import re
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from readerapp.web import assets, bundle
from tests.serving.running import Serve, Start

pytestmark = pytest.mark.xdist_group("slow clients")
HALF = {
    "nothing": "",
    "half a line": "GET /sv/ HT",
    "headers without end": "GET /sv/ HTTP/1.1\r\nHost: a\r\nX-a: b\r\n",
    "a body that does not come": "POST /sv/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n",
    "a chunk that does not end": "POST /sv/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
    "kept alive": "GET /sv/about HTTP/1.1\r\nHost: a\r\n\r\n",
}


def finished(served: Serve, page: str) -> str:
    """The path of a page's recording once it is whole."""
    path = f"{served.sound(page)}.mp3"
    end = time.monotonic() + 100
    while served.ask(path)[2].get("Accept-Ranges") != "bytes":
        assert time.monotonic() < end
        time.sleep(0.2)
    return path


def used(pids: list[int]) -> int:
    """Bytes of memory that processes use."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * resource.getpagesize()


def answers(served: Serve) -> None:
    """Everybody is answered."""
    assert [served.ask("/sv/about")[0] for _ in range(6)] == [200] * 6


@pytest.fixture(scope="module")
def running(start_once: Start) -> Serve:
    """A service of one process with two threads."""
    return start_once(processes=1, threads=2)


@pytest.fixture
def served(running: Serve) -> Iterator[Serve]:
    """The same for each test, which nobody holds any more after it."""
    yield running
    running.let_go()


@pytest.mark.timeout(240)
def test_slow_clients_do_not_stop_the_service(served: Serve, origin: str) -> None:
    """With one process of two threads: 40 of each kind of half a request, 20 listeners of each kind that don't read."""
    whole, growing = finished(served, f"{origin}/40"), f"{served.sound(f'{origin}/400')}.mp3"
    for request in HALF.values():
        served.send(request, 40)
    answers(served)
    served.send(f"GET {whole} HTTP/1.1\r\nHost: a\r\n\r\n", 20)
    served.send(f"GET {growing} HTTP/1.1\r\nHost: a\r\n\r\n", 20)
    answers(served)
    assert served.ask(whole, {"Range": "bytes=5-9"})[0] == 206


@pytest.mark.timeout(240)
def test_listeners_that_do_not_read_cost_no_memory(served: Serve, origin: str) -> None:
    """Thirty of them hold less than two copies of one recording, where thirty were asked for."""
    path = finished(served, f"{origin}/150")
    size = len(served.ask(path)[1])
    assert size > 2_000_000
    before = used(served.workers())
    served.send(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n", 30)
    answers(served)
    time.sleep(0.5)
    assert used(served.workers()) - before < 2 * size


@pytest.mark.timeout(180)
def test_what_the_protocol_does_not_want(served: Serve) -> None:
    """Huge headers and broken requests are refused with our promises on the answer; two requests at once get two."""
    for request, status in {
        "GET / HTTP/1.1\r\nHost: a\r\nX-a: " + "a" * 20_000 + "\r\n\r\n": b"431",
        "GET /" + "a" * 20_000 + " HTTP/1.1\r\nHost: a\r\n\r\n": b"414",
        "GET / HTTP/1.1\r\nHost: a\r\n" + "X-a: b\r\n" * 300 + "\r\n": b"431",
        "nonsense\r\n\r\n": b"400",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n": b"400",
    }.items():
        (client,) = served.send(request)
        answer = client.recv(1 << 16)
        assert answer.split()[1] == status, request[:40]
        assert b"X-Content-Type-Options: nosniff\r\n" in answer
        assert b"default-src 'none'" in answer
    (client,) = served.send(
        "GET /sv/about HTTP/1.1\r\nHost: a\r\n\r\n" * 2
        + "GET /sv/about HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        room=1 << 16,
    )
    got = b""
    while piece := client.recv(1 << 16):
        got += piece
    assert got.count(b"HTTP/1.1 200") == 3
    answers(served)


def wanted(name: str) -> bytes:
    """The file on the disk; a module or a sheet that is sent with those that it imports, joined."""
    file = assets.FOLDER / name
    if name in assets.BUNDLES["text/css"]:
        return bundle.sheet(file).encode()
    return bundle.bundle(file).encode() if name in assets.BUNDLES["text/javascript"] else file.read_bytes()


@pytest.mark.timeout(180)
def test_what_a_browser_loads_comes_as_it_is(served: Serve) -> None:
    """Under the real server, compressed or not: every style and script of the first page is what it should be."""
    page = served.ask("/sv/")[1].decode()
    loaded = set(re.findall(rf'"(/static/{assets.tree_hash()}/[^"]+\.(?:css|js|svg))"', page))
    assert {path.rpartition(".")[2] for path in loaded} == {"css", "js", "svg"}
    for path in loaded:
        status, body, headers = served.ask(path, {"Accept-Encoding": "gzip"})
        body = gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body
        assert (status, body) == (200, wanted(path.split("/", 3)[3]))
        assert served.ask(path)[1] == body


@pytest.mark.timeout(180)
def test_it_stops_and_starts_again(start: Start, origin: str) -> None:
    """A process that is killed is replaced; with listeners that do not read the service ends when it is told to."""
    served = start(processes=2, threads=2)
    (killed, _) = served.workers()
    os.kill(killed, signal.SIGKILL)
    end = time.monotonic() + 60
    while killed in served.workers() or len(served.workers()) < 2:
        assert time.monotonic() < end
        time.sleep(0.1)
    answers(served)
    growing = f"{served.sound(f'{origin}/400')}.mp3"
    served.send(f"GET {growing} HTTP/1.1\r\nHost: a\r\n\r\n", 10)
    assert served.stop() == 0


@pytest.mark.timeout(180)
def test_a_voice_that_dies_while_the_service_starts_does_not_end_it(start: Start) -> None:
    """Its processes are killed as often as they come up while the service warms them; it serves nevertheless."""
    served = start(processes=1, ready=False)
    killed, end = 0, time.monotonic() + 100
    while killed < 4:
        assert served.process.poll() is None
        assert time.monotonic() < end
        for pid in served.voices():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                killed += 1
        time.sleep(0.01)
    served.ready()
    assert served.process.poll() is None


@pytest.mark.timeout(180)
def test_little_is_sent_to_who_does_not_read(start: Start, origin: str) -> None:
    """Of a recording of megabytes the system holds some hundred kilobytes for a client that reads nothing."""
    served = start(processes=1, threads=2)
    path = finished(served, f"{origin}/150")
    size = len(served.ask(path)[1])
    (client,) = served.send(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    answers(served)
    served.process.terminate()  # nothing more is sent from now on
    served.process.wait(60)
    got = 0
    with suppress(ConnectionError):
        while piece := client.recv(1 << 16):
            got += len(piece)
    assert 0 < got < size / 2
    assert got < 700_000
