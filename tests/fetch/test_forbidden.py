"""Places that a stranger's address must not lead to, in every spelling known to have worked somewhere."""

import base64
import ipaddress
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import httpcore
import pytest

from readerapp.errors import (
    AddressForbidden,
    AddressMalformed,
    HostUnknown,
    HostUnreachable,
    ReaderError,
)
from readerapp.fetch import Policy, fetch
from readerapp.fetch.request import _trust
from tests.fetch.loopback import Script, Server

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>secret"
Serve = Callable[[Script], Server]


def no_lookup(host: str, _port: int) -> Sequence[str]:
    """A resolver for numeric hosts and localhost; any other question fails the test."""
    if host == "localhost":
        return ["127.0.0.1", "::1"]
    return [str(socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)[0][4][0])]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://127.1/",
        "http://0/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.0.0.1.:80/",
        "http://127。0。0。1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[0:0:0:0:0:ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://100.100.100.200/latest/meta-data/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.0.1/",
        "http://[fe80::1]/",
        "file:///etc/passwd",
        "http://example.com@127.0.0.1/",
        "http://example.com:22/",
        "http://example.com:6379/",
    ],
)
def test_private_places(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is refused, and no connection is even tried."""

    def connected(*_: object, **__: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket, "create_connection", connected)
    with pytest.raises((AddressForbidden, AddressMalformed)):
        fetch(address, resolver=no_lookup)


def test_loopback_is_closed_though_it_answers(serve: Serve) -> None:
    """A live server on loopback is out of reach without the operator's word, whatever the port rules say."""
    server = serve(lambda connection, _: connection.sendall(PAGE))
    with pytest.raises(AddressForbidden):
        fetch(server.address, policy=Policy(ports=frozenset({server.port})))
    assert server.heard == []
    assert "secret" in fetch(server.address, policy=server.policy).text


def test_the_operators_word_is_for_one_port(serve: Serve) -> None:
    """Opening one port of a host opens no other."""
    first = serve(lambda connection, _: connection.sendall(PAGE))
    second = serve(lambda connection, _: connection.sendall(PAGE))
    with pytest.raises(AddressForbidden):
        fetch(second.address, policy=first.policy)
    assert second.heard == []


@pytest.mark.parametrize("answers", [["8.8.8.8", "127.0.0.1"], ["2a00:1450::1", "10.0.0.1"], ["::ffff:10.0.0.1"]])
def test_one_private_answer_is_enough(answers: list[str]) -> None:
    """A name with a public and a private address is refused whole."""
    with pytest.raises(HostUnknown):
        fetch("http://mixed.example/", resolver=lambda _host, _port: answers)


def _send(answer: bytes, connection: socket.socket, _head: bytes) -> None:
    connection.sendall(answer)


def test_a_name_inside_and_one_that_is_not_there_get_one_answer(serve: Serve) -> None:
    """A stranger is not told which names exist inside, neither at once nor by way of a redirect."""

    def resolver(host: str, _port: int) -> Sequence[str]:
        if host == "secret.example":
            return ["10.0.0.7"]
        if host == "127.0.0.1":
            return [host]
        raise OSError

    told = set()
    for name in ("secret.example", "nothing.example"):
        where = f"HTTP/1.1 302 Found\r\nLocation: http://{name}/\r\nContent-Length: 0\r\n\r\n".encode()
        site = serve(partial(_send, where))
        for address in (f"http://{name}/", site.address):
            with pytest.raises(ReaderError) as caught:
                fetch(address, policy=site.policy, resolver=resolver)
            told.add((caught.type, str(caught.value).replace(name, "…"), caught.value.advice))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("answer", "closed", "connects"),
    [
        ("8.8.8.8", "8.8.8.0/24", False),
        ("8.8.9.8", "8.8.8.0/24", True),
        ("2a00:1450::1", "2a00:1450::/32", False),
        ("2a00:1451::1", "2a00:1450::/32", True),
        ("64:ff9b::808:808", "8.8.8.0/24", False),
        ("8.8.8.8", "2a00:1450::/32", True),
    ],
)
def test_the_operators_own_public_networks(
    monkeypatch: pytest.MonkeyPatch, answer: str, closed: str, *, connects: bool
) -> None:
    """A network that is named is never connected to, not as what NAT64 leads to either; others are."""
    tried: list[str] = []

    def connect(_self: object, host: str, *_: object) -> None:
        tried.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    policy = Policy(closed=(ipaddress.ip_network(closed),))
    with pytest.raises(ReaderError):
        fetch("http://own.example/", policy=policy, resolver=lambda *_: [answer])
    assert bool(tried) == connects


