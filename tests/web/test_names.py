"""Under which names and which path the service is asked: what is refused, and what links, redirects and cookies say."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import EnvironBuilder, TestResponse, run_wsgi_app

from readerapp.app import create_app
from readerapp.settings import Settings
from tests.web.conftest import SiteServer

Make = Callable[..., FlaskClient]
ODD = ["xn--a", "a" * 3000, "a b", "a/b", "x@y", "[::1", "a:99999", "..", "é", "a\x00b"]
LYING = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/evil",
    "Script-Name": "/evil",
}


@pytest.fixture
def made(tmp_path: Path, site: SiteServer) -> Iterator[Callable[..., FlaskClient]]:
    """A client of an app with such settings."""
    apps: list[Flask] = []

    def make(**settings: Any) -> FlaskClient:
        mine = (f"127.0.0.1:{site.server_port}",)
        apps.append(create_app(Settings(cache=tmp_path, offline=True, private_hosts=mine, **settings)))
        return apps[-1].test_client()

    yield make
    for app in apps:
        app.extensions["services"].narration.close()


def addresses(answer: TestResponse) -> list[str]:
    """All that a page links to, loads or sends forms to within the service."""
    page = html.document_fromstring(answer.text)
    found = [link for *_, link, _ in page.iterlinks()] + page.xpath("//@plan | //lyssna-player/@audio")
    return [link for link in found if link.startswith("/") or urlsplit(link).netloc == "localhost"]


@pytest.mark.parametrize("host", ODD)
def test_a_host_that_no_address_has_is_refused_in_our_shape(app: Flask, host: str) -> None:
    """400 with every promise of ours on it, in the visitor's language, and nothing of the name in it."""
    for path in ("/sv/", "/sv", "/", "/nope", "/audio/x.mp3"):
        environ: dict[str, Any] = EnvironBuilder(path, headers=[("Accept-Language", "ru")]).get_environ()
        environ["HTTP_HOST"] = host
        body, status, headers = run_wsgi_app(app, environ, buffered=True)
        text = b"".join(body).decode()
        assert status.startswith("400 "), path
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Content-Language"] == ("sv" if path.startswith("/sv") else "ru")
        assert "host-wrong" in text
        assert f"//{host}" not in text
        assert "Location" not in headers


def test_listed_names_and_no_others(made: Make) -> None:
    """With the setting “hosts” a stranger's name is refused; the service is still asked for its health by number."""
    client = made(hosts=("lyssna.example.se", "*.example.org"))
    wanted = {
        "lyssna.example.se": 200,
        "LYSSNA.example.se:8000": 200,
        "a.example.org": 200,
        "example.org": 400,
        "evil.example": 400,
        "127.0.0.1": 400,
    }
    assert {host: client.get("/sv/", headers={"Host": host}).status_code for host in wanted} == wanted
    assert client.get("/healthz", headers={"Host": "127.0.0.1:8000"}).status_code == 200
    assert "evil" not in client.get("/sv/", headers={"Host": "evil.example"}).text


@pytest.mark.parametrize("path", ["/", "/sv", "/sv//", "//evil.example/sv", "/sv/choose?url=x"])
def test_redirects_stay_in_the_service(client: FlaskClient, path: str) -> None:
    """A redirect names no host, so that it leads where the visitor's browser found us."""
    answer = client.get(path, headers={"Host": "whatever.example"})
    location = answer.headers.get("Location", "/")
    assert location.startswith("/")
    assert not location.startswith("//")


def test_nobody_is_believed_about_names_unless_a_proxy_is_trusted(made: Make) -> None:
    """Headers that a proxy would set change nothing; with one proxy in the settings they do."""
    page = made().get("/sv/", headers=LYING).text
    assert "evil" not in page
    assert "https://" not in page
    assert "Secure" not in made().get("/sv/", headers=LYING).headers["Set-Cookie"]
    trusting = made(proxies=1).get("/sv/", headers=LYING)
    assert "/evil/sv/read" in trusting.text
    assert "url=https://evil.example/evil/demo/" in trusting.text
    assert "Secure; HttpOnly; Path=/evil" in trusting.headers["Set-Cookie"]


@pytest.mark.parametrize("stripped", [True, False])
@pytest.mark.parametrize("told", ["setting", "proxy"])
def test_the_whole_site_works_under_a_path(made: Make, reading, told: str, *, stripped: bool) -> None:
    """Every address on every page begins with the prefix and answers, whether a proxy takes the prefix off or not."""
    client = made(pages_per_minute=1000, **({"prefix": "/lyssna/"} if told == "setting" else {"proxies": 1}))
    headers = {} if told == "setting" else {"X-Forwarded-Prefix": "/lyssna"}

    def get(path: str) -> TestResponse:
        assert path.startswith("/lyssna/"), path
        return client.get(path.removeprefix("/lyssna") if stripped else path, headers=headers)

    seen: set[str] = set()
    waiting = ["/lyssna/sv/", "/lyssna/ru/about", "/lyssna" + reading("/good")]
    while waiting:
        answer = get(waiting.pop())
        location = answer.headers.get("Location", "/lyssna/")
        assert location.startswith("/lyssna/")
        assert answer.status_code in {200, 302, 303, 400}, "a form without its fields is a 400 of ours"
        if answer.mimetype == "text/html" and answer.status_code == 200 and len(seen) < 60:
            found = {urlsplit(link)._replace(scheme="", netloc="", fragment="").geturl() for link in addresses(answer)}
            waiting += found - seen
            seen |= found
        answer.close()
    assert {"/lyssna/sv/", "/lyssna/sv/read", "/lyssna/sv/choose", "/lyssna/sv/about"} <= {
        urlsplit(each).path for each in seen
    }
    assert any("/audio/" in each for each in seen)
    assert any("/static/" in each for each in seen)
