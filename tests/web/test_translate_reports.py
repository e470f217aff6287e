"""Reports of wrongly read words on the workbench: seen, heard, put right, and told to who reported them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask import Flask

from readerapp.app import create_app
from readerapp.reports import Report
from readerapp.settings import Settings
from tests.web.translating import Translator

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
LIST = "/sv/translate/sv/reports"


@pytest.fixture
def app(started_once: Path):
    made = create_app(
        Settings(
            page_workers=0,
            cache=started_once / "cache",
            reports=started_once / "reports",
            offline=True,
            voices=("espeak",),
            translations=started_once / "translations",
            database=str(started_once / "readerapp.db"),
        )
    )
    yield made
    made.extensions["services"].narration.close()
    made.extensions["services"].room().database.close()


@pytest.fixture
def hire(app: Flask) -> Callable[..., Translator]:
    return lambda name="Åsa", *languages: Translator(app, name, languages or ("sv", "ru")).join()


def told(app: Flask, word: str = "Bjärkeby", language: str = "sv", comment: str = "") -> Report:
    """A report that a listener sent."""
    kept: Report = app.extensions["services"].reports.file(
        Report(
            key="",
            word=word,
            sentence=f"Mötet hålls i {word} nu.",
            language=language,
            voice="espeak:sv",
            page="https://www.example.org/",
            comment=comment,
            first=NOW,
            last=NOW,
        )
    )
    return kept


def state(app: Flask, report: Report) -> tuple[str, str]:
    found = app.extensions["services"].reports.get(report.key)
    return found.state, found.editor


def test_the_list_has_word_sentence_and_comment(hire, app: Flask) -> None:
    """Those of the language only, by state; the first page of the workbench counts what waits."""
    told(app, comment="som i Berg")
    told(app, "Юкки", "ru")
    asa = hire()
    page = asa.client.get(LIST).text
    for words in ("Bjärkeby", "Mötet hålls i Bjärkeby nu.", "som i Berg"):
        assert words in page
    assert "Юкки" not in page
    assert "Bjärkeby" not in asa.client.get(f"{LIST}?show=declined").text
    assert "1 rapporterat ord" in asa.client.get("/sv/translate/").text
    assert asa.client.get("/sv/translate/fi/reports").status_code == 404


def test_a_report_is_heard(hire, app: Flask) -> None:
    """Its sentence and its word, from the list, in the voice that said it."""
    told(app)
    asa = hire()
    page = asa.client.get(LIST).text
    fields = dict(re.findall(r'name="(word|sentence|voice)" value="([^"]+)"', page))
    for what in ("sentence", "word"):
        answer = asa.send(LIST, to="/sv/translate/sv/words/say", hear=what, **fields)
        assert answer.mimetype == "audio/mpeg"
        assert len(answer.data) > 3000


def test_putting_it_right_from_the_report(hire, app: Flask) -> None:
    """The editor opens with the word, the sentence and what the listener said; saving marks the report as done."""
    report = told(app, comment="som i Berg")
    asa = hire()
    address = re.search(r'href="([^"]+/words[^"]+report=[^"]+)"', asa.client.get(LIST).text)[1].replace("&amp;", "&")
    page = asa.client.get(address).text
    for words in ('value="Bjärkeby"', "Mötet hålls i Bjärkeby nu.", "som i Berg"):
        assert words in page
    answer = asa.send(address, word="Bjärkeby", alias="Berkeby", action="save", report=report.key)
    assert answer.status_code == 303
    assert state(app, report) == ("mended", "Åsa")
    assert "Lyssnaren som rapporterade" in asa.client.get(answer.location).text
    visitor = app.test_client()
    assert "Klart" in visitor.get(f"/sv/report/{report.key}").text
    told(app)
    assert state(app, report)[0] == "new", "told again, it is new again"


def test_a_report_gets_a_state(hire, app: Flask) -> None:
    """By a button each; who has no right to the language can only look, and odd keys and states are refused."""
    report = told(app)
    asa, olga = hire(), hire("Olga", "ru")
    for wish in ("taken", "declined", "new"):
        answer = asa.send(LIST, report=report.key, state=wish, show="new")
        assert answer.status_code == 303
        assert answer.location.startswith(f"{LIST}?show=new")
        assert state(app, report) == (wish, "Åsa")
    assert olga.send(LIST, report=report.key, state="declined").status_code == 403
    assert 'name="state"' not in olga.client.get(LIST).text
    assert asa.send(LIST, report=report.key, state="lost").status_code == 400
    assert asa.send(LIST, report="../../x", state="taken").status_code == 404
    russian = told(app, "Юкки", "ru")
    assert asa.send(LIST, report=russian.key, state="taken").status_code == 404
    assert state(app, report) == ("new", "Åsa")


def test_what_listeners_write_is_never_markup(hire, app: Flask) -> None:
    """Word, sentence, comment and address stand as text; an address that is no page's leads nowhere but the reader."""
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    report = told(app, evil[:70], comment=evil)
    asa = hire()
    for address in (LIST, f"/sv/translate/sv/words?word=x&report={report.key}"):
        page = asa.client.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    links = re.findall(r'href="([^"]+)"', asa.client.get(LIST).text)
    assert all(unquote(link).startswith(("/", "#")) for link in links)
