"""A loopback site with every fault, and the app in front of it."""

import gzip
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.accounts.database import Database
from readerapp.app import create_app
from readerapp.catalogs import merge
from readerapp.i18n import SHIPPED_TEXTS
from readerapp.settings import Settings
from tests.listening import listening

PARAGRAPH = (
    "Regionen och grannlänet har arbetat tillsammans i sju år. Mötet samlade {n} deltagare från båda sidor, "
    "och de talade om skolor, vård och miljö. Nästa möte hålls till våren."
)


def article(paragraphs: int = 5, language: str = "sv", title: str = "Möte om samarbete") -> str:
    body = "".join(f"<p>{PARAGRAPH.format(n=n + 20)}</p>" for n in range(paragraphs))
    head = f'<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
    return f"{head}<body><main><article><h1>{title}</h1>{body}</article></main></body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers by the table of its server."""

    protocol_version = "HTTP/1.1"
    server: "SiteServer"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path, (404, {"Content-Type": "text/html"}, b"<p>no</p>"))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Answer = tuple[int, dict[str, str], bytes] | Callable[[Site], None]
"""Status, headers and body, or a function that does as it likes."""


class SiteServer(ThreadingHTTPServer):
    """The loopback site: what it answers for each path, and what it was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Site)
        self.answers, self.asked = answers, list[tuple[str, dict[str, str]]]()


def hang(site: Site) -> None:
    time.sleep(3)
    site.close_connection = True


HTML = {"Content-Type": "text/html; charset=utf-8"}


@cache
def bomb() -> bytes:
    """Fifty megabytes in fifty kilobytes."""
    return gzip.compress(b" " * 50_000_000)


@contextmanager
def loopback_site() -> Iterator[SiteServer]:
    """The site with its faults, while it is asked."""
    table: dict[str, Answer] = {
        "/good": (200, HTML, article().encode()),
        "/ru": (200, HTML, article(language="ru").encode()),
        "/gone": (404, HTML, b"<p>gone</p>"),
        "/broken": (500, HTML, b"<p>broken</p>"),
        "/closed": (403, HTML, b"<p>closed</p>"),
        "/slow": hang,
        "/large": (200, HTML, b"<p>" + b"x" * 1_100_000),
        "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, bomb()),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 ..."),
        "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"),
        "/empty": (200, HTML, b""),
        "/menu": (200, HTML, b"<html lang=sv><body><nav><a href=/a>Ett</a> <a href=/b>Tre</a></nav></body></html>"),
        "/inside": (302, {"Location": "http://127.0.0.1:1/secret"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
    }
    server = SiteServer(table)
    with listening(server):
        yield server


@pytest.fixture
def site() -> Iterator[SiteServer]:
    with loopback_site() as served:
        yield served


@pytest.fixture
def patience() -> int:
    """Seconds that a page has to come in: many, on a machine that others use."""
    return 60


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a first start leaves it: a database with its tables, translations of one's own; to be copied."""
    folder = tmp_path_factory.mktemp("begun")
    Database(str(folder / "readerapp.db")).close()
    merge(SHIPPED_TEXTS, folder / "translations")
    return folder


@pytest.fixture
def started_once(tmp_path: Path, begun: Path) -> Path:
    """The test's own folder as such a start leaves it."""
    return Path(shutil.copytree(begun, tmp_path, dirs_exist_ok=True))


@pytest.fixture
def app(tmp_path: Path, site: SiteServer, patience: int, begun: Path) -> Iterator[Flask]:
    made = create_app(
        Settings(
            page_workers=0,
            cache=tmp_path / "cache",
            reports=tmp_path / "reports",
            database=str(shutil.copy(begun / "readerapp.db", tmp_path)),
            offline=True,
            private_hosts=(f"127.0.0.1:{site.server_port}",),
            page_megabytes=1,
            page_seconds=patience,
            fresh_seconds=0,
        )
    )
    yield made
    made.extensions["services"].narration.close()
    made.extensions["services"].room().database.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def reading(site: SiteServer) -> Callable[..., str]:
    """The reader's address for a path of the loopback site."""

    def address(path: str, locale: str = "sv", **more: str) -> str:
        url = quote(f"http://127.0.0.1:{site.server_port}{path}", safe="")
        return f"/{locale}/read?url={url}" + "".join(f"&{name}={value}" for name, value in more.items())

    return address
