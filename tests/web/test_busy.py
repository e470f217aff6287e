"""The real server, asked for slow pages by many: everybody else is served as ever."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from readerapp import audio
from tests.web.conftest import Answer, Site, SiteServer, article, loopback_site

SLOW_SECONDS = 100
ASKERS = 60


pytestmark = pytest.mark.xdist_group("busy")


@pytest.fixture(scope="module")
def site() -> Iterator[SiteServer]:
    """One for all tests here, as the service in front of it."""
    with loopback_site() as served:
        yield served


@pytest.fixture(scope="module")
def server(site: SiteServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`readerapp serve` with its default processes and threads; the address of its root."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = {
        "PORT": port,
        "OFFLINE": 1,
        "CACHE": tmp_path_factory.mktemp("busy"),
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


def ask(address: str, language: str = "ru") -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers of an answer; status 0 for none."""
    request = urllib.request.Request(address, headers={"Accept": "text/html", "Accept-Language": language})
    try:
        with urllib.request.urlopen(request, timeout=SLOW_SECONDS) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read(), dict(problem.headers)
    except OSError:
        return 0, b"", {}


def answer_when(told: threading.Event) -> Answer:
    """A site that says nothing until it is told to."""

    def answer(handler: Site) -> None:
        told.wait()
        body = article().encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_slow_sites_do_not_stop_the_service(server: str, site: SiteServer) -> None:
    """While sixty ask for pages that do not come, the first page and a kept recording come.

    Who finds no place is told so in the visitor's language, with a time to come back.
    """
    told = threading.Event()
    slow = {f"/slow{n}": answer_when(told) for n in range(ASKERS)}
    site.answers.update(slow)
    origin = f"http://127.0.0.1:{site.server_port}"
    kept = ask(f"{server}/sv/read?url={origin}/good")[1].decode()
    sound = f"{server}/audio/{kept.partition('/audio/')[2][:64]}.mp3"
    assert audio.milliseconds(ask(sound)[1]) > 10_000
    with ThreadPoolExecutor(ASKERS) as pool:
        asked = [pool.submit(ask, f"{server}/ru/read?url={origin}{path}") for path in slow]
        try:
            refused, waiting = wait_for(asked, ASKERS // 2)
            statuses = [ask(address)[0] for _ in range(5) for address in (f"{server}/sv/", sound)]
            assert statuses == [200] * 10
            assert not any(each.done() for each in waiting), "they were answered while others still waited"
        finally:
            told.set()
    assert Counter(each.result()[0] for each in waiting)[200] >= 4, "some were asked for, and waited for"
    assert {each.result()[0] for each in refused} == {503}
    for _, body, headers in (each.result() for each in refused):
        assert int(headers["Retry-After"]) > 0
        assert headers["Content-Language"] == "ru"
        assert "fetch-busy" in body.decode()
    assert ask(f"{server}/ru/read?url={origin}/ru")[0] == 200, "the places are free again"


Asked = list[Future[tuple[int, bytes, dict[str, str]]]]


def wait_for(asked: Asked, least: int) -> tuple[Asked, Asked]:
    """Those that have their answer, once at least so many have and no more come, and those that wait."""
    before, done = -1, 0
    while done < least or done > before:
        time.sleep(1)
        before, done = done, sum(each.done() for each in asked)
    return [each for each in asked if each.done()], [each for each in asked if not each.done()]


def test_a_page_that_many_want_is_fetched_once_a_process(server: str, site: SiteServer) -> None:
    """Forty who ask at once for a page that takes a while cost a fetch a process."""
    told = threading.Event()
    site.answers["/late"] = answer_when(told)
    address = f"{server}/sv/read?url=http://127.0.0.1:{site.server_port}/late"
    with ThreadPoolExecutor(40) as pool:
        asked = [pool.submit(ask, address) for _ in range(40)]
        time.sleep(0.3)  # most of them have asked by then; those who come later find the page kept
        told.set()
        assert Counter(each.result()[0] for each in asked) == {200: 40}
    assert [path for path, _ in site.asked].count("/late") <= 2