def test_through_the_operators_proxy(serve: Serve) -> None:
    """The proxy is asked for the whole address, with its password, and looks the name up itself.

    What is written as a number and leads inside is refused here all the same, and so is what the sites don't list.
    """
    proxy = serve(lambda connection, _: connection.sendall(PAGE))
    policy = Policy(proxy=f"http://me:a%40b@127.0.0.1:{proxy.port}", sites=("*.example", "10.0.0.1", "localhost"))
    looked_up: list[str] = []

    def resolver(host: str, _port: int) -> Sequence[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    assert "secret" in fetch("http://a.example/b?c=d", policy=policy, resolver=resolver).text
    head = proxy.heard[0].decode()
    assert head.startswith("GET http://a.example/b?c=d HTTP/1.1\r\n")
    assert f"Proxy-Authorization: Basic {base64.b64encode(b'me:a@b').decode()}" in head
    assert set(looked_up) == {"127.0.0.1"}
    with pytest.raises(HostUnreachable):
        fetch("https://a.example/", policy=policy, resolver=resolver)  # a proxy that answers CONNECT with a page
    assert proxy.heard[1].startswith(b"CONNECT a.example:443 ")
    for address in ("http://10.0.0.1/", "http://localhost/", "http://b.other/"):
        with pytest.raises(AddressForbidden):
            fetch(address, policy=policy, resolver=resolver)
    assert len(proxy.heard) == 2


def test_rebinding(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once, and the connection goes to that answer: a second, private one never counts."""
    asked: list[str] = []
    tried: list[tuple[str, int]] = []

    def turncoat(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ["8.8.8.8"] if len(asked) == 1 else ["127.0.0.1"]

    def connect(where: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(where)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(HostUnreachable):
        fetch("http://rebind.example/", resolver=turncoat)
    assert asked == ["rebind.example"]
    assert tried == [("8.8.8.8", 80)]


def test_every_redirect_is_looked_up_anew(serve: Serve) -> None:
    """A name that was let through once is judged again when a redirect comes back to it."""
    server = serve(
        lambda connection, _: connection.sendall(
            b"HTTP/1.1 302 Found\r\nLocation: http://turn.example/\r\nContent-Length: 0\r\n\r\n"
        )
    )
    with pytest.raises(HostUnknown) as caught:
        fetch(server.address, policy=server.policy, resolver=lambda *_: ["127.0.0.1"])
    assert caught.value.facts["host"] == "turn.example"
    assert len(server.heard) == 1


def test_a_second_address_is_tried(serve: Serve) -> None:
    """Where the first address of a host is dead, the next one serves."""
    server = serve(lambda connection, _: connection.sendall(PAGE))
    policy = Policy(private=frozenset({("two.example", server.port)}))
    address = f"http://two.example:{server.port}/"
    page = fetch(address, policy=policy, resolver=lambda _host, _port: ["127.0.0.99", "127.0.0.1"])
    assert page.final_address == address
    assert f"Host: two.example:{server.port}".encode() in server.heard[0]


def test_an_ipv6_host_keeps_its_brackets() -> None:
    """The Host header of a numeric IPv6 address is as the standard writes it."""
    heard: list[bytes] = []
    try:
        listening = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6 loopback")

    def serve_once() -> None:
        connection, _ = listening.accept()
        with connection:
            heard.append(connection.recv(4096))
            connection.sendall(PAGE)

    with listening:
        threading.Thread(target=serve_once, daemon=True).start()
        port = listening.getsockname()[1]
        fetch(f"http://[::1]:{port}/", policy=Policy(private=frozenset({("::1", port)})))
    assert f"Host: [::1]:{port}\r\n".encode() in heard[0]


@pytest.mark.parametrize(
    ("sites", "host", "admitted"),
    [
        (("*",), "a.example", True),
        ((), "a.example", False),
        (("a.example",), "a.example", True),
        (("A.Example.",), "a.example", True),
        (("a.example",), "b.a.example", False),
        (("*.a.example",), "b.a.example", True),
        (("*.a.example",), "a.example", False),
        (("*.a.example",), "other-a.example", False),
        (("кремль.рф",), "xn--e1ajeds9e.xn--p1ai", True),
        (("*.räv.se", "b.se"), "www.xn--rv-via.se", True),
        (("bad host!",), "a.example", False),
    ],
)
def test_sites(sites: tuple[str, ...], host: str, admitted: bool) -> None:  # noqa: FBT001
    """The list of sites decides before any name is looked up."""
    looked_up: list[str] = []

    def resolver(name: str, _port: int) -> Sequence[str]:
        looked_up.append(name)
        return ["127.0.0.1"]

    with pytest.raises(HostUnknown if admitted else AddressForbidden):
        fetch(f"http://{host}/", policy=Policy(sites=sites), resolver=resolver)
    assert looked_up == ([host] if admitted else [])


def test_the_machines_proxy_is_not_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment would connect for us, unjudged; it is not asked."""
    proxy = serve(lambda connection, _: connection.sendall(PAGE))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.address)
    with pytest.raises(AddressForbidden):
        fetch("http://10.0.0.1/")
    assert proxy.heard == []


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, list[str]]]:
    """A TLS server for the name site.example, its certificate trusted, and the names that clients asked for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=site.example", "-addext", "subjectAltName=DNS:site.example"]
    making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*making, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    names: list[str] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    _trust.cache_clear()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve_tls, args=(listening, context), daemon=True).start()
        yield listening.getsockname()[1], names
    _trust.cache_clear()


def _serve_tls(listening: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        try:
            with context.wrap_socket(connection, server_side=True) as wrapped:
                wrapped.recv(4096)
                wrapped.sendall(PAGE)
        except OSError:
            continue


@pytest.mark.parametrize(("host", "error"), [("site.example", None), ("other.example", HostUnreachable)])
def test_tls_checks_the_name(secure: tuple[int, list[str]], host: str, error: type[ReaderError] | None) -> None:
    """The connection goes to a number, but TLS names the host and checks the certificate against it."""
    port, names = secure
    policy = Policy(private=frozenset({(host, port)}))

    def ask() -> str:
        return fetch(f"https://{host}:{port}/", policy=policy, resolver=lambda *_: ["127.0.0.1"]).text

    if error:
        with pytest.raises(error):
            ask()
    else:
        assert "secret" in ask()
    assert names == [host]
