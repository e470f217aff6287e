"""Signing in by OpenID Connect, at a real provider on loopback."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from readerapp.accounts import openid
from readerapp.app import create_app
from readerapp.settings import Settings
from tests.web.provider import CLIENT, SECRET, Provider, running

ASA = {"sub": "u-1", "email": "asa@example.se", "email_verified": True}


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running() as made:
        made.person = dict(ASA)
        yield made


Serve = Callable[..., Flask]


@pytest.fixture
def serve(provider: Provider, started_once: Path) -> Iterator[Serve]:
    made: list[Flask] = []

    def start(claim: str = "email", secret: str = SECRET) -> Flask:
        settings = Settings(
            page_workers=0,
            cache=started_once / "cache",
            translations=started_once / "translations",
            database=str(started_once / "readerapp.db"),
            sign_ins_per_minute=1000,
            openid_issuer=provider.issuer,
            openid_client=CLIENT,
            openid_secret=secret,
            openid_claim=claim,
        )
        made.append(create_app(settings))
        return made[-1]

    yield start
    for app in made:
        app.extensions["services"].narration.close()
        app.extensions["services"].room().database.close()


def leave(browser: FlaskClient, locale: str = "sv", after: str = "") -> str:
    """To the provider; the address that it sends back to."""
    away = browser.get(f"/{locale}/translate/openid", query_string={"next": after})
    assert away.status_code == 303, away.text
    return httpx.get(away.location).headers["Location"]


def arrive(browser: FlaskClient, back: str) -> TestResponse:
    """What becomes of the answer, after the redirect to the visitor's language."""
    parts = urlsplit(back)
    onward = browser.get(f"{parts.path}?{parts.query}")
    assert onward.status_code == 303
    return browser.get(onward.location)


def enter(browser: FlaskClient, **where: str) -> TestResponse:
    return arrive(browser, leave(browser, **where))


def add(app: Flask, name: str = "asa@example.se") -> None:
    app.extensions["services"].room().accounts.add(name, ["sv"])


def test_whom_the_operator_added_is_let_in(serve: Serve, provider: Provider) -> None:
    """And goes on where they wanted to; the form names the provider, and the log says how they came."""
    app = serve()
    add(app)
    browser = app.test_client()
    assert "Logga in med 127.0.0.1" in browser.get("/sv/translate/sign-in").text
    answer = enter(browser, after="/sv/translate/sv/")
    assert (answer.status_code, answer.location) == (303, "/sv/translate/sv/")
    assert "asa@example.se" in browser.get("/sv/translate/sv/").text
    lately = app.extensions["services"].room().accounts.happenings()
    assert next((each.who, each.what, each.detail) for each in lately) == ("asa@example.se", "signed in", "openid")
    assert all(path.startswith("/realms/town/") for path in provider.asked)


def test_nobody_else_is_let_in(serve: Serve, provider: Provider) -> None:
    """Whoever has no account, an unverified address, or an account that was removed is told so in their language."""
    app = serve()
    browser = app.test_client()
    unknown = enter(browser, locale="ru")
    assert unknown.status_code == 403
    assert "aria-invalid" not in unknown.text, "it is neither the name nor the passphrase that is wrong"
    assert "нет учётной записи" in unknown.text
    assert '<html lang="ru"' in unknown.text
    add(app)
    provider.person["email_verified"] = False
    assert enter(browser).status_code == 403
    provider.person["email_verified"] = True
    app.extensions["services"].room().accounts.remove("asa@example.se")
    assert enter(browser).status_code == 403
    assert browser.get("/sv/translate/").status_code == 303


def test_an_account_belongs_to_who_came_first(serve: Serve, provider: Provider) -> None:
    """Somebody who has the same address later does not get it; the first one has it under a new address too."""
    app = serve()
    add(app)
    assert enter(app.test_client()).status_code == 303
    provider.person["sub"] = "u-2"
    assert enter(app.test_client()).status_code == 403
    provider.person = {**ASA, "email": "asa.oberg@example.se"}
    assert enter(app.test_client()).status_code == 303
    app.extensions["services"].room().accounts.invite("asa@example.se")
    provider.person = {**ASA, "sub": "u-2"}
    assert enter(app.test_client()).status_code == 303


def test_another_claim_may_name_the_account(serve: Serve, provider: Provider) -> None:
    """In the token, or told to who asks with it."""
    app = serve(claim="preferred_username")
    add(app, "asa")
    provider.person = {"sub": "u-1", "preferred_username": "asa"}
    assert enter(app.test_client()).status_code == 303
    assert "/realms/town/me" in provider.asked
    provider.told = {"preferred_username"}
    assert enter(app.test_client()).status_code == 303
    provider.person = {"sub": "u-3"}
    assert enter(app.test_client()).status_code == 403


@pytest.mark.parametrize(
    "spoilt",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "https://evil.example"},
        {"aud": ["somebody else"]},
        {"exp": 1000},
        {"iat": 9_999_999_999},
        {"at_hash": "wrong"},
        {"azp": "somebody else"},
    ],
)
def test_a_token_that_is_not_ours_is_refused(serve: Serve, provider: Provider, spoilt: dict[str, object]) -> None:
    """Of another try, issuer or receiver, too old or not yet, or of another code."""
    app = serve()
    add(app)
    provider.spoilt = spoilt
    browser = app.test_client()
    assert enter(browser).status_code == 403
    assert browser.get("/sv/translate/").status_code == 303


