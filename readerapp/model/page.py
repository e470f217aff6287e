"""What was fetched."""

import hashlib
from datetime import datetime

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A web page as text, with what is needed to ask for it again.

    `address` is what was asked for, `final_address` where the redirects ended; `language` is the
    HTTP header's Content-Language, if any; `fetched_at` is in UTC, `checked_at` the last time that
    the site said it is still current.
    """

    address: str
    final_address: str
    html: str
    fetched_at: datetime
    checked_at: datetime
    charset: str = "utf-8"
    language: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    cut: bool = False
    """Whether the site broke off before the end."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the text, in hex: two fetches with the same text are the same version."""
        return hashlib.sha256(self.html.encode("utf-8", "surrogatepass")).hexdigest()
