"""A region asked for in the reader's address or on the command line is what is read."""

import sys
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from readerapp.app import create_app
from readerapp.cli import main
from readerapp.extract import Region, named
from readerapp.settings import Settings
from tests.listening import listening

BODY = (
    "<html lang=sv><title>Ny skola</title><body><h1>Ny skola</h1><p class='x text'>Ett stycke om skolan.</p>"
    "<div id=main>Två stycken om torget.</div><div id=article2>Tre stycken om ån.</div>"
    "<article><p>Kommunen har beslutat att bygga en ny skola vid torget, och arbetet börjar i vår.</p></article>"
).encode()
PARTS = {
    "readid=main": ["Två stycken om torget."],
    "readid=article2,main": ["Två stycken om torget.", "Tre stycken om ån."],
    "readid=main&readclass=text": ["Ett stycke om skolan.", "Två stycken om torget."],
    "readclass=%20text%20,,gone": ["Ett stycke om skolan."],
    "readid=main&region=%23article2": ["Tre stycken om ån."],
}


class Page(BaseHTTPRequestHandler):
    """The same page at every path."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """Where the page is served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    with listening(server):
        yield server.server_port


@pytest.mark.parametrize(
    ("asked", "region"),
    [
        (("", "", ""), None),
        ((" , ", ",", " "), None),
        (("main, article2,main", "text", ""), Region(ids=("main", "article2"), classes=("text",))),
        (("main", "text", "#a > p"), Region(selectors=("#a > p",))),
    ],
)
def test_names_make_a_region(asked: tuple[str, str, str], region: Region | None) -> None:
    """Ids and classes stand in lists with commas; a selector wins; nothing named is no region."""
    assert named(*asked) == region


def test_region_from_address_to_article_and_plan(tmp_path: Path, port: int) -> None:
    """Each region gives its own lines and its own plan; a region that is not there is told and nothing else is read."""
    app = create_app(Settings(cache=tmp_path, offline=True, page_workers=0, private_hosts=(f"127.0.0.1:{port}",)))
    url = quote(f"http://127.0.0.1:{port}/", safe="")
    try:
        client, store = app.test_client(), app.extensions["services"].dependencies.store
        plans = {}
        for query, lines in PARTS.items():
            shown = client.get(f"/sv/read?url={url}&{query}").text
            plan = store.plan(shown.split('plan="', 1)[1].split('"', 1)[0].split("/")[-2])
            assert [
                planned.utterance.text for planned in plan.utterances if planned.utterance.text != "Ny skola"
            ] == lines
            plans[plan.key] = query
        assert len(plans) == len(PARTS)
        assert client.get(f"/sv/read?url={url}&readid=gone").status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    finally:
        app.extensions["services"].narration.close()


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["--readid", "article2,main"], ["Två stycken om torget.", "Tre stycken om ån."]),
        (["--readclass", "text"], ["Ett stycke om skolan."]),
        (["--region", "body > div"], ["Två stycken om torget.", "Tre stycken om ån."]),
    ],
)
def test_region_on_the_command_line(
    words: list[str], lines: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """`readerapp read` takes the same names."""
    file = tmp_path / "sida.html"
    file.write_bytes(BODY)
    monkeypatch.setenv("READERAPP_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("READERAPP_OFFLINE", "1")
    monkeypatch.setattr(sys, "argv", ["readerapp", "read", str(file), "--article", *words])
    main()
    printed = [line for line in capsys.readouterr().out.splitlines() if line and not line.startswith("#")]
    assert printed == lines
