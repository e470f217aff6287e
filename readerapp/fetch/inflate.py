"""Decompression that never makes more bytes than it may."""

import zlib
from collections.abc import Iterator
from typing import Final, Protocol

from ..errors import PageFailed, PageTooLarge
from .policy import Limits

ACCEPTED: Final = "gzip, deflate"
_GZIP: Final = zlib.MAX_WBITS | 16
_MEMBERS: Final = 64
"""Gzip members that one body may be joined from; a page has one."""


def inflated(chunks: Iterator[bytes], encoding: str, limits: Limits) -> Iterator[bytes]:
    """Yield the decoded body piece by piece.

    Raises PageTooLarge before a byte above the limit is made, PageFailed for an encoding that was not asked
    for, and for data that is broken or ends too early.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    match [name for name in names if name not in ("", "identity")]:
        case []:
            return _capped(chunks, limits)
        case ["gzip" | "x-gzip"]:
            return _capped(_inflate(_capped(chunks, limits), _Gzip(), limits), limits)
        case ["deflate"]:
            return _capped(_inflate(_capped(chunks, limits), _Deflate(), limits), limits)
        case _:
            raise PageFailed(upstream="Content-Encoding")


def _capped(chunks: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limits.size:
            raise PageTooLarge(limit=limits.megabytes)
        yield chunk


class _Decoder(Protocol):
    @property
    def whole(self) -> bool:
        """Whether what was fed so far is a complete body."""

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """Return at most `most` decoded bytes, and the data that is still to be fed."""


def _inflate(chunks: Iterator[bytes], decoder: _Decoder, limits: Limits) -> Iterator[bytes]:
    """Decode chunk by chunk; a step makes at most one byte more than the limit, which the cap then refuses."""
    started = False
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                started = True
                piece, rest = decoder.feed(rest, limits.size + 1)
                yield piece
    except zlib.error as broken:
        raise PageFailed(upstream="Content-Encoding") from broken
    if started and not decoder.whole:
        raise PageFailed(upstream="Content-Encoding")


class _Gzip:
    """One gzip member after another; what follows the last one and is no member is left out."""

    def __init__(self) -> None:
        self._member, self._members, self._over = zlib.decompressobj(_GZIP), 1, False

    @property
    def whole(self) -> bool:
        return self._over or self._member.eof

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._over:
            return b"", b""
        if self._member.eof:
            self._members += 1
            if self._members > _MEMBERS:
                raise zlib.error
            self._over = not data.startswith(b"\x1f\x8b"[: len(data)])
            self._member = zlib.decompressobj(_GZIP)
            return b"", data
        piece = self._member.decompress(data, most)
        return piece, self._member.unconsumed_tail or self._member.unused_data


class _Deflate:
    """The zlib format that the standard means, or the bare stream that some servers send instead."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._head = b""

    @property
    def whole(self) -> bool:
        return self._stream is not None and self._stream.eof

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._stream is None:
            self._head += data
            if len(self._head) < 2:
                return b"", b""
            data, (method, check) = self._head, self._head[:2]
            wrapped = method & 0x0F == zlib.DEFLATED and (method << 8 | check) % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        return self._stream.decompress(data, most), self._stream.unconsumed_tail
