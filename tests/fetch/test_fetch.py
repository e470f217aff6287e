"""Every way that a site can answer, over real sockets."""

import dataclasses
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable

import pytest

from readerapp.errors import (
    AddressForbidden,
    HostUnknown,
    HostUnreachable,
    NotAPage,
    PageEmpty,
    PageFailed,
    PageNotFound,
    PageRefused,
    PageTimeout,
    PageTooLarge,
    ReaderError,
    TooManyRedirects,
)
from readerapp.fetch import Limits, Policy, fetch
from tests.fetch.loopback import Script, Server

HTML = "<!doctype html><title>Möte</title><p>Ärendet togs upp på mötet i Nyköping.".encode()
Answer = Callable[[bytes], Server]
Serve = Callable[[Script], Server]


def reply(body: bytes = HTML, status: str = "200 OK", **headers: str) -> bytes:
    """An HTTP/1.1 answer as bytes; underscores in header names stand for hyphens."""
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in told.items() if value)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def test_a_page_arrives_whole(answer: Answer) -> None:
    """Text, addresses, language and validators of an answer are all in the Page."""
    server = answer(reply(ETag='"v1"', Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT", Content_Language="sv", X_Odd="å"))
    page = fetch(server.address, policy=server.policy)
    assert page.text == HTML.decode()
    assert (page.address, page.final_address) == (server.address, server.address)
    assert (page.charset, page.language, page.etag) == ("utf-8", "sv", '"v1"')
    assert page.last_modified == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert page.fetched_at == page.checked_at


def test_the_request_tells_only_what_it_must(answer: Answer) -> None:
    """One GET with the host's own name, no cookie, no referrer, nothing of the visitor."""
    server = answer(reply())
    fetch(f"{server.address}a?b=c#d", policy=server.policy)
    first, *headers = server.heard[0].decode().split("\r\n")
    assert first == "GET /a?b=c HTTP/1.1"
    assert f"Host: 127.0.0.1:{server.port}" in headers
    assert {header.partition(":")[0].lower() for header in headers if header} == {
        "host",
        "user-agent",
        "accept",
        "accept-encoding",
        "connection",
    }


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("204 No Content", PageEmpty),
        ("205 Reset Content", PageEmpty),
        ("206 Partial Content", None),
        ("300 Multiple Choices", PageFailed),
        ("304 Not Modified", PageFailed),
        ("400 Bad Request", PageFailed),
        ("401 Unauthorized", PageRefused),
        ("403 Forbidden", PageRefused),
        ("404 Not Found", PageNotFound),
        ("410 Gone", PageNotFound),
        ("418 Teapot", PageFailed),
        ("429 Too Many Requests", PageFailed),
        ("451 Unavailable For Legal Reasons", PageRefused),
        ("500 Internal Server Error", PageFailed),
        ("503 Service Unavailable", PageFailed),
        ("599 Odd", PageFailed),
    ],
)
def test_statuses(answer: Answer, status: str, error: type[ReaderError] | None) -> None:
    """Each status becomes the error that tells the visitor what to do."""
    empty = status[:3] in ("204", "304")
    server = answer(reply(b"" if empty else HTML, status, Content_Length="" if empty else str(len(HTML))))
    if error is None:
        assert fetch(server.address, policy=server.policy).text
        return
    with pytest.raises(error) as caught:
        fetch(server.address, policy=server.policy)
    assert type(caught.value) is error
    assert "?" not in str(caught.value)


