"""What every answer says of itself: language, variants, caching, methods, and files in a relative folder."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.web.assets import tree_hash


@pytest.mark.parametrize("address", ["/nope", "/favicon.ico", "/xx/read", "/sv/nope", "/demo/no"])
def test_what_is_not_there_is_404_at_once(client: FlaskClient, address: str) -> None:
    """No redirect to a place that is not there either."""
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/json", "application/problem+json"),
        ("application/problem+json", "application/problem+json"),
        ("application/json, */*;q=0.5", "application/problem+json"),
        ("application/json, text/html;q=0.5", "application/problem+json"),
        ("image/png", "application/problem+json"),
    ],
)
def test_errors_come_in_the_shape_that_is_asked_for(client: FlaskClient, accept: str, kind: str) -> None:
    """A page for who takes pages first, the document for all others; caches are told that it depends on that."""
    answer = client.get("/sv/read", headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.mimetype) == (400, kind)
    assert {"accept", "accept-language", "cookie"} <= {name.lower() for name in answer.vary}
    assert answer.headers["Cache-Control"] == "no-store"


def test_pages_may_be_kept_by_the_visitor_only(client: FlaskClient, reading) -> None:
    """A page depends on the visitor's language and may change, so no cache between us may keep it."""
    for address in ("/", "/sv/", reading("/good")):
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Retry-After" not in answer.headers


@pytest.mark.parametrize("address", ["/sv/", "/sv/about", f"/static/{tree_hash()}/css/page.css"])
def test_head_is_get_without_the_body(client: FlaskClient, address: str) -> None:
    """The same status and headers, and nothing after them."""
    with client.get(address) as full, client.head(address) as head:
        assert head.status_code == full.status_code == 200
        assert head.data == b""
        assert head.headers["Content-Length"] == full.headers["Content-Length"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_with_those_that_fit(client: FlaskClient, method: str) -> None:
    """405 names the methods that the address takes."""
    answer = client.open("/sv/read?url=x", method=method)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_finished_recording_is_served_from_a_relative_folder(tmp_path: Path, monkeypatch, reading, site) -> None:
    """With the default, a folder named without its place, ranges, validators and bad ranges are right."""
    monkeypatch.chdir(tmp_path)
    app = create_app(
        Settings(cache=Path("kept"), offline=True, page_workers=0, private_hosts=(f"127.0.0.1:{site.server_port}",))
    )
    client = app.test_client()
    sound = "/audio/" + client.get(reading("/good")).text.partition("/audio/")[2][:64] + ".mp3"
    whole = client.get(sound).data
    narration = app.extensions["services"].narration
    narration.sound(sound[7:71])
    try:
        with client.get(sound) as full:
            assert (full.status_code, full.data) == (200, whole)
            etag = full.headers["ETag"]
        with client.get(sound, headers={"Range": "bytes=10-19"}) as part:
            assert (part.status_code, part.data) == (206, whole[10:20])
        with client.get(sound, headers={"If-None-Match": etag}) as same:
            assert (same.status_code, same.data) == (304, b"")
        past = client.get(sound, headers={"Range": f"bytes={len(whole)}-"})
        assert (past.status_code, past.mimetype) == (416, "application/problem+json")
        assert past.headers["Content-Range"] == f"bytes */{len(whole)}"
    finally:
        narration.close()
