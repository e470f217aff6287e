"""The demo site, as a client and as a browser see it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.web.demo import ARTICLES, blueprint
from tests.listening import listening

PAGES = ["/demo/", *(f"/demo/{language}/{name}" for language, name in ARTICLES.items())]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def app() -> Flask:
    """An app with nothing but the demo site."""
    app = Flask(__name__, static_folder=None)
    app.register_blueprint(blueprint)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of that app."""
    return app.test_client()


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    """The app on a real port of loopback; its root address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    with listening(server):
        yield f"http://127.0.0.1:{server.server_port}"


def tree(client: FlaskClient, path: str) -> html.HtmlElement:
    """The page at a path, parsed."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere(client: FlaskClient, path: str) -> None:
    """Nothing on the site is a dead end, and nothing is loaded from elsewhere."""
    page = tree(client, path)
    for _, attribute, address, _ in page.iterlinks():
        where = urlsplit(urljoin(f"http://localhost{path}", address))
        if where.scheme in ("mailto", "tel") or "/read" in where.path:
            continue
        assert where.netloc == "localhost", (attribute, address)
        with client.get(where.path) as answer:
            assert answer.status_code == 200, address
        if where.fragment:
            assert page.get_element_by_id(where.fragment) is not None


@pytest.mark.parametrize(("language", "name"), ARTICLES.items())
def test_the_listen_button(client: FlaskClient, language: str, name: str) -> None:
    """The site's own button opens the reader in the page's language with the page's full address."""
    path = f"/demo/{language}/{name}"
    (link,) = tree(client, f"{path}?cookies=ok").find_class("listen")
    where = urlsplit(link.get("href"))
    assert where.path == f"/{language}/read"
    assert parse_qs(where.query) == {"url": [f"http://localhost{path}"]}


@pytest.mark.parametrize(("language", "other"), [("sv", "ru"), ("ru", "sv")])
def test_the_articles_are_worth_hearing(client: FlaskClient, language: str, other: str) -> None:
    """Each has what the reader must get right: a foreign quotation, a table, a list, a figure, numbers and names."""
    page = tree(client, f"/demo/{language}/{ARTICLES[language]}")
    (article,) = page.findall(".//article")
    words = article.text_content().split()
    assert page.get("lang") == language
    assert 350 <= len(words) <= 500
    assert [quote.get("lang") for quote in article.findall(".//blockquote")] == [other]
    assert len(article.findall(".//tbody/tr")) == 4
    assert len(article.findall(".//ul/li")) == 3
    assert article.find(".//img").get("alt")
    assert re.search(r"1998.*15\s%.*2027", article.text_content(), re.DOTALL)


def test_the_cookie_box_goes_away(client: FlaskClient) -> None:
    """The box works without JavaScript, and is remembered on every page of the site."""
    assert tree(client, PAGES[1]).find_class("cookie-banner")
    assert not tree(client, f"{PAGES[1]}?cookies=ok").find_class("cookie-banner")
    assert not tree(client, PAGES[2]).find_class("cookie-banner")


@pytest.mark.parametrize("path", ["/demo/sv/nothing", f"/demo/ru/{ARTICLES['sv']}", "/demo/xx/start"])
def test_no_other_pages(client: FlaskClient, path: str) -> None:
    """Only the articles that are there are served."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe(browser: Browser, site: str, path: str, scheme: Literal["light", "dark"]) -> None:
    """Axe finds nothing, by day and by night, and a narrow telephone does not scroll sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto(site + path)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Flask]:
    """The whole service, with no leave to read anything private."""
    made = create_app(Settings(cache=tmp_path / "cache", offline=True, page_workers=0, port=8123, proxies=1))
    yield made
    made.extensions["services"].narration.close()


def heard(reader: Flask, address: str, **headers: str) -> tuple[int, str]:
    answer = reader.test_client().get("/sv/read", query_string={"url": address}, headers=headers)
    return answer.status_code, answer.text


@pytest.mark.parametrize("language", ARTICLES)
@pytest.mark.parametrize(
    ("place", "headers"),
    [
        ("http://localhost", {}),
        ("http://127.0.0.1:8123", {}),
        ("http://[::1]:8123", {"Host": "[::1]:8123"}),
        ("https://las.example.se", {"X-Forwarded-Host": "las.example.se", "X-Forwarded-Proto": "https"}),
        ("http://10.0.0.7:9000", {"Host": "10.0.0.7:9000"}),
        ("http://xn--ls-via.example", {"Host": "xn--ls-via.example"}),
    ],
)
def test_the_demo_can_be_heard_wherever_it_is_served(reader: Flask, language, place, headers) -> None:
    """On any host and port, behind a proxy too, the service reads its own demo without asking the network."""
    status, page = heard(reader, f"{place}/demo/{language}/{ARTICLES[language]}", **headers)
    assert status == 200
    assert "lyssna-player" in page
    links = re.findall(r'href="/sv/read\?(url=[^"]+demo[^"]+)"', reader.test_client().get("/sv/", headers=headers).text)
    assert len(links) == 2
    for link in links:
        assert heard(reader, parse_qs(link)["url"][0], **headers)[0] == 200


@pytest.mark.parametrize(
    ("address", "host", "status"),
    [
        ("http://127.0.0.1/sv/", "127.0.0.1", 403),
        ("http://169.254.169.254/demo/../latest/meta-data", "169.254.169.254", 404),
        ("http://169.254.169.254/demo/latest", "169.254.169.254", 404),
        ("http://127.0.0.1:9/demo/sv/samarbete-leningrad-oblast", "localhost", 403),
        ("http://10.0.0.7/demo/sv/samarbete-leningrad-oblast", "a b:c", 400),
    ],
)
def test_a_lie_about_the_host_reads_nothing_else(reader: Flask, address: str, host: str, status: int) -> None:
    """The Host header can bring about the demo's own text and nothing more; nothing of it is kept for others."""
    assert heard(reader, address, Host=host)[0] == status
    assert not list(reader.extensions["services"].dependencies.store.folder.rglob("pages/*/*"))


def test_the_demo_claims_nobodys_address(reader: Flask) -> None:
    """A visitor who lies about the host does not put the demo into the cache under a stranger's address."""
    address = f"http://127.0.0.2/demo/sv/{ARTICLES['sv']}"
    assert heard(reader, address, Host="127.0.0.2")[0] == 200
    assert heard(reader, address)[0] == 403
