"""A WSGI application behind an asynchronous server.

The application has a thread for the length of a call, and no longer: a request is read whole before, and the answer is
sent after, at the client's pace, by the event loop. So clients that send or read slowly cost a socket each and no
thread. What is not there yet, a body (see `environ.LATER`) or what decides the answer (`environ.AWAITED`), is awaited,
not waited for.
"""

import asyncio
import os
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from typing import IO, Any, Final
from wsgiref.types import WSGIApplication

from .environ import AGAIN, AWAITED, LATER, REFUSED, environ

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[str, str]]

PIECE: Final = 1 << 16
"""Bytes that are handed to the server at a time: what one client that does not read may hold, twice."""
LARGEST_BODY: Final = 1 << 20
"""Bytes of a request's body; a form of ours has some hundred."""
BODY_SECONDS: Final = 30.0
"""How long a client may take to send that body."""
AWAITED_SECONDS: Final = 60.0
"""How long what decides an answer is awaited; the application then says what it can."""
STALLED_SECONDS: Final = 900.0
"""How long a client may read nothing at all: a player that is paused does so, and asks again when it goes on."""
_PART: Final = re.compile(r"bytes (\d+)-(\d+)/")


class Gone(ConnectionError):
    """The client went away before its request was whole."""


class SentFile:
    """A file that the application sends, as `wsgi.file_wrapper` gives it back; read by the bridge where it can be."""

    def __init__(self, file: IO[bytes], size: int = PIECE) -> None:
        self.file, self._size = file, size

    def __iter__(self) -> "SentFile":
        return self

    def __next__(self) -> bytes:
        if piece := self.file.read(self._size):
            return piece
        raise StopIteration

    def seekable(self) -> bool:
        """Whether a part of it can be sent without what stands before."""
        return self.file.seekable()

    def seek(self, *where: int) -> int:
        """Go to a place in it."""
        return self.file.seek(*where)

    def tell(self) -> int:
        """Tell the place in it."""
        return self.file.tell()

    def close(self) -> None:
        """Close it."""
        self.file.close()


class Answer:
    """What the application said: status, headers, and a body in one of its forms."""

    def __init__(self, application: WSGIApplication, variables: dict[str, Any]) -> None:
        self.status, self.headers = 500, Headers()
        self.file: SentFile | None = None
        variables["wsgi.file_wrapper"] = self._wrap
        self.body: Iterable[bytes] = application(variables, self._start)
        self.later: AsyncGenerator[bytes, None] | None = next(iter(variables[LATER]), None)
        if self.later is not None:  # the length that it knows is that of the empty body in its place
            self.headers = [(name, value) for name, value in self.headers if name.lower() != "content-length"]

    def _start(self, status: str, headers: Headers, _problem: object = None) -> Callable[[bytes], object]:
        self.status, self.headers = int(status.split(" ", 1)[0]), headers
        return self._write

    def _write(self, _data: bytes) -> None:
        raise NotImplementedError  # PEP 3333 has it for old applications; Flask is none

    def _wrap(self, file: IO[bytes], size: int = PIECE) -> SentFile:
        body = SentFile(file, size)
        with suppress(AttributeError, OSError):  # of what only behaves like a file
            file.fileno()
            self.file = body
        return body

    def close(self) -> None:
        """Tell the application that it is over."""
        if close := getattr(self.body, "close", None):
            close()

    def span(self) -> tuple[int, int] | None:
        """The first byte and the number of those to send of a file; None where the body is no file.

        The application may have made something else of a file that it opened, such as its content compressed.
        """
        source = self.body if isinstance(self.body, SentFile) else getattr(self.body, "iterable", None)  # a range of it
        if self.file is None or source is not self.file or self.status not in {200, 206}:
            return None
        headers = {name.lower(): value for name, value in self.headers}
        if self.status == 200:
            return 0, int(headers.get("content-length", os.fstat(self.file.file.fileno()).st_size))
        part = _PART.match(headers.get("content-range", ""))
        return (int(part[1]), int(part[2]) - int(part[1]) + 1) if part else None


