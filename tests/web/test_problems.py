"""Bad input: each kind with its status, one shape, the visitor's language, and nothing half-written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.errors import EngineFailed, StoreFull

BAD = [
    ("/gone", 404, "page-not-found"),
    ("/broken", 502, "page-failed"),
    ("/closed", 502, "page-refused"),
    ("/slow", 504, "page-timeout"),
    ("/large", 413, "page-too-large"),
    ("/bomb", 413, "page-too-large"),
    ("/pdf", 415, "not-a-page"),
    ("/image", 415, "not-a-page"),
    ("/empty", 422, "page-empty"),
    ("/menu", 422, "no-article"),
    ("/inside", 403, "address-forbidden"),
    ("/round", 502, "too-many-redirects"),
]
TYPED = [
    ("", 400, "address-missing"),
    ("http://", 400, "address-malformed"),
    ("http://exa mple.se/", 400, "address-malformed"),
    ("javascript:alert(1)", 400, "address-malformed"),
    ("file:///etc/passwd", 400, "address-malformed"),
    ("http://127.0.0.1:9/", 403, "address-forbidden"),
    ("http://[::1]/", 403, "address-forbidden"),
    ("http://169.254.169.254/latest/meta-data", 403, "address-forbidden"),
    ("http://no-such-host.invalid/", 502, "host-unknown"),
]
WORDS = {"sv": "Sidan", "ru": "Страниц", "en": "The"}


@pytest.fixture
def patience(request: pytest.FixtureRequest) -> int:
    """One second for the page that is slow on purpose."""
    return 1 if "/slow" in request.node.name else 60


def problem(client: FlaskClient, address: str, language: str) -> tuple[int, dict[str, object]]:
    answer = client.get(address, headers={"Accept": "application/json", "Accept-Language": language})
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["Content-Language"] == language
    return answer.status_code, answer.json


@pytest.mark.parametrize(("path", "status", "code"), BAD)
def test_a_bad_page_has_its_status_and_shape(
    client, reading, path: str, status: int, code: str, tmp_path: Path
) -> None:
    """The problem document carries type, title, detail and status; a page for people says the same in words."""
    answered, document = problem(client, reading(path, "ru"), "ru")
    assert (answered, document["status"], document["type"]) == (status, status, f"urn:readerapp:{code}")
    page = client.get(reading(path, "ru"), headers={"Accept": "text/html"})
    assert page.status_code == status
    assert document["title"] in page.text
    assert document["detail"] in page.text
    kept = {path.parent.parent.name for path in (tmp_path / "cache").rglob("*.*") if path.is_file()}
    assert kept <= {"pages"}, "only what was fetched whole is kept"


@pytest.mark.parametrize(("typed", "status", "code"), TYPED)
def test_a_bad_address_has_its_status(client, typed: str, status: int, code: str) -> None:
    """What was typed is refused before anything is fetched from inside."""
    answered, document = problem(client, f"/sv/read?url={typed}", "sv")
    assert (answered, document["type"]) == (status, f"urn:readerapp:{code}")


@pytest.mark.parametrize("language", ["sv", "ru"])
def test_errors_speak_the_visitors_language(client, reading, language: str) -> None:
    """No English is left in a Swedish or Russian error."""
    english = problem(client, reading("/gone", "en"), "en")[1]
    told = problem(client, reading("/gone", language), language)[1]
    assert told["title"] != english["title"]
    assert told["detail"] != english["detail"]


def test_no_voice_for_the_language(app: Flask, client, reading) -> None:
    """A page whose language no ready voice speaks is 503, told in words."""
    app.extensions["services"].dependencies.voices.preferences = ()
    assert problem(client, reading("/good"), "sv")[0] == 503


def key_of(client: FlaskClient, address: str) -> str:
    return client.get(address).text.partition("/audio/")[2][:64]


@pytest.mark.parametrize(("failure", "status"), [(EngineFailed, 503), (StoreFull, 507)])
def test_failing_sound_is_told(app: Flask, client, reading, monkeypatch, failure: type, status: int) -> None:
    """An engine that fails and a full disk are told where the sound was asked for, in the visitor's language."""
    key = key_of(client, reading("/good"))

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(app.extensions["services"].dependencies.voices, "speak", fail)
    for address in (f"/audio/{key}/0.mp3", f"/audio/{key}/0.json", f"/audio/{key}.mp3"):
        assert problem(app.test_client(), address, "ru")[0] == status
    assert not list(app.extensions["services"].dependencies.store.folder.rglob("*.clip"))


def test_unknown_recordings_and_pages_are_404(client: FlaskClient) -> None:
    """Made-up keys, numbers past the end and addresses that lead nowhere are 404 in one shape."""
    none = "0" * 64
    for address in (f"/audio/{none}.mp3", "/audio/..%2f..%2fetc/0.mp3", f"/audio/{none}/plan.json", "/xx/", "/sv/no"):
        assert problem(client, address, "sv")[0] == 404


def test_a_method_that_does_not_fit_is_405(client: FlaskClient) -> None:
    """POST to the reader is refused in the same shape."""
    answer = client.post("/sv/", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")


def test_a_bug_is_told_without_its_inside(app: Flask, client, reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """A programming error answers 500 in words and shows nothing of itself."""

    def bug(_address: str) -> None:
        message = "secret-inside"
        raise RuntimeError(message)

    monkeypatch.setattr(app.extensions["services"].dependencies.store, "document", bug)
    answer = client.get(reading("/good"))
    assert answer.status_code == 500
    assert "secret-inside" not in answer.text


def test_too_many_pages_are_429(tmp_path: Path, reading: Callable[..., str], app: Flask) -> None:
    """The thirty-first page in a minute is refused, with a Retry-After."""
    client = app.test_client()
    answers = [client.get("/sv/read?url=http://127.0.0.1:9/") for _ in range(31)]
    assert [answer.status_code for answer in answers[:30]] == [403] * 30
    assert answers[30].status_code == 429
    assert int(answers[30].headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("locale", "error", "whole"),
    [
        ("sv", "Fel: Delen som skulle läsas upp finns inte på sidan.", "Lyssna på hela sidan"),
        ("ru", "Ошибка: Фрагмента, который нужно было озвучить, на странице нет.", "Слушать всю страницу"),
    ],
)
@pytest.mark.parametrize("part", ["readid=nowhere", "readclass=none", "region=%23nowhere"])
def test_a_part_that_is_not_there_is_no_fault_of_the_page(
    client: FlaskClient, reading, locale: str, error: str, whole: str, part: str
) -> None:
    """It is told as what it is, the address is not marked as wrong, and one link leads to the whole page."""
    answer = client.get(f"{reading('/good', locale=locale)}&{part}")
    assert answer.status_code == 422
    assert f"<title>{error}" in answer.text
    assert "aria-invalid" not in answer.text
    link = re.search(rf'href="([^"]+)"[^>]*>{whole}<', answer.text)
    assert link
    assert client.get(link[1].replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("path", ["/gone", "/broken", "/closed", "/menu", "/empty", "/large", "/pdf", "/round"])
def test_every_fault_of_a_page_leads_on(client: FlaskClient, reading, path: str) -> None:
    """The page at its own site, another address and the first page are one step away; the title says that it failed."""
    answer = client.get(reading(path))
    if answer.status_code == 200:
        return  # a menu may be read as the page of links that it is
    assert "<title>Fel: " in answer.text
    assert f'{path}" rel="noopener">Öppna sidan på dess egen webbplats</a>' in answer.text
    assert 'href="/sv/"' in answer.text.partition("<main")[2].partition("</main>")[0]
