"""The examples of docs/serving.md under Debian's nginx: everything works, and finished sound passes by Python."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, quote, urljoin, urlsplit

import pytest
from lxml import html

from readerapp.accounts.room import Room
from readerapp.web.demo import ARTICLES
from readerapp.web.translate.signing import COOKIE
from tests.serving.conftest import starting
from tests.serving.fronts import examples, nginx
from tests.serving.running import Serve

PATH = "/lyssna"
TEXT = re.compile(r"\b[0-9a-f]{16}$")
LYING = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/evil"}
STYLED = re.compile(r"""url\(["']?([^"')]+)""")
IMPORTED = re.compile(r"""^(?:import|export)\b[^;]*?from "([^"]+)";$""", re.MULTILINE)


pytestmark = pytest.mark.xdist_group("nginx")


class Behind(NamedTuple):
    """The service, what is in front of it, and the folder in which it runs."""

    inner: Serve
    outer: Serve
    folder: Path


@pytest.fixture(params=["", PATH], ids=["root", "path"], scope="module")
def behind(request: pytest.FixtureRequest, origin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """The service as the page says, and nginx in front of it, seen as another one: at its root, and under a path."""
    folder = tmp_path_factory.mktemp("behind")
    many = {"pages_per_minute": 10_000, "sounds_per_minute": 10_000}
    with starting(origin, folder) as start:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            inner = start(processes=1, proxies=1, hosts="127.0.0.1", accel="/kept/", prefix=request.param, **many)
        with nginx(inner, folder, request.param) as outer:
            yield Behind(inner, outer, folder)


def test_the_examples_are_those_that_are_tried() -> None:
    """Two of them, neither of which holds byte ranges back."""
    whole, _part = examples()
    assert "tcp_nopush off;" in whole, "on, it holds each range back for 44 ms"


@pytest.mark.timeout(240)
def test_the_example_works(behind: Behind, origin: str) -> None:
    """Pages, growing and finished sound, ranges, and who is believed about names."""
    inner, outer, _ = behind
    status, page, headers = outer.ask(f"/sv/read?url={quote(f'{origin}/25', safe='')}")
    assert status == 200
    assert len(headers["X-Request-ID"]) == 32, "nginx's own number, which stands in both logs"
    found = re.search(rb"/audio/[0-9a-f]{64}\.mp3", page)
    assert found
    path = found[0].decode()
    growing = outer.ask(path)
    assert growing[0] == 200
    end = time.monotonic() + 100
    while "X-Accel-Redirect" not in inner.ask(path)[2]:
        assert time.monotonic() < end
        time.sleep(0.2)
    status, whole, headers = outer.ask(path)
    assert (status, len(whole), headers["Accept-Ranges"]) == (200, len(growing[1]), "bytes")
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Type"] == "audio/mpeg"
    status, part, headers = outer.ask(path, {"Range": "bytes=100-199"})
    assert (status, part) == (206, whole[100:200])
    assert inner.ask(path)[1] == b"", "the file passes by Python"
    assert Serve(outer.process, outer.port, outer.log).ask("/kept/recordings/")[0] == 404, "nobody asks there by name"
    told = outer.ask("/sv/", LYING)[1].decode()
    assert "evil" not in told
    assert "https" not in told


@pytest.mark.timeout(240)
def test_every_address_answers(behind: Behind, origin: str) -> None:
    """From the first page through reader, demo, sound, workbench, styles and scripts: all lies under the path.

    Redirects and cookies too; nothing is asked for that is not there.
    """
    outer = behind.outer
    site = Walk(outer)
    site.go(
        "/", "/translate/", f"/sv/read?url={quote(f'{origin}/3', safe='')}", f"/demo/sv/{ARTICLES['sv']}?cookies=ok"
    )
    assert site.faults == []
    assert {"/", "/sv/", "/ru/", "/en/", "/sv/about", "/sv/read", "/sv/report", "/demo/"} <= site.seen
    assert {"/translate/", "/sv/translate/sign-in"} <= site.seen
    for part in ("/demo/ru/", "/demo/static/", ".woff2", "/audio/", "/plan.json", "/js/read.js"):
        assert any(part in path for path in site.seen), part
    assert site.cookies == {outer.path or "/", f"{outer.path}/demo/"}
    if outer.path:
        bare = Serve(outer.process, outer.port, outer.log)
        assert bare.ask(outer.path)[::2][0] == 301
        assert bare.ask(outer.path)[2]["Location"] == f"{outer.path}/"
        assert bare.ask("/sv/")[0] == 404, "the rest is the other site's"


@pytest.mark.timeout(240)
def test_the_workbench_answers(behind: Behind) -> None:
    """From the link of an invitation, once signed in, to every page of the workbench; all lies under the path."""
    outer = behind.outer
    room = Room(str(behind.folder / "readerapp.db"))
    link = f"/sv/translate/invitation/{room.accounts.add('Åsa', ['*'])}"
    room.database.close()
    _, page, headers = outer.ask(link)
    token = re.search(rb'name="form_token" value="([^"]+)"', page)[1].decode()
    form = {"form_token": token, "passphrase": "fyra blå hästar i dimma"}
    status, _, headers = outer.ask(link, {"Cookie": headers["Set-Cookie"].partition(";")[0]}, form=form)
    assert (status, headers["Location"]) == (303, f"{outer.path}/sv/translate/")
    site = Walk(outer, {"Cookie": f"{COOKIE}={re.search(rf'{COOKIE}=([^;]+)', headers['Set-Cookie'])[1]}"})
    site.go("/sv/translate/")
    assert site.faults == []
    assert {"/sv/translate/", "/sv/translate/ru/", "/ru/translate/sv/words"} <= site.seen
    assert any(re.fullmatch("/sv/translate/ru/[0-9a-f]{16}", path) for path in site.seen)


class Walk:
    """Asks for all that it is led to within the service: once for each path, page to read and sort of choices."""

    def __init__(self, served: Serve, headers: dict[str, str] | None = None) -> None:
        self._served, self._headers = served, headers or {}
        self._known: set[tuple[str, ...]] = set()
        self.seen: set[str] = set()
        self.cookies: set[str] = set()
        self.faults: list[str] = []

    def go(self, *first: str) -> None:
        waiting = [self._served.path + address for address in first]
        while waiting:
            where = urlsplit(waiting.pop(0))
            given = parse_qs(where.query)
            place = TEXT.sub("TEXT", where.path)  # one text of the workbench is as good as another
            sort = (place, *given.get("url", ()), *sorted(given))
            if sort in self._known:
                continue
            self._known.add(sort)
            if where.path.startswith(f"{self._served.path}/"):
                self.seen.add(where.path.removeprefix(self._served.path))
                waiting += self._follow(where.geturl())
            else:
                self.faults.append(f"{where.geturl()} lies elsewhere")

    def _follow(self, address: str) -> list[str]:
        status, body, headers = self._served.ask(address.removeprefix(self._served.path), self._headers)
        self.cookies.update(re.findall(r"Path=([^;,]+)", headers.get("Set-Cookie", "")))
        if status in {301, 302, 303, 308}:
            return [headers["Location"]]
        if status not in {200, 400}:  # a form without its fields is a 400 of ours
            self.faults.append(f"{address} answers {status}")
        kind, text = headers.get("Content-Type", ""), body.decode(errors="replace")
        found = _on_page(text) if "html" in kind else STYLED.findall(text) if "css" in kind else IMPORTED.findall(text)
        root = self._served.root.removesuffix(self._served.path)
        whole = [urljoin(f"{root}{address}", each) for each in found]
        return [each.removeprefix(root) for each in whole if each.startswith(f"{root}/")]


def _on_page(text: str) -> list[str]:
    page = html.document_fromstring(text)
    posted = set(page.xpath("//form[@method='post']/@action | //@formaction | //@data-check"))
    found = [str(link) for *_, link, _ in page.iterlinks()] + page.xpath("//@plan | //lyssna-player/@audio")
    return [urlsplit(each)._replace(fragment="").geturl() for each in found if each not in posted]
