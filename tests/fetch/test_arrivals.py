"""How pages arrive: by ways that browsers follow, in forms that browsers forgive, and with cookies as they were set."""

import gzip
import zlib
from collections.abc import Callable

import pytest

from readerapp.errors import AddressForbidden, HostUnreachable, PageFailed
from readerapp.fetch import fetch, frames, refresh
from readerapp.fetch.cookies import Cookies
from readerapp.fetch.inflate import inflated
from readerapp.fetch.policy import Limits
from readerapp.fetch.tags import LONGEST, LOOKED_AT, tags
from tests.fetch.loopback import Script, Server

Serve = Callable[[Script], Server]
PAGE = b"<html><title>Sida</title><p>" + b"".join(b"Mening nummer %d om skolan vid torget. " % n for n in range(400))


def http(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", ""]).encode() + body


def pages(serve: Serve, table: dict[str, bytes]) -> Server:
    """A site that answers by path."""

    def script(connection, head: bytes) -> None:
        connection.sendall(table.get(head.split()[1].decode(), b"HTTP/1.1 404 No\r\n\r\n"))

    return serve(script)


# --- ways --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "first",
    [
        http(b"<p>wait", "Refresh: 0; url=/new"),
        http(b"<p>wait", "Refresh: 5;URL='/new'"),
        http(b"<meta http-equiv=refresh content='0;url=/new'>"),
        http(b'<html><head><meta charset=utf-8><META content="3; URL=new" HTTP-EQUIV="Refresh"></head><p>wait'),
        http(b'<meta http-equiv="refresh" content="0;url=&quot;/new&quot;">'),
        http(b"<meta http-equiv=refresh content='1 /new'>"),
    ],
)
def test_a_page_that_sends_its_reader_on_is_followed(serve: Serve, first: bytes) -> None:
    """By header or by tag, as a browser would."""
    site = pages(serve, {"/": first, "/new": http(PAGE)})
    page = fetch(site.address, policy=site.policy)
    assert (page.final_address, page.address) == (f"{site.address}new", site.address)
    assert "Mening nummer 399" in page.text


@pytest.mark.parametrize(
    "first",
    [
        http(b"<meta http-equiv=refresh content=300><p>ticker"),
        http(b"<meta http-equiv=refresh content='300;url=/new'><p>ticker"),
        http(b"<meta http-equiv=refresh content='0;url=/'><p>itself"),
        http(b"<noscript><meta http-equiv=refresh content='0;url=/new'></noscript><p>for browsers without scripts"),
        http(b"<!-- <meta http-equiv=refresh content='0;url=/new'> --><p>remark"),
        http(b"<script>'<meta http-equiv=refresh content=\"0;url=/new\">'</script><p>script"),
        http(b"<body><p>text <meta http-equiv=refresh content='0;url=/new'>"),
        http(b"<meta http-equiv=refresh content='0;url=javascript:alert(1)'><p>no place"),
        http(b"<meta http-equiv=refresh content='nonsense'><p>nonsense", "Refresh: x"),
    ],
)
def test_a_page_that_stays_is_read(serve: Serve, first: bytes) -> None:
    """What renews itself, comes late, or is no tag, sends nobody on."""
    site = pages(serve, {"/": first, "/new": http(PAGE)})
    assert fetch(site.address, policy=site.policy).final_address == site.address


def test_sent_on_to_and_fro_ends_at_a_page(serve: Serve) -> None:
    """Two pages that send each other's reader on: the second is read."""
    to = "<meta http-equiv=refresh content='0;url={}'><p>text"
    site = pages(serve, {"/": http(to.format("/b").encode()), "/b": http(to.format("/").encode())})
    assert fetch(site.address, policy=site.policy).final_address == f"{site.address}b"


