"""Two machines with disks of their own and one PostgreSQL: what one saves, visitors of the other see by itself."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from readerapp import catalogs
from readerapp.app import create_app
from readerapp.settings import Settings
from tests.postgresql import PostgreSQL
from tests.web.test_translate_reports import LIST, told
from tests.web.translating import Translator, key

SHOWN = "Hear a web page"
PATIENCE_S = 60


@pytest.fixture
def machines(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[list[Flask]]:
    made = []
    address = postgresql.empty()
    for name in "ab":
        settings = Settings(
            page_workers=0,
            cache=tmp_path / name / "cache",
            reports=tmp_path / name / "reports",
            translations=tmp_path / name / "translations",
            database=address,
            follow_seconds=1,
            language_percent=1,
            offline=True,
            voices=("espeak",),
        )
        made.append(create_app(settings))
    yield made
    for app in made:
        services = app.extensions["services"]
        services.follower.close()
        services.narration.close()
        services.room().database.close()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_visitors_of_the_other_machine_see_it(machines: list[Flask]) -> None:
    """A text and a word, without restart, without anybody in the workbench there; and back again."""
    first, second = machines
    asa, visitor = Translator(first, "Åsa", ("*",)).join(), second.test_client()
    assert visitor.get("/sv/").status_code == 200
    asa.send(key(asa.client, SHOWN), form0="Hör sidan nu", action="save")
    until(lambda: "<h1>Hör sidan nu</h1>" in visitor.get("/sv/").text)
    asa.send("/sv/translate/sv/words?word=Sund", word="Sund", alias="Sunnd", action="save")
    until(lambda: second.extensions["services"].narration.words("Sund", "sv") == "Sunnd")
    there = Translator(second, "Olle", ("sv",)).join()
    page = there.client.get(key(there.client, SHOWN)).text
    assert "Åsa, " in page, "the change and its author are known on the other machine"
    there.send(key(there.client, SHOWN), form0="Hör den", action="save")
    until(lambda: "<h1>Hör den</h1>" in first.test_client().get("/sv/").text)


def test_a_report_is_the_same_on_every_machine(machines: list[Flask]) -> None:
    """Told on one, decided on another, and shown by whichever the listener's browser is led to."""
    first, second = machines
    report = told(first)
    olle = Translator(second, "Olle", ("sv",)).join()
    assert "Bjärkeby" in olle.client.get(LIST).text
    assert olle.send(LIST, report=report.key, state="declined").status_code == 303
    for app in machines:
        assert "Redaktörerna har bestämt" in app.test_client().get(f"/sv/report/{report.key}").text


def test_a_change_by_hand_and_a_new_language_reach_the_other_machine(machines: list[Flask], tmp_path: Path) -> None:
    """Though nobody opens the workbench: each machine tells what it finds in its files."""
    first, second = machines
    for app in machines:
        app.test_client().get("/sv/")
    file = catalogs.path(tmp_path / "a" / "translations", "sv")
    until((file.parents[2] / ".agreed" / "sv.text").exists)
    with catalogs.held(file, "sv") as draft:
        draft.catalog[SHOWN].string = "För hand"
        draft.write("Poedit", draft.place)
    until(lambda: "<h1>För hand</h1>" in second.test_client().get("/sv/").text)
    first.extensions["services"].bench.begin("fi", "Åsa")
    until(lambda: "fi" in catalogs.languages(tmp_path / "b" / "translations"))


def test_visitors_do_not_need_the_database(tmp_path: Path) -> None:
    """While it does not answer, every page for visitors is there, what they report is kept, translators are told."""
    app = create_app(
        Settings(
            page_workers=0,
            cache=tmp_path / "cache",
            reports=tmp_path / "reports",
            translations=tmp_path / "translations",
            database="postgresql://nobody@127.0.0.1:9/none?connect_timeout=1",
            offline=True,
        )
    )
    client = app.test_client()
    for address in ("/sv/", "/ru/about", "/readyz"):
        assert client.get(address).status_code == 200
    assert "Bjärkeby" in client.get(f"/sv/report/{told(app).key}").text
    for address in (f"/sv/report/{'0' * 64}", "/sv/translate/invitation/x"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert "Databasen svarar inte" in answer.text
    app.extensions["services"].follower.close()
    app.extensions["services"].narration.close()