class Bridge:
    """The ASGI application. `threads` calls of the WSGI application run at once; others wait for their turn."""

    def __init__(self, application: WSGIApplication, threads: int) -> None:
        self.application = application
        self._pool = ThreadPoolExecutor(threads, "request")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        with suppress(Gone):
            variables = await self._variables(scope, receive)
            departure = _Departure(receive)
            try:
                answer = await self._answer(variables, departure)
                try:
                    await self._send(answer, departure, send, head=scope["method"] == "HEAD")
                finally:
                    answer.close()
            finally:
                departure.forget()

    async def _answer(self, variables: dict[str, Any], departure: "_Departure") -> Answer:
        """What the application says, called anew when what it wants to know first is there. Raises Gone."""
        call = asyncio.get_running_loop().run_in_executor
        answer = await call(self._pool, Answer, self.application, dict(variables))
        if not (promises := variables[AWAITED]):
            return answer
        answer.close()
        promise = asyncio.wrap_future(promises[0])
        promise.add_done_callback(_heeded)
        await asyncio.wait({departure.noticed(), promise}, timeout=AWAITED_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if departure.noticed().done():
            raise Gone
        return await call(self._pool, Answer, self.application, {**variables, LATER: [], AGAIN: True})

    def close(self) -> None:
        """Stop the threads when they have answered."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _variables(self, scope: Scope, receive: Receive) -> dict[str, Any]:
        """The request with its whole body. Raises Gone."""
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body, whole = await _body(receive)
        except TimeoutError as late:
            raise Gone from late
        variables = environ(scope, body)
        if not whole:
            variables[REFUSED] = 413
        return variables

    async def _send(self, answer: Answer, departure: "_Departure", send: Send, *, head: bool) -> None:
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        if head:
            await send({"type": "http.response.body"})
        elif isinstance(answer.body, list | tuple) and answer.later is None:
            await send({"type": "http.response.body", "body": b"".join(answer.body)})
        else:
            await self._send_slowly(answer, departure.noticed(), send)

    async def _send_slowly(self, answer: Answer, departure: asyncio.Future[None], send: Send) -> None:
        """Send piece by piece, as fast as the client reads, until all is sent or the client has gone."""
        async with aclosing(self._pieces(answer)) as pieces:
            async for piece in pieces:
                if departure.done():
                    return
                async with asyncio.timeout(STALLED_SECONDS):
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
                await asyncio.sleep(0)  # one that reads fast lets the others have their turn
        await send({"type": "http.response.body"})

    async def _pieces(self, answer: Answer) -> AsyncGenerator[bytes, None]:
        """The body piece by piece; the next one is made when the last one is on its way."""
        if answer.later is not None:
            async with aclosing(answer.later) as later:
                async for piece in later:
                    yield piece
        elif answer.file and (span := answer.span()):
            for piece in _read(answer.file, *span):
                yield piece
        else:
            call, pieces = asyncio.get_running_loop().run_in_executor, iter(answer.body)
            while (next_piece := await call(self._pool, lambda: next(pieces, None))) is not None:
                yield next_piece


def _read(body: SentFile, start: int, size: int) -> Iterable[bytes]:
    """A part of a file. It lies in the system's memory as a rule, so reading it does not hold the others up."""
    number, end = body.file.fileno(), start + size
    while start < end and (piece := os.pread(number, min(PIECE, end - start), start)):
        start += len(piece)
        yield piece


async def _body(receive: Receive) -> tuple[bytes, bool]:
    """The request's body, and whether that is all of it. Raises Gone."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return b"", False
        if not message.get("more_body"):
            return bytes(body), True


def _heeded(promise: asyncio.Future[Any]) -> None:
    """Whoever called sees what went wrong in the future that this one stands for."""
    if not promise.cancelled():
        promise.exception()


class _Departure:
    """Whether the client has gone away, listened for once a request: gunicorn takes a listener that leaves for that."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._listening: asyncio.Future[None] | None = None

    def noticed(self) -> asyncio.Future[None]:
        """Done when the client has gone away; listening begins with the first to ask."""
        if self._listening is None:
            self._listening = asyncio.ensure_future(self._listen())
        return self._listening

    def forget(self) -> None:
        """Listen no more."""
        if self._listening is not None:
            self._listening.cancel()

    async def _listen(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