def test_only_the_providers_signature_counts(serve: Serve, provider: Provider) -> None:
    """A new key of the provider is fetched; one that it does not tell of is nobody's."""
    app = serve()
    add(app)
    assert enter(app.test_client()).status_code == 303
    provider.renew()
    assert enter(app.test_client()).status_code == 303
    provider.renew(publish=False)
    assert enter(app.test_client()).status_code == 403


def test_a_key_that_was_withdrawn_opens_nothing(
    serve: Serve, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it was known once: the keys are asked for again in time, and those that are no longer told forgotten."""
    monkeypatch.setattr(openid, "_TRUSTED_SECONDS", 0)
    app = serve()
    add(app)
    assert enter(app.test_client()).status_code == 303
    stolen = provider.keys[-1]
    provider.renew()
    provider.keys.append(stolen)
    assert enter(app.test_client()).status_code == 403


def test_an_answer_is_for_one_browser_and_once(serve: Serve, provider: Provider) -> None:
    """What another browser asked for, was answered already, or says another state or issuer, opens nothing."""
    app = serve()
    add(app)
    first, other = app.test_client(), app.test_client()
    back = leave(first)
    refused = arrive(other, back)
    assert refused.status_code == 400
    assert "började någon annanstans" in refused.text
    for name, instead in (("state", "sv.x"), ("iss", "https://evil.example"), ("state", ""), ("code", "")):
        query = {**{key: values[0] for key, values in parse_qs(urlsplit(leave(first)).query).items()}, name: instead}
        changed = f"/translate/openid?{httpx.QueryParams(query)}"
        assert arrive(first, changed).status_code in {400, 403}
    back = leave(first)
    assert arrive(first, back).status_code == 303
    assert arrive(app.test_client(), back).status_code == 400
    assert arrive(first, "/translate/openid?error=access_denied").status_code == 400


@pytest.mark.parametrize(("error", "status"), [("access_denied", 400), ("temporarily_unavailable", 502)])
def test_what_the_provider_calls_an_error_is_told(serve: Serve, provider: Provider, error: str, status: int) -> None:
    """Who cancels is told that the try is over, not that there is no account; their own fault is told as theirs."""
    app = serve()
    add(app)
    browser = app.test_client()
    state = parse_qs(urlsplit(leave(browser)).query)["state"][0]
    assert arrive(browser, f"/translate/openid?{httpx.QueryParams(state=state, error=error)}").status_code == status


def test_the_code_is_bound_to_its_try(serve: Serve, provider: Provider) -> None:
    """The provider gets a challenge and later what it was made of: a code that was caught is worth nothing."""
    app = serve()
    add(app)
    away = urlsplit(app.test_client().get("/sv/translate/openid").location)
    asked = {name: values[0] for name, values in parse_qs(away.query).items()}
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43
    first, second = app.test_client(), app.test_client()
    caught = parse_qs(urlsplit(leave(first)).query)["code"][0]
    mine = {name: values[0] for name, values in parse_qs(urlsplit(leave(second)).query).items()}
    assert arrive(second, f"/translate/openid?{httpx.QueryParams({**mine, 'code': caught})}").status_code == 502


@pytest.mark.parametrize(
    "description",
    [
        {"token_endpoint": "http://127.0.0.1:1/token"},
        {"jwks_uri": "http://169.254.169.254/keys"},
        {"issuer": "https://evil.example"},
    ],
)
def test_no_other_host_is_asked(serve: Serve, provider: Provider, description: dict[str, str]) -> None:
    """Whatever the provider's description names; who signs in is told that the provider fails."""
    app = serve()
    add(app)
    provider.description = description
    browser = app.test_client()
    away = browser.get("/sv/translate/openid")
    answer = away if away.status_code != 303 else enter(browser)
    assert answer.status_code == 502
    assert "127.0.0.1 svarar inte som det ska" in answer.text


def test_a_redirect_is_not_followed(serve: Serve, provider: Provider) -> None:
    """Though it leads to the issuer's own host."""
    app = serve()
    add(app)
    provider.description = {"jwks_uri": f"{provider.issuer}/moved"}
    assert enter(app.test_client()).status_code == 502


def test_a_wrong_secret_and_a_provider_that_is_gone(serve: Serve, provider: Provider) -> None:
    """Both are told as the provider's failure, and the passphrase remains."""
    app = serve(secret="wrong")
    add(app)
    answer = enter(app.test_client())
    assert answer.status_code == 502
    assert 'name="passphrase"' in answer.text
    provider.issuer = "http://127.0.0.1:9/realms/town"
    gone = serve().test_client().get("/sv/translate/openid")
    assert gone.status_code == 502


def test_without_a_provider_there_is_nothing(tmp_path: Path) -> None:
    """No link to it, and no page."""
    app = create_app(Settings(page_workers=0, cache=tmp_path / "cache", database=str(tmp_path / "readerapp.db")))
    browser = app.test_client()
    assert "openid" not in browser.get("/sv/translate/sign-in").text
    assert browser.get("/sv/translate/openid").status_code == 404
    assert browser.get("/sv/translate/openid/back").status_code == 404
    app.extensions["services"].narration.close()
    app.extensions["services"].room().database.close()
