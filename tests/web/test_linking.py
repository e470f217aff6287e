"""A link to a sentence: stable while the sentence stands, in the receiver's language, without JavaScript."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.languages import SHIPPED
from readerapp.web.reader.linking import short
from tests.web.conftest import HTML, SiteServer

Reading = Callable[..., str]
GONE = {"sv": "finns inte längre på sidan", "ru": "на странице больше нет", "en": "no longer on the page"}


def page(*sentences: str) -> bytes:
    """An article of these sentences, each a paragraph, below enough text to be one."""
    body = "".join(
        f"<p>{sentence}</p>" for sentence in (*sentences, *(f"Rad {n} om vägen till byn." for n in range(9)))
    )
    return f'<html lang="sv"><title>Om</title><main><article><h1>Om byn</h1>{body}</article></main>'.encode()


def named(client: FlaskClient, address: str, text: str) -> str:
    """The id of the sentence with a text, as the page tells it."""
    found = re.search(rf'data-s="([^"]+)"[^>]*>{re.escape(text)}<', client.get(address).text)
    assert found
    return found[1]


def landed(client: FlaskClient, address: str) -> tuple[str, str]:
    """Where an address leads in the end, without a script, and what stands there."""
    answer = client.get(address)
    while answer.status_code == 302:
        address = answer.headers["Location"]
        answer = client.get(address.partition("#")[0])
    assert answer.status_code == 200
    anchor = address.partition("#")[2]
    stands = re.search(rf'id="{anchor}"[^>]*>([^<]*)<', answer.text) if anchor else None
    return anchor, stands[1] if stands else ""


def test_it_lands_on_the_sentence(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """The address leads to the sentence's place, and stays an address that names it."""
    site.answers["/by"] = (200, HTML, page("Bron är stängd.", "Färjan går varje timme."))
    name = named(client, reading("/by"), "Färjan går varje timme.")
    answer = client.get(f"{reading('/by')}&sentence={name}")
    assert answer.status_code == 302
    assert f"sentence={name}" in answer.headers["Location"]
    assert landed(client, f"{reading('/by')}&sentence={name}")[1] == "Färjan går varje timme."


def test_it_survives_a_page_that_has_changed(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """With paragraphs put in before it, its number is another and the link leads to the same words."""
    site.answers["/by"] = (200, HTML, page("Bron är stängd.", "Färjan går varje timme."))
    name = named(client, reading("/by"), "Färjan går varje timme.")
    before = landed(client, f"{reading('/by')}&sentence={name}")
    site.answers["/by"] = (200, HTML, page("Ny rad.", "En till.", "Bron är öppen.", "Färjan går varje timme."))
    after = landed(client, f"{reading('/by')}&sentence={name}&n={before[0][1:]}")
    assert after[1] == before[1]
    assert after[0] != before[0]


@pytest.mark.parametrize("locale", SHIPPED)
def test_a_sentence_that_is_gone_is_told(client: FlaskClient, reading: Reading, site: SiteServer, locale: str) -> None:
    """The page is shown from its beginning, and says why."""
    site.answers["/by"] = (200, HTML, page("Bron är stängd."))
    name = named(client, reading("/by"), "Bron är stängd.")
    site.answers["/by"] = (200, HTML, page("Bron är öppen."))
    answer = client.get(f"{reading('/by', locale=locale)}&sentence={name}")
    assert answer.status_code == 200
    assert GONE[locale] in answer.text


@pytest.mark.parametrize("odd", ["%00", "x", "12345678-", "-1", "<b>", "%F0%9F%98%80", "s3", "0" * 900])
def test_nonsense_is_a_sentence_that_is_gone(client: FlaskClient, reading: Reading, odd: str) -> None:
    """Whatever stands there, the page is shown."""
    answer = client.get(f"{reading('/good')}&sentence={odd}")
    assert answer.status_code == 200
    assert GONE["sv"] in answer.text


def test_equal_sentences_have_links_of_their_own(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """The second of two equal sentences is told from the first."""
    site.answers["/by"] = (200, HTML, page("Bron är stängd.", "Mer om bron.", "Bron är stängd."))
    shown = client.get(reading("/by")).text
    first, second = re.findall(r'data-s="([^"]+)"[^>]*>Bron är stängd\.<', shown)
    assert second == f"{first}-2"
    assert landed(client, f"{reading('/by')}&sentence={first}") != landed(client, f"{reading('/by')}&sentence={second}")


def test_the_receivers_language(client: FlaskClient, reading: Reading) -> None:
    """A link that is sent to others names no language of the interface, and keeps all else."""
    query = reading("/good").partition("?")[2]
    answer = client.get(f"/read?{query}&sentence=abc", headers={"Accept-Language": "ru"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/ru/read?{query}&sentence=abc")
    assert "Accept-Language" in answer.headers["Vary"]
    assert f'share="/read?url={quote("http://", safe="")}' in client.get(reading("/good")).text


def test_a_plain_link_stands_in_the_report(app: Flask, client: FlaskClient, reading: Reading) -> None:
    """Without a script the form about a sentence holds its link, and the ways back lead to it."""
    shown = client.get(reading("/good")).text
    key = re.search(r"/audio/([0-9a-f]{64})", shown)
    name = re.search(r'id="s2" data-n="2" data-s="([^"]+)"', shown)
    assert key
    assert name
    form = client.get(f"/sv/report?key={key[1]}&n=2&url=http://a.example/").text
    assert f'href="/read?url=http%3A%2F%2Fa.example%2F&amp;sentence={name[1]}"' in form
    assert f'href="/sv/read?url=http://a.example/&amp;sentence={name[1]}"' in form
    del app


def test_choices_lead_to_the_whole_page(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """Forms and links of a page that was reached by a sentence do not carry it on."""
    site.answers["/by"] = (200, HTML, page("Bron är stängd."))
    name = named(client, reading("/by"), "Bron är stängd.")
    shown = client.get(f"{reading('/by')}&sentence={name}&n=1").text
    forms = shown.partition("<details")[2]
    assert 'name="url"' in forms
    assert 'name="sentence"' not in forms
    assert 'name="n"' not in forms


def test_a_short_id_is_as_good_as_the_long_one() -> None:
    """Both forms of an id name the same; what is none names nothing."""
    assert short("0123456789abcdef-1") == short("01234567") == "01234567"
    assert short("0123456789abcdef-12") == "01234567-12"
    assert short("") == ""
