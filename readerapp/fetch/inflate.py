"""Decompression that never makes more bytes than it may, and gives what came where a body ends too early."""

import zlib
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from ..errors import PageFailed, PageTooLarge
from .policy import Limits

ACCEPTED: Final = "gzip, deflate"
_GZIP: Final = zlib.MAX_WBITS | 16
_MEMBERS: Final = 64
"""Gzip members that one body may be joined from; a page has one."""
_UNKNOWN_TO_US: Final = {"br", "zstd", "compress", "x-compress", "dcb", "dcz"}
"""Encodings that there are; other names are words that servers put there by mistake ("none", "utf-8")."""
_TRAILER: Final = b"\0" * 8


def inflated(
    chunks: Iterator[bytes], encoding: str, limits: Limits, cut: Callable[[], object] = lambda: None
) -> Iterator[bytes]:
    """Yield the decoded body piece by piece; call `cut` where the data ends before its end.

    Raises PageTooLarge before a byte above the limit is made, PageFailed for an encoding that was not asked
    for, and for data that is broken.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    if set(names) & _UNKNOWN_TO_US:
        raise PageFailed(upstream="Content-Encoding")
    match [name for name in names if name in {"gzip", "x-gzip", "deflate"}]:
        case []:
            return _capped(chunks, limits)
        case ["deflate"]:
            return _capped(_inflate(_capped(chunks, limits), _Deflate(), limits, cut), limits)
        case [_]:
            return _capped(_inflate(_capped(chunks, limits), _Gzip(), limits, cut), limits)
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
        """Whether what was fed so far holds all of the body, if not the check after it."""

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """Return at most `most` decoded bytes, and the data that is still to be fed."""


def _inflate(chunks: Iterator[bytes], decoder: _Decoder, limits: Limits, cut: Callable[[], object]) -> Iterator[bytes]:
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
        cut()


def _only_the_check_lacks(stream: "zlib._Decompress") -> bool:
    """Whether all of the data is there but for the check behind it: tried with zeros in its place."""
    trial = stream.copy()
    try:
        trial.decompress(_TRAILER, 1)
    except zlib.error as wrong:
        return "check" in str(wrong)
    return trial.eof


class _Gzip:
    """One gzip member after another; what follows the last one and is no member is left out."""

    def __init__(self) -> None:
        self._member, self._members, self._over = zlib.decompressobj(_GZIP), 1, False

    @property
    def whole(self) -> bool:
        return self._over or self._member.eof or _only_the_check_lacks(self._member)

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
        return self._stream is not None and (self._stream.eof or _only_the_check_lacks(self._stream))

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        if self._stream is None:
            self._head += data
            if len(self._head) < 2:
                return b"", b""
            data, (method, check) = self._head, self._head[:2]
            wrapped = method & 0x0F == zlib.DEFLATED and (method << 8 | check) % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        return self._stream.decompress(data, most), self._stream.unconsumed_tail
