"""A listener reports a wrongly read word: with nothing but HTML, in every language, and never too often."""

from collections.abc import Callable

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp.languages import SHIPPED
from readerapp.web.reader.occurrences import occurrences


@pytest.fixture
def key(client: FlaskClient, reading: Callable[..., str]) -> str:
    """The key of a page that was opened."""
    return client.get(reading("/good")).text.partition('plan="/audio/')[2][:64]


def test_the_page_leads_to_the_form(client: FlaskClient, reading: Callable[..., str], key: str) -> None:
    """The article links to the form of its own recording."""
    assert f"/sv/report?key={key}&amp;" in client.get(reading("/good")).text


@pytest.mark.parametrize("locale", SHIPPED)
def test_a_report_is_kept_with_its_sentence(app: Flask, client: FlaskClient, key: str, locale: str) -> None:
    """The word is found in the sentence that was named; the visitor is thanked, and nothing about them is kept."""
    shown = client.get(f"/{locale}/report?key={key}&n=2&word=skolor")
    assert "skolor, vård och miljö" in shown.text
    sent = {"key": key, "n": "2", "word": " «Skolor» ", "comment": "långt o", "url": "http://x.example/"}
    answer = client.post(f"/{locale}/report", data=sent)
    assert answer.status_code == 303
    thanks = client.get(answer.headers["Location"])
    assert thanks.status_code == 200
    assert "Skolor" in thanks.text
    [kept] = app.extensions["services"].reports.all()
    assert (kept.word, kept.language, kept.comment) == ("Skolor", "sv", "långt o")
    assert "skolor" in kept.sentence


def test_without_a_sentence_the_first_that_has_the_word_is_meant(app: Flask, client: FlaskClient, key: str) -> None:
    """A visitor without JavaScript names the word alone."""
    assert client.post("/sv/report", data={"key": key, "word": "miljö", "n": "any"}).status_code == 303
    assert "miljö" in app.extensions["services"].reports.all()[0].sentence


def test_a_word_of_several_sentences_is_asked_about(app: Flask, client: FlaskClient, key: str) -> None:
    """Whoever named the word alone chooses the sentence, with nothing but HTML; who does not know gets the first."""
    lines = [line.utterance.text for line in app.extensions["services"].narration.utterances(key)]
    having = occurrences("och", lines)
    assert len(having) > 1
    asked = client.post("/sv/report", data={"key": key, "word": "och", "comment": "kort o"})
    assert asked.status_code == 200
    assert [f'value="{number}" required' in asked.text for number in having] == [True] * len(having)
    assert "kort o</textarea>" in asked.text
    assert app.extensions["services"].reports.all() == []
    for told, number in ((str(having[1]), having[1]), ("any", having[0])):
        assert client.post("/sv/report", data={"key": key, "word": "och", "n": told}).status_code == 303
        assert lines[number] in {kept.sentence for kept in app.extensions["services"].reports.all()}


def test_a_word_by_itself_is_meant_before_a_part_of_another() -> None:
    """“sal” is not heard in “salt”, unless no sentence has it alone."""
    assert occurrences("«Sal».", ["Salt i maten.", "En sal, stor.", "Universal"]) == [1]
    assert occurrences("sal", ["Salt i maten.", "Ingenting", "Universal"]) == [0, 2]
    assert occurrences("зал", ["Вокзал и зал", "Залы"]) == [0]


@pytest.mark.parametrize("word", ["", "…", "finnsinte", "x" * 5000])
def test_a_word_that_is_not_on_the_page_is_told(app: Flask, client: FlaskClient, key: str, word: str) -> None:
    """Nothing is kept of what nobody can have heard."""
    answer = client.post("/ru/report", data={"key": key, "word": word, "comment": "как <b>здесь</b>"})
    assert answer.status_code == 422
    assert "как &lt;b&gt;здесь&lt;/b&gt;</textarea>" in answer.text, "what was written is not lost"
    assert 'role="alert"' in answer.text
    assert app.extensions["services"].reports.all() == []


def test_reports_from_elsewhere_and_too_many_are_refused(app: Flask, client: FlaskClient, key: str) -> None:
    """Another site's form is refused, and so is the thirteenth report of an hour; the form itself stays open."""
    sent = {"key": key, "word": "miljö", "n": "any"}
    assert client.post("/sv/report", data=sent, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 400
    statuses = [client.post("/sv/report", data=sent).status_code for _ in range(13)]
    assert (statuses[0], statuses[-1]) == (303, 429)
    assert client.get(f"/sv/report?key={key}").status_code == 200
    assert len(app.extensions["services"].reports.all()) == 1


def test_the_reporter_sees_what_becomes_of_it(app: Flask, client: FlaskClient, key: str) -> None:
    """The address that is given at sending tells the state to whoever has it; nothing of comments or editors."""
    sent = {"key": key, "word": "miljö", "n": "any", "comment": "hemligt", "url": "http://x.example/hemligt"}
    address = client.post("/sv/report", data=sent).headers["Location"].partition("?")[0]
    told = []
    reports = app.extensions["services"].reports
    for state in ("new", "taken", "mended", "declined"):
        reports.decide(address[-64:], state, "Åsa")
        page = app.test_client().get(address)
        assert page.status_code == 200
        assert "Åsa" not in page.text
        assert "hemligt" not in page.text
        told.append(page.text.partition('role="status">')[2].partition("</p>")[0].strip())
    assert len(set(told)) == 4
    assert client.get(f"/sv/report/{'0' * 64}").status_code == 404
    assert client.get("/sv/report/..%2f..").status_code == 404


def test_a_report_is_text_and_never_markup(app: Flask, client: FlaskClient, key: str) -> None:
    """What was written stands escaped on the page of the report."""
    reports = app.extensions["services"].reports
    client.post("/sv/report", data={"key": key, "word": "miljö", "n": "any"})
    [kept] = reports.all()
    evil = reports.file(msgspec.structs.replace(kept, word='<img src="x">', sentence="<script>alert(1)</script>"))
    page = client.get(f"/sv/report/{evil.key}").text
    assert '<img src="x"' not in page
    assert "<script>alert" not in page
