"""Bytes and files as pages."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import (
    FileUnreadable,
    NotAPage,
    PageEmpty,
    PageTooLarge,
    ReaderError,
)
from readerapp.fetch import Limits, from_bytes, from_file
from tests.growth import LINEAR, exponent

SWEDISH = (
    "<html><title>Möte på länsstyrelsen</title><p>Här är årets åtgärder för Östersjön: 25 öre. “Så är det”, säger Åsa."
)
RUSSIAN = (
    "<html><title>Новости области</title><p>Сегодня в Петербурге открылась выставка. «Это важно», — сказал Ёжиков."
)
ADDRESS = "https://example.se/"


def labelled(text: str, label: str) -> str:
    """The page with a declaration of its charset."""
    return text.replace("<title>", f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><title>')


@pytest.mark.parametrize("where", ["nowhere", "header", "meta"])
@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (SWEDISH, "utf-8"),
        (SWEDISH, "windows-1252"),
        (SWEDISH.replace("“", '"').replace("”", '"'), "iso-8859-1"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "iso-8859-5"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "cp866"),
        (SWEDISH, "utf-16"),
        (RUSSIAN, "utf-16-le"),
    ],
)
def test_charsets(text: str, charset: str, where: str) -> None:
    """Declared in the header, in a meta element or nowhere, the text comes out as it was written."""
    html = labelled(text, charset) if where == "meta" else text
    header = f"text/html; charset={charset}" if where == "header" else "text/html"
    assert from_bytes(html.encode(charset), address=ADDRESS, content_type=header).text == html


@pytest.mark.parametrize(
    ("text", "real", "declared"),
    [
        (SWEDISH, "utf-8", "iso-8859-1"),
        (SWEDISH, "utf-8", "windows-1251"),
        (SWEDISH, "windows-1252", "utf-8"),
        (SWEDISH, "windows-1252", "windows-1251"),
        (SWEDISH, "utf-8", "utf-16"),
        (SWEDISH, "utf-8", "no-such-charset"),
        (SWEDISH, "utf-8", "utf-7"),
        (SWEDISH, "utf-8", "rot13"),
        (RUSSIAN, "utf-8", "windows-1251"),
        (RUSSIAN, "windows-1251", "utf-8"),
        (RUSSIAN, "windows-1251", "iso-8859-1"),
        (RUSSIAN.replace("—", "-").translate(str.maketrans("«»", '""')), "koi8-r", "windows-1251"),
        (RUSSIAN, "windows-1251", "koi8-r"),
    ],
)
@pytest.mark.parametrize("header", [True, False])
def test_wrong_declarations(text: str, real: str, declared: str, header: bool) -> None:  # noqa: FBT001
    """A declaration that the bytes contradict is overruled."""
    html = text if header else labelled(text, declared)
    kind = f"text/html; charset={declared}" if header else "text/html"
    assert from_bytes(html.encode(real), address=ADDRESS, content_type=kind).text == html


def test_the_header_wins_over_the_page() -> None:
    """Where both could be right, the server's word counts, as in browsers."""
    body = labelled("<html><title>x</title><p>złoty", "windows-1252").encode("iso-8859-2")
    assert "złoty" in from_bytes(body, address=ADDRESS, content_type="text/html; charset=iso-8859-2").text


def test_a_byte_order_mark_wins_over_all() -> None:
    """A mark at the very beginning decides, and is no text."""
    page = from_bytes(b"\xef\xbb\xbf" + RUSSIAN.encode(), address=ADDRESS, content_type="text/html; charset=koi8-r")
    assert page.text == RUSSIAN


def test_one_broken_byte_does_not_change_the_alphabet() -> None:
    """A stray byte in a long page in UTF-8 costs that one character."""
    body = (RUSSIAN * 3).encode() + b"\xff" + RUSSIAN.encode()
    assert from_bytes(body, address=ADDRESS).text == RUSSIAN * 3 + "�" + RUSSIAN


def test_a_commented_declaration_does_not_count() -> None:
    """A charset inside a comment is none."""
    html = "<html><!-- <meta charset=koi8-r> --><meta charset='iso-8859-5'><p>" + "Это область."
    assert from_bytes(html.encode("iso-8859-5"), address=ADDRESS).text == html


@given(st.binary() | st.binary().map(lambda tail: b"<html>" + tail), st.none() | st.text(max_size=60))
def test_any_bytes(body: bytes, content_type: str | None) -> None:
    """Whatever comes, under whatever label, is a Page or a ReaderError; its text can be hashed and kept."""
    with suppress(ReaderError):
        page = from_bytes(body, address=ADDRESS, content_type=content_type)
        assert len(page.fingerprint) == 64
        assert page.text.encode()


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        (b"", b"<!--", b""),
        (b"", b"<!---->", b""),
        (b"", b"<meta ", b""),
        (b"", b"<meta charset", b""),
        (b"", b"<?xml ", b""),
        (b"<html>", b"\xe5", b""),
        (b"<html>", b"\xe5 a", b""),
        (b"<html>", b"\xc3", b""),
        (b"<html>", b"\0a", b""),
        (b"<html>", b"a", b"\xe5"),
    ],
)
def test_hostile_bytes_cost_little(before: bytes, piece: bytes, after: bytes) -> None:
    """The time for input that is made to slow a pattern grows no faster than the input."""

    def read(size: int) -> None:
        with suppress(NotAPage):
            from_bytes(before + piece * (size // len(piece)) + after, address=ADDRESS, content_type="text/html")

    assert exponent(read, 500_000) < LINEAR


def test_limits_hold_for_bytes_too() -> None:
    """A caller's bytes have the same limit."""
    with pytest.raises(PageTooLarge):
        from_bytes(b"<html>" * 2, address=ADDRESS, limits=Limits(size=11))


def test_a_saved_page(tmp_path: Path) -> None:
    """A file is a page with a file address."""
    file = tmp_path / "mötet 1.html"
    file.write_bytes(SWEDISH.encode("windows-1252"))
    page = from_file(file)
    assert page.text == SWEDISH
    assert page.address == page.final_address == file.as_uri()
    assert from_file(str(file)).text == SWEDISH


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """What is missing, a folder, a pipe or no name at all is unreadable, and said at once."""
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path / "missing", tmp_path, tmp_path / "pipe", "/dev/zero", "a\0b", "\udcff\ud800"):
        with pytest.raises(FileUnreadable):
            from_file(name)


def test_files_that_are_no_pages(tmp_path: Path) -> None:
    """An empty file, a large one and a document are told apart."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(PageEmpty):
        from_file(file)
    file.write_bytes(b"%PDF-1.4")
    with pytest.raises(NotAPage):
        from_file(file)
    file.write_bytes(b"<html>" + b"x" * 100)
    with pytest.raises(PageTooLarge):
        from_file(file, limits=Limits(size=50))
