"""A walk through a site: slow, within what its robots.txt allows, and no further than it takes."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from readerapp.errors import PageNotFound, SiteClosed
from readerapp.fetch import Policy, fetch
from readerapp.model import Document
from readerapp.narration.learning import PAGES, Lesson, learn
from readerapp.narration.sites import Sites
from tests.hummer import Hummer, parts_with
from tests.listening import listening

FRAME = "<div class=f><p>Kommunen samarbetar med föreningar och företag för ett gott liv i hela kommunen.</p></div>"


def html(name: str, links: str = "") -> str:
    return (
        f"<html lang=sv><title>{name}</title><body><div><h1>Om {name}</h1>"
        f"<p>Den som arbetar med {name} ska ha utbildning för det.</p></div>{FRAME}{links}</body></html>"
    )


class Village:
    """A site on loopback: what stands at which path, and what was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str]] = {}
        self.asked: list[str] = []
        village = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                village.asked.append(self.path)
                status, body = village.pages.get(self.path, (404, "nothing"))
                self.send_response(status)
                kind = "text/plain" if self.path.endswith(".txt") else "application/xml"
                self.send_header("Content-Type", kind if "." in self.path else "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.port = self.server.server_address[1]

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def village() -> Iterator[Village]:
    made = Village()
    with listening(made.server):
        yield made


Walk = Callable[[str], tuple[list[Lesson], Sites, list[float]]]


@pytest.fixture
def walk(tmp_path: Path, village: Village) -> Walk:
    """Learn from a path on; the lessons, what is known then, and the pauses that were made."""
    policy = Policy(private=frozenset({("127.0.0.1", village.port)}))

    def fetched(address: str, previous: Document | None, _client: str) -> Document:
        return fetch(address, policy=policy, previous=previous)

    parts = msgspec.structs.replace(
        parts_with(tmp_path, Hummer()), fetch=fetched, text=lambda address: fetch(address, policy=policy, plain=True)
    )
    sites, pauses = Sites(parts.store), list[float]()
    return lambda path: (list(learn(village.at(path), parts, sites, pauses.append)), sites, pauses)


def test_a_sitemap_is_followed(village: Village, walk: Walk) -> None:
    """Ten pages from all of it, with a pause before each request but the first; then the frame is known."""
    village.pages = {f"/s{n}": (200, html(f"ämne {n}")) for n in range(40)}
    listed = "".join(f"<url><loc>{village.at(f'/s{n}')}</loc></url>" for n in range(40))
    village.pages["/sitemap.xml"] = (200, f"<urlset>{listed}</urlset>")
    village.pages["/"] = (200, html("byn"))
    lessons, sites, pauses = walk("/")
    assert len(lessons) == PAGES
    assert not any(lesson.problem for lesson in lessons)
    assert {lesson.address for lesson in lessons} > {village.at("/"), village.at("/s0")}
    assert pauses == [1.0] * PAGES, "before the sitemap and every page after the first"
    known = sites.known(f"127.0.0.1:{village.port}")
    assert len(known.pages) == PAGES
    common = set.intersection(*(set(page.traces) for page in known.pages))
    assert len(common) == 1, "the frame"


def test_links_are_followed_where_there_is_no_sitemap(village: Village, walk: Walk) -> None:
    """Pages of the same site once each, no files, no other hosts; one that fails is told and passed over."""
    links = "".join(
        f"<a href='{to}'>x</a>" for to in ("/a", "/a#b", "/a?utm=1", "/b", "/c.pdf", "https://b.se/d", "mailto:x@y.se")
    )
    village.pages = {"/": (200, html("byn", links)), "/a": (200, html("is"))}
    lessons, sites, _ = walk("/")
    assert [lesson.address for lesson in lessons] == [village.at(path) for path in ("/", "/a", "/b")]
    assert isinstance(lessons[-1].problem, PageNotFound)
    assert len(sites.known(f"127.0.0.1:{village.port}").pages) == 2


def test_what_robots_txt_forbids_is_not_read(village: Village, walk: Walk) -> None:
    """Neither pages nor the first page; a site that cannot say what it allows allows nothing."""
    village.pages = {
        "/robots.txt": (200, "User-agent: *\nDisallow: /hemligt\nCrawl-delay: 100"),
        "/": (200, html("byn", "".join(f"<a href='/{n}'>x</a>" for n in range(20)) + "<a href='/hemligt'>x</a>")),
        **{f"/{n}": (200, html(f"ämne {n}")) for n in range(20)},
    }
    lessons, _, pauses = walk("/")
    assert "/hemligt" not in village.asked
    assert set(pauses) == {100.0}
    assert len(lessons) == 7, "no more pages than fit into ten minutes"
    with pytest.raises(SiteClosed):
        walk("/hemligt")
    village.pages["/robots.txt"] = (503, "")
    with pytest.raises(SiteClosed):
        walk("/")


def test_a_first_page_that_is_not_there_is_an_error(walk: Walk) -> None:
    """Whoever typed a wrong address is told so."""
    with pytest.raises(PageNotFound):
        walk("/none")
