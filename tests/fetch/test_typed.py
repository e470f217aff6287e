"""What somebody typed, and the protocols that it may mean."""

import socket
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.errors import AddressForbidden, HostClosed, HostUnreachable, PageNotFound, PageTimeout, ReaderError
from readerapp.fetch import Policy, candidates, fetch, from_bytes
from readerapp.model import Document
from readerapp.narration import pages
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.preparing import InProcess
from readerapp.speech import SpeechOptions
from readerapp.store import Store


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.se", ("https://example.se/", "http://example.se/")),
        (" example.se/a?b=c ", ("https://example.se/a?b=c", "http://example.se/a?b=c")),
        ("//example.se", ("https://example.se/", "http://example.se/")),
        ("räv.se", ("https://xn--rv-via.se/", "http://xn--rv-via.se/")),
        ("https://example.se", ("https://example.se/",)),
        ("HTTPS://example.se", ("https://example.se/",)),
        ("http://example.se", ("http://example.se/",)),
        ("example.se:8443", ("https://example.se:8443/", "http://example.se:8443/")),
    ],
)
def test_only_a_bare_name_may_mean_http(typed: str, meant: tuple[str, ...]) -> None:
    """What was typed with its protocol is meant so."""
    assert candidates(typed) == meant


def read(typed: str, folder: Path, answers: Mapping[str, ReaderError]) -> tuple[Document, list[str]]:
    """The page that is read, and the addresses that were asked."""
    asked: list[str] = []

    def one(address: str, _previous: Document | None, _client: str) -> Document:
        asked.append(address)
        if problem := answers.get(address):
            raise problem
        return from_bytes(b"<p>Hej", address=address)

    def options(_preferences: object) -> SpeechOptions:
        return SpeechOptions()

    parts = Dependencies(
        store=Store(folder), voices=VoiceRegistry({}, []), fetch=one, options=options, prepare=InProcess(options, None)
    )
    source = pages.Pages(parts).read(typed, "")
    return source.facts, asked


def test_http_is_asked_where_https_is_closed(tmp_path: Path) -> None:
    """A refused connection or failed TLS leads to http, for a bare name only."""
    closed = {"https://a.se/": HostClosed(host="a.se")}
    page, asked = read("a.se", tmp_path, closed)
    assert page.address == "http://a.se/"
    assert asked == ["https://a.se/", "http://a.se/"]
    with pytest.raises(HostClosed):
        read("https://a.se/", tmp_path, closed)


@pytest.mark.parametrize("problem", [HostUnreachable, PageNotFound, PageTimeout, AddressForbidden])
def test_any_other_failure_is_final(tmp_path: Path, problem: type[ReaderError]) -> None:
    """A site that answers over https is not asked over http."""
    with pytest.raises(problem):
        read("a.se", tmp_path, {"https://a.se/": problem(host="a.se", address="a.se")})


def test_the_first_failure_is_told(tmp_path: Path) -> None:
    """With both closed, the visitor is told of the site, once."""
    both = {f"{scheme}://a.se/": HostClosed(host="a.se") for scheme in ("https", "http")}
    with pytest.raises(HostClosed):
        read("a.se", tmp_path, both)


def greet(listening: socket.socket) -> None:
    """Say something that is no TLS to the first who comes."""
    connection, _ = listening.accept()
    with connection:
        connection.sendall(b"220 hello\r\n")


def test_closed_is_refused_or_not_proven(answer) -> None:
    """A port on which nothing listens and a server that speaks no TLS are closed; a broken answer is not."""
    with socket.create_server(("127.0.0.1", 0)) as plain:
        port = plain.getsockname()[1]
        policy = Policy(private=frozenset({("127.0.0.1", port)}))
        greeter = threading.Thread(target=greet, args=(plain,))
        greeter.start()
        with pytest.raises(HostClosed):
            fetch(f"https://127.0.0.1:{port}/", policy=policy)
        greeter.join()
    with pytest.raises(HostClosed):
        fetch(f"http://127.0.0.1:{port}/", policy=policy)
    broken = answer(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
    with pytest.raises(HostUnreachable) as caught:
        fetch(broken.address, policy=broken.policy)
    assert not isinstance(caught.value, HostClosed)
    moved = answer(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n\r\n" % port)
    places = Policy(private=policy.private | moved.policy.private)
    with pytest.raises(HostUnreachable) as caught:
        fetch(moved.address, policy=places)
    assert not isinstance(caught.value, HostClosed), "the site itself answered"
