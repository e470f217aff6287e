"""A WSGI application behind an asynchronous server: what it is told, and what comes of its answers."""

import asyncio
import gzip
import io
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from wsgiref.types import WSGIApplication

import pytest
from flask import Flask, Response, request, send_file

from readerapp.serving import bridge
from readerapp.serving.bridge import LARGEST_BODY, Bridge
from readerapp.serving.environ import AGAIN, AWAITED, LATER, REFUSED, environ
from readerapp.web import compression

T = TypeVar("T")


def scope(
    path: str = "/", method: str = "GET", headers: dict[str, str] | None = None, query: str = ""
) -> dict[str, Any]:
    told = [(name.lower().encode(), value.encode("latin-1")) for name, value in (headers or {}).items()]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": told,
        "server": ("127.0.0.1", 8000),
        "client": ("192.0.2.7", 4000),
    }


def alone(told: Coroutine[Any, Any, T]) -> T:
    """What it gives, from a thread of its own: a browser that another test left open has this thread's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, told).result()


class Client:
    """An ASGI server's two callables; `reads` decides how much of the answer it takes before it stalls."""

    def __init__(self, *sent: bytes, reads: int = 10**9) -> None:
        self.sent, self.reads = list(sent) or [b""], reads
        self.status, self.body, self.over = 0, b"", False
        self.headers: dict[str, str] = {}
        self.left = asyncio.Event()

    async def receive(self) -> MutableMapping[str, Any]:
        if self.sent:
            piece = self.sent.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(self.sent)}
        try:
            await self.left.wait()
        finally:  # as gunicorn does: who stops to listen has left
            self.left.set()
        return {"type": "http.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            return
        if len(self.body) >= self.reads:
            await asyncio.Event().wait()
        self.body += message.get("body", b"")
        self.over = not message.get("more_body")


def asked(application: WSGIApplication, told: dict[str, Any], client: Client | None = None) -> Client:
    """What a client of the bridge gets."""

    async def run() -> Client:
        mine = client or Client()
        served = Bridge(application, 2)
        try:
            await served(told, mine.receive, mine.send)
        finally:
            served.close()
        return mine

    return alone(run())


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """Answers of each form."""
    app = Flask(__name__)
    (tmp_path / "sound.mp3").write_bytes(bytes(range(256)) * 2000)

    @app.get("/file")
    def file() -> Response:
        return send_file(tmp_path / "sound.mp3", conditional=True)

    @app.get("/changed")
    def changed() -> Response:
        response = send_file(tmp_path / "sound.mp3")
        response.direct_passthrough = False
        response.set_data(response.get_data()[:3])
        return response

    @app.get("/pieces")
    def pieces() -> Response:
        return app.response_class(iter([b"one ", b"two"]))

    @app.route("/form", methods=["GET", "POST"])
    def form() -> dict[str, object]:
        return {"said": request.form.get("said"), "refused": request.environ.get(REFUSED), "path": request.path}

    @app.get("/later")
    def later() -> Response:
        async def body() -> AsyncIterator[bytes]:
            for piece in (b"soon", b" and ", b"later"):
                await asyncio.sleep(0)
                yield piece

        request.environ[LATER].append(body())
        return app.response_class(b"", headers={"X-Own": "1"})

    return app


@pytest.mark.parametrize(
    ("part", "status", "start", "end"),
    [
        (None, 200, 0, 512_000),
        ("bytes=10-19", 206, 10, 20),
        ("bytes=-5", 206, 511_995, 512_000),
        ("bytes=511999-", 206, 511_999, 512_000),
    ],
)
def test_files_and_parts_of_them(app: Flask, part: str | None, status: int, start: int, end: int) -> None:
    """A file comes whole, a range of it to the byte, with the length that is promised."""
    got = asked(app, scope("/file", headers={"Range": part} if part else {}))
    assert (got.status, got.body, got.over) == (status, (bytes(range(256)) * 2000)[start:end], True)
    assert int(got.headers["Content-Length"]) == end - start


def test_what_is_made_of_a_file_goes_out_instead_of_it(app: Flask) -> None:
    """A file that was opened and then compressed, or otherwise changed, is not sent as it was."""
    assert asked(app, scope("/changed")).body == bytes(range(3))


def test_files_are_read_by_the_loop_and_not_in_threads(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole files and parts of them; else each listener would hold a thread."""
    monkeypatch.setattr(bridge.SentFile, "__next__", lambda _self: pytest.fail("read in a thread"))
    assert len(asked(app, scope("/file")).body) == 512_000
    assert len(asked(app, scope("/file", headers={"Range": "bytes=5-70000"})).body) == 69_996


def test_a_file_that_was_compressed_on_its_way_out_is_sent_as_it_was_compressed(app: Flask) -> None:
    """What the application made of a file counts, not the file that it began with: Content-Encoding tells the truth."""
    compression.install(app)

    @app.get("/style")
    def style() -> Response:
        return send_file(io.BytesIO(b"p { color: red; }" * 200), mimetype="text/css")

    @app.get("/script")
    def script() -> Response:
        return send_file(__file__, mimetype="text/javascript")

    for path, whole in (("/style", b"p { color: red; }" * 200), ("/script", Path(__file__).read_bytes())):
        got = asked(app, scope(path, headers={"Accept-Encoding": "gzip"}))
        assert got.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(got.body) == whole
        assert int(got.headers["Content-Length"]) == len(got.body)
        assert asked(app, scope(path)).body == whole


def test_head_of_a_file_has_its_length_and_no_body(app: Flask) -> None:
    """HEAD is GET without the body."""
    got = asked(app, scope("/file", method="HEAD"))
    assert (got.status, got.headers["Content-Length"], got.body, got.over) == (200, "512000", b"", True)


def test_a_part_past_the_end_is_refused(app: Flask) -> None:
    """416, as Flask says it."""
    assert asked(app, scope("/file", headers={"Range": "bytes=512000-"})).status == 416


def test_bodies_that_come_piece_by_piece(app: Flask) -> None:
    """Iterators are read in the threads, asynchronous ones are awaited; the headers are the application's."""
    assert asked(app, scope("/pieces")).body == b"one two"
    got = asked(app, scope("/later"))
    assert (got.body, got.headers["X-Own"], got.over) == (b"soon and later", "1", True)
    assert "Content-Length" not in got.headers, "the application's is that of an empty body"


def test_a_body_is_read_whole_before_the_call(app: Flask) -> None:
    """In pieces, it arrives as one; one that is too large is refused by the application, with nothing of it kept."""
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "9"}
    got = asked(app, scope("/form", "POST", headers), Client(b"said", b"=", b"hej!"))
    assert b'"said":"hej!"' in got.body
    huge = Client(*[b"x" * 100_000] * (LARGEST_BODY // 100_000 + 2))
    assert b'"refused":413' in asked(app, scope("/form", "POST", headers), huge).body


def test_a_client_that_leaves_before_its_request_is_whole_costs_no_call() -> None:
    """Nor does one that takes too long to send it."""
    called = []

    def application(variables: dict[str, Any], _start: Callable[..., object]) -> list[bytes]:
        called.append(variables)
        return []

    async def leave() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    client = Client()
    client.receive = leave
    asked(application, scope(), client)
    assert (called, client.status) == ([], 0)


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time for a whole body is bounded, however slowly its bytes drip."""
    monkeypatch.setattr(bridge, "BODY_SECONDS", 0.05)
    client = Client()
    client.sent = []
    asked(lambda *_: pytest.fail("called"), scope(method="POST"), client)
    assert client.status == 0


def test_listeners_that_do_not_read_hold_no_thread_and_no_sound() -> None:
    """With one thread and fifty such listeners others are answered, and each listener has had two pieces made."""
    made, closed = [0] * 50, []

    def application(variables: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [])
        if variables["PATH_INFO"] == "/":
            return [b"answered"]
        number = int(variables["QUERY_STRING"])

        async def body() -> AsyncIterator[bytes]:
            try:
                for _ in range(1000):
                    made[number] += 1
                    yield b"x" * 1000
            finally:
                closed.append(number)

        variables[LATER].append(body())
        return []

    async def run() -> None:
        served = Bridge(application, 1)
        listeners = [Client(reads=1) for _ in made]
        tasks = [
            asyncio.ensure_future(served(scope("/sound", query=str(n)), each.receive, each.send))
            for n, each in enumerate(listeners)
        ]
        while min(made) < 2:  # noqa: ASYNC110 - the pieces are made without telling anybody
            await asyncio.sleep(0.01)
        other = Client()
        await served(scope(), other.receive, other.send)
        assert other.body == b"answered"
        assert set(made) == {2}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        served.close()
        assert sorted(closed) == list(range(50))

    alone(run())


def test_a_listener_that_left_ends_what_is_made_for_it() -> None:
    """The next piece is the last one."""

    async def run() -> None:
        client = Client()

        def application(variables: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
            async def body() -> AsyncIterator[bytes]:
                for number in range(1000):
                    if number == 3:
                        client.left.set()
                        await asyncio.sleep(0.01)
                    yield b"x"

            start("200 OK", [])
            variables[LATER].append(body())
            return []

        served = Bridge(application, 1)
        await served(scope(), client.receive, client.send)
        served.close()
        assert (client.body, client.over) == (b"xxx", False)

    alone(run())


def test_no_more_calls_at_once_than_threads() -> None:
    """Who comes later waits; the application never sees more at a time than it was promised."""
    running, most, lock = 0, 0, threading.Lock()
    both = threading.Barrier(2)

    def application(_variables: dict[str, Any], start: Callable[..., object]) -> Iterator[bytes]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        both.wait(30)
        with lock:
            running -= 1
        start("200 OK", [])
        return iter([b"x"])

    async def run() -> None:
        served = Bridge(application, 2)
        clients = [Client() for _ in range(12)]
        await asyncio.gather(*(served(scope(), each.receive, each.send) for each in clients))
        served.close()
        assert {each.body for each in clients} == {b"x"}

    alone(run())
    assert most == 2


def test_what_the_application_is_told() -> None:
    """Octets of the path as they came, repeated headers joined, and nothing that a name with an underscore claims."""
    told = scope(
        "/sv/%C3%A5%2Fb%FF", headers={"Content-Type": "text/plain", "X_Forwarded-For": "1.2.3.4", "Script-Name": "/x"}
    )
    told["headers"] += [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"text/html"), (b"accept", b"*/*")]
    variables = environ(told, b"body")
    assert variables["PATH_INFO"].encode("latin-1") == "/sv/å/b".encode() + b"\xff"
    assert (variables["HTTP_COOKIE"], variables["HTTP_ACCEPT"]) == ("a=1; b=2", "text/html,*/*")
    assert (variables["CONTENT_TYPE"], variables["SCRIPT_NAME"], variables["REMOTE_ADDR"]) == (
        "text/plain",
        "",
        "192.0.2.7",
    )
    assert not [name for name in variables if "FORWARDED" in name]
    assert isinstance(variables["wsgi.input"], io.BytesIO)


def slow(voices: list["Future[str]"]) -> WSGIApplication:
    """An application whose answers but one wait for a voice; each call gets a voice of its own."""

    def application(variables: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [])
        if variables["PATH_INFO"] == "/":
            return [b"answered"]
        if AGAIN not in variables:
            voices.append(Future())
            variables[AWAITED].append(voices[-1])
            return [b"never seen"]
        voice = variables[AWAITED][0]
        return [voice.result().encode() if voice.done() else b"too late"]

    return application


def test_who_waits_for_a_voice_holds_no_thread() -> None:
    """With one thread and fifty who wait, others are answered; each gets its own answer when its voice has spoken."""
    voices: list[Future[str]] = []

    async def run() -> list[bytes]:
        served = Bridge(slow(voices), 1)
        waiting = [Client() for _ in range(50)]
        tasks = [asyncio.ensure_future(served(scope("/0.mp3"), each.receive, each.send)) for each in waiting]
        while len(voices) < 50:  # noqa: ASYNC110 - they are asked without telling anybody
            await asyncio.sleep(0.01)
        other = Client()
        await served(scope(), other.receive, other.send)
        assert other.body == b"answered"
        for number, voice in enumerate(voices):
            voice.set_result(str(number))
        await asyncio.gather(*tasks)
        served.close()
        return [each.body for each in waiting]

    assert sorted(alone(run()), key=int) == [str(number).encode() for number in range(50)]


def test_a_voice_that_does_not_speak_is_not_awaited_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application then says what it can."""
    monkeypatch.setattr(bridge, "AWAITED_SECONDS", 0.05)
    assert asked(slow([]), scope("/0.mp3")).body == b"too late"


def test_a_body_that_comes_later_follows_a_voice_that_was_awaited() -> None:
    """A recording's first sentence is awaited, and then all of it is sent as it is made."""
    first: Future[str] = Future()

    async def pieces() -> AsyncIterator[bytes]:
        for piece in (b"one ", b"two ", b"three"):
            await asyncio.sleep(0.01)
            yield piece

    def application(variables: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [])
        if AGAIN in variables:
            variables[LATER].append(pieces())
        else:
            variables[AWAITED].append(first)
            threading.Timer(0.05, first.set_result, ["one"]).start()
        return []

    client = asked(application, scope("/whole.mp3"))
    assert (client.status, client.body, client.over) == (200, b"one two three", True)


def test_who_leaves_while_waiting_takes_nothing_from_the_others() -> None:
    """The future is not cancelled: whoever makes the sentence goes on, and others may wait for it too."""
    voices: list[Future[str]] = []

    async def run() -> None:
        served = Bridge(slow(voices), 1)
        client = Client()
        task = asyncio.ensure_future(served(scope("/0.mp3"), client.receive, client.send))
        while not voices:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
        client.left.set()
        await task
        assert client.status == 0
        voices[0].set_result("said all the same")
        served.close()

    alone(run())
    assert voices[0].result() == "said all the same"
