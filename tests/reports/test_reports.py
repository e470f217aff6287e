"""What listeners report: counted, decided on, bounded in length and number, and in one place for all machines."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from readerapp.accounts.database import Database
from readerapp.accounts.rows import ReportRows
from readerapp.errors import DatabaseSilent
from readerapp.reports import COMMENT, WORD, Folder, Report, Reports
from readerapp.reports.report import closed, fitted
from readerapp.store import Store
from tests.reports.conftest import Switch

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def report(word: str = "Kubikenborg", comment: str = "", after: int = 0) -> Report:
    moment = NOW + timedelta(minutes=after)
    return Report(
        key="",
        word=word,
        sentence=f"Bussen går till {word} nu.",
        language="sv",
        voice="espeak:sv",
        page="https://www.example.org/",
        comment=comment,
        first=moment,
        last=moment,
    )


def test_the_same_report_of_many_is_one(reports: Reports) -> None:
    """Word and sentence decide; it is counted, and keeps its first moment and the latest comment."""
    reports.file(report(comment="betoning på borg"))
    kept = reports.file(report(after=5))
    assert (kept.times, kept.first, kept.last, kept.comment) == (2, NOW, NOW + timedelta(minutes=5), "betoning på borg")
    assert reports.all() == [kept]


def test_undecided_ones_come_first_and_a_mended_one_comes_back(reports: Reports) -> None:
    """A word that was mended and is told again is new; one that was declined stays declined."""
    first, second, third = (reports.file(report(word, after=n)) for n, word in enumerate(("Älvsborg", "Юкки", "Ås")))
    reports.decide(first.key, "mended")
    reports.decide(second.key, "declined")
    assert [each.word for each in reports.all()] == ["Ås", "Юкки", "Älvsborg"]
    assert [each.key for each in reports.all("mended")] == [first.key]
    assert reports.undecided() == {"sv": 1}
    reports.file(report("Älvsborg", after=9))
    reports.file(report("Юкки", after=9))
    assert [(each.word, each.state) for each in reports.all(language="sv")] == [
        ("Älvsborg", "new"),
        ("Ås", "new"),
        ("Юкки", "declined"),
    ]
    assert reports.all(language="ru") == []
    assert reports.decide("0" * 64, "mended") is None
    assert third.key in {each.key for each in reports.all("new")}


def test_what_strangers_write_is_cut(reports: Reports) -> None:
    """A word and a comment have a length that nobody passes; what no database takes as text is kept all the same."""
    kept = reports.file(report("x" * 500, "y\0" * 5000))
    assert (len(kept.word), len(kept.comment)) == (WORD, COMMENT)
    assert reports.get(kept.key) == kept


@pytest.mark.parametrize("key", ["", "x", "\0", "../../x", "0" * 63, "0" * 64 + "\n", "é" * 64])
def test_a_key_that_is_none_is_asked_of_nobody(tmp_path: Path, key: str) -> None:
    """No row is looked for under it."""
    assert Reports(Folder(Store(tmp_path / "reports")), lambda: pytest.fail("asked")).get(key) is None


def test_what_is_kept_is_bounded(database: Database, tmp_path: Path) -> None:
    """However many are sent, table and folder keep within their size, and the newest report is there."""
    rows = ReportRows(database, 20_000)
    store = Store(tmp_path / "reports", 20_000)
    switch = Switch(rows)
    reports = Reports(Folder(store), switch)
    for answers in (True, False):
        switch.answers = answers
        for n in range(120):
            reports.file(report(f"Ord{n}", "z" * COMMENT, after=n))
        newest = reports.file(report(f"Sist {answers}", after=121))
        assert reports.get(newest.key) == newest
    switch.answers = True
    contents = rows.all()
    assert 10_000 < sum(len(each.encode()) for each in contents) <= 20_000
    assert "Sist True" in {msgspec.json.decode(each)["word"] for each in contents}
    store.pruning.prune(20_000)
    assert sum(entry.size for entry in store.entries()) <= 20_000


def test_none_is_lost_while_the_database_does_not_answer(reports: Reports, switch: Switch) -> None:
    """It waits on the machine that was told, is shown there, and is united with the others as soon as one answers."""
    reports.file(report(comment="kort o"))
    switch.answers = False
    waiting = reports.file(report(after=3))
    assert reports.get(waiting.key) == waiting
    with pytest.raises(DatabaseSilent):
        reports.get("0" * 64)
    for ask in (reports.all, lambda: reports.decide(waiting.key, "taken")):
        with pytest.raises(DatabaseSilent):
            ask()
    switch.answers = True
    [kept] = reports.all()
    assert (kept.times, kept.comment, kept.first) == (2, "kort o", NOW)
    reports.bring_over()
    assert reports.all() == [kept]


def test_what_lay_in_the_folder_before_is_brought_over(reports: Reports, tmp_path: Path, switch: Switch) -> None:
    """With its state and its count; the folder is empty then, and other machines find it."""
    folder = Folder(Store(tmp_path / "reports"))
    former = folder.file(closed(fitted(report()), "declined", "Åsa"))
    assert reports.get(former.key) == former
    assert reports.all() == [former]
    assert folder.waiting() == []
    assert Reports(Folder(Store(tmp_path / "other")), switch).get(former.key) == former


def test_machines_that_are_told_at_once_lose_none(tmp_path: Path, switch: Switch) -> None:
    """The same word, told on several machines at the same time, counts as often as it was told."""
    machines = [Reports(Folder(Store(tmp_path / f"m{n}")), switch) for n in range(4)]
    threads = [threading.Thread(target=lambda each=each: [each.file(report()) for _ in range(3)]) for each in machines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.times for each in machines[0].all()] == [12]


def test_a_database_that_hangs_keeps_few_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four of a process wait for it; whoever comes then has the report kept in the folder, and goes on."""
    monkeypatch.setattr("readerapp.reports.room._TURN_SECONDS", 0.01)
    over, hanging = threading.Event(), threading.Semaphore(0)

    def hang() -> ReportRows:
        hanging.release()
        over.wait(60)
        raise DatabaseSilent(reason="hung")

    reports = Reports(Folder(Store(tmp_path)), hang)
    threads = [threading.Thread(target=reports.file, args=(report(f"Ord{n}"),)) for n in range(4)]
    for thread in threads:
        thread.start()
    for _ in threads:
        assert hanging.acquire(timeout=60)
    kept = reports.file(report())
    assert reports.get(kept.key) == kept
    over.set()
    for thread in threads:
        thread.join()
    assert len(Folder(Store(tmp_path)).waiting()) == 5
