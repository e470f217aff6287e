"""A page that takes for ever, through the real app and real worker processes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.wiring import build
from tests.narration.test_page_workers import planted
from tests.web.conftest import HTML, article


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
