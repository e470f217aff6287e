"""What the service says of itself: linked from every page, in every language, and true."""

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.app import create_app
from readerapp.languages import SHIPPED
from readerapp.settings import Settings
from readerapp.web.reader import statements

WEB = Path(__file__).parents[2] / "readerapp" / "web"
NAMELESS = {
    "sv": "har inte angett sitt namn här",
    "ru": "Оператор этого сервиса здесь не назван",
    "en": "has not given a name here",
}


@pytest.fixture
def named(tmp_path: Path) -> FlaskClient:
    """A service whose operator is named."""
    given: dict[str, Any] = {"operator": "Region Sörmland & Co", "contact": "hej@example.se", "cache_megabytes": 1234}
    database = str(tmp_path / "readerapp.db")
    return create_app(Settings(cache=tmp_path, reports=tmp_path / "r", database=database, **given)).test_client()


@pytest.mark.parametrize("locale", SHIPPED)
@pytest.mark.parametrize(
    "place", ["", "about", "accessibility", "privacy", "read?url=x", "nowhere", "translate/sign-in"]
)
def test_every_page_leads_to_the_statements(named: FlaskClient, locale: str, place: str) -> None:
    """Errors and the workbench too; the foot names the operator."""
    page = named.get(f"/{locale}/{place}").text
    foot = page.partition('<footer class="foot">')[2]
    assert f'href="/{locale}/accessibility"' in foot
    assert f'href="/{locale}/privacy"' in foot
    assert "Region Sörmland &amp; Co" in foot


@pytest.mark.parametrize("locale", SHIPPED)
def test_the_outline_of_the_act(named: FlaskClient, locale: str) -> None:
    """What the Swedish act asks of a statement is there: how compliant, whom to tell, who supervises, dates."""
    page = named.get(f"/{locale}/accessibility").text
    assert "2018:1937" in page
    assert {"sv": "delvis förenlig", "ru": "частично соответствует", "en": "partially compliant"}[locale] in page
    assert 'href="mailto:hej@example.se"' in page
    assert 'href="https://www.digg.se/tdosanmalan"' in page
    assert "PTS)" in page
    assert f'datetime="{statements.ASSESSED.isoformat()}"' in page
    assert page.count("<h2") == 6


@pytest.mark.parametrize("locale", SHIPPED)
def test_an_operator_who_is_not_named(client: FlaskClient, locale: str) -> None:
    """The pages say so plainly, and hold no empty name, address or link."""
    page = client.get(f"/{locale}/accessibility").text
    assert NAMELESS[locale] in page
    for place in ("about", "accessibility", "privacy"):
        page = client.get(f"/{locale}/{place}").text
        assert "mailto:" not in page
        assert 'href=""' not in page
        assert "None" not in page


def test_a_contact_may_be_a_page(tmp_path: Path) -> None:
    """An https address is followed as it is."""
    app = create_app(Settings(cache=tmp_path, contact="https://example.se/kontakt?x=@"))
    assert 'href="https://example.se/kontakt?x=@"' in app.test_client().get("/sv/privacy").text


def test_all_that_browsers_keep_is_named(client: FlaskClient) -> None:
    """Every cookie that the code sets and every name that its scripts store stands on the privacy page."""
    python = "\n".join(path.read_text("utf-8") for path in WEB.rglob("*.py") if "demo" not in path.parts)
    scripts = [path.read_text("utf-8") for path in (WEB / "static" / "js").glob("*.js")]
    keeping = "\n".join(script for script in scripts if "localStorage" in script)
    cookies = set(re.findall(r'COOKIE[^=\n]*= "(\w+)"', python))
    stored = set(re.findall(r'(?:= |getItem\()"(lyssna-\w+)"', keeping))
    assert len(cookies) == len(re.findall(r"\.set_cookie\(|return dump_cookie\(", python)) == 5
    assert stored >= {"lyssna-places", "lyssna-likings", "lyssna-looks"}
    page = client.get("/sv/privacy").text
    assert {name for name in cookies | stored if f"<code>{name}</code>" not in page} == set()


def test_the_size_of_the_store_is_the_operators(named: FlaskClient) -> None:
    """The number is that of the setting, as the visitor writes it."""
    assert "(1\xa0234 MB)" in named.get("/sv/privacy").text


def test_a_voice_that_sends_text_is_told(app: Flask, client: FlaskClient) -> None:
    """Each voice that is ready stands with where its text goes; here none leaves the server."""
    voices = app.extensions["services"].narration.voices()
    page = client.get("/sv/privacy").text
    assert voices
    assert page.count("Ingenstans: den stannar på servern") == len(voices)
    assert 'lang="sv"' in page
