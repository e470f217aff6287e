"""What was fetched, whatever its form."""

import hashlib
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final, Literal

import msgspec

MediaType = Literal["text/html", "text/plain"]
"""The forms that can be read; `extract` has an extractor for each."""


_MARK: Final = "\ufeff".encode()


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Bytes with their media type and charset, and what is needed to ask for them again.

    `address` is what was asked for, `final_address` where the redirects ended; `media_type` and `charset` are told
    from the bytes first, since labels are often wrong; `language` is the HTTP header's Content-Language, if any;
    `fetched_at` is in UTC, `checked_at` the last time that the site said it is still current.
    """

    address: str
    final_address: str
    body: bytes
    fetched_at: datetime
    checked_at: datetime
    media_type: MediaType = "text/html"
    charset: str = "utf-8"
    language: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    cut: bool = False
    """Whether the site broke off before the end."""

    @classmethod
    def of(cls, text: str, address: str, at: datetime | None = None, **facts: Any) -> "Document":  # noqa: ANN401 - fields
        """A text in hand as a document at an address, fetched now if not then; HTML unless `facts` differ."""
        now = at or datetime.now(UTC)
        fields = {"final_address": address, "fetched_at": now, "checked_at": now, **facts}
        return cls(address=address, body=text.encode("utf-8", "replace"), **fields)

    @cached_property
    def text(self) -> str:
        """The bytes read in their charset, without the mark that may begin them; what cannot be read is U+FFFD."""
        return self.body.decode(self.charset, "replace").removeprefix("\ufeff")

    @property
    def utf8(self) -> bytes | None:
        """The bytes, where they are said to be the text in UTF-8, without the mark."""
        return None if self.charset != "utf-8" or self.body.startswith(_MARK) else self.body

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hex: two fetches of the same bytes, read in the same way, are the same version."""
        form = f"{self.media_type};{self.charset}\n".encode()
        return hashlib.sha256(form + self.body).hexdigest()
