"""From bytes to a Document, wherever they came from: a site, a saved file, a caller."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from ..errors import FileUnreadable, PageEmpty, PageTooLarge
from ..model import Document, MediaType
from . import frames, refresh
from .address import shown
from .charset import charset_of
from .kind import media_type
from .policy import Limits

_NOTHING: Final = b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"
"""Bytes of white space and of byte order marks."""
_TEXT_FILES: Final = (".txt", ".text")


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A body as a site sent it, and what is known of it before anybody looks into it."""

    body: bytes
    address: str
    content_type: str | None = None
    limits: Limits = Limits()
    plain: bool = False
    """Whether any text will do."""


class Read(msgspec.Struct, frozen=True):
    """A body as a document, and the address that a page sends a browser on to by itself."""

    document: Document
    onward: str | None = None
    frame: str | None = None
    """The address of the frame that a page of frames shows its text in."""


def read(response: Received) -> Read:
    """Read what a site sent: all that is done with its bytes before an article is looked for. Raises as from_bytes."""
    if response.plain:
        return Read(as_text(response.body, response.address, response.content_type))
    document = from_bytes(
        response.body, address=response.address, content_type=response.content_type, limits=response.limits
    )
    if document.media_type != "text/html":
        return Read(document)
    return Read(document, refresh.in_page(document.text), frames.in_page(document.text))


def from_bytes(
    body: bytes,
    *,
    address: str,
    content_type: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Document:
    """Read a body as a document that can be read aloud, fetched now.

    Raises PageTooLarge, PageEmpty for nothing or only white space, NotAPage for what is in no form that can be read.
    """
    if len(body) > limits.size:
        raise PageTooLarge(limit=limits.megabytes)
    if not body.strip(_NOTHING):
        raise PageEmpty
    form = media_type(body, content_type)
    return _document(body, address, form, charset_of(body, content_type, markup=form == "text/html"))


def as_text(body: bytes, address: str, content_type: str | None) -> Document:
    """A body of any kind as plain text, fetched now."""
    return _document(body, address, "text/plain", charset_of(body, content_type))


def _document(body: bytes, address: str, form: MediaType, charset: str) -> Document:
    now = datetime.now(UTC)
    return Document(
        address=address,
        final_address=address,
        body=body,
        fetched_at=now,
        checked_at=now,
        media_type=form,
        charset=charset,
    )


def from_file(path: Path | str, *, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a saved page, or a text where the file's name says that it is one.

    Raises FileUnreadable for what is missing, closed to us or no plain file, and what from_bytes raises.
    """
    try:
        where = Path(path).absolute()
        body = _contents(where, limits.size + 1)
        address = where.as_uri()
    except (OSError, ValueError) as closed:  # ValueError: a zero byte or a lone surrogate in the name
        raise FileUnreadable(path=shown(str(path))) from closed
    kind = "text/plain" if where.suffix.lower() in _TEXT_FILES else "text/html"
    return from_bytes(body, address=address, content_type=kind, limits=limits)


def _contents(path: Path, most: int) -> bytes:
    """Read a plain file. A pipe or a device could hold us for ever, so opening one does not wait."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(path)
        return file.read(most)