@pytest.mark.parametrize("form", ["Refresh: 0; url=http://127.0.0.1:1/", "X: y"])
def test_where_it_leads_is_checked_as_a_redirect_is(serve: Serve, form: str) -> None:
    """A place inside is refused before anything is sent there."""
    site = pages(serve, {"/": http(b"<meta http-equiv=refresh content='0;url=http://127.0.0.1:1/'>", form)})
    with pytest.raises(AddressForbidden):
        fetch(site.address, policy=site.policy)


FRAMES = "<html><head><title>Kommunen</title></head><frameset cols='20%,*'>{}</frameset>"


@pytest.mark.parametrize(
    "inner",
    [
        "<frame src=/menu name=meny><frame src=/new name=huvud>",
        "<frame src=/new name=main><frame src=/menu name=meny>",
        "<frameset rows=10%,*><frame src=/top><frame src='new'></frameset><noframes><body><p>old browser</noframes>",
        "<FRAME SRC=/menu><FRAME\nNAME='Content' SRC='/new'><frame name=foot>",
    ],
)
def test_the_main_frame_of_a_page_of_frames_is_followed(serve: Serve, inner: str) -> None:
    """The one that is called so, else the last that shows a page; a frame of frames too."""
    within = http(FRAMES.format("<frame src=/newest>").encode())
    site = pages(serve, {"/": http(FRAMES.format(inner).encode()), "/new": within, "/newest": http(PAGE)})
    page = fetch(site.address, policy=site.policy)
    assert page.final_address == f"{site.address}newest"
    assert "Mening nummer 399" in page.text


@pytest.mark.parametrize(
    "first",
    [
        FRAMES.format("<frame src=https://other.example/>"),
        FRAMES.format("<frame name=main>"),
        "<p>text <frameset><frame src=/new></frameset>",
        "<body><frameset><frame src=/new></frameset>",
        "<p>text <iframe src=/new></iframe>",
        "<!-- <frameset><frame src=/new></frameset> --><p>remark",
        FRAMES.format("<frame src=javascript:alert(1)>"),
        FRAMES.format("<frame src=/>"),
    ],
)
def test_a_page_with_text_or_with_another_sites_frame_stays(serve: Serve, first: str) -> None:
    """What no browser takes for a page of frames is read as it is; another site must be asked for by name."""
    site = pages(serve, {"/": http(first.encode()), "/new": http(PAGE)})
    assert fetch(site.address, policy=site.policy).final_address == site.address


@pytest.mark.parametrize(
    "inner",
    [
        "<iframe src=/new></iframe>",
        "<div><IFRAME title='Innehåll' SRC='new' style='width:100%'>Din webbläsare visar inga ramar</IFRAME></div>",
        "<nav><a href=/>Hem</a></nav><iframe src=/new></iframe><footer>Eksta kommun</footer>&nbsp;",
        "<noscript><iframe src=https://count.example/></iframe></noscript><iframe src=/new></iframe><script>1<2",
        "<iframe src=/menu width=1 height=1></iframe><iframe src=about:blank></iframe><iframe src=/new></iframe>",
        "<iframe src=/menu hidden></iframe><iframe style='display: none' src=/x></iframe><!-- a --><iframe src=/new />",
    ],
)
def test_a_frame_that_is_the_whole_page_is_followed(serve: Serve, inner: str) -> None:
    """Menus beside it, what is hidden and what counts visitors say nothing; a frame in the frame is followed too."""
    first = f"<!doctype html><html><head><title>Avgifter</title></head><body>{inner}</body></html>"
    within = http(FRAMES.format("<frame src=/newest>").encode())
    site = pages(serve, {"/": http(first.encode()), "/new": within, "/newest": http(PAGE)})
    page = fetch(site.address, policy=site.policy)
    assert page.final_address == f"{site.address}newest"
    assert "Mening nummer 399" in page.text


