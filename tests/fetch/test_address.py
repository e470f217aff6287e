"""What visitors type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import AddressMalformed, AddressMissing
from readerapp.fetch import clean
from readerapp.fetch.address import place


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("example.se", "https://example.se/"),
        ("  https://Example.SE \n", "https://example.se/"),
        ("//example.se/x", "https://example.se/x"),
        ("HTTP://example.se:80/a#part", "http://example.se/a"),
        ("https://example.se:443", "https://example.se/"),
        ("example.se:8443/a?b=c", "https://example.se:8443/a?b=c"),
        ("localhost:8000", "https://localhost:8000/"),
        ("example.se.", "https://example.se/"),
        ("räksmörgås.se/å?ö=ä", "https://xn--rksmrgs-5wao1o.se/%C3%A5?%C3%B6=%C3%A4"),
        ("https://кремль.рф/новости", "https://xn--e1ajeds9e.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
        ("https://example.se/a b", "https://example.se/a%20b"),
        ("https://example.se/a%20b%E5", "https://example.se/a%20b%E5"),
        ("https://example.se?q=1", "https://example.se/?q=1"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2001:DB8:0::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("https://example.se/login?u=a@b.se", "https://example.se/login?u=a@b.se"),
        ("example.se/x:1", "https://example.se/x:1"),
    ],
)
def test_clean(typed: str, cleaned: str) -> None:
    """What people type becomes one form."""
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/passwd",
        "ftp://example.se/",
        "javascript:alert(1)",
        "data:text/html,hej",
        "mailto:a@example.se",
        "http://",
        "https:///path",
        "http://user:secret@example.se/",
        "http://user@example.se/",
        "http://@example.se/",
        "http://example.se\\@127.0.0.1/",
        "http://exa mple.se/",
        "http://example.se:0/",
        "http://example.se:99999/",
        "http://example.se:8a/",
        "http://exam%70le.se/",
        "http://-example.se/",
        "http://ex..se/",
        "http://127.1/",
        "http://127.0.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://127.0.0.01/",
        "http://127.0.0.1.1/",
        "http://256.1.1.1/",
        "http://[::1%25lo]/",
        "http://[::1/",
        "http://[127.0.0.1]/",
        "http://xn--a/",
        "http://example.se/\u202egepj",
        "http://example.se/\x00",
        "http://a.se/" + "x" * 5000,
        "two words",
    ],
)
def test_odd_forms_are_refused(typed: str) -> None:
    """What two readers could understand differently is no address."""
    with pytest.raises(AddressMalformed):
        clean(typed)


@pytest.mark.parametrize(("typed", "host"), [("http://127。0。0。1/", "127.0.0.1"), ("http://①②⑦.0.0.1/", "127.0.0.1")])
def test_look_alike_digits_become_plain(typed: str, host: str) -> None:
    """Digits and dots of other scripts are folded before the host is judged."""
    assert place(clean(typed)) == (host, 80)


@pytest.mark.parametrize("typed", ["", "  ", "\n"])
def test_nothing_typed(typed: str) -> None:
    """Nothing is not malformed but missing."""
    with pytest.raises(AddressMissing):
        clean(typed)


@given(st.text() | st.from_regex(r"(https?:)?(//)?[a-z0-9.\[\]:@%\\-]{1,30}[/?#]?.{0,9}"))
def test_any_text_is_an_address_or_an_error(typed: str) -> None:
    """Cleaning never breaks, and cleaning twice changes nothing."""
    try:
        once = clean(typed)
    except (AddressMalformed, AddressMissing):
        return
    assert clean(once) == once
    assert once.isascii()
    host, port = place(once)
    assert host
    assert 0 < port < 65536