@pytest.mark.parametrize("body", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_page(answer: Answer, body: bytes) -> None:
    """Nothing, or nothing but white space, is an empty page."""
    server = answer(reply(body))
    with pytest.raises(PageEmpty):
        fetch(server.address, policy=server.policy)


@pytest.mark.parametrize(
    ("body", "kind", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "application/pdf", "PDF"),
        (b"%PDF-1.7\n%\xe2\xe3", "text/html", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "PNG"),
        (b"PK\x03\x04\x14\0", "text/html", "ZIP"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"Hej", "text/csv", "text/csv"),
        (bytes(range(256)), "text/plain", "application/octet-stream"),
        (b"<svg xmlns='x'></svg>", "image/svg+xml", "SVG"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "text/xml", "RSS"),
        (bytes(range(256)), "text/html", "application/octet-stream"),
        (bytes(range(256)), "", "application/octet-stream"),
        (b"Hej", "application/octet-stream", "application/octet-stream"),
    ],
)
def test_what_is_not_a_page(answer: Answer, body: bytes, kind: str, named: str) -> None:
    """A document, a picture or data is refused by its own bytes or its label, and named."""
    server = answer(reply(body, Content_Type=kind))
    with pytest.raises(NotAPage) as caught:
        fetch(server.address, policy=server.policy)
    assert caught.value.facts["kind"] == named


@pytest.mark.parametrize("kind", ["", "text/plain", "application/octet-stream", "application/xhtml+xml", "image/png"])
def test_a_page_under_a_wrong_label(answer: Answer, kind: str) -> None:
    """Markup that opens like a page is one, whatever the server calls it."""
    server = answer(reply(Content_Type=kind))
    assert fetch(server.address, policy=server.policy).text == HTML.decode()


def test_a_film_is_refused_by_its_beginning(serve: Serve) -> None:
    """What is no page is known from its first bytes; an endless rest is neither read nor waited for."""

    def film(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        while True:
            connection.sendall(b"\0\0\0\x20ftypisom".ljust(4096, b"\0"))

    server = serve(film)
    with pytest.raises(NotAPage) as caught:
        fetch(server.address, policy=server.policy)
    assert caught.value.facts["kind"] == "MP4"


def test_too_large(serve: Serve, answer: Answer) -> None:
    """Both a length that is told and a body that never ends stop at the limit."""
    told = answer(reply(b"<html>" + b"x" * 5000, Content_Length="999999999"))
    with pytest.raises(PageTooLarge) as caught:
        fetch(told.address, policy=told.policy)
    assert caught.value.facts["limit"] == "10"

    def endless(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n<html>")
        while True:
            connection.sendall(b"word " * 2000)

    server = serve(endless)
    with pytest.raises(PageTooLarge):
        fetch(server.address, policy=server.policy, limits=Limits(size=300_000))


def test_a_page_of_just_the_limit(answer: Answer) -> None:
    """The limit itself is still allowed."""
    body = HTML.ljust(50_000)
    server = answer(reply(body))
    assert len(fetch(server.address, policy=server.policy, limits=Limits(size=50_000)).text.encode()) == 50_000
    with pytest.raises(PageTooLarge):
        fetch(server.address, policy=server.policy, limits=Limits(size=49_999))


def raw_deflate(body: bytes) -> bytes:
    """The bare stream that some servers call deflate."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(HTML, mtime=0)),
        ("x-gzip", gzip.compress(HTML, mtime=0)),
        ("GZIP", gzip.compress(HTML[:20], mtime=0) + gzip.compress(HTML[20:], mtime=0)),
        ("gzip", gzip.compress(HTML, mtime=0) + b"\0\0trailing"),
        ("deflate", zlib.compress(HTML)),
        ("deflate", raw_deflate(HTML)),
        ("identity", HTML),
    ],
)
def test_compressed(answer: Answer, encoding: str, packed: bytes) -> None:
    """The encodings that servers use are undone, in pieces of any size."""
    server = answer(reply(packed, Content_Encoding=encoding))
    assert fetch(server.address, policy=server.policy).text == HTML.decode()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", HTML),
        ("br", HTML),
        ("zstd", HTML),
        ("gzip, gzip", gzip.compress(gzip.compress(HTML, mtime=0), mtime=0)),
    ],
)
def test_broken_compression(answer: Answer, encoding: str, packed: bytes) -> None:
    """Broken and unasked-for encodings are the site's failure; for what is cut short see test_arrivals."""
    server = answer(reply(packed, Content_Encoding=encoding))
    with pytest.raises(PageFailed):
        fetch(server.address, policy=server.policy)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, raw_deflate])
