"""A page that takes for ever, through the real app and real worker processes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from readerapp.app import create_app
from readerapp.model import Document
from readerapp.settings import Settings
from readerapp.wiring import build
from tests.narration.test_page_workers import planted
from tests.web.conftest import HTML, article


def test_bytes_are_decoded_in_another_process(tmp_path: Path, site, reading, monkeypatch) -> None:
    """A page whose decoding takes for ever is told with the same page of error, and this process decodes nothing."""
    monkeypatch.setitem(build.__globals__, "PAGE_WORKER", planted(tmp_path))
    monkeypatch.setattr("readerapp.fetch.reading.charset_of", lambda *_, **__: 1 / 0)
    monkeypatch.setattr(Document, "text", property(lambda _: 1 / 0))
    place = f"127.0.0.1:{site.server_port}"
    app = create_app(
        Settings(cache=tmp_path / "cache", offline=True, demo=False, private_hosts=(place,), page_cpu_seconds=2)
    )
    site.answers["/trap"] = (200, HTML, article().replace("</article>", "<p>byte for ever</p></article>").encode())
    try:
        assert app.test_client().get(reading("/good")).status_code == 200
        told = app.test_client().get(reading("/trap", "sv"), headers={"Accept": "text/html"})
        assert told.status_code == 422
        assert "page-too-costly" in told.text
    finally:
        app.extensions["services"].narration.close()


def test_another_visitor_is_answered_while_a_page_takes_for_ever(tmp_path: Path, site, reading, monkeypatch) -> None:
    """Through the real app: the costly page is told in the visitor's language, and others get theirs meanwhile."""
    monkeypatch.setitem(build.__globals__, "PAGE_WORKER", planted(tmp_path))
    place = f"127.0.0.1:{site.server_port}"
    settings = Settings(cache=tmp_path / "cache", offline=True, private_hosts=(place,), page_cpu_seconds=3)
    app = create_app(settings)
    answers = site.answers
    answers["/trap"] = (200, HTML, article().replace("</article>", "<p>för evigt</p></article>").encode())
    try:
        with ThreadPoolExecutor(1) as pool:
            trapped = pool.submit(app.test_client().get, reading("/trap", "ru"), headers={"Accept": "application/json"})
            asked = app.test_client().get(reading("/good"), environ_base={"REMOTE_ADDR": "192.0.2.7"})
            assert asked.status_code == 200
            assert not trapped.done(), "the others did not wait for it"
            told = trapped.result(60)
        assert (told.status_code, told.json["type"]) == (422, "urn:readerapp:page-too-costly")
        assert told.headers["Content-Language"] == "ru"
        assert "Страница" in told.json["title"]
    finally:
        app.extensions["services"].narration.close()
