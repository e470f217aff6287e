"""What is read aloud, as the visitor chose: in the form, in the address, remembered, and in the sound."""

import html
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from readerapp.speech import Verbosity
from readerapp.web.reader import verbosity
from tests.web.conftest import HTML, PARAGRAPH, SiteServer

PAGE = f"""<!doctype html><html lang="sv"><head><title>Möte</title></head><body><main><article><h1>Möte</h1>
<p>{PARAGRAPH.format(n=20)} Läs <a href="/mer">hela programmet</a> innan du kommer.</p>
<h2>Program</h2><ol><li>Vi samlas i entrén.</li><li>Vi går till salen.</li></ol>
<blockquote><p>Det var ett mycket bra möte, sade ordföranden.</p></blockquote>
<table><tr><th>Plats</th><th>Avgift</th><th>Dag</th></tr><tr><td>Flen</td><td>400 kr</td><td>lördag</td></tr></table>
<p>{PARAGRAPH.format(n=30)}</p></article></main></body></html>"""

Reading = Callable[..., str]


@pytest.fixture(autouse=True)
def page(site: SiteServer) -> None:
    site.answers["/rich"] = (200, HTML, PAGE.encode())


def said(client: FlaskClient, address: str) -> str:
    """Everything that would be said of a page."""
    (key,) = re.findall(r'plan="[^"]+/([^"/]+)/plan.json"', client.get(address).text)
    plan = client.application.extensions["services"].dependencies.store.plan(key)
    return "\n".join(planned.spoken.text for planned in plan.utterances)


def ticks(shown: str) -> set[str]:
    """The boxes that are ticked."""
    return set(re.findall(r'type="checkbox" name="(\w+)" value="1" checked', shown))


@pytest.mark.parametrize(
    ("wish", "heard"),
    [
        ({"headings": "1"}, "Rubrik nivå"),
        ({"lists": "1"}, "Lista med"),
        ({"quotes": "1"}, "Slut på citat"),
        ({"links": "1"}, "Länk: hela programmet"),
    ],
)
def test_an_address_tells_what_is_said_also(client, reading: Reading, wish: dict[str, str], heard: str) -> None:
    """Each choice changes what is said, and by default it is not said."""
    assert heard not in said(client, reading("/rich"))
    assert heard in said(client, reading("/rich", **wish))


@pytest.mark.parametrize(
    ("wish", "unheard"), [({"numbers": "0"}, "1: Vi"), ({"tables": "plain"}, "Avgift: "), ({"tables": "skip"}, "Flen")]
)
def test_an_address_tells_what_is_not_read(client, reading: Reading, wish: dict[str, str], unheard: str) -> None:
    """Numbers, headers and tables are read by default, and left out on request."""
    assert unheard in said(client, reading("/rich"))
    assert unheard not in said(client, reading("/rich", **wish))


def test_another_choice_is_another_recording(client, reading: Reading) -> None:
    """What is chosen is part of the recording's identity; what makes no difference to a page is not."""
    plans = [
        re.findall(r'plan="([^"]+)"', client.get(reading("/rich", **wish)).text)[0]
        for wish in ({}, {"links": "1"}, {"images": "0"})
    ]
    assert plans[0] != plans[1]
    assert plans[0] == plans[2]


def test_the_form_leads_back_with_a_short_address(client: FlaskClient, reading: Reading, site) -> None:
    """What is as usual is not in the address; the page's address and the other preferences are passed on."""
    form = urlsplit(reading("/rich", region="main", links="1")).query
    shown = html.unescape(client.get(f"/ru/read?{form}").text)
    assert '<input type="hidden" name="region" value="main">' in shown
    assert '<input type="hidden" name="links"' not in shown
    sent = f"/ru/choose?url=http://127.0.0.1:{site.server_port}/rich&region=main&images=1&contacts=1&quotes=1"
    answer = client.get(f"{sent}&tables=headers")
    assert answer.status_code == 303
    back = urlsplit(answer.location)
    assert back.path == "/ru/read"
    assert parse_qs(back.query) == {
        "url": [f"http://127.0.0.1:{site.server_port}/rich"],
        "region": ["main"],
        "quotes": ["1"],
        "numbers": ["0"],
    }
    assert ticks(client.get(answer.location).text) == {"images", "contacts", "quotes"}


def test_the_choice_is_remembered_for_other_pages(client: FlaskClient, reading: Reading) -> None:
    """The next page follows it without an argument, an address that says otherwise wins, and the usual forgets it."""
    client.get("/sv/choose?url=x&images=1&contacts=1&numbers=1&links=1&tables=plain")
    shown = client.get(reading("/rich")).text
    assert ticks(shown) == {"images", "contacts", "numbers", "links"}
    assert '<option value="plain" selected>' in shown
    assert "links" not in ticks(client.get(reading("/rich", links="0")).text)
    client.get("/sv/choose?url=x&images=1&contacts=1&numbers=1&tables=headers")
    assert client.get_cookie(verbosity.COOKIE) is None
    assert ticks(client.get(reading("/rich")).text) == {"images", "contacts", "numbers"}


@pytest.mark.parametrize("value", ["tables=loud&headings=yes", "headings=", "a=b;c&&&=", "x" * 3000])
def test_what_cannot_be_understood_is_as_usual(client: FlaskClient, reading: Reading, value: str) -> None:
    """Neither a strange address nor a strange cookie is an error."""
    client.set_cookie(verbosity.COOKIE, value)
    shown = client.get(reading("/rich") + "&tables=loud&headings=2&images=")
    assert shown.status_code == 200
    assert ticks(shown.text) == {"images", "contacts", "numbers"}


@pytest.mark.parametrize("sent", ["", "?url=javascript:alert(1)", "?endpoint=x&_external=1&_scheme=javascript"])
def test_the_form_leads_nowhere_else(client: FlaskClient, sent: str) -> None:
    """Whatever is sent, the way back is to the reader's own page."""
    assert urlsplit(client.get(f"/sv/choose{sent}").location)[:3] == ("", "", "/sv/read")


def test_the_usual_has_no_arguments() -> None:
    """An address says only what is not as usual."""
    assert verbosity.arguments(Verbosity()) == []
    assert verbosity.arguments(Verbosity(images=False, links=True, tables="skip")) == [
        ("links", "1"),
        ("images", "0"),
        ("tables", "skip"),
    ]
