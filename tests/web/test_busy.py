"""The real server, asked for slow pages by many: everybody else is served as ever."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readerapp import audio
from tests.web.conftest import Answer, Site, SiteServer, article

SLOW_SECONDS = 4
ASKERS = 60


@pytest.fixture
def server(site: SiteServer, tmp_path: Path) -> Iterator[str]:
    """`readerapp serve` with its default processes and threads; the address of its root."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = {
        "PORT": port,
        "OFFLINE": 1,
        "CACHE": tmp_path / "cache",
        "PRIVATE_HOSTS": f"127.0.0.1:{site.server_port}",
        "PAGE_SECONDS": SLOW_SECONDS,
        "PAGES_PER_MINUTE": 1000,
    }
    variables = {f"READERAPP_{name}": str(value) for name, value in given.items()}
    command = [sys.executable, "-m", "readerapp.cli", "serve"]
    running = subprocess.Popen(command, env=os.environ | variables)
    root = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + 60
        while ask(f"{root}/sv/")[0] != 200:
            assert time.monotonic() < end
            time.sleep(0.2)
        yield root
    finally:
        running.terminate()
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def ask(address: str, language: str = "ru") -> tuple[int, bytes, dict[str, str], float]:
    """Status, body, headers and seconds of an answer; status 0 for none."""
    begun = time.monotonic()
    request = urllib.request.Request(address, headers={"Accept": "text/html", "Accept-Language": language})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read(), dict(answer.headers), time.monotonic() - begun
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read(), dict(problem.headers), time.monotonic() - begun
    except OSError:
        return 0, b"", {}, time.monotonic() - begun


def drip(site) -> None:
    """Say nothing for longer than the service waits."""
    time.sleep(SLOW_SECONDS + 1)
    site.close_connection = True


def test_slow_sites_do_not_stop_the_service(server: str, site: SiteServer) -> None:
    """While sixty ask for slow pages, the first page and a kept recording come within a second.

    Who finds no place is told so in the visitor's language, with a time to come back.
    """
    pages: dict[str, Answer] = {f"/drip{n}": drip for n in range(ASKERS)}
    site.answers.update(pages)
    origin = f"http://127.0.0.1:{site.server_port}"
    article = ask(f"{server}/sv/read?url={origin}/good")[1].decode()
    sound = f"{server}/audio/{article.partition('/audio/')[2][:64]}.mp3"
    assert audio.milliseconds(ask(sound)[1]) > 10_000
    with ThreadPoolExecutor(ASKERS) as pool:
        asked = [pool.submit(ask, f"{server}/ru/read?url={origin}{path}") for path in pages]
        time.sleep(1.5)
        for _ in range(5):
            for address in (f"{server}/sv/", sound):
                status, _, _, seconds = ask(address)
                assert status == 200
                assert seconds < 1
            time.sleep(0.2)
        answers = [each.result() for each in asked]
    statuses = Counter(status for status, *_ in answers)
    assert set(statuses) == {503, 504}
    assert 4 <= statuses[504] <= ASKERS // 2, "some were asked for, and waited for as long as a site may take"
    told = [answer for answer in answers if answer[0] == 503]
    assert all(int(headers["Retry-After"]) > 0 and headers["Content-Language"] == "ru" for _, _, headers, _ in told)
    assert all("fetch-busy" in body.decode() for _, body, _, _ in told)
    assert ask(f"{server}/ru/read?url={origin}/ru")[0] == 200, "the places are free again"


def test_a_page_that_many_want_is_fetched_once_a_process(server: str, site: SiteServer) -> None:
    """Forty who ask at once for a page that takes a while cost a fetch a process."""

    def late(handler: Site) -> None:
        time.sleep(0.3)
        body = article().encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    site.answers["/late"] = late
    address = f"{server}/sv/read?url=http://127.0.0.1:{site.server_port}/late"
    with ThreadPoolExecutor(40) as pool:
        statuses = Counter(status for status, *_ in pool.map(ask, [address] * 40))
    assert statuses == {200: 40}
    assert [path for path, _ in site.asked].count("/late") <= 2
