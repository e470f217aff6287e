"""What is it? Told from the bytes first, since servers' labels are often wrong, then from the label."""

import re
from typing import Final

from ..errors import NotAPage
from ..model import MediaType
from .charset import wide

SNIFFED: Final = 2048
"""Bytes that are enough to tell."""

_SIGNATURES: Final = (
    (re.compile(rb"\s{0,64}%PDF-"), "PDF"),
    (re.compile(rb"\x89PNG\r\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "WAV"),
    (re.compile(rb"RIFF....AVI ", re.DOTALL), "AVI"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"\0\0\x01\0"), "ICO"),
    (re.compile(rb"....ftypavif", re.DOTALL), "AVIF"),
    (re.compile(rb"....ftyphei[cx]", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftyp", re.DOTALL), "MP4"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "WebM"),
    (re.compile(rb"ID3[\x02-\x04]|\xff[\xf2-\xf7\xfa\xfb]"), "MP3"),
    (re.compile(rb"OggS\0"), "Ogg"),
    (re.compile(rb"fLaC\0"), "FLAC"),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06)"), "ZIP"),
    (re.compile(rb"\x1f\x8b\x08"), "GZIP"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "7-Zip"),
    (re.compile(rb"Rar!\x1a\x07"), "RAR"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Microsoft Office"),
    (re.compile(rb"\{\\rtf"), "RTF"),
    (re.compile(rb"%!PS"), "PostScript"),
    (re.compile(rb"wOF[F2]|OTTO|\0\x01\0\0\0"), "font"),
    (re.compile(rb"MZ.{58}|\x7fELF", re.DOTALL), "application"),
    (re.compile(rb"MIME-Version:|From: <?Saved by ", re.IGNORECASE), "MHTML"),
)
_OPENING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h[1-6]|table|main|article|section|a|br)"
    rb"(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT: Final = re.compile(rb"<(?:html|body|head)(?=[\s>])", re.IGNORECASE)
_SVG: Final = re.compile(rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE svg[^>]*>)*+<svg[\s>]", re.IGNORECASE | re.DOTALL)
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_TEXT_TYPES: Final = ("text/plain",)
_READ_TYPES: Final = _PAGE_TYPES + _TEXT_TYPES
_UNKNOWN_TYPES: Final = ("", "application/unknown", "unknown/unknown", "*/*")
"""What a server says that does not know: such bytes are a text where none of them is a control character."""
_VAGUE_TYPES: Final = (*_UNKNOWN_TYPES, "application/octet-stream")
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9.+*-]{1,60}/[a-z0-9.+*-]{1,60}")


def media_type(head: bytes, content_type: str | None) -> MediaType:
    """Which of the forms that can be read it has; `head` is the first SNIFFED bytes of the body, or all of it.

    Raises NotAPage with the name of what it is instead: "PDF", "JPEG", "application/json".
    """
    head = head[:SNIFFED]
    for signature, name in _SIGNATURES:
        if signature.match(head):
            raise NotAPage(kind=name)
    text = _squeezed(head)
    if _OPENING.match(text):
        return "text/html"
    essence = _declared(content_type)
    if _SVG.match(text):
        raise NotAPage(kind="SVG")
    if _FEED.search(text) and not _ELEMENT.search(text):
        raise NotAPage(kind="RSS")
    if essence in _READ_TYPES and _looks_binary(head, text):
        raise NotAPage(kind="application/octet-stream")
    if essence in _PAGE_TYPES or (_ELEMENT.search(text) and _may_hide_html(essence)):
        return "text/html"
    if essence in _TEXT_TYPES or (essence in _UNKNOWN_TYPES and not _BINARY.search(text)):
        return "text/plain"
    raise NotAPage(kind=essence or "application/octet-stream")


def _declared(content_type: str | None) -> str:
    name = (content_type or "").partition(";")[0].strip().lower()
    return name if _MEDIA_TYPE.fullmatch(name) else ""


def _may_hide_html(essence: str) -> bool:
    return essence in _VAGUE_TYPES or essence.endswith(("/xml", "+xml"))


def _squeezed(head: bytes) -> bytes:
    """UTF-16 as UTF-8, with its mark or without, so that the patterns for ASCII fit it."""
    charset = "utf-16" if head.startswith(_BOMS) else wide(head)
    return head.decode(charset, "ignore").encode(errors="ignore") if charset else head


def _looks_binary(head: bytes, text: bytes) -> bool:
    """A text page has hardly any control characters; a few stray ones are met in the field."""
    return len(_BINARY.findall(text)) * 20 > len(head)