def test_a_bomb_does_not_go_off(answer: Answer, pack: Callable[[bytes], bytes]) -> None:
    """A small body that unpacks to a huge one is stopped at the limit."""
    server = answer(
        reply(pack(b"<html>" + b" " * 40_000_000), Content_Encoding="gzip" if pack is gzip.compress else "deflate")
    )
    with pytest.raises(PageTooLarge):
        fetch(server.address, policy=server.policy)


def test_redirects_are_followed(serve: Serve) -> None:
    """Five redirects in all their forms lead to the page, which knows where it was asked for and found."""
    steps = {"/": "a", "/a": "/b?c", "/b?c": "//{host}/d", "/d": "http://{host}/e", "/e": "/å"}

    def guide(connection: socket.socket, head: bytes) -> None:
        path = head.split()[1].decode()
        where = steps.get(path)
        if where is None:
            connection.sendall(reply())
            return
        where = where.format(host=f"127.0.0.1:{server.port}")
        connection.sendall(b"HTTP/1.1 307 Over\r\nContent-Length: 0\r\nLocation: " + where.encode() + b"\r\n\r\n")

    server = serve(guide)
    page = fetch(server.address, policy=server.policy)
    assert page.address == server.address
    assert page.final_address == f"{server.address}%C3%A5"
    with pytest.raises(TooManyRedirects):
        fetch(server.address, policy=server.policy, limits=Limits(redirects=4))


def test_going_round_in_circles(answer: Answer) -> None:
    """A site that redirects for ever is left after five."""
    server = answer(reply(b"", "302 Found", Location="/"))
    with pytest.raises(TooManyRedirects):
        fetch(server.address, policy=server.policy)
    assert len(server.heard) == 6


def test_a_site_that_checks_for_cookies(serve: Serve) -> None:
    """A site that sends us round until its cookie comes back is satisfied; no other host hears of it."""

    def site(connection: socket.socket, head: bytes) -> None:
        if b"Cookie: seen=yes; n=1\r\n" in head:
            connection.sendall(reply())
        else:
            cookies = "Set-Cookie: seen=yes; Path=/; HttpOnly\r\nset-cookie: n=1\r\nSet-Cookie: broken\r\n"
            moved = reply(b"", "302 Found", Location="/").replace(b"Location", cookies.encode() + b"Location")
            connection.sendall(moved)

    server = serve(site)
    assert fetch(server.address, policy=server.policy).text
    fetch(server.address, policy=server.policy)
    assert [b"Cookie" in head for head in server.heard] == [False, True, False, True]
    elsewhere = serve(lambda connection, _: connection.sendall(reply()))
    away = f"Set-Cookie: a=b\r\nLocation: http://other.example:{elsewhere.port}/"
    here = serve(lambda connection, _: connection.sendall(reply(b"", "302 Found", X=f"1\r\n{away}")))
    policy = Policy(private=frozenset({("127.0.0.1", here.port), ("other.example", elsewhere.port)}))
    fetch(here.address, policy=policy, resolver=lambda *_: ["127.0.0.1"])
    assert b"Cookie" not in elsewhere.heard[0]


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "https://example.com:22/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://2130706433/",
        "http://user:pass@example.com/",
        "http://[/",
    ],
)
def test_redirects_to_forbidden_places(answer: Answer, location: str) -> None:
    """A redirect is judged like an address that was typed."""
    server = answer(reply(b"", "301 Moved", Location=location))
    with pytest.raises(AddressForbidden):
        fetch(server.address, policy=server.policy)


def test_a_redirect_to_nowhere(answer: Answer) -> None:
    """A redirect that does not say where to is the site's failure."""
    server = answer(reply(b"", "302 Found"))
    with pytest.raises(PageFailed):
        fetch(server.address, policy=server.policy)


