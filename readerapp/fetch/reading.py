"""From bytes to a Page, wherever they came from: a site, a saved file, a caller."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from ..errors import FileUnreadable, NotAPage, PageEmpty, PageTooLarge
from ..model import Page
from . import refresh
from .address import shown
from .charset import decode
from .kind import not_a_page
from .policy import Limits

_NOTHING: Final = b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"
"""Bytes of white space and of byte order marks."""


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A body as a site sent it, and what is known of it before anybody looks into it."""

    body: bytes
    address: str
    content_type: str | None = None
    limits: Limits = Limits()
    plain: bool = False
    """Whether any text will do."""


class Read(msgspec.Struct, frozen=True):
    """A body read as a page, and the address that the page sends a browser on to by itself."""

    page: Page
    onward: str | None = None


def read(received: Received) -> Read:
    """Read what a site sent: all that is done with its bytes before an article is looked for. Raises as from_bytes."""
    if received.plain:
        return Read(as_text(received.body, received.address, received.content_type))
    page = from_bytes(
        received.body, address=received.address, content_type=received.content_type, limits=received.limits
    )
    return Read(page, refresh.in_page(page.html))


def from_bytes(
    body: bytes,
    *,
    address: str,
    content_type: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Page:
    """Read a body as a web page, fetched now.

    Raises PageTooLarge, PageEmpty for nothing or only white space, NotAPage for what is no HTML.
    """
    if len(body) > limits.size:
        raise PageTooLarge(limit=limits.megabytes)
    if not body.strip(_NOTHING):
        raise PageEmpty
    kind = not_a_page(body, content_type)
    if kind:
        raise NotAPage(kind=kind)
    html, charset = decode(body, content_type)
    now = datetime.now(UTC)
    return Page(address=address, final_address=address, html=html, fetched_at=now, checked_at=now, charset=charset)


def as_text(body: bytes, address: str, content_type: str | None) -> Page:
    """A body that need not be a web page, as text, fetched now."""
    text, charset = decode(body, content_type)
    now = datetime.now(UTC)
    return Page(address=address, final_address=address, html=text, fetched_at=now, checked_at=now, charset=charset)


def from_file(path: Path | str, *, limits: Limits = Limits()) -> Page:  # noqa: B008 - frozen
    """Read a saved page.

    Raises FileUnreadable for what is missing, closed to us or no plain file, and what from_bytes raises.
    """
    try:
        where = Path(path).absolute()
        body = _contents(where, limits.size + 1)
        address = where.as_uri()
    except (OSError, ValueError) as closed:  # ValueError: a zero byte or a lone surrogate in the name
        raise FileUnreadable(path=shown(str(path))) from closed
    return from_bytes(body, address=address, content_type="text/html", limits=limits)


def _contents(path: Path, most: int) -> bytes:
    """Read a plain file. A pipe or a device could hold us for ever, so opening one does not wait."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(path)
        return file.read(most)
