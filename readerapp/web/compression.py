"""Text goes out compressed where the client takes it; what was compressed once is not compressed anew.

Sound is compressed already, and answers that come piece by piece are left as they are. A page holds no secret that a
stranger could guess at by its length: the visitor's own preferences are all that differs.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from typing import Final

from flask import Flask, Response, request

SMALLEST: Final = 600
"""Bytes below which it is not worth it: one packet carries them."""
_TEXTS: Final = ("text/", "application/json", "application/problem+json", "application/javascript", "image/svg+xml")
_LEVEL: Final = 5


class Compressed:
    """The latest bodies, by their content, in so many bytes of memory. Safe for threads."""

    def __init__(self, most: int = 32_000_000) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self.made = 0

    def of(self, body: bytes) -> bytes:
        """The body as gzip."""
        key = hashlib.blake2b(body, digest_size=24).digest()
        with self._lock:
            if payload := self._kept.get(key):
                self._kept.move_to_end(key)
                return payload
        payload = gzip.compress(body, _LEVEL, mtime=0)
        with self._lock:
            self.made += 1
            if key not in self._kept:
                self._kept[key] = payload
                self._size += len(payload)
            while self._size > self._most:
                self._size -= len(self._kept.popitem(last=False)[1])
        return payload


def install(app: Flask) -> None:
    """Compress every text answer for who asks for it."""
    bodies = app.extensions["compressed"] = Compressed()

    def compress(response: Response) -> Response:
        if not (response.mimetype or "").startswith(_TEXTS) or "Content-Encoding" in response.headers:
            return response
        response.vary.add("Accept-Encoding")
        if response.status_code not in {206, 304} and request.accept_encodings["gzip"] and _whole(response):
            response.direct_passthrough = False
            response.set_data(bodies.of(response.get_data()))
            response.headers["Content-Encoding"] = "gzip"
            if etag := response.get_etag()[0]:
                response.set_etag(etag, weak=True)  # the same to who asks again, another to who wants a part of it
        return response

    app.after_request(compress)


def _whole(response: Response) -> bool:
    """Whether all of the body is there, and long enough."""
    length = response.calculate_content_length() if response.is_sequence else response.content_length
    return (length or 0) >= SMALLEST