@pytest.mark.parametrize(
    "inner",
    [
        "<h1>Karta</h1><iframe src=/new></iframe>",
        "<iframe src=/new></iframe>Stängt i dag.",
        "<iframe src=/new></iframe><iframe src=/menu></iframe>",
        "<iframe src=https://other.example/></iframe>",
        "<iframe src=/></iframe>",
        "<noscript><p>Stängt i dag.</noscript><iframe src=/new></iframe>",
        '<script type="application/ld+json">{"articleBody": "Stängt i dag."}</script><iframe src=/new></iframe>',
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe></iframe>",
    ],
)
def test_a_frame_beside_something_to_read_is_not_followed(serve: Serve, inner: str) -> None:
    """Nor is another site's, one of two, or the page itself once more."""
    site = pages(serve, {"/": http(f"<body>{inner}</body>".encode()), "/new": http(PAGE)})
    assert fetch(site.address, policy=site.policy).final_address == site.address


def test_a_frame_that_is_the_whole_page_leads_to_no_place_inside(serve: Serve) -> None:
    """What it leads to is judged as a redirect is: another port of this machine is another place."""
    within = http(b"<meta http-equiv=refresh content='0;url=http://127.0.0.1:1/'>")
    site = pages(serve, {"/": http(b"<iframe src=/new></iframe>"), "/new": within})
    with pytest.raises(AddressForbidden):
        fetch(site.address, policy=site.policy)


def test_frames_in_a_circle_end_at_a_page(serve: Serve) -> None:
    """A page of frames that shows itself is asked for once."""
    to = FRAMES.format("<frame src={}>")
    site = pages(serve, {"/": http(to.format("/b").encode()), "/b": http(to.format("/").encode())})
    assert fetch(site.address, policy=site.policy).final_address == f"{site.address}b"


def test_letters_that_grow_in_small_letters_hide_no_tag(serve: Serve) -> None:
    """A Turkish title before it shifts nothing, and a tag may be written in small letters and capitals at once."""
    turkish = "<title>" + "İİİİ" * 20 + "</title>"
    onward = f"{turkish}<meta http-equiv=refresh content='0; url=/new'>"
    framed = f"{turkish}<FrameSet cols='20%,*'><frame src=/menu><frame name=main src=/new></FrameSet>"
    for first in (onward, framed):
        site = pages(serve, {"/": http(first.encode()), "/new": http(PAGE)})
        assert fetch(site.address, policy=site.policy).final_address == f"{site.address}new"


@pytest.mark.parametrize(
    "piece",
    [
        "<!--", "<script>", "<meta ", "<noscript><", "<a b='", "<meta http-equiv=refresh content=",
        "<frameset>", "<frameset><!--", "<frameset><frame ", "<frame src='", "<frameset><frame src=x>",
        "<iframe src=x>", "<iframe src=x></iframe>", "<nav>", "<iframe ", "<!---->",
    ],
)  # fmt: skip
def test_each_place_of_a_head_is_looked_at_once(piece: str) -> None:
    """Counted: the tags of a page lie one behind the other in its beginning, and none is longer than what counts."""
    seen = [len(tag) for tag in tags(piece * 10_000, "")]
    assert sum(seen) <= LOOKED_AT
    assert max(seen, default=0) <= LONGEST
    assert refresh.in_page(piece * 10_000) is None
    assert frames.in_page(piece * 10_000) in {None, "x"}


# --- forms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["none", "utf-8", "UTF8", "identity", "", "8bit", "none, utf-8"])
def test_words_that_are_no_encoding_change_nothing(serve: Serve, name: str) -> None:
    """Servers write them by mistake; browsers read the page."""
    site = pages(serve, {"/": http(PAGE, f"Content-Encoding: {name}")})
    page = fetch(site.address, policy=site.policy)
    assert "Mening nummer 399" in page.text
    assert not page.cut


def test_an_encoding_that_was_not_asked_for_is_an_error(serve: Serve) -> None:
    """Brotli is no mistake, and not readable here."""
    site = pages(serve, {"/": http(PAGE, "Content-Encoding: br")})
    with pytest.raises(PageFailed):
        fetch(site.address, policy=site.policy)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("lost", range(1, 9))
