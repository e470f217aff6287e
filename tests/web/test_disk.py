"""A page that was heard is heard again on a disk that is full or read-only, by a service that has just started."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from readerapp.app import create_app
from readerapp.settings import Settings
from tests.mounts import fill, read_only, small_disk
from tests.web.conftest import HTML, SiteServer, article

SENTENCES = 3


@contextmanager
def service(cache: Path, site: SiteServer) -> Iterator[FlaskClient]:
    """A service of its own, as after a restart."""
    here = (f"127.0.0.1:{site.server_port}",)
    app: Flask = create_app(Settings(cache=cache, offline=True, page_workers=0, private_hosts=here, fresh_seconds=0))
    try:
        yield app.test_client()
    finally:
        app.extensions["services"].narration.close()


def heard(client: FlaskClient, address: str) -> list[tuple[str, int, bytes]]:
    """Everything that a visitor's player asks for, with its status."""
    page = client.get(address)
    key = page.text.partition("/audio/")[2][:64]
    assert page.status_code == 200, page.text[:2000]
    numbers = range(SENTENCES)
    parts = [f"{n}.mp3" for n in numbers] + [f"{n}.json" for n in numbers] + ["plan.json", "state.json"]
    names = [f"/audio/{key}.mp3", *(f"/audio/{key}/{part}" for part in parts)]
    return [(name, answer.status_code, answer.data) for name in names for answer in [client.get(name, buffered=True)]]


def sound(got: list[tuple[str, int, bytes]]) -> list[tuple[str, int, bytes]]:
    """What is heard and lit; how far the rest has come may differ."""
    assert {status for _, status, _ in got} == {200}
    return [answer for answer in got if not answer[0].endswith(("plan.json", "state.json"))]


def test_heard_again_on_a_full_disk(tmp_path: Path, site: SiteServer, reading: Callable[..., str]) -> None:
    """Page, sentences, word times and the whole recording are the same as before, with not one byte left."""
    with small_disk(tmp_path / "disk", 8_000_000) as disk:
        with service(disk / "cache", site) as client:
            before = heard(client, reading("/good"))
        fill(disk)
        with service(disk / "cache", site) as client:
            assert sound(heard(client, reading("/good"))) == sound(before)


def test_heard_again_on_a_read_only_disk(tmp_path: Path, site: SiteServer, reading: Callable[..., str]) -> None:
    """The same where nothing can be written, locked or noted as heard; an unread page is 507, told in words."""
    with service(tmp_path / "cache", site) as client:
        before = heard(client, reading("/good"))
    with read_only(tmp_path / "cache"), service(tmp_path / "cache", site) as client:
        assert sound(heard(client, reading("/good"))) == sound(before)
        site.answers["/new"] = (200, HTML, article(title="Ny sida").encode())
        unread = client.get(reading("/new", "ru"))
        assert unread.status_code == 507
        assert "сохранить" in unread.text


def test_new_pages_are_read_on_a_disk_full_of_old_ones(
    tmp_path: Path, site: SiteServer, reading: Callable[..., str]
) -> None:
    """A disk that holds a few pages reads a dozen of them one after the other, first sentence and all."""
    table = site.answers
    for number in range(12):
        title = f"Sida {number}"
        table[f"/{number}"] = (200, HTML, article(60, title=title).replace("Regionen", f"Region {number}").encode())
    with small_disk(tmp_path / "disk", 1_500_000) as disk, service(disk / "cache", site) as client:
        for number in range(12):
            page = client.get(reading(f"/{number}"))
            key = page.text.partition("/audio/")[2][:64]
            statuses = page.status_code, client.get(f"/audio/{key}/0.mp3").status_code
            assert statuses == (200, 200), (number, statuses)


def test_a_start_on_a_read_only_disk_says_so_by_name(tmp_path: Path, site: SiteServer) -> None:
    """`readerapp serve` names the folder and what the system says, and serves."""
    cache = tmp_path / "cache"
    cache.mkdir()
    with read_only(cache):
        port = _free_port()
        command = [str(Path(sys.executable).with_name("readerapp")), "serve", "--port", str(port)]
        environment = {"READERAPP_CACHE": str(cache), "READERAPP_OFFLINE": "1", "READERAPP_PROCESSES": "1", "LANG": "C"}
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as serving:
            stop = threading.Timer(60, serving.kill)
            stop.start()
            try:
                lines = iter(serving.stderr.readline, "")
                told = next((line for line in lines if str(cache) in line), "")
            finally:
                serving.terminate()
                stop.cancel()
    assert "Read-only file system" in told


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
