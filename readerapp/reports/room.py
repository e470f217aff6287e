"""Keeps the reports in the database of the accounts, where every machine finds them.

For editors: `all` lists them, the new ones first; `decide` writes what has become of one.
"""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import msgspec
import structlog

from ..accounts import ReportRow
from ..errors import DatabaseSilent
from ..seldom import Seldom
from .folder import Folder
from .report import Report, State, closed, fitted, united

if TYPE_CHECKING:
    from ..accounts.rows import ReportRows

log = structlog.get_logger(__name__)

_UNDECIDED: Final[tuple[State, ...]] = ("new", "taken")
_ORDER: Final[tuple[State, ...]] = (*_UNDECIDED, "declined", "mended")
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_TURNS: Final = 4
"""Of a process: so few wait for a database at once, whatever becomes of it. The others have visitors to answer."""
_TURN_SECONDS: Final = 3


class Reports:
    """Safe for threads and processes.

    A listener's report is never lost to a database that does not answer: it waits in the folder until one does. All
    that editors do raises DatabaseSilent.
    """

    def __init__(self, folder: Folder, rows: "Callable[[], ReportRows]") -> None:
        """`rows` opens the database."""
        self._folder, self._rows = folder, rows
        self._turns = threading.BoundedSemaphore(_TURNS)
        self._seldom = Seldom()

    def file(self, report: Report) -> Report:
        """Keep a report; one that is known already is counted, and new again if it had been mended.

        `key` is made here, and `word` and `comment` are cut to their lengths. Raises StoreFull, StoreUnwritable.
        """
        entry = fitted(report)
        try:
            return self._unite(entry)
        except DatabaseSilent as silent:
            if self._seldom("waits"):
                log.warning("report waits for the database", reason=silent.facts["reason"])
            return self._folder.file(entry)

    def get(self, key: str) -> Report | None:
        """The report with this key. Raises DatabaseSilent where only the database could know it."""
        if not _KEY.fullmatch(key):
            return None
        waiting = self._folder.get(key)
        try:
            with self._asking() as rows:
                content = rows.get(key)
        except DatabaseSilent:
            if waiting is None:
                raise
            return waiting
        return _report(content) or waiting

    def all(self, state: State | None = None, language: str | None = None) -> list[Report]:
        """All of them, or those in one state or language: undecided ones first, then the one that was told last."""
        self.bring_over()
        with self._asking() as rows:
            reports = [report for content in rows.all(language) if (report := _report(content))]
        choice = [each for each in reports if state is None or each.state == state]
        return sorted(choice, key=lambda each: (_ORDER.index(each.state), -each.last.timestamp()))

    def undecided(self) -> Mapping[str, int]:
        """How many of each language somebody has to decide on."""
        self.bring_over()
        with self._asking() as rows:
            return rows.counts(_UNDECIDED)

    def decide(self, key: str, state: State, editor: str = "") -> Report | None:
        """Write what has become of a report, and who says so; None where there is no such report."""
        self.bring_over()
        with self._asking() as rows, rows.changing(key) as (content, put):
            former = _report(content)
            if former is None:
                return None
            entry = closed(former, state, editor)
            put(_row(entry))
        return entry

    def bring_over(self) -> None:
        """Put what waits in the folder into the database."""
        for key in self._folder.waiting():
            with self._folder.taking(key) as report:
                if report:
                    self._unite(report)

    def _unite(self, report: Report) -> Report:
        with self._asking() as rows, rows.changing(report.key) as (content, put):
            entry = united(_report(content), report)
            put(_row(entry))
        return entry

    @contextmanager
    def _asking(self) -> "Iterator[ReportRows]":
        if not self._turns.acquire(timeout=_TURN_SECONDS):
            raise DatabaseSilent(reason="others wait for it")
        try:
            yield self._rows()
        finally:
            self._turns.release()


def _report(content: str | None) -> Report | None:
    """What stands in a row; nothing where another version wrote it in another form."""
    try:
        return msgspec.json.decode(content, type=Report) if content else None
    except msgspec.DecodeError:
        return None


def _row(report: Report) -> ReportRow:
    content = msgspec.json.encode(report).decode()
    return ReportRow(report.key, report.language, report.state, report.last.timestamp(), content)