def test_only_the_check_behind_the_data_is_lost(serve: Serve, encoding: str, lost: int) -> None:
    """The whole page is there, and nothing is said."""
    packed = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    lost = lost if encoding == "gzip" else min(lost, 4)
    site = pages(serve, {"/": http(packed[:-lost], f"Content-Encoding: {encoding}")})
    page = fetch(site.address, policy=site.policy)
    assert "Mening nummer 399" in page.text
    assert not page.cut


@pytest.mark.parametrize("encoding", ["gzip", ""])
def test_a_body_cut_short_gives_what_came_and_says_so(serve: Serve, encoding: str) -> None:
    """Half of it: the first sentences are read, the page is marked."""
    body = gzip.compress(PAGE) if encoding else PAGE
    headers = [f"Content-Length: {len(body)}", *([f"Content-Encoding: {encoding}"] if encoding else [])]
    site = pages(serve, {"/": http(body[: len(body) // 2], *headers)})
    page = fetch(site.address, policy=site.policy)
    assert "Mening nummer 3 " in page.text
    assert "Mening nummer 399" not in page.text
    assert page.cut


def test_a_site_that_breaks_off_before_anything_came(serve: Serve) -> None:
    """Then there is no page at all."""
    site = pages(serve, {"/": http(b"", "Content-Length: 100")})
    with pytest.raises(HostUnreachable):
        fetch(site.address, policy=site.policy)


def test_broken_data_is_an_error_and_not_half_a_page() -> None:
    """A gzip with wrong bytes in its middle."""
    packed = bytearray(gzip.compress(PAGE))
    packed[40:60] = b"\xff" * 20
    with pytest.raises(PageFailed):
        list(inflated(iter([bytes(packed)]), "gzip", Limits()))


# --- cookies -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "at", "asked", "sent"),
    [
        ("a=1", "https://x.se/", "https://x.se/b", "a=1"),
        ("a=1; Secure", "https://x.se/", "http://x.se/", ""),
        ("a=1; Secure", "https://x.se/", "https://x.se/", "a=1"),
        ("a=1; secure", "http://x.se/", "https://x.se/", ""),
        ("a=1; Path=/konto", "https://x.se/", "https://x.se/konto/ut", "a=1"),
        ("a=1; Path=/konto", "https://x.se/", "https://x.se/konton", ""),
        ("a=1; path=/konto/", "https://x.se/", "https://x.se/konto", ""),
        ("a=1", "https://x.se/a/b?c", "https://x.se/a/d", "a=1"),
        ("a=1", "https://x.se/a/b", "https://x.se/d", ""),
        ("a=1; Path=konto", "https://x.se/a/b", "https://x.se/a/", "a=1"),
        ("a=1; Path=/x; Path=/", "https://x.se/", "https://x.se/b", "a=1"),
        ("a=1", "https://x.se/", "https://y.se/", ""),
        ("a=1; Max-Age=0", "https://x.se/", "https://x.se/", ""),
        ("a=1; Max-Age=-5", "https://x.se/", "https://x.se/", ""),
    ],
)
def test_a_cookie_is_told_where_it_was_meant_for(told: str, at: str, asked: str, sent: str) -> None:
    """Its host, its path, and no open line where it is secure."""
    cookies = Cookies()
    cookies.keep(at, [(b"Set-Cookie", told.encode())])
    assert cookies.header(asked) == sent


def test_the_longest_path_goes_first_and_a_cookie_can_be_taken_back() -> None:
    """Two of a name stand side by side under two paths."""
    cookies = Cookies()
    cookies.keep("https://x.se/", [(b"set-cookie", b"a=1"), (b"set-cookie", b"a=2; path=/b")])
    assert cookies.header("https://x.se/b/c") == "a=2; a=1"
    cookies.keep("https://x.se/", [(b"set-cookie", b"a=; max-age=0")])
    assert cookies.header("https://x.se/b/c") == "a=2"
