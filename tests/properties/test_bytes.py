"""Any bytes become a Page or a ReaderError: on the wire, in a header, in a file."""

import gzip
import socket
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.errors import ReaderError
from readerapp.fetch import Limits, fetch, from_file
from readerapp.fetch.connect import Resolver
from readerapp.model import Document
from tests.fetch.loopback import Server, listen

LIMITS = Limits(size=200_000, seconds=2.0)
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
    "br": bytes,
    "": bytes,
}
"""What a server may say of its encoding, and how such a body is made."""


class Parrot:
    """A server that says what it is told to say."""

    def __init__(self) -> None:
        self.reply = b""
        self.listening, self.server = listen(self._answer)

    def _answer(self, connection: socket.socket, _: bytes) -> None:
        connection.sendall(self.reply)

    def ask(self, reply: bytes, previous: Document | None = None) -> Document:
        """Fetch what the reply is; its redirects lead nowhere else."""
        self.reply = reply
        return fetch(
            self.server.address, limits=LIMITS, policy=self.server.policy, previous=previous, resolver=only(self.server)
        )


def only(server: Server) -> Resolver:
    """A resolver for the server itself; every other name is unknown."""

    def resolver(host: str, port: int) -> Sequence[str]:
        if (host, port) == ("127.0.0.1", server.port):
            return [host]
        raise OSError(host)

    return resolver


@pytest.fixture(scope="module")
def parrot() -> Iterator[Parrot]:
    """One server for all examples."""
    bird = Parrot()
    with bird.listening:
        yield bird


def check(page: Document) -> None:
    """A page can be kept, compared and read again."""
    assert page.text.encode()
    assert len(page.fingerprint) == 64


headers = st.dictionaries(
    st.sampled_from(
        [
            "Content-Type",
            "Content-Encoding",
            "Content-Language",
            "Location",
            "ETag",
            "Last-Modified",
            "X",
            "Content-Length",
        ]
    ),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF), max_size=60)
    | st.sampled_from(["text/html; charset=koi8-r", "gzip", "deflate", "/", "//", "http://[", "0", "5", "image/png"]),
    max_size=5,
)
quick = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(reply=st.binary(max_size=400) | st.binary(max_size=400).map(b"HTTP/1.1 200 OK\r\n".__add__))
def test_any_bytes_on_the_wire(parrot: Parrot, reply: bytes) -> None:
    """Whatever a server sends, the answer is a Page or a ReaderError."""
    with suppress(ReaderError):
        check(parrot.ask(reply))


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """An HTTP answer with any status, headers and encoding, whole or cut off."""
    encoding = draw(st.sampled_from(sorted(PACKED)))
    packed = PACKED[encoding](b"<html>" + draw(st.binary(max_size=300)))
    told = {"Content-Encoding": encoding, **draw(headers)}
    lines = [
        f"HTTP/1.1 {draw(st.sampled_from([200, 200, 200, 304, 301]) | st.integers(0, 999)):03} Said",
        *(f"{name}: {value}" for name, value in told.items()),
    ]
    whole = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + packed
    return whole[: len(whole) - draw(st.integers(0, 40))]


@quick
@given(reply=answers())
def test_any_answer(parrot: Parrot, reply: bytes) -> None:
    """Every answer is a Page or a ReaderError, asked for anew or again."""
    with suppress(ReaderError):
        page = parrot.ask(reply)
        check(page)
        check(parrot.ask(reply, previous=page))


@quick
@given(location=st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF), max_size=80))
def test_any_redirect(parrot: Parrot, location: str) -> None:
    """Wherever a site sends us, it is judged, or refused as no address at all."""
    reply = f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {location}\r\n\r\n".encode("latin-1")
    with pytest.raises(ReaderError):
        parrot.ask(reply)


@quick
@given(body=st.binary(max_size=300) | st.binary(max_size=300).map(b"<!doctype html><p>".__add__))
def test_any_file(tmp_path: Path, body: bytes) -> None:
    """A file of any bytes is a Page or a ReaderError."""
    file = tmp_path / "saved.html"
    file.write_bytes(body)
    with suppress(ReaderError):
        check(from_file(file))
