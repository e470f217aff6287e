"""What listeners report: counted, decided on, bounded in length, and kept when sound is pruned."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from readerapp.reports import COMMENT, WORD, Report, Reports
from readerapp.store import Store

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


def test_the_same_report_of_many_is_one(tmp_path: Path) -> None:
    """Word and sentence decide; it is counted, and keeps its first moment and the latest comment."""
    reports = Reports(Store(tmp_path))
    reports.file(report(comment="betoning på borg"))
    kept = reports.file(report(after=5))
    assert (kept.times, kept.first, kept.last, kept.comment) == (2, NOW, NOW + timedelta(minutes=5), "betoning på borg")
    assert reports.all() == [kept]


def test_undecided_ones_come_first_and_a_mended_one_comes_back(tmp_path: Path) -> None:
    """A word that was mended and is told again is new; one that was declined stays declined."""
    reports = Reports(Store(tmp_path))
    first, second, third = (reports.file(report(word, after=n)) for n, word in enumerate(("Älvsborg", "Юкки", "Ås")))
    reports.decide(first.key, "mended")
    reports.decide(second.key, "declined")
    assert [each.word for each in reports.all()] == ["Ås", "Юкки", "Älvsborg"]
    assert [each.key for each in reports.all("mended")] == [first.key]
    reports.file(report("Älvsborg", after=9))
    reports.file(report("Юкки", after=9))
    assert [(each.word, each.state) for each in reports.all()] == [
        ("Älvsborg", "new"),
        ("Ås", "new"),
        ("Юкки", "declined"),
    ]
    assert reports.decide("0" * 64, "mended") is None
    assert third.key in {each.key for each in reports.all("new")}


def test_what_strangers_write_is_cut(tmp_path: Path) -> None:
    """A word and a comment have a length that nobody passes."""
    kept = Reports(Store(tmp_path)).file(report("x" * 500, "y" * 5000))
    assert (len(kept.word), len(kept.comment)) == (WORD, COMMENT)


def test_what_is_kept_is_bounded(tmp_path: Path) -> None:
    """However many are sent, the folder keeps within its size, and the newest report is there."""
    store = Store(tmp_path, 20_000)
    reports = Reports(store)
    for n in range(120):
        reports.file(report(f"Ord{n}", "z" * COMMENT))
    newest = reports.file(report("Sist"))
    store.pruning.prune(20_000)
    assert sum(entry.size for entry in store.entries()) <= 20_000
    assert newest in reports.all()
