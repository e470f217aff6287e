"""What answers promise beside their text: compression, keeping, search engines, health, and a line of log each."""

import gzip
from pathlib import Path

import pytest
import structlog
from flask import Flask
from flask.testing import FlaskClient

from readerapp.web import assets, guards
from readerapp.web.compression import Compressed

GZIP = {"Accept-Encoding": "gzip, br"}


def test_text_is_compressed_for_who_takes_it(client: FlaskClient, reading) -> None:
    """The same text, smaller, once; caches are told that it depends on what is asked for."""
    plain = client.get("/sv/about")
    packed = client.get("/sv/about", headers=GZIP)
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert int(packed.headers["Content-Length"]) == len(packed.data)
    assert "Content-Encoding" not in plain.headers
    for answer in (plain, packed):
        assert {"accept-encoding", "cookie", "accept-language"} <= {name.lower() for name in answer.vary}
    assert client.get("/sv/about", headers={"Accept-Encoding": "gzip;q=0"}).data == plain.data
    assert client.head("/sv/about", headers=GZIP).status_code == 200


def test_a_known_page_is_not_compressed_anew(app: Flask, client: FlaskClient) -> None:
    """What was compressed is kept by its content, within bounds."""
    kept: Compressed = app.extensions["compressed"]
    bodies = {client.get("/ru/about", headers=GZIP).data for _ in range(5)}
    assert (len(bodies), kept.made) == (1, 1)
    small = Compressed(most=100)
    for number in range(50):
        assert gzip.decompress(small.of(b"%d" % number * 50)) == b"%d" % number * 50
    assert small._size <= 100


def test_sound_and_parts_are_left_as_they_are(client: FlaskClient, reading) -> None:
    """An MP3 is compressed already; a range is one of the file as it is."""
    path = client.get(reading("/good")).text.partition('audio="')[2].partition('"')[0]
    with client.get(path, headers=GZIP) as sound:
        assert "Content-Encoding" not in sound.headers
        assert "Vary" not in sound.headers
    with client.get(f"/static/{assets.tree_hash()}/css/page.css", headers={**GZIP, "Range": "bytes=0-9"}) as part:
        assert (part.status_code, len(part.data)) == (206, 10)


def test_static_files_are_kept_for_ever_under_the_hash_of_all(client: FlaskClient, tmp_path: Path) -> None:
    """Every page names the one folder; what was there before an upgrade is not there after it, so nothing mixes."""
    tag = assets.tree_hash()
    address = f"/static/{tag}/js/player.js"
    with client.get(address, headers=GZIP) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert gzip.decompress(answer.data) == (assets.FOLDER / "js" / "player.js").read_bytes()
        etag = answer.headers["ETag"]
    with client.get(address, headers={**GZIP, "If-None-Match": etag}) as same:
        assert same.status_code == 304
    assert client.get("/static/0123456789abcdef/js/player.js").status_code == 404
    assert client.get("/sv/").text.count(f"/static/{tag}/") == client.get("/sv/").text.count("/static/")
    (tmp_path / "a.js").write_text("1")
    before = assets.tree_hash(tmp_path)
    (tmp_path / "a.js").rename(tmp_path / "b.js")
    renamed = assets.tree_hash(tmp_path)
    (tmp_path / "b.js").write_text("2")
    assert len({before, renamed, assets.tree_hash(tmp_path)}) == 3


def test_what_is_somebody_elses_is_not_for_search_engines(client: FlaskClient, reading) -> None:
    """Articles and sound say noindex; the service's own pages don't; robots.txt keeps robots from having pages read."""
    article = client.get(reading("/good"))
    assert article.headers["X-Robots-Tag"].startswith("noindex")
    path = article.text.partition('plan="')[2].partition('"')[0]
    assert client.get(path).headers["X-Robots-Tag"].startswith("noindex")
    assert "X-Robots-Tag" not in client.get("/sv/").headers
    assert "Disallow: /audio/" in client.get("/robots.txt").text


@pytest.mark.parametrize("path", ["/sv/", "/healthz", "/nope", "/audio/x.mp3", "/robots.txt"])
def test_every_answer_carries_the_promises(client: FlaskClient, path: str) -> None:
    """Errors and health too."""
    headers = client.get(path).headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert len(headers["X-Request-ID"]) == 12


def test_health_and_readiness(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alive whenever it answers; ready while a voice can speak and the cache can be written."""
    assert client.get("/healthz").json == {"alive": True}
    assert client.get("/readyz").json == {"ready": True, "ailments": []}
    using = app.extensions["services"].dependencies
    for engine in using.voices.engines.values():
        monkeypatch.setattr(engine, "why_unavailable", lambda: "gone")
    folder = using.store.folder
    monkeypatch.setattr(type(using.store), "trouble", lambda _self: f"no room in {folder}")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"ready": False, "ailments": ["voice", "store"]})
    assert str(folder) not in answer.text, "strangers are not told where things are"


def test_a_request_leaves_one_line_without_the_visitor(client: FlaskClient, reading) -> None:
    """Route, status and number; neither who asked, nor for what, nor with what. The error page has the number."""
    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        answer = client.get(reading("/gone"), headers={"User-Agent": "Netscape", "Cookie": "a=secret"})
    (line,) = [line for line in lines if line["event"] == "request"]
    assert (line["route"], line["status"], line["method"]) == ("/<interface:locale>/read", 404, "GET")
    assert not [word for word in ("127.0.0.1", "gone", "Netscape", "secret") if word in str(line)]
    assert line["request"] == answer.headers["X-Request-ID"]
    assert line["request"] in answer.text
    told = client.get(reading("/gone"), headers={"Accept": "application/json"})
    assert told.json["request"] == told.headers["X-Request-ID"]


def test_a_number_is_taken_from_a_trusted_proxy_only(client: FlaskClient) -> None:
    """What a visitor sends as a number stands in no log of ours."""
    assert client.get("/healthz", headers={"X-Request-ID": "abcdefgh1234"}).headers["X-Request-ID"] != "abcdefgh1234"


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
    ],
)
def test_a_network_of_64_bits_is_one_client(app: Flask, address: str, client: str) -> None:
    """Whoever has an IPv6 network has all its addresses."""
    with app.test_request_context("/", environ_base={"REMOTE_ADDR": address}):
        assert guards.client() == client


def test_both_weights_of_the_typeface_have_the_same_letters() -> None:
    """A bold word has no letters of another typeface than the text around it."""
    css = (Path(assets.__file__).parent / "static/css/fonts.css").read_text("utf-8")
    faces = [face.split() for face in css.split("@font-face")[1:]]
    ranges = {
        weight: [face[face.index("unicode-range:") + 1 :] for face in faces if f"{weight};" in face]
        for weight in (400, 700)
    }
    assert len(ranges[400]) == 4
    assert ranges[400] == ranges[700]
