"""The interface language: in the address, remembered, negotiated; the switcher keeps the page."""

import html
import re
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from readerapp.web import locale


@pytest.mark.parametrize(
    ("asked", "given"),
    [("ru", "ru"), ("ru-RU,ru;q=0.9,en;q=0.8", "ru"), ("fi", "sv"), ("en-GB", "en"), ("", "sv"), ("sv-FI", "sv")],
)
def test_the_first_page_negotiates(client: FlaskClient, asked: str, given: str) -> None:
    """Accept-Language decides where nothing is remembered; without a language of ours it is Swedish."""
    answer = client.get("/", headers={"Accept-Language": asked})
    assert answer.location == f"/{given}/"
    assert "Accept-Language" in answer.headers["Vary"]


def test_the_address_wins_and_is_remembered(client: FlaskClient) -> None:
    """A visit to /ru/ is Russian whatever the browser asks for, and the next bare visit goes there."""
    page = client.get("/ru/", headers={"Accept-Language": "sv"})
    assert page.headers["Content-Language"] == "ru"
    assert '<html lang="ru"' in page.text
    assert client.get("/", headers={"Accept-Language": "sv"}).location == "/ru/"


def test_the_switcher_keeps_the_page(client: FlaskClient, reading) -> None:
    """On an article the links of the switcher lead to the same article in the other languages."""
    shown = client.get(reading("/good", "sv", contacts="0")).text
    links = re.findall(r'href="([^"]+)" lang="ru" hreflang="ru"', shown)
    wanted = urlsplit(reading("/good", "ru", contacts="0"))
    (found,) = [urlsplit(html.unescape(link)) for link in links]
    assert (found.path, parse_qs(found.query)) == (wanted.path, parse_qs(wanted.query))


@pytest.mark.parametrize("query", ["endpoint=x", "_method=POST", "_scheme=javascript&_external=1", "locale=ru"])
def test_the_query_does_not_lead_the_switcher(client: FlaskClient, query: str) -> None:
    """Arguments that Flask has a use for are passed on as they are and change nothing."""
    shown = client.get(f"/sv/?{query}")
    assert shown.status_code == 200
    assert "javascript:" not in shown.text


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "5\xa0mars 2026"), ("ru", "5\xa0марта 2026"), ("en", "5\xa0March 2026")],
)
def test_a_day_is_on_one_line_with_its_month(app, language: str, expected: str) -> None:
    """A date, with or without the time, is the visitor's and is never broken after the number of the day."""
    with app.test_request_context(f"/{language}/"):
        assert locale.day(date(2026, 3, 5)) == expected
        assert locale.when(datetime(2026, 3, 5, 9, 7, tzinfo=UTC).astimezone()).startswith(f"{expected}, ")


@pytest.mark.parametrize(("language", "expected"), [("sv", "3 min 20 s"), ("ru", "3 мин 20 с"), ("en", "3 min 20 sec")])
def test_durations_are_the_locales(app, language: str, expected: str) -> None:
    """A length is written as the visitor writes it."""
    with app.test_request_context(f"/{language}/"):
        assert locale.duration(200_000).replace("\xa0", " ").replace(".", "").startswith(expected)