def test_a_page_that_did_not_change(serve: Serve) -> None:
    """The validators are sent back; 304 gives the same page with a new time of checking."""

    def site(connection: socket.socket, head: bytes) -> None:
        if b'If-None-Match: "v1"' in head and b"If-Modified-Since: Mon, 02 Nov" in head:
            connection.sendall(b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n')
        else:
            connection.sendall(reply(ETag='"v1"', Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT"))

    server = serve(site)
    first = fetch(server.address, policy=server.policy)
    again = fetch(server.address, policy=server.policy, previous=first)
    assert again.checked_at > first.checked_at
    assert same_but_for_the_check(again, first)
    assert b"If-None-Match" not in server.heard[0]


def same_but_for_the_check(one: object, other: object) -> bool:
    """Whether two pages differ in nothing but the time of checking."""
    fields = ("address", "final_address", "body", "fetched_at", "charset", "language", "etag", "last_modified")
    return all(getattr(one, field) == getattr(other, field) for field in fields)


def test_validators_stay_with_their_address(answer: Answer) -> None:
    """What one address said of its version is not told to another."""
    server = answer(reply(ETag='"v1"'))
    first = fetch(server.address, policy=server.policy)
    fetch(f"{server.address}other", policy=server.policy, previous=first)
    assert b"If-None-Match" not in server.heard[1]


def test_an_odd_validator_is_sent_back_as_it_came(answer: Answer) -> None:
    """A validator beyond ASCII does not break the next request."""
    server = answer(reply().replace(b"Content-Type", 'ETag: "vår"\r\nContent-Type'.encode("latin-1")))
    first = fetch(server.address, policy=server.policy)
    fetch(server.address, policy=server.policy, previous=first)
    assert 'If-None-Match: "vår"\r\n'.encode("latin-1") in server.heard[1]


SLOW = Limits(seconds=0.6)


def drip(*, head: bool) -> Script:
    """A server that sends a byte now and then, for ever, in its head or in its body."""

    def script(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" if head else b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            time.sleep(0.05)
            connection.sendall(b"X")

    return script


@pytest.mark.parametrize(
    "script",
    [drip(head=True), drip(head=False), lambda connection, _: connection.recv(1), lambda *_: time.sleep(300)],
    ids=["slow head", "slow body", "silence", "sleep"],
)
def test_the_deadline_is_for_the_whole(serve: Serve, script: Script) -> None:
    """A server that keeps just busy enough is left at the deadline all the same."""
    server = serve(script)
    with pytest.raises(PageTimeout):
        fetch(server.address, policy=server.policy, limits=SLOW)


def test_slow_redirects_share_the_time(serve: Serve) -> None:
    """Redirects do not buy more time."""

    def script(connection: socket.socket, _: bytes) -> None:
        time.sleep(0.25)
        connection.sendall(reply(b"", "302 Found", Location="/"))

    server = serve(script)
    with pytest.raises(PageTimeout):
        fetch(server.address, policy=server.policy, limits=SLOW)


def test_a_resolver_that_hangs() -> None:
    """A look-up that takes for ever is left at the deadline."""
    hold = threading.Event()

    def stuck(_host: str, _port: int) -> list[str]:
        hold.wait(300)
        return []

    with pytest.raises(PageTimeout):
        fetch("http://example.se/", limits=SLOW, resolver=stuck)
    assert not hold.is_set(), "it was left while it still hung"
    hold.set()


def test_an_unknown_host() -> None:
    """A name without an address is told as such."""

    def nothing(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with pytest.raises(HostUnknown) as caught:
        fetch("http://nowhere.example/", resolver=nothing)
    assert caught.value.facts["host"] == "nowhere.example"
    with pytest.raises(HostUnknown) as caught:
        fetch("http://нигде.рф/", resolver=nothing)
    assert caught.value.facts["host"] == "нигде.рф"
    with pytest.raises(HostUnknown):
        fetch("http://nowhere.example/", resolver=lambda _host, _port: [])


def test_nobody_listens(answer: Answer) -> None:
    """A closed port is a site that does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    policy = dataclasses.replace(answer(b"").policy, private=frozenset({("127.0.0.1", port)}))
    with pytest.raises(HostUnreachable):
        fetch(f"http://127.0.0.1:{port}/", policy=policy)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"hello",
        b"\0\xff\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
)
def test_garbage_is_no_answer(answer: Answer, garbage: bytes) -> None:
    """What does not speak HTTP, or breaks off, does not answer."""
    server = answer(garbage)
    with pytest.raises(HostUnreachable):
        fetch(server.address, policy=server.policy)
