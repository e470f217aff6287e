"""Reports in a folder of one machine: where they were kept before, and where they wait while no database answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Final

from ..store import Kind, Store
from .report import Report, united

REPORTS: Final = Kind("reports", "json")


class Folder:
    """Safe for threads and processes. What is kept is bounded by the store, which gives up the oldest first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def file(self, report: Report) -> Report:
        """Keep a report, united with what is known of it. Raises StoreFull, StoreUnwritable."""
        with self._store.making(report.key):
            entry = united(self.get(report.key), report)
            self._store.save(REPORTS, report.key, entry)
        return entry

    def get(self, key: str) -> Report | None:
        """The report with this key."""
        return self._store.load(REPORTS, key, Report)

    def waiting(self) -> list[str]:
        """The keys of all that are here."""
        return [PurePath(entry.name).stem for entry in self._store.entries(REPORTS)]

    @contextmanager
    def taking(self, key: str) -> Iterator[Report | None]:
        """A report, which is no more here when the block is done; it stays where that fails, or where none is read."""
        with self._store.making(key):
            report = self.get(key)
            yield report
            if report:
                self._store.forget(REPORTS, key)
